// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"
#include "core/trial/review/session.h"
#include "tests/core/trial/simulation.h"

namespace herdbook::trial::simulation {

/// A simulated ranch as a source of trials: every profile has five assigned detections, the first of them its founding one, and
/// there is a picture of everything.
struct SimulatedSource
{
    Population population;
    std::shared_ptr<const Source> source;
};

SimulatedSource simulatedSource(int bursts = 600);

/// A frozen trial of it.
TrialRecord simulatedTrial(const SimulatedSource &from, double candidate = 0.60, int size = 105);

/// What a reviewer who knows the truth says of a pair.
Answer truth(const SimulatedSource &from, const Pair &pair);

/// Answers to all pairs, each after 4 s.
std::vector<ReviewEvent> reviewByTruth(const SimulatedSource &from, const TrialRecord &record);

} // namespace herdbook::trial::simulation

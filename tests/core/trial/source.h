// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"
#include "core/trial/review/session.h"

namespace herdbook::trial::simulation {

/// A ranch with known truth as a source of trials: every profile has five assigned detections, the first of them its founding one, some with
/// a second deer in the picture; there is a picture of everything.
struct SimulatedSource
{
    std::vector<bool> right; ///< by detection: the best profile is the right one
    std::shared_ptr<const Source> source;
};

/// @param wrong share of wrong best matches, at every score; @param plants pictures with a second deer.
SimulatedSource simulatedSource(int items = 600, double wrong = 0, int plants = 30);

/// A frozen trial of it.
std::shared_ptr<const TrialRecord> simulatedTrial(const SimulatedSource &from, double candidate = 0.60,
                                                  Preset preset = Preset::Short,
                                                  const QStringList &reviewers = {QStringLiteral("mo@ranch")},
                                                  Pipeline pipeline = Pipeline::Single, int ordinal = 1);

/// What a reviewer who knows the truth says of a pair.
Answer truth(const SimulatedSource &from, const Pair &pair);

/// How somebody answers a pair.
using Reviewing = std::function<Answer(const Pair &)>;

/// Answers by `reviewing` until there is nothing left or `most` looks, each after 4 s.
std::vector<ReviewEvent> review(const std::shared_ptr<const TrialRecord> &record, const Reviewing &reviewing,
                                int most = 1000);

} // namespace herdbook::trial::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/sample.h"
#include "core/trial/design/verdict.h"

#include <string>
#include <vector>

namespace herdbook::trial::simulation {

/// A ranch with known truth, by its scores.
struct Situation
{
    const char *name = "";
    double genuineMean = 0.70;  ///< score on the right profile
    double impostorMean = 0.45; ///< best score on a wrong one
    double impostorSpread = 0.05;
    int profiles = 53;       ///< of 130 animals
    double lookAlikes = 0;   ///< share of animals that look like another's profile
    double sexErrors = 0.04; ///< share of bursts compared with profiles of the wrong sex
    int bursts = 4500;
    double flatWrong = 0; ///< over 0: this share is wrong at every score, whatever the rest says
};

/// The situations of the method: signal from clear to none, duplicates, few profiles, a tiny ranch.
const std::vector<Situation> &situations();

struct Population
{
    reid::Dataset data;
    std::vector<bool> right; ///< by detection: the best profile is the right one
};

Population populate(const Situation &situation, std::uint64_t seed);

/// True wrong share of the frame's units at a threshold; 0 when there are none.
double trueShare(const Population &population, const Frame &frame, double threshold);

/// A candidate somebody may come with.
struct Pick
{
    const char *name = "";
    double threshold = 0;
};

/// The loosest threshold with a true share of at most 2%, the strictest of over 5% that leaves enough to judge (where a trial is in
/// most danger of a false certificate), and the one that adds 20 points to the rate whatever it costs.
std::vector<Pick> picks(const Population &population);

/// What came of many trials of one situation.
struct Tally
{
    int trials = 0;
    int certificates = 0; ///< of any threshold
    int candidateCertified = 0;
    int wrongCertificates = 0; ///< the certified threshold's true share is over the limit
    double shareAtCandidate = 0;
};

/// Draws, judges by truth and tests `trials` samples of 210, each with a seed of its own.
Tally run(const Population &population, double candidate, int trials, std::uint64_t seed);

} // namespace herdbook::trial::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace herdbook::reid {

/// Everything known of one threshold. What is not known is empty, never 0.
struct Evaluation
{
    double threshold = 0;
    std::uint64_t added = 0;           ///< A(t): unassigned, eligible detections with best score >= t
    std::uint64_t assigned = 0;        ///< assigned now + added
    std::optional<double> rate;        ///< assigned / all detections
    std::optional<double> gain;        ///< rate / rate now - 1
    std::optional<double> wrong;       ///< expected wrong assignments among the added
    std::optional<double> wrongUpper;  ///< their upper bound
    std::optional<double> wrongStrict; ///< the bound a recommendation must stay under: weak evidence counts as none
    std::optional<double> fdr;         ///< the wrong share: wrong / added
    std::optional<double> fdrUpper;
    std::optional<double> fdrStrict;
    std::optional<double> fpir; ///< wrong / |U|: a share of all unassigned, not of those whose animal has no profile
    std::optional<double> fpirUpper;
    std::optional<double> decoyWrong, splitWrong, intruderWrong,
        observedWrong;          ///< what the estimate is made of, where known: numbers wrong
    std::uint64_t unjudged = 0; ///< of the added, those of sexes without evidence: all counted as wrong
    std::optional<std::uint64_t> contradictions; ///< pairs of detections of one image that would have one deer
    std::optional<std::uint64_t> burstConflicts; ///< bursts of one animal that would have several deer

    /// False where `wrong` mostly counts those that nobody can judge: a sex with 5% of the added has a say, so its part must be known.
    bool judged() const { return added > 0 && 20 * unjudged <= added; }
};

/// The curves of one scope (all unassigned detections, or those of one sex) at every threshold tick 0..10000.
/// NaN where unknown. Built once; reading any threshold is a few array accesses.
struct Curves
{
    std::uint64_t population = 0; ///< |U| of this scope
    std::uint64_t detections = 0; ///< all: the denominator of the rate; of the sex's classes in a sex's scope
    std::uint64_t assigned = 0;   ///< of those, assigned now
    std::vector<std::uint32_t> added;
    std::vector<double> wrong, wrongUpper, wrongStrict, decoyWrong, splitWrong, intruderWrong, observedWrong;
    std::vector<std::uint32_t> unjudged;
    std::vector<std::uint32_t> contradictions, burstConflicts; ///< of the whole scope, where looked for; else empty

    /// The nearest tick to `threshold`, clamped to 0..1.
    Evaluation at(double threshold) const;

    /// Spreads values at the ascending thresholds `grid` over all ticks: in between, the looser one's counts, which can only be larger,
    /// but never more than are added. Unknown under the first.
    std::vector<double> spread(std::span<const int> grid, std::span<const double> values) const;
};

} // namespace herdbook::reid

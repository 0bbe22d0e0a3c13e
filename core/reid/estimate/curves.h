// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace herdbook::reid {

/// Which estimate of the false positive identification rate counts at a threshold: the worse of those there are (M3).
enum class Method : std::uint8_t { None, MateRemoved, CrossSex, Mixed };

/// Everything known of one threshold. What is not known is empty, never 0.
struct Evaluation
{
    double threshold = 0;
    std::uint64_t added = 0;    ///< A(t): unassigned, eligible detections with best score >= t
    std::uint64_t assigned = 0; ///< assigned now + added
    std::optional<double> rate; ///< assigned / all detections
    std::optional<double> gain; ///< rate / rate now - 1
    std::optional<double> m1;   ///< FPIR by mate-removed search
    std::optional<double> m2;   ///< FPIR by the cross-sex shadow gallery
    std::optional<double> fpir; ///< M3, the worse of both
    std::optional<double> fpirUpper;
    std::optional<double> wrong; ///< estimated wrong assignments among the added; an upper estimate: FPIR |U|
    std::optional<double> wrongUpper;
    std::optional<double> fdr; ///< the wrong share: wrong / added
    std::optional<double> fdrUpper;
    Method method = Method::None;
    std::uint64_t trials = 0; ///< impostor searches behind the method
    int clusters = 0;         ///< profiles behind it
    std::optional<double> effectiveTrials;
    std::uint64_t contradictions = 0; ///< pairs of detections of one image that would have one deer
    std::uint64_t burstConflicts = 0; ///< bursts of one animal that would have several deer
    std::uint64_t observedWrong = 0; ///< images and bursts that a new assignment makes contradict: each has a wrong one
};

/// The curves of one scope (all unassigned detections, or those of one sex) at every threshold tick 0..10000.
/// NaN where unknown. Built once; reading any threshold is a few array accesses.
struct Curves
{
    std::uint64_t population = 0; ///< |U| of this scope
    std::uint64_t detections =
        0;                      ///< all detections: the denominator of the rate; of the sex's classes in a sex's scope
    std::uint64_t assigned = 0; ///< of those, assigned now
    std::uint64_t m1Trials = 0, m2Trials = 0;
    int m1Clusters = 0, m2Clusters = 0;
    std::vector<std::uint32_t> added;
    std::vector<float> m1, m2, fpir, fpirUpper, wrong, wrongUpper, effectiveTrials;
    std::vector<Method> method;
    std::vector<std::uint32_t> contradictions, burstConflicts, observedWrong; ///< filled for the whole scope only

    /// The nearest tick to `threshold`, clamped to 0..1.
    Evaluation at(double threshold) const;
};

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/certify/progress.h"

#include <functional>

namespace herdbook::trial {

/// What trials of one pool come to on average, when the truth is assumed.
struct Expected
{
    double wrongShare = 0; ///< assumed, at the candidate
    double detections = 0; ///< certified
    double looks = 0;      ///< until the end, plants included
    double firstShare = 0; ///< of the trials certify anything
    double firstLooks = 0; ///< until the first certificate, of those that get one
    int firstTicks = 0;    ///< its threshold

    /// Of the trials that certified a level: where they ended.
    struct Onward
    {
        double detections = 0;
        double looks = 0;
        int trials = 0;
    };
    std::vector<Onward> onward; ///< by level
};

/// Simulates trials of a scheme with a careful reviewer. Wrong matches get rarer with the score: among the best x of the candidate's
/// items their share is x times that at the candidate; beyond it, where nothing is known, they are taken to become more frequent fast (one in
/// ten of the items a tenth further on). What is certified is counted in detections of the level. The order of the scheme's items changes
/// nothing.
/// @param candidate items at the candidate. Cancelled by `stopped`: then nothing.
std::optional<Expected> simulate(const Scheme &scheme, int candidate, double wrongShare, int trials, std::uint64_t seed,
                                 Evaluator &evaluator, const std::function<bool()> &stopped = {});

/// The climb through the levels with a known truth: the part of a trial that bench and simulation share. Tests with no plant missed,
/// ends by futility, at 14 wrong or when the budget is spent.
class Climber
{
public:
    Climber(const Scheme &scheme, Evaluator &evaluator);

    struct Result
    {
        int certified = -1; ///< level
        int looks = 0;
        int firstLooks = 0; ///< at the first certificate
    };
    /// @param order of the items, a permutation; as much of it as the levels need is used. @param wrong by item.
    Result run(const std::vector<std::uint32_t> &order, const std::vector<char> &wrong, int budget = kBudget) const;

private:
    struct Test
    {
        std::optional<reid::Sex> group;
        int items = 0;
        int cap = 0;
        std::vector<std::optional<int>> least;
        std::vector<std::vector<double>> chance; ///< [judged][wrong]
    };
    const Scheme &m_scheme;
    std::vector<std::vector<Test>> m_tests; ///< by level
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/certify/progress.h"

#include <random>
#include <string>
#include <vector>

namespace herdbook::trial::nulls {

/// Where wrong items lie, with the first false level exactly at the least number that is too many.
enum class Kind { FirstLevel, ThirdLevel, EveryLevel, OnlyAtTheTop };
inline constexpr int kKinds = 4;
std::string name(Kind kind);

/// A pool in which a certificate is false from some level on.
struct Pool
{
    std::string name;
    std::vector<int> levels; ///< sizes, strict to loose
    Kind kind = Kind::FirstLevel;
};

/// The 28 adversarial pools of the method: seven sets of levels, four ways to place the wrong ones.
std::vector<Pool> pools();

/// One trial of a pool: which items are wrong, by the trial's random order, with the scheme that goes with it.
struct Draw
{
    Scheme scheme;
    std::vector<char> wrong;    ///< by item in the trial's order
    std::vector<int> wrongUpTo; ///< by level
    bool isFalse(int level) const
    {
        return wrongUpTo[static_cast<std::size_t>(level)] * 20 > scheme.levels()[static_cast<std::size_t>(level)].items;
    }
};
Draw draw(const Pool &pool, std::mt19937_64 &random);

/// How somebody reviews.
struct Reviewer
{
    double missesWrong = 0; ///< the chance to say Same of a wrong pair or a plant
    double doubtsRight = 0; ///< the chance to say something else of a right one
    double cantTell = 0;    ///< the chance to say so first
};

/// Reviews to the end (futility, budget or exhaustion) and tells whether some certified level is false.
struct Result
{
    bool falseCertificate = false;
    int certified = -1;
    int looks = 0;
};
Result review(const Draw &draw, const Reviewer &reviewer, std::mt19937_64 &random, Evaluator &evaluator,
              int budget = kBudget);

} // namespace herdbook::trial::nulls

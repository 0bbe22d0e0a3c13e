// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <unordered_map>

namespace herdbook::trial {

inline constexpr double kAlpha = 0.05;      ///< the wrong share a certificate speaks of
inline constexpr double kGroupAlpha = 0.10; ///< that of each group
inline constexpr int kLeastItems = 20;      ///< levels with fewer items are dropped
inline constexpr int kLeastPlants = 6;      ///< fewer known different pairs: no certificate can come of a pool

/// What a test knows: `items` in the level (or the group in it), `judged` of them in their random order, `wrong` of these not called
/// Same; `plants` known different pairs shown, `missed` of them called Same.
struct Counts
{
    int items = 0;
    int judged = 0;
    int wrong = 0;
    int plants = 0;
    int missed = 0;
    bool operator==(const Counts &) const = default;
};

/// The least number wrong among `items` that is too many: floor(alpha items) + 1.
int leastTooMany(int items, double alpha = kAlpha);

/// How many plants belong to the first `judged` items of a level: min(m, 6 + floor(m / 20)).
int plantsFor(int judged);

/// Log of the bet on the answers: lnB(1 + e, 100 + m - e) - lnB(1, 100).
double logBetOnAnswers(int judged, int wrong);
/// Log of the bet on the plants: lnB(.2 + y, 5 + kappa - y) - lnB(.2, 5).
double logBetOnPlants(int plants, int missed);
/// Log-chance of one given order of answers with `wrong` flags among `judged` drawn without replacement when `flagged` of `items`
/// would be flagged; minus infinity where that can't be.
double logDraws(int items, int flagged, int judged, int wrong);

/// Log of the e-value against "at least leastTooMany(items) of the items are wrong, whoever reviews" (a nonnegative supermartingale
/// from 1 under that hypothesis: Ville 1939; without replacement: Waudby-Smith & Ramdas 2020; Q / max likelihood: Wasserman,
/// Ramdas & Balakrishnan 2020). 0 before the first item; plus infinity where the hypothesis is excluded.
double logEvalue(const Counts &counts, double alpha = kAlpha);

/// Whether logEvalue() reaches a bound, remembered; the answer is exact, most of them are found without the full maximum. Used by one
/// thread at a time.
class Evaluator
{
public:
    bool reaches(const Counts &counts, double alpha, double bound);

private:
    struct Question
    {
        Counts counts;
        double alpha = 0;
        double bound = 0;
        bool operator==(const Question &) const = default;
    };
    struct Hash
    {
        std::size_t operator()(const Question &question) const;
    };
    std::unordered_map<Question, bool, Hash> m_known;
};

} // namespace herdbook::trial

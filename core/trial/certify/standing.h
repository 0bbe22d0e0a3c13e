// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/certify/answers.h"
#include "core/trial/certify/evalue.h"
#include "core/trial/certify/levels.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace herdbook::trial {

inline constexpr double kLogTwenty = 2.995732273553991;
inline constexpr double kLogHundred = 4.605170185988092;
inline constexpr double kGroupShare = 0.05; ///< smaller groups have no claim of their own
inline constexpr int kFutilityCap = 200;
inline constexpr int kLongest = 260;  ///< judged items up to which leastToPass() looks
inline constexpr int kMostWrong = 14; ///< from here on a level is given up
inline constexpr double kFutile = 0.05;

/// The groups in the order in which their claims are tested.
inline constexpr std::array<reid::Sex, reid::kSexes> kGroupOrder{reid::Sex::Doe, reid::Sex::Buck, reid::Sex::Fawn,
                                                                 reid::Sex::Unknown};

/// One item of a trial, in the trial's one order.
struct Place
{
    int level = 0; ///< the strictest level that holds it
    reid::Sex group = reid::Sex::Unknown;
};

/// What is fixed before the first answer.
class Scheme
{
public:
    Scheme() = default;
    /// @param items in the trial's order; @param levels strict to loose; @param plants how many known different pairs there are;
    /// @param bound of the log e-value: kLogHundred for another trial of the same pool.
    Scheme(std::vector<Place> items, std::vector<Level> levels, int plants, double bound = kLogTwenty,
           bool groupClaims = true);

    const std::vector<Place> &items() const { return m_items; }
    const std::vector<Level> &levels() const { return m_levels; }
    int levelCount() const { return static_cast<int>(m_levels.size()); }
    int plants() const { return m_plants; }
    double bound() const { return m_bound; }

    /// The items of a level, of one group or of all, in the trial's order.
    const std::vector<std::uint32_t> &sequence(int level, std::optional<reid::Sex> group = {}) const;
    int sizeOf(int level, std::optional<reid::Sex> group = {}) const
    {
        return static_cast<int>(sequence(level, group).size());
    }
    /// How many items of a sequence may be judged before its test would need a plant that doesn't exist. With fewer than
    /// kLeastPlants nothing can pass, and all are counted.
    int judgeable() const;
    /// What has to pass for a level: all together first, then the groups with at least 5% of its items.
    std::vector<std::optional<reid::Sex>> tests(int level) const;

private:
    std::vector<Place> m_items;
    std::vector<Level> m_levels;
    std::vector<std::array<std::vector<std::uint32_t>, reid::kSexes + 1>> m_sequences; ///< by level; all together last
    int m_plants = 0;
    double m_bound = kLogTwenty;
    bool m_groupClaims = true;
};

/// The answer that counts for a pair, or why there is none yet.
enum class Final : std::uint8_t { None, Awaiting, Same, NotSame };

/// A statement a level makes, with what it rests on at the moment it passed (or as far as it came).
struct Claim
{
    std::optional<reid::Sex> group; ///< nothing: all together
    double alpha = kAlpha;
    Counts counts;
    bool passed = false;

    double logE() const { return logEvalue(counts, alpha); }
};

struct LevelCertificate
{
    int level = 0;
    std::vector<Claim> claims; ///< all together, then the groups that have one
};

/// How far answers lead.
struct Standing
{
    std::vector<LevelCertificate> certified; ///< strict to loose, without gaps
    int level = 0;                           ///< being worked on; as many as there are levels when all are certified
    Claim current;                           ///< the test that is lacking there
    std::vector<std::size_t> open; ///< the next items of its sequence without an answer, in order; some 500 at most
    bool exhausted = false;        ///< the sequence is judged to its end and the test did not pass
    bool plantsSpent = false; ///< it ended early: its next test would need more plants than there are; `open` is empty

    bool isDone(const Scheme &scheme) const { return level >= scheme.levelCount(); }
};

/// Follows each level's sequence from its start and certifies at the first item whose test reaches the bound; a test waits for the
/// plants that belong to it and stops before an item without an answer. Depends on the answers alone, not on the order in which
/// they were given: whatever was reviewed when, and however often one looks, the certificates are the same.
/// @param items, plants final answers in the scheme's order. `finished`: what awaits its second look counts as not Same.
/// @param known what is certified already, of the same answers or fewer: it stays, and saves going through it again.
Standing standingAfter(const Scheme &scheme, std::span<const Final> items, std::span<const Final> plants,
                       Evaluator &evaluator, bool finished = false, std::vector<LevelCertificate> known = {});

/// What the test that a standing lacks takes at best.
struct Remaining
{
    int judged = 0; ///< of its sequence, when it passes
    int pairs = 0;  ///< of these, without a final answer so far
};
/// At best: every pair without a final answer is Same, every plant without one is seen through. Other tests of the level may take more.
/// Nothing where the test can't pass any more.
std::optional<Remaining> remainingAtBest(const Scheme &scheme, std::span<const Final> items,
                                         std::span<const Final> plants, const Standing &standing, Evaluator &evaluator);

/// V(m, e): the predictive chance that the test still passes within M = min(N, 200) items; 1 where it passes already.
/// @param judgeable as of the scheme.
double chanceToPass(const Counts &counts, double alpha, double bound, Evaluator &evaluator, int judgeable = kLongest);

/// The least number judged at which `wrong` = 0, 1, 2, ... still passes with no plant missed; nothing where none does up to
/// min(items, kLongest, judgeable).
std::vector<std::optional<int>> leastToPass(int items, double alpha, double bound, Evaluator &evaluator,
                                            int judgeable = kLongest);

/// How many known different pairs the test of a level of so many items needs before it can pass; kLeastPlants at least.
int plantsNeeded(int items, double bound, Evaluator &evaluator);

/// chanceToPass() for every [judged][wrong] up to the cap. @param least of leastToPass().
std::vector<std::vector<double>> chancesToPass(int items, const std::vector<std::optional<int>> &least);

} // namespace herdbook::trial

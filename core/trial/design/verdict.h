// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"
#include "core/trial/design/answers.h"
#include "core/trial/design/power.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace herdbook::trial {

/// One sampled unit and what was said of it; no answer yet is possible.
struct Judged
{
    reid::Ticks score = reid::kNoScore;
    reid::Sex sex = reid::Sex::Unknown;
    std::optional<Answer> answer;
};

/// Counts with their exact intervals. Bounds are empty where nothing was judged.
struct Share
{
    int judged = 0;
    int wrong = 0;
    std::optional<double> share;
    std::optional<double> upper;          ///< one-sided (Clopper-Pearson)
    std::optional<double> lower2, upper2; ///< two-sided
};

Share shareOf(int wrong, int judged, double confidence = 0.95);

/// One threshold of the fixed sequence.
struct Test
{
    enum class Outcome : std::uint8_t {
        Skipped, ///< too few for any certificate
        Passes,
        Fails,
        NotReached, ///< after the first failure
        Open        ///< answers are missing that could still decide
    };
    double threshold = 0;
    Share share;
    int sampled = 0;         ///< units with score >= threshold, judged or not
    int allowed = -1;        ///< errors that would still pass; -1 when skipped
    std::optional<double> p; ///< P(Bin(n, alpha) <= wrong); empty when skipped or open
    Outcome outcome = Outcome::Skipped;
};

/// What a trial proved.
struct Verdict
{
    Level level;
    std::vector<Test> tests;         ///< strict to loose
    std::optional<double> certified; ///< the loosest threshold that passed before the first failure
    bool complete = false;           ///< every sampled unit has an answer
    bool certainFailure = false;     ///< whatever the missing answers are, nothing can be certified: one may stop
    double reference = 0; ///< the certified threshold, otherwise the loosest tested: what the counts below are about
    std::array<int, kAnswers> answers{};   ///< at `reference`
    Share overall;                         ///< at `reference`
    std::array<Share, reid::kSexes> bySex; ///< at `reference`; description, not certified one by one

    const Test *certifiedTest() const;
};

/// The fixed-sequence test: thresholds from strict to loose, skipped while too few were sampled, certified while
/// P(Bin(n, alpha) <= errors) <= 1 - confidence, stopped at the first failure. An incomplete review certifies nothing.
/// (Angelopoulos, Bates, Candes, Jordan & Lei 2021: Learn then Test, fixed-sequence testing)
Verdict judge(std::span<const Judged> units, std::span<const double> thresholds, const Level &level = {});

/// What two reviewers prove together: a unit is right only where both said Same; where they differ, the answer that counts as wrong.
std::vector<std::optional<Answer>> strictest(std::span<const std::optional<Answer>> first,
                                             std::span<const std::optional<Answer>> second);

} // namespace herdbook::trial

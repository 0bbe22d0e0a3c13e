// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/verdict.h"

#include "core/reid/statistics/intervals.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

/// A test's counts; its outcome as far as the answers given decide it, whatever came before in the sequence.
Test testAt(std::span<const Judged> units, double threshold, const Level &level)
{
    Test test;
    test.threshold = threshold;
    int wrong = 0;
    int judged = 0;
    for (const Judged &unit : units) {
        if (unit.score < reid::thresholdTicks(threshold))
            continue;
        ++test.sampled;
        if (unit.answer) {
            ++judged;
            wrong += countsAsWrong(*unit.answer) ? 1 : 0;
        }
    }
    test.share = shareOf(wrong, judged, level.confidence);
    test.allowed = allowedErrors(test.sampled, level);
    if (test.allowed < 0)
        return test;
    if (judged == test.sampled) {
        test.p = reid::binomialCdf(static_cast<std::uint64_t>(wrong), static_cast<std::uint64_t>(judged), level.alpha);
        test.outcome = wrong <= test.allowed ? Test::Outcome::Passes : Test::Outcome::Fails;
    } else {
        test.outcome = wrong > test.allowed ? Test::Outcome::Fails : Test::Outcome::Open;
    }
    return test;
}

Share countAt(std::span<const Judged> units, double threshold, std::optional<reid::Sex> sex, double confidence)
{
    int wrong = 0;
    int judged = 0;
    for (const Judged &unit : units) {
        if (!unit.answer || unit.score < reid::thresholdTicks(threshold) || (sex && unit.sex != *sex))
            continue;
        ++judged;
        wrong += countsAsWrong(*unit.answer) ? 1 : 0;
    }
    return shareOf(wrong, judged, confidence);
}

} // namespace

Share shareOf(int wrong, int judged, double confidence)
{
    Share share;
    share.judged = judged;
    share.wrong = wrong;
    if (judged > 0) {
        share.share = static_cast<double>(wrong) / judged;
        share.upper = reid::clopperPearsonUpper(wrong, judged, confidence);
        const reid::Interval interval = reid::clopperPearson(wrong, judged, confidence);
        share.lower2 = interval.lower;
        share.upper2 = interval.upper;
    }
    return share;
}

const Test *Verdict::certifiedTest() const
{
    for (const Test &test : tests) {
        if (certified && test.threshold == *certified)
            return &test;
    }
    return nullptr;
}

Verdict judge(std::span<const Judged> units, std::span<const double> thresholds, const Level &level)
{
    Verdict verdict;
    verdict.level = level;
    verdict.complete =
        std::all_of(units.begin(), units.end(), [](const Judged &unit) { return unit.answer.has_value(); });
    std::optional<double> passed;
    bool possible = false; // something passed, or may still pass
    bool failed = false;
    for (const double threshold : thresholds) {
        Test test = testAt(units, threshold, level);
        if (test.outcome != Test::Outcome::Skipped) {
            if (failed)
                test.outcome = Test::Outcome::NotReached;
            failed = failed || test.outcome == Test::Outcome::Fails;
            possible = possible || !failed;
            if (test.outcome == Test::Outcome::Passes)
                passed = threshold;
        }
        verdict.tests.push_back(test);
    }
    if (verdict.complete)
        verdict.certified = passed;
    verdict.certainFailure = !possible;
    verdict.reference = verdict.certified ? *verdict.certified : thresholds.empty() ? 0 : thresholds.back();
    verdict.overall = countAt(units, verdict.reference, std::nullopt, level.confidence);
    for (const reid::Sex sex : reid::kAllSexes)
        verdict.bySex[static_cast<std::size_t>(sex)] = countAt(units, verdict.reference, sex, level.confidence);
    for (const Judged &unit : units) {
        if (unit.answer && unit.score >= reid::thresholdTicks(verdict.reference))
            ++verdict.answers[static_cast<std::size_t>(*unit.answer)];
    }
    return verdict;
}

std::vector<std::optional<Answer>> strictest(std::span<const std::optional<Answer>> first,
                                             std::span<const std::optional<Answer>> second)
{
    std::vector<std::optional<Answer>> both(std::min(first.size(), second.size()));
    for (std::size_t i = 0; i < both.size(); ++i) {
        if (first[i] && second[i])
            both[i] = countsAsWrong(*first[i]) ? first[i] : second[i];
    }
    return both;
}

} // namespace herdbook::trial

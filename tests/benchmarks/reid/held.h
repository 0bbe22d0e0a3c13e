// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/reid/realsets.h"
#include "tests/support/servers.h"

namespace herdbook::reid::realsets {

/// What herdbook-analyze said of a mapped set, held against its truth.
struct Verdict
{
    QString status;
    std::optional<double> threshold;
    double truth = 0;               ///< true wrong share at the threshold
    std::optional<double> estimate; ///< of the wrong share there
    bool hasBound = false;          ///< whether a bound under everything is given at any threshold
    bool unbroken = true;           ///< whether the truth stays under the bound at every one

    bool isFalseRecommend() const { return status == QLatin1String("Recommend") && truth > .05; }
    bool isWrongTrial() const { return status == QLatin1String("TrialOnly") && truth > .2; }
    bool isBroken() const { return hasBound && !unbroken; }
    /// What is wrong with it, "TrialOnly at 0.615, 0.24 wrong; a bound is broken"; empty: nothing.
    QString faults() const;
};

/// Writes a mapped set into a fresh database and runs the program on it.
Result<Verdict> hold(test::Servers &servers, const Mapped &mapped, const QString &program);

/// What many verdicts come to.
struct Tally
{
    int analyses = 0, recommends = 0, falseRecommends = 0, trials = 0, wrongTrials = 0, bounds = 0, unbroken = 0;
    double trialTruth = 0;
    std::vector<double> ratios; ///< truth / estimate at the picks
    void add(const Verdict &verdict);
    /// Nothing false is recommended or to be tried, and the bounds of 95% hold.
    bool meetsGoals() const { return falseRecommends == 0 && wrongTrials == 0 && 20 * (bounds - unbroken) <= bounds; }
    void print(const QString &name) const;
};

} // namespace herdbook::reid::realsets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/sourcechecks.h"

#include "core/reid/text.h"

#include <cmath>

namespace herdbook::reid::load {

namespace {

constexpr double kCoverage = 0.95; // of the pairs that should be stored

} // namespace

Check schemaCheck(const Schema &schema)
{
    Check check{"schema", "Are the tables as expected?", Check::Outcome::Pass, "All columns are there.", {}};
    if (const QStringList missing = schema.missing(); !missing.isEmpty()) {
        check.outcome = Check::Outcome::Warn;
        check.detail = "Taken at their defaults: " + missing.join(QStringLiteral(", ")).toStdString() + ".";
    }
    for (const QString &remark : schema.remarks()) {
        check.outcome = Check::Outcome::Warn;
        check.detail += " " + remark.toStdString() + ".";
    }
    return check;
}

Check profileCheck(const Profiles &profiles, bool stored)
{
    using text::counted;
    Check check{"profiles", "Does every deer have a usable profile?", Check::Outcome::Pass, {}, profiles.leftOut};
    check.names = profiles.leftOutNames;
    if (stored) { // the vectors aren't read
        check.outcome = profiles.withoutVector > 0 ? Check::Outcome::Warn : Check::Outcome::NotApplicable;
        check.detail = text::count(profiles.withoutVector) + " of " +
                       counted(profiles.deer, "deer has no vector", "deer have no vector") +
                       " and are left out; whether the others' are usable isn't looked at with stored scores.";
        return check;
    }
    check.detail = text::count(profiles.list.size()) + " of " + counted(profiles.deer, "deer has", "deer have") +
                   " a usable profile; " + text::count(profiles.withoutVector) + " without a vector, " +
                   text::count(profiles.unusable) + " with NaN, infinite or zero values or of another length, " +
                   text::count(profiles.rescaled) + " normalized.";
    if (profiles.unusable + profiles.withoutVector > 0)
        check.outcome = Check::Outcome::Warn;
    return check;
}

Check versionCheck(const Profiles &profiles, bool stored)
{
    Check check{"versions", "Are the profiles of one embedding version?", Check::Outcome::Pass, {}, {}};
    check.detail =
        profiles.versionCount == 0 ? "No version is recorded." : "Recorded: " + profiles.versions.toStdString() + ".";
    if (profiles.versionCount == 0)
        check.outcome = Check::Outcome::NotApplicable;
    else if (profiles.withoutVersion > 0) {
        check.outcome = Check::Outcome::Warn;
        check.detail += " Not known of " + text::count(profiles.withoutVersion) + " of " +
                        text::counted(profiles.list.size(), "profile", "profiles") + ".";
    }
    if (profiles.versionCount > 1) {
        check.outcome = stored ? Check::Outcome::Fail : Check::Outcome::Warn;
        check.detail += stored ? " Stored scores of several versions can't be told apart."
                               : " Scores are computed from the vectors as they are.";
    }
    return check;
}

void addStoredChecks(std::vector<Check> &checks, const StoredFacts &facts, const StoredMatches &matches, double inForce)
{
    constexpr double kHalfATick = .00005; // the column has four decimals
    Check thresholds{"thresholds", "Is the stored scores' threshold the one in force?", Check::Outcome::Pass, {}, {}};
    if (facts.leastThreshold.isEmpty()) {
        thresholds.outcome = Check::Outcome::NotApplicable;
        thresholds.detail = facts.rows == 0 ? "There are no stored scores." : "None is recorded.";
    } else {
        thresholds.detail = "Used: " + facts.leastThreshold.toStdString();
        if (facts.leastThreshold != facts.mostThreshold) {
            thresholds.outcome = Check::Outcome::Fail;
            thresholds.detail += " to " + facts.mostThreshold.toStdString();
        }
        thresholds.detail += '.';
        if (thresholds.outcome == Check::Outcome::Pass &&
            std::abs(facts.leastThreshold.toDouble() - inForce) > kHalfATick) {
            thresholds.outcome = Check::Outcome::Warn;
            thresholds.detail += " In force is " + text::score(inForce) + ".";
        }
    }
    checks.push_back(std::move(thresholds));

    Check coverage{"coverage", "Are the stored scores complete?", Check::Outcome::Pass, {}, {}};
    if (matches.coverage) {
        coverage.detail = text::percent(*matches.coverage) + " of the pairs of one sex are stored (at least " +
                          text::percent(kCoverage) + " needed).";
        if (*matches.coverage < kCoverage)
            coverage.outcome = Check::Outcome::Fail;
    } else {
        coverage.outcome = Check::Outcome::NotApplicable;
        coverage.detail = "No pair of a detection and a profile of its sex could be stored.";
    }
    checks.push_back(std::move(coverage));

    if (matches.unusable > 0)
        checks.push_back({"scores",
                          "Are the stored scores numbers from 0 to 1?",
                          Check::Outcome::Warn,
                          text::counted(matches.unusable, "row has", "rows have") +
                              " a score that is null, under 0 or no number: left out.",
                          {}});
    checks.push_back({"censored",
                      "Are stored scores of 0 really 0?",
                      facts.rows > 0 && matches.censored == 0 ? Check::Outcome::Pass : Check::Outcome::NotApplicable,
                      text::count(matches.censored) + " scores of 0 may have been negative.",
                      {}});
}

} // namespace herdbook::reid::load

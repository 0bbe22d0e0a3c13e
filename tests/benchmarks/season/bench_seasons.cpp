// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/findings.h"
#include "core/season/likewithlike.h"
#include "tests/core/season/seasons.h"

#include <QTextStream>

// Seasons whose true rates are known: how often the interval of the matched ratio holds the truth (at least 90% is asked for), how
// often a report without a change claims one (at most 5%), and how often plain counts would have had the sign wrong.
//
//     bench_seasons [seasons] [seed]

using namespace herdbook;
using namespace herdbook::season;

int main(int argc, char **argv)
{
    const int seasons = argc > 1 ? qMax(1, QByteArray(argv[1]).toInt()) : 200;
    std::mt19937 random(argc > 2 ? QByteArray(argv[2]).toUInt() : 20261128U);
    struct Setting
    {
        const char *name;
        test::RanchPlan plan;
    };
    std::vector<Setting> settings;
    const auto add = [&settings](const char *name, const auto &change) {
        test::RanchPlan plan;
        change(plan);
        settings.push_back({name, plan});
    };
    add("6 cameras, no change", [](test::RanchPlan &) {});
    add("6 cameras, one added, no change", [](test::RanchPlan &plan) { plan.addedCamera = true; });
    add("6 cameras, half of them fail, no change", [](test::RanchPlan &plan) { plan.failing = 0.5; });
    add("3 cameras, few deer, no change", [](test::RanchPlan &plan) {
        plan.cameras = 3;
        plan.deerPerDay = 0.5;
    });
    add("12 cameras, many deer, no change", [](test::RanchPlan &plan) {
        plan.cameras = 12;
        plan.deerPerDay = 3;
    });
    add("6 cameras, 30 days, no change", [](test::RanchPlan &plan) { plan.days = 30; });
    add("6 cameras, one added, a fifth fewer", [](test::RanchPlan &plan) {
        plan.addedCamera = true;
        plan.secondYear = 0.8;
    });
    add("12 cameras, half as many", [](test::RanchPlan &plan) {
        plan.cameras = 12;
        plan.secondYear = 0.5;
    });
    QTextStream out(stdout);
    out << "seasons: " << seasons << " each\n"
        << "setting | truth in the 95% interval | reports with a finding between | within | wrong sign: counts | "
           "matched\n";
    bool holds = true;
    int unchanged = 0;
    int falseFindings = 0;
    for (const Setting &setting : settings) {
        int covered = 0;
        int between = 0;
        int within = 0;
        int countsWrong = 0;
        int matchedWrong = 0;
        const double truth = setting.plan.secondYear;
        for (int i = 0; i < seasons; ++i) {
            const std::vector<SeasonStatistics> years = test::twoYears(setting.plan, random);
            const auto ratio = LikeWithLike(years).ratio(1, 0, std::nullopt);
            covered += ratio && ratio->hasInterval && ratio->low <= truth && truth <= ratio->high ? 1 : 0;
            between += findingsBetween(years).empty() ? 0 : 1;
            const std::vector<Finding> found = findingsOf(years[0]);
            // Places differ in truth; weeks, months, hours and the course don't, beyond what all cameras share.
            within += std::any_of(found.begin(), found.end(),
                                  [](const Finding &finding) { return finding.kind != Finding::Kind::Location; })
                          ? 1
                          : 0;
            countsWrong += truth < 1 && years[1].detections > years[0].detections ? 1 : 0;
            matchedWrong += truth < 1 && ratio && ratio->ratio > 1 ? 1 : 0;
        }
        const auto percent = [seasons](int count) { return QString::asprintf("%.1f%%", 100.0 * count / seasons); };
        out << setting.name << " | " << percent(covered) << " | " << percent(between) << " | " << percent(within)
            << " | " << percent(countsWrong) << " | " << percent(matchedWrong) << '\n';
        holds = holds && covered >= 0.9 * seasons;
        unchanged += truth < 1 ? 0 : seasons;
        falseFindings += truth < 1 ? 0 : between;
    }
    holds = holds && falseFindings <= 0.05 * unchanged;
    out << "reports without a change: " << unchanged << ", with a finding between the periods: " << falseFindings
        << '\n';
    out << (holds ? "holds: coverage at least 90%, false findings between periods at most 5%\n" : "DOES NOT HOLD\n");
    return holds ? 0 : 1;
}

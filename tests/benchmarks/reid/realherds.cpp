// SPDX-License-Identifier: GPL-3.0-or-later
// All real identity sets x sexes x open shares x rates (and founders, bursts, few photos) through herdbook-analyze on a real PostgreSQL: the
// table of what it said and what was true, and each case where that is too wrong; it fails where a goal is missed.
// `benchmark_reid_realsets [seeds]`; needs ../shared/realsets (or HERDBOOK_REALSETS).
#include "tests/benchmarks/reid/held.h"

#include <QCoreApplication>
#include <cstdio>

using namespace herdbook;
using namespace herdbook::reid::realsets;

namespace {

/// Founders by chance, bursts that aren't known and few photos of each are tried at one rate only.
std::vector<Case> casesOf(const Features &set, std::uint64_t seeds)
{
    std::vector<Case> cases;
    for (const Sexes sexes : {Sexes::Random, Sexes::Skew, Sexes::Group, Sexes::Single}) {
        if (sexes == Sexes::Group && *std::ranges::max_element(set.group) < 2)
            continue;
        for (const double open : {.2, .4, .6}) {
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                for (const double rate : {.05, .1, .2})
                    cases.push_back({sexes, open, rate, seed});
                cases.push_back({sexes, open, .1, seed, true});
                cases.push_back({sexes, open, .1, seed, false, false});
                cases.push_back({sexes, open, .1, seed, false, true, 6});
            }
        }
    }
    return cases;
}

bool runSet(test::Servers &servers, const Features &set, std::uint64_t seeds, Tally &all)
{
    Tally tally;
    for (const Case &one : casesOf(set, seeds)) {
        const Result<Verdict> verdict = hold(servers, map(set, one), QStringLiteral(HERDBOOK_ANALYZE));
        if (!verdict) {
            std::printf("%s: %s\n", qPrintable(describe(set, one)), qPrintable(verdict.error().message));
            return false;
        }
        if (const QString faults = verdict->faults(); !faults.isEmpty())
            std::printf("  %s: %s\n", qPrintable(describe(set, one)), qPrintable(faults));
        tally.add(*verdict);
        all.add(*verdict);
    }
    tally.print(set.name);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::uint64_t seeds = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1;
    if (archive().isEmpty()) {
        std::printf("Left out: there are no real sets beside the source tree.\n");
        return 0;
    }
    const Result<std::vector<Features>> sets = read(archive());
    if (!sets) {
        std::printf("%s\n", qPrintable(sets.error().message));
        return 1;
    }
    test::Servers servers;
    if (const Result<void> started = servers.start(); !started) {
        std::printf("%s\n", qPrintable(started.error().message));
        return 1;
    }
    Tally all;
    for (const Features &set : *sets) {
        if (!runSet(servers, set, seeds, all))
            return 1;
    }
    all.print(QStringLiteral("all"));
    return all.meetsGoals() ? 0 : 1;
}

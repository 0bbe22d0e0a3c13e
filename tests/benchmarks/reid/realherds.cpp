// SPDX-License-Identifier: GPL-3.0-or-later
// All real identity sets x sexes x open shares x rates through herdbook-analyze on a real PostgreSQL: the table of what it said and what
// was true. `benchmark_reid_realsets [seeds]`; needs ../shared/realsets (or HERDBOOK_REALSETS).
#include "tests/benchmarks/reid/held.h"

#include <QCoreApplication>
#include <cstdio>

using namespace herdbook;
using namespace herdbook::reid::realsets;

namespace {

bool runSet(test::Servers &servers, const Features &set, std::uint64_t seeds, Tally &all)
{
    Tally tally;
    for (const Sexes sexes : {Sexes::Random, Sexes::Skew, Sexes::Group, Sexes::Single}) {
        if (sexes == Sexes::Group && *std::ranges::max_element(set.group) < 2)
            continue;
        for (const double open : {.2, .4, .6}) {
            for (const double rate : {.05, .1, .2}) {
                for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                    const Result<Verdict> verdict =
                        hold(servers, map(set, {sexes, open, rate, seed}), QStringLiteral(HERDBOOK_ANALYZE));
                    if (!verdict) {
                        std::printf("%s\n", qPrintable(verdict.error().message));
                        return false;
                    }
                    if (verdict->hasBound && !verdict->unbroken)
                        std::printf("  broken: %s %s open %.1f rate %.2f seed %d\n", qPrintable(set.name), name(sexes),
                                    open, rate, static_cast<int>(seed));
                    tally.add(*verdict);
                    all.add(*verdict);
                }
            }
        }
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
    return all.falseRecommends == 0 ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis would have done in five situations whose truth is known: `benchmark_reid_simulations [seeds]`.
#include "tests/core/reid/simulation/simulation.h"

#include <cstdio>
#include <cstdlib>

using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

namespace {

struct Tally
{
    int recommended = 0, trials = 0, abstained = 0;
    double wrongSum = 0, wrongWorst = 0;
    int picks = 0;
    int covered = 0, bounds = 0;
};

void look(Tally &tally, const World &world, const Analysis &analysis, bool verbose)
{
    const Recommendation &r = analysis.recommendation;
    tally.recommended += r.status == Status::Recommend;
    tally.trials += r.status == Status::TrialOnly;
    tally.abstained += r.status == Status::Abstain;
    if (r.threshold) {
        const double wrong = trueWrongShare(world, analysis, *r.threshold).value_or(0);
        tally.wrongSum += wrong;
        tally.wrongWorst = std::max(tally.wrongWorst, wrong);
        ++tally.picks;
    }
    if (verbose) {
        std::printf("  assigned %.3f; %s %.3f: %s\n",
                    static_cast<double>(analysis.counts.assigned) / static_cast<double>(analysis.counts.detections),
                    std::string(name(r.status)).c_str(), r.threshold.value_or(0), r.reason.c_str());
    }
    for (const double t : {.50, .55, .60, .65}) {
        const Evaluation e = analysis.evaluate(t);
        const auto wrong = trueWrongShare(world, analysis, t);
        if (verbose)
            std::printf("    %.2f added %6llu wrong %.3f estimate %.3f upper %.3f m1 %.4f m2 %.4f\n", t,
                        static_cast<unsigned long long>(e.added), wrong.value_or(-1), e.fdr.value_or(-1),
                        e.fdrUpper.value_or(-1), e.m1.value_or(-1), e.m2.value_or(-1));
        if (wrong && e.fdrUpper) {
            ++tally.bounds;
            tally.covered += *wrong <= *e.fdrUpper ? 1 : 0;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int seeds = argc > 1 ? std::atoi(argv[1]) : 20;
    std::printf("%-20s %9s %9s %9s %12s %12s %10s\n", "situation", "recommend", "trial", "abstain", "wrong, mean",
                "wrong, worst", "coverage");
    for (const Situation situation : kSituations) {
        Tally tally;
        for (int seed = 1; seed <= seeds; ++seed) {
            const World world = simulate(situation, static_cast<std::uint64_t>(seed));
            look(tally, world, analyzeWorld(world), argc > 2);
        }
        std::printf("%-20s %9d %9d %9d %12.4f %12.4f %10.3f\n", name(situation), tally.recommended, tally.trials,
                    tally.abstained, tally.picks > 0 ? tally.wrongSum / tally.picks : 0, tally.wrongWorst,
                    tally.bounds > 0 ? static_cast<double>(tally.covered) / tally.bounds : 0);
        std::fflush(stdout);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis would have done in situations whose truth is known: `benchmark_reid_simulations [seeds [-v]]`.
#include "tests/core/reid/simulation/simulation.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

namespace {

struct Tally
{
    int recommended = 0, falseRecommends = 0, trials = 0, abstained = 0;
    double wrongSum = 0, wrongWorst = 0, ratioSum = 0;
    int picks = 0, ratios = 0;
    int unbroken = 0, bounds = 0;   ///< analyses with a bound
    int nowHeld = 0, nowBounds = 0; ///< the bound of what is assigned now
};

/// Whether the truth stays under the bound at every threshold of the estimate.
bool isUnbroken(const World &world, const Analysis &analysis)
{
    const std::vector<std::uint32_t> wrong = trulyWrong(world, analysis);
    for (const int tick : analysis.grid) {
        const Evaluation e = analysis.evaluate(fromTicks(tick));
        if (e.wrongUpper && wrong[static_cast<std::size_t>(tick)] > *e.wrongUpper + 1e-9)
            return false;
    }
    return true;
}

/// Whether it says anything: a bound under all that is added.
bool hasBound(const Analysis &analysis)
{
    return std::ranges::any_of(analysis.grid, [&](int tick) {
        const Evaluation e = analysis.evaluate(fromTicks(tick));
        return e.added > 0 && e.wrongUpper && *e.wrongUpper < static_cast<double>(e.added);
    });
}

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
        tally.falseRecommends += r.status == Status::Recommend && wrong > .05;
        ++tally.picks;
        if (r.at->fdr.value_or(0) > 0) {
            tally.ratioSum += wrong / *r.at->fdr;
            ++tally.ratios;
        }
    }
    if (hasBound(analysis)) {
        ++tally.bounds;
        tally.unbroken += isUnbroken(world, analysis);
    }
    if (const Evaluation now = analysis.inForce(); now.wrongUpper) {
        ++tally.nowBounds;
        tally.nowHeld += static_cast<double>(trulyWrongInForce(world)) <= *now.wrongUpper;
        if (verbose)
            std::printf("  in force: about %.1f, at most %.1f, truly %zu of %llu\n", *now.wrong, *now.wrongUpper,
                        trulyWrongInForce(world), static_cast<unsigned long long>(analysis.counts.assigned));
    }
    if (!verbose)
        return;
    std::printf("  assigned %.3f, in force %.4f; %s %.3f: %s\n",
                static_cast<double>(analysis.counts.assigned) / static_cast<double>(analysis.counts.detections),
                analysis.wrongInForce.value_or(-1), std::string(name(r.status)).c_str(), r.threshold.value_or(0),
                r.reason.c_str());
    for (const double t : {.45, .50, .55, .60, .65}) {
        const Evaluation e = analysis.evaluate(t);
        std::printf("    %.2f added %6llu wrong %.4f estimate %.4f upper %.4f\n", t,
                    static_cast<unsigned long long>(e.added), trueWrongShare(world, analysis, t).value_or(-1),
                    e.fdr.value_or(-1), e.fdrUpper.value_or(-1));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int seeds = argc > 1 ? std::atoi(argv[1]) : 20;
    std::printf("%-18s %9s %6s %6s %8s %11s %12s %9s %9s %9s\n", "situation", "recommend", "false", "trial", "abstain",
                "wrong, mean", "wrong, worst", "true/est.", "unbroken", "in force");
    for (const Situation situation : kSituations) {
        Tally tally;
        for (int seed = 1; seed <= seeds; ++seed) {
            const World world = simulate(situation, static_cast<std::uint64_t>(seed));
            look(tally, world, analyzeWorld(world), argc > 2);
        }
        std::printf("%-18s %9d %6d %6d %8d %11.4f %12.4f %9.2f %4d of %d %4d of %d\n", name(situation),
                    tally.recommended, tally.falseRecommends, tally.trials, tally.abstained,
                    tally.picks > 0 ? tally.wrongSum / tally.picks : 0, tally.wrongWorst,
                    tally.ratios > 0 ? tally.ratioSum / tally.ratios : 0, tally.unbroken, tally.bounds, tally.nowHeld,
                    tally.nowBounds);
        std::fflush(stdout);
    }
    return 0;
}

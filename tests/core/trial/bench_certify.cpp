// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/simulate.h"
#include "tests/core/trial/nullpools.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace herdbook;
using namespace herdbook::trial;

namespace {

constexpr int kItems = 2000; ///< at the candidate

/// 4,000 items, evenly from 0.95 down, 2,000 of them at or above the candidate.
Scheme schemeOf(Preset preset)
{
    std::vector<reid::Ticks> scores;
    for (int i = 0; i < 2 * kItems; ++i)
        scores.push_back(static_cast<reid::Ticks>(9499 - 2 * i));
    std::vector<Level> levels = makeLevels(scores, 5500, preset);
    std::vector<Place> places;
    for (const reid::Ticks score : scores) {
        const auto level =
            std::find_if(levels.begin(), levels.end(), [&](const Level &one) { return score >= one.ticks; });
        if (level != levels.end())
            places.push_back({static_cast<int>(level - levels.begin()), reid::Sex::Doe});
    }
    return Scheme(std::move(places), std::move(levels), 40, kLogTwenty, false);
}

void printGains(int trials)
{
    std::printf("%d trials a cell, %d items at the candidate: detections certified over the candidate's, looks\n%-12s",
                trials, kItems, "true share");
    for (const Preset preset : {Preset::Standard, Preset::Short, Preset::Direct})
        std::printf("%18.*s", static_cast<int>(name(preset).size()), name(preset).data());
    std::printf("\n");
    Evaluator evaluator;
    for (const double share : {0.0, 0.01, 0.02, 0.05, 0.10}) {
        std::printf("%-12g", share);
        for (const Preset preset : {Preset::Standard, Preset::Short, Preset::Direct}) {
            const Scheme scheme = schemeOf(preset);
            const Expected expected = *simulate(scheme, kItems, share, trials, 1, evaluator);
            std::printf("%11.2f, %5.0f", expected.detections / kItems, expected.looks);
        }
        std::printf("\n");
    }
}

/// The largest rate of false certificates over all pools and reviewers.
double printNulls(int trials)
{
    double worst = 0;
    std::printf("\n%d null trials a pool and reviewer: false certificates, median looks\n", trials);
    for (const nulls::Pool &pool : nulls::pools()) {
        for (const double misses : {0.0, 0.1, 0.3, 0.6}) {
            std::mt19937_64 random(1);
            Evaluator evaluator;
            std::vector<int> looks;
            int wrong = 0;
            for (int trial = 0; trial < trials; ++trial) {
                const nulls::Result result =
                    nulls::review(nulls::draw(pool, random), {misses, 0, 0.02}, random, evaluator);
                wrong += result.falseCertificate ? 1 : 0;
                looks.push_back(result.looks);
            }
            std::nth_element(looks.begin(), looks.begin() + trials / 2, looks.end());
            const double share = static_cast<double>(wrong) / trials;
            worst = std::max(worst, share);
            std::printf("%-52s misses %.1f  false %.4f  looks %d\n", pool.name.c_str(), misses, share,
                        looks[static_cast<std::size_t>(trials) / 2]);
            std::fflush(stdout);
        }
    }
    return worst;
}

} // namespace

/// bench_certify [TRIALS]: what a trial brings, and how often it errs on pools made for that. Fails when it errs too often.
int main(int argc, char **argv)
{
    const int trials = argc > 1 ? std::max(1, std::atoi(argv[1])) : 4000;
    const auto start = std::chrono::steady_clock::now();
    printGains(std::min(trials, 2000));
    const double worst = printNulls(trials);
    const double most = 0.05 + 3 * std::sqrt(0.05 * 0.95 / trials);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("largest %.4f, at most %.4f may come; %.0f s\n", worst, most, seconds.count());
    return worst <= most ? EXIT_SUCCESS : EXIT_FAILURE;
}

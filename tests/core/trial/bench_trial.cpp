// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/simulation.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace herdbook::trial;

/// Prints how often a trial certifies, and how often wrongly, in every situation.
int main(int argc, char **argv)
{
    const int trials = argc > 1 ? std::atoi(argv[1]) : 5000;
    int worst = 0;
    std::printf("%d trials of 210 each\n%-24s %-20s %9s %11s %9s %7s\n", trials, "situation", "candidate", "threshold",
                "true share", "certified", "false");
    const auto start = std::chrono::steady_clock::now();
    int all = 0;
    for (const simulation::Situation &situation : simulation::situations()) {
        const simulation::Population population = simulation::populate(situation, 7);
        for (const simulation::Pick &pick : simulation::picks(population)) {
            const simulation::Tally tally = simulation::run(population, pick.threshold, trials, 1);
            std::printf("%-24s %-20s %9.3f %10.2f%% %8.1f%% %6.2f%%\n", situation.name, pick.name, pick.threshold,
                        100 * tally.shareAtCandidate, 100.0 * tally.candidateCertified / trials,
                        100.0 * tally.wrongCertificates / trials);
            worst = std::max(worst, tally.wrongCertificates);
            all += trials;
        }
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("worst %.2f%% (nominal 5%%); %.2f ms a trial\n", 100.0 * worst / trials, 1000 * seconds.count() / all);
    return worst <= trials * 0.05 ? EXIT_SUCCESS : EXIT_FAILURE;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace herdbook::benchmarks {

/// What running a program took.
struct Run
{
    double seconds = 0;
    long peakKib = 0;
    int exitCode = -1;
};

/// Runs programs from a small process of its own: a child's peak memory counts from its parent's size. Make it first thing in main().
class Launcher
{
public:
    Launcher();
    ~Launcher();
    Launcher(const Launcher &) = delete;
    Launcher &operator=(const Launcher &) = delete;

    /// Runs a program (looked up in PATH) with its output thrown away, as often as asked for; the medians of time and memory.
    Run measure(const std::vector<std::string> &command, const std::vector<std::string> &environment, int times);

private:
    Run once(const std::string &request);
    int m_requests = -1;
    int m_answers = -1;
    int m_process = -1;
};

} // namespace herdbook::benchmarks

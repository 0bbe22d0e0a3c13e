// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reid/measured.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace herdbook::benchmarks {

namespace {

/// Words, each ended by a zero; those before an empty one are NAME=value of the environment.
Run runOnce(std::string &request)
{
    std::vector<char *> environment;
    std::vector<char *> arguments;
    std::vector<char *> *words = &environment;
    for (char *at = request.data(); at < request.data() + request.size(); at += strlen(at) + 1) {
        if (*at == 0)
            words = &arguments;
        else
            words->push_back(at);
    }
    arguments.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        for (char *variable : environment)
            putenv(variable);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return {took.count(), usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

void serve(int requests, int answers)
{
    std::uint32_t size = 0;
    while (read(requests, &size, sizeof size) == sizeof size) {
        std::string request(size, '\0');
        if (read(requests, request.data(), size) != static_cast<ssize_t>(size))
            break;
        const Run run = runOnce(request);
        if (write(answers, &run, sizeof run) != sizeof run)
            break;
    }
}

} // namespace

Launcher::Launcher()
{
    int requests[2];
    int answers[2];
    if (pipe2(requests, O_CLOEXEC) != 0 || pipe2(answers, O_CLOEXEC) != 0)
        std::exit(1);
    m_process = fork();
    if (m_process == 0) {
        close(requests[1]);
        serve(requests[0], answers[1]);
        _exit(0);
    }
    close(requests[0]);
    close(answers[1]);
    m_requests = requests[1];
    m_answers = answers[0];
}

Launcher::~Launcher()
{
    close(m_requests);
    waitpid(m_process, nullptr, 0);
    close(m_answers);
}

Run Launcher::once(const std::string &request)
{
    const auto size = static_cast<std::uint32_t>(request.size());
    Run run;
    if (write(m_requests, &size, sizeof size) != sizeof size ||
        write(m_requests, request.data(), size) != static_cast<ssize_t>(size) ||
        read(m_answers, &run, sizeof run) != sizeof run)
        std::exit(1);
    return run;
}

Run Launcher::measure(const std::vector<std::string> &command, const std::vector<std::string> &environment, int times)
{
    std::string request;
    for (const std::string &variable : environment)
        request += variable + '\0';
    request += '\0';
    for (const std::string &word : command)
        request += word + '\0';
    std::vector<Run> runs;
    for (int i = 0; i < times; ++i)
        runs.push_back(once(request));
    const auto middle = runs.begin() + times / 2;
    std::ranges::nth_element(runs, middle, {}, &Run::peakKib);
    const long peak = middle->peakKib;
    std::ranges::nth_element(runs, middle, {}, &Run::seconds);
    return {middle->seconds, peak, middle->exitCode};
}

} // namespace herdbook::benchmarks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace herdbook::test {

/// Of the processor's time, what this thread took: what else the machine does is no matter of its.
inline double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

} // namespace herdbook::test

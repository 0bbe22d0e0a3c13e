// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program where a property doesn't hold, so that the fuzzer keeps the input.
#define HERDBOOK_PROPERTY(condition)                                                                                   \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "property violated: %s\n", #condition);                                               \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

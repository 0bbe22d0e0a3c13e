// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <climits>
#include <cstddef>

#include <sys/types.h>

namespace herdbook::render {

/// What a ReadingHelper and its child tell each other.
struct ReadingMessage
{
    static constexpr std::size_t Head = 1024;
    enum class Word : int { Open, Locate, Read, Drop, Opened, Progress, Done };

    Word word = Word::Drop;
    int error = 0;
    qint64 size = 0;
    mode_t mode = 0;
    int pathLength = 0, headLength = 0;
    char path[PATH_MAX]; ///< asked for, or real
    char head[Head];

    std::size_t length() const { return offsetof(ReadingMessage, head) + static_cast<std::size_t>(headLength); }
};

/// What the child of a ReadingHelper does, after a fork of a process with many threads: system calls only, nothing that allocates or locks.
/// Nothing of the parent but the two stays open in it.
[[noreturn]] void serveReading(int socket, int memory);

} // namespace herdbook::render

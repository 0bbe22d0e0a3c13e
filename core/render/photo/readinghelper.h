// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include <sys/types.h>

namespace herdbook::render {

struct ReadingMessage;

/// A child process that opens and reads files for this one. A disk that doesn't answer holds whoever asks it, and no signal ends that; so
/// that this process can end, and go on meanwhile, another one asks. It does system calls alone, and ends with this process.
class ReadingHelper
{
public:
    /// Called while an answer is waited for, about ten times a second.
    using Tick = std::function<void(std::chrono::milliseconds waited)>;

    /// What came of a step.
    enum class Outcome {
        Answered,
        Silent,  ///< nothing for the whole patience
        Stopped, ///< on request
        Gone     ///< the helper ended
    };

    struct Opened
    {
        int error = 0;   ///< errno
        mode_t mode = 0; ///< as stat tells
        qint64 size = 0; ///< bytes
        QByteArray real; ///< where it is, all links followed; empty when that can't be told
        QByteArray head; ///< the first bytes of a regular file, at most 1024
    };

    ReadingHelper();
    ~ReadingHelper();
    ReadingHelper(const ReadingHelper &) = delete;
    ReadingHelper &operator=(const ReadingHelper &) = delete;

    /// errno of what kept the helper from being started; then it is good for nothing, and no file's fault.
    int startError() const { return m_startError; }

    /// Finds out where a folder really is; the right to list it isn't needed. Keeps it as open() does, for drop().
    Outcome locate(const QByteArray &folder, std::chrono::milliseconds patience, const Tick &tick,
                   const std::stop_token &stop, Opened &opened);
    /// Opens a file or folder and keeps it open for read(), or drop().
    Outcome open(const QByteArray &path, std::chrono::milliseconds patience, const Tick &tick,
                 const std::stop_token &stop, Opened &opened);
    /// Reads what was opened, to its end.
    /// @param error errno of what went wrong; EFBIG when it is longer than `most` bytes.
    Outcome read(qint64 most, std::chrono::milliseconds patience, const Tick &tick, const std::stop_token &stop,
                 QByteArray &bytes, int &error);
    bool drop();

    /// A helper that is free, or a new one, and back; a helper that didn't answer isn't given back.
    static std::unique_ptr<ReadingHelper> take();
    static void giveBack(std::unique_ptr<ReadingHelper> helper);

private:
    bool send(const ReadingMessage &message, std::size_t size);
    Outcome open(bool asPlace, const QByteArray &path, std::chrono::milliseconds patience, const Tick &tick,
                 const std::stop_token &stop, Opened &opened);
    Outcome receive(ReadingMessage &message, std::chrono::milliseconds patience, const Tick &tick,
                    const std::stop_token &stop);

    int m_startError = 0;
    pid_t m_pid = -1;
    int m_socket = -1;
    int m_memory = -1; ///< shared with the helper, which puts there what it read
};

} // namespace herdbook::render

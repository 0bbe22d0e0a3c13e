// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <csignal>
#include <memory>
#include <sys/types.h>

namespace herdbook::demo {

/// An unprivileged user that a child process runs as. Only root can hand one over.
struct ServerUser
{
    uid_t uid = 0;
    gid_t gid = 0;
    QString name;

    /// Whom servers run as: nobody else when this process is not root; otherwise `postgres` or, missing that, `nobody`.
    static std::optional<ServerUser> forServers();
};

/// What to start and how. The environment is the whole environment of the child; the terminal is not shared with it.
struct ChildCommand
{
    QString program; ///< absolute path
    QStringList arguments = {};
    QStringList environment = {}; ///< `NAME=value`; secrets belong here, never into the arguments
    QString workingFolder = {};
    QString logFile = {};                ///< standard output and error are appended here; empty: discarded
    std::optional<ServerUser> user = {}; ///< changed to before anything else
    int deathSignal = SIGKILL;           ///< what the child gets when the parent is gone
};

/// A child process that can't outlive its parent, however that one ends: the kernel sends it `deathSignal`. Linux ties that to
/// the *thread* which started the child, so start children from the main thread or from one that lives as long as they shall.
/// Usable from any one thread at a time. The destructor kills what still runs.
class ChildProcess
{
public:
    ChildProcess() = default;
    ~ChildProcess();
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&other) noexcept;

    /// Starts the program. NotFound or Denied when it can't be executed.
    static Result<ChildProcess> start(const ChildCommand &command);

    /// Runs the program to its end and gives its exit code (128 + signal when one ended it).
    static Result<int> run(const ChildCommand &command);

    /// 0 when there is none.
    pid_t pid() const { return m_pid; }

    /// Whether it still runs; reaps it when it has ended.
    bool isRunning();

    /// Waits for its end; a negative time waits without limit. False when it still runs.
    bool waitForExit(int milliseconds);

    /// Exit code of the ended process (128 + signal when one ended it), -1 before.
    int exitCode() const { return m_exitCode; }

    /// Sends a signal to the process alone.
    void signal(int number) const;

    /// Asks it to end by `number`; kills it with all its descendants when it hasn't after the time.
    void end(int number, int milliseconds = 5000);

    /// Kills it and its descendants at once and waits until none is left.
    void killTree();

    /// Stops it with its descendants by SIGSTOP, as a hung server would be. A stopped process still ends by killTree().
    void pauseTree() const;
    /// Continues what pauseTree() stopped.
    void resumeTree() const;

private:
    pid_t m_pid = 0;
    int m_exitCode = -1;
};

} // namespace herdbook::demo

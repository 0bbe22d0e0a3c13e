// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/childprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace herdbook::demo {

namespace {

/// Everything the child needs, made before fork(): after it only async-signal-safe calls are allowed.
struct Prepared
{
    QByteArray program, folder, logFile;
    QList<QByteArray> argumentText, environmentText;
    QList<char *> arguments, environment;

    explicit Prepared(const ChildCommand &command)
        : program(QFile::encodeName(command.program)), folder(QFile::encodeName(command.workingFolder)),
          logFile(QFile::encodeName(command.logFile.isEmpty() ? QStringLiteral("/dev/null") : command.logFile))
    {
        argumentText.append(program);
        for (const QString &argument : command.arguments)
            argumentText.append(QFile::encodeName(argument));
        for (const QString &variable : command.environment)
            environmentText.append(variable.toLocal8Bit());
        for (QByteArray &text : argumentText)
            arguments.append(text.data());
        for (QByteArray &text : environmentText)
            environment.append(text.data());
        arguments.append(nullptr);
        environment.append(nullptr);
    }
};

/// In the child: drop privileges, then ask for the death signal (setuid would clear it), then see whether the parent still is.
bool restrain(const ChildCommand &command, pid_t parent)
{
    if (command.user) {
        // The raw calls: glibc's would try to tell threads that this process does not have.
        const gid_t gid = command.user->gid;
        if (::syscall(SYS_setgroups, 1, &gid) != 0 || ::syscall(SYS_setgid, gid) != 0 ||
            ::syscall(SYS_setuid, command.user->uid) != 0)
            return false;
    }
    return ::prctl(PR_SET_PDEATHSIG, command.deathSignal) == 0 && ::getppid() == parent;
}

[[noreturn]] void becomeChild(const ChildCommand &command, Prepared &prepared, pid_t parent, int errorPipe)
{
    ::setsid();
    for (int number = 1; number < 32; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int input = ::open("/dev/null", O_RDONLY);
    const int output = ::open(prepared.logFile.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const bool restrained = output >= 0 && restrain(command, parent) &&
                            (prepared.folder.isEmpty() || ::chdir(prepared.folder.constData()) == 0);
    if (restrained) {
        ::dup2(input, 0);
        ::dup2(output, 1);
        ::dup2(output, 2);
#ifdef SYS_close_range
        ::syscall(SYS_close_range, 3U, ~0U, 4U /* CLOSE_RANGE_CLOEXEC */);
#endif
        ::execve(prepared.program.constData(), prepared.arguments.data(), prepared.environment.data());
    }
    const int code = errno;
    [[maybe_unused]] const ssize_t written = ::write(errorPipe, &code, sizeof code);
    ::_exit(127);
}

/// State letter and parent of a process as /proc/PID/stat has them; '-' when it is gone.
struct ProcessState
{
    char letter = '-';
    pid_t parent = 0;
};

ProcessState stateOf(pid_t pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() < 2 ? ProcessState() : ProcessState{fields[0].at(0), fields[1].toInt()};
}

/// Waits, for at most 5 s, until each of the processes is in one of the states.
void waitForState(const QList<pid_t> &processes, const QByteArray &letters)
{
    QElapsedTimer timer;
    timer.start();
    for (const pid_t pid : processes) {
        while (!letters.contains(stateOf(pid).letter) && timer.elapsed() < 5000)
            ::usleep(1000);
    }
}

QList<pid_t> descendants(pid_t root)
{
    QHash<pid_t, QList<pid_t>> childrenOf;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isProcess = false;
        const pid_t pid = entry.toInt(&isProcess);
        if (isProcess)
            childrenOf[stateOf(pid).parent].append(pid);
    }
    QList<pid_t> found{root};
    for (qsizetype i = 0; i < found.size(); ++i)
        found += childrenOf.value(found[i]);
    return found;
}

int exitCodeOf(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

std::optional<ServerUser> ServerUser::forServers()
{
    if (::geteuid() != 0)
        return std::nullopt;
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = ::getpwnam(name))
            return ServerUser{entry->pw_uid, entry->pw_gid, QString::fromLocal8Bit(name)};
    }
    return std::nullopt;
}

ChildProcess::~ChildProcess()
{
    killTree();
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)), m_exitCode(other.m_exitCode)
{
}

ChildProcess &ChildProcess::operator=(ChildProcess &&other) noexcept
{
    if (this != &other) {
        killTree();
        m_pid = std::exchange(other.m_pid, 0);
        m_exitCode = other.m_exitCode;
    }
    return *this;
}

Result<ChildProcess> ChildProcess::start(const ChildCommand &command)
{
    Prepared prepared(command);
    int errorPipe[2];
    if (::pipe2(errorPipe, O_CLOEXEC) != 0)
        return Error{ErrorKind::Internal, QStringLiteral("Can't start %1: no pipe").arg(command.program)};
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeChild(command, prepared, parent, errorPipe[1]);
    ::close(errorPipe[1]);
    int code = pid < 0 ? errno : 0;
    if (pid > 0) {
        ssize_t got = 0;
        do {
            got = ::read(errorPipe[0], &code, sizeof code);
        } while (got < 0 && errno == EINTR);
        code = got == sizeof code ? code : 0; // nothing to read: the pipe was closed by a successful exec
    }
    ::close(errorPipe[0]);
    ChildProcess child;
    child.m_pid = pid > 0 ? pid : 0;
    if (code == 0)
        return child;
    return Error{
        code == ENOENT ? ErrorKind::NotFound : ErrorKind::Denied,
        QStringLiteral("Can't start %1: %2").arg(command.program, QString::fromLocal8Bit(std::strerror(code)))};
}

Result<int> ChildProcess::run(const ChildCommand &command)
{
    Result<ChildProcess> child = start(command);
    if (!child)
        return child.error();
    child->waitForExit(-1);
    return child->exitCode();
}

bool ChildProcess::isRunning()
{
    return m_pid != 0 && !waitForExit(0);
}

bool ChildProcess::waitForExit(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (m_pid != 0) {
        int status = 0;
        const pid_t ended = ::waitpid(m_pid, &status, milliseconds < 0 ? 0 : WNOHANG);
        if (ended == m_pid || (ended < 0 && errno != EINTR)) {
            m_exitCode = ended == m_pid ? exitCodeOf(status) : -1;
            m_pid = 0;
        } else if (milliseconds >= 0) {
            if (timer.elapsed() >= milliseconds)
                return false;
            ::usleep(2000);
        }
    }
    return true;
}

void ChildProcess::signal(int number) const
{
    if (m_pid != 0)
        ::kill(m_pid, number);
}

void ChildProcess::end(int number, int milliseconds)
{
    signal(number);
    if (!waitForExit(milliseconds))
        killTree();
}

void ChildProcess::killTree()
{
    if (m_pid == 0)
        return;
    // Stopped first, so that nothing is born between the look and the kill.
    ::kill(m_pid, SIGSTOP);
    const QList<pid_t> all = descendants(m_pid);
    for (const pid_t pid : all)
        ::kill(pid, SIGKILL);
    waitForExit(-1);
    waitForState(all, "-ZX"); // the descendants are init's to reap; one that only waits for that holds nothing any more
}

void ChildProcess::pauseTree() const
{
    if (m_pid == 0)
        return;
    ::kill(m_pid, SIGSTOP);
    const QList<pid_t> all = descendants(m_pid);
    for (const pid_t pid : all)
        ::kill(pid, SIGSTOP);
    waitForState(all, "T-ZX");
}

void ChildProcess::resumeTree() const
{
    if (m_pid == 0)
        return;
    for (const pid_t pid : descendants(m_pid))
        ::kill(pid, SIGCONT);
}

} // namespace herdbook::demo

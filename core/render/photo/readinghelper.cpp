// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/readinghelper.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace herdbook::render {

namespace {

constexpr std::size_t Head = 1024;
constexpr std::size_t Piece = 256 * 1024;
constexpr qint64 KeptMemory = 4 * 1024 * 1024;

enum class Word : int { Open, Locate, Read, Drop, Opened, Progress, Done };

// In the helper.
constexpr int SocketFd = 3, MemoryFd = 4, FileFd = 5;

} // namespace

struct ReadingHelper::Message
{
    Word word = Word::Drop;
    int error = 0;
    qint64 size = 0;
    mode_t mode = 0;
    int pathLength = 0, headLength = 0;
    char path[PATH_MAX]; ///< asked for, or real
    char head[Head];

    std::size_t length() const { return offsetof(Message, head) + static_cast<std::size_t>(headLength); }
};

namespace {

using std::chrono::milliseconds;

/// In the helper, after a fork of a process with many threads: system calls only, nothing that allocates or locks.
template<class Message>
[[noreturn]] void serve()
{
    static char piece[Piece];
    static Message message;
    int file = -1;
    for (;;) {
        const ssize_t got = ::recv(SocketFd, &message, sizeof message, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            ::_exit(0);
        if (message.word == Word::Open || message.word == Word::Locate) {
            const int how = message.word == Word::Open ? O_RDONLY | O_NOCTTY : O_PATH | O_DIRECTORY;
            if (file >= 0)
                ::close(file);
            do {
                file = ::open(message.path, how | O_CLOEXEC);
            } while (file < 0 && errno == EINTR);
            message.word = Word::Opened;
            message.error = file < 0 ? errno : 0;
            message.pathLength = message.headLength = 0;
            struct stat status = {};
            if (file >= 0 && file != FileFd) {
                ::dup2(file, FileFd);
                ::close(file);
                file = FileFd;
            }
            if (file >= 0 && ::fstat(file, &status) == 0) {
                message.mode = status.st_mode;
                message.size = status.st_size;
                const ssize_t length = ::readlink("/proc/self/fd/5", message.path, sizeof message.path - 1);
                message.pathLength = length > 0 ? static_cast<int>(length) : 0;
                if (S_ISREG(status.st_mode)) {
                    const ssize_t head = ::pread(file, message.head, Head, 0);
                    message.error = head < 0 ? errno : 0;
                    message.headLength = head > 0 ? static_cast<int>(head) : 0;
                }
            }
        } else if (message.word == Word::Read) {
            const qint64 most = message.size;
            qint64 done = 0;
            message.error = 0;
            message.headLength = 0;
            for (;;) {
                const ssize_t read = ::read(file, piece, Piece);
                if (read < 0 && errno == EINTR)
                    continue;
                if (read <= 0) {
                    message.error = read < 0 ? errno : 0;
                    break;
                }
                if (done + read > most) {
                    message.error = EFBIG;
                    break;
                }
                if (::pwrite(MemoryFd, piece, static_cast<std::size_t>(read), done) != read) {
                    message.error = ENOMEM;
                    break;
                }
                done += read;
                if (static_cast<std::size_t>(read) == Piece) {
                    message.word = Word::Progress;
                    (void)::send(SocketFd, &message, message.length(), MSG_NOSIGNAL);
                }
            }
            ::close(file);
            file = -1;
            message.word = Word::Done;
            message.size = done;
        } else {
            if (file >= 0)
                ::close(file);
            file = -1;
            continue;
        }
        if (::send(SocketFd, &message, message.length(), MSG_NOSIGNAL) < 0)
            ::_exit(0);
    }
}

/// What a fork leaves to be put in order: nothing of this process but the two may stay open in the helper, which may outlive it on a disk
/// that never answers.
void detach(int socket, int memory)
{
    const int none = ::open("/dev/null", O_RDWR);
    for (int standard = 0; standard < 3; ++standard)
        ::dup2(none, standard);
    const int high[] = {::fcntl(socket, F_DUPFD, 10), ::fcntl(memory, F_DUPFD, 10)};
    ::dup2(high[0], SocketFd);
    ::dup2(high[1], MemoryFd);
    if (::close_range(FileFd, INT_MAX, 0) != 0) {
        for (int fd = FileFd; fd < 65536; ++fd)
            ::close(fd);
    }
    struct sigaction usual = {};
    usual.sa_handler = SIG_IGN;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
        ::sigaction(signal, &usual, nullptr); // it ends with who it works for
}

/// Makes the helpers, in a thread that lives as long as this process: what the kernel calls the death of the parent is that of the thread that forked.
class Nursery
{
public:
    /// fork(), or -1; in the child it doesn't return.
    static pid_t bear(int socket, int memory, void (*child)())
    {
        static std::mutex mutex;
        static Nursery *one = nullptr;
        const std::lock_guard lock(mutex);
        // A process that was forked itself has no thread but the one that did it.
        if (one == nullptr || one->m_process != ::getpid())
            one = new Nursery;
        return one->ask({socket, memory, child});
    }

private:
    struct Order
    {
        int socket, memory;
        void (*child)();
    };

    pid_t ask(const Order &order)
    {
        std::unique_lock lock(m_mutex);
        if (!m_runs) {
            try {
                std::thread([this] { run(); }).detach();
            } catch (const std::system_error &) {
                return -1;
            }
            m_runs = true;
        }
        m_order = order;
        m_born.reset();
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_born.has_value(); });
        return *m_born;
    }

    [[noreturn]] void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_order.has_value(); });
            const Order order = *std::exchange(m_order, std::nullopt);
            const pid_t pid = ::fork();
            if (pid == 0) {
                // Also while it stands still. A parent that died before this is no parent any more.
                if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != m_process)
                    ::_exit(0);
                detach(order.socket, order.memory);
                order.child();
                ::_exit(0);
            }
            m_born = pid;
            m_changed.notify_all();
        }
    }

    const pid_t m_process = ::getpid();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_runs = false;
    std::optional<Order> m_order;
    std::optional<pid_t> m_born;
};

struct Helpers
{
    std::mutex mutex;
    std::vector<std::unique_ptr<ReadingHelper>> free;
    std::vector<pid_t> ended; ///< to be waited for
};

Helpers &helpers()
{
    static auto *all = new Helpers; // for as long as any thread may read
    return *all;
}

void reap()
{
    Helpers &all = helpers();
    const std::lock_guard lock(all.mutex);
    std::erase_if(all.ended, [](pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) != 0; });
}

} // namespace

ReadingHelper::ReadingHelper()
{
    reap();
    int ends[2] = {-1, -1};
    m_memory = ::memfd_create("herdbook-photo", MFD_CLOEXEC);
    if (m_memory < 0 || ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        m_startError = errno;
        return;
    }
    m_pid = Nursery::bear(ends[1], m_memory, serve<Message>);
    ::close(ends[1]);
    m_socket = ends[0];
    if (m_pid < 0) {
        m_startError = EAGAIN;
        ::close(m_socket);
        m_socket = -1;
    }
}

ReadingHelper::~ReadingHelper()
{
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_memory >= 0)
        ::close(m_memory);
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        Helpers &all = helpers();
        {
            const std::lock_guard lock(all.mutex);
            all.ended.push_back(m_pid);
        }
        reap();
    }
}

bool ReadingHelper::send(const Message &message, std::size_t size)
{
    return m_socket >= 0 && ::send(m_socket, &message, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

ReadingHelper::Outcome ReadingHelper::receive(Message &message, milliseconds patience, const Tick &tick,
                                              const std::stop_token &stop)
{
    constexpr milliseconds Step(50);
    for (milliseconds waited(0);;) {
        pollfd entry{m_socket, POLLIN, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(Step.count()));
        if (ready < 0 && errno != EINTR)
            return Outcome::Gone;
        if (ready > 0)
            break;
        if (stop.stop_requested())
            return Outcome::Stopped;
        waited += Step;
        if (waited >= patience)
            return Outcome::Silent;
        if (tick)
            tick(waited);
    }
    return ::recv(m_socket, &message, sizeof message, 0) > 0 ? Outcome::Answered : Outcome::Gone;
}

ReadingHelper::Outcome ReadingHelper::locate(const QByteArray &folder, milliseconds patience, const Tick &tick,
                                             const std::stop_token &stop, Opened &opened)
{
    return open(true, folder, patience, tick, stop, opened);
}

ReadingHelper::Outcome ReadingHelper::open(const QByteArray &path, milliseconds patience, const Tick &tick,
                                           const std::stop_token &stop, Opened &opened)
{
    return open(false, path, patience, tick, stop, opened);
}

ReadingHelper::Outcome ReadingHelper::open(bool asPlace, const QByteArray &path, milliseconds patience,
                                           const Tick &tick, const std::stop_token &stop, Opened &opened)
{
    opened = {};
    Message message;
    if (path.size() >= PATH_MAX) {
        opened.error = ENAMETOOLONG;
        return Outcome::Answered;
    }
    message.word = asPlace ? Word::Locate : Word::Open;
    std::memcpy(message.path, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    if (!send(message, message.length()))
        return Outcome::Gone;
    if (const Outcome outcome = receive(message, patience, tick, stop); outcome != Outcome::Answered)
        return outcome;
    opened = {message.error, message.mode, message.size, QByteArray(message.path, message.pathLength),
              QByteArray(message.head, message.headLength)};
    return Outcome::Answered;
}

ReadingHelper::Outcome ReadingHelper::read(qint64 most, milliseconds patience, const Tick &tick,
                                           const std::stop_token &stop, QByteArray &bytes, int &error)
{
    Message message;
    message.word = Word::Read;
    message.size = most;
    if (!send(message, message.length()))
        return Outcome::Gone;
    do {
        if (const Outcome outcome = receive(message, patience, tick, stop); outcome != Outcome::Answered)
            return outcome;
    } while (message.word == Word::Progress);
    error = message.error;
    if (error != 0)
        return Outcome::Answered;
    bytes.resize(message.size);
    for (qint64 done = 0; done < message.size;) {
        const ssize_t got = ::pread(m_memory, bytes.data() + done, static_cast<std::size_t>(message.size - done), done);
        if (got <= 0)
            return Outcome::Gone;
        done += got;
    }
    if (message.size > KeptMemory)
        (void)::ftruncate(m_memory, 0);
    return Outcome::Answered;
}

bool ReadingHelper::drop()
{
    Message message;
    message.word = Word::Drop;
    return send(message, message.length());
}

std::unique_ptr<ReadingHelper> ReadingHelper::take()
{
    Helpers &all = helpers();
    {
        const std::lock_guard lock(all.mutex);
        if (!all.free.empty()) {
            std::unique_ptr<ReadingHelper> helper = std::move(all.free.back());
            all.free.pop_back();
            return helper;
        }
    }
    return std::make_unique<ReadingHelper>();
}

void ReadingHelper::giveBack(std::unique_ptr<ReadingHelper> helper)
{
    Helpers &all = helpers();
    const std::lock_guard lock(all.mutex);
    all.free.push_back(std::move(helper));
}

} // namespace herdbook::render

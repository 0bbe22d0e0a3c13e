// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/readinghelper.h"

#include "core/render/photo/nursery.h"
#include "core/render/photo/readingchild.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace herdbook::render {

namespace {

using std::chrono::milliseconds;

constexpr qint64 KeptMemory = 4 * 1024 * 1024;

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
    m_pid = Nursery::bear(ends[1], m_memory, serveReading);
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

bool ReadingHelper::send(const ReadingMessage &message, std::size_t size)
{
    return m_socket >= 0 && ::send(m_socket, &message, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

ReadingHelper::Outcome ReadingHelper::receive(ReadingMessage &message, milliseconds patience, const Tick &tick,
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
    ReadingMessage message;
    if (path.size() >= PATH_MAX) {
        opened.error = ENAMETOOLONG;
        return Outcome::Answered;
    }
    message.word = asPlace ? ReadingMessage::Word::Locate : ReadingMessage::Word::Open;
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
    ReadingMessage message;
    message.word = ReadingMessage::Word::Read;
    message.size = most;
    if (!send(message, message.length()))
        return Outcome::Gone;
    do {
        if (const Outcome outcome = receive(message, patience, tick, stop); outcome != Outcome::Answered)
            return outcome;
    } while (message.word == ReadingMessage::Word::Progress);
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
    ReadingMessage message;
    message.word = ReadingMessage::Word::Drop;
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

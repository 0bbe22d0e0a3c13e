// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/readingchild.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::render {

namespace {

constexpr std::size_t Piece = 256 * 1024;
constexpr int SocketFd = 3, MemoryFd = 4, FileFd = 5;

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

} // namespace

void serveReading(int socket, int memory)
{
    detach(socket, memory);
    static char piece[Piece];
    static ReadingMessage message;
    int file = -1;
    for (;;) {
        const ssize_t got = ::recv(SocketFd, &message, sizeof message, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            ::_exit(0);
        if (message.word == ReadingMessage::Word::Open || message.word == ReadingMessage::Word::Locate) {
            const int how = message.word == ReadingMessage::Word::Open ? O_RDONLY | O_NOCTTY : O_PATH | O_DIRECTORY;
            if (file >= 0)
                ::close(file);
            do {
                file = ::open(message.path, how | O_CLOEXEC);
            } while (file < 0 && errno == EINTR);
            message.word = ReadingMessage::Word::Opened;
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
                    const ssize_t head = ::pread(file, message.head, ReadingMessage::Head, 0);
                    message.error = head < 0 ? errno : 0;
                    message.headLength = head > 0 ? static_cast<int>(head) : 0;
                }
            }
        } else if (message.word == ReadingMessage::Word::Read) {
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
                    message.word = ReadingMessage::Word::Progress;
                    (void)::send(SocketFd, &message, message.length(), MSG_NOSIGNAL);
                }
            }
            ::close(file);
            file = -1;
            message.word = ReadingMessage::Word::Done;
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

} // namespace herdbook::render

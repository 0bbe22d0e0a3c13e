// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/route.h"
#include "core/http/byterange.h"
#include "core/http/filebody.h"
#include "core/http/shard.h"
#include "tests/fuzz/property.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <limits>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace herdbook;

namespace {

constexpr std::string_view Offered = "0123456789";
constexpr std::string_view Secret = "SECRET-BESIDE-THE-FOLDER";

bool isClean(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 && c != '\t'; });
}

void checkRange(std::string_view header)
{
    for (const std::uint64_t size :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1000}, std::numeric_limits<std::uint64_t>::max()}) {
        const http::ByteRange range = http::selectRange(header, size);
        if (range.kind == http::ByteRange::Kind::Part)
            HERDBOOK_PROPERTY(range.length > 0 && range.offset < size && range.length <= size - range.offset);
        else if (range.kind == http::ByteRange::Kind::Whole)
            HERDBOOK_PROPERTY(range.offset == 0 && range.length == size);
    }
}

/// Routes as the service does and serves downloads from a folder with one file in it.
class FolderHandler : public http::Handler
{
public:
    FolderHandler()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("exports"));
        write(QStringLiteral("/exports/file.bin"), Offered);
        write(QStringLiteral("/secret"), Secret);
        QFile::link(m_folder.filePath(QStringLiteral("secret")), m_folder.filePath(QStringLiteral("exports/link")));
    }

    std::optional<http::Response> admit(const http::Request &head) override
    {
        HERDBOOK_PROPERTY(isClean(head.method) && !head.method.empty());
        HERDBOOK_PROPERTY(isClean(head.path) && head.path.find('?') == std::string_view::npos);
        for (const http::Request::Header &header : head.headers)
            HERDBOOK_PROPERTY(isClean(header.name) && isClean(header.value));
        return std::nullopt;
    }

    void handle(const http::Request &request, http::Responder respond) override
    {
        checkRange(request.header("Range"));
        const api::Route route = api::findRoute(request.method, request.path);
        if (!route.call)
            return respond(http::problem(route.allowed.empty() ? 404 : 405, "refused"));
        HERDBOOK_PROPERTY(route.argument.find('/') == std::string_view::npos);
        if (*route.call != api::Call::Download)
            return respond(http::problem(200, "taken"));
        const QByteArray folder = QFile::encodeName(m_folder.filePath(QStringLiteral("exports")));
        http::FileDescriptor file = http::openRegularFile(folder.toStdString(), std::string(route.argument));
        HERDBOOK_PROPERTY(!file || route.argument == "file.bin");
        respond(file ? http::fileResponse(request, std::move(file), "attachment", "application/octet-stream")
                     : http::problem(404, "Not found"));
    }

private:
    void write(const QString &name, std::string_view content)
    {
        QFile file(m_folder.path() + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), static_cast<qint64>(content.size())) < 0)
            std::abort();
    }

    const QTemporaryDir m_folder;
};

/// One event loop of the server, whose clients are socket pairs of this process.
class Loop
{
public:
    Loop() : m_thread([this] { m_shard.run(); }) {}
    ~Loop()
    {
        http::asio::post(m_shard.executor(), [this] { m_shard.stop(); });
    }

    /// All that is answered to these bytes, after which the client says nothing more.
    std::string ask(const std::uint8_t *data, std::size_t size)
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            std::abort();
        http::asio::post(m_shard.executor(), [this, server = ends[1]] {
            http::Socket socket(m_shard.executor());
            socket.assign(http::asio::ip::tcp::v4(), server);
            m_shard.adopt(std::move(socket));
        });
        // Sent beside the reading, as neither side may wait for the other for ever.
        std::jthread sender([&] {
            for (std::size_t sent = 0; sent < size;) {
                const ssize_t now = ::send(ends[0], data + sent, size - sent, MSG_NOSIGNAL);
                if (now <= 0)
                    break;
                sent += static_cast<std::size_t>(now);
            }
            ::shutdown(ends[0], SHUT_WR);
        });
        std::string answer;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(ends[0], buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, static_cast<std::size_t>(got));
        sender.join();
        ::close(ends[0]);
        return answer;
    }

private:
    FolderHandler m_handler;
    std::atomic<int> m_largeBodies{4};
    http::Shard m_shard{m_handler, {}, 8, m_largeBodies};
    std::jthread m_thread;
};

} // namespace

/// Whatever bytes a client sends: what reaches the handler is unambiguous, what comes back is HTTP, and no file but the one in the folder is
/// ever opened.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Loop loop;
    const std::string answer = loop.ask(data, size);
    HERDBOOK_PROPERTY(answer.empty() || answer.starts_with("HTTP/1.1 "));
    HERDBOOK_PROPERTY(answer.find(Secret) == std::string::npos);
    return 0;
}

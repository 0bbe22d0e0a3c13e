// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/tlstunnel.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace herdbook::storage {

struct TlsTunnel::Private
{
    ~Private()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        for (const int socket : {server, plain}) {
            if (socket >= 0)
                ::close(socket);
        }
    }
    void carry();
    bool readServer();
    bool writeServer();
    bool readPlain();
    bool writePlain();

    SSL_CTX *context = nullptr;
    SSL *ssl = nullptr;
    int server = -1;
    int plain = -1;
    std::string toServer;
    std::string toPlain;
    bool writeWaitsForRead = false;
};

namespace {

constexpr size_t Piece = size_t{64} << 10;

Error unreachable(const QString &why)
{
    return {ErrorKind::Unreachable, why};
}

/// A connected socket whose sending and receiving time out, for the handshake.
Result<int> connectTo(const QString &host, quint16 port, std::chrono::milliseconds timeout)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *all = nullptr;
    if (const int code = ::getaddrinfo(host.toUtf8().constData(), std::to_string(port).c_str(), &hints, &all))
        return unreachable(QString::fromLocal8Bit(::gai_strerror(code)));
    int code = ECONNREFUSED;
    int connected = -1;
    for (const addrinfo *each = all; each != nullptr && connected < 0; each = each->ai_next) {
        const int socket = ::socket(each->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval limit{static_cast<time_t>(timeout.count() / 1000),
                            static_cast<suseconds_t>(timeout.count() % 1000 * 1000)};
        ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit); // connect() too
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        if (::connect(socket, each->ai_addr, each->ai_addrlen) == 0) {
            connected = socket;
            noticeDeadPeer(socket);
        } else {
            code = errno == EINPROGRESS ? ETIMEDOUT : errno;
            ::close(socket);
        }
    }
    ::freeaddrinfo(all);
    return connected >= 0 ? Result<int>(connected) : unreachable(QString::fromLocal8Bit(std::strerror(code)));
}

bool wouldBlock(SSL *ssl, int result)
{
    const int error = SSL_get_error(ssl, result);
    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

} // namespace

void noticeDeadPeer(int socket)
{
    constexpr int On = 1;
    constexpr int IdleSeconds = 15;
    constexpr int StepSeconds = 5;
    constexpr int Steps = 3;
    constexpr unsigned UnansweredMs = 1000 * (IdleSeconds + Steps * StepSeconds);
    ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &On, sizeof On);
    ::setsockopt(socket, IPPROTO_TCP, TCP_KEEPIDLE, &IdleSeconds, sizeof IdleSeconds);
    ::setsockopt(socket, IPPROTO_TCP, TCP_KEEPINTVL, &StepSeconds, sizeof StepSeconds);
    ::setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &Steps, sizeof Steps);
    ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &UnansweredMs, sizeof UnansweredMs);
}

Result<std::unique_ptr<TlsTunnel>> TlsTunnel::open(const QString &host, quint16 port, const QString &caFile,
                                                   std::chrono::milliseconds timeout)
{
    auto parts = std::make_unique<Private>();
    parts->context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(parts->context, TLS1_2_VERSION);
    SSL_CTX_set_verify(parts->context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_mode(parts->context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    const bool trusts =
        caFile.isEmpty()
            ? SSL_CTX_set_default_verify_paths(parts->context) == 1
            : SSL_CTX_load_verify_locations(parts->context, QFile::encodeName(caFile).constData(), nullptr) == 1;
    if (!trusts)
        return Error{ErrorKind::InvalidInput, QStringLiteral("TLS: no certificates of authorities can be read from %1")
                                                  .arg(caFile.isEmpty() ? QStringLiteral("the system") : caFile)};
    const Result<int> connected = connectTo(host, port, timeout);
    if (!connected)
        return connected.error();
    parts->server = *connected;
    parts->ssl = SSL_new(parts->context);
    const QByteArray name = host.toUtf8();
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(parts->ssl), name.constData()) != 1) {
        SSL_set1_host(parts->ssl, name.constData());
        SSL_set_tlsext_host_name(parts->ssl, const_cast<char *>(name.constData()));
    }
    SSL_set_fd(parts->ssl, parts->server);
    ERR_clear_error();
    if (const int done = SSL_connect(parts->ssl); done != 1) {
        const long verdict = SSL_get_verify_result(parts->ssl);
        if (verdict != X509_V_OK)
            return Error{ErrorKind::Denied, QStringLiteral("TLS: the server's certificate is not good: %1")
                                                .arg(QString::fromLatin1(X509_verify_cert_error_string(verdict)))};
        if (wouldBlock(parts->ssl, done))
            return unreachable(QStringLiteral("no answer to TLS within %1 ms").arg(timeout.count()));
        if (SSL_get_error(parts->ssl, done) == SSL_ERROR_SYSCALL ||
            ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
            return unreachable(QStringLiteral("the connection broke while TLS began"));
        const char *reason = ERR_reason_error_string(ERR_peek_last_error());
        return unreachable(QStringLiteral("TLS: no secure connection: %1")
                               .arg(QString::fromLatin1(reason != nullptr ? reason : "the server doesn't speak TLS")));
    }
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return Error{ErrorKind::Internal, QStringLiteral("TLS: %1").arg(QString::fromLocal8Bit(std::strerror(errno)))};
    parts->plain = pair[0];
    for (const int socket : {parts->server, parts->plain})
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    std::unique_ptr<TlsTunnel> tunnel(new TlsTunnel(std::move(parts)));
    tunnel->m_socket = pair[1];
    return tunnel;
}

TlsTunnel::TlsTunnel(std::unique_ptr<Private> parts) : d(std::move(parts)), m_thread([this] { d->carry(); }) {}

TlsTunnel::~TlsTunnel()
{
    if (m_socket >= 0)
        ::close(m_socket);
    // Whatever the thread waits for ends: the client, and a server that takes no more bytes.
    ::shutdown(d->plain, SHUT_RDWR);
    ::shutdown(d->server, SHUT_RDWR);
    m_thread.join();
}

int TlsTunnel::takeSocket()
{
    return std::exchange(m_socket, -1);
}

void TlsTunnel::Private::carry()
{
    bool well = true;
    while (well) {
        const bool room = toPlain.size() < Piece;
        const bool writes = !toServer.empty() && !writeWaitsForRead;
        // A side that nothing is asked of would still wake the poll, again and again, once it has ended.
        pollfd waiting[2] = {
            {plain, static_cast<short>((toServer.size() < Piece ? POLLIN : 0) | (toPlain.empty() ? 0 : POLLOUT)), 0},
            {room || writes ? server : -1, static_cast<short>((room ? POLLIN : 0) | (writes ? POLLOUT : 0)), 0}};
        if (::poll(waiting, 2, -1) < 0 && errno != EINTR)
            break;
        // Nobody is there to hear an answer to what hasn't been sent.
        if ((waiting[0].revents & POLLHUP) != 0)
            break;
        well = readPlain() && (toServer.empty() || writeServer()) && readServer() && writePlain();
    }
    // The client sees the end of the connection only after all that came before it.
    while (!toPlain.empty() && ::fcntl(plain, F_SETFL, 0) == 0 && writePlain()) {
    }
    ::shutdown(plain, SHUT_RDWR);
    ::shutdown(server, SHUT_RDWR);
}

bool TlsTunnel::Private::readPlain()
{
    if (toServer.size() >= Piece)
        return true;
    char bytes[Piece / 4];
    const ssize_t got = ::recv(plain, bytes, sizeof bytes, MSG_DONTWAIT);
    if (got > 0)
        toServer.append(bytes, static_cast<size_t>(got));
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

bool TlsTunnel::Private::writeServer()
{
    writeWaitsForRead = false;
    ERR_clear_error();
    const int sent = SSL_write(ssl, toServer.data(), static_cast<int>(toServer.size()));
    if (sent > 0)
        toServer.erase(0, static_cast<size_t>(sent));
    else
        writeWaitsForRead = SSL_get_error(ssl, sent) == SSL_ERROR_WANT_READ;
    return sent > 0 || wouldBlock(ssl, sent);
}

bool TlsTunnel::Private::readServer()
{
    char bytes[Piece / 4];
    // What TLS has decrypted already wakes no poll: it's taken whole.
    while (toPlain.size() < Piece || SSL_pending(ssl) > 0) {
        ERR_clear_error();
        const int got = SSL_read(ssl, bytes, sizeof bytes);
        if (got <= 0)
            return wouldBlock(ssl, got);
        toPlain.append(bytes, static_cast<size_t>(got));
    }
    return true;
}

bool TlsTunnel::Private::writePlain()
{
    if (toPlain.empty())
        return true;
    const ssize_t sent = ::send(plain, toPlain.data(), toPlain.size(), MSG_NOSIGNAL);
    if (sent > 0)
        toPlain.erase(0, static_cast<size_t>(sent));
    return sent > 0 || (sent < 0 && (errno == EAGAIN || errno == EINTR));
}

} // namespace herdbook::storage

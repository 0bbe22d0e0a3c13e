// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redis.h"

#include "core/storage/tlstunnel.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <hiredis/hiredis.h>
#include <mutex>
#include <poll.h>

namespace herdbook::storage {

namespace {

timeval toTimeval(std::chrono::milliseconds time)
{
    return {static_cast<time_t>(time.count() / 1000), static_cast<suseconds_t>(time.count() % 1000 * 1000)};
}

/// A larger answer ends the connection: no message, status or page of them comes near.
constexpr size_t MostReplyBytes = size_t{64} << 20;

/// So much later than its timeout no wait ends on a machine that runs: Linux ends one of a socket up to an eighth late.
std::chrono::milliseconds latest(std::chrono::milliseconds timeout)
{
    return timeout + timeout / 8 + std::chrono::milliseconds(300);
}

void append(redisContext *context, const QByteArrayList &arguments)
{
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    texts.reserve(static_cast<size_t>(arguments.size()));
    sizes.reserve(static_cast<size_t>(arguments.size()));
    for (const QByteArray &argument : arguments) {
        texts.push_back(argument.constData());
        sizes.push_back(static_cast<size_t>(argument.size()));
    }
    redisAppendCommandArgv(context, static_cast<int>(arguments.size()), texts.data(), sizes.data());
}

/// Whether it refuses to write as a replica does; with a script's words before it, or in a transaction.
bool saysReadOnly(const RedisReply &reply)
{
    return (reply.isError() && reply.text.contains("READONLY")) ||
           std::any_of(reply.items.begin(), reply.items.end(), saysReadOnly);
}

} // namespace

void Redis::Free::operator()(redisContext *context) const
{
    redisFree(context);
}

Redis::Redis(RedisSettings settings, std::chrono::milliseconds timeout)
    : m_settings(std::move(settings)), m_timeout(timeout)
{
    static std::once_flag once;
    std::call_once(once, [] { std::signal(SIGPIPE, SIG_IGN); });
}

Redis::~Redis() = default;
Redis::Redis(Redis &&) noexcept = default;
Redis &Redis::operator=(Redis &&) noexcept = default;

void Redis::disconnect()
{
    m_context.reset();
    m_tunnel.reset();
}

herdbook::Error Redis::drop(const QString &what)
{
    disconnect();
    return {ErrorKind::Unreachable,
            QStringLiteral("Redis at %1:%2 %3").arg(m_settings.host).arg(m_settings.port).arg(what)};
}

Result<void> Redis::connect()
{
    if (m_context)
        return {};
    disconnect();
    const QByteArray host = m_settings.host.toUtf8();
    if (m_settings.tls) {
        auto tunnel = TlsTunnel::open(m_settings.host, m_settings.port, m_settings.tlsCa, m_timeout);
        if (!tunnel)
            return Error{tunnel.error().kind, QStringLiteral("Redis at %1:%2: %3")
                                                  .arg(m_settings.host)
                                                  .arg(m_settings.port)
                                                  .arg(tunnel.error().message)};
        m_tunnel = *std::move(tunnel);
        m_context.reset(redisConnectFd(m_tunnel->takeSocket()));
    } else if (host.startsWith('/')) {
        m_context.reset(redisConnectUnixWithTimeout(host.constData(), toTimeval(m_timeout)));
    } else {
        m_context.reset(redisConnectWithTimeout(host.constData(), m_settings.port, toTimeval(m_timeout)));
    }
    if (!m_context)
        return Error{ErrorKind::Internal, QStringLiteral("Out of memory connecting to Redis")};
    if (m_context->err != 0)
        return drop(QStringLiteral("is unreachable: %1").arg(QString::fromLocal8Bit(m_context->errstr)));
    redisSetTimeout(m_context.get(), toTimeval(m_timeout));
    if (!m_settings.tls && !host.startsWith('/'))
        noticeDeadPeer(m_context->fd);
    return authenticate();
}

Result<void> Redis::authenticate()
{
    QList<QByteArrayList> greeting;
    if (!m_settings.password.isEmpty() && !m_settings.username.isEmpty())
        greeting << QByteArrayList{"AUTH", m_settings.username.toUtf8(), m_settings.password.toUtf8()};
    else if (!m_settings.password.isEmpty())
        greeting << QByteArrayList{"AUTH", m_settings.password.toUtf8()};
    greeting << QByteArrayList{"SELECT", QByteArray::number(m_settings.database)};
    for (const QByteArrayList &arguments : greeting) {
        append(m_context.get(), arguments);
        const Result<RedisReply> reply = readReply();
        if (!reply)
            return reply.error();
        if (reply->isError()) {
            const herdbook::Error error = errorOf(*reply);
            disconnect();
            return error;
        }
    }
    return {};
}

bool Redis::isTimedOut() const
{
    return m_context->err == REDIS_ERR_IO && (errno == EAGAIN || errno == EWOULDBLOCK);
}

Result<RedisReply> Redis::readReply()
{
    void *raw = nullptr;
    errno = 0;
    size_t received = 0;
    int done = 0;
    bool well = true, again = true;
    while (well && done == 0)
        well = redisBufferWrite(m_context.get(), &done) == REDIS_OK;
    while (well && raw == nullptr) {
        well = redisGetReplyFromReader(m_context.get(), &raw) == REDIS_OK;
        if (!well || raw != nullptr)
            break;
        const size_t before = m_context->reader->len;
        const auto asked = std::chrono::steady_clock::now();
        well = redisBufferRead(m_context.get()) == REDIS_OK;
        // Where that took far longer than the timeout, this machine stood still, and Redis with it: it is waited for once more.
        if (!well && isTimedOut() && std::chrono::steady_clock::now() - asked > latest(m_timeout) &&
            std::exchange(again, false)) {
            m_context->err = 0;
            well = true;
        }
        received += m_context->reader->len - before;
        if (received > MostReplyBytes) {
            disconnect();
            return Error{ErrorKind::Storage,
                         QStringLiteral("Redis sent more than %1 MiB in one answer").arg(MostReplyBytes >> 20)};
        }
    }
    if (!well) {
        return drop(isTimedOut()
                        ? QStringLiteral("did not answer within %1 ms").arg(m_timeout.count())
                        : QStringLiteral("broke the connection: %1").arg(QString::fromLocal8Bit(m_context->errstr)));
    }
    RedisReply reply = RedisReply::from(*static_cast<redisReply *>(raw));
    freeReplyObject(raw);
    return reply;
}

void Redis::dropIfClosed()
{
    if (!m_context)
        return;
    // Another may be the master by now, under the same name.
    if (std::exchange(m_isReplica, false))
        return disconnect();
    // No answer is due, so whatever is there to be read is the end of the connection.
    pollfd waiting{m_context->fd, POLLIN, 0};
    if (::poll(&waiting, 1, 0) > 0)
        disconnect();
}

Result<std::vector<RedisReply>> Redis::pipeline(const QList<QByteArrayList> &commands)
{
    dropIfClosed();
    if (const Result<void> connected = connect(); !connected)
        return connected.error();
    for (const QByteArrayList &arguments : commands)
        append(m_context.get(), arguments);
    std::vector<RedisReply> replies;
    replies.reserve(static_cast<size_t>(commands.size()));
    for (qsizetype at = 0; at < commands.size(); ++at) {
        Result<RedisReply> reply = readReply();
        if (!reply)
            return reply.error();
        replies.push_back(*std::move(reply));
    }
    m_isReplica = std::any_of(replies.begin(), replies.end(), saysReadOnly);
    return replies;
}

Result<std::vector<RedisReply>> Redis::readings(const QList<QByteArrayList> &commands)
{
    Result<std::vector<RedisReply>> replies = pipeline(commands);
    if (!replies)
        return replies;
    for (const RedisReply &reply : *replies) {
        if (!reply.isError())
            continue;
        if (const herdbook::Error error = errorOf(reply); error.kind != ErrorKind::Corrupt)
            return error;
    }
    return replies;
}

Result<RedisReply> Redis::command(const QByteArrayList &arguments)
{
    Result<std::vector<RedisReply>> replies = pipeline({arguments});
    if (!replies)
        return replies.error();
    RedisReply reply = std::move(replies->front());
    if (reply.isError())
        return errorOf(reply);
    return reply;
}

Result<std::vector<RedisReply>> Redis::transaction(const QList<QByteArrayList> &commands)
{
    QList<QByteArrayList> all{{"MULTI"}};
    all << commands << QByteArrayList{"EXEC"};
    Result<std::vector<RedisReply>> replies = pipeline(all);
    if (!replies)
        return replies.error();
    for (const RedisReply &reply : *replies) {
        if (reply.isError())
            return errorOf(reply);
    }
    for (const RedisReply &item : replies->back().items) {
        if (item.isError())
            return errorOf(item);
    }
    return std::move(replies->back().items);
}

Result<RedisReply> Redis::eval(const RedisScript &script, const QByteArrayList &keys, const QByteArrayList &arguments)
{
    const QByteArray sha = QCryptographicHash::hash(script.text, QCryptographicHash::Sha1).toHex();
    QByteArrayList call{"EVALSHA", sha, QByteArray::number(keys.size())};
    call << keys << arguments;
    Result<std::vector<RedisReply>> replies = pipeline({call});
    if (!replies)
        return replies.error();
    if (replies->front().isError() && replies->front().text.startsWith("NOSCRIPT")) {
        call[0] = "EVAL";
        call[1] = script.text;
        return command(call);
    }
    if (replies->front().isError())
        return errorOf(replies->front());
    return std::move(replies->front());
}

Result<RedisReply> Redis::receive(std::chrono::milliseconds timeout)
{
    if (!m_context)
        return Error{ErrorKind::Unreachable, QStringLiteral("Not subscribed")};
    void *buffered = nullptr;
    if (redisGetReplyFromReader(m_context.get(), &buffered) == REDIS_OK && buffered != nullptr) {
        RedisReply reply = RedisReply::from(*static_cast<redisReply *>(buffered));
        freeReplyObject(buffered);
        return reply;
    }
    pollfd waiting{m_context->fd, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(timeout.count())) <= 0)
        return RedisReply{};
    return readReply();
}

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/storage/redisreply.h"

#include <QByteArrayList>
#include <chrono>
#include <memory>

struct redisContext;

namespace herdbook::storage {

class TlsTunnel;

/// A Lua script, sent by its hash and, where Redis doesn't know it, by its text.
struct RedisScript
{
    QByteArray text;
};

/// One synchronous connection to Redis, used by one thread at a time. It connects on the first command; after a fault the
/// connection is dropped, that command answers Unreachable, and the next one connects anew. A command may have taken effect although its
/// answer was lost.
class Redis
{
public:
    /// @param timeout longest wait for the connection and for an answer; longer than any blocking command's own timeout.
    explicit Redis(RedisSettings settings, std::chrono::milliseconds timeout = std::chrono::seconds(1));
    ~Redis();
    Redis(Redis &&) noexcept;
    Redis &operator=(Redis &&) noexcept;

    const RedisSettings &settings() const { return m_settings; }
    bool isConnected() const { return m_context != nullptr; }

    /// Connects and authenticates now: to a host, by TLS where the settings say so, or to a local socket where the host is its path. Unreachable (host, port, timeout) or Denied (user, password) otherwise.
    Result<void> connect();
    void disconnect();

    /// One command and its answer. An error answer is an Error; one of over 64 MiB is Storage.
    Result<RedisReply> command(const QByteArrayList &arguments);

    /// Many commands in one round trip; error answers are among the replies (RedisReply::isError).
    Result<std::vector<RedisReply>> pipeline(const QList<QByteArrayList> &commands);

    /// The same, where the first refusal is an Error: what could not be read must not look like something that isn't there. A key of a
    /// wrong type is no refusal; its reply says so.
    Result<std::vector<RedisReply>> readings(const QList<QByteArrayList> &commands);

    /// MULTI ... EXEC: all or nothing. The answers of the commands; the first error answer is an Error.
    Result<std::vector<RedisReply>> transaction(const QList<QByteArrayList> &commands);

    /// EVALSHA, then EVAL where the script is new to Redis. Script cache misses are invisible to the caller.
    Result<RedisReply> eval(const RedisScript &script, const QByteArrayList &keys,
                            const QByteArrayList &arguments = {});

    /// The next pushed message of a subscribed connection; a Nil reply when none came within `timeout`.
    Result<RedisReply> receive(std::chrono::milliseconds timeout);

private:
    struct Free
    {
        void operator()(redisContext *context) const;
    };

    Result<void> authenticate();
    /// Lets go of a connection that the server closed while nothing was asked (its `timeout`), so that the next command isn't lost on it, and
    /// of one to a replica.
    void dropIfClosed();
    Result<RedisReply> readReply();
    /// Whether the last reading ended by the timeout.
    bool isTimedOut() const;
    herdbook::Error drop(const QString &what);

    RedisSettings m_settings;
    std::chrono::milliseconds m_timeout;
    bool m_isReplica = false;            ///< as its last answers said
    std::unique_ptr<TlsTunnel> m_tunnel; ///< where TLS is asked for; outlives the context
    std::unique_ptr<redisContext, Free> m_context;
};

} // namespace herdbook::storage

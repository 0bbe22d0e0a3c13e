// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/breaker.h"

#include "core/base/logging.h"

namespace herdbook::api {

namespace {

/// Who refuses at once may be asked again at once.
constexpr auto Hanging = std::chrono::milliseconds(200);
constexpr auto Rest = std::chrono::seconds(1);

/// Just under the timeout of the connections here: what took so long was silence, not a broken connection.
constexpr qint64 SilenceMs = 900;

} // namespace

Result<storage::RedisReply> Breaker::ask(storage::Redis &redis, const QByteArrayList &command)
{
    return guard([&] {
        const bool mayBeStale = redis.isConnected();
        QElapsedTimer timer;
        timer.start();
        auto reply = redis.command(command);
        if (!reply && mayBeStale && timer.elapsed() < SilenceMs)
            reply = redis.command(command);
        return reply;
    });
}

std::optional<Error> Breaker::hanging() const
{
    const std::lock_guard lock(m_mutex);
    return m_error && std::chrono::steady_clock::now() < m_until ? m_error : std::nullopt;
}

void Breaker::note(const Error *error, std::chrono::milliseconds took)
{
    const bool away = error != nullptr && (error->kind == ErrorKind::Unreachable || error->kind == ErrorKind::Denied);
    const std::lock_guard lock(m_mutex);
    if (away && !m_error)
        qCWarning(logApi).noquote() << error->message;
    if (!away && m_error)
        qCInfo(logApi).noquote() << m_server << "answers again";
    m_error = away ? std::optional(*error) : std::nullopt;
    if (away && took >= Hanging)
        m_until = std::chrono::steady_clock::now() + Rest;
}

} // namespace herdbook::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgresmonitor.h"

#include "core/storage/postgres.h"

#include <QElapsedTimer>

namespace herdbook::storage {

namespace {

constexpr auto Turn = std::chrono::seconds(2);
/// A server that froze is told within 5 s: one turn and one wait.
constexpr auto Patience = std::chrono::milliseconds(2500);

} // namespace

PostgresMonitor::PostgresMonitor(PostgresSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

PostgresMonitor::~PostgresMonitor() = default;

void PostgresMonitor::askNow()
{
    const std::lock_guard lock(m_mutex);
    m_asked = true;
    m_wake.notify_all();
}

void PostgresMonitor::run(const std::stop_token &stop)
{
    std::unique_ptr<Postgres> connection;
    QDateTime since;
    while (!stop.stop_requested()) {
        Result<void> asked;
        if (!connection) {
            Result<std::unique_ptr<Postgres>> opened =
                Postgres::open(m_settings, stop, Limits{Patience, Patience, Patience});
            if (opened)
                connection = *std::move(opened);
            else
                asked = opened.error();
        }
        QElapsedTimer timer;
        timer.start();
        if (connection) {
            asked = connection->each(QStringLiteral("SELECT 1"), {}, [](const Row &) {});
        }
        if (asked) {
            since = {};
            Q_EMIT answered(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        } else {
            connection.reset();
            if (!since.isValid())
                since = QDateTime::currentDateTimeUtc();
            Q_EMIT unreachable(since, asked.error().message, asked.error().kind == ErrorKind::Denied);
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, Turn, [this] { return m_asked; });
        m_asked = false;
    }
}

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgresmonitor.h"

#include "core/base/farewell.h"
#include "core/base/faults.h"
#include "core/storage/postgres.h"

#include <QElapsedTimer>

#include <condition_variable>
#include <mutex>

namespace herdbook::storage {

namespace {

constexpr auto Turn = std::chrono::seconds(2);
/// A server that froze is told within 5 s: one turn and one wait.
constexpr auto Patience = std::chrono::milliseconds(2500);

} // namespace

/// What the thread works with.
struct PostgresMonitor::Turns
{
    std::mutex mutex;
    std::condition_variable_any wake;
    bool asked = false;               ///< guarded by the mutex, as the next
    PostgresMonitor *owner = nullptr; ///< null once it is gone

    template<class Call>
    void post(Call call)
    {
        const std::lock_guard lock(mutex);
        if (owner != nullptr)
            QMetaObject::invokeMethod(
                owner, [monitor = owner, call = std::move(call)] { call(*monitor); }, Qt::QueuedConnection);
    }

    void run(const PostgresSettings &settings, const std::stop_token &stop)
    {
        std::unique_ptr<Postgres> connection;
        QDateTime since;
        while (!stop.stop_requested()) {
            Result<void> answer;
            if (!connection) {
                Result<std::unique_ptr<Postgres>> opened =
                    Postgres::open(settings, stop, Limits{Patience, Patience, Patience});
                if (opened)
                    connection = *std::move(opened);
                else
                    answer = opened.error();
            }
            QElapsedTimer timer;
            timer.start();
            if (connection)
                answer = connection->each(QStringLiteral("SELECT 1"), {}, [](const Row &) {});
            if (answer) {
                since = {};
                const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
                post([milliseconds](PostgresMonitor &monitor) { Q_EMIT monitor.answered(milliseconds); });
            } else {
                connection.reset();
                if (!since.isValid())
                    since = QDateTime::currentDateTimeUtc();
                post([since, error = answer.error()](PostgresMonitor &monitor) {
                    Q_EMIT monitor.unreachable(since, error.message, isRefusal(error));
                });
            }
            std::unique_lock lock(mutex);
            wake.wait_for(lock, stop, Turn, [this] { return asked; });
            asked = false;
        }
    }
};

PostgresMonitor::PostgresMonitor(PostgresSettings settings, QObject *parent)
    : QObject(parent), m_turns(std::make_shared<Turns>())
{
    m_turns->owner = this;
    m_thread = std::jthread(
        [turns = m_turns, settings = std::move(settings)](const std::stop_token &stop) { turns->run(settings, stop); });
}

PostgresMonitor::~PostgresMonitor()
{
    {
        const std::lock_guard lock(m_turns->mutex);
        m_turns->owner = nullptr;
    }
    finishLater(std::move(m_thread));
}

void PostgresMonitor::askNow()
{
    const std::lock_guard lock(m_turns->mutex);
    m_turns->asked = true;
    m_turns->wake.notify_all();
}

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/feedhistory.h"

#include "core/base/logging.h"

#include <mutex>

namespace herdbook::jobs {

namespace {

constexpr int HistoryRowsPerTurn = 100;
constexpr qint64 HistoryRetry = 10'000; ///< ms until a history that failed is tried again

/// Those that aren't out of their history yet.
class LeftRemovals
{
public:
    void add(const LeftRemovalPtr &removal)
    {
        const std::lock_guard lock(m_mutex);
        m_all << removal;
    }
    void drop(const LeftRemovalPtr &removal)
    {
        const std::lock_guard lock(m_mutex);
        m_all.removeOne(removal);
    }
    QList<LeftRemovalPtr> of(const QString &historyPath)
    {
        const std::lock_guard lock(m_mutex);
        QList<LeftRemovalPtr> found = m_all;
        found.removeIf([&](const LeftRemovalPtr &removal) { return removal->historyPath != historyPath; });
        return found;
    }

private:
    std::mutex m_mutex;
    QList<LeftRemovalPtr> m_all; ///< guarded by m_mutex
};

LeftRemovals &leftRemovals()
{
    static auto *const all = new LeftRemovals; // a reader may outlive main()
    return *all;
}

} // namespace

LeftRemovalPtr leaveRemoval(const LeftRemoval &removal)
{
    auto left = std::make_shared<const LeftRemoval>(removal);
    leftRemovals().add(left);
    return left;
}

FeedHistory::FeedHistory(const QString &path, const RedisSettings &redis, JobTracker &tracker,
                         std::function<void(const QString &problem)> tell)
    : m_path(path), m_server(QStringLiteral("%1:%2/%3").arg(redis.host).arg(redis.port).arg(redis.database)),
      m_tracker(tracker), m_tell(std::move(tell)), m_left(leftRemovals().of(path))
{
}

bool FeedHistory::open()
{
    if (m_path.isEmpty())
        return false;
    if (!m_history) {
        auto history = JobHistory::open(m_path, m_server);
        if (!history)
            return complain(history.error());
        m_history = *std::move(history);
        if (m_history->wasDamaged())
            m_damage = QStringLiteral("The history of jobs was damaged; it is kept as %1.damaged, and a new one "
                                      "was begun.")
                           .arg(m_path);
    }
    forgetLeft();
    if (!removeForgotten()) // else it would be learned again
        return false;
    // Once learned it is only asked whether it can be read again.
    const Result<QList<JobRow>> newest = m_history->newest(m_learned ? 1 : JobHistory::MostEntries);
    if (!newest)
        return complain(newest.error());
    if (!std::exchange(m_learned, true))
        m_tracker.learn(*newest);
    if (m_problem.isEmpty())
        tell(m_damage);
    return true;
}

void FeedHistory::forget(const QStringList &jobIds)
{
    m_tracker.forget(jobIds);
    m_forgotten += jobIds;
    removeForgotten();
}

void FeedHistory::forgetOnce(const LeftRemovalPtr &removal)
{
    forget(removal->outcome.result().doneOf(removal->jobIds));
    if (m_forgotten.isEmpty() || m_path.isEmpty())
        leftRemovals().drop(removal);
}

void FeedHistory::forgetLeft()
{
    const QList<LeftRemovalPtr> left = m_left;
    for (const LeftRemovalPtr &removal : left) {
        if (!removal->outcome.isFinished())
            continue;
        m_left.removeOne(removal);
        forgetOnce(removal);
    }
}

void FeedHistory::write()
{
    const bool failed = !m_problem.isEmpty() && m_problem != m_damage;
    if (m_path.isEmpty() || (failed && m_sinceFault.elapsed() < HistoryRetry))
        return;
    if (((!m_learned || failed) && !open()) || !removeForgotten())
        return;
    const QList<JobRowPtr> rows = m_tracker.takeForHistory(HistoryRowsPerTurn);
    if (const Result<void> written = m_history->write(rows); !written) {
        m_tracker.oweToHistory(rows);
        complain(written.error());
    } else if (failed) {
        tell(m_damage);
    }
}

bool FeedHistory::removeForgotten()
{
    if (!m_history || m_forgotten.isEmpty())
        return m_history != nullptr;
    if (const Result<void> removed = m_history->remove(m_forgotten); !removed)
        return complain(removed.error());
    m_forgotten.clear();
    return true;
}

/// Answers false.
bool FeedHistory::complain(const Error &error)
{
    m_sinceFault.start();
    if (m_problem != error.message)
        qCWarning(logUi).noquote() << error.message;
    tell(error.message);
    return false;
}

void FeedHistory::tell(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        m_tell(problem);
}

} // namespace herdbook::jobs

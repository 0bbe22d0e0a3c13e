// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobactions.h"
#include "core/jobs/jobhistory.h"
#include "core/jobs/tracking/jobtracker.h"

#include <QElapsedTimer>
#include <QFuture>

#include <functional>
#include <memory>

namespace herdbook::jobs {

/// A removal that a feed left behind when it ended.
struct LeftRemoval
{
    QString historyPath;
    QStringList jobIds;
    QFuture<ActionOutcome> outcome;
};
using LeftRemovalPtr = std::shared_ptr<const LeftRemoval>;
/// Keeps it until its jobs are out of the history, for the next feed of it.
LeftRemovalPtr leaveRemoval(const LeftRemoval &removal);

/// The history beside a feed's books: what it holds is learned, what lasts is written. A file that another program holds, or a disk that is
/// full for a while, loses nothing: it's tried again. Lives in the reading thread.
class FeedHistory
{
public:
    /// @param path of the SQLite file; empty: no history.
    /// @param tell called with each other problem; empty while the history works.
    FeedHistory(const QString &path, const RedisSettings &redis, JobTracker &tracker,
                std::function<void(const QString &problem)> tell);

    /// Opens the history and learns from it; what failed is tried again by the next call. Whether it could.
    bool open();
    /// Writes what lasts.
    void write();
    void forget(const QStringList &jobIds);
    /// Waits for the end of the removal.
    void forgetOnce(const LeftRemovalPtr &removal);
    /// What the feed before this one removed, as far as that has come to its end.
    void forgetLeft();

private:
    bool removeForgotten();
    bool complain(const Error &error);
    void tell(const QString &problem);

    QString m_path;
    QString m_server;
    JobTracker &m_tracker;
    std::function<void(const QString &problem)> m_tell;
    std::unique_ptr<JobHistory> m_history;
    bool m_learned = false;
    QStringList m_forgotten; ///< jobs that are still to be removed from the history
    QList<LeftRemovalPtr> m_left;
    QString m_damage, m_problem;
    QElapsedTimer m_sinceFault;
};

} // namespace herdbook::jobs

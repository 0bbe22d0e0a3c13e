// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faults.h"
#include "core/jobs/tracking/jobtracker.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace herdbook::jobs {

struct ActionOutcome;

/// How the feed stands with Redis.
struct FeedConnection
{
    enum class State { Connecting, Online, Offline };

    State state = State::Connecting;
    QDateTime since;            ///< when this state began
    QDateTime lastTry, nextTry; ///< Offline
    QString error;              ///< Offline: which server and why
    ErrorKind errorKind = ErrorKind::Unreachable;

    /// Offline: Redis answers, but doesn't let us in.
    bool isRefusal() const { return herdbook::isRefusal({errorKind, error}); }
};

/// How long to wait before try number `failures` (1, 2, ...): doubling from 1 s to 15 s, less up to a fifth by `random` (0..1), so that many
/// windows don't come back in step.
std::chrono::milliseconds retryDelay(int failures, double random);

/// Brings the jobs of one Redis to the UI thread: a thread reads, this object delivers, and only then the next turn is armed, so that turns
/// never overlap. Fast while something runs, slow when idle or hidden, further and further apart while Redis is away.
/// Lives in the UI thread and never waits there, but for a moment in the destructor: for what was asked of it last. Where that takes
/// longer, the application's end waits for it.
class JobFeed : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        JobTracker::Options tracker;
        QString historyPath; ///< SQLite file in the user's data folder; empty: no history
    };

    explicit JobFeed(Options options, QObject *parent = nullptr);
    ~JobFeed() override;

    void start();

    /// Whether somebody looks; a hidden window asks less often.
    void setVisible(bool visible);
    /// Asks at once: after an action, or "Retry now".
    void refresh();

    /// Shows this job in any case: one just asked for here.
    void expect(const QString &jobId);
    /// Adds what the history finds to the rows.
    void search(const QString &text);
    /// Takes jobs out of history and rows.
    void forget(const QStringList &jobIds);
    /// The same at the end of this feed, once they are removed without an error, for which the reading thread waits. The next feed of the
    /// same history forgets them as well, which may have begun before.
    void forgetOnce(const QStringList &jobIds, const QFuture<ActionOutcome> &removal);

    const FeedConnection &connection() const { return m_connection; }
    const Health &health() const { return m_health; }
    bool isReadOnly() const { return m_health.readOnly; }
    /// Why jobs beyond Redis's hour are missing, or won't be kept; empty while the history works.
    QString historyProblem() const { return m_historyProblem; }
    QString identity() const { return m_options.tracker.identity; }

    /// Milliseconds the last turn took, and how many of them the reading thread worked; the longest turn.
    double lastTurn() const { return m_lastTurn; }
    double lastTurnWork() const { return m_lastTurnWork; }
    double longestTurn() const { return m_longestTurn; }
    int turns() const { return m_turns; }
    /// Between the last turn and the next.
    std::chrono::milliseconds pause() const { return m_timer.intervalAsDuration(); }

Q_SIGNALS:
    /// What changed; not sent when nothing did. The first ones after start() bring all rows.
    void delivered(const herdbook::jobs::JobDelta &delta);
    /// Counts or rights have changed, or a few seconds have passed.
    void healthRead(const herdbook::jobs::Health &health);
    /// A turn has ended, whatever it brought.
    void turned();
    void connectionChanged(const herdbook::jobs::FeedConnection &connection);
    /// Another historyProblem(); the jobs are shown nevertheless.
    void historyChanged(const QString &problem);

private:
    class Reader;
    struct Turn
    {
        JobDelta delta;
        std::optional<Error> error;
        bool hasWork = false;
        double milliseconds = 0;
        double work = 0; ///< ms of processor time
    };

    void ask();
    void take(const Turn &turn);
    void deliver(const JobDelta &delta);
    void setConnection(FeedConnection connection);

    Options m_options;
    QThread *m_thread; ///< own, as the reader: where it hangs, it is left behind
    Reader *m_reader;  ///< lives in m_thread
    QTimer m_timer;
    bool m_asking = false, m_askAgain = false, m_visible = true;
    int m_failures = 0;
    FeedConnection m_connection;
    Health m_health;
    QString m_historyProblem;
    QElapsedTimer m_sinceAction, m_sinceHealth;
    double m_lastTurn = 0, m_lastTurnWork = 0, m_longestTurn = 0;
    int m_turns = 0;
};

} // namespace herdbook::jobs

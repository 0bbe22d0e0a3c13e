// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/tracking/queuereader.h"
#include "core/jobs/tracking/reconcile.h"

namespace herdbook::jobs {

/// One job on the tracker's books: the facts as last read, and what only time tells (how fast it goes, since when facts contradict).
class TrackedJob
{
public:
    explicit TrackedJob(QByteArray jobId);
    explicit TrackedJob(const JobRow &past);

    const QByteArray id;
    const QByteArray key;
    QByteArray raw; ///< the key's bytes; null without a key
    JobFacts facts;
    int nextPosition = 0;         ///< of the reading in progress
    std::optional<Hand> nextHand; ///< of the reading in progress
    QDateTime nextBeginBy;        ///< of the reading in progress
    bool forHistory = false;      ///< changed since it was last written down
    bool touched = false;         ///< something about it was read anew in this turn
    quint64 readTurn = 0;         ///< the turn its key was last read in
    QByteArray seenIn;            ///< the run of the server its key was last read in
    quint64 expiryTurn = 0;       ///< the turn the end of its key was last asked for in
    QDateTime fileCheckedAt;

    /// How closely a job has to be watched.
    enum class Group {
        Watched, ///< waits, runs, or isn't settled: every turn
        Settled, ///< finished and free of doubt, or in nobody's sight: changes only if somebody writes
        Past     ///< without a key: comes back only if one turns up
    };
    Group group = Group::Watched;
    bool grouped = false; ///< stands in the list of its group
    /// The group the facts call for now.
    Group groupOfFacts() const;

    /// Takes over the key's bytes. Whether they are new.
    bool setRaw(const QByteArray &bytes, bool exists);
    /// Takes over what the queue's message says, where the status doesn't.
    void setTask(const QueuedTask &task);
    /// Where its file is or was; empty when it names none, or none in the folder itself.
    QString localPath(const QString &exportFolder) const;

    /// The clock was set back by so many milliseconds.
    void setBack(qint64 milliseconds);

    /// Judges the facts anew where they changed or time makes a difference. Whether the row is a new one.
    bool judge(const QDateTime &now, int queueLength, const QString &exportFolder, const QString &identity);

    const JobRowPtr &row() const { return m_row; }

private:
    Verdict settledVerdict(const QDateTime &now);
    void fill(JobRow &row, const QDateTime &now);
    void measureSpeed(JobRow &row, const QDateTime &now);
    void tellTimeline(const JobRow &row, const QDateTime &now);
    void note(TimelineEvent event);

    JobFacts m_judged;
    bool m_contentChanged = true; ///< of key or message, since the last row
    int m_queueLength = 0;
    JobRowPtr m_row;
    QJsonObject m_request;
    std::optional<exports::ExportKind> m_taskKind;
    QList<TimelineEvent> m_timeline;
    QString m_stage;
    Contradiction m_suspicion = Contradiction::None;
    QDateTime m_suspectedAt;
    QDateTime m_suspicionSince; ///< the same, or when a worker that nobody sees last wrote the key
    bool m_pending = true;      ///< a suspicion waits for its time
    QDateTime m_sampleTime, m_leftAt;
    int m_sampleCount = -1;
    double m_speed = 0;
};

} // namespace herdbook::jobs

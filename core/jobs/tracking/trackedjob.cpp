// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/trackedjob.h"

#include "core/exports/redisnames.h"
#include "core/jobs/tracking/jobrecord.h"

#include <QJsonArray>

namespace herdbook::jobs {

namespace {

constexpr int LongestTimeline = 40;
constexpr double SpeedSampleSeconds = 2;

RowState stateOf(const exports::JobStatus &status)
{
    if (status.state == exports::JobState::Completed)
        return RowState::Completed;
    return status.cancelled ? RowState::Cancelled : RowState::Failed;
}

/// Of these there is a status, which says processing.
bool isUnheld(Contradiction contradiction)
{
    return contradiction == Contradiction::NobodyHoldsIt || contradiction == Contradiction::HolderUnheard;
}

} // namespace

TrackedJob::TrackedJob(QByteArray jobId) : id(std::move(jobId)), key(exports::StatusPrefix + id) {}

TrackedJob::TrackedJob(const JobRow &past) : TrackedJob(past.id.toUtf8())
{
    m_request = past.request;
    m_taskKind = past.kind;
    m_timeline = past.timeline;
    m_stage = past.stage;
    facts.expiresAt = past.expiresAt;
    facts.mine = past.mine;
    facts.repeatable = past.repeatable;
    facts.wasFinished = past.finishedAt.isValid();
    facts.unwatched = !past.isPast();
    seenIn = past.seenIn.toLatin1();
    m_row = std::make_shared<JobRow>(past);
    if (past.isPast()) { // what became of it is known, and stays so unless its key turns up again
        m_judged = facts;
        m_pending = false;
    }
}

bool TrackedJob::setRaw(const QByteArray &bytes, bool exists)
{
    if (!exists) {
        if (facts.key == KeyFact::Missing)
            return false;
        facts.key = KeyFact::Missing;
        raw = {};
        return true;
    }
    if (facts.key != KeyFact::Missing && raw == bytes)
        return false;
    raw = bytes;
    m_contentChanged = true;
    auto status = exports::jobStatusFromWire(bytes, QString::fromUtf8(id));
    facts.key = status ? KeyFact::Readable : KeyFact::Unreadable;
    facts.status = status ? std::make_shared<const exports::JobStatus>(*std::move(status)) : nullptr;
    facts.result = ResultFact::None;
    if (facts.status) {
        facts.wasFinished = facts.status->isFinished();
        if (!facts.status->request.isEmpty())
            m_request = facts.status->request;
        fileCheckedAt = {};
    }
    return true;
}

TrackedJob::Group TrackedJob::groupOfFacts() const
{
    if (m_row && m_row->isPast() && facts.key == KeyFact::Missing)
        return Group::Past;
    const bool finished = facts.key == KeyFact::Readable && facts.status && facts.status->isFinished();
    const bool placed = facts.queuePosition > 0 || facts.hand;
    const bool waits = facts.key == KeyFact::Readable && (!facts.placesKnown || isUnheld(m_suspicion));
    return !placed && !m_pending && (finished || waits) ? Group::Settled : Group::Watched;
}

void TrackedJob::setTask(const QueuedTask &task)
{
    if (m_request.isEmpty() && !task.request.isEmpty()) {
        m_request = task.request;
        m_contentChanged = true;
    }
    if (!m_taskKind)
        m_taskKind = task.kind;
}

void TrackedJob::setBack(qint64 milliseconds)
{
    for (QDateTime *time :
         {&facts.expiresAt, &fileCheckedAt, &m_suspicionSince, &m_suspectedAt, &m_sampleTime, &m_leftAt})
        *time = time->addMSecs(-milliseconds);
}

QString TrackedJob::localPath(const QString &exportFolder) const
{
    const QString name = facts.status ? facts.status->fileName : m_row ? m_row->fileName : QString();
    if (exportFolder.isEmpty() || name.isEmpty() || name.contains(u'/') || name.startsWith(u'.'))
        return {};
    return exportFolder + u'/' + name;
}

bool TrackedJob::judge(const QDateTime &now, int queueLength, const QString &exportFolder, const QString &identity)
{
    if (facts.status)
        facts.mine = !facts.status->requestedBy.isEmpty() && facts.status->requestedBy == identity;
    facts.repeatable = m_row ? m_row->repeatable : false;
    if (!facts.repeatable && !m_request.isEmpty()) {
        JobRow described;
        describeRequest(described, m_request);
        facts.repeatable = described.repeatable;
    }
    const bool lengthMatters = facts.queuePosition > 0 && queueLength != m_queueLength;
    const bool running = m_row && m_row->state == RowState::Running;
    const bool ending = facts.key == KeyFact::Missing && m_row && !m_row->isPast();
    if (m_row && !m_pending && !lengthMatters && !running && !ending && facts == m_judged)
        return false;

    const Verdict verdict = settledVerdict(now);
    JobRow row;
    fill(row, now);
    row.queueLength = facts.queuePosition > 0 ? queueLength : 0;
    row.localPath = localPath(exportFolder);
    row.state = verdict.state;
    row.contradiction = verdict.contradiction;
    row.mending = verdict.mending;
    if (row.state == RowState::Running)
        measureSpeed(row, now);
    m_judged = facts;
    m_queueLength = queueLength;
    tellTimeline(row, now);
    row.timeline = m_timeline;
    if (m_row && *m_row == row)
        return false;
    // Progress and places in the queue are Redis's business; the history gets what lasts.
    forHistory = forHistory || !m_row || m_row->state != row.state || m_row->timeline.size() != row.timeline.size() ||
                 m_row->title != row.title || m_row->error != row.error;
    m_row = std::make_shared<const JobRow>(std::move(row));
    return true;
}

Verdict TrackedJob::settledVerdict(const QDateTime &now)
{
    Verdict verdict = reconcile(facts, now);
    if (verdict.contradiction != m_suspicion) {
        m_suspicion = verdict.contradiction;
        m_suspicionSince = m_suspectedAt = now;
    } else if (isUnheld(m_suspicion) && m_contentChanged && facts.status->worker.isEmpty()) {
        m_suspicionSince = now;
    }
    m_pending =
        m_suspicion != Contradiction::None && m_suspicionSince.msecsTo(now) < graceOf(m_suspicion, facts).count();
    if (m_pending) {
        verdict.contradiction = Contradiction::None;
        verdict.mending = Mending::None;
        // Between two reads it may just have been queued or taken.
        if (isUnheld(m_suspicion) && !facts.hand && facts.status->worker.isEmpty() && m_suspectedAt.secsTo(now) < 2)
            verdict.state = m_row ? m_row->state : RowState::Queued;
    }
    return verdict;
}

void TrackedJob::fill(JobRow &row, const QDateTime &now)
{
    if (m_row && (!facts.status || !m_contentChanged))
        row = *m_row; // the key is gone or can't be read: what was known stays
    row.id = QString::fromUtf8(id);
    row.raw = raw;
    row.seenIn = QString::fromLatin1(seenIn);
    row.queuePosition = facts.queuePosition;
    row.beginBy = facts.wasBegun() ? QDateTime() : facts.beginBy;
    row.hand = facts.hand;
    row.cancelRequested = facts.cancelRequested;
    row.expiresAt = facts.expiresAt;
    row.mine = facts.mine;
    row.resultText = facts.resultText;
    row.file = facts.file;
    if (!std::exchange(m_contentChanged, false))
        return;
    if (!row.kind)
        row.kind = m_taskKind;
    if (facts.status) {
        const exports::JobStatus &status = *facts.status;
        row.createdAt = status.createdAt;
        row.startedAt = status.startedAt;
        row.finishedAt = status.completedAt;
        row.error = status.error;
        row.crops = status.crops;
        row.waitingFor = status.waitingFor;
        row.fileName = status.fileName;
        row.fileSize = status.fileSize;
        row.sha256 = status.sha256;
        row.parentJobId = status.parentJobId;
        row.requestedBy = status.requestedBy;
        row.stage = status.stage;
        row.worker = status.worker;
        row.attempt = status.attempt;
        row.total = status.totalDetections;
        row.processed = status.processedCount;
        row.percent = status.percent();
        if (status.kind)
            row.kind = status.kind;
    }
    if (!row.createdAt.isValid())
        row.createdAt = m_row ? m_row->createdAt : now;
    if (!row.kind && !row.fileName.isEmpty())
        row.kind = row.fileName.endsWith(QLatin1String(".zip")) ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
    describeRequest(row, m_request);
    row.searchText = searchTextOf(row);
}

void TrackedJob::measureSpeed(JobRow &row, const QDateTime &now)
{
    if (row.processed < 0 || row.processed < m_sampleCount || m_sampleCount < 0) {
        m_sampleCount = row.processed;
        m_sampleTime = now;
        m_speed = 0;
        m_leftAt = {};
    }
    const double seconds = static_cast<double>(m_sampleTime.msecsTo(now)) / 1000;
    if (seconds >= SpeedSampleSeconds || (m_speed <= 0 && seconds >= 0.5 && row.processed > m_sampleCount)) {
        const double speed = (row.processed - m_sampleCount) / seconds;
        m_speed = m_speed > 0 ? 0.6 * m_speed + 0.4 * speed : speed;
        m_sampleCount = row.processed;
        m_sampleTime = now;
    }
    row.itemsPerSecond = m_speed;
    const bool known = m_speed > 0.05 && row.total > row.processed;
    if (!known) {
        row.secondsLeft = -1;
    } else if (!m_leftAt.isValid() || m_leftAt.msecsTo(now) >= 1000) { // one can't read what changes more often
        row.secondsLeft = static_cast<int>(std::lround((row.total - row.processed) / m_speed));
        m_leftAt = now;
    }
}

void TrackedJob::note(TimelineEvent event)
{
    if (m_timeline.size() >= LongestTimeline)
        m_timeline.removeAt(1);
    m_timeline.append(std::move(event));
}

void TrackedJob::tellTimeline(const JobRow &row, const QDateTime &now)
{
    using Kind = TimelineEvent::Kind;
    if (m_timeline.isEmpty()) {
        const QString place = row.queuePosition > 0 ? QString::number(row.queuePosition) : QString();
        note({Kind::Asked, row.createdAt, place, 0});
    }
    const RowState before = m_row ? m_row->state : RowState::Queued;
    if (row.attempt > 0 && (!m_row || m_row->attempt != row.attempt) && row.startedAt.isValid())
        note({Kind::Taken, row.startedAt, row.worker, row.attempt});
    if (row.state == RowState::Running && !row.stage.isEmpty() && row.stage != m_stage && row.attempt > 0) {
        m_stage = row.stage;
        note({Kind::Stage, now, row.stage, row.attempt});
    }
    const auto turned = [&](Contradiction what) {
        return row.contradiction == what && (!m_row || m_row->contradiction != what);
    };
    if (turned(Contradiction::HolderStopped) || (turned(Contradiction::NobodyHoldsIt) && !row.worker.isEmpty()))
        note({Kind::HolderStopped, row.hand && row.hand->lastAlive.isValid() ? row.hand->lastAlive : now, row.worker,
              0});
    if (turned(Contradiction::FileGone))
        note({Kind::FileGone, now, {}, 0});
    if (m_row && before == row.state)
        return;
    if (before == RowState::Running && row.state == RowState::Queued)
        note({Kind::Queued, now, QString::number(row.queuePosition), 0});
    if (row.isFinished() && facts.status && row.state == stateOf(*facts.status)) {
        const Kind kind = row.state == RowState::Completed ? Kind::Completed
                          : row.state == RowState::Failed  ? Kind::Failed
                                                           : Kind::Cancelled;
        note({kind, row.finishedAt.isValid() ? row.finishedAt : now, row.error, 0});
    }
    if (row.state == RowState::Expired && m_row)
        note({Kind::Expired, row.expiresAt.isValid() ? row.expiresAt : now, {}, 0});
    if (row.state == RowState::Lost)
        note({Kind::Lost, now, {}, 0});
    if (row.state == RowState::Removed)
        note({Kind::Removed, now, {}, 0});
}

} // namespace herdbook::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/jobtracker.h"

/// What a JobTracker reads in a turn, and what it asks Redis about itself.
namespace herdbook::jobs {

namespace {

constexpr int ScansPerTurn = 11;        ///< of a thousand keys each
constexpr size_t SettledPerTurn = 5000; ///< keys of finished jobs read a turn while Redis is being written to
constexpr size_t MostCredit = 10'000;   ///< and at once after a time without writing
constexpr size_t ExpiriesPerTurn = 64;
constexpr qsizetype MostCancelled = 20'000;

const QByteArray StatusPrefix(exports::StatusPrefix);

/// Whether the key's time should have run out, as last known.
bool isOver(const TrackedJob &job, const QDateTime &now)
{
    return job.facts.expiresAt.isValid() && job.facts.expiresAt <= now;
}

} // namespace

Result<void> JobTracker::greet()
{
    // A right may be given or withdrawn, and Redis itself may come to refuse writing, or no longer do.
    constexpr quint64 AgainAfter = 10;
    if (m_redis.isConnected() && m_turn % AgainAfter != 0)
        return {};
    // Writes that change nothing tell whether this user may write at all. The first, whose lifetime isn't one, needs memory.
    const QByteArray probe = StatusPrefix + "herdbook-probe";
    const auto replies = m_redis.pipeline(
        {{"SETEX", probe, "none", {}}, {"EXPIRE", probe, "3600"}, {"LREM", m_names.queue(), "1", "herdbook-probe"}});
    if (!replies)
        return replies.error();
    m_health.readOnly = false;
    m_refusal.clear();
    for (const storage::RedisReply &reply : *replies) {
        if (!reply.isError() || reply.text.startsWith("ERR value is not an integer"))
            continue;
        const Error error = storage::errorOf(reply);
        m_health.readOnly = m_health.readOnly || error.kind == ErrorKind::Denied;
        if (error.kind != ErrorKind::Denied)
            m_refusal = QStringLiteral("Nothing can be asked for or changed now. ") + error.message;
    }
    return {};
}

void JobTracker::readHealth(double milliseconds)
{
    readWorkers();
    m_health.milliseconds = milliseconds;
    m_health.pythonWorkers = m_beats.online(m_now);
    if (m_health.workersOnline == 0 && m_health.pythonWorkers > 0)
        m_health.warnings << exports::WorkerBeats::doubt();
    m_health.workersOnline += m_health.pythonWorkers;
    m_health.queueLength = m_queue.length() + m_queue.priorityLength();
    m_health.readAt = m_now;
    m_health.filesSilentSince = m_files.silentSince();
    m_health.complete = m_scanner.hasSeenAll();
}

void JobTracker::readWorkers()
{
    QSet<QStringView> ready, stuck;
    m_health.problems.clear();
    m_health.warnings = {};
    for (const QString &warning : {m_refusal, m_skew, m_beats.deafness(), m_writes.evictions()}) {
        if (!warning.isEmpty())
            m_health.warnings << warning;
    }
    if (!m_hands.isComplete())
        m_health.warnings << QStringLiteral("Redis holds more jobs in hand, or more workers, than are looked at: what "
                                            "some jobs are doing isn't known");
    m_health.warnings << m_hands.warnings();
    for (const WorkerLease &lease : m_hands.leases()) {
        (lease.problems.isEmpty() ? ready : stuck).insert(QStringView(lease.name).left(lease.name.lastIndexOf(u':')));
        m_health.problems << lease.problems;
        m_health.warnings << lease.warnings;
    }
    ready.subtract(stuck);
    m_health.problems.removeDuplicates();
    m_health.warnings.removeDuplicates();
    m_health.workersOnline = static_cast<int>(ready.size());
    m_health.workersNotReady = static_cast<int>(stuck.size());
}

void JobTracker::met(const QByteArray &key)
{
    if (key.startsWith(StatusPrefix)) {
        const qsizetype at = StatusPrefix.size();
        const auto known = m_jobs.find(QByteArray::fromRawData(key.constData() + at, key.size() - at));
        if (known != m_jobs.end()) {
            if (known->second->group == TrackedJob::Group::Past)
                m_met.push_back(known->second.get());
        } else if (const QByteArray id = key.mid(at); exports::isAcceptableJobId(QString::fromUtf8(id))) {
            if (m_jobs.size() < m_options.mostJobs + m_past)
                tracked(id);
            else
                ++m_notTracked;
        }
    } else if (key.startsWith(m_leasePrefix)) {
        m_hands.addWorker(key.mid(m_leasePrefix.size()));
    } else if (key.startsWith(m_listPrefix)) {
        m_hands.addWorker(key.mid(m_listPrefix.size()));
    } else if (key.startsWith(m_cancelPrefix)) {
        const QByteArray id = key.mid(m_cancelPrefix.size());
        m_cancelled.insert(id);
        if (const auto known = m_jobs.find(id); known != m_jobs.end())
            touch(*known->second);
    }
}

Result<void> JobTracker::discover()
{
    if (!m_scanner.owes(m_writtenTurn))
        return {};
    if (m_cancelled.size() > MostCancelled)
        m_cancelled.clear();
    if (m_scanner.isAtStart())
        m_notTracked = 0;
    Result<void> done = m_scanner.scan(m_redis, ScansPerTurn, m_turn, [this](const QByteArray &key) { met(key); });
    if (done)
        m_health.jobsNotShown = m_scanner.isAtStart() ? m_notTracked : std::max(m_health.jobsNotShown, m_notTracked);
    return done;
}

Result<void> JobTracker::readLists()
{
    if (const Result<void> done = m_queue.update(m_redis); !done)
        return done.error();
    if (const Result<void> done = m_hands.update(m_redis, m_now); !done)
        return done.error();
    m_beats.update(m_now);
    join();
    return {};
}

TrackedJobs JobTracker::dueForReading()
{
    TrackedJobs due = m_met;
    due.insert(due.end(), m_watched.begin(), m_watched.end());
    m_readCredit = std::min(MostCredit, m_readCredit + SettledPerTurn);
    size_t last = 0;
    for (size_t count = 0; count < m_settled.size(); ++count) {
        TrackedJob *job = m_settled[(m_readAt + count) % m_settled.size()];
        if (isOver(*job, m_now)) {
            due.push_back(job);
        } else if (m_readCredit > 0 && job->readTurn < m_writtenTurn) {
            due.push_back(job);
            --m_readCredit;
            last = count + 1;
        }
    }
    m_readAt = m_settled.empty() ? 0 : (m_readAt + last) % m_settled.size();
    return due;
}

Result<void> JobTracker::readStatuses()
{
    const TrackedJobs due = dueForReading();
    const auto changed = readValues(m_redis, due, m_writes.run());
    if (!changed)
        return changed.error();
    for (TrackedJob *job : std::exchange(m_met, {}))
        touch(*job);
    if (const Result<void> done = readCancels(due); !done)
        return done.error();
    TrackedJobs present;
    for (TrackedJob *job : *changed) {
        touch(*job);
        m_files.expect(*job);
        const exports::JobStatus *status = job->facts.status.get();
        if (status != nullptr && !status->isFinished() && !status->worker.isEmpty())
            m_hands.addWorker(status->worker.toUtf8()); // the scan may take a while to come to its keys
        if (job->facts.key != KeyFact::Missing)
            present.push_back(job);
    }
    for (TrackedJob *job : due) {
        job->readTurn = m_turn;
        if (job->facts.key != KeyFact::Missing && isOver(*job, m_now))
            present.push_back(job); // written again as it was
    }
    if (const Result<void> done = verifyExpiries(std::move(present)); !done)
        return done.error();
    return readResults(m_redis, due, [this](const QString &jobId) { return m_files.fileOf(jobId, m_now); });
}

Result<void> JobTracker::readCancels(const TrackedJobs &due)
{
    TrackedJobs asked;
    QList<QByteArrayList> commands;
    for (TrackedJob *job : due) {
        const bool went = job->facts.key == KeyFact::Missing && job->row() && !job->row()->isPast();
        if (!went && !job->facts.cancelRequested && !m_cancelled.contains(job->id))
            continue;
        asked.push_back(job);
        commands << QByteArrayList{"GET", m_cancelPrefix + job->id};
    }
    if (commands.isEmpty())
        return {};
    const auto replies = m_redis.pipeline(commands);
    if (!replies)
        return replies.error();
    for (size_t at = 0; at < asked.size(); ++at) {
        TrackedJob &job = *asked[at];
        const storage::RedisReply &reply = replies->at(at);
        if (reply.isError()) { // who may not read it knows that it was met
            job.facts.cancelRequested = m_cancelled.contains(job.id);
            continue;
        }
        if (reply.isNil())
            m_cancelled.remove(job.id);
        // Celery's plain `revoke` lets a job be that a worker has begun.
        const bool begun = job.facts.hand && job.facts.hand->alive;
        const bool requested = !reply.isNil() && !(begun && reply.text == "revoked");
        if (std::exchange(job.facts.cancelRequested, requested) != requested)
            touch(job);
    }
    return {};
}

Result<void> JobTracker::verifyExpiries(TrackedJobs changed)
{
    // The end of a key only comes nearer, unless somebody writes.
    const size_t all = m_watched.size() + m_settled.size();
    for (size_t count = 0; count < std::min(ExpiriesPerTurn, all); ++count) {
        const size_t at = m_expiryAt++ % all;
        TrackedJob *job = at < m_watched.size() ? m_watched[at] : m_settled[at - m_watched.size()];
        if (job->facts.key != KeyFact::Missing && job->expiryTurn < m_writtenTurn)
            changed.push_back(job);
    }
    for (TrackedJob *job : changed) {
        job->expiryTurn = m_turn;
        touch(*job);
    }
    return readExpiries(m_redis, changed, m_now);
}

} // namespace herdbook::jobs

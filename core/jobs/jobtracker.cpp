// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobtracker.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace herdbook::jobs {

namespace {

constexpr int ScansPerTurn = 11; ///< of a thousand keys each
constexpr size_t KeysPerRead = 500;
constexpr size_t FinishedPerTurn = 1000; ///< of those whose value can hardly change
constexpr size_t ExpiriesPerTurn = 64;   ///< looked at again although nothing changed
constexpr int FilesPerTurn = 200;
constexpr int FilesAgainPerTurn = 40; ///< looked at before
constexpr int ResultsPerTurn = 200;
constexpr int FileRecheckSeconds = 5;
constexpr size_t MostPast = 5000;

/// File name or error that a Celery result tells.
void readResult(const QByteArray &text, JobFacts &facts)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const QString status = json.value(QLatin1String("status")).toString();
    const QJsonObject result = json.value(QLatin1String("result")).toObject();
    facts.result = ResultFact::None;
    if (status == QLatin1String("SUCCESS")) {
        facts.result = ResultFact::Success;
        facts.resultText = result.value(QLatin1String("filename")).toString();
    } else if (status == QLatin1String("FAILURE") || status == QLatin1String("REVOKED")) {
        facts.result = ResultFact::Failure;
        const QJsonArray message = result.value(QLatin1String("exc_message")).toArray();
        facts.resultText = message.isEmpty() ? result.value(QLatin1String("exc_message")).toString()
                                             : message.first().toVariant().toString();
        if (facts.resultText.isEmpty())
            facts.resultText = QStringLiteral("The worker's task ended with: ") + status;
    }
}

/// The file of a job whose status doesn't name one: exports are named after their job.
QString fileOf(const QString &folder, const QString &jobId)
{
    const QStringList names = QDir(folder).entryList(
        {QStringLiteral("report_%1_*.pdf").arg(jobId), QStringLiteral("detections_%1_*.zip").arg(jobId)}, QDir::Files,
        QDir::Time);
    return names.value(0);
}

} // namespace

JobTracker::JobTracker(Options options) : m_options(std::move(options)), m_redis(m_options.redis) {}

TrackedJob &JobTracker::tracked(const QByteArray &id)
{
    std::unique_ptr<TrackedJob> &job = m_jobs[id];
    if (!job)
        job = std::make_unique<TrackedJob>(id);
    return *job;
}

void JobTracker::learn(const QList<JobRow> &past)
{
    for (const JobRow &row : past) {
        std::unique_ptr<TrackedJob> &job = m_jobs[row.id.toUtf8()];
        if (!job)
            job = std::make_unique<TrackedJob>(row);
    }
}

void JobTracker::forget(const QStringList &jobIds)
{
    for (const QString &id : jobIds) {
        if (m_jobs.erase(id.toUtf8()) > 0)
            m_gone.append(id);
    }
}

Result<void> JobTracker::greet()
{
    if (m_redis.isConnected())
        return {};
    // Writes that change nothing tell whether this user may write at all.
    const auto replies = m_redis.pipeline({{"INFO", "server"},
                                           {"EXPIRE", "export_job:herdbook-probe", "3600"},
                                           {"LREM", exports::DefaultQueue, "1", "herdbook-probe"}});
    if (!replies)
        return replies.error();
    const storage::RedisReply &info = replies->front();
    const bool infoDenied = info.isError() && storage::errorOf(info).kind != ErrorKind::Denied;
    if (infoDenied) {
        m_redis.disconnect();
        return storage::errorOf(info);
    }
    const qsizetype at = info.text.indexOf("uptime_in_seconds:");
    if (!info.isError() && at >= 0) {
        const QByteArray seconds = info.text.mid(at + 18, info.text.indexOf('\r', at) - at - 18);
        m_redisStarted = m_options.clock().addSecs(-seconds.toLongLong());
    }
    m_health.readOnly = replies->at(1).isError() || replies->at(2).isError();
    return {};
}

Result<JobDelta> JobTracker::turn()
{
    m_now = m_options.clock();
    QElapsedTimer timer;
    if (const Result<void> greeted = greet(); !greeted)
        return greeted.error();
    timer.start();
    if (const auto pong = m_redis.command({"PING"}); !pong && pong.error().kind != ErrorKind::Denied)
        return pong.error();
    m_health.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    // A job moves from the queue over a worker's hands to its final status: read in that order, it is met at least once.
    if (const Result<void> done = discover(); !done)
        return done.error();
    if (const Result<void> done = m_queue.update(m_redis); !done)
        return done.error();
    if (const Result<void> done = m_hands.update(m_redis, m_now); !done)
        return done.error();
    joinQueueAndHands();
    if (const Result<void> done = readStatuses(); !done)
        return done.error();
    if (const Result<void> done = readResults(); !done)
        return done.error();
    lookAtFiles();

    JobDelta delta;
    judge(delta);
    QSet<QStringView> processes;
    for (const WorkerLease &lease : m_hands.leases())
        processes.insert(QStringView(lease.name).left(lease.name.lastIndexOf(u':')));
    m_health.workersOnline = static_cast<int>(processes.size());
    m_health.queueLength = m_queue.length() + m_queue.priorityLength();
    m_health.readAt = m_now;
    m_health.complete = m_scanner.hasSeenAll();
    delta.health = m_health;
    delta.gone = std::exchange(m_gone, {});
    return delta;
}

Result<void> JobTracker::discover()
{
    const auto found = m_scanner.scan(m_redis, ScansPerTurn);
    if (!found)
        return found.error();
    for (const QByteArray &worker : found->workers)
        m_hands.addWorker(worker);
    for (const QByteArray &id : found->jobIds) {
        const auto known = m_jobs.find(id);
        if (known == m_jobs.end() && !exports::isAcceptableJobId(QString::fromUtf8(id)))
            continue;
        (known == m_jobs.end() ? tracked(id) : *known->second).seen = true;
    }
    for (const QByteArray &id : found->cancelled) {
        if (const auto known = m_jobs.find(id); known != m_jobs.end())
            known->second->facts.cancelRequested = true;
    }
    return {};
}

Result<void> JobTracker::readStatuses()
{
    // What is under way is read every turn; what has finished changes only by being removed, which EXISTS tells for hundreds of keys at
    // once, and otherwise in slices.
    m_live.clear();
    std::vector<TrackedJob *> due;
    std::vector<TrackedJob *> quiet;
    for (const auto &[id, job] : m_jobs) {
        const bool seen = std::exchange(job->seen, false);
        if (!seen && !job->isLive() && job->facts.expiresAt <= m_now)
            continue;
        m_live.push_back(job.get());
        const bool finished = job->facts.key == KeyFact::Readable && job->facts.status->isFinished();
        (finished && job->nextPosition == 0 && !job->nextHand ? quiet : due).push_back(job.get());
    }
    const size_t slice = std::min(FinishedPerTurn, quiet.size());
    if (slice < quiet.size()) {
        m_finishedTurn %= quiet.size();
        std::rotate(quiet.begin(), quiet.begin() + static_cast<std::ptrdiff_t>(m_finishedTurn), quiet.end());
        m_finishedTurn += slice;
    }
    due.insert(due.end(), quiet.begin(), quiet.begin() + static_cast<std::ptrdiff_t>(slice));
    quiet.erase(quiet.begin(), quiet.begin() + static_cast<std::ptrdiff_t>(slice));
    const auto pages = askInPages("EXISTS", quiet);
    if (!pages)
        return pages.error();
    for (size_t page = 0; page < pages->size(); ++page) {
        const size_t from = page * KeysPerRead;
        const size_t to = std::min(from + KeysPerRead, quiet.size());
        if (pages->at(page).integer != static_cast<qint64>(to - from))
            due.insert(due.end(), quiet.begin() + static_cast<std::ptrdiff_t>(from),
                       quiet.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return readValues(due);
}

Result<std::vector<storage::RedisReply>> JobTracker::askInPages(const char *command,
                                                                const std::vector<TrackedJob *> &jobs)
{
    QList<QByteArrayList> commands;
    for (size_t at = 0; at < jobs.size(); ++at) {
        if (at % KeysPerRead == 0)
            commands.append(QByteArrayList{command});
        commands.last().append(jobs[at]->key);
    }
    auto replies = m_redis.pipeline(commands);
    if (!replies)
        return replies;
    for (const storage::RedisReply &reply : *replies) {
        if (reply.isError())
            return storage::errorOf(reply);
    }
    return replies;
}

Result<void> JobTracker::readValues(const std::vector<TrackedJob *> &jobs)
{
    const auto pages = askInPages("MGET", jobs);
    if (!pages)
        return pages.error();
    std::vector<TrackedJob *> changed;
    for (size_t at = 0; at < jobs.size(); ++at) {
        const storage::RedisReply &value = pages->at(at / KeysPerRead).items.at(at % KeysPerRead);
        TrackedJob &job = *jobs[at];
        const bool before = job.facts.key != KeyFact::Missing;
        if (!job.setRaw(value.text, !value.isNil()))
            continue;
        if (!value.isNil())
            changed.push_back(&job);
        else if (before && job.row())
            job.facts.redisLostData = m_redisStarted.isValid() && m_redisStarted > job.row()->createdAt;
    }
    return readExpiries(changed);
}

Result<void> JobTracker::readExpiries(const std::vector<TrackedJob *> &changed)
{
    std::vector<TrackedJob *> asked = changed;
    for (size_t count = 0; count < std::min(ExpiriesPerTurn, m_live.size()); ++count) {
        TrackedJob *job = m_live[m_expiryTurn++ % m_live.size()];
        if (job->facts.key != KeyFact::Missing)
            asked.push_back(job);
    }
    QList<QByteArrayList> commands;
    commands.reserve(static_cast<qsizetype>(asked.size()));
    for (const TrackedJob *job : asked)
        commands.append(QByteArrayList{"PTTL", job->key});
    const auto replies = m_redis.pipeline(commands);
    if (!replies)
        return replies.error();
    for (size_t at = 0; at < asked.size(); ++at) {
        const qint64 left = replies->at(at).integer;
        JobFacts &facts = asked[at]->facts;
        facts.neverExpires = left == -1;
        if (left < 0)
            continue;
        const QDateTime end = m_now.addMSecs(left);
        if (!facts.expiresAt.isValid() || std::abs(facts.expiresAt.msecsTo(end)) > 1500)
            facts.expiresAt = end;
    }
    return {};
}

void JobTracker::joinQueueAndHands()
{
    for (const auto &[id, job] : m_jobs) {
        job->nextPosition = 0;
        job->nextHand.reset();
    }
    int position = static_cast<int>(m_queue.priorityLength());
    for (const QueuedTask &task : m_queue.tasks()) {
        ++position;
        if (task.jobId.isEmpty())
            continue;
        TrackedJob &job = tracked(task.jobId);
        job.setTask(task);
        if (job.nextPosition == 0)
            job.nextPosition = position;
    }
    for (const HandsReader::HeldTask &held : m_hands.held()) {
        if (held.task.jobId.isEmpty())
            continue;
        TrackedJob &job = tracked(held.task.jobId);
        job.setTask(held.task);
        if (!job.nextHand || held.hand.alive)
            job.nextHand = held.hand;
    }
    m_hasWork = !m_queue.tasks().empty() || !m_hands.held().isEmpty();
    for (const auto &[id, job] : m_jobs) {
        job->facts.queuePosition = job->nextPosition;
        job->facts.hand = job->nextHand;
    }
}

Result<void> JobTracker::readResults()
{
    std::vector<TrackedJob *> asked;
    QList<QByteArrayList> commands;
    for (TrackedJob *job : m_live) {
        const JobFacts &facts = job->facts;
        const bool processing = facts.status && facts.key == KeyFact::Readable && !facts.status->isFinished();
        if (!processing || facts.queuePosition > 0 || facts.hand || commands.size() >= ResultsPerTurn)
            continue;
        asked.push_back(job);
        commands.append(QByteArrayList{"GET", "celery-task-meta-" + job->id});
    }
    if (commands.isEmpty())
        return {};
    const auto replies = m_redis.pipeline(commands);
    if (!replies)
        return replies.error();
    for (size_t at = 0; at < asked.size(); ++at) {
        if (replies->at(at).isNil() || replies->at(at).isError())
            continue;
        JobFacts &facts = asked[at]->facts;
        readResult(replies->at(at).text, facts);
        if (facts.result == ResultFact::Success && facts.resultText.isEmpty())
            facts.resultText = fileOf(m_options.exportFolder, QString::fromUtf8(asked[at]->id));
    }
    return {};
}

void JobTracker::lookAtFiles()
{
    if (m_live.empty())
        return;
    const bool mounted = !m_options.exportFolder.isEmpty() && QFileInfo(m_options.exportFolder).isDir();
    int budget = FilesPerTurn;
    int again = FilesAgainPerTurn;
    for (size_t count = 0; count < m_live.size() && budget > 0; ++count) {
        TrackedJob &job = *m_live[m_fileTurn++ % m_live.size()];
        const bool completed = job.facts.key == KeyFact::Readable && job.facts.status &&
                               job.facts.status->state == exports::JobState::Completed;
        if (!completed) {
            job.facts.file = FileFact::None;
            continue;
        }
        if (job.fileCheckedAt.isValid()) {
            if (again <= 0 || job.fileCheckedAt.secsTo(m_now) < FileRecheckSeconds)
                continue;
            --again;
        }
        --budget;
        job.fileCheckedAt = m_now;
        const QString path = job.localPath(m_options.exportFolder);
        const QFileInfo info(path);
        const qint64 said = job.facts.status->fileSize;
        job.facts.fileSize = info.exists() ? info.size() : -1;
        if (!mounted || path.isEmpty())
            job.facts.file = FileFact::Unknown;
        else if (!info.isFile())
            job.facts.file = FileFact::Gone;
        else
            job.facts.file = said >= 0 && said != info.size() ? FileFact::WrongSize : FileFact::Present;
    }
}

void JobTracker::judge(JobDelta &delta)
{
    std::vector<QByteArray> past;
    const int length = static_cast<int>(m_queue.length() + m_queue.priorityLength());
    for (const auto &[id, job] : m_jobs) {
        if (job->judge(m_now, length, m_options.exportFolder, m_options.identity))
            delta.changed.append(job->row());
        m_hasWork = m_hasWork || (job->row()->state == RowState::Running && !job->row()->isPast());
        if (job->row()->isPast())
            past.push_back(id);
    }
    if (past.size() <= MostPast)
        return;
    std::sort(past.begin(), past.end(), [this](const QByteArray &a, const QByteArray &b) {
        return m_jobs.at(a)->row()->createdAt < m_jobs.at(b)->row()->createdAt;
    });
    past.resize(past.size() - MostPast);
    for (const QByteArray &id : past) {
        m_jobs.erase(id);
        m_gone.append(QString::fromUtf8(id));
    }
}

QList<JobRowPtr> JobTracker::takeForHistory(int limit)
{
    QList<JobRowPtr> rows;
    for (const auto &[id, job] : m_jobs) {
        if (rows.size() >= limit)
            break;
        if (std::exchange(job->forHistory, false))
            rows.append(job->row());
    }
    return rows;
}

QList<JobRowPtr> JobTracker::rows() const
{
    QList<JobRowPtr> rows;
    for (const auto &[id, job] : m_jobs) {
        if (job->row())
            rows.append(job->row());
    }
    return rows;
}

} // namespace herdbook::jobs

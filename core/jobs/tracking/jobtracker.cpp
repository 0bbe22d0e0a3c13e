// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/jobtracker.h"

#include <QElapsedTimer>

namespace herdbook::jobs {

namespace {

constexpr size_t MostPast = 5000;

} // namespace

JobTracker::JobTracker(Options options)
    : m_options(std::move(options)), m_names(m_options.redis), m_leasePrefix(m_names.alive({})),
      m_listPrefix(m_names.processing({})), m_cancelPrefix(m_names.cancelKey({})),
      m_redis(m_options.redis, std::chrono::seconds(3)), m_beats(m_options.redis),
      m_files(m_options.exportFolder, FileWatch::namesOfExports, m_options.folderPatience)
{
}

TrackedJob &JobTracker::tracked(const QByteArray &id)
{
    std::unique_ptr<TrackedJob> &job = m_jobs[id];
    if (!job) {
        job = std::make_unique<TrackedJob>(id);
        m_met.push_back(job.get());
    }
    return *job;
}

void JobTracker::learn(const QList<JobRow> &past)
{
    for (const JobRow &row : past) {
        std::unique_ptr<TrackedJob> &job = m_jobs[row.id.toUtf8()];
        if (job)
            continue;
        job = std::make_unique<TrackedJob>(row);
        m_met.push_back(job.get());
    }
}

void JobTracker::drop(const QByteArray &id)
{
    const auto known = m_jobs.find(id);
    if (known == m_jobs.end())
        return;
    for (TrackedJobs *list : {&m_watched, &m_settled, &m_placed, &m_met, &m_touched})
        std::erase(*list, known->second.get());
    m_files.forget(known->second.get());
    m_forHistory.remove(id);
    m_jobs.erase(known);
    m_gone.append(QString::fromUtf8(id));
}

void JobTracker::forget(const QStringList &jobIds)
{
    for (const QString &id : jobIds)
        drop(id.toUtf8());
}

void JobTracker::setBack(qint64 milliseconds)
{
    for (const auto &[id, job] : m_jobs) {
        if (job->group == TrackedJob::Group::Past)
            continue;
        job->setBack(milliseconds);
        touch(*job);
    }
    m_files.setBack(milliseconds);
    m_beats.setBack(milliseconds);
}

Result<JobDelta> JobTracker::turn()
{
    const QDateTime before = std::exchange(m_now, m_options.clock());
    if (before.isValid() && m_now < before)
        setBack(m_now.msecsTo(before));
    ++m_turn;
    if (const Result<void> greeted = greet(); !greeted)
        return greeted.error();
    QElapsedTimer timer;
    timer.start();
    const auto time = m_redis.command({"TIME"});
    if (!time && time.error().kind != ErrorKind::Denied)
        return time.error();
    m_redisNow = m_now;
    m_skew = time ? QString() : QStringLiteral("Clocks can't be compared: ") + time.error().message;
    if (time && !time->items.empty()) {
        m_redisNow = QDateTime::fromSecsSinceEpoch(time->items.front().text.toLongLong(), Qt::UTC);
        m_skew = clockDifference(QStringLiteral("this computer"),
                                 QDateTime::currentSecsSinceEpoch() - m_redisNow.toSecsSinceEpoch());
    }
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    // Asked before anything is read: what is written meanwhile makes the next turn look again.
    const Result<bool> written = m_writes.look(m_redis, m_now);
    if (!written)
        return written.error();
    if (*written)
        m_writtenTurn = m_turn;
    // A job moves from the queue over a worker's hands to its final status: read in that order, it is met at least once.
    for (const auto step : {&JobTracker::discover, &JobTracker::readLists, &JobTracker::readStatuses}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done.error();
    }
    for (TrackedJob *job : m_files.look(m_settled, m_now))
        touch(*job);

    JobDelta delta;
    judge(delta);
    readHealth(milliseconds);
    delta.health = m_health;
    delta.gone = std::exchange(m_gone, {});
    return delta;
}

void JobTracker::join()
{
    const TrackedJobs before = std::exchange(m_placed, {});
    for (TrackedJob *job : before) {
        job->nextPosition = 0;
        job->nextHand.reset();
        job->nextBeginBy = {};
    }
    const auto place = [this](const QueuedTask &task) -> TrackedJob & {
        TrackedJob &job = tracked(task.jobId);
        job.setTask(task);
        if (job.nextPosition == 0 && !job.nextHand)
            m_placed.push_back(&job);
        return job;
    };
    int position = 0;
    const auto stand = [&position, &place](const QueuedTask &task) {
        ++position;
        if (task.jobId.isEmpty())
            return;
        TrackedJob &job = place(task);
        // Of several messages the one that holds longest counts.
        if (job.nextPosition == 0)
            job.nextBeginBy = task.expires;
        else if (job.nextBeginBy.isValid())
            job.nextBeginBy = task.expires.isValid() ? std::max(job.nextBeginBy, task.expires) : QDateTime();
        if (job.nextPosition == 0)
            job.nextPosition = position;
    };
    for (const QueuedTask &task : m_queue.tasks())
        stand(task);
    position = static_cast<int>(m_queue.length());
    for (const QueuedTask &task : m_queue.priorityTasks())
        stand(task);
    const bool pythonHeard = !m_beats.isSilent(m_now);
    for (const HandsReader::HeldTask &held : m_hands.held()) {
        if (held.task.jobId.isEmpty())
            continue;
        TrackedJob &job = place(held.task);
        Hand hand = held.hand;
        hand.alive = hand.alive && (!hand.python || pythonHeard);
        if (!job.nextHand || hand.alive || (hand.python && !job.nextHand->alive))
            job.nextHand = hand;
    }
    for (const TrackedJobs *list : std::initializer_list<const TrackedJobs *>{&before, &m_placed}) {
        for (TrackedJob *job : *list) {
            const bool tooLate = job->nextBeginBy.isValid() && job->nextBeginBy < m_redisNow;
            if (job->facts.queuePosition == job->nextPosition && job->facts.hand == job->nextHand &&
                job->facts.beginBy == job->nextBeginBy && job->facts.tooLate == tooLate)
                continue;
            job->facts.queuePosition = job->nextPosition;
            job->facts.beginBy = job->nextBeginBy;
            job->facts.tooLate = tooLate;
            job->facts.hand = job->nextHand;
            touch(*job);
        }
    }
}

void JobTracker::touch(TrackedJob &job)
{
    if (!std::exchange(job.touched, true))
        m_touched.push_back(&job);
}

void JobTracker::touchIfChanged(bool placesKnown, bool pythonAbout, bool pythonUnheard)
{
    bool changed = std::exchange(m_placesKnown, placesKnown) != placesKnown;
    changed = std::exchange(m_pythonAbout, pythonAbout) != pythonAbout || changed;
    if (std::exchange(m_pythonUnheard, pythonUnheard) == pythonUnheard && !changed)
        return;
    for (const auto &[id, job] : m_jobs) {
        if (job->group != TrackedJob::Group::Past)
            touch(*job);
    }
}

void JobTracker::judge(JobDelta &delta)
{
    touchIfChanged(m_queue.isComplete() && m_hands.isComplete() && m_scanner.hasSeenAll(), m_beats.mayWork(m_now),
                   m_beats.wasNoneHeard());
    for (TrackedJob *job : m_watched)
        touch(*job);
    const int length = static_cast<int>(m_queue.length() + m_queue.priorityLength());
    bool moved = false;
    for (TrackedJob *job : std::exchange(m_touched, {})) {
        job->touched = false;
        if (job->facts.status) { // without one they change nothing, and what became of a job stays
            job->facts.placesKnown = m_placesKnown;
            job->facts.pythonAbout = m_pythonAbout;
            job->facts.pythonUnheard = m_pythonUnheard;
        }
        const bool changed = job->judge(m_now, length, m_options.exportFolder, m_options.identity);
        if (changed || !job->grouped)
            delta.changed.append(job->row());
        if (job->forHistory)
            m_forHistory.insert(job->id);
        moved = moved || !job->grouped || job->group != job->groupOfFacts();
    }
    if (moved)
        regroup();
    m_hasWork = !m_queue.tasks().empty() || !m_hands.held().isEmpty() ||
                std::any_of(m_watched.begin(), m_watched.end(),
                            [](const TrackedJob *job) { return job->row()->state == RowState::Running; });
}

void JobTracker::regroup()
{
    m_watched.clear();
    m_settled.clear();
    TrackedJobs past;
    for (const auto &[id, job] : m_jobs) {
        if (!job->row())
            continue; // not judged yet: still among those met
        job->grouped = true;
        job->group = job->groupOfFacts();
        (job->group == TrackedJob::Group::Past      ? past
         : job->group == TrackedJob::Group::Settled ? m_settled
                                                    : m_watched)
            .push_back(job.get());
    }
    m_past = std::min(past.size(), MostPast);
    if (past.size() <= MostPast)
        return;
    std::sort(past.begin(), past.end(),
              [](const TrackedJob *a, const TrackedJob *b) { return a->row()->createdAt < b->row()->createdAt; });
    past.resize(past.size() - MostPast);
    for (const TrackedJob *job : past)
        drop(QByteArray(job->id));
}

QList<JobRowPtr> JobTracker::takeForHistory(int limit)
{
    QList<JobRowPtr> rows;
    for (auto id = m_forHistory.begin(); id != m_forHistory.end() && rows.size() < limit;) {
        TrackedJob &job = *m_jobs.at(*id);
        job.forHistory = false;
        rows.append(job.row());
        id = m_forHistory.erase(id);
    }
    return rows;
}

void JobTracker::oweToHistory(const QList<JobRowPtr> &rows)
{
    for (const JobRowPtr &row : rows) {
        const auto known = m_jobs.find(row->id.toUtf8());
        if (known == m_jobs.end())
            continue;
        known->second->forHistory = true;
        m_forHistory.insert(known->first);
    }
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

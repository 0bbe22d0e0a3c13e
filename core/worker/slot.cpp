// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/slot.h"

#include "core/base/logging.h"
#include "core/exports/exportvalidation.h"
#include "core/worker/pause.h"
#include "core/worker/upkeep/folderguard.h"

namespace herdbook::worker {

using exports::JobState;
using render::MadeExport;

namespace {

constexpr milliseconds AfterFault(250);
constexpr milliseconds LongestAfterFault(5'000);

/// A take waits a second on the server; a shorter limit would drop its answer.
constexpr milliseconds TakeTimeout(3'000);

constexpr qsizetype MostDoubtful = 100;

} // namespace

Slot::Slot(Workshop &shop, const QByteArray &worker)
    : m_shop(shop), m_worker(worker), m_part(QStringLiteral("taking ") + QString::fromUtf8(worker)),
      m_keysPart(QStringLiteral("keys ") + QString::fromUtf8(worker)),
      m_redis(shop.options.settings.redis, TakeTimeout), m_take(m_redis, shop.options.names(), worker),
      m_custody(m_redis, shop.options.names())
{
}

void Slot::run(const std::stop_token &stop)
{
    milliseconds wait = AfterFault;
    while (!stop.stop_requested()) {
        // Whoever took a job now would hold it for as long as the folder is silent.
        if (FolderGuard::isSilent(m_shop.options.timings)) {
            pause(stop, AfterFault);
            continue;
        }
        lookAgainAtKeys();
        const Result<std::optional<Taken>> taken = m_take.next();
        const bool well = taken ? !*taken || handle(**taken, stop) : refused(taken.error(), {});
        if (well) {
            wait = AfterFault;
            m_shop.condition.report(m_part, {});
        } else {
            pause(stop, wait);
            wait = std::min(2 * wait, LongestAfterFault);
        }
    }
    m_shop.condition.report(m_part, {});
    m_shop.condition.report(m_keysPart, {});
}

bool Slot::refused(const Error &error, const QByteArray &message, const Job *job)
{
    QString words = error.message;
    // A wrong type is of one key: say which, and don't let one job's key hold up the others.
    if (error.kind == ErrorKind::Corrupt) {
        const exports::QueueNames names = m_shop.options.names();
        const QList<exports::KeyType> own =
            job != nullptr ? keysOf(names, *job) : QList<exports::KeyType>{{names.processing(m_worker), "list"}};
        words = wordsOn(error, m_redis, names, own);
        const QDateTime again = m_shop.clock().addMSecs(m_shop.options.timings.aside.count());
        if (!message.isEmpty() && m_custody.setAside(m_worker, message, again)) {
            qCWarning(logWorker).noquote() << words << "- the job of it waits, the others go on";
            for (const exports::KeyType &key : own) {
                if (!m_doubtful.contains(key) && m_doubtful.size() < MostDoubtful)
                    m_doubtful << key;
            }
            m_shop.condition.report(m_keysPart, words, Condition::Weight::Warning);
            return true;
        }
    }
    m_shop.condition.report(m_part, words);
    return false;
}

void Slot::lookAgainAtKeys()
{
    if (m_doubtful.isEmpty())
        return;
    const Result<QStringList> wrong = exports::keysOfWrongType(m_redis, m_shop.options.names(), m_doubtful);
    // Who may not ask hears of it again when the message's time has come.
    if (!wrong && wrong.error().kind != ErrorKind::Denied)
        return;
    const QStringList still = wrong.valueOr({});
    m_shop.condition.report(m_keysPart, still.join(QLatin1String("; ")), Condition::Weight::Warning);
    if (still.isEmpty())
        m_doubtful.clear();
}

bool Slot::handle(const Taken &taken, const std::stop_token &stop)
{
    if (taken.size > 0)
        return quarantine({}, exports::oversizedTask(taken.tail, taken.size), taken.size);
    return handle(taken.message, stop);
}

bool Slot::handle(const QByteArray &message, const std::stop_token &stop)
{
    const auto decoded = exports::decodeTask(message);
    if (const auto *problem = std::get_if<exports::MessageProblem>(&decoded))
        return quarantine(message, *problem);
    Job job{m_worker, message, std::get<exports::TaskMessage>(decoded), 1, {}};
    // Looked up before it is begun: the outbox may tell it, and forget it, in between.
    std::optional<Job> ended = m_shop.outbox.find(job.task.jobId);
    const bool waits = !isRevoked(job) && job.task.eta.isValid() && job.task.eta > m_shop.clock();
    const Result<bool> mine = waits ? park(job) : begin(job);
    const bool well = mine ? !*mine || make(job, std::move(ended), stop) : refused(mine.error(), message, &job);
    m_shop.lease.withJob(m_worker, {});
    return well;
}

bool Slot::make(Job &job, std::optional<Job> ended, const std::stop_token &stop)
{
    if (job.attempt > 1)
        m_shop.folder.discardLeftovers(job.task.jobId, ended ? ended->status.fileName : QString());
    if (ended) {
        // An earlier attempt ended while Redis was away: it only remains to be told.
        ended->worker = m_worker;
        ended->message = job.message;
        ended->attempt = ended->status.attempt = job.attempt;
        tell(*ended);
    } else if (stop.stop_requested()) {
        yield(job, StopReason::HandBack);
    } else {
        m_shop.outbox.remove(job.task.jobId); // made anew: its earlier end counts no more
        StopReason stopped = StopReason::None;
        Result<MadeExport> made = makeFile(job, stopped);
        if (!made && stopped == StopReason::TimeLimit)
            conclude(job, Error{ErrorKind::Cancelled,
                                QStringLiteral("It took longer than its time limit of %1 s").arg(job.task.timeLimit)});
        else if (!made && stopped != StopReason::None)
            yield(job, stopped);
        else
            conclude(job, made);
    }
    return true;
}

bool Slot::quarantine(const QByteArray &message, const exports::MessageProblem &problem, qint64 size)
{
    qCWarning(logWorker).noquote() << "Put aside:" << problem.reason << problem.jobId;
    const Result<void> done = m_custody.quarantine(m_worker, message, problem, size);
    if (!done)
        return refused(done.error(), message);
    m_shop.node.countQuarantined(problem.fault);
    return true;
}

bool Slot::isExpired(const Job &job) const
{
    return job.task.expires.isValid() && job.task.expires < m_shop.clock();
}

/// The key in Redis may not be there yet, or not any more.
bool Slot::isRevoked(const Job &job) const
{
    return m_shop.revocations.contains(job.task.jobId) || m_shop.revocations.contains(job.task.taskId);
}

Result<bool> Slot::begin(Job &job)
{
    const QByteArray lease = m_shop.lease.withJob(m_worker, job.task.jobId);
    const Result<Outcome> outcome = m_custody.begin(job, lease, m_shop.options.timings.lease);
    if (!outcome)
        return outcome.error();
    if (outcome->verdict != Verdict::Mine) {
        const Result<void> done = leave(job, *outcome);
        return done ? Result<bool>(false) : done.error();
    }
    if (isRevoked(job)) {
        const Result<void> done = dropCancelled(job);
        return done ? Result<bool>(false) : done.error();
    }
    m_shop.condition.report(m_part, {}); // what hindered this slot is over, however long the making takes
    qCInfo(logWorker).noquote() << "Job" << job.task.jobId << "attempt" << job.attempt;
    m_shop.node.countTaken(job.task.kind);
    m_shop.events.received(job);
    return true;
}

Result<void> Slot::leave(const Job &job, const Outcome &outcome)
{
    if (outcome.verdict == Verdict::Lost)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("Job %1 keeps changing hands; it's looked at again").arg(job.task.jobId)};
    if (outcome.verdict == Verdict::Cancelled)
        return dropCancelled(job);
    // Looked at again when the other copy is made, or the folder can tell what there is of it, for who waits for this one's result.
    const std::optional<QByteArray> answer =
        outcome.verdict == Verdict::Duplicate ? std::nullopt : asAnswer(job, outcome.status);
    return answer ? m_custody.acknowledge(job, *answer)
                  : m_custody.setAside(m_worker, job.message,
                                       m_shop.clock().addMSecs(m_shop.options.timings.aside.count()));
}

std::optional<QByteArray> Slot::asAnswer(const Job &job, const QByteArray &status) const
{
    Result<exports::JobStatus> known = exports::jobStatusFromWire(status, job.task.jobId);
    if (!known)
        return status;
    QString refusal;
    if (!asksForThis(*known, job.task)) {
        refusal = QStringLiteral("Job id %1 is already used for another request").arg(job.task.jobId);
    } else if (known->state == JobState::Completed) {
        const exports::FilePresence file = m_shop.folder.lookFor(*known);
        if (file == exports::FilePresence::Unknown)
            return std::nullopt;
        if (file == exports::FilePresence::Gone)
            refusal = QStringLiteral("The file of job %1 isn't in the export folder any more: ask for the export again")
                          .arg(job.task.jobId);
    }
    if (refusal.isEmpty())
        return status;
    qCWarning(logWorker).noquote() << "Task" << job.task.taskId << "is refused:" << refusal;
    known->state = JobState::Failed;
    known->cancelled = false;
    known->completedAt = m_shop.clock();
    known->error = refusal;
    return exports::toWire(*known);
}

Result<bool> Slot::park(Job &job)
{
    const Result<Outcome> outcome = m_custody.park(job);
    if (!outcome)
        return outcome.error();
    if (outcome->verdict != Verdict::Mine) {
        const Result<void> done = leave(job, *outcome);
        return done ? Result<bool>(false) : done.error();
    }
    m_shop.housekeeping.reassertLater(job.status, job.message);
    qCInfo(logWorker).noquote() << "Job" << job.task.jobId << "waits until" << job.task.eta.toString(Qt::ISODate);
    return false;
}

void Slot::conclude(Job &job, const Result<MadeExport> &made)
{
    exports::JobStatus &status = job.status;
    status.completedAt = m_shop.clock();
    status.stage.clear();
    status.waitingFor.clear();
    status.noData = !made && made.error().kind == ErrorKind::NotFound;
    if (made) {
        status.state = JobState::Completed;
        status.downloadUrl = exports::downloadUrl(status.fileName);
        status.fileSize = made->bytes;
        status.sha256 = QString::fromLatin1(made->sha256);
        status.totalDetections = made->totalDetections;
        status.processedCount = made->processed;
        status.crops = made->crops;
        qCInfo(logWorker).noquote() << "Job" << status.jobId << "completed:" << status.fileName << status.fileSize
                                    << "bytes";
    } else {
        m_shop.folder.discard(status.fileName);
        status.state = JobState::Failed;
        status.fileName.clear();
        status.error = made.error().message;
        qCWarning(logWorker).noquote() << "Job" << status.jobId << "failed:" << status.error;
    }
    tell(job);
}

void Slot::tell(const Job &job)
{
    m_shop.node.countDone();
    // The first command after a restart of Redis finds the connection broken; the second makes a new one.
    Result<Outcome> outcome = m_custody.finish(job);
    if (!outcome)
        outcome = m_custody.finish(job);
    if (!outcome) {
        qCWarning(logWorker).noquote() << "Job" << job.task.jobId << "waits to be told:" << outcome.error().message;
        m_shop.outbox.put(job);
        m_shop.events.ended(job);
        return;
    }
    m_shop.outbox.remove(job.task.jobId);
    m_shop.condition.report(QStringLiteral("result"),
                            outcome->refused.isEmpty()
                                ? QString()
                                : QStringLiteral("Celery's result can't be published: ") + outcome->refused,
                            Condition::Weight::Warning); // jobs are made all the same
    if (outcome->verdict == Verdict::Mine) {
        m_shop.housekeeping.reassertLater(job.status);
        m_shop.events.ended(job);
        return;
    }
    if (!namesFile(outcome->status, job.status.fileName))
        m_shop.folder.discard(job.status.fileName);
    // Whoever has it by now sees to it.
    (void)(outcome->verdict == Verdict::Lost ? m_custody.acknowledge(job) : leave(job, *outcome));
}

Result<void> Slot::dropCancelled(const Job &job)
{
    Result<void> done = m_custody.acknowledgeCancelled(job);
    // Where only the answer got lost, no message is left by which it would be told again.
    if (!done && done.error().kind == ErrorKind::Unreachable)
        done = m_custody.acknowledgeCancelled(job);
    if (done)
        m_shop.events.ended(asCancelled(job, m_shop.clock()));
    return done;
}

void Slot::yield(const Job &job, StopReason reason)
{
    m_shop.folder.discard(job.status.fileName);
    // What Redis refuses now is said when the message is looked at again: the cancel key stays for an hour.
    if (reason == StopReason::Cancelled)
        (void)dropCancelled(job);
    else if (reason == StopReason::HandBack)
        (void)m_custody.handBack(job);
    else
        (void)m_custody.acknowledge(job);
    qCInfo(logWorker).noquote() << "Job" << job.task.jobId
                                << (reason == StopReason::Cancelled  ? "was cancelled"
                                    : reason == StopReason::HandBack ? "was handed back"
                                                                     : "is another worker's by now");
}

} // namespace herdbook::worker

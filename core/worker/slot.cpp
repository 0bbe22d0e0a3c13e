// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/slot.h"

#include "core/base/logging.h"
#include "core/exports/exportvalidation.h"
#include "core/worker/pause.h"

namespace herdbook::worker {

using exports::JobState;
using render::MadeExport;

namespace {

constexpr milliseconds AfterFault(500);

/// A take waits a second on the server; a shorter limit would drop its answer.
constexpr milliseconds TakeTimeout(3'000);

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Stopped")};
}

} // namespace

Slot::Slot(Workshop &shop, const QByteArray &worker)
    : m_shop(shop), m_worker(worker), m_redis(shop.options.settings.redis, TakeTimeout),
      m_take(m_redis, shop.options.names(), worker), m_custody(m_redis, shop.options.names())
{
}

void Slot::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const Result<std::optional<QByteArray>> taken = m_take.next();
        if (!taken)
            pause(stop, AfterFault);
        else if (*taken)
            handle(**taken, stop);
    }
}

void Slot::handle(const QByteArray &message, const std::stop_token &stop)
{
    const auto decoded = exports::decodeTask(message);
    if (const auto *problem = std::get_if<exports::MessageProblem>(&decoded)) {
        quarantine(message, *problem);
        return;
    }
    Job job{m_worker, message, std::get<exports::TaskMessage>(decoded), 1, {}};
    if (isForgotten(job) || !begin(job)) {
        m_shop.lease.withJob(m_worker, {});
        return;
    }
    std::optional<Job> ended = m_shop.outbox.find(job.task.jobId);
    if (job.attempt > 1)
        m_shop.folder.discardLeftovers(job.task.jobId, ended ? ended->status.fileName : QString());
    if (ended) {
        // An earlier attempt ended while Redis was away: it only remains to be told.
        ended->worker = m_worker;
        ended->message = message;
        ended->attempt = ended->status.attempt = job.attempt;
        tell(*ended);
    } else if (stop.stop_requested()) {
        yield(job, StopReason::HandBack);
    } else {
        StopReason stopped = StopReason::None;
        const Result<MadeExport> made = make(job, stopped);
        if (!made && stopped != StopReason::None)
            yield(job, stopped);
        else
            conclude(job, made);
    }
    m_shop.lease.withJob(m_worker, {});
}

void Slot::quarantine(const QByteArray &message, const exports::MessageProblem &problem)
{
    qCWarning(logWorker).noquote() << "Put aside:" << problem.reason;
    m_shop.node.countQuarantined(problem.fault);
    if (!m_custody.quarantine(m_worker, message, problem))
        pause(std::stop_token(), AfterFault);
}

bool Slot::isExpired(const Job &job) const
{
    return job.task.expires.isValid() && job.task.expires < m_shop.clock();
}

bool Slot::isForgotten(const Job &job)
{
    if (!isExpired(job))
        return false;
    const auto known = m_redis.command({"EXISTS", exports::statusKey(job.task.jobId)});
    if (!known || known->integer == 1)
        return false;
    // Whoever asked has been told that the job is gone; it doesn't come back.
    qCInfo(logWorker).noquote() << "Job" << job.task.jobId << "has expired";
    return m_custody.acknowledge(job).hasValue();
}

bool Slot::begin(Job &job)
{
    const QByteArray lease = m_shop.lease.withJob(m_worker, job.task.jobId);
    const Result<Outcome> outcome = m_custody.begin(job, lease, m_shop.options.timings.lease);
    if (!outcome && outcome.error().kind == ErrorKind::Internal) {
        quarantine(job.message, {exports::MessageFault::Malformed, outcome.error().message, {}});
        return false;
    }
    if (!outcome || outcome->verdict == Verdict::Lost) {
        pause(std::stop_token(), AfterFault);
        return false;
    }
    if (outcome->verdict == Verdict::Mine) {
        qCInfo(logWorker).noquote() << "Job" << job.task.jobId << "attempt" << job.attempt;
        m_shop.node.countTaken(job.task.kind);
        m_shop.events.received(job);
        return true;
    }
    if (outcome->verdict == Verdict::Cancelled)
        dropCancelled(job);
    else
        (void)m_custody.acknowledge(job);
    return false;
}

Result<exports::ExportRequest> Slot::readRequest(const Job &job) const
{
    // A later attempt was in time once.
    if (job.attempt == 1 && isExpired(job))
        return Error{ErrorKind::InvalidInput, QStringLiteral("The job expired before a worker could take it")};
    const QDate today = m_shop.clock().toTimeZone(m_shop.options.settings.siteTimeZone).date();
    const exports::Validation validation = exports::validate(job.task.kind, job.task.request, today);
    if (!validation.isValid())
        return Error{ErrorKind::InvalidInput, validation.violations.front().message};
    return *validation.request;
}

Result<MadeExport> Slot::make(Job &job, StopReason &stopped)
{
    const Result<exports::ExportRequest> request = readRequest(job);
    if (!request)
        return request.error();
    if (job.status.request.isEmpty())
        job.status.request = exports::toRememberedJson(*request);
    job.status.fileName = exports::exportFileName(job.task.kind, job.task.jobId, job.status.startedAt);
    if (const auto announced = m_shop.folder.announce(job.status.fileName); !announced)
        return announced.error();

    Job onTheWay = job;
    onTheWay.status.fileName.clear();
    const auto running = std::make_shared<RunningJob>(std::move(onTheWay));
    m_shop.running.add(running);
    m_shop.events.started(job);
    Result<MadeExport> made = makeWithRetries(*request, m_shop.folder.pathOf(job.status.fileName), *running);
    m_shop.running.remove(running);
    running->close();
    stopped = running->stopReason();
    const exports::JobStatus last = running->progress().first.status;
    job.status.totalDetections = last.totalDetections;
    job.status.processedCount = last.processedCount;
    return made;
}

Result<MadeExport> Slot::makeWithRetries(const exports::ExportRequest &request, const QString &target,
                                         RunningJob &running)
{
    Result<MadeExport> made = makeOnce(request, target, running);
    int tries = 1;
    for (const milliseconds wait : m_shop.options.timings.databaseRetries) {
        if (made || made.error().kind != ErrorKind::Unreachable)
            return made;
        qCWarning(logWorker).noquote() << "Job" << running.job().task.jobId << "waits:" << made.error().message;
        const exports::JobStatus status = running.progress().first.status;
        running.advance(status.processedCount, status.totalDetections, QStringLiteral("Waiting for the database"));
        if (!pause(running.stopToken(), wait))
            return cancelled();
        made = makeOnce(request, target, running);
        ++tries;
    }
    if (made || made.error().kind != ErrorKind::Unreachable)
        return made;
    return Error{ErrorKind::Unreachable, QStringLiteral("%1 (tried %2 times)").arg(made.error().message).arg(tries)};
}

Result<MadeExport> Slot::makeOnce(const exports::ExportRequest &request, const QString &target, RunningJob &running)
{
    try {
        return m_shop.make(
            request, target,
            [&running](const render::ExportProgress &at) {
                running.advance(at.done, at.total, at.stage, at.waitingFor);
            },
            running.stopToken());
    } catch (const std::exception &fault) {
        return Error{ErrorKind::Internal,
                     QStringLiteral("Making the export failed: %1").arg(QString::fromUtf8(fault.what()))};
    }
}

void Slot::conclude(Job &job, const Result<MadeExport> &made)
{
    exports::JobStatus &status = job.status;
    status.completedAt = m_shop.clock();
    status.stage.clear();
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
    if (outcome->verdict == Verdict::Mine) {
        m_shop.housekeeping.reassertLater(job.status);
        m_shop.events.ended(job);
        return;
    }
    if (!namesFile(outcome->status, job.status.fileName))
        m_shop.folder.discard(job.status.fileName);
    if (outcome->verdict == Verdict::Cancelled)
        dropCancelled(job);
    else
        (void)m_custody.acknowledge(job);
}

void Slot::dropCancelled(const Job &job)
{
    // What Redis doesn't hear now it hears when the message is looked at again: the cancel key stays for an hour.
    (void)m_custody.acknowledgeCancelled(job);
    m_shop.events.ended(asCancelled(job));
}

void Slot::yield(const Job &job, StopReason reason)
{
    m_shop.folder.discard(job.status.fileName);
    if (reason == StopReason::Cancelled)
        dropCancelled(job);
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

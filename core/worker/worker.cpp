// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker.h"

#include "core/base/logging.h"
#include "core/worker/celery/control.h"
#include "core/worker/lease.h"
#include "core/worker/pause.h"
#include "core/worker/rights.h"
#include "core/worker/slot.h"
#include "core/worker/upkeep/folderguard.h"
#include "core/worker/upkeep/folderkeeping.h"
#include "core/worker/watch.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSysInfo>

#include <unistd.h>

namespace herdbook::worker {

/// The parts at work, in the order they depend on each other; they end in the reverse one.
struct Worker::Parts
{
    Parts(const Options &options, const Maker &make, const Clock &clock, const ExportFolder &folder,
          Condition &condition, Lease &lease, bool backlog, std::function<void()> onShutdown)
        : node(options.nodeName), revocations(clock), outbox(folder, clock), housekeeping(options, condition, clock),
          folderKeeping(options, folder, outbox, housekeeping, condition, clock), watch(options, running, condition),
          events(options, node, running, condition),
          control(options, node, running, revocations, condition, clock, backlog, std::move(onShutdown)),
          shop{options, make, clock, folder, condition, lease, running, revocations, outbox, housekeeping, node, events}
    {
        const QByteArrayList workers = workerIds(options.concurrency);
        for (const QByteArray &worker : workers)
            slots.emplace_back([this, worker](const std::stop_token &stop) { Slot(shop, worker).run(stop); });
    }

    void end(milliseconds patience);

    Node node;
    RunningJobs running;
    Revocations revocations;
    Outbox outbox;
    Housekeeping housekeeping;
    FolderKeeping folderKeeping;
    Watch watch;
    Events events;
    Control control;
    Workshop shop;
    std::vector<std::jthread> slots;
};

Worker::Worker(Options options, Maker make, Clock clock)
    : m_options(std::move(options)), m_make(std::move(make)),
      m_clock(clock ? std::move(clock) : Clock([this] { return m_serverClock.now(); })),
      m_folder(m_options.settings.exportFolder)
{
}

Result<void> Worker::run()
{
    const std::stop_token stop = m_stopping.get_token();
    const QByteArrayList workers = workerIds(m_options.concurrency);
    const FolderGuard guard(m_options, workers, m_condition, stop);
    if (auto prepared = m_folder.prepare(); !prepared)
        return prepared;
    storage::Redis redis(m_options.settings.redis);
    Recovery recovery(redis, m_options.names(), m_options.mostAttempts);
    const Result<bool> allowed = awaitRights(redis, stop);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return {};
    Lease lease(m_options, workers, m_condition, m_serverClock);
    const auto acquired = lease.acquire(stop, [&](const QByteArray &worker) { (void)recovery.recover(worker); });
    if (!acquired)
        return acquired.error().kind == ErrorKind::Cancelled ? Result<void>() : acquired;
    const auto waiting = redis.pipeline({{"LLEN", m_options.names().queue()}, {"ZCARD", m_options.names().waiting()}});
    const bool backlog = waiting && (waiting->front().integer > 0 || waiting->back().integer > 0);
    redis.disconnect();
    for (const QString &jobId : recovery.takeGivenUp())
        m_folder.discardLeftovers(jobId);

    Parts parts(m_options, m_make, m_clock, m_folder, m_condition, lease, backlog, [this] { requestStop(); });
    qCInfo(logWorker).noquote() << m_options.nodeName << "is ready for" << m_options.concurrency << "at once";
    while (pause(stop, std::chrono::hours(1))) {
    }
    qCInfo(logWorker) << "Stopping";
    parts.end(m_options.timings.finishAfterStop);
    return {};
}

Result<bool> Worker::awaitRights(storage::Redis &redis, const std::stop_token &stop)
{
    const exports::QueueNames names = m_options.names();
    const QByteArray worker = workerIds(1).front();
    const QString part = QStringLiteral("rights");
    bool told = false;
    do {
        const Result<QStringList> missing = missingRights(redis, names, worker);
        // A wrong password is told at once, by ending; Redis away is waited for by the lease.
        if (!missing && missing.error().kind == ErrorKind::Denied)
            return missing.error();
        if (!missing || missing->isEmpty()) {
            m_condition.report(part, {});
            if (told)
                (void)redis.command({"DEL", names.alive(worker)});
            return true;
        }
        m_condition.report(part,
                           QStringLiteral("The Redis user %1 lacks rights: %2")
                               .arg(m_options.settings.redis.username.isEmpty() ? QStringLiteral("default")
                                                                                : m_options.settings.redis.username,
                                    missing->join(QLatin1String(", "))));
        QJsonObject lease{{QLatin1String("host"), QSysInfo::machineHostName()},
                          {QLatin1String("pid"), qint64{::getpid()}}};
        m_condition.addTo(lease);
        told = true;
        (void)redis.command({"SET", names.alive(worker), QJsonDocument(lease).toJson(QJsonDocument::Compact), "PX",
                             QByteArray::number(qint64{m_options.timings.lease.count()})});
    } while (pause(stop, m_options.timings.recovery));
    return false;
}

void Worker::Parts::end(milliseconds patience)
{
    for (std::jthread &slot : slots)
        slot.request_stop();
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!running.all().empty() && std::chrono::steady_clock::now() < until)
        pause(std::stop_token(), milliseconds(20));
    running.stopAll(StopReason::HandBack);
    slots.clear();
}

QByteArrayList workerIds(int concurrency)
{
    static const QByteArray unique = QByteArray::number(QRandomGenerator::system()->generate(), 36);
    const QByteArray stem =
        QSysInfo::machineHostName().toUtf8() + ':' + QByteArray::number(qint64{::getpid()}) + '-' + unique + ':';
    QByteArrayList ids;
    for (int slot = 1; slot <= concurrency; ++slot)
        ids << stem + QByteArray::number(slot);
    return ids;
}

} // namespace herdbook::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker.h"

#include "core/base/logging.h"
#include "core/worker/celery/control.h"
#include "core/worker/lease.h"
#include "core/worker/pause.h"
#include "core/worker/slot.h"
#include "core/worker/watch.h"

#include <QSysInfo>

#include <unistd.h>

namespace herdbook::worker {

/// The parts at work, in the order they depend on each other; they end in the reverse one.
struct Worker::Parts
{
    Parts(const Options &options, const Maker &make, const Clock &clock, const ExportFolder &folder, Lease &lease,
          std::function<void()> onShutdown)
        : node(options.nodeName), outbox(folder, clock), housekeeping(options, folder, outbox, clock),
          watch(options, running), events(options, node, running),
          control(options, node, running, std::move(onShutdown)), shop{options, make,   clock,        folder, lease,
                                                                       running, outbox, housekeeping, node,   events}
    {
        const QByteArrayList workers = workerIds(options.concurrency);
        for (const QByteArray &worker : workers)
            slots.emplace_back([this, worker](const std::stop_token &stop) { Slot(shop, worker).run(stop); });
    }

    void end(milliseconds patience);

    Node node;
    RunningJobs running;
    Outbox outbox;
    Housekeeping housekeeping;
    Watch watch;
    Events events;
    Control control;
    Workshop shop;
    std::vector<std::jthread> slots;
};

Worker::Worker(Options options, Maker make, Clock clock)
    : m_options(std::move(options)), m_make(std::move(make)), m_clock(std::move(clock)),
      m_folder(m_options.settings.exportFolder)
{
}

Result<void> Worker::run()
{
    if (const auto prepared = m_folder.prepare(); !prepared)
        return prepared;
    storage::Redis redis(m_options.settings.redis);
    Recovery recovery(redis, m_options.names(), m_folder, m_options.mostAttempts);
    const std::stop_token stop = m_stopping.get_token();
    Lease lease(m_options, workerIds(m_options.concurrency));
    const auto acquired = lease.acquire(stop, [&](const QByteArray &worker) { (void)recovery.recover(worker); });
    if (!acquired)
        return acquired.error().kind == ErrorKind::Cancelled ? Result<void>() : acquired;
    redis.disconnect();

    Parts parts(m_options, m_make, m_clock, m_folder, lease, [this] { requestStop(); });
    qCInfo(logWorker).noquote() << m_options.nodeName << "is ready for" << m_options.concurrency << "at once";
    while (pause(stop, std::chrono::hours(1))) {
    }
    qCInfo(logWorker) << "Stopping";
    parts.end(m_options.timings.finishAfterStop);
    return {};
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
    const QByteArray stem = QSysInfo::machineHostName().toUtf8() + ':' + QByteArray::number(qint64{::getpid()}) + ':';
    QByteArrayList ids;
    for (int slot = 1; slot <= concurrency; ++slot)
        ids << stem + QByteArray::number(slot);
    return ids;
}

} // namespace herdbook::worker

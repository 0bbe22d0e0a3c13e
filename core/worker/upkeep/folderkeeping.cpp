// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/folderkeeping.h"

#include "core/base/logging.h"
#include "core/worker/pause.h"

namespace herdbook::worker {

FolderKeeping::FolderKeeping(const Options &options, const ExportFolder &folder, Outbox &outbox,
                             Housekeeping &housekeeping, Condition &condition, Clock clock)
    : m_timings(options.timings), m_names(options.names()), m_folder(folder), m_outbox(outbox),
      m_housekeeping(housekeeping), m_condition(condition), m_redis(options.settings.redis),
      m_custody(m_redis, m_names), m_cleanup(m_redis, folder, std::move(clock), options.settings.keepFilesHours),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void FolderKeeping::run(const std::stop_token &stop)
{
    Housekeeping::Time lastProbe{};
    Housekeeping::Time lastCleanup{};
    do {
        if (Housekeeping::isDue(lastProbe, m_timings.folderProbe))
            m_folder.probe();
        const bool cleanup = Housekeeping::isDue(lastCleanup, m_timings.cleanup);
        if (cleanup)
            m_outbox.load();
        deliver();
        for (const QString &jobId : m_housekeeping.takeGivenUp())
            m_folder.discardLeftovers(jobId);
        if (cleanup)
            cleanUp();
    } while (pause(stop, m_timings.outbox));
    deliver();
}

void FolderKeeping::cleanUp()
{
    const Result<void> done = m_cleanup.run();
    // Silence is the lease's to report.
    if (!done && done.error().kind == ErrorKind::Unreachable)
        return;
    m_condition.report(QStringLiteral("cleanup"),
                       done ? QString()
                            : QStringLiteral("Expired files can't be deleted: %1").arg(done.error().message),
                       Condition::Weight::Warning);
}

void FolderKeeping::deliver()
{
    const auto [told, refused] = m_outbox.deliver(m_custody);
    for (const exports::JobStatus &status : told) {
        qCInfo(logWorker).noquote() << "Job" << status.jobId << "was told from the outbox";
        m_housekeeping.reassertLater(status);
    }
    // Silence is the lease's to report.
    if (refused && refused->second.kind == ErrorKind::Unreachable)
        return;
    QString words;
    if (refused) {
        const auto &[job, error] = *refused;
        words = QStringLiteral("The end of job %1 can't be told: %2")
                    .arg(job.task.jobId, wordsOn(error, m_redis, m_names, keysOf(m_names, job)));
    }
    m_condition.report(QStringLiteral("outbox"), words, Condition::Weight::Warning);
}

} // namespace herdbook::worker

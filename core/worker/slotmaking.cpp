// SPDX-License-Identifier: GPL-3.0-or-later
// How a slot makes the file of the job it has taken, and tries again what passes; the way of the job is in slot.cpp.
#include "core/worker/slot.h"

#include "core/base/logging.h"
#include "core/exports/exportvalidation.h"
#include "core/worker/pause.h"

namespace herdbook::worker {

using render::MadeExport;

namespace {

/// Tries of a job whose file can't be written although the folder is fine.
constexpr int MostStorageTries = 3;

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Stopped")};
}

} // namespace

Result<exports::ExportRequest> Slot::readRequest(const Job &job) const
{
    // What was begun before was in time once.
    if (!job.begunBefore && isExpired(job))
        return Error{ErrorKind::InvalidInput, QStringLiteral("The job expired before a worker could begin it")};
    // What day it is was decided where the request was accepted, in the zone that it carries.
    const exports::Validation validation = exports::validate(job.task.kind, job.task.request, exports::AnyDay);
    if (!validation.isValid())
        return Error{ErrorKind::InvalidInput, validation.violations.front().message};
    return *validation.request;
}

Result<MadeExport> Slot::makeFile(Job &job, StopReason &stopped)
{
    const Result<exports::ExportRequest> request = readRequest(job);
    if (!request)
        return request.error();
    job.status.fileName = exports::exportFileName(job.task.kind, job.task.jobId, job.status.startedAt);

    Job onTheWay = job;
    onTheWay.status.fileName.clear();
    const auto running = std::make_shared<RunningJob>(std::move(onTheWay));
    m_shop.running.add(running);
    m_shop.events.started(job);
    Result<MadeExport> made = makeWithRetries(*request, job, *running);
    m_shop.running.remove(running);
    running->close();
    stopped = running->stopReason();
    const exports::JobStatus last = running->progress().first.status;
    job.status.totalDetections = last.totalDetections;
    job.status.processedCount = last.processedCount;
    return made;
}

QString Slot::passing(Error &error, bool &folderIsSound) const
{
    folderIsSound = false;
    if (error.kind == ErrorKind::Internal && error.passing)
        return QStringLiteral("worker's machine");
    if (error.kind != ErrorKind::Storage)
        return error.passing || error.kind == ErrorKind::Unreachable ? QStringLiteral("database") : QString();
    const FolderState folder = m_shop.folder.look();
    folderIsSound = folder.kind == FolderState::Kind::Usable;
    if (!folderIsSound)
        error.message = folder.reason;
    const bool waits = folderIsSound ? error.passing : folder.kind == FolderState::Kind::Unusable;
    return waits ? QStringLiteral("export folder") : QString();
}

Result<MadeExport> Slot::makeWithRetries(const exports::ExportRequest &request, Job &job, RunningJob &running)
{
    const milliseconds patience = m_shop.options.patienceInForce();
    milliseconds wait = m_shop.options.timings.firstRetry;
    milliseconds waited(0);
    int failedInSoundFolder = 0; // a folder that has just come back has not had its tries
    for (int tries = 1;; ++tries) {
        if (tries > 1) // a folder that was away kept what could not be deleted
            m_shop.folder.discardLeftovers(job.task.jobId);
        Result<MadeExport> made = Error{ErrorKind::Storage, {}};
        if (const auto announced = m_shop.folder.announce(job.status.fileName, job.task.jobId); !announced)
            made = announced.error();
        else
            made = makeOnce(request, m_shop.folder.pathOf(job.status.fileName), running);
        if (made || running.stopToken().stop_requested())
            return made;
        Error error = made.error();
        bool folderIsSound = false;
        const QString what = passing(error, folderIsSound);
        if (what.isEmpty())
            return error;
        failedInSoundFolder = folderIsSound ? failedInSoundFolder + 1 : 0;
        if (waited >= patience || failedInSoundFolder >= MostStorageTries)
            return Error{error.kind, QStringLiteral("%1 (tried %2 times)").arg(error.message).arg(tries)};
        qCWarning(logWorker).noquote() << "Job" << running.job().task.jobId << "waits:" << error.message;
        const exports::JobStatus status = running.progress().first.status;
        running.advance(status.processedCount, status.totalDetections, QStringLiteral("Waiting for the ") + what, what);
        wait = std::min(wait, patience - waited);
        if (!pause(running.stopToken(), wait))
            return cancelled();
        waited += wait;
        wait = std::min(2 * wait, m_shop.options.timings.longestRetry);
    }
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

} // namespace herdbook::worker

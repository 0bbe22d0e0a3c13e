// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobcalls.h"

#include "core/api/answers.h"
#include "core/api/health.h"
#include "core/exports/filenote.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/jobstore.h"
#include "core/exports/shownname.h"
#include "core/http/filebody.h"

#include <QFile>
#include <QSysInfo>

namespace herdbook::api {

using exports::ExportKind;
using exports::JobStatus;

namespace {

const QString Redis = QStringLiteral("Redis");
const QString PostgreSQL = QStringLiteral("PostgreSQL");
constexpr qsizetype MostListed = 5000;

} // namespace

int JobCalls::workersOnline(storage::Redis &redis)
{
    constexpr qint64 StaysTrueMs = 3000;
    const std::lock_guard lock(m_mutex);
    if (!m_workersCounted.isValid() || m_workersCounted.elapsed() > StaysTrueMs) {
        const Result<Workers> counted = m_watch.online(redis);
        m_workers = counted ? counted->ready : 0;
        m_workersCounted.start();
    }
    return m_workers;
}

http::Response JobCalls::submit(Session &session, const exports::ExportRequest &request, const QString &idempotencyKey)
{
    if (const Result<void> reached = m_backend.reachRedis(session); !reached)
        return failure(reached.error(), Redis);
    qint64 total = request.kind == ExportKind::Zip ? request.detectionIds.size() : -1;
    if (request.kind == ExportKind::Zip && request.detectionIds.isEmpty()) {
        const Result<qint64> counted = m_backend.databaseBreaker().guard(
            [&] { return session.database.countDetections(request, m_settings.siteTimeZone); });
        if (!counted)
            return failure(counted.error(), PostgreSQL);
        total = *counted;
        if (total > exports::MaximumDetections)
            return invalid(
                {{QStringLiteral("end_date"), QStringLiteral("ids"),
                  QStringLiteral("%1 detections match, but a ZIP holds at most %2: choose a shorter period or "
                                 "fewer classifications")
                      .arg(total)
                      .arg(exports::MaximumDetections)}});
    }
    exports::ExportRequest accepted = request;
    accepted.siteTimeZone = QString::fromLatin1(m_settings.siteTimeZone.id());
    exports::JobStore store(session.redis, m_clock);
    const Result<qint64> ahead = store.queueLength();
    if (!ahead)
        return failure(ahead.error(), Redis);
    const Result<QString> jobId = store.submit(
        {accepted, QStringLiteral("http@") + QSysInfo::machineHostName(), {}, idempotencyKey, static_cast<int>(total)});
    if (!jobId)
        return failure(jobId.error(), Redis);
    const int workers = workersOnline(session.redis);
    return acceptedAnswer(*jobId, request.kind, total,
                          estimateCompletion(m_clock(), request.kind, total, *ahead, workers), workers > 0);
}

http::Response JobCalls::list(Session &session)
{
    if (const Result<void> reached = m_backend.reachRedis(session); !reached)
        return failure(reached.error(), Redis);
    const QByteArray prefix = exports::statusKey({});
    const Result<QByteArrayList> keys = scanKeys(session.redis, prefix + '*', MostListed);
    if (!keys)
        return failure(keys.error(), Redis);
    QList<JobStatus> jobs;
    constexpr qsizetype Batch = 500;
    for (qsizetype at = 0; at < keys->size(); at += Batch) {
        const QByteArrayList some = keys->mid(at, Batch);
        const auto values = exports::readStatusValues(session.redis, some);
        if (!values)
            return failure(values.error(), Redis);
        for (qsizetype i = 0; i < some.size(); ++i) {
            const QString jobId = QString::fromUtf8(some.at(i).mid(prefix.size()));
            Result<JobStatus> job = exports::jobStatusFromWire(values->at(static_cast<std::size_t>(i)).text, jobId);
            if (job && exports::isAcceptableJobId(jobId))
                jobs.append(*std::move(job));
        }
    }
    return listAnswer(std::move(jobs));
}

http::Response JobCalls::remove(Session &session, const QString &jobId)
{
    if (const Result<void> reached = m_backend.reachRedis(session); !reached)
        return failure(reached.error(), Redis);
    const Result<JobStatus> removed = exports::removeJob(session.redis, m_clock, jobId);
    if (!removed)
        return failure(removed.error(), Redis);
    if (exports::isFileOfJob(removed.value().fileName, jobId))
        QFile::remove(m_settings.exportFolder + u'/' + removed.value().fileName);
    http::Response response;
    response.status = 204;
    return response;
}

http::Response JobCalls::download(Session &session, const http::Request &request, const QString &fileName)
{
    const std::optional<QString> jobId = exports::jobOfFile(m_settings.exportFolder, fileName);
    if (!jobId)
        return problem(404, QStringLiteral("File not found or expired"));
    if (const Result<void> reached = m_backend.reachRedis(session); !reached)
        return failure(reached.error(), Redis);
    const Result<JobStatus> job = exports::JobStore(session.redis, m_clock).status(*jobId);
    if (!job && job.error().kind != ErrorKind::NotFound && job.error().kind != ErrorKind::Corrupt)
        return failure(job.error(), Redis);
    const bool offered = job && job.value().state == exports::JobState::Completed && job.value().fileName == fileName;
    http::FileDescriptor file;
    if (offered)
        file = http::openRegularFile(m_settings.exportFolder.toStdString(), fileName.toStdString());
    if (!file)
        return problem(404, QStringLiteral("File not found or expired"));
    const bool isPdf = fileName.endsWith(QLatin1String(".pdf"));
    http::Response response = http::fileResponse(
        request, std::move(file), exports::contentDisposition(exports::shownFileName(*job)).toStdString(),
        isPdf ? "application/pdf" : "application/zip");
    response.add("X-Content-Type-Options", "nosniff");
    return response;
}

} // namespace herdbook::api

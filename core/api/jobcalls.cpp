// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobcalls.h"

#include "core/api/answers.h"
#include "core/api/jobreader.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/jobstore.h"
#include "core/exports/shownname.h"
#include "core/http/filebody.h"

#include <QSysInfo>

#include <sys/stat.h>

namespace herdbook::api {

using exports::ExportKind;
using exports::JobStatus;

namespace {

const QString NoFile = QStringLiteral("File not found or expired");

/// Of a file that can't be served: 404 only where it surely isn't there.
http::Response unavailable(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        return problem(404, NoFile);
    http::Response response = problem(503, error.message);
    response.add("Retry-After", "5");
    return response;
}

/// The zone in which the request's days are meant.
QTimeZone zoneOf(const exports::ExportRequest &request, const Settings &settings)
{
    return request.siteTimeZone.isEmpty() ? settings.siteTimeZone : QTimeZone(request.siteTimeZone.toLatin1());
}

} // namespace

std::optional<int> JobCalls::workersOnline(storage::Redis &redis)
{
    constexpr qint64 StaysTrueMs = 3000;
    const std::lock_guard lock(m_mutex);
    if (!m_workersCounted.isValid() || m_workersCounted.elapsed() > StaysTrueMs) {
        const Result<Workers> counted = m_watch.online(redis);
        m_workers = counted ? std::optional(counted->ready) : std::nullopt;
        m_workersCounted.start();
    }
    return m_workers;
}

http::Response JobCalls::submit(Connections &connections, const exports::ExportRequest &request,
                                const QString &idempotencyKey, const std::function<bool()> &isAwaited)
{
    if (const Result<void> reached = m_backend.reachRedis(connections); !reached)
        return failure(reached.error(), Server::Redis);
    qint64 total = request.kind == ExportKind::Zip ? request.detectionIds.size() : -1;
    if (request.kind == ExportKind::Zip && request.detectionIds.isEmpty()) {
        const Result<qint64> counted = m_backend.databaseBreaker().guard(
            [&] { return connections.database.countDetections(request, zoneOf(request, m_settings)); });
        if (!counted)
            return failure(counted.error(), Server::PostgreSQL);
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
    if (accepted.siteTimeZone.isEmpty())
        accepted.siteTimeZone = QString::fromLatin1(m_settings.siteTimeZone.id());
    exports::JobStore store(connections.redis, m_clock);
    const Result<qint64> ahead = store.queueLength();
    if (!ahead)
        return failure(ahead.error(), Server::Redis);
    if (!isAwaited()) // its client was told so, and may have asked again
        return problem(503, QStringLiteral("The answer took too long"));
    const Result<QString> jobId =
        store.submit({accepted,
                      QStringLiteral("http@") + QSysInfo::machineHostName(),
                      {},
                      idempotencyKey,
                      static_cast<int>(total),
                      [this](const JobStatus &job) { return m_files.isThere(job) == false; }});
    if (!jobId && store.isInDoubt()) {
        http::Response response = problem(
            503, QStringLiteral("Redis stopped answering. Whether the job was queued isn't known: look at GET "
                                "/api/exports before asking again") +
                     (idempotencyKey.isEmpty() ? QString() : QStringLiteral(", or ask with the same Idempotency-Key")));
        response.add("Retry-After", "2");
        return response;
    }
    if (!jobId)
        return failure(jobId.error(), Server::Redis);
    if (store.earlier())
        return repeatedAnswer(*store.earlier(), request.kind);
    const std::optional<int> workers = workersOnline(connections.redis);
    return acceptedAnswer(*jobId, request.kind, total,
                          estimateCompletion(m_clock(), request.kind, total, *ahead, workers.value_or(0)), workers);
}

http::Response JobCalls::list(Connections &connections)
{
    if (const Result<void> reached = m_backend.reachRedis(connections); !reached)
        return failure(reached.error(), Server::Redis);
    const Result<KnownJobs> known = readJobs(connections.redis);
    if (!known)
        return failure(known.error(), Server::Redis);
    QList<JobStatus> jobs;
    qsizetype unreadable = 0;
    for (const auto &[id, status] : known->statuses) {
        if (Result<JobStatus> job = exports::jobStatusFromWire(status, QString::fromUtf8(id)))
            jobs.append(*std::move(job));
        else
            ++unreadable;
    }
    return listAnswer(std::move(jobs), leftOut(*known, unreadable), m_files);
}

http::Response JobCalls::remove(Connections &connections, const QString &jobId)
{
    if (const Result<void> reached = m_backend.reachRedis(connections); !reached)
        return failure(reached.error(), Server::Redis);
    bool kept = false;
    const Result<JobStatus> removed = exports::removeJob(connections.redis, m_clock, jobId, [&](const JobStatus &job) {
        Result<void> deleted = m_files.remove(job);
        kept = !deleted;
        return deleted;
    });
    if (!removed)
        return kept ? problem(500, removed.error().message) : failure(removed.error(), Server::Redis);
    http::Response response;
    response.status = 204;
    return response;
}

http::Response JobCalls::download(Connections &connections, const http::Request &request, const QString &fileName)
{
    const Result<QString> jobId = m_files.jobOf(fileName);
    if (!jobId)
        return unavailable(jobId.error());
    if (const Result<void> reached = m_backend.reachRedis(connections); !reached)
        return failure(reached.error(), Server::Redis);
    const Result<JobStatus> job = exports::JobStore(connections.redis, m_clock).status(*jobId);
    if (!job && job.error().kind != ErrorKind::NotFound && job.error().kind != ErrorKind::Corrupt)
        return failure(job.error(), Server::Redis);
    const bool offered = job && job.value().state == exports::JobState::Completed && job.value().fileName == fileName;
    if (!offered)
        return problem(404, NoFile);
    Result<http::FileDescriptor> file = m_files.open(*job);
    if (!file)
        return unavailable(file.error());
    struct stat about = {};
    if (::fstat(file->number(), &about) == 0 && job->fileSize >= 0 && about.st_size != job->fileSize)
        return problem(500, QStringLiteral("This is not the file that was made: it has %1 of %2 bytes")
                                .arg(QString::number(about.st_size), QString::number(job->fileSize)));
    const bool isPdf = fileName.endsWith(QLatin1String(".pdf"));
    http::Response response = http::fileResponse(
        request, *std::move(file), exports::contentDisposition(exports::shownFileName(*job)).toStdString(),
        isPdf ? "application/pdf" : "application/zip");
    response.add("X-Content-Type-Options", "nosniff");
    // RFC 9530: what the whole file must have, for who saves it.
    if (const QByteArray sum = QByteArray::fromHex(job->sha256.toLatin1()); sum.size() == 32)
        response.add("Repr-Digest", "sha-256=:" + sum.toBase64().toStdString() + ':');
    return response;
}

} // namespace herdbook::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/backend.h"
#include "core/api/exportfiles.h"
#include "core/api/workerwatch.h"
#include "core/base/clock.h"
#include "core/exports/exportrequest.h"
#include "core/http/message.h"

namespace herdbook::api {

/// The calls that wait for a server or the disk: each is carried out by a thread of the backend and gives the answer.
class JobCalls
{
public:
    JobCalls(Backend &backend, const WorkerWatch &watch, const ExportFiles &files, const Settings &settings,
             Clock clock)
        : m_backend(backend), m_watch(watch), m_files(files), m_settings(settings), m_clock(std::move(clock))
    {
    }

    /// Queues a valid request: 202; 503 with nothing queued when Redis, or PostgreSQL for the number of detections, is away, or nobody
    /// awaits the answer any more.
    http::Response submit(Connections &connections, const exports::ExportRequest &request,
                          const QString &idempotencyKey, const std::function<bool()> &isAwaited);
    http::Response list(Connections &connections);
    /// Cancels what waits or runs, deletes file and key: 204, or 404; 500 with the reason where the file can't be deleted, which keeps the key.
    http::Response remove(Connections &connections, const QString &jobId);
    /// The file while its job's key says completed and names it, 404 otherwise; 503 where the folder doesn't tell.
    http::Response download(Connections &connections, const http::Request &request, const QString &fileName);

private:
    /// Nothing where they couldn't be counted.
    std::optional<int> workersOnline(storage::Redis &redis);

    Backend &m_backend;
    const WorkerWatch &m_watch;
    const ExportFiles &m_files;
    const Settings &m_settings;
    const Clock m_clock;
    std::mutex m_mutex;
    QElapsedTimer m_workersCounted;
    std::optional<int> m_workers;
};

} // namespace herdbook::api

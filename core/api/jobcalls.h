// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/backend.h"
#include "core/api/workerwatch.h"
#include "core/base/clock.h"
#include "core/exports/exportrequest.h"
#include "core/http/message.h"

namespace herdbook::api {

/// The calls that wait for a server or the disk: each is carried out by a thread of the backend and gives the answer.
class JobCalls
{
public:
    JobCalls(Backend &backend, const WorkerWatch &watch, const Settings &settings, Clock clock)
        : m_backend(backend), m_watch(watch), m_settings(settings), m_clock(std::move(clock))
    {
    }

    /// Queues a valid request: 202; 503 with nothing queued when Redis, or PostgreSQL for the number of detections, is away.
    http::Response submit(Session &session, const exports::ExportRequest &request, const QString &idempotencyKey);
    http::Response list(Session &session);
    /// Cancels what waits or runs, deletes key and file: 204, or 404.
    http::Response remove(Session &session, const QString &jobId);
    /// The file while its job's key says completed and names it, 404 otherwise.
    http::Response download(Session &session, const http::Request &request, const QString &fileName);

private:
    int workersOnline(storage::Redis &redis);

    Backend &m_backend;
    const WorkerWatch &m_watch;
    const Settings &m_settings;
    const Clock m_clock;
    std::mutex m_mutex;
    QElapsedTimer m_workersCounted;
    int m_workers = 0;
};

} // namespace herdbook::api

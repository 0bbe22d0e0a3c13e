// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/backend.h"
#include "core/api/statusreader.h"
#include "core/api/workerwatch.h"
#include "core/http/message.h"

namespace herdbook::api {

/// What `GET /metrics` says, in Prometheus' text format 0.0.4: lengths of the queue, of the waiting and of what was put aside, workers, and of
/// the jobs now known (at most 20,000; `herdbook_jobs_complete` is 0 where there are more) how many there are of each kind
/// and state, how long they took, how many attempts they needed and what their archives lack. 503 when Redis is away.
http::Response metricsAnswer(Backend &backend, Connections &connections, const WorkerWatch &watch,
                             const PollTimes &polls);

} // namespace herdbook::api

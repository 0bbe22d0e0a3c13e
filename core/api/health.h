// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/backend.h"
#include "core/api/workerwatch.h"
#include "core/http/message.h"

namespace herdbook::api {

/// What `GET /health` says: each part asked now, on this session, within the timeouts. 503 when PostgreSQL, Redis or the export folder is
/// unusable; "degraded" with 200 when no worker is online. Gives no addresses, users or paths: it needs no token.
http::Response healthAnswer(Backend &backend, Session &session, const Settings &settings, const WorkerWatch &watch);

/// The keys that match, read in steps; at most `most` of them and about 200,000 keys looked at, so that it ends soon in any Redis.
Result<QByteArrayList> scanKeys(storage::Redis &redis, const QByteArray &pattern, qsizetype most);

} // namespace herdbook::api

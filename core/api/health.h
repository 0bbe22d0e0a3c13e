// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/backend.h"
#include "core/api/exportfiles.h"
#include "core/api/workerwatch.h"
#include "core/http/message.h"

namespace herdbook::api {

/// What `GET /health` says: each part asked now, on this connections, within the timeouts. 503 when PostgreSQL, Redis or the export folder is
/// unusable; "degraded" with 200 when no worker is ready. `problems` and `warnings` are sentences: what keeps workers from
/// their work, keys of a wrong type, clocks that differ. It needs no token and tells no secrets.
http::Response healthAnswer(Backend &backend, Connections &connections, const ExportFiles &files,
                            const WorkerWatch &watch);

/// Whether a scan may end early.
enum class KeysNeeded {
    Some, ///< what was found until then will do
    All   ///< then it is an error
};

/// The keys that match, read in steps: at most `most` of them and ten million keys looked at.
Result<QByteArrayList> scanKeys(storage::Redis &redis, const QByteArray &pattern, qsizetype most,
                                KeysNeeded needed = KeysNeeded::Some);

} // namespace herdbook::api

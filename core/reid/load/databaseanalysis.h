// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/reid/analysis.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::reid {

/// Where scores come from: computed from vectors where there are any, otherwise the stored ones.
enum class Source { Best, Vectors, Stored };

/// Told from the thread that analyzes: what is being done, and how far. `total` 0: unknown.
using Progress = std::function<void(const QString &stage, qint64 done, qint64 total)>;

/// Reads one consistent state of the database (read-only, repeatable read) and analyzes it. Scores are computed while the vectors
/// are still coming in; they are never all in memory.
/// Corrupt when the schema doesn't fit or vectors differ in length (the message names table or column), Cancelled after a stop
/// request (also in the middle of a query), otherwise the connection's errors.
/// @param certifier asked for a certificate of the data once the estimate is made; it may use the database.
Result<std::shared_ptr<const Analysis>>
analyzeDatabase(storage::Postgres &database, const Options &options, Source source, const std::stop_token &stop,
                const Progress &progress = {}, const Clock &clock = systemClock(), const Certifier &certifier = {});

/// The state of the data now, to compare with an analysis' fingerprint.
Result<Fingerprint> readFingerprint(storage::Postgres &database);

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tracking/trackedjob.h"
#include "core/storage/redis.h"

#include <functional>
#include <optional>

namespace herdbook::jobs {

using TrackedJobs = std::vector<TrackedJob *>;
using FileFinder = std::function<std::optional<QString>(const QString &jobId)>;

/// Reads the status keys of all jobs given, some hundred at a time. Answers the jobs whose bytes are new or whose key went.
/// @param run tells one run of the server from the next: a key that went with a restart, or when keys were dropped, is lost, not removed.
Result<TrackedJobs> readValues(storage::Redis &redis, const TrackedJobs &jobs, const QByteArray &run);

/// Asks when the keys end. A time that differs by no more than the answer's own delay stays as it was.
Result<void> readExpiries(storage::Redis &redis, const TrackedJobs &jobs, const QDateTime &now);

/// Asks Celery's results for jobs that say "processing" although nobody has them, a bounded number.
/// @param fileOf seeks the file of a job that a successful result doesn't name; nothing: the export folder doesn't tell.
Result<void> readResults(storage::Redis &redis, const TrackedJobs &jobs, const FileFinder &fileOf);

} // namespace herdbook::jobs

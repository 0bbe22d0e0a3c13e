// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exports/jobstatus.h"
#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

#include <functional>

namespace herdbook::exports {

/// Ends a job that waits or runs: its status becomes `failed`, `cancelled: true`, its message leaves the queue, and the key
/// `exports:cancel:{id}`, which workers watch, keeps it from being made for an hour. NotFound "Job not found or expired" when it neither has
/// a status nor waits; Conflict when it has finished already.
Result<void> cancelJob(storage::Redis &redis, const Clock &clock, const QString &jobId);

/// Cancels the job unless it has finished, and deletes its file and its status. Answers the status it had. NotFound as above.
/// @param deleteFile deletes the job's file, if it has one; what fails there is the answer and the status is kept, so that it can be tried
/// again. Null: the file is the caller's.
Result<JobStatus> removeJob(storage::Redis &redis, const Clock &clock, const QString &jobId,
                            const std::function<Result<void>(const JobStatus &)> &deleteFile = {});

/// Puts a message that waits for its time (Celery's `eta`) where it is taken next, so that a worker drops it now. Whether there was one.
Result<bool> wakeWaiting(storage::Redis &redis, const QueueNames &names, const QString &id);

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exports/jobstatus.h"
#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

namespace herdbook::exports {

/// Ends a job that waits or runs: its status becomes `failed`, `cancelled: true`, its message leaves the queue, and the key
/// `exports:cancel:{id}`, which workers watch, keeps it from being made for an hour. NotFound "Job not found or expired" when it neither has
/// a status nor waits; Conflict when it has finished already.
Result<void> cancelJob(storage::Redis &redis, const Clock &clock, const QString &jobId);

/// Cancels the job unless it has finished, and deletes its status; its file is the caller's to delete. Answers the status it had, so that
/// the caller knows the file's name. NotFound as above.
Result<JobStatus> removeJob(storage::Redis &redis, const Clock &clock, const QString &jobId);

/// Puts a message that waits for its time (Celery's `eta`) where it is taken next, so that a worker drops it now. Whether there was one.
Result<bool> wakeWaiting(storage::Redis &redis, const QueueNames &names, const QString &id);

} // namespace herdbook::exports

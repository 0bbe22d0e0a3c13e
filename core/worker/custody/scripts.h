// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

/// The Lua scripts of the worker. They get ids as arguments and move the messages' bytes; of JSON they only read the status.
/// Those that act for a job get the same keys, in this order: status, attempts, cancel key of the job, cancel key of the task,
/// processing list, queue, lease, Celery result, finished statuses, waiting messages or dead list; and as the first two arguments the job's id and the attempt.
namespace herdbook::worker::scripts {

/// Key: a processing list; argument: largest size. The message last in it; of a larger one its size and its last 16 KiB.
extern const storage::RedisScript Peek;

/// More arguments: worker, SHA-1 of the earlier status as it was read, `taken` where that is of another request, lease, its length in ms, status, its
/// lifetime. Answers {verdict, earlier status}; `lost` when the attempt isn't the next one or the earlier status is another by now.
extern const storage::RedisScript Begin;

/// More arguments: status (or nothing, to ask only), its lifetime.
extern const storage::RedisScript Report;

/// More arguments: status, its lifetime, Celery result (or nothing), message. Answers {verdict, earlier status, why the result could not be
/// published}. May be run again after it failed in the middle: a final status that is this very one doesn't end it.
extern const storage::RedisScript Finish;

/// More arguments: status to write where the present one says processing, its lifetime, Celery result (or nothing), message.
extern const storage::RedisScript FinishCancelled;

/// Keys: processing list, Celery result. Arguments: message, Celery result where the task has none yet (or nothing).
extern const storage::RedisScript AcknowledgeKnown;

/// More arguments: status, its lifetime, message.
extern const storage::RedisScript HandBack;

/// More arguments: the first three of Begin, status, its lifetime, message, when it is due in ms. The last key is the set of the waiting.
extern const storage::RedisScript Park;

/// Keys: processing list, waiting messages. Arguments: message, when it is due in ms. The job's own keys are not touched.
extern const storage::RedisScript SetAside;

/// Keys: waiting messages, queue. Argument: now in ms. Puts what is due where it is taken next; how many.
extern const storage::RedisScript Due;

/// Keys: processing list, dead list, status, finished statuses, Celery result. Arguments: message (nothing: the last one, of the size given),
/// dead line, failed status (or nothing), its lifetime, job id, Celery result (or nothing), the size.
extern const storage::RedisScript Quarantine;

/// Keys: status, finished statuses. Arguments: lifetime, job id, failed status.
extern const storage::RedisScript FailJob;

/// Keys: status, cancel key, finished statuses. Arguments: status, its lifetime, and the job's id where this is the last look.
extern const storage::RedisScript Reassert;

/// Keys: status, waiting messages. Arguments: message, status of who waits for its time, its lifetime.
extern const storage::RedisScript ReassertWaiting;

/// Keys as above, the last one the dead list; the processing list and the lease are those of the dead worker. More arguments: message, most
/// attempts, dead line, failed status, lifetime, Celery result (or nothing), the dead worker. Answers alive, changed, requeued,
/// dead, or settled where there was nothing left to do.
extern const storage::RedisScript Recover;

/// Key: dead list; argument: its oldest line, which is dropped if it still is that.
extern const storage::RedisScript DropOld;

} // namespace herdbook::worker::scripts

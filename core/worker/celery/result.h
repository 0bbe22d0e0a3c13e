// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/runningjob.h"

namespace herdbook::worker {

/// Celery's result of a finished job, as AsyncResult reads it: SUCCESS with the status as result, FAILURE with the error, REVOKED.
QByteArray celeryResult(const Job &job);

/// `celery-task-meta-{id}`: the key it is kept under and the channel it is published on.
QByteArray celeryResultName(const QString &taskId);

} // namespace herdbook::worker

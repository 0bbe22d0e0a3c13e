// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

#include <QStringList>

namespace herdbook::worker {

/// The rights that a worker lacks in Redis, each as the command and the key that were refused; empty when it has all. Nothing is changed:
/// Redis judges the rights before the arguments, and the arguments are such that the command itself then refuses.
/// Unreachable when Redis doesn't answer.
Result<QStringList> missingRights(storage::Redis &redis, const exports::QueueNames &names, const QByteArray &worker);

} // namespace herdbook::worker

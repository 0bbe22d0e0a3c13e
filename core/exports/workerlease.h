// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <QJsonObject>

namespace herdbook::exports {

/// What a worker's lease says, the value of `exports:alive:{worker}`; nothing where it is none: no JSON object that names a host, or a key of
/// another type.
std::optional<QJsonObject> readLease(const storage::RedisReply &value);

/// What there is to say of a key that holds no lease.
QString noLease(const QByteArray &key);

} // namespace herdbook::exports

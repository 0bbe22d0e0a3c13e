// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

#include <QStringList>

namespace herdbook::exports {

/// A key and the type that it must have where it is there.
using KeyType = std::pair<QByteArray, QByteArray>;

/// The keys of the queue that hold something of another type, in words: "exports:attempts holds a string, not a hash".
/// @param more keys to look at besides.
Result<QStringList> keysOfWrongType(storage::Redis &redis, const QueueNames &names, const QList<KeyType> &more = {});

} // namespace herdbook::exports

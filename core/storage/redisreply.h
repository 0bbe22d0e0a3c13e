// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <vector>

struct redisReply;

namespace herdbook::storage {

/// What Redis answered, as a value.
struct RedisReply
{
    enum class Type { Nil, Status, Text, Integer, Array, Error };

    Type type = Type::Nil;
    QByteArray text;               ///< Text, Status and Error
    qint64 integer = 0;            ///< Integer
    std::vector<RedisReply> items; ///< Array

    bool isNil() const { return type == Type::Nil; }
    bool isError() const { return type == Type::Error; }

    /// A copy of hiredis's reply; its memory stays with the caller.
    static RedisReply from(const redisReply &reply);
};

/// The error an Error reply means: NOAUTH, WRONGPASS and NOPERM are Denied, WRONGTYPE is Corrupt, OOM and MISCONF are Storage, a command
/// that can't be (ERR) is Internal. Whatever else Redis says, known or new (LOADING, READONLY, NOREPLICAS...), is a state
/// of Redis: Unreachable.
herdbook::Error errorOf(const RedisReply &reply);

} // namespace herdbook::storage

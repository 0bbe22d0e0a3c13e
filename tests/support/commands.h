// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

namespace herdbook::test {

/// The commands of Redis that the sources of these parts of core send, in C++ and in Lua, in alphabetical order: read from the code, so that
/// none is forgotten.
QByteArrayList commandsOf(storage::Redis &redis, const QStringList &parts);

} // namespace herdbook::test

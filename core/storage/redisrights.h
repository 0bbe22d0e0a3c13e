// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QByteArrayList>
#include <QStringList>
#include <chrono>

namespace herdbook::storage {

/// The names of those commands that this user may not send, each once; MULTI alone where that is one, as nothing can be asked then. They
/// stand in a transaction that is never carried out: Redis judges each as it comes. Storage, in Redis's words, where it refuses some to
/// everybody: a replica, too few of them, no memory or no disk left.
Result<QStringList> refusedCommands(const RedisSettings &settings, const QList<QByteArrayList> &commands,
                                    std::chrono::milliseconds timeout = std::chrono::seconds(1));

} // namespace herdbook::storage

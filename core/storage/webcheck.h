// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connectioncheck.h"

#include <functional>

class QNetworkAccessManager;
class QObject;

namespace herdbook::storage {

/// Asks `address` for /health, and for a file with the token, as a client of the HTTP API, and says what is wrong: name, port, TLS, token, that it
/// sends on to another address (which gets no token), or that something else answers there. `answer` comes within 10 s, later, on this
/// thread; not when `context` is gone by then.
void checkWebAddress(QNetworkAccessManager &network, const QString &address, const QString &token, QObject *context,
                     std::function<void(CheckStep)> answer);

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace herdbook {

/// A path of the web API, "/api/...", below an address that may have a path of its own (that of a proxy): QUrl::resolved() would drop it.
/// @param path percent-encoded where it has to be.
QUrl underWebAddress(QUrl address, const QString &path);

} // namespace herdbook

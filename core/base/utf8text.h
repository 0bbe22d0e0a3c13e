// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace herdbook {

/// What a file says that was written elsewhere. InvalidInput where it isn't UTF-8, which names the first such line by its number: other
/// letters would be taken for what stands there.
Result<QString> textOf(const QByteArray &utf8);

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace herdbook {

/// Where a photo of the database is on this machine: a path under /mnt/images/ is looked up under `imageFolder`, any other is
/// taken as it is. NotFound when a mapped path leaves `imageFolder` (by `..` or a link) or is not absolute.
Result<QString> localImagePath(const QString &databasePath, const QString &imageFolder);

} // namespace herdbook

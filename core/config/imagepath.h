// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace herdbook {

/// What the deployment's image folder is called within its containers, and so in the database.
inline constexpr QLatin1String DeployedImages("/mnt/images/");

/// Where a photo of the database is on this machine: a path under /mnt/images/ is looked up under `imageFolder`, any other is taken as it is.
/// By the names alone, without asking the disk, which may not answer. NotFound when it is not absolute, Denied when a mapped path leaves
/// `imageFolder` by `..`.
Result<QString> mappedImagePath(const QString &databasePath, const QString &imageFolder);

} // namespace herdbook

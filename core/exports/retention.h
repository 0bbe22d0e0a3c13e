// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace herdbook::exports {

/// Notes in the export folder that a worker there keeps files for so long: others free no file before that. To be said again now and then.
/// Waits for the disk.
Result<void> noteRetention(const QString &exportFolder, int hours);

/// The hours for which files are kept there: of the workers that said so last, those that keep them longest. Nothing where none has, or the
/// folder doesn't tell. Waits for the disk.
std::optional<int> notedRetention(const QString &exportFolder);

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSettings;

namespace herdbook {

/// Whether a file can be put into that folder now, which is made where it isn't there: by doing it, so that a full disk is seen as well.
/// Leaves no file behind.
Result<void> canStoreIn(const QString &folder);

/// Writes what was set to disk now; QSettings itself writes later and tells nobody that it couldn't.
/// @param probe also where nothing was set: whether it could be written.
Result<void> storeNow(QSettings &settings, bool probe = false);

} // namespace herdbook

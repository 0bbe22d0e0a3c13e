// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

namespace herdbook::ui {

/// What the file is called when people save it, as in a download by the web address.
QString proposedName(const jobs::JobRow &job);

/// A path for each name that isn't taken in the folder: several jobs may have one title. Waits for the disk.
QStringList freePaths(const QString &folder, const QStringList &names);

/// Whether a name from outside stays in the folder it is put into.
bool isPlainName(const QString &name);

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSqlDatabase;

namespace herdbook::storage {

/// Whether this program may use a local SQLite file, by the number of its form in `PRAGMA user_version` (0: a new file). To be asked
/// before anything is written: a newer Herdbook's file must neither get this one's tables nor its number.
/// @param known the newest form this program knows.
/// @return Conflict, naming the file and both numbers, when the file is newer; Storage when the number can't be read.
Result<void> acceptLocalVersion(const QSqlDatabase &database, int known, const QString &path);

} // namespace herdbook::storage

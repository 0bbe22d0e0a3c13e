// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace herdbook {

/// Reads the text of a .env file as python-dotenv does: `export`, names in single quotes, values in single or double quotes over several
/// lines with their escapes, comments after blanks, `${NAME}` and `${NAME:-default}` from what stands before and then from `outer`,
/// names without `=` (which set nothing), any end of line, a byte order mark.
/// The error names the first line that is none of that, by its number.
Result<QHash<QString, QString>> parseEnvironment(const QString &text, const QHash<QString, QString> &outer = {});

} // namespace herdbook

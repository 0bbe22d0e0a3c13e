// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace herdbook {

/// What a .env file sets, and the numbers of its lines that set nothing as they are none of what parseEnvironment() reads.
struct EnvironmentText
{
    QHash<QString, QString> variables;
    QList<qsizetype> badLines;
};

/// As parseEnvironment(), going on after a line that is no binding, as python-dotenv does.
EnvironmentText parseUsableLines(const QString &text, const QHash<QString, QString> &outer = {});

/// Reads the text of a .env file as python-dotenv does: `export`, names in single quotes, values in single or double quotes over several
/// lines with their escapes, comments after blanks, `${NAME}` and `${NAME:-default}` from what stands before and then from `outer`,
/// names without `=` (which set nothing), any end of line, a byte order mark.
/// The error names the first line that is none of that, by its number.
Result<QHash<QString, QString>> parseEnvironment(const QString &text, const QHash<QString, QString> &outer = {});

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/exportrequest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace herdbook::exporting {

/// InvalidInput, for whoever typed it.
inline Error invalid(const QString &message)
{
    return {ErrorKind::InvalidInput, message};
}

/// A period by its name that has begun and has the two days of a range.
Result<exports::Period> begunPeriod(const QString &name, const QDate &today);

/// Writes the two days of a period into a request.
void setDays(QJsonObject &body, const QDate &start, const QDate &end);

/// LABEL=START..END or LABEL=NAME, each.
Result<QJsonArray> comparedPeriods(const QStringList &texts, const QDate &today);

} // namespace herdbook::exporting

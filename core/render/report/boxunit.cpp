// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/boxunit.h"

#include <QSqlError>

namespace herdbook::render {

Result<BoxUnit> boxUnitOf(storage::Postgres &connection)
{
    Result<QSqlQuery> rows = connection.query(QStringLiteral("SELECT bbox::text FROM detections"));
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const std::optional<Box> box = boxFromJson(rows->value(0).toString().toUtf8());
        if (box && !looksLikeFractions(*box))
            return BoxUnit::Pixels;
    }
    if (rows->lastError().isValid())
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("The connection to PostgreSQL was lost while boxes were read")};
    return BoxUnit::Fractions;
}

} // namespace herdbook::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/boxunit.h"

namespace herdbook::render {

Result<BoxUnit> boxUnitOf(storage::Postgres &connection)
{
    Result<storage::Rows> rows = connection.read(QStringLiteral("SELECT bbox::text AS box FROM detections"));
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> next = rows->next();
        if (!next)
            return next.error();
        if (!*next)
            return BoxUnit::Fractions;
        const std::optional<Box> box = boxFromJson(rows->row().text("box").toUtf8());
        if (box && !looksLikeFractions(*box))
            return BoxUnit::Pixels;
    }
}

} // namespace herdbook::render

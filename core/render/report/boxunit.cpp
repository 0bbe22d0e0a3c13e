// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/boxunit.h"

namespace herdbook::render {

Result<BoxUnit> boxUnitOf(storage::Postgres &connection, const storage::Columns &columns)
{
    for (const char *most : {"1000", "ALL"}) {
        bool pixels = false;
        const Result<void> read =
            connection.each(QStringLiteral("SELECT d.bbox AS box FROM %1 d WHERE d.bbox IS NOT NULL LIMIT %2")
                                .arg(columns.detections(), QLatin1String(most)),
                            {}, [&pixels](const storage::Row &row) {
                                const std::optional<Box> box = boxFromJson(row.text("box").toUtf8());
                                pixels = pixels || (box && !looksLikeFractions(*box));
                            });
        if (!read)
            return read.error();
        if (pixels)
            return BoxUnit::Pixels;
    }
    return BoxUnit::Fractions;
}

} // namespace herdbook::render

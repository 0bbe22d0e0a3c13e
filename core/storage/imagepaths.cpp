// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/imagepaths.h"

namespace herdbook::storage {

namespace {

constexpr qsizetype kAtOnce = 2000; ///< ids in one question

} // namespace

Result<QHash<QUuid, QString>> readImagePaths(Postgres &connection, const Columns &columns, const QSet<QUuid> &images)
{
    QHash<QUuid, QString> paths;
    const QList<QUuid> all = images.values();
    for (qsizetype first = 0; first < all.size(); first += kAtOnce) {
        QStringList ids;
        for (const QUuid &id : all.mid(first, kAtOnce))
            ids << id.toString(QUuid::WithoutBraces);
        const Result<void> read = connection.each(
            QStringLiteral("SELECT id, path FROM %1 i WHERE id = ANY ($1::uuid[])").arg(columns.images()), {ids},
            [&paths](const Row &row) { paths.insert(row.uuid("id"), row.text("path")); });
        if (!read)
            return read.error();
    }
    return paths;
}

} // namespace herdbook::storage

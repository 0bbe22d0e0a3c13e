// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/localversion.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace herdbook::storage {

Result<void> acceptLocalVersion(const QSqlDatabase &database, int known, const QString &path)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return Error{ErrorKind::Storage,
                     QStringLiteral("Can't read %1: %2").arg(path, query.lastError().databaseText())};
    const int found = query.value(0).toInt();
    if (found <= known)
        return {};
    return Error{ErrorKind::Conflict,
                 QStringLiteral("%1 was written by a newer Herdbook (form %2, this one knows %3) and is left as it is. "
                                "Update Herdbook, or move the file away to begin anew.")
                     .arg(path)
                     .arg(found)
                     .arg(known)};
}

} // namespace herdbook::storage

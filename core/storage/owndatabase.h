// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QUuid>

namespace herdbook::storage {

/// A database connection of Qt's under a name nobody else has, closed and taken off Qt's list at its end. Queries on it must be gone by
/// then. Made, used and destroyed by the same thread.
class OwnDatabase : public QSqlDatabase
{
public:
    /// @param driver QPSQL or QSQLITE; when Qt hasn't got it, isValid() is false.
    explicit OwnDatabase(const char *driver)
        : QSqlDatabase(addDatabase(QLatin1String(driver), QUuid::createUuid().toString(QUuid::Id128)))
    {
    }
    ~OwnDatabase()
    {
        const QString name = connectionName();
        close();
        QSqlDatabase::operator=(QSqlDatabase());
        removeDatabase(name);
    }
    Q_DISABLE_COPY_MOVE(OwnDatabase)
};

} // namespace herdbook::storage

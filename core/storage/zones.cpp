// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/zones.h"

#include "core/storage/postgres.h"

namespace herdbook::storage {

Result<void> checkZone(Postgres &connection, const QTimeZone &zone, const QDate &first, const QDate &last)
{
    QStringList instants;
    for (int year = first.year(); year <= last.year(); ++year) {
        for (int month = 1; month <= 12; ++month)
            instants << QDateTime(QDate(year, month, 15), QTime(12, 0), Qt::UTC).toString(Qt::ISODate);
    }
    std::optional<Error> differs;
    const QString name = QString::fromLatin1(zone.id());
    const Result<void> read = connection.each(
        QStringLiteral("SELECT t AS at, extract(epoch FROM timezone($1, t) - timezone('UTC', t))::int AS seconds "
                       "FROM unnest($2::timestamptz[]) t"),
        {name, instants}, [&](const Row &row) {
            const QDateTime at = row.instant("at");
            if (differs || zone.offsetFromUtc(at) == row.integer("seconds"))
                return;
            differs =
                Error{ErrorKind::InvalidInput,
                      QStringLiteral("PostgreSQL reads the time zone %1 differently: on %2 it is %3 h from UTC there, "
                                     "%4 h here. Choose a zone such as America/Chicago")
                          .arg(name, at.date().toString(Qt::ISODate))
                          .arg(static_cast<double>(row.integer("seconds")) / 3600)
                          .arg(zone.offsetFromUtc(at) / 3600.0)};
        });
    if (!read && read.error().message.contains(name))
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("PostgreSQL does not know the time zone %1. Choose one such as America/Chicago").arg(name)};
    if (!read)
        return read;
    return differs ? Result<void>(*differs) : Result<void>();
}

Result<void> checkZone(Postgres &connection, const QTimeZone &zone)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    return checkZone(connection, zone, today, today);
}

} // namespace herdbook::storage

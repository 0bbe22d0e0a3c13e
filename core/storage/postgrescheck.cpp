// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"
#include "core/storage/postgres.h"

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

bool containsAny(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

/// Which part of the way in a refused connection means.
CheckStep refusedBy(const Error &error, const PostgresSettings &settings)
{
    const QString &text = error.message;
    if (containsAny(text, {"no pg_hba.conf entry"}) && containsAny(text, {"no encryption", "SSL off"}) &&
        settings.sslMode == QLatin1String("disable"))
        return {
            QStringLiteral("TLS"),
            QStringLiteral("The server takes no unencrypted connection of %1. Set TLS to require.").arg(settings.user),
            Outcome::Failed};
    if (containsAny(text, {"pg_hba"}))
        return {
            QStringLiteral("Access"),
            QStringLiteral(
                "The server's pg_hba.conf lets %1 into %2 from nowhere near here; its administrator has to add a line")
                .arg(settings.user, settings.database),
            Outcome::Failed};
    if (containsAny(text, {"SSL", "certificate", "TLS"}))
        return {QStringLiteral("TLS"),
                containsAny(text, {"does not support"})
                    ? QStringLiteral("The server has no TLS, but the profile asks for it (%1)").arg(settings.sslMode)
                    : QStringLiteral("TLS failed: %1").arg(text),
                Outcome::Failed};
    if (containsAny(text, {"no password supplied"}))
        return {QStringLiteral("Password"),
                QStringLiteral("The server wants a password for %1; none is given").arg(settings.user),
                Outcome::Failed};
    if (containsAny(text, {"database"}) && containsAny(text, {"does not exist"}))
        return {QStringLiteral("Database"),
                QStringLiteral("There is no database named %1 on this server").arg(settings.database), Outcome::Failed};
    if (containsAny(text, {"permission denied for database"}))
        return {QStringLiteral("Rights"),
                QStringLiteral("%1 may not connect to %2").arg(settings.user, settings.database), Outcome::Failed};
    if (error.kind == ErrorKind::Denied)
        return {QStringLiteral("User and password"),
                QStringLiteral("User %1 with this password is refused").arg(settings.user), Outcome::Failed};
    return {QStringLiteral("Connection"), text, Outcome::Failed};
}

CheckStep failedQuery(const Error &error)
{
    return {QStringLiteral("Query"), error.message, Outcome::Failed};
}

/// Which of the deployment's tables are there, and may be read; returns false when no further step makes sense.
bool checkTables(Postgres &connection, QList<CheckStep> &steps)
{
    Result<QSqlQuery> rows = connection.query(QStringLiteral(
        "SELECT n, to_regclass(n) IS NOT NULL, coalesce(has_table_privilege(to_regclass(n), 'SELECT'), false)"
        " FROM unnest(ARRAY['images', 'detections', 'deer', 'locations', 'reid_similarity_scores']) n"));
    if (!rows) {
        steps << failedQuery(rows.error());
        return false;
    }
    QStringList missing;
    QStringList unreadable;
    bool scores = true;
    while (rows->next()) {
        const QString table = rows->value(0).toString();
        if (!rows->value(1).toBool() && table == QLatin1String("reid_similarity_scores"))
            scores = false;
        else if (!rows->value(1).toBool())
            missing << table;
        else if (!rows->value(2).toBool())
            unreadable << table;
    }
    if (!missing.isEmpty())
        steps << CheckStep{QStringLiteral("Tables"),
                           QStringLiteral("Missing: %1. Is this the database of the deployment?")
                               .arg(missing.join(QLatin1String(", "))),
                           Outcome::Failed};
    else if (!scores)
        steps << CheckStep{QStringLiteral("Tables"),
                           QStringLiteral("reid_similarity_scores is missing: Re-ID works from the vectors only"),
                           Outcome::Warning};
    else
        steps << CheckStep{QStringLiteral("Tables"), QStringLiteral("All tables of the deployment are there"),
                           Outcome::Passed};
    if (!unreadable.isEmpty())
        steps << CheckStep{
            QStringLiteral("Rights"),
            QStringLiteral("The right SELECT is missing on %1").arg(unreadable.join(QLatin1String(", "))),
            Outcome::Failed};
    return missing.isEmpty() && unreadable.isEmpty();
}

CheckStep checkWriting(Postgres &connection)
{
    Result<QSqlQuery> row = connection.query(QStringLiteral(
        "SELECT CASE WHEN to_regnamespace('herdbook') IS NULL THEN has_database_privilege(current_database(), 'CREATE')"
        " ELSE has_schema_privilege('herdbook', 'CREATE, USAGE') END,"
        " has_column_privilege('detections', 'deer_id', 'UPDATE'), has_column_privilege('deer', 'sighting_count', "
        "'UPDATE'),"
        " current_setting('transaction_read_only')"));
    if (!row || !row->next())
        return failedQuery(row ? Error{ErrorKind::Internal, QStringLiteral("No answer about rights")} : row.error());
    QStringList missing;
    if (!row->value(0).toBool())
        missing << QStringLiteral("CREATE for the schema herdbook");
    if (!row->value(1).toBool())
        missing << QStringLiteral("UPDATE of detections.deer_id");
    if (!row->value(2).toBool())
        missing << QStringLiteral("UPDATE of deer.sighting_count");
    const QString what = QStringLiteral("Rights");
    if (row->value(3).toString() == QLatin1String("on"))
        return {what, QStringLiteral("The server is read only: trials can't be kept or applied here"),
                Outcome::Warning};
    if (!missing.isEmpty())
        return {what,
                QStringLiteral("Trials can't be kept or applied; missing: %1").arg(missing.join(QLatin1String(", "))),
                Outcome::Warning};
    return {what, QStringLiteral("Reading, and writing for trials"), Outcome::Passed};
}

} // namespace

CheckReport checkPostgres(const PostgresSettings &settings, bool readOnly, const std::stop_token &stop)
{
    CheckReport report;
    report.steps << checkPort(settings.host, settings.port);
    if (!report.passed() || stop.stop_requested())
        return report;
    Result<std::unique_ptr<Postgres>> opened = Postgres::open(settings);
    if (!opened) {
        report.steps << refusedBy(opened.error(), settings);
        return report;
    }
    Postgres &connection = **opened;
    Result<QSqlQuery> about =
        connection.query(QStringLiteral("SELECT current_setting('server_version'), coalesce((SELECT ssl FROM "
                                        "pg_stat_ssl WHERE pid = pg_backend_pid()), false)"));
    if (!about || !about->next()) {
        report.steps << failedQuery(about ? Error{ErrorKind::Internal, QStringLiteral("No answer")} : about.error());
        return report;
    }
    const QString version = about->value(0).toString().section(QLatin1Char(' '), 0, 0);
    report.steps << CheckStep{
        QStringLiteral("User and password"),
        QStringLiteral("%1 is in, %2, PostgreSQL %3")
            .arg(settings.user,
                 about->value(1).toBool() ? QStringLiteral("encrypted") : QStringLiteral("not encrypted"), version),
        Outcome::Passed};
    if (stop.stop_requested() || !checkTables(connection, report.steps))
        return report;
    report.steps << (readOnly ? CheckStep{QStringLiteral("Rights"),
                                          QStringLiteral("Reading; this profile writes nothing"), Outcome::Passed}
                              : checkWriting(connection));
    return report;
}

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"
#include "core/storage/columns.h"
#include "core/storage/connectioncheck.h"
#include "core/storage/postgres.h"
#include "core/storage/zones.h"

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

/// Which part of the way in a refused connection means.
CheckStep refusedBy(const Error &error, const PostgresSettings &settings)
{
    const QString &text = error.message;
    if (tellsOfMissingPassword(text))
        return {QStringLiteral("Password"), passwordMissing(QStringLiteral("The server"), settings.user).message,
                Outcome::Failed};
    if (saysAny(text, {"no pg_hba.conf entry"}) && saysAny(text, {"no encryption", "SSL off"}) &&
        settings.sslMode == QLatin1String("disable"))
        return {
            QStringLiteral("TLS"),
            QStringLiteral("The server takes no unencrypted connection of %1. Set TLS to require.").arg(settings.user),
            Outcome::Failed};
    if (saysAny(text, {"pg_hba"}))
        return {
            QStringLiteral("Access"),
            QStringLiteral(
                "The server's pg_hba.conf lets %1 into %2 from nowhere near here; its administrator has to add a line")
                .arg(settings.user, settings.database),
            Outcome::Failed};
    if (tellsOfAnotherServer(text))
        return {QStringLiteral("Connection"), text, Outcome::Failed};
    if (tellsOfTls(text))
        return {QStringLiteral("TLS"),
                saysAny(text, {"does not support"})
                    ? QStringLiteral("The server has no TLS, but the profile asks for it (%1)").arg(settings.sslMode)
                    : QStringLiteral("TLS failed: %1").arg(text),
                Outcome::Failed};
    if (saysAny(text, {"database"}) && saysAny(text, {"does not exist"}))
        return {QStringLiteral("Database"),
                QStringLiteral("There is no database named %1 on this server").arg(settings.database), Outcome::Failed};
    if (saysAny(text, {"permission denied for database"}))
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
    QStringList missing;
    QStringList unreadable;
    bool scores = true;
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT n, to_regclass(n) IS NOT NULL AS there, coalesce(has_table_privilege(to_regclass(n), 'SELECT'), "
            "false) "
            "AS readable FROM unnest(ARRAY['images', 'detections', 'deer', 'locations', 'reid_similarity_scores']) n"),
        {}, [&](const Row &row) {
            const QString table = row.text("n");
            if (!row.boolean("there") && table == QLatin1String("reid_similarity_scores"))
                scores = false;
            else if (!row.boolean("there"))
                missing << table;
            else if (!row.boolean("readable"))
                unreadable << table;
        });
    if (!read) {
        steps << failedQuery(read.error());
        return false;
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

/// What stands in the way of reading columns and days right, or is to be known about it; nothing when all is well.
std::optional<CheckStep> checkReading(Postgres &connection, const PostgresSettings &settings)
{
    const Result<Columns> columns = Columns::probe(connection, Columns::Use::Reports);
    if (!columns)
        return CheckStep{QStringLiteral("Columns"), columns.error().message, Outcome::Failed};
    if (const Result<void> zone = checkZone(connection, QTimeZone(settings.siteZone.toLatin1())); !zone)
        return CheckStep{QStringLiteral("Time zone"), zone.error().message, Outcome::Failed};
    if (!columns->remarks().isEmpty())
        return CheckStep{QStringLiteral("Columns"), columns->remarks().join(QLatin1String(". ")), Outcome::Warning};
    return std::nullopt;
}

CheckStep checkWriting(Postgres &connection)
{
    QStringList missing;
    bool readOnly = false;
    const Result<void> read =
        connection.each(QStringLiteral("SELECT CASE WHEN to_regnamespace('herdbook') IS NULL THEN "
                                       "has_database_privilege(current_database(), 'CREATE')"
                                       " ELSE has_schema_privilege('herdbook', 'CREATE, USAGE') END AS schema,"
                                       " has_column_privilege('detections', 'deer_id', 'UPDATE') AS assign,"
                                       " has_column_privilege('deer', 'sighting_count', 'UPDATE') AS count,"
                                       " current_setting('transaction_read_only') = 'on' AS readonly"),
                        {}, [&](const Row &row) {
                            if (!row.boolean("schema"))
                                missing << QStringLiteral("CREATE for the schema herdbook");
                            if (!row.boolean("assign"))
                                missing << QStringLiteral("UPDATE of detections.deer_id");
                            if (!row.boolean("count"))
                                missing << QStringLiteral("UPDATE of deer.sighting_count");
                            readOnly = row.boolean("readonly");
                        });
    if (!read)
        return failedQuery(read.error());
    const QString what = QStringLiteral("Rights");
    if (readOnly)
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
    Result<std::unique_ptr<Postgres>> opened = Postgres::open(settings, stop);
    if (!opened) {
        report.steps << refusedBy(opened.error(), settings);
        return report;
    }
    Postgres &connection = **opened;
    struct About
    {
        QString version;
        bool encrypted;
    };
    const Result<About> about = connection.one(
        QStringLiteral(
            "SELECT current_setting('server_version') AS version, coalesce((SELECT ssl FROM pg_stat_ssl WHERE "
            "pid = pg_backend_pid()), false) AS encrypted"),
        {}, [](const Row &row) {
            return About{row.text("version").section(u' ', 0, 0), row.boolean("encrypted")};
        });
    if (!about) {
        report.steps << failedQuery(about.error());
        return report;
    }
    report.steps << CheckStep{QStringLiteral("User and password"),
                              QStringLiteral("%1 is in, %2, PostgreSQL %3")
                                  .arg(settings.user,
                                       about->encrypted ? QStringLiteral("encrypted") : QStringLiteral("not encrypted"),
                                       about->version),
                              Outcome::Passed};
    if (stop.stop_requested() || !checkTables(connection, report.steps))
        return report;
    if (const std::optional<CheckStep> reading = checkReading(connection, settings))
        report.steps << *reading;
    if (!report.passed() || stop.stop_requested())
        return report;
    report.steps << (readOnly ? CheckStep{QStringLiteral("Rights"),
                                          QStringLiteral("Reading; this profile writes nothing"), Outcome::Passed}
                              : checkWriting(connection));
    return report;
}

} // namespace herdbook::storage

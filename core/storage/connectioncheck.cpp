// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"

#include "core/storage/postgres.h"
#include "core/storage/redis.h"

#include <QDir>
#include <QFileInfo>
#include <QTcpSocket>
#include <QUuid>
#include <QVersionNumber>

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

bool containsAny(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

/// Whether somebody listens there at all: names the host apart from the port. A path is a socket's folder, not looked at here.
CheckStep checkPort(const QString &host, quint16 port)
{
    const QString what = QStringLiteral("Host and port");
    if (host.startsWith(QLatin1Char('/')))
        return {what, QStringLiteral("By the socket in %1").arg(host), Outcome::Passed};
    QTcpSocket socket;
    socket.connectToHost(host, port);
    if (socket.waitForConnected(3000))
        return {what, QStringLiteral("%1 answers on port %2").arg(host).arg(port), Outcome::Passed};
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return {what,
                QStringLiteral("No host is named %1. Is the name right, and this machine on the network?").arg(host),
                Outcome::Failed};
    case QAbstractSocket::ConnectionRefusedError:
        return {what,
                QStringLiteral("Nothing listens on port %2 of %1. Is the port right, and the server running?")
                    .arg(host)
                    .arg(port),
                Outcome::Failed};
    case QAbstractSocket::SocketTimeoutError:
        return {what,
                QStringLiteral("%1 did not answer on port %2 within 3 s. Is a firewall between?").arg(host).arg(port),
                Outcome::Failed};
    default:
        return {what, QStringLiteral("%1, port %2: %3").arg(host).arg(port).arg(socket.errorString()), Outcome::Failed};
    }
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

/// What Redis says about a command on a key that isn't there; nothing when it is allowed.
QString refusal(const RedisReply &reply)
{
    return reply.isError() ? QString::fromUtf8(reply.text) : QString();
}

} // namespace

bool CheckReport::passed() const
{
    return std::none_of(steps.cbegin(), steps.cend(),
                        [](const CheckStep &step) { return step.outcome == Outcome::Failed; });
}

QString CheckReport::summary() const
{
    for (const Outcome outcome : {Outcome::Failed, Outcome::Warning}) {
        for (const CheckStep &step : steps) {
            if (step.outcome == outcome)
                return step.detail;
        }
    }
    return {};
}

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

CheckReport checkRedis(const RedisSettings &settings, bool readOnly, const std::stop_token &stop)
{
    CheckReport report;
    Redis redis(settings, std::chrono::seconds(2));
    if (!settings.tls) {
        report.steps << checkPort(settings.host, settings.port);
        if (!report.passed() || stop.stop_requested())
            return report;
    }
    if (const Result<void> connected = redis.connect(); !connected) {
        const Error &error = connected.error();
        const bool tls = error.kind == ErrorKind::InvalidInput;
        const bool index = error.message.contains(QLatin1String("DB index"));
        const bool missing = error.message.contains(QLatin1String("NOAUTH"));
        report.steps << CheckStep{tls     ? QStringLiteral("TLS")
                                  : index ? QStringLiteral("Database")
                                          : QStringLiteral("Password"),
                                  index ? QStringLiteral("There is no database %1 on this Redis").arg(settings.database)
                                  : missing ? QStringLiteral("Redis wants a password; none is given")
                                            : error.message,
                                  Outcome::Failed};
        return report;
    }
    const QByteArray nowhere = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const QByteArray key = "export_job:" + nowhere;
    QList<QByteArrayList> commands{{"INFO", "server"}, {"GET", key}, {"LRANGE", "exports", "0", "0"}};
    if (!readOnly)
        commands << QByteArrayList{"LREM", "exports", "0", nowhere} << QByteArrayList{"DEL", key};
    const Result<std::vector<RedisReply>> replies = redis.pipeline(commands);
    if (!replies) {
        report.steps << CheckStep{QStringLiteral("Connection"), replies.error().message, Outcome::Failed};
        return report;
    }
    const RedisReply &info = replies->front();
    if (info.isError() && info.text.startsWith("NOAUTH")) {
        report.steps << CheckStep{QStringLiteral("Password"), QStringLiteral("Redis wants a password; none is given"),
                                  Outcome::Failed};
        return report;
    }
    const QString user = settings.username.isEmpty() ? QStringLiteral("default") : settings.username;
    const qsizetype at = info.text.indexOf("redis_version:");
    const QString version =
        at < 0 ? QString() : QString::fromUtf8(info.text.mid(at + 14).split('\r').constFirst().trimmed());
    report.steps << CheckStep{QStringLiteral("Password"),
                              version.isEmpty() ? QStringLiteral("User %1 is in").arg(user)
                                                : QStringLiteral("User %1 is in, Redis %2").arg(user, version),
                              Outcome::Passed};
    if (!version.isEmpty() && QVersionNumber::fromString(version) < QVersionNumber(6, 2))
        report.steps << CheckStep{QStringLiteral("Version"),
                                  QStringLiteral("Redis %1 is too old; workers need 6.2 or newer").arg(version),
                                  Outcome::Failed};
    const auto firstRefusal = [&](size_t from, size_t to) {
        for (size_t i = from; i < to && i < replies->size(); ++i) {
            if (const QString text = refusal(replies->at(i)); !text.isEmpty())
                return text;
        }
        return QString();
    };
    const QString reading = firstRefusal(1, 3);
    const QString writing = firstRefusal(3, 5);
    if (!reading.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  QStringLiteral("Reading jobs is not allowed: %1").arg(reading), Outcome::Failed};
    else if (!writing.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  QStringLiteral("Asking for exports is not allowed: %1").arg(writing),
                                  Outcome::Warning};
    else
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  readOnly ? QStringLiteral("Reading; this profile writes nothing")
                                           : QStringLiteral("Reading jobs and asking for exports"),
                                  Outcome::Passed};
    return report;
}

CheckReport checkFolders(const QString &exportFolder, const QString &imageFolder)
{
    CheckReport report;
    const auto look = [&report](const QString &what, const QString &folder, const QString &without, bool content) {
        if (folder.isEmpty())
            return;
        const QFileInfo info(folder);
        if (!info.exists())
            report.steps << CheckStep{what, QStringLiteral("%1 does not exist here. %2").arg(folder, without),
                                      Outcome::Failed};
        else if (!info.isDir())
            report.steps << CheckStep{what, QStringLiteral("%1 is not a folder").arg(folder), Outcome::Failed};
        else if (!info.isReadable() || !info.isExecutable())
            report.steps << CheckStep{what, QStringLiteral("The right to read %1 is missing").arg(folder),
                                      Outcome::Failed};
        else if (content && QDir(folder).isEmpty())
            report.steps << CheckStep{what, QStringLiteral("%1 is empty. Is it mounted?").arg(folder),
                                      Outcome::Warning};
        else
            report.steps << CheckStep{what, QStringLiteral("%1 can be read").arg(folder), Outcome::Passed};
    };
    look(QStringLiteral("Export folder"), exportFolder, QStringLiteral("Mount it, or give the web address instead."),
         false);
    look(QStringLiteral("Images"), imageFolder, QStringLiteral("Without it pictures show as missing."), true);
    return report;
}

} // namespace herdbook::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settings.h"

#include "core/config/sitezone.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <vector>

namespace herdbook {

namespace {

/// One row of the table of settings: `read` returns what is acceptable when the text is not.
struct Row
{
    QString name;
    QString description;
    bool secret;
    std::function<QString(Settings &, const QString &)> read;
    std::function<QString(const Settings &)> write;
};

template<class Get>
Row textRow(const char *name, const char *description, Get get, bool secret = false)
{
    return {QString::fromLatin1(name), QString::fromUtf8(description), secret,
            [get](Settings &s, const QString &text) {
                get(s) = text;
                return QString();
            },
            [get](const Settings &s) { return get(const_cast<Settings &>(s)); }};
}

template<class Get>
Row numberRow(const char *name, const char *description, Get get, int least, int most)
{
    return {QString::fromLatin1(name), QString::fromUtf8(description), false,
            [=](Settings &s, const QString &text) {
                bool ok = false;
                const int number = text.toInt(&ok);
                if (!ok || number < least || number > most)
                    return QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
                get(s) = static_cast<std::remove_reference_t<decltype(get(s))>>(number);
                return QString();
            },
            [get](const Settings &s) { return QString::number(get(const_cast<Settings &>(s))); }};
}

/// Hosts are shown everywhere, so nothing that holds a password may pass as one.
template<class Get>
Row hostRow(const char *name, const char *description, Get get)
{
    Row row = textRow(name, description, get);
    row.read = [get](Settings &s, const QString &text) {
        get(s) = text;
        const bool local = text.startsWith(u'/') || text.startsWith(u'@'); // a local socket's path or abstract name
        return text.contains(QLatin1String("://")) || (!local && text.contains(u'@'))
                   ? QStringLiteral("a host name or address; a whole URL belongs in REDIS_URL or DATABASE_URL")
                   : QString();
    };
    return row;
}

/// Shown in diagnostics and copied as links.
Row webAddressRow()
{
    return {QStringLiteral("HERDBOOK_API_URL"), QStringLiteral("web address for downloads"), false,
            [](Settings &s, const QString &text) {
                s.apiUrl = text;
                const QUrl url(text, QUrl::StrictMode);
                const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
                if (url.isValid() && http && !url.host().isEmpty() && url.userInfo().isEmpty())
                    return QString();
                QString acceptable = QStringLiteral("an address such as https://barn.example:8001");
                if (text.contains(u'@'))
                    acceptable += QStringLiteral(" without name and password; the token is a setting of its own, "
                                                 "HERDBOOK_API_TOKEN");
                return acceptable;
            },
            [](const Settings &s) { return s.apiUrl; }};
}

Row tlsRow()
{
    return {QStringLiteral("REDIS_TLS"), QStringLiteral("on or off"), false,
            [](Settings &s, const QString &text) {
                static const QStringList on{QStringLiteral("on"), QStringLiteral("true"), QStringLiteral("1"),
                                            QStringLiteral("yes")};
                static const QStringList off{QStringLiteral("off"), QStringLiteral("false"), QStringLiteral("0"),
                                             QStringLiteral("no")};
                s.redis.tls = on.contains(text.toLower());
                return s.redis.tls || off.contains(text.toLower()) ? QString() : QStringLiteral("on or off");
            },
            [](const Settings &s) { return s.redis.tls ? QStringLiteral("on") : QStringLiteral("off"); }};
}

Row listRow(const char *name, const char *description, QStringList Settings::*list)
{
    return {QString::fromLatin1(name), QString::fromUtf8(description), false,
            [list](Settings &s, const QString &text) {
                (s.*list).clear();
                for (const QString &each : text.split(u',', Qt::SkipEmptyParts))
                    (s.*list) << each.trimmed();
                return QString();
            },
            [list](const Settings &s) { return (s.*list).join(u','); }};
}

Row fileMaskRow()
{
    return {QStringLiteral("HERDBOOK_UMASK"),
            QStringLiteral(
                "octal: who may not read the files that are made, besides whom the process's own umask excludes"),
            false,
            [](Settings &s, const QString &text) {
                bool isNumber = false;
                s.fileMask = text.toInt(&isNumber, 8);
                return isNumber && s.fileMask >= 0 && s.fileMask <= 0177 ? QString()
                                                                         : QStringLiteral("octal, from 0000 to 0177");
            },
            [](const Settings &s) { return QString::number(s.fileMask, 8).rightJustified(4, u'0'); }};
}

/// What an address says after `?`. Parts that say how its own client works are of no consequence here; any other that isn't asked for may
/// name another server, and is refused.
class AddressQuery
{
public:
    explicit AddressQuery(const QUrl &url) : m_query(url) {}

    /// Puts a part in place of what the address said before it.
    void replace(const char *name, QString &value)
    {
        m_known << QLatin1String(name);
        if (const QString said = m_query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); !said.isEmpty())
            value = said;
    }

    /// What is wrong with it, to follow what is acceptable; empty where nothing is.
    QString objection() const
    {
        static const QRegularExpression ofClients(QStringLiteral(
            R"(\A(socket_\w+|health_check_interval|retry_on_\w+|max_connections|decode_responses|encoding\w*|protocol|)"
            R"(client_\w+|single_connection_client|ssl_check_hostname|\w*connect_timeout|\w*application_name|)"
            R"(keepalives\w*|tcp_user_timeout)\z)"));
        for (const auto &[name, value] : m_query.queryItems()) {
            if (!m_known.contains(name) && !ofClients.match(name).hasMatch())
                return QStringLiteral("; its part %1 is not supported").arg(name);
            if (m_query.allQueryItemValues(name).size() > 1)
                return QStringLiteral("; it has %1 twice").arg(name);
        }
        return {};
    }

private:
    QUrlQuery m_query;
    QStringList m_known;
};

/// The addresses in one piece are no settings of their own: single variables win over their parts.
QString readRedisUrl(Settings &s, const QString &text)
{
    QString acceptable = QStringLiteral("redis://, rediss:// or unix://, such as redis://:password@host:6379/0");
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("sentinel"))
        return acceptable + QLatin1String("; Sentinel is not supported, name the master itself");
    const bool socket = scheme == QLatin1String("unix");
    AddressQuery query(url);
    QString number = socket ? QString() : url.path().mid(1);
    query.replace("virtual_host", number);
    query.replace("db", number);
    bool isNumber = true;
    const int database = number.isEmpty() ? 0 : number.toInt(&isNumber);
    const bool known =
        socket ? !url.path().isEmpty()
               : !url.host().isEmpty() && (scheme == QLatin1String("redis") || scheme == QLatin1String("rediss"));
    if (!url.isValid() || !known || !isNumber || database < 0 || database > 65535)
        return acceptable;
    s.redis.host = socket ? url.path(QUrl::FullyDecoded) : url.host(QUrl::FullyDecoded);
    s.redis.port = static_cast<quint16>(url.port(6379));
    s.redis.database = database;
    s.redis.username = url.userName(QUrl::FullyDecoded);
    s.redis.password = url.password(QUrl::FullyDecoded);
    s.redis.tls = scheme == QLatin1String("rediss");
    QString username, password; // what stands before the host wins
    query.replace("username", username);
    query.replace("password", password);
    if (url.userName().isEmpty())
        s.redis.username = username;
    if (url.password().isEmpty())
        s.redis.password = password;
    query.replace("ssl_ca_certs", s.redis.tlsCa);
    QString checked = QStringLiteral("required");
    query.replace("ssl_cert_reqs", checked);
    if (!checked.endsWith(QLatin1String("required"), Qt::CaseInsensitive))
        return acceptable +
               QLatin1String("; the server's certificate is always checked, ssl_cert_reqs can only be required");
    const QString objection = query.objection();
    return objection.isEmpty() ? QString() : acceptable + objection;
}

QString readDatabaseUrl(Settings &s, const QString &text)
{
    QString acceptable = QStringLiteral("postgresql://, such as postgresql://user:password@host:5432/database");
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme().section(u'+', 0, 0);
    if (!url.isValid() || (scheme != QLatin1String("postgresql") && scheme != QLatin1String("postgres")))
        return acceptable;
    AddressQuery query(url);
    QString port = QString::number(url.port(5432));
    s.postgres.host = url.host(QUrl::FullyDecoded);
    s.postgres.database = url.path(QUrl::FullyDecoded).mid(1);
    s.postgres.password = url.password(QUrl::FullyDecoded);
    if (!url.userName().isEmpty())
        s.postgres.user = url.userName(QUrl::FullyDecoded);
    query.replace("host", s.postgres.host);
    query.replace("port", port);
    query.replace("dbname", s.postgres.database);
    query.replace("user", s.postgres.user);
    query.replace("password", s.postgres.password);
    query.replace("sslmode", s.postgres.sslMode);
    bool isPort = false;
    s.postgres.port = port.toUShort(&isPort);
    if (!isPort || s.postgres.database.isEmpty())
        return acceptable;
    const QString objection = query.objection();
    return objection.isEmpty() ? QString() : acceptable + objection;
}

Row keyPrefixRow()
{
    return {QStringLiteral("HERDBOOK_REDIS_KEYPREFIX"),
            QStringLiteral("global_keyprefix of Celery's transport options, before queues and channels"), false,
            [](Settings &s, const QString &text) {
                // Celery subscribes to its channels as patterns: with these in their names it would hear nothing.
                static const QRegularExpression form(QStringLiteral(R"(\A((?![*?\[\]\\])[!-~]){0,64}\z)"));
                s.redis.keyPrefix = text;
                return form.match(text).hasMatch()
                           ? QString()
                           : QStringLiteral(
                                 "at most 64 ASCII letters, digits and signs, no space and none of * ? [ ] \\");
            },
            [](const Settings &s) { return s.redis.keyPrefix; }};
}

Row sslModeRow()
{
    return {QStringLiteral("POSTGRES_SSLMODE"), QStringLiteral("TLS to PostgreSQL, as libpq's sslmode"), false,
            [](Settings &s, const QString &text) {
                static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                               QStringLiteral("prefer"),    QStringLiteral("require"),
                                               QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
                s.postgres.sslMode = text;
                return modes.contains(text) ? QString() : QStringLiteral("one of ") + modes.join(QLatin1String(", "));
            },
            [](const Settings &s) { return s.postgres.sslMode; }};
}

Row thresholdRow()
{
    return {QStringLiteral("REID_THRESHOLD"), QStringLiteral("the re-identification threshold in force"), false,
            [](Settings &s, const QString &text) {
                bool ok = false;
                s.reidThreshold = text.toDouble(&ok);
                return ok && s.reidThreshold >= 0 && s.reidThreshold <= 1 ? QString()
                                                                          : QStringLiteral("a number from 0 to 1");
            },
            [](const Settings &s) { return QString::number(s.reidThreshold, 'g', 6); }};
}

Row imageRootsRow()
{
    return {QStringLiteral("IMAGE_ROOTS"),
            QStringLiteral("further folders that links under IMAGE_PATH may lead to, with : between"), false,
            [](Settings &s, const QString &text) {
                s.imageRoots = text.split(u':', Qt::SkipEmptyParts);
                const bool absolute = std::all_of(s.imageRoots.begin(), s.imageRoots.end(),
                                                  [](const QString &root) { return root.startsWith(u'/'); });
                return absolute ? QString() : QStringLiteral("absolute paths with : between");
            },
            [](const Settings &s) { return s.imageRoots.join(u':'); }};
}

Row contributorsRow()
{
    return {QStringLiteral("HERDBOOK_CONTRIBUTORS"),
            QStringLiteral("names that Camtrap DP packages state, with ; between, the contact first"), false,
            [](Settings &s, const QString &text) {
                s.contributors.clear();
                for (const QString &name : text.split(u';', Qt::SkipEmptyParts))
                    s.contributors << name.simplified();
                s.contributors.removeAll(QString());
                return QString();
            },
            [](const Settings &s) { return s.contributors.join(QStringLiteral("; ")); }};
}

Row timeZoneRow()
{
    return {QStringLiteral("HERDBOOK_SITE_TZ"), QStringLiteral("the site's time zone, which decides what a day is"),
            false,
            [](Settings &s, const QString &text) {
                if (!isSiteZone(text.toLatin1()))
                    return QStringLiteral("an IANA time zone such as America/Chicago");
                s.siteTimeZone = QTimeZone(text.toLatin1());
                s.postgres.siteZone = text;
                return QString();
            },
            [](const Settings &s) { return QString::fromLatin1(s.siteTimeZone.id()); }};
}

const std::vector<Row> &table()
{
    static const std::vector<Row> rows{
        hostRow("REDIS_HOST", "host of Redis", [](Settings &s) -> QString & { return s.redis.host; }),
        numberRow(
            "REDIS_PORT", "port of Redis", [](Settings &s) -> quint16 & { return s.redis.port; }, 1, 65535),
        numberRow(
            "REDIS_DB", "number of the Redis database", [](Settings &s) -> int & { return s.redis.database; }, 0,
            65535),
        textRow("REDIS_USERNAME", "user of Redis's ACL", [](Settings &s) -> QString & { return s.redis.username; }),
        textRow(
            "REDIS_PASSWORD", "password of Redis", [](Settings &s) -> QString & { return s.redis.password; }, true),
        tlsRow(),
        textRow("REDIS_TLS_CA", "file of the authorities for TLS to Redis; the system's unless told",
                [](Settings &s) -> QString & { return s.redis.tlsCa; }),
        keyPrefixRow(),
        hostRow("POSTGRES_HOST", "host of PostgreSQL", [](Settings &s) -> QString & { return s.postgres.host; }),
        numberRow(
            "POSTGRES_PORT", "port of PostgreSQL", [](Settings &s) -> quint16 & { return s.postgres.port; }, 1, 65535),
        textRow("POSTGRES_USER", "user of PostgreSQL", [](Settings &s) -> QString & { return s.postgres.user; }),
        textRow(
            "POSTGRES_PASSWORD", "password of PostgreSQL", [](Settings &s) -> QString & { return s.postgres.password; },
            true),
        textRow("POSTGRES_DB", "database", [](Settings &s) -> QString & { return s.postgres.database; }),
        sslModeRow(),
        numberRow(
            "HERDBOOK_CONNECT_SECONDS", "how long connecting to PostgreSQL may take",
            [](Settings &s) -> int & { return s.postgres.connectSeconds; }, 1, 600),
        numberRow(
            "HERDBOOK_STATEMENT_SECONDS", "how long PostgreSQL may take to answer a statement",
            [](Settings &s) -> int & { return s.postgres.statementSeconds; }, 1, 86400),
        numberRow(
            "HERDBOOK_SILENCE_SECONDS", "how long PostgreSQL amid rows, or a photo's disk, may be silent",
            [](Settings &s) -> int & { return s.postgres.silenceSeconds; }, 1, 86400),
        textRow("EXPORT_DIR", "folder of the finished exports",
                [](Settings &s) -> QString & { return s.exportFolder; }),
        textRow("IMAGE_PATH", "where the deployment's /mnt/images is found here",
                [](Settings &s) -> QString & { return s.imageFolder; }),
        imageRootsRow(),
        contributorsRow(),
        textRow("HERDBOOK_LICENSE", "license that Camtrap DP packages state, such as CC-BY-4.0",
                [](Settings &s) -> QString & { return s.license; }),
        numberRow(
            "HERDBOOK_PHOTO_MEGAPIXELS", "megapixels of the largest photo that is decoded",
            [](Settings &s) -> int & { return s.photoMegapixels; }, 1, 4000),
        numberRow(
            "HERDBOOK_PHOTO_MEMORY_MB", "megabytes that decoding one photo may take",
            [](Settings &s) -> int & { return s.photoMemoryMb; }, 16, 65536),
        thresholdRow(),
        timeZoneRow(),
        webAddressRow(),
        textRow(
            "HERDBOOK_API_TOKEN", "bearer token that herdbook-api asks for and its clients send",
            [](Settings &s) -> QString & { return s.apiToken; }, true),
        numberRow(
            "HERDBOOK_KEEP_FILES_HOURS", "hours until an export's file is deleted",
            [](Settings &s) -> int & { return s.keepFilesHours; }, 1, 24 * 365),
        listRow("HERDBOOK_CORS_ORIGINS", "origins whose web pages may use the API, with , between",
                &Settings::corsOrigins),
        listRow("HERDBOOK_ALLOWED_HOSTS", "names of herdbook-api besides localhost and addresses, with , between",
                &Settings::allowedHosts),
        fileMaskRow(),
        numberRow(
            "HERDBOOK_RETRY_SECONDS", "how long a worker waits out faults of PostgreSQL or the export folder",
            [](Settings &s) -> int & { return s.retrySeconds; }, 0, 24 * 3600),
    };
    return rows;
}

} // namespace

Result<Settings> settingsFromVariables(const Variables &variables, const Settings &defaults)
{
    Settings settings = defaults;
    for (const auto &[name, read] :
         {std::pair("REDIS_URL", &readRedisUrl), std::pair("DATABASE_URL", &readDatabaseUrl)}) {
        const QString text = variables.value(QLatin1String(name));
        const QString acceptable = text.isEmpty() ? QString() : read(settings, text);
        if (!acceptable.isEmpty())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 is unusable; it must be %2").arg(QLatin1String(name), acceptable)};
    }
    for (const Row &row : table()) {
        const QString text = variables.value(row.name);
        if (text.isEmpty())
            continue;
        const QString acceptable = row.read(settings, text);
        if (!acceptable.isEmpty()) {
            const bool mayHoldSecret =
                row.secret || text.contains(u'@'); // name:password@host, whatever it was meant for
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 is %2; it must be %3")
                             .arg(row.name, mayHoldSecret ? QStringLiteral("unusable") : u'"' + text.left(80) + u'"',
                                  acceptable)};
        }
    }
    return settings;
}

Variables variablesFromSettings(const Settings &settings)
{
    Variables variables;
    for (const Row &row : table())
        variables.insert(row.name, row.write(settings));
    return variables;
}

QString settingProblem(const QString &variable, const QString &text)
{
    Settings scratch;
    for (const Row &row : table()) {
        if (row.name == variable) {
            const QString acceptable = row.read(scratch, text);
            return acceptable.isEmpty() ? QString() : QStringLiteral("must be ") + acceptable;
        }
    }
    return {};
}

QStringList settingVariables()
{
    QStringList names;
    for (const Row &row : table())
        names << row.name;
    return names;
}

QStringList secretVariables()
{
    QStringList names;
    for (const Row &row : table()) {
        if (row.secret)
            names << row.name;
    }
    return names;
}

QStringList describeVariables()
{
    QStringList lines{QStringLiteral("%1 %2")
                          .arg(QStringLiteral("REDIS_URL"), -26)
                          .arg(QStringLiteral("Redis in one piece; the single variables win")),
                      QStringLiteral("%1 %2")
                          .arg(QStringLiteral("DATABASE_URL"), -26)
                          .arg(QStringLiteral("PostgreSQL in one piece; the single variables win"))};
    for (const Row &row : table()) {
        const QString usual = row.write(Settings());
        lines << QStringLiteral("%1 %2").arg(row.name, -26).arg(row.description) +
                     (usual.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(usual));
    }
    return lines;
}

} // namespace herdbook

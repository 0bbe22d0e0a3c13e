// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/setting.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace herdbook {

namespace {

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
    query.replace("sslrootcert", s.postgres.sslRootCert);
    bool isPort = false;
    s.postgres.port = port.toUShort(&isPort);
    if (!isPort || s.postgres.database.isEmpty())
        return acceptable;
    const QString objection = query.objection();
    return objection.isEmpty() ? QString() : acceptable + objection;
}

} // namespace

const std::vector<ServerAddress> &serverAddresses()
{
    static const std::vector<ServerAddress> addresses{
        {"REDIS_URL", "Redis in one piece; the single variables win", FormPart::Redis, &readRedisUrl},
        {"DATABASE_URL", "PostgreSQL in one piece; the single variables win", FormPart::Postgres, &readDatabaseUrl}};
    return addresses;
}

} // namespace herdbook

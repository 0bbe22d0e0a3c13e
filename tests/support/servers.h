// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pgsession.h"
#include "core/demo/privateservers.h"

namespace herdbook::test {

/// Private PostgreSQL and Redis for one test program: made in initTestCase(), on the main thread. Ends with the object, and with
/// the process however that ends. The first program of a build makes a server folder with the deployed schema; the others copy it.
///
///     void initTestCase() { const auto started = m_servers.start(); QVERIFY2(started, qPrintable(test::reason(started))); }
///     void init() { const auto fresh = m_servers.freshDatabase(); QVERIFY2(fresh, qPrintable(test::reason(fresh))); }
///     test::Servers m_servers;
class Servers
{
public:
    enum class Content { Empty, DeployedSchema };

    /// @param redis whether Redis keeps its data over stop() and start().
    explicit Servers(demo::PrivateRedis::Persistence redis = demo::PrivateRedis::Persistence::None);
    ~Servers();
    Servers(const Servers &) = delete;
    Servers &operator=(const Servers &) = delete;

    /// Starts both servers. The current database is then an own, empty one with the deployed schema.
    Result<void> start();

    /// A new database becomes the current one (the one before is dropped, connections or not), Redis is emptied, the export and
    /// image folders too. About 30 ms.
    Result<void> freshDatabase(Content content = Content::DeployedSchema);

    /// How to reach the current database and Redis, with export and image folders of their own and a threshold of 0.70; site time
    /// zone America/Chicago.
    Settings settings() const;

    /// FLUSHALL.
    Result<void> flushRedis() const;
    /// Sends one Redis command of words and gives its reply: a string, a number as text, or a list joined by new lines.
    Result<QString> redisCommand(const QStringList &words) const;

    /// Runs SQL in the current database on a connection of its own and gives the first value.
    Result<QString> sql(const QString &text) const;
    /// Ends all other connections to the current database, as an administrator or a restart would.
    Result<void> terminateConnections() const;

    /// For faults: stop(), start(), kill(), pause(), resume().
    demo::PrivatePostgres &postgres() { return *m_postgres; }
    demo::PrivateRedis &redis() { return *m_redis; }

private:
    Result<void> startPostgres();

    QString m_folder;
    int m_lock = -1;
    int m_databases = 0;
    QString m_database;
    std::unique_ptr<demo::PrivatePostgres> m_postgres;
    std::unique_ptr<demo::PrivateRedis> m_redis;
    const demo::PrivateRedis::Persistence m_persistence;
};

/// The error's message, empty for success: for QVERIFY2.
template<class T>
QString reason(const Result<T> &result)
{
    return result ? QString() : result.error().message;
}

} // namespace herdbook::test

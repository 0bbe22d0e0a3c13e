// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/exportapi.h"
#include "core/http/server.h"
#include "tests/core/http/rawclient.h"
#include "tests/support/servers.h"

#include <QJsonObject>

namespace herdbook::test {

/// The service on a free port of the loopback, in threads of this program.
class ApiServer
{
public:
    explicit ApiServer(const Settings &settings, Clock clock = systemClock(), const http::Limits &limits = {});
    ~ApiServer();

    quint16 port() const { return m_server.port(); }

    RawAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                  const QByteArray &headers = {}) const;
    RawAnswer get(const QByteArray &target, const QByteArray &headers = {}) const
    {
        return ask("GET", target, {}, headers);
    }
    RawAnswer post(const QByteArray &target, const QJsonObject &body, const QByteArray &headers = {}) const;

private:
    api::ExportApi m_api;
    http::Server m_server;
    std::jthread m_thread;
};

/// What most tests of the service have: real servers, fresh for each test.
class ApiBench : public QObject
{
    Q_OBJECT

protected:
    Servers m_servers;

protected Q_SLOTS:
    void initTestCase();
    void init();
};

QJsonObject jsonOf(const RawAnswer &answer);
/// The text of `detail`, empty where there is none.
QString detailOf(const RawAnswer &answer);

/// A report over June 2026, and a ZIP of these.
QJsonObject reportBody();
QJsonObject zipBody(const QStringList &ids);

/// Writes a job's status as a worker would.
void writeStatus(const Servers &servers, const QString &jobId, const QByteArray &json);

/// Makes the export folder as a worker leaves it that made nothing yet: there, and not empty.
void makeExportFolder(const Servers &servers);

/// How many keys Redis has, and how many messages wait.
QString redisContent(const Servers &servers);

} // namespace herdbook::test

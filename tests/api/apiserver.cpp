// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/apiserver.h"

#include "tests/api/describedanswers.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace herdbook::test {

ApiServer::ApiServer(const Settings &settings, Clock clock, const http::Limits &limits)
    : m_api(settings, std::move(clock)), m_server(m_api, limits, 2)
{
    if (const std::error_code error = m_server.listen("127.0.0.1", 0))
        qFatal("no free port: %s", error.message().c_str());
    m_thread = std::jthread([this] { m_server.run(); });
}

ApiServer::~ApiServer()
{
    m_server.stop();
    m_thread.join();
    m_api.stop();
}

RawAnswer ApiServer::ask(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                         const QByteArray &headers) const
{
    RawClient client(port());
    client.send(RawClient::request(method, target, body, headers));
    RawAnswer answer = client.receive(method == "HEAD");
    // Every answer that a test gets is one that /openapi.json describes.
    for (const QString &problem : undescribed(method, target, answer))
        QTest::qFail(qPrintable(problem), __FILE__, __LINE__);
    return answer;
}

RawAnswer ApiServer::post(const QByteArray &target, const QJsonObject &body, const QByteArray &headers) const
{
    return ask("POST", target, QJsonDocument(body).toJson(), "Content-Type: application/json\r\n" + headers);
}

void ApiBench::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(reason(started)));
}

void ApiBench::init()
{
    const auto fresh = m_servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(reason(fresh)));
}

QJsonObject jsonOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QString detailOf(const RawAnswer &answer)
{
    return jsonOf(answer).value(QLatin1String("detail")).toString();
}

QJsonObject reportBody()
{
    return {{QLatin1String("start_date"), QLatin1String("2026-06-01")},
            {QLatin1String("end_date"), QLatin1String("2026-06-30")},
            {QLatin1String("group_by"), QLatin1String("week")}};
}

QJsonObject zipBody(const QStringList &ids)
{
    return {{QLatin1String("detection_ids"), QJsonArray::fromStringList(ids)}};
}

void writeStatus(const Servers &servers, const QString &jobId, const QByteArray &json)
{
    const auto done = servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("export_job:") + jobId,
                                            QStringLiteral("3600"), QString::fromUtf8(json)});
    QVERIFY2(done, qPrintable(reason(done)));
}

void makeExportFolder(const Servers &servers)
{
    QVERIFY(QDir().mkpath(servers.settings().exportFolder + QStringLiteral("/.herdbook/made")));
}

QString redisContent(const Servers &servers)
{
    const auto keys = servers.redisCommand({QStringLiteral("DBSIZE")});
    const auto queued = servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")});
    return keys && queued ? *keys + u'/' + *queued : reason(keys);
}

} // namespace herdbook::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/mingle.h"

#include "core/exports/envelope.h"
#include "core/worker/celery/controlear.h"

#include <QUuid>

namespace herdbook::worker {

namespace {

constexpr int AnswerSeconds = 5;

} // namespace

QByteArray Mingle::replyList() const
{
    return m_key.toUtf8() + ".reply.celery.pidbox";
}

QByteArray Mingle::binding() const
{
    return m_key.toUtf8() + BindingSeparator + BindingSeparator + replyList();
}

void Mingle::close(storage::Redis &redis)
{
    if (!m_key.isEmpty())
        (void)redis.pipeline({{"SREM", m_names.replyBindings(), binding()}, {"DEL", m_names.list(replyList())}});
    m_key.clear();
}

Result<void> Mingle::ask(storage::Redis &redis, const QDateTime &now)
{
    close(redis);
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_until = now.addSecs(AnswerSeconds);
    const exports::Envelope question{
        QJsonObject{
            {QLatin1String("method"), QLatin1String("hello")},
            {QLatin1String("arguments"),
             QJsonObject{{QLatin1String("from_node"), m_node.name()}, {QLatin1String("revoked"), QJsonObject()}}},
            {QLatin1String("destination"), QJsonValue::Null},
            {QLatin1String("pattern"), QJsonValue::Null},
            {QLatin1String("matcher"), QJsonValue::Null},
            {QLatin1String("ticket"), m_key},
            {QLatin1String("reply_to"), QJsonObject{{QLatin1String("exchange"), QLatin1String("reply.celery.pidbox")},
                                                    {QLatin1String("routing_key"), m_key}}}},
        {{QLatin1String("clock"), m_node.tick()},
         {QLatin1String("expires"), static_cast<double>(m_until.toMSecsSinceEpoch()) / 1000}},
        {},
        QStringLiteral("celery.pidbox"),
        QString()};
    const auto bound = redis.command({"SADD", m_names.replyBindings(), binding()});
    const auto asked =
        bound ? redis.command({"PUBLISH", m_names.controlChannel(), exports::encodeEnvelope(question)}) : bound;
    return asked ? Result<void>() : Result<void>(asked.error());
}

Result<QList<QJsonObject>> Mingle::answers(storage::Redis &redis, const QDateTime &now)
{
    constexpr int MostAtOnce = 100;
    QList<QJsonObject> revoked;
    if (m_key.isEmpty())
        return revoked;
    for (int count = 0; count < MostAtOnce; ++count) {
        const auto reply = redis.command({"RPOP", m_names.list(replyList())});
        if (!reply) {
            if (now > m_until)
                close(redis);
            return reply.error();
        }
        if (reply->isNil())
            break;
        const auto envelope = exports::decodeEnvelope(reply->text);
        const QJsonObject nodes = envelope ? envelope->body.toObject() : QJsonObject();
        for (auto node = nodes.begin(); node != nodes.end(); ++node)
            revoked << node->toObject().value(QLatin1String("revoked")).toObject();
    }
    if (now > m_until)
        close(redis);
    return revoked;
}

} // namespace herdbook::worker

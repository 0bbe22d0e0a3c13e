// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/envelope.h"

#include <QJsonDocument>
#include <QUuid>

namespace herdbook::exports {

namespace {

QByteArray toText(const QJsonValue &body)
{
    return (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject()))
        .toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray encodeEnvelope(const Envelope &envelope)
{
    QJsonObject properties = envelope.properties;
    properties.insert(QLatin1String("delivery_mode"), 2);
    properties.insert(QLatin1String("delivery_info"), QJsonObject{{QLatin1String("exchange"), envelope.exchange},
                                                                  {QLatin1String("routing_key"), envelope.routingKey}});
    properties.insert(QLatin1String("priority"), 0);
    properties.insert(QLatin1String("body_encoding"), QLatin1String("base64"));
    properties.insert(QLatin1String("delivery_tag"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    return toText(QJsonObject{{QLatin1String("body"), QString::fromLatin1(toText(envelope.body).toBase64())},
                              {QLatin1String("content-encoding"), QLatin1String("utf-8")},
                              {QLatin1String("content-type"), QLatin1String("application/json")},
                              {QLatin1String("headers"), envelope.headers},
                              {QLatin1String("properties"), properties}});
}

std::optional<Envelope> decodeEnvelope(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (!json.value(QLatin1String("body")).isString())
        return std::nullopt;
    Envelope envelope;
    envelope.headers = json.value(QLatin1String("headers")).toObject();
    envelope.properties = json.value(QLatin1String("properties")).toObject();
    const QJsonObject delivery = envelope.properties.value(QLatin1String("delivery_info")).toObject();
    envelope.exchange = delivery.value(QLatin1String("exchange")).toString();
    envelope.routingKey = delivery.value(QLatin1String("routing_key")).toString();
    QByteArray body = json.value(QLatin1String("body")).toString().toUtf8();
    if (envelope.properties.value(QLatin1String("body_encoding")) == QLatin1String("base64")) {
        const auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        body = decoded ? *decoded : QByteArray();
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return std::nullopt;
    envelope.body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return envelope;
}

QByteArray revokeMessage(const QString &taskId)
{
    Envelope envelope;
    envelope.exchange = QStringLiteral("celery.pidbox");
    envelope.body =
        QJsonObject{{QLatin1String("method"), QLatin1String("revoke")},
                    {QLatin1String("arguments"), QJsonObject{{QLatin1String("task_id"), taskId},
                                                             {QLatin1String("terminate"), true},
                                                             {QLatin1String("signal"), QLatin1String("SIGTERM")}}},
                    {QLatin1String("destination"), QJsonValue(QJsonValue::Null)},
                    {QLatin1String("pattern"), QJsonValue(QJsonValue::Null)},
                    {QLatin1String("matcher"), QJsonValue(QJsonValue::Null)}};
    return encodeEnvelope(envelope);
}

} // namespace herdbook::exports

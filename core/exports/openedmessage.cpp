// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/openedmessage.h"

#include "core/exports/decompress.h"

#include <QHash>
#include <QJsonDocument>
#include <QStringDecoder>
#include <QUuid>

namespace herdbook::exports {

QJsonValue withoutTags(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray plain;
        for (const auto &each : value.toArray())
            plain << withoutTags(each);
        return plain;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonValue inner = object.value(QLatin1String("__value__"));
    if (object.size() == 2 && object.value(QLatin1String("__type__")).isString() && inner.isString())
        return inner;
    const QByteArray hex = inner[QLatin1String("hex")].toString().toLatin1();
    if (object.size() == 2 && object.value(QLatin1String("__type__")) == QLatin1String("uuid") && hex.size() == 32)
        return QUuid::fromRfc4122(QByteArray::fromHex(hex)).toString(QUuid::WithoutBraces);
    QJsonObject plain;
    for (auto at = object.begin(); at != object.end(); ++at)
        plain.insert(at.key(), withoutTags(*at));
    return plain;
}

QString textOf(const QJsonValue &value)
{
    const QJsonValue plain = withoutTags(value);
    const qint64 whole = plain.toInteger();
    return plain.isDouble() && plain.toDouble() == static_cast<double>(whole) ? QString::number(whole)
                                                                              : plain.toString();
}

bool readProtocol1(const QJsonObject &body, OpenedMessage &opened)
{
    if (opened.name.isEmpty())
        opened.name = body.value(QLatin1String("task")).toString();
    if (opened.taskId.isEmpty())
        opened.taskId = textOf(body.value(QLatin1String("id")));
    opened.arguments = body.value(QLatin1String("args")).toArray();
    opened.named = body.value(QLatin1String("kwargs")).toObject();
    opened.embed = body;
    opened.options = body;
    for (auto at = opened.headers.begin(); at != opened.headers.end(); ++at)
        opened.options.insert(at.key(), *at);
    return !opened.name.isEmpty();
}

bool readProtocol2(const QJsonArray &body, OpenedMessage &opened)
{
    opened.arguments = body.at(0).toArray();
    opened.named = body.at(1).toObject();
    opened.embed = body.at(2).toObject();
    opened.options = opened.headers;
    return body.size() == 3;
}

QString contentProblem(const QString &type)
{
    if (type == QLatin1String("application/json"))
        return {};
    static const QHash<QString, QString> names{
        {QStringLiteral("application/x-python-serialize"), QStringLiteral("pickle")},
        {QStringLiteral("application/x-yaml"), QStringLiteral("yaml")},
        {QStringLiteral("application/x-msgpack"), QStringLiteral("msgpack")}};
    const QString name = names.value(type);
    return name.isEmpty() ? QStringLiteral("The message is not of the type application/json")
                          : QStringLiteral("The message is serialized by %1, which Herdbook doesn't read: set "
                                           "task_serializer to json")
                                .arg(name);
}

std::variant<QJsonValue, QString> readBody(const OpenedMessage &opened)
{
    const QJsonObject properties = opened.envelope.value(QLatin1String("properties")).toObject();
    QByteArray body = opened.envelope.value(QLatin1String("body")).toString().toUtf8();
    if (properties.value(QLatin1String("body_encoding")) == QLatin1String("base64")) {
        const auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        body = decoded ? *decoded : QByteArray();
    }
    if (const QString how = opened.headers.value(QLatin1String("compression")).toString(); !how.isEmpty()) {
        const Result<QByteArray> unpacked = decompress(body, how);
        if (!unpacked)
            return unpacked.error().message;
        body = *unpacked;
    }
    if (body.size() > MostBodyBytes)
        return QStringLiteral("The message's body is larger than %1 MiB").arg(MostBodyBytes >> 20);
    const QString encoding = opened.envelope.value(QLatin1String("content-encoding")).toString().toLower();
    if (!encoding.isEmpty() && encoding != QLatin1String("utf-8") && encoding != QLatin1String("binary")) {
        QStringDecoder decoder(encoding == QLatin1String("us-ascii") || encoding == QLatin1String("ascii")
                                   ? "ISO-8859-1"
                                   : encoding.toLatin1().constData());
        if (!decoder.isValid())
            return QStringLiteral("The message's text is encoded as %1, which Herdbook doesn't read")
                .arg(encoding.left(80));
        body = QString(decoder(body)).toUtf8();
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
}

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/describedanswers.h"

#include "core/api/description.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace herdbook::test {

namespace {

const QJsonObject &description()
{
    static const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(api::descriptionAnswer().body)).object();
    return json;
}

QJsonObject resolved(const QJsonObject &schema)
{
    const QString reference = schema[QLatin1String("$ref")].toString();
    if (reference.isEmpty())
        return schema;
    return description()[QLatin1String("components")][QLatin1String("schemas")][reference.section(u'/', -1)].toObject();
}

QStringList typesOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return {QStringLiteral("null")};
    case QJsonValue::Bool:
        return {QStringLiteral("boolean")};
    case QJsonValue::Double:
        return value.toDouble() == std::floor(value.toDouble())
                   ? QStringList{QStringLiteral("number"), QStringLiteral("integer")}
                   : QStringList{QStringLiteral("number")};
    case QJsonValue::String:
        return {QStringLiteral("string")};
    case QJsonValue::Array:
        return {QStringLiteral("array")};
    default:
        return {QStringLiteral("object")};
    }
}

void compare(const QString &where, const QJsonValue &value, const QJsonObject &schemaOrReference, QStringList &problems)
{
    const QJsonObject schema = resolved(schemaOrReference);
    QStringList first;
    for (const QJsonValue &one : schema[QLatin1String("anyOf")].toArray()) {
        QStringList found;
        compare(where, value, one.toObject(), found);
        if (found.isEmpty())
            return;
        first = first.isEmpty() ? found : first;
    }
    problems << first;
    if (schema.contains(QLatin1String("anyOf")))
        return;
    const QJsonValue type = schema[QLatin1String("type")];
    const QJsonArray allowed = type.isString() ? QJsonArray{type} : type.toArray();
    const QStringList types = typesOf(value);
    if (std::none_of(types.begin(), types.end(), [&](const QString &one) { return allowed.contains(one); })) {
        problems << where + QStringLiteral(" is of type ") + types.first();
        return;
    }
    const QJsonArray items = value.toArray();
    for (qsizetype at = 0; at < std::min<qsizetype>(items.size(), 50); ++at)
        compare(where + QStringLiteral("[]"), items.at(at), schema[QLatin1String("items")].toObject(), problems);
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    const QJsonObject properties = schema[QLatin1String("properties")].toObject();
    for (const QJsonValue &name : schema[QLatin1String("required")].toArray()) {
        if (!object.contains(name.toString()))
            problems << where + QStringLiteral(" lacks ") + name.toString();
    }
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (properties.contains(field.key()))
            compare(where + u'.' + field.key(), field.value(), properties[field.key()].toObject(), problems);
        else
            problems << where + QStringLiteral(" has ") + field.key();
    }
}

/// The operation for a target, with what stands for `{...}` taken as any segment; a path without such a part is preferred.
QJsonObject operationFor(const QByteArray &method, const QString &path)
{
    const QJsonObject paths = description()[QLatin1String("paths")].toObject();
    QJsonObject found = paths[path].toObject();
    for (auto at = paths.begin(); found.isEmpty() && at != paths.end(); ++at) {
        const qsizetype brace = at.key().indexOf(u'{');
        if (brace > 0 && path.startsWith(at.key().left(brace)) && path.size() > brace &&
            !path.mid(brace).contains(u'/'))
            found =
                at.value()[QString::fromLatin1(method.toLower())].isObject() ? at.value().toObject() : QJsonObject();
    }
    return found[QString::fromLatin1(method.toLower())].toObject();
}

} // namespace

QStringList undescribed(const QByteArray &method, const QByteArray &target, const RawAnswer &answer)
{
    const QString path = QString::fromLatin1(target.left(target.indexOf('?')));
    const QJsonObject operation = operationFor(method, path);
    if (operation.isEmpty())
        return {};
    const QString call = QString::fromLatin1(method) + u' ' + path + QStringLiteral(": ");
    const QJsonObject responses = operation[QLatin1String("responses")].toObject();
    // What isn't well-formed HTTP is no matter of the call.
    static const QList<int> ofHttp{400, 408, 413, 417, 431, 501, 505};
    const bool isOfHttp = ofHttp.contains(answer.status) && !responses.contains(QString::number(answer.status));
    const QJsonObject described =
        responses[isOfHttp ? QStringLiteral("401") : QString::number(answer.status)].toObject();
    if (described.isEmpty() && !isOfHttp)
        return {call + QStringLiteral("status %1 is not described").arg(answer.status)};
    const QByteArray type = answer.headers.value("content-type");
    if (answer.body.isEmpty() || described.isEmpty() || !type.startsWith("application/json"))
        return {};
    QStringList problems;
    compare(QStringLiteral("the answer"), QJsonDocument::fromJson(answer.body).object(),
            described[QLatin1String("content")][QLatin1String("application/json")][QLatin1String("schema")].toObject(),
            problems);
    for (QString &problem : problems)
        problem.prepend(call);
    return problems;
}

} // namespace herdbook::test

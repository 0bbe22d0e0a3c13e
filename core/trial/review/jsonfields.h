// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <optional>
#include <vector>

/// How the journal writes values as JSON. Inside of core/trial/review.
namespace herdbook::trial::json {

inline QString text(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

inline QUuid uuid(const QJsonValue &value)
{
    return QUuid::fromString(value.toString());
}

inline QJsonArray uuids(const std::vector<QUuid> &ids)
{
    QJsonArray array;
    for (const QUuid &id : ids)
        array << text(id);
    return array;
}

inline std::vector<QUuid> uuids(const QJsonValue &value)
{
    std::vector<QUuid> ids;
    for (const auto &id : value.toArray())
        ids.push_back(uuid(id));
    return ids;
}

inline QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const auto &one : value.toArray())
        all << one.toString();
    return all;
}

inline QString time(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODateWithMs) : QString();
}

inline QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

inline QJsonValue optional(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

inline std::optional<double> optional(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

inline QJsonObject object(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

inline QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

template<class T, class Convert>
QJsonArray list(const T &values, Convert convert)
{
    QJsonArray array;
    for (const auto &value : values)
        array << convert(value);
    return array;
}

} // namespace herdbook::trial::json

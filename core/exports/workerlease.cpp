// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/workerlease.h"

#include <QJsonDocument>

namespace herdbook::exports {

std::optional<QJsonObject> readLease(const storage::RedisReply &value)
{
    const QJsonObject lease = value.isError() ? QJsonObject() : QJsonDocument::fromJson(value.text).object();
    return lease.value(QLatin1String("host")).toString().isEmpty() ? std::nullopt : std::optional(lease);
}

QString noLease(const QByteArray &key)
{
    return QStringLiteral("The key %1 in Redis holds no lease: whether a worker is there isn't known")
        .arg(QString::fromUtf8(key));
}

} // namespace herdbook::exports

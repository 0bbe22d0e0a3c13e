// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace herdbook::exports {

/// A message as kombu puts it into Redis: JSON with the body in base64.
struct Envelope
{
    QJsonValue body; ///< an object or a list
    QJsonObject headers;
    QJsonObject properties; ///< beside body_encoding, delivery_tag, delivery_mode, priority and delivery_info
    QString exchange;
    QString routingKey;
};

/// The text of the wire; its delivery tag is new at each call.
QByteArray encodeEnvelope(const Envelope &envelope);

/// Reads a message of any producer; the body in base64 or plain. Nothing when it is no envelope around JSON.
std::optional<Envelope> decodeEnvelope(const QByteArray &text);

/// Tells all Celery workers to drop a task, and to end it where it runs.
QByteArray revokeMessage(const QString &taskId);

} // namespace herdbook::exports

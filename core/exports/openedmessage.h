// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <variant>

/// Reads what Celery's producers write, whatever the task. Not for use from outside.
namespace herdbook::exports {

/// What a message says before its body is read.
struct OpenedMessage
{
    QJsonObject envelope;
    QJsonObject headers;
    QString taskId;
    QString name;
    QJsonArray arguments;
    QJsonObject named;
    QJsonObject embed;   ///< follow-ups, as protocol 2 calls them
    QJsonObject options; ///< eta, expires, ignore_result: the headers, or the body in protocol 1
};

/// What kombu 5.3 tags, `{"__type__": ..., "__value__": ...}`, as 5.2 sends it: dates, times and UUIDs as plain text.
QJsonValue withoutTags(const QJsonValue &value);

/// An id as Python writes it into a text: whole numbers too.
QString textOf(const QJsonValue &value);

/// Why the content can't be read; empty for JSON.
QString contentProblem(const QString &type);

/// The body's JSON, or why it can't be read.
std::variant<QJsonValue, QString> readBody(const OpenedMessage &opened);

/// Whether there is a task. Task protocol 1: everything is in the body. Headers beside it win, as in Celery's hybrid of both protocols.
bool readProtocol1(const QJsonObject &body, OpenedMessage &opened);
/// Whether the body is whole.
bool readProtocol2(const QJsonArray &body, OpenedMessage &opened);

} // namespace herdbook::exports

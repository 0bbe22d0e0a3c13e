// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/redisnames.h"
#include "core/storage/redis.h"
#include "core/worker/celery/node.h"

#include <QDateTime>
#include <QJsonObject>

namespace herdbook::worker {

/// Asks all other workers which tasks were revoked, as a Celery worker does when it starts (`hello`): who didn't listen when it was published
/// can't know otherwise. One question at a time.
class Mingle
{
public:
    Mingle(exports::QueueNames names, Node &node) : m_names(std::move(names)), m_node(node) {}

    /// Publishes the question; answers are taken for a few seconds from then.
    Result<void> ask(storage::Redis &redis, const QDateTime &now);

    /// What has come since: of each worker the tasks, by id, as Celery tells them. After an error they may be asked for again until the
    /// question ends.
    Result<QList<QJsonObject>> answers(storage::Redis &redis, const QDateTime &now);

    bool isOpen() const { return !m_key.isEmpty(); }
    /// Whether this is the question under way itself, heard by the one that asks.
    bool isOwn(const QString &replyKey) const { return isOpen() && replyKey == m_key; }

private:
    void close(storage::Redis &redis);
    QByteArray replyList() const;
    QByteArray binding() const;

    const exports::QueueNames m_names;
    Node &m_node;
    QString m_key; ///< of the question under way; empty: none
    QDateTime m_until;
};

} // namespace herdbook::worker

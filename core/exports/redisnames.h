// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QByteArray>
#include <QString>

namespace herdbook::exports {

/// The queue of the deployment, as producers and Celery's tools name it.
inline constexpr const char *DefaultQueue = "exports";

/// The key of a job's status (statusKey()) and that of a Celery task's result, up to the id.
inline constexpr char StatusPrefix[] = "export_job:";
inline constexpr char ResultPrefix[] = "celery-task-meta-";

/// The names in Redis that belong to one queue. All begin with the setting `keyPrefix`, which is kombu's `global_keyprefix`: lists, hashes,
/// bindings and channels, Herdbook's own among them. Not so `export_job:*` and `celery-task-meta-*`, which kombu has no part in, nor any
/// name inside of a message or a binding. A worker is `{host}:{pid}:{slot}`.
class QueueNames
{
public:
    QueueNames() = default;
    explicit QueueNames(const RedisSettings &redis, QByteArray queue = DefaultQueue)
        : m_prefix(redis.keyPrefix.toUtf8()), m_database(QByteArray::number(redis.database)), m_queue(std::move(queue))
    {
    }

    /// The list that producers push to on the left.
    QByteArray queue() const { return list(m_queue); }
    /// Celery's lists for priorities other than 0, the one to be served first in front.
    QByteArrayList priorityQueues() const
    {
        return {queue() + "\x06\x16" + "3", queue() + "\x06\x16" + "6", queue() + "\x06\x16" + "9"};
    }

    /// List of what that worker has in hand.
    QByteArray processing(const QByteArray &worker) const { return queue() + ":processing:" + worker; }
    /// The worker's lease: JSON host, pid, started, job; gone 15 s after its last renewal.
    QByteArray alive(const QByteArray &worker) const { return queue() + ":alive:" + worker; }
    /// Hash, field = job id: how often a worker died over it.
    QByteArray attempts() const { return queue() + ":attempts"; }
    /// Hash, field = job id: final statuses of the last seconds, over which a slow producer may still write `processing`.
    QByteArray finished() const { return queue() + ":finished"; }
    /// Sorted set of messages that wait for a time (Celery's `eta`), by that time in ms.
    QByteArray waiting() const { return queue() + ":waiting"; }
    /// List of messages that are not tried again, each with the reason.
    QByteArray dead() const { return queue() + ":dead"; }

    /// There for an hour after a job was cancelled, for three after a task was revoked: nobody starts or finishes it any more, from whichever queue. Where it says
    /// `revoked` (Celery's revoke without terminate), nobody starts it, but what runs goes on.
    QByteArray cancelKey(const QString &id) const { return m_prefix + "exports:cancel:" + id.toUtf8(); }
    QByteArray idempotencyKey(const QString &key) const { return m_prefix + "exports:idempotency:" + key.toUtf8(); }

    /// Any list that a binding names.
    QByteArray list(const QByteArray &name) const { return m_prefix + name; }
    /// Hash, field = delivery tag: what Python workers have in hand.
    QByteArray unacked() const { return m_prefix + "unacked"; }
    /// Sets of the queues bound to Celery's control exchange, and to that of its replies.
    QByteArray nodeBindings() const { return m_prefix + "_kombu.binding.celery.pidbox"; }
    QByteArray replyBindings() const { return m_prefix + "_kombu.binding.reply.celery.pidbox"; }
    /// The channel of Celery's control messages.
    QByteArray controlChannel() const { return m_prefix + '/' + m_database + ".celery.pidbox"; }
    /// The channel of an event such as `worker.heartbeat`, or the pattern of several.
    QByteArray eventChannel(const QByteArray &event) const
    {
        return m_prefix + '/' + m_database + ".celeryev/" + event;
    }

private:
    QByteArray m_prefix;
    QByteArray m_database = "0";
    QByteArray m_queue = DefaultQueue;
};

} // namespace herdbook::exports

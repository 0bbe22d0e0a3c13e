// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace herdbook::exports {

/// The names in Redis that belong to one queue. A worker is `{host}:{pid}:{slot}`.
struct QueueNames
{
    QByteArray queue = "exports";

    /// List of what that worker has in hand.
    QByteArray processing(const QByteArray &worker) const { return queue + ":processing:" + worker; }
    /// The worker's lease: JSON host, pid, started, job; gone 15 s after its last renewal.
    QByteArray alive(const QByteArray &worker) const { return queue + ":alive:" + worker; }
    /// Hash, field = job id: how often a worker died over it.
    QByteArray attempts() const { return queue + ":attempts"; }
    /// Hash, field = job id: final statuses of the last seconds, over which a slow producer may still write `processing`.
    QByteArray finished() const { return queue + ":finished"; }
    /// List of messages that are not tried again, each with the reason.
    QByteArray dead() const { return queue + ":dead"; }
    bool operator==(const QueueNames &) const = default;
};

/// There for an hour after a job (or task) was cancelled: nobody starts or finishes it any more.
inline QByteArray cancelKey(const QString &id)
{
    return "exports:cancel:" + id.toUtf8();
}

inline QByteArray idempotencyKey(const QString &key)
{
    return "exports:idempotency:" + key.toUtf8();
}

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <QDateTime>
#include <QHash>

namespace herdbook::exports {

/// Listens to the heartbeats of Celery workers that are not Herdbook's (those have leases). Events are pushed, so this has a connection of
/// its own, looked through without waiting.
class WorkerBeats
{
public:
    explicit WorkerBeats(const RedisSettings &redis) : m_redis(redis) {}

    /// Takes in what was pushed since the last call. A connection that broke, or a Redis user that may not listen, is tried again after a
    /// while; until then nothing is heard.
    /// @param now of a clock that goes evenly, or of one of which setBack() is told.
    void update(const QDateTime &now);

    /// Python workers that beat: a worker is offline after two missed beats, or when it says so.
    int online(const QDateTime &now) const;

    /// The clock was set back by so many milliseconds: a beat in the future would last until then.
    void setBack(qint64 milliseconds);

    /// What isn't known where no worker of Herdbook's is ready, only Python ones: their beats don't say which queues they take from.
    static QString doubt();

    /// Why nothing can be heard; empty while something can.
    const QString &deafness() const { return m_deafness; }

    /// Takes in one event; what is none of a worker, or of a Herdbook worker, is passed over.
    void hear(const QByteArray &envelope, const QDateTime &now);

private:
    struct Beat
    {
        QDateTime heard;
        double period = 2; ///< seconds
    };

    bool listen(const QDateTime &now);

    storage::Redis m_redis;
    QDateTime m_notBefore;
    QString m_deafness;
    QHash<QString, Beat> m_beats; ///< by node name
};

} // namespace herdbook::exports

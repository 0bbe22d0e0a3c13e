// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <QDateTime>
#include <QHash>

namespace herdbook::exports {

/// Listens to the heartbeats of Celery workers that are not Herdbook's (those have leases). Events are pushed, so this has a connection of
/// its own, which is polled without blocking.
class WorkerBeats
{
public:
    explicit WorkerBeats(const RedisSettings &redis) : m_redis(redis) {}

    /// Processes what was pushed since the last call. After a broken connection, or where this Redis user may not subscribe, it tries again
    /// after a while and hears nothing until then.
    /// @param now from a steady clock, or from one whose steps back are reported to setBack().
    void update(const QDateTime &now);

    /// How many Python workers send heartbeats: one is offline after two missed beats, or when it says so.
    int online(const QDateTime &now) const;

    /// Whether none of them beats, and one that does would have been heard by now.
    bool isSilent(const QDateTime &now) const;

    /// Whether one may be at work: it was heard in the last hour and didn't take its leave (one of the solo pool doesn't beat while it works),
    /// or none can be heard.
    bool mayWork(const QDateTime &now) const;

    /// None was ever heard: one that sends no heartbeats wouldn't be missed.
    bool wasNoneHeard() const { return m_noneHeard; }

    /// The clock was set back: without this, a beat that now lies in the future would count until then.
    void setBack(qint64 milliseconds);

    /// The warning for when only Python workers are online: their heartbeats don't say which queues they consume.
    static QString doubt();

    /// Why nothing can be heard; empty while something can.
    const QString &deafness() const { return m_deafness; }

    /// Processes one event; ignores those that aren't from a worker, and those from Herdbook's own.
    void hear(const QByteArray &envelope, const QDateTime &now);

private:
    struct Beat
    {
        QDateTime heard;
        double period = 2; ///< seconds
    };

    bool listen(const QDateTime &now);

    storage::Redis m_redis;
    QDateTime m_notBefore, m_hearsSince;
    QString m_deafness;
    QHash<QString, Beat> m_beats; ///< by node name
    bool m_noneHeard = true;
};

} // namespace herdbook::exports

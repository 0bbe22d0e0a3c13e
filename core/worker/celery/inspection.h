// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"
#include "core/worker/celery/node.h"
#include "core/worker/options.h"
#include "core/worker/runningjob.h"

#include <QDateTime>
#include <QJsonArray>

#include <functional>

namespace herdbook::worker {

/// What the worker tells about itself when `celery inspect` asks. May be asked by one thread at a time.
class Inspection
{
public:
    using Answer = std::function<QJsonValue(const QJsonObject &arguments)>;

    Inspection(const Options &options, Node &node, const RunningJobs &running)
        : m_options(options), m_node(node), m_running(running)
    {
    }

    /// The answers by method that need nothing of Redis; good as long as this object.
    QHash<QString, Answer> answers() const;

    /// The tasks that wait for their time, at most a hundred; an `error` where Redis can't be asked.
    QJsonValue scheduled(storage::Redis &redis) const;

private:
    QJsonValue queryTask(const QJsonObject &arguments) const;
    QJsonValue conf() const;
    QJsonValue report() const;
    QJsonValue stats() const;
    QJsonValue active() const;
    QJsonValue activeQueues() const;
    QJsonObject describe(const exports::TaskMessage &task) const;

    const Options &m_options;
    Node &m_node;
    const RunningJobs &m_running;
    const QDateTime m_started = QDateTime::currentDateTimeUtc();
};

/// Celery's form of a good answer.
QJsonObject okAnswer(const QString &text);

} // namespace herdbook::worker

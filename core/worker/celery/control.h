// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/envelope.h"
#include "core/worker/celery/controlear.h"
#include "core/worker/celery/inspection.h"
#include "core/worker/celery/mingle.h"
#include "core/worker/celery/revocations.h"
#include "core/worker/runningjob.h"

#include <functional>
#include <thread>

namespace herdbook::worker {

/// Listens, in a thread of its own, to Celery's control messages and answers them: ping, stats, active, active_queues, registered, revoke,
/// shutdown and what else `celery inspect` asks. A revocation that any worker hears is kept as
/// the cancel key, for those that don't.
class Control
{
public:
    /// @param backlog whether tasks waited before this listened, which may have been revoked.
    /// @param onShutdown called from the control's thread.
    Control(const Options &options, Node &node, RunningJobs &running, Revocations &revocations, Condition &condition,
            Clock clock, bool backlog, std::function<void()> onShutdown);
    ~Control();

private:
    /// One request, as it came.
    struct Request
    {
        QString method;
        QJsonObject arguments;
        QString replyKey; ///< routing key of the reply; empty: none is wanted
        QString ticket;
    };

    void run(const std::stop_token &stop);
    std::optional<Request> read(const QByteArray &message);
    bool isForThis(const QJsonObject &body) const;
    void handle(const Request &request);
    void reply(const Request &request, const QJsonValue &answer);

    void sendWaiting();
    QJsonValue revoke(const QJsonObject &arguments);
    QJsonValue hello(const QJsonObject &arguments);
    /// Keeps it for three hours, so that no worker that missed it starts the task.
    void remember(const QString &id, bool terminate);
    /// Takes over what another worker knows to be revoked.
    void learn(const QJsonObject &revoked);
    void mingle();

    const exports::QueueNames m_names;
    Node &m_node;
    RunningJobs &m_running;
    Revocations &m_revocations;
    Condition &m_condition;
    const Clock m_clock;
    const std::function<void()> m_onShutdown;
    const Inspection m_inspection;
    QHash<QString, Inspection::Answer> m_answers; ///< by method
    ControlEar m_ear;
    Mingle m_mingle;
    bool m_missed = false; ///< words that others may have heard
    bool m_backlog;        ///< nobody has told yet what was revoked of it
    storage::Redis m_redis;
    QList<QByteArrayList> m_waiting; ///< revocations and replies that Redis hasn't taken yet
    std::jthread m_thread;
};

} // namespace herdbook::worker

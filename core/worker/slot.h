// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/take.h"
#include "core/worker/workshop.h"

namespace herdbook::worker {

/// One job at a time, from the take to the last word on it. Lives and runs in one thread.
class Slot
{
public:
    Slot(Workshop &shop, const QByteArray &worker);

    /// Takes and makes jobs until a stop is requested and the job in hand is done or handed back.
    void run(const std::stop_token &stop);

private:
    void handle(const QByteArray &message, const std::stop_token &stop);
    void quarantine(const QByteArray &message, const exports::MessageProblem &problem);
    bool isExpired(const Job &job) const;
    /// Acknowledges a job that waited until its status expired.
    bool isForgotten(const Job &job);
    bool begin(Job &job);
    Result<exports::ExportRequest> readRequest(const Job &job) const;
    Result<render::MadeExport> make(Job &job, StopReason &stopped);
    Result<render::MadeExport> makeWithRetries(const exports::ExportRequest &request, const QString &target,
                                               RunningJob &running);
    Result<render::MadeExport> makeOnce(const exports::ExportRequest &request, const QString &target,
                                        RunningJob &running);
    void conclude(Job &job, const Result<render::MadeExport> &made);
    void tell(const Job &job);
    void dropCancelled(const Job &job);
    void yield(const Job &job, StopReason reason);

    Workshop &m_shop;
    const QByteArray m_worker;
    storage::Redis m_redis;
    Take m_take;
    Custody m_custody;
};

} // namespace herdbook::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/keytypes.h"
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
    /// False when Redis refused and it has to be tried again.
    bool handle(const Taken &taken, const std::stop_token &stop);
    bool handle(const QByteArray &message, const std::stop_token &stop);
    /// @param ended the job as an earlier attempt ended it, where that remains to be told.
    bool make(Job &job, std::optional<Job> ended, const std::stop_token &stop);
    /// Says what Redis refused, and lets the others pass where it's only about this message.
    bool refused(const Error &error, const QByteArray &message, const Job *job = nullptr);
    /// Takes back what was said of keys of a wrong type once they are right.
    void lookAgainAtKeys();
    bool quarantine(const QByteArray &message, const exports::MessageProblem &problem, qint64 size = 0);
    bool isExpired(const Job &job) const;
    bool isRevoked(const Job &job) const;
    /// Whether the job is this slot's to make now; where it is not, it has been seen to.
    Result<bool> begin(Job &job);
    Result<bool> park(Job &job);
    /// Sees to a job that isn't this slot's to make.
    Result<void> leave(const Job &job, const Outcome &outcome);
    /// The status there is of the job, as this task's answer: a failure where it is another request's, or of a file that is gone; nothing
    /// where the folder doesn't tell whether it is there.
    std::optional<QByteArray> asAnswer(const Job &job, const QByteArray &status) const;
    Result<exports::ExportRequest> readRequest(const Job &job) const;
    Result<render::MadeExport> makeFile(Job &job, StopReason &stopped);
    Result<render::MadeExport> makeWithRetries(const exports::ExportRequest &request, Job &job, RunningJob &running);
    Result<render::MadeExport> makeOnce(const exports::ExportRequest &request, const QString &target,
                                        RunningJob &running);
    /// What a job that failed by this waits for: `database`, `export folder`, `worker's machine`; nothing for a fault that doesn't pass. May put more into
    /// the error's words.
    QString passing(Error &error, bool &folderIsSound) const;
    void conclude(Job &job, const Result<render::MadeExport> &made);
    void tell(const Job &job);
    Result<void> dropCancelled(const Job &job);
    void yield(const Job &job, StopReason reason);

    Workshop &m_shop;
    const QByteArray m_worker;
    const QString m_part; ///< under which it reports its condition
    const QString m_keysPart;
    QList<exports::KeyType> m_doubtful; ///< keys that were, or may have been, of a wrong type
    storage::Redis m_redis;
    Take m_take;
    Custody m_custody;
};

} // namespace herdbook::worker

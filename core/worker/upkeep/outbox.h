// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/worker/custody/custody.h"
#include "core/worker/upkeep/exportfolder.h"

#include <map>
#include <mutex>

namespace herdbook::worker {

/// Final statuses that Redis could not be told, on disk until it can: one file a job in the export folder, so that whoever runs there
/// next delivers them. Where even the disk refuses, they wait in memory. May be used by any thread.
class Outbox
{
public:
    Outbox(const ExportFolder &folder, Clock clock) : m_folder(folder), m_clock(std::move(clock)) {}

    /// Keeps a finished job until it is delivered or its hour is over.
    void put(const Job &job);

    /// The job as it ended, where it waits here and the file that it made is there: else it's to be made again.
    std::optional<Job> find(const QString &jobId) const;
    void remove(const QString &jobId);

    /// What a delivery came to.
    struct Delivery
    {
        QList<exports::JobStatus> told;               ///< what took effect
        std::optional<std::pair<Job, Error>> refused; ///< the first that Redis didn't take, and why
    };
    /// Delivers what waits, with what is left of its hour. What Redis refuses of one job keeps none of the others;
    /// only its silence ends it.
    Delivery deliver(Custody &custody);

    /// Reads what other processes left on the disk.
    void load();

private:
    struct Entry
    {
        Job job;
        QDateTime until;
    };

    QString pathOf(const QString &jobId) const
    {
        return m_folder.outboxPath() + u'/' + exports::fileStem(jobId) + QLatin1String(".json");
    }
    static QByteArray toText(const Entry &entry);
    static std::optional<Entry> fromText(const QByteArray &text);
    std::optional<Job> findEntry(const QString &jobId) const;
    exports::FilePresence fileOf(const Job &job) const;
    std::map<QString, Entry> entries() const;
    Result<bool> deliver(Custody &custody, const Entry &entry);

    const ExportFolder &m_folder;
    const Clock m_clock;
    mutable std::mutex m_mutex;
    std::map<QString, Entry> m_entries;
};

} // namespace herdbook::worker

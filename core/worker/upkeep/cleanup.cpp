// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/cleanup.h"

#include "core/base/logging.h"
#include "core/worker/custody/custody.h"

namespace herdbook::worker {

namespace {

/// A making writes to its temporary file all the time; one untouched for so long is nobody's.
constexpr int AbandonedAfterSeconds = 3600;

} // namespace

void Cleanup::run()
{
    const QDateTime now = m_clock();
    m_folder.sweepTemporary(now.addSecs(-AbandonedAfterSeconds));
    const QStringList old = m_folder.announcedBefore(now.addSecs(-3600LL * m_keepHours));
    for (const QString &fileName : old) {
        const Result<QString> jobId = m_folder.jobOf(fileName);
        if (!jobId)
            continue; // it may be of a job that is known
        const auto status = m_redis.command({"GET", exports::statusKey(*jobId)});
        if (!status)
            return;
        if (namesFile(status->text, fileName))
            continue;
        if (m_folder.discard(fileName))
            qCInfo(logWorker).noquote() << "Deleted the expired" << fileName;
    }
}

} // namespace herdbook::worker

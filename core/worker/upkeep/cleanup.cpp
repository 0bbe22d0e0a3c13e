// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/cleanup.h"

#include "core/base/logging.h"

namespace herdbook::worker {

namespace {

/// A making writes to its temporary file all the time; one untouched for so long is nobody's.
constexpr int AbandonedAfterSeconds = 3600;

} // namespace

Result<void> Cleanup::run()
{
    if (const Result<void> noted = m_folder.noteRetention(m_keepHours); !noted)
        qCWarning(logWorker).noquote() << noted.error().message;
    const QDateTime now = m_clock();
    m_folder.sweepTemporary(now.addSecs(-AbandonedAfterSeconds));
    const QDateTime before = now.addSecs(-3600LL * m_keepHours);
    const QList<exports::AgedFile> aged = m_folder.agedFiles(before);
    for (const exports::AgedFile &file : aged) {
        const auto unclaimed = exports::unclaimed(m_redis, {file});
        if (!unclaimed)
            return unclaimed.error();
        if (!unclaimed->isEmpty() && m_folder.discardAged(file.name, before))
            qCInfo(logWorker).noquote() << "Deleted the expired" << file.name;
    }
    return {};
}

} // namespace herdbook::worker

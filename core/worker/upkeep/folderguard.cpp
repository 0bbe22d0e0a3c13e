// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/folderguard.h"

#include "core/base/diskwait.h"
#include "core/base/logging.h"
#include "core/storage/redis.h"
#include "core/worker/pause.h"

#include <cstdlib>
#include <unistd.h>

namespace herdbook::worker {

namespace {

constexpr milliseconds Look(250);
constexpr milliseconds StillWaiting(2'000); ///< a disk that merely has much to write answers now and then

} // namespace

FolderGuard::FolderGuard(const Options &options, QByteArrayList workers, Condition &condition, std::stop_token stopping)
    : m_options(options), m_workers(std::move(workers)), m_condition(condition), m_stopping(std::move(stopping)),
      m_thread([this](const std::stop_token &over) { run(over); })
{
}

bool FolderGuard::isSilent(const Timings &timings)
{
    return DiskWait::longest() >= timings.folderSilence;
}

void FolderGuard::run(const std::stop_token &over)
{
    const QString sentence = QStringLiteral("The export folder %1 doesn't answer").arg(m_options.settings.exportFolder);
    std::optional<std::chrono::steady_clock::time_point> stopped;
    while (pause(over, Look)) {
        m_condition.report(QStringLiteral("export folder"), isSilent(m_options.timings) ? sentence : QString());
        if (!m_stopping.stop_requested())
            continue;
        const auto now = std::chrono::steady_clock::now();
        if (!stopped)
            stopped = now;
        if (now - *stopped >= m_options.timings.endAnyway && DiskWait::longest() >= StillWaiting)
            endAnyway();
    }
}

void FolderGuard::endAnyway() const
{
    qCCritical(logWorker).noquote() << "The export folder" << m_options.settings.exportFolder
                                    << "doesn't answer: ending without it. Another worker makes what was in hand";
    QByteArrayList giveBack{"DEL"};
    for (const QByteArray &worker : m_workers)
        giveBack << m_options.names().alive(worker);
    (void)storage::Redis(m_options.settings.redis).command(giveBack);
    ::_exit(EXIT_FAILURE);
}

} // namespace herdbook::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/fileglance.h"

#include "core/exports/filenote.h"

namespace herdbook::api {

FileGlance::FileGlance(const QString &folder) : m_folder(folder) {}

std::optional<bool> FileGlance::isThere(const exports::JobStatus &completed) const
{
    constexpr auto Patience = std::chrono::seconds(1);
    if (!exports::isFileOfJob(completed.fileName, completed.jobId))
        return false; // no such file is ever served
    std::unique_lock lock(m_mutex);
    m_silent = !m_free.wait_for(lock, m_silent ? Patience * 0 : Patience, [this] { return !m_busy; });
    if (m_silent)
        return std::nullopt;
    m_busy = true;
    lock.unlock();
    const exports::FilePresence found = exports::lookForFile(m_folder, completed);
    lock.lock();
    m_busy = false;
    m_silent = false;
    lock.unlock();
    m_free.notify_one();
    return found == exports::FilePresence::Unknown ? std::nullopt
                                                   : std::optional(found == exports::FilePresence::There);
}

} // namespace herdbook::api

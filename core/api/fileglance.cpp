// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/fileglance.h"

#include <QFile>

#include <cerrno>
#include <sys/stat.h>

namespace herdbook::api {

FileGlance::FileGlance(const QString &folder) : m_folder(QFile::encodeName(folder)) {}

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
    struct stat about = {};
    const QByteArray path = m_folder + '/' + QFile::encodeName(completed.fileName);
    const bool found = ::lstat(path.constData(), &about) == 0;
    const int why = errno;
    lock.lock();
    m_busy = false;
    m_silent = false;
    lock.unlock();
    m_free.notify_one();
    if (found) // of another size it isn't what was made, and isn't served
        return S_ISREG(about.st_mode) && (completed.fileSize < 0 || completed.fileSize == about.st_size);
    return why == ENOENT || why == ENOTDIR ? std::optional(false) : std::nullopt;
}

} // namespace herdbook::api

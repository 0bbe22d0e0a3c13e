// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"

#include <condition_variable>
#include <mutex>

namespace herdbook::api {

/// Whether the files of finished jobs are there. A folder that doesn't answer holds one thread; the others learn that it isn't known.
class FileGlance
{
public:
    /// @param folder where finished files are.
    explicit FileGlance(const QString &folder);

    /// Nothing where the folder doesn't tell.
    std::optional<bool> isThere(const exports::JobStatus &completed) const;

private:
    const QString m_folder;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_free;
    mutable bool m_busy = false;
    mutable bool m_silent = false; ///< the last one who waited for another's look did so in vain
};

} // namespace herdbook::api

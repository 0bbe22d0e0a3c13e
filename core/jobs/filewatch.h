// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobkeys.h"

namespace herdbook::jobs {

/// Looks whether the files of completed jobs are there: new ones first, the youngest of them before the others, and then all again in
/// turn. What one call looks at is bounded in number and time, so that a slow network folder holds nobody up.
class FileWatch
{
public:
    /// @param folder the export folder; empty or not mounted: files are "unknown", not "gone".
    explicit FileWatch(QString folder) : m_folder(std::move(folder)) {}

    /// A job whose status is new: its file is due.
    void expect(TrackedJob &job);
    /// A job that is taken off the books.
    void forget(const TrackedJob *job) { std::erase(m_due, job); }

    /// @param settled finished jobs, to be looked at again.
    /// @return the jobs looked at.
    TrackedJobs look(const TrackedJobs &settled, const QDateTime &now);

private:
    void lookAt(TrackedJob &job, bool mounted, const QDateTime &now) const;

    QString m_folder;
    TrackedJobs m_due; ///< the next one last
    bool m_sorted = true;
    size_t m_again = 0;
};

} // namespace herdbook::jobs

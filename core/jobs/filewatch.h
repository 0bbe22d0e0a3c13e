// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskhand.h"
#include "core/jobs/jobkeys.h"

namespace herdbook::jobs {

/// Looks whether the files of completed jobs are there: new ones first, the youngest of them before the others, and then all again in
/// turn. What one call looks at is bounded in number and time, so that a slow network folder holds nobody up. One that doesn't answer at all
/// holds a thread of its own, and what was seen before counts no more.
class FileWatch
{
public:
    /// @param folder the export folder; empty or not mounted: files are "unknown", not "gone".
    explicit FileWatch(QString folder) : m_folder(std::move(folder)) {}

    /// A job whose status is new: its file is due.
    void expect(TrackedJob &job);
    /// A job that is taken off the books.
    void forget(const TrackedJob *job);

    /// @param settled finished jobs, to be looked at again.
    /// @return the jobs of whose files something is known now, or nothing any more.
    TrackedJobs look(const TrackedJobs &settled, const QDateTime &now);

    /// The clock was set back by so many milliseconds.
    void setBack(qint64 milliseconds);

    /// The file of a job whose status doesn't name one, as exports are named after their job.
    /// @return empty: there is none; nothing: the folder doesn't answer.
    std::optional<QString> fileOf(const QString &jobId, const QDateTime &now);

    /// When the folder was asked that has not answered since; null while it answers.
    QDateTime silentSince() const { return m_silentSince; }

private:
    struct Seen
    {
        bool isThere = false;
        bool isFile = false;
        qint64 size = -1;
    };
    struct Answer
    {
        bool mounted = false;
        std::vector<std::optional<Seen>> files; ///< as they were asked for; nothing: there was no time
    };
    struct Asked
    {
        TrackedJob *job; ///< null: forgotten meanwhile
        QString path;
    };

    void ask(const TrackedJobs &settled, const QDateTime &now);
    void take(TrackedJobs &looked, const QDateTime &now);
    void hush(TrackedJobs &looked, const TrackedJobs &settled);

    QString m_folder;
    TrackedJobs m_due; ///< the next one last
    bool m_sorted = true;
    size_t m_again = 0;
    DiskHand m_hand;
    std::shared_ptr<Answer> m_answer; ///< to what is asked; the hand writes it
    std::vector<Asked> m_asked;
    QDateTime m_askedAt, m_silentSince;
};

} // namespace herdbook::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskhand.h"
#include "core/exports/jobfile.h"
#include "core/jobs/tracking/jobkeys.h"

namespace herdbook::jobs {

/// Looks whether the files of completed jobs are there: new ones first, the youngest of them before the others, and then all again in
/// turn. What one call looks at is bounded in number and time, so that a slow network folder holds nobody up. One that doesn't answer at all
/// holds a thread of its own, and what was seen before counts no more.
class FileWatch
{
public:
    /// Names of exports in a folder, a job's newer ones first; nothing where the folder doesn't tell.
    using Lister = std::function<std::optional<QStringList>(const QString &folder)>;
    static std::optional<QStringList> namesOfExports(const QString &folder);

    /// @param folder the export folder; empty or not mounted: files are "unknown", not "gone".
    /// @param patience a turn waits so long for the folder's answer.
    explicit FileWatch(QString folder, Lister lister = namesOfExports,
                       std::chrono::milliseconds patience = std::chrono::milliseconds(250))
        : m_folder(std::move(folder)), m_lister(std::move(lister)), m_patience(patience)
    {
    }

    /// A job whose status is new: its file is due.
    void expect(TrackedJob &job);
    /// A job that is taken off the books.
    void forget(const TrackedJob *job);

    /// @param settled finished jobs, to be looked at again.
    /// @return the jobs of whose files something is known now, or nothing any more.
    TrackedJobs look(const TrackedJobs &settled, const QDateTime &now);

    /// The clock was set back by so many milliseconds.
    void setBack(qint64 milliseconds);

    /// The file of a job whose status doesn't name one, as exports are named after their job. The folder is listed now and then, for all who
    /// ask, and waited for once a turn.
    /// @param now the same throughout a turn.
    /// @return empty: there is none; nothing: the folder hasn't told, or can't be listed.
    std::optional<QString> fileOf(const QString &jobId, const QDateTime &now);

    /// When the folder was asked that has not answered since; null while it answers.
    QDateTime silentSince() const { return m_silentSince; }

private:
    using Answer = std::vector<std::optional<exports::FoundFile>>; ///< as was asked; nothing: there was no time
    struct Listing
    {
        QDateTime begunAt;
        std::optional<QHash<QString, QString>> files; ///< the newest one's name, by its stem
    };
    struct Asked
    {
        TrackedJob *job; ///< null: forgotten meanwhile
        QString path;
    };

    void ask(const TrackedJobs &settled, const QDateTime &now);
    void take(TrackedJobs &looked, const QDateTime &now);
    void hush(TrackedJobs &looked, const TrackedJobs &settled);
    void list(const QDateTime &wantedSince, const QDateTime &now);

    const QString m_folder;
    const Lister m_lister;
    const std::chrono::milliseconds m_patience;
    TrackedJobs m_due; ///< the next one last
    bool m_sorted = true;
    size_t m_again = 0;
    DiskHand m_hand;
    std::shared_ptr<Answer> m_answer; ///< to what is asked; the hand writes it
    std::vector<Asked> m_asked;
    std::shared_ptr<Listing> m_listing; ///< that is under way; the hand writes it
    Listing m_listed;                   ///< the last one that was done
    QHash<QString, QDateTime> m_wanted; ///< since when the file of these jobs is sought
    QDateTime m_askedAt, m_silentSince, m_waitedAt;
};

} // namespace herdbook::jobs

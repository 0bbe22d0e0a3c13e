// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/folderuse.h"
#include "core/exports/retention.h"

#include <QDateTime>
#include <QStringList>

namespace herdbook::worker {

/// How the export folder is.
struct FolderState
{
    enum class Kind {
        Usable,
        Full,    ///< no space left
        Unusable ///< missing, read-only, broken: it may come back
    };
    Kind kind = Kind::Usable;
    QString reason; ///< unless it is usable
};

/// The folder of the finished files, shared by all workers. A hidden folder `.herdbook` in it holds the outbox, for how long files are kept,
/// and a note for each file that a Herdbook worker made: nothing else is ever deleted. May be used by any thread.
class ExportFolder
{
public:
    explicit ExportFolder(QString path) : m_path(std::move(path)) {}

    /// Makes the folder and what is hidden in it. Storage error when it isn't there or not writable.
    Result<void> prepare() const;

    QString pathOf(const QString &fileName) const { return m_path + u'/' + fileName; }
    QString outboxPath() const;

    /// Whether exports can be written there now; the hidden folders are made anew where they are gone, the folder itself never: it may be a
    /// mount that isn't there.
    FolderState look() const;

    /// Asks it for something, whatever the answer: DiskWait tells whether it gives one.
    void probe() const;

    /// Notes, before it is made, that a file will be Herdbook's, and of which job.
    Result<void> announce(const QString &fileName, const QString &jobId = {}) const;

    /// Whether the file of a completed job is there.
    exports::FilePresence lookFor(const exports::JobStatus &status) const
    {
        return exports::lookForFile(m_path, status);
    }

    /// Deletes a file that was announced. One that can't be deleted keeps its note, so that cleaning up tries again. Whether there was one.
    bool discard(const QString &fileName) const;

    /// Deletes what dead attempts of a job left: temporary files, and announced files but `keep`.
    void discardLeftovers(const QString &jobId, const QString &keep = {}) const;

    /// Tells the others for how long files are kept here, and that this holds still.
    Result<void> noteRetention(int hours) const { return exports::noteRetention(m_path, hours); }

    /// Files announced before that time; none where the folder doesn't tell.
    QList<exports::AgedFile> agedFiles(const QDateTime &before) const;

    /// discard() of one that was not announced anew since.
    bool discardAged(const QString &fileName, const QDateTime &before) const;

    /// Deletes temporary files of exports that nobody wrote to since that time.
    void sweepTemporary(const QDateTime &untouchedSince) const;

private:
    QString notePath(const QString &fileName) const;

    const QString m_path;
};

} // namespace herdbook::worker

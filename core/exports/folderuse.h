// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobfile.h"
#include "core/storage/redis.h"

namespace herdbook::exports {

/// A file that a Herdbook worker noted in the export folder long ago.
struct AgedFile
{
    QString name;
    QString jobId;
    qint64 bytes = -1; ///< -1: only its note is left
};

/// The files that were noted before that time, of which is known whose they are. What is no regular file (a link, a folder) is left
/// out. Waits for the disk.
Result<QList<AgedFile>> agedFiles(const QString &exportFolder, const QDateTime &before);

/// Those that no job in Redis has as its finished file: what may be deleted. Of a status that can't be read that isn't known.
Result<QList<AgedFile>> unclaimed(storage::Redis &redis, const QList<AgedFile> &files);

/// Deletes the file of a Herdbook worker, and its note with it; one that can't be deleted keeps its note. Whether a file was deleted: not
/// where only its note was left. Waits for the disk.
Result<bool> deleteNoted(const QString &exportFolder, const QString &fileName);

/// deleteNoted() of one that is aged still: a worker that makes it anew notes it anew. To be called right after unclaimed().
Result<bool> deleteAged(const QString &exportFolder, const QString &fileName, const QDateTime &before);

/// What the exports in a folder take up, whoever made them.
struct FolderUse
{
    int files = 0;
    qint64 bytes = 0;
    QList<AgedFile> aged; ///< those of them that agedFiles() gives
    QDateTime before;     ///< what they are older than
    bool writable = true; ///< whether files can be deleted there
};

/// An error, to follow a colon, where the folder doesn't tell, as while it isn't mounted. Waits for the disk.
Result<FolderUse> folderUse(const QString &exportFolder, const QDateTime &before);

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"

namespace herdbook::exports {

/// Where a Herdbook worker notes, in the export folder, that it made a file, and for which job.
QString filesNote(const QString &exportFolder, const QString &fileName);

/// The job that a file of the export folder is of: as its name says, and where that has only a digest, as its note does. NotFound for a
/// name that is no export's; Unreachable where the folder isn't what it was; a Storage error where the note can't be read. May wait for the
/// disk.
Result<QString> jobOfFile(const QString &exportFolder, const QString &fileName);

/// Whether a status names that file as the finished one.
bool namesFile(const JobStatus &status, const QString &fileName);

/// Whether a completed job's file is still there.
enum class FilePresence {
    There,
    Gone,   ///< deleted, or it isn't the one that was made: another size, no file of that job
    Unknown ///< the export folder doesn't tell
};

/// What is in the place of a file.
struct FoundFile
{
    FilePresence presence = FilePresence::Unknown;
    qint64 size = -1; ///< bytes, of a file that is in its place, though it may be another; else -1
    QString doubt;    ///< why it is Unknown, to follow a colon
};

/// Looks for a file of the export folder. An empty folder tells nothing: a mount point whose disk isn't mounted looks the same. Waits for the
/// disk.
/// @param size bytes that it was made with; -1 where it isn't known.
FoundFile findFile(const QString &exportFolder, const QString &fileName, qint64 size);

/// Looks for the file that a completed job's status names.
FilePresence lookForFile(const QString &exportFolder, const JobStatus &status);

/// Deletes a file of the export folder; whether it was there. That it isn't is known only where the folder tells so: an Unreachable error
/// else, and a Storage error where it can't be deleted. Waits for the disk.
Result<bool> deleteFile(const QString &exportFolder, const QString &fileName);

/// Deletes the file that a job's status names, if that is its own: a status can claim any name.
Result<void> deleteFileOf(const QString &exportFolder, const JobStatus &status);

} // namespace herdbook::exports

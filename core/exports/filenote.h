// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"

#include <QString>
#include <optional>

namespace herdbook::exports {

/// Where a Herdbook worker notes, in the export folder, that it made a file, and for which job.
QString filesNote(const QString &exportFolder, const QString &fileName);

/// The job that a file of the export folder is of: as its note says, else as its name says. Nothing for a name that is no export's.
std::optional<QString> jobOfFile(const QString &exportFolder, const QString &fileName);

/// Whether a completed job's file is still there.
enum class FilePresence {
    There,
    Gone,   ///< deleted, or it isn't the one that was made: another size, no file of that job
    Unknown ///< the export folder itself isn't there or can't be read
};

/// Looks for the file that a completed job's status names. Waits for the disk.
FilePresence lookForFile(const QString &exportFolder, const JobStatus &status);

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace herdbook::exports {

/// Where a Herdbook worker notes, in the export folder, that it made a file, and for which job.
QString filesNote(const QString &exportFolder, const QString &fileName);

/// The job that a file of the export folder is of: as its note says, else as its name says. Nothing for a name that is no export's.
std::optional<QString> jobOfFile(const QString &exportFolder, const QString &fileName);

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskhand.h"
#include "core/exports/jobstatus.h"
#include "core/http/message.h"

#include <vector>

namespace herdbook::api {

/// The export folder, for all threads of the service. One that doesn't answer holds a thread of its own; who asks is told so: Unreachable.
class ExportFiles
{
public:
    /// @param folder where finished files are.
    explicit ExportFiles(QString folder) : m_folder(std::move(folder)) {}

    /// Whether the files of these jobs are there, of those that are completed; nothing where the folder doesn't tell.
    std::vector<std::optional<bool>> areThere(const QList<exports::JobStatus> &jobs) const;
    std::optional<bool> isThere(const exports::JobStatus &job) const { return areThere({job}).front(); }

    /// The job that a file is of; NotFound for a name that is no export's.
    Result<QString> jobOf(const QString &fileName) const;

    /// Opens the file that a job's status names. NotFound where it isn't there.
    Result<http::FileDescriptor> open(const exports::JobStatus &job) const;

    /// As exports::deleteFileOf().
    Result<void> remove(const exports::JobStatus &job) const;

    /// Whether files can be read and deleted there: NotFound without a folder, Denied or Storage where that isn't allowed. False for an empty
    /// folder, which tells of no file whether it is gone.
    Result<bool> check() const;

private:
    const QString m_folder;
    const DiskHand m_hand;
};

} // namespace herdbook::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/exportfiles.h"

#include "core/base/faults.h"
#include "core/exports/jobfile.h"
#include "core/http/filebody.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::api {

using exports::FilePresence;

namespace {

constexpr std::chrono::seconds Glance(1); ///< for what the answer has room to leave open
constexpr std::chrono::seconds Patience(5);

Error silence(const QString &consequence)
{
    return {ErrorKind::Unreachable, consequence + QLatin1String("the export folder doesn't answer"), true};
}

Result<bool> checkFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    struct stat about = {};
    const int fault = ::stat(path.constData(), &about) != 0 ? errno : S_ISDIR(about.st_mode) ? 0 : ENOTDIR;
    if (fault == ENOENT || fault == ENOTDIR)
        return Error{ErrorKind::NotFound, QStringLiteral("missing")};
    if (fault == EACCES)
        return Error{ErrorKind::Denied, QStringLiteral("not allowed")};
    if (fault != 0)
        return Error{ErrorKind::Unreachable, qt_error_string(fault)};
    if (::access(path.constData(), R_OK | W_OK | X_OK) != 0)
        return Error{ErrorKind::Storage, QStringLiteral("not writable")};
    const Result<bool> empty = isFolderEmpty(folder);
    return empty ? Result<bool>(!*empty) : empty;
}

Result<http::FileDescriptor> openFile(const QString &folder, const exports::JobStatus &job)
{
    http::FileDescriptor file = http::openRegularFile(folder.toStdString(), job.fileName.toStdString());
    if (file)
        return file;
    // Of any size: only whether it is there matters here.
    const exports::FoundFile found = exports::findFile(folder, job.fileName, -1);
    switch (found.presence) {
    case FilePresence::Gone:
        return Error{ErrorKind::NotFound, QStringLiteral("File not found or expired")};
    case FilePresence::There:
        return Error{ErrorKind::Unreachable, QStringLiteral("The file is there, but can't be read now")};
    case FilePresence::Unknown:
        break;
    }
    return Error{ErrorKind::Unreachable, QStringLiteral("Whether the file is there isn't known: ") + found.doubt};
}

} // namespace

std::vector<std::optional<bool>> ExportFiles::areThere(const QList<exports::JobStatus> &jobs) const
{
    const auto isMade = [](const exports::JobStatus &job) { return job.state == exports::JobState::Completed; };
    std::vector<std::optional<bool>> untold(static_cast<std::size_t>(jobs.size()));
    if (std::ranges::none_of(jobs, isMade))
        return untold;
    const auto look = [folder = m_folder, jobs, isMade] {
        std::vector<std::optional<bool>> there;
        there.reserve(static_cast<std::size_t>(jobs.size()));
        for (const exports::JobStatus &job : jobs) {
            const FilePresence found = isMade(job) ? exports::lookForFile(folder, job) : FilePresence::Unknown;
            there.push_back(found == FilePresence::Unknown ? std::nullopt
                                                           : std::optional(found == FilePresence::There));
        }
        return there;
    };
    return m_hand.ask(look, Glance + std::chrono::milliseconds(jobs.size())).value_or(untold);
}

Result<QString> ExportFiles::jobOf(const QString &fileName) const
{
    return m_hand.ask([folder = m_folder, fileName] { return exports::jobOfFile(folder, fileName); }, Patience)
        .value_or(silence(QStringLiteral("Whose file it is isn't known: ")));
}

Result<http::FileDescriptor> ExportFiles::open(const exports::JobStatus &job) const
{
    auto opened = m_hand.ask([folder = m_folder, job] { return openFile(folder, job); }, Patience);
    return opened ? *std::move(opened) : silence(QStringLiteral("Whether the file is there isn't known: "));
}

Result<void> ExportFiles::remove(const exports::JobStatus &job) const
{
    if (!exports::isFileOfJob(job.fileName, job.jobId))
        return {}; // no disk need be asked
    return m_hand.ask([folder = m_folder, job] { return exports::deleteFileOf(folder, job); }, Patience)
        .value_or(silence(QStringLiteral("Whether %1 is deleted isn't known: ").arg(job.fileName)));
}

Result<bool> ExportFiles::check() const
{
    return m_hand.ask([folder = m_folder] { return checkFolder(folder); }, Patience).value_or(silence({}));
}

} // namespace herdbook::api

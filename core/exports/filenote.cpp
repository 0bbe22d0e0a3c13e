// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/filenote.h"

#include "core/base/diskwait.h"

#include <QFile>

#include <cerrno>
#include <sys/stat.h>

namespace herdbook::exports {

QString filesNote(const QString &exportFolder, const QString &fileName)
{
    return exportFolder + QLatin1String("/.herdbook/made/") + fileName;
}

std::optional<QString> jobOfFile(const QString &exportFolder, const QString &fileName)
{
    const std::optional<QString> stem = stemOfFile(fileName);
    if (!stem)
        return std::nullopt;
    QFile note(filesNote(exportFolder, fileName));
    if (note.open(QIODevice::ReadOnly)) {
        const QString jobId = QString::fromUtf8(note.read(256));
        if (isFileOfJob(fileName, jobId))
            return jobId;
    }
    return stem;
}

FilePresence lookForFile(const QString &exportFolder, const JobStatus &status)
{
    if (!isFileOfJob(status.fileName, status.jobId))
        return FilePresence::Gone;
    const DiskWait wait;
    struct stat about = {};
    if (::lstat(QFile::encodeName(exportFolder + u'/' + status.fileName).constData(), &about) == 0)
        return S_ISREG(about.st_mode) && (status.fileSize < 0 || status.fileSize == about.st_size) ? FilePresence::There
                                                                                                   : FilePresence::Gone;
    const bool folderAnswers = errno == ENOENT && ::stat(QFile::encodeName(exportFolder).constData(), &about) == 0;
    return folderAnswers && S_ISDIR(about.st_mode) ? FilePresence::Gone : FilePresence::Unknown;
}

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobfile.h"

#include "core/base/diskwait.h"
#include "core/base/faults.h"

#include <QFile>
#include <QRegularExpression>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::exports {

QString filesNote(const QString &exportFolder, const QString &fileName)
{
    return exportFolder + QLatin1String("/.herdbook/made/") + fileName;
}

Result<QString> jobOfFile(const QString &exportFolder, const QString &fileName)
{
    static const QRegularExpression digest(QStringLiteral("\\A[0-9a-f]{32}\\z"));
    const std::optional<QString> stem = stemOfFile(fileName);
    if (!stem)
        return Error{ErrorKind::NotFound, QStringLiteral("%1 is no export's name").arg(fileName)};
    if (!digest.match(*stem).hasMatch())
        return *stem;
    const DiskWait wait;
    QFile note(filesNote(exportFolder, fileName));
    errno = 0;
    const bool opened = note.open(QIODevice::ReadOnly);
    if (!opened && errno == ENOENT) {
        const QString doubt = doubtAboutFolder(exportFolder);
        if (doubt.isEmpty()) // no Herdbook worker made it
            return *stem;
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("Whose file %1 is isn't known: the export folder %2").arg(fileName, doubt), true};
    }
    const QString jobId = opened ? QString::fromUtf8(note.read(256)) : QString();
    if (!opened || note.error() != QFileDevice::NoError)
        return faultOfFile(errno != 0 ? errno : EIO, QStringLiteral("Can't read the note of %1").arg(fileName));
    return isFileOfJob(fileName, jobId) ? jobId : *stem;
}

bool namesFile(const JobStatus &status, const QString &fileName)
{
    return status.state == JobState::Completed && status.fileName == fileName;
}

FoundFile findFile(const QString &exportFolder, const QString &fileName, qint64 size)
{
    const DiskWait wait;
    struct stat about = {};
    if (::lstat(QFile::encodeName(exportFolder + u'/' + fileName).constData(), &about) == 0) {
        const qint64 found = S_ISREG(about.st_mode) ? about.st_size : -1;
        return {found >= 0 && (size < 0 || size == found) ? FilePresence::There : FilePresence::Gone, found, {}};
    }
    if (errno != ENOENT)
        return {FilePresence::Unknown, -1, QStringLiteral("it can't be looked for (%1)").arg(qt_error_string(errno))};
    const QString doubt = doubtAboutFolder(exportFolder);
    if (doubt.isEmpty())
        return {FilePresence::Gone, -1, {}};
    return {FilePresence::Unknown, -1, QStringLiteral("the export folder ") + doubt};
}

FilePresence lookForFile(const QString &exportFolder, const JobStatus &status)
{
    return isFileOfJob(status.fileName, status.jobId)
               ? findFile(exportFolder, status.fileName, status.fileSize).presence
               : FilePresence::Gone;
}

Result<bool> deleteFile(const QString &exportFolder, const QString &fileName)
{
    const DiskWait wait;
    if (::unlink(QFile::encodeName(exportFolder + u'/' + fileName).constData()) == 0)
        return true;
    if (errno != ENOENT)
        return faultOfFile(errno, QStringLiteral("Can't delete %1").arg(fileName));
    const QString doubt = doubtAboutFolder(exportFolder);
    if (doubt.isEmpty())
        return false;
    return Error{ErrorKind::Unreachable,
                 QStringLiteral("Whether %1 is deleted isn't known: the export folder %2").arg(fileName, doubt), true};
}

Result<void> deleteFileOf(const QString &exportFolder, const JobStatus &status)
{
    if (!isFileOfJob(status.fileName, status.jobId))
        return {};
    const Result<bool> deleted = deleteFile(exportFolder, status.fileName);
    return deleted ? Result<void>() : deleted.error();
}

} // namespace herdbook::exports

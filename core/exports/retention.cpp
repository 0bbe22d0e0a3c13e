// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/retention.h"

#include "core/base/diskwait.h"
#include "core/base/faults.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace herdbook::exports {

namespace {

/// A note that much older than the newest is of workers that are gone, or keep files for another time now.
constexpr qint64 OutdatedAfter = qint64{24} * 3600;

/// One file for each time, by its name: whole at any moment, and of several workers none takes back what another says.
QString notesFolder(const QString &exportFolder)
{
    return exportFolder + QStringLiteral("/.herdbook/keep-hours");
}

} // namespace

Result<void> noteRetention(const QString &exportFolder, int hours)
{
    const DiskWait wait;
    const QString folder = notesFolder(exportFolder);
    QDir().mkdir(folder); // where there is none yet; never what it is in, which may be a mount that isn't there
    QFile note(folder + u'/' + QString::number(hours));
    errno = 0;
    // Written anew, which tells by the folder's own clock when it was.
    if (note.open(QIODevice::WriteOnly) && note.write("\n") == 1 && note.flush())
        return {};
    return faultOfFile(errno != 0 ? errno : EIO,
                       QStringLiteral("Can't write to the export folder %1").arg(exportFolder));
}

std::optional<int> notedRetention(const QString &exportFolder)
{
    const DiskWait wait;
    const QFileInfoList notes = QDir(notesFolder(exportFolder)).entryInfoList(QDir::Files, QDir::Time);
    std::optional<int> longest;
    for (const QFileInfo &note : notes) {
        bool isNumber = false;
        const int hours = note.fileName().toInt(&isNumber);
        if (isNumber && note.lastModified().secsTo(notes.first().lastModified()) <= OutdatedAfter)
            longest = std::max(hours, longest.value_or(0));
    }
    return longest;
}

} // namespace herdbook::exports

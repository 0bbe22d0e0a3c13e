// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/filenote.h"

#include "core/exports/jobstatus.h"

#include <QFile>

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

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/filenames.h"

#include "core/exports/shownname.h"

#include <QFileInfo>
#include <QSet>

namespace herdbook::ui {

namespace {

/// @param used paths that are being written meanwhile, without their case: some folders know none.
QString freePath(const QString &folder, const QString &name, QSet<QString> &used)
{
    const QFileInfo wish(name);
    QString path = folder + u'/' + name;
    for (int number = 2; QFileInfo::exists(path) || used.contains(path.toCaseFolded()); ++number)
        path = QStringLiteral("%1/%2 (%3).%4")
                   .arg(folder, wish.completeBaseName(), QString::number(number), wish.suffix());
    used.insert(path.toCaseFolded());
    return path;
}

} // namespace

QString proposedName(const jobs::JobRow &job)
{
    if (!job.kind)
        return job.fileName;
    exports::JobStatus status;
    status.jobId = job.id;
    status.kind = *job.kind;
    status.request = job.request;
    status.fileName = job.fileName;
    return exports::shownFileName(status);
}

QStringList freePaths(const QString &folder, const QStringList &names)
{
    QSet<QString> used; // two reports of one title must not become one file
    QStringList paths;
    for (const QString &name : names)
        paths << freePath(folder, name, used);
    return paths;
}

bool isPlainName(const QString &name)
{
    return !name.contains(u'/') && !name.startsWith(u'.');
}

} // namespace herdbook::ui

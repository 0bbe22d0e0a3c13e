// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/exportfolder.h"

#include "core/exports/jobstatus.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace herdbook::worker {

namespace {

const QString Notes = QStringLiteral("/.herdbook/made");
const QString Outbox = QStringLiteral("/.herdbook/outbox");

/// The export that a temporary file was to become: `.{name}.{anything}`, with what libraries append to it.
std::optional<QString> jobOfTemporary(const QString &fileName)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\.((?:report|detections)_[A-Za-z0-9_-]+\\.(?:pdf|zip))\\..+\\z"));
    const QRegularExpressionMatch match = form.match(fileName);
    return match.hasMatch() ? exports::jobIdOfFile(match.captured(1)) : std::nullopt;
}

QFileInfoList hiddenFiles(const QString &path)
{
    return QDir(path).entryInfoList({QStringLiteral(".report_*"), QStringLiteral(".detections_*")},
                                    QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Unsorted);
}

} // namespace

QString ExportFolder::outboxPath() const
{
    return m_path + Outbox;
}

QString ExportFolder::notePath(const QString &fileName) const
{
    return m_path + Notes + u'/' + fileName;
}

Result<void> ExportFolder::prepare() const
{
    for (const QString &folder : {Notes, Outbox}) {
        if (!QDir().mkpath(m_path + folder))
            return Error{ErrorKind::Storage,
                         QStringLiteral("The export folder %1 is missing or not writable").arg(m_path)};
    }
    return {};
}

Result<void> ExportFolder::announce(const QString &fileName) const
{
    QFile note(notePath(fileName));
    if (note.open(QIODevice::WriteOnly))
        return {};
    return Error{ErrorKind::Storage,
                 QStringLiteral("Can't write to the export folder %1: %2").arg(m_path, note.errorString())};
}

void ExportFolder::discard(const QString &fileName) const
{
    if (fileName.isEmpty() || !QFile::exists(notePath(fileName)))
        return;
    QFile::remove(pathOf(fileName));
    QFile::remove(notePath(fileName));
}

void ExportFolder::discardLeftovers(const QString &jobId, const QString &keep) const
{
    const QFileInfoList temporary = hiddenFiles(m_path);
    for (const QFileInfo &file : temporary) {
        if (jobOfTemporary(file.fileName()) == jobId)
            QFile::remove(file.filePath());
    }
    const QStringList announced = QDir(m_path + Notes).entryList({u'*' + jobId + u'*'}, QDir::Files);
    for (const QString &fileName : announced) {
        if (fileName != keep && exports::jobIdOfFile(fileName) == jobId)
            discard(fileName);
    }
}

QStringList ExportFolder::announcedBefore(const QDateTime &time) const
{
    QStringList names;
    const QFileInfoList notes = QDir(m_path + Notes).entryInfoList(QDir::Files, QDir::Unsorted);
    for (const QFileInfo &note : notes) {
        if (note.lastModified() < time && exports::jobIdOfFile(note.fileName()))
            names << note.fileName();
    }
    return names;
}

void ExportFolder::sweepTemporary(const QDateTime &untouchedSince) const
{
    const QFileInfoList temporary = hiddenFiles(m_path);
    for (const QFileInfo &file : temporary) {
        const bool isOurs = jobOfTemporary(file.fileName()) || file.fileName().endsWith(QLatin1String(".reading"));
        if (isOurs && file.lastModified() < untouchedSince)
            QFile::remove(file.filePath());
    }
}

} // namespace herdbook::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/exportfolder.h"

#include "core/base/diskwait.h"
#include "core/base/faults.h"
#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace herdbook::worker {

namespace {

const QString Notes = QStringLiteral("/.herdbook/made");
const QString Outbox = QStringLiteral("/.herdbook/outbox");

/// The export that a temporary file was to become: `.{name}.{anything}`, with what libraries append to it.
std::optional<QString> stemOfTemporary(const QString &fileName)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\.((?:report|detections)_[A-Za-z0-9_-]+\\.(?:pdf|zip))\\..+\\z"));
    const QRegularExpressionMatch match = form.match(fileName);
    return match.hasMatch() ? exports::stemOfFile(match.captured(1)) : std::nullopt;
}

/// Not of a file whose time can't be read.
bool isBefore(const QFileInfo &file, const QDateTime &time)
{
    const QDateTime modified = file.lastModified();
    return modified.isValid() && modified < time;
}

bool wasDeleted(const Result<bool> &deleted)
{
    if (!deleted)
        qCWarning(logWorker).noquote() << deleted.error().message;
    return deleted.valueOr(false);
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
    return exports::filesNote(m_path, fileName);
}

Result<void> ExportFolder::prepare() const
{
    const DiskWait wait;
    for (const QString &folder : {Notes, Outbox}) {
        if (!QDir().mkpath(m_path + folder))
            return Error{ErrorKind::Storage,
                         QStringLiteral("The export folder %1 is missing or not writable").arg(m_path)};
    }
    return {};
}

FolderState ExportFolder::look() const
{
    const DiskWait wait;
    const auto unusable = [this](int code) {
        const bool full = code == ENOSPC || code == EDQUOT;
        return FolderState{
            full ? FolderState::Kind::Full : FolderState::Kind::Unusable,
            faultOfFile(code, QStringLiteral("Can't write to the export folder %1").arg(m_path)).message};
    };
    struct stat about = {};
    if (::stat(QFile::encodeName(m_path).constData(), &about) != 0)
        return errno == ENOENT ? FolderState{FolderState::Kind::Unusable,
                                             QStringLiteral("The export folder %1 is missing").arg(m_path)}
                               : unusable(errno);
    for (const QString &folder : {Notes, Outbox}) {
        errno = 0;
        if (!QDir().mkpath(m_path + folder))
            return unusable(errno != 0 ? errno : EACCES);
    }
    const QByteArray path = QFile::encodeName(m_path + QStringLiteral("/.herdbook/trial-%1").arg(::gettid()));
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return unusable(errno);
    const std::array<char, 4096> page{};
    const bool written = ::write(file, page.data(), page.size()) == ssize_t{page.size()} && ::fsync(file) == 0;
    const int code = written ? 0 : errno != 0 ? errno : EIO;
    ::close(file);
    ::unlink(path.constData());
    return code == 0 ? FolderState() : unusable(code);
}

void ExportFolder::probe() const
{
    const DiskWait wait;
    struct statvfs status = {};
    (void)::statvfs(QFile::encodeName(m_path).constData(), &status); // no cache answers this for a server
}

Result<void> ExportFolder::announce(const QString &fileName, const QString &jobId) const
{
    const DiskWait wait;
    QFile note(notePath(fileName));
    const QByteArray text = jobId.toUtf8();
    errno = 0;
    if (note.open(QIODevice::WriteOnly) && note.write(text) == text.size() && note.flush())
        return {};
    return faultOfFile(errno != 0 ? errno : EIO, QStringLiteral("Can't write to the export folder %1").arg(m_path));
}

bool ExportFolder::discard(const QString &fileName) const
{
    return wasDeleted(exports::deleteNoted(m_path, fileName));
}

bool ExportFolder::discardAged(const QString &fileName, const QDateTime &before) const
{
    return wasDeleted(exports::deleteAged(m_path, fileName, before));
}

void ExportFolder::discardLeftovers(const QString &jobId, const QString &keep) const
{
    const DiskWait wait;
    const QString stem = exports::fileStem(jobId);
    const QFileInfoList temporary = hiddenFiles(m_path);
    for (const QFileInfo &file : temporary) {
        if (stemOfTemporary(file.fileName()) == stem)
            QFile::remove(file.filePath());
    }
    const QStringList announced = QDir(m_path + Notes).entryList({u'*' + stem + u'*'}, QDir::Files);
    for (const QString &fileName : announced) {
        if (fileName != keep && exports::isFileOfJob(fileName, jobId))
            discard(fileName);
    }
}

QList<exports::AgedFile> ExportFolder::agedFiles(const QDateTime &before) const
{
    return exports::agedFiles(m_path, before).valueOr({});
}

void ExportFolder::sweepTemporary(const QDateTime &untouchedSince) const
{
    const DiskWait wait;
    const QFileInfoList temporary = hiddenFiles(m_path);
    for (const QFileInfo &file : temporary) {
        const bool isOurs = stemOfTemporary(file.fileName()) || file.fileName().endsWith(QLatin1String(".reading"));
        if (isOurs && isBefore(file, untouchedSince))
            QFile::remove(file.filePath());
    }
}

} // namespace herdbook::worker

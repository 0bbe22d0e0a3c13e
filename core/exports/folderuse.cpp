// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/folderuse.h"

#include "core/base/diskwait.h"
#include "core/base/faults.h"
#include "core/exports/jobstore.h"

#include <QFile>

#include <cerrno>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::exports {

namespace {

struct Entry
{
    enum class Kind { File, Missing, Other, Untold };
    Kind kind = Kind::Untold;
    qint64 bytes = -1;
    qint64 modified = 0; ///< seconds since 1970
    int error = 0;       ///< Untold: why
};

/// What is in a place; links are not followed.
Entry lookAt(const QString &path)
{
    struct stat about = {};
    if (::lstat(QFile::encodeName(path).constData(), &about) != 0)
        return {errno == ENOENT ? Entry::Kind::Missing : Entry::Kind::Untold, -1, 0, errno};
    if (!S_ISREG(about.st_mode))
        return {.kind = Entry::Kind::Other};
    return {Entry::Kind::File, about.st_size, about.st_mtim.tv_sec, 0};
}

bool isAged(const QString &exportFolder, const QString &fileName, const QDateTime &before)
{
    const Entry note = lookAt(filesNote(exportFolder, fileName));
    return note.kind == Entry::Kind::File && note.modified < before.toSecsSinceEpoch();
}

/// The exports' names in a folder; an errno where it can't be listed.
int listExports(const QString &folder, QStringList &names)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(QFile::encodeName(folder).constData()), &::closedir);
    if (!open)
        return errno;
    errno = 0;
    while (const dirent *entry = ::readdir(open.get())) {
        const QString name = QFile::decodeName(entry->d_name);
        if (stemOfFile(name))
            names << name;
        errno = 0;
    }
    return errno;
}

Error untold(const QString &doubt, ErrorKind kind)
{
    return {kind, QStringLiteral("the export folder %1").arg(doubt), true};
}

Error unlisted(int error)
{
    return untold(QStringLiteral("can't be looked into (%1)").arg(qt_error_string(error)), ErrorKind::Storage);
}

Result<void> reliable(const QString &exportFolder)
{
    const QString doubt = doubtAboutFolder(exportFolder);
    return doubt.isEmpty() ? Result<void>() : untold(doubt, ErrorKind::Unreachable);
}

} // namespace

Result<QList<AgedFile>> agedFiles(const QString &exportFolder, const QDateTime &before)
{
    const DiskWait wait;
    QStringList names;
    const int error = listExports(filesNote(exportFolder, {}), names);
    if (error == ENOENT) { // no Herdbook worker was there
        const Result<void> there = reliable(exportFolder);
        return there ? Result<QList<AgedFile>>(QList<AgedFile>()) : there.error();
    }
    if (error != 0)
        return unlisted(error);
    QList<AgedFile> files;
    for (const QString &name : std::as_const(names)) {
        if (!isAged(exportFolder, name, before))
            continue;
        const Result<QString> jobId = jobOfFile(exportFolder, name);
        const Entry file = lookAt(exportFolder + u'/' + name);
        if (jobId && (file.kind == Entry::Kind::File || file.kind == Entry::Kind::Missing))
            files.append({name, *jobId, file.bytes});
    }
    return files;
}

Result<QList<AgedFile>> unclaimed(storage::Redis &redis, const QList<AgedFile> &files)
{
    constexpr qsizetype AtOnce = 200;
    QList<AgedFile> found;
    for (qsizetype from = 0; from < files.size(); from += AtOnce) {
        const QList<AgedFile> some = files.mid(from, AtOnce);
        QByteArrayList keys;
        keys.reserve(some.size());
        for (const AgedFile &file : some)
            keys << statusKey(file.jobId);
        const auto values = readStatusValues(redis, keys);
        if (!values)
            return values.error();
        for (qsizetype at = 0; at < some.size(); ++at) {
            const storage::RedisReply &value = values->at(static_cast<size_t>(at));
            const Result<JobStatus> known = jobStatusFromWire(value.text, some.at(at).jobId);
            if (value.isNil() || (!value.isError() && known && !namesFile(*known, some.at(at).name)))
                found << some.at(at);
        }
    }
    return found;
}

Result<bool> deleteNoted(const QString &exportFolder, const QString &fileName)
{
    const DiskWait wait;
    const QString note = filesNote(exportFolder, fileName);
    if (!stemOfFile(fileName) || !QFile::exists(note))
        return false;
    Result<bool> deleted = deleteFile(exportFolder, fileName);
    if (deleted)
        QFile::remove(note);
    return deleted;
}

Result<bool> deleteAged(const QString &exportFolder, const QString &fileName, const QDateTime &before)
{
    const DiskWait wait;
    const bool wanted =
        isAged(exportFolder, fileName, before) && lookAt(exportFolder + u'/' + fileName).kind != Entry::Kind::Other;
    return wanted ? deleteNoted(exportFolder, fileName) : false;
}

Result<FolderUse> folderUse(const QString &exportFolder, const QDateTime &before)
{
    const DiskWait wait;
    if (const Result<void> there = reliable(exportFolder); !there)
        return there.error();
    QStringList names;
    if (const int error = listExports(exportFolder, names); error != 0)
        return unlisted(error);
    FolderUse use;
    for (const QString &name : std::as_const(names)) {
        const Entry file = lookAt(exportFolder + u'/' + name);
        if (file.kind == Entry::Kind::Untold)
            return unlisted(file.error);
        if (file.kind != Entry::Kind::File)
            continue;
        ++use.files;
        use.bytes += file.bytes;
    }
    Result<QList<AgedFile>> aged = agedFiles(exportFolder, before);
    if (!aged)
        return aged.error();
    use.aged = *std::move(aged);
    use.aged.removeIf([](const AgedFile &file) { return file.bytes < 0; });
    use.before = before;
    use.writable = ::access(QFile::encodeName(exportFolder).constData(), W_OK | X_OK) == 0;
    return use;
}

} // namespace herdbook::exports

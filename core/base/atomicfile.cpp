// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"

#include "core/base/diskwait.h"
#include "core/base/faults.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace herdbook {

namespace {

Error writeFault(const QString &path, int code)
{
    return faultOfFile(code, QStringLiteral("Can't write %1").arg(path));
}

/// Flushes a file or folder to disk; 0 or an errno.
int syncPath(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    const int code = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    return code;
}

} // namespace

AtomicFile::AtomicFile(QString target) : m_target(std::move(target))
{
    const QFileInfo info(m_target);
    m_temporary =
        QStringLiteral("%1/.%2.%3.part")
            .arg(info.absolutePath(), info.fileName(), QString::number(QRandomGenerator::system()->generate64(), 36));
}

AtomicFile::~AtomicFile()
{
    const DiskWait wait;
    if (!m_published)
        QFile::remove(m_temporary);
}

Result<void> AtomicFile::publish()
{
    const DiskWait wait;
    if (const int code = syncPath(m_temporary))
        return writeFault(m_target, code);
    if (std::rename(QFile::encodeName(m_temporary).constData(), QFile::encodeName(m_target).constData()) != 0)
        return writeFault(m_target, errno);
    m_published = true;
    // EINVAL: a file system, of the network for the most part, that has no fsync of folders.
    if (const int code = syncPath(QFileInfo(m_target).absolutePath()); code != 0 && code != EINVAL)
        return writeFault(m_target, code);
    return {};
}

Result<void> AtomicFile::fill(const QByteArray &bytes)
{
    const DiskWait wait;
    QFile file(m_temporary);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeFault(m_target, errno != 0 ? errno : EIO);
    // In pieces: after a short write the next one says why.
    for (qsizetype at = 0; at < bytes.size();) {
        errno = 0;
        const qint64 done = file.write(bytes.constData() + at, bytes.size() - at);
        if (done <= 0)
            return writeFault(m_target, errno != 0 ? errno : EIO);
        at += done;
    }
    return {};
}

Result<void> AtomicFile::write(const QString &target, const QByteArray &bytes)
{
    AtomicFile atomic(target);
    if (const Result<void> filled = atomic.fill(bytes); !filled)
        return filled;
    return atomic.publish();
}

bool AtomicFile::isTemporaryName(const QString &fileName)
{
    return fileName.startsWith(u'.') && fileName.endsWith(QLatin1String(".part"));
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/checkedcopy.h"

#include "core/base/atomicfile.h"
#include "core/base/faults.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace herdbook::exports {

Result<void> copyChecked(const QString &source, const MadeFile &made, const QString &target,
                         const std::function<void(double)> &progress)
{
    QFile from(source);
    if (!from.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, QStringLiteral("Can't read %1: %2").arg(source, from.errorString())};
    AtomicFile file(QFileInfo(target).absoluteFilePath());
    QFile to(file.temporaryPath());
    if (!to.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Storage, QStringLiteral("Can't write %1: %2").arg(target, to.errorString())};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    constexpr qint64 Piece = 1 << 20;
    const auto total = static_cast<double>(std::max<qint64>(1, from.size()));
    for (QByteArray bytes = from.read(Piece); !bytes.isEmpty(); bytes = from.read(Piece)) {
        hash.addData(bytes);
        if (to.write(bytes) != bytes.size() || !to.flush())
            return faultOfFile(errno, QStringLiteral("Can't write %1").arg(target));
        if (progress)
            progress(std::min(1.0, static_cast<double>(from.pos()) / total));
    }
    if (from.error() != QFileDevice::NoError)
        return Error{ErrorKind::Storage, QStringLiteral("Can't read %1: %2").arg(source, from.errorString())};
    if (made.size >= 0 && from.pos() != made.size)
        return Error{ErrorKind::Corrupt, QStringLiteral("%1 is not the file that was made: it has %2 of %3 bytes")
                                             .arg(made.name, QString::number(from.pos()), QString::number(made.size))};
    if (!made.sha256.isEmpty() && hash.result().toHex() != made.sha256.toLatin1().toLower())
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("%1 is not the file that was made: its SHA-256 differs").arg(made.name)};
    to.close();
    return file.publish();
}

} // namespace herdbook::exports

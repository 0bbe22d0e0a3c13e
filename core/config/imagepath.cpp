// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/imagepath.h"

#include <QDir>
#include <QFileInfo>

namespace herdbook {

Result<QString> localImagePath(const QString &databasePath, const QString &imageFolder)
{
    static const QString deployed = QStringLiteral("/mnt/images/");
    const QString clean = QDir::cleanPath(databasePath);
    if (!clean.startsWith(u'/') || clean.contains(QChar(0)))
        return Error{ErrorKind::NotFound, QStringLiteral("Image path is not absolute")};
    if (!databasePath.startsWith(deployed))
        return clean;
    const QString mapped = QDir::cleanPath(imageFolder + u'/' + databasePath.mid(deployed.size()));
    const QString canonical = QFileInfo(mapped).canonicalFilePath();
    const QString root = QFileInfo(imageFolder).canonicalFilePath();
    const bool linkLeadsOut = !canonical.isEmpty() && !canonical.startsWith(root + u'/');
    if (!mapped.startsWith(QDir::cleanPath(imageFolder) + u'/') || linkLeadsOut)
        return Error{ErrorKind::NotFound, QStringLiteral("Image path leads out of the image folder")};
    return mapped;
}

} // namespace herdbook

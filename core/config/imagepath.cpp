// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/imagepath.h"

#include <QDir>

namespace herdbook {

Result<QString> mappedImagePath(const QString &databasePath, const QString &imageFolder)
{
    const QString clean = QDir::cleanPath(databasePath);
    if (!clean.startsWith(u'/') || clean.contains(QChar(0)))
        return Error{ErrorKind::NotFound, QStringLiteral("Image path is not absolute")};
    if (!databasePath.startsWith(DeployedImages))
        return clean;
    const QString folder = QDir::cleanPath(imageFolder);
    const QString mapped = QDir::cleanPath(folder + u'/' + databasePath.mid(DeployedImages.size()));
    if (!mapped.startsWith(folder.endsWith(u'/') ? folder : folder + u'/'))
        return Error{ErrorKind::Denied, QStringLiteral("Image path leads out of the image folder")};
    return mapped;
}

} // namespace herdbook

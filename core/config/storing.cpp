// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/storing.h"

#include "core/base/atomicfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace herdbook {

Result<void> canStoreIn(const QString &folder)
{
    constexpr int Little = 4096;
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Storage, QStringLiteral("The folder %1 can't be made").arg(folder)};
    return AtomicFile(folder + QStringLiteral("/storing")).fill(QByteArray(Little, ' '));
}

Result<void> storeNow(QSettings &settings, bool probe)
{
    settings.sync();
    // A fault stays with the object that met it; a new one on the same file tells how it is now.
    QSettings now(settings.fileName(), settings.format());
    now.sync();
    if (now.status() == QSettings::NoError && !probe)
        return {};
    const Result<void> can = canStoreIn(QFileInfo(settings.fileName()).absolutePath());
    if (!can)
        return can;
    if (now.status() != QSettings::NoError)
        return Error{ErrorKind::Storage, QStringLiteral("%1 can't be written").arg(settings.fileName())};
    return {};
}

} // namespace herdbook

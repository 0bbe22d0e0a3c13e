// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/datafolder.h"

#include "core/base/atomicfile.h"

#include <QDir>
#include <QFile>

#include <cerrno>

namespace herdbook {

QString dataFolder(const QString &profileFolder, const QString &deploymentKey)
{
    const QDir folder(profileFolder);
    if (!folder.mkpath(QStringLiteral(".")))
        return {};
    QFile owner(folder.filePath(QStringLiteral("deployment")));
    errno = 0;
    const bool opened = owner.open(QIODevice::ReadOnly);
    if (!opened && errno == ENOENT) {
        if (const Result<void> owned = AtomicFile::write(owner.fileName(), deploymentKey.toUtf8()); !owned) {
            qWarning("%s", qPrintable(owned.error().message));
            return {}; // the next deployment that is met would take what is put there for its own
        }
        return profileFolder;
    }
    const QByteArray key = opened ? owner.readAll() : QByteArray();
    if (key == deploymentKey.toUtf8())
        return profileFolder;
    // Whose it is can't be told: no other folder passes for it.
    if (key.isEmpty() || owner.error() != QFileDevice::NoError) {
        qWarning("Can't read %s: %s", qPrintable(owner.fileName()), qPrintable(owner.errorString()));
        return {};
    }
    return folder.mkpath(deploymentKey) ? folder.filePath(deploymentKey) : QString();
}

QStringList dataFolders(const QString &profileFolder)
{
    const QDir folder(profileFolder);
    QStringList all{profileFolder};
    const QStringList deployments = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &deployment : deployments)
        all << folder.filePath(deployment);
    return all;
}

} // namespace herdbook

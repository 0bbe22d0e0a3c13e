// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace herdbook {

/// The folder of what is kept of one deployment of a profile, below the profile's own. The deployment that came first has the profile's
/// folder itself, so that what was kept before profiles were told apart by deployment stays where it was; another one, reached by editing
/// the profile or by --env, has a folder in it. Made when it is not there; empty where it can't be, or can't be marked as this one's.
QString dataFolder(const QString &profileFolder, const QString &deploymentKey);

/// All of them that a profile has, the profile's own first.
QStringList dataFolders(const QString &profileFolder);

} // namespace herdbook

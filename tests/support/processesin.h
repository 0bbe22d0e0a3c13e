// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace herdbook::test {

/// The ids of processes at work in a folder or below it.
inline QStringList processesIn(const QString &folder)
{
    QStringList found = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    found.removeIf([&folder](const QString &process) {
        return !QFileInfo(QStringLiteral("/proc/%1/cwd").arg(process)).symLinkTarget().startsWith(folder);
    });
    return found;
}

} // namespace herdbook::test

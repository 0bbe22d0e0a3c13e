// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace herdbook {

/// Asks by the desktop's own dialog where to save, without an event loop inside this one. Begins in the folder that was saved to last, at
/// first in Downloads.
/// @param name what is proposed; a name typed without an ending gets the one of this.
/// @param then gets the path, unless `parent` is gone or nothing was chosen.
void askWhereToSave(QWidget *parent, const QString &title, const QString &name,
                    const std::function<void(const QString &path)> &then);

} // namespace herdbook

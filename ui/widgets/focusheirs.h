// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace herdbook {

/// Gives the focus to the first of `widgets` that is visible and enabled.
void focusFirstOf(const QList<QWidget *> &widgets);

/// Where the focus goes when one of `controls`, or what is in them by now, is hidden or disabled while it has it: to the first of `heirs` that
/// can take it, and not to what happens to come next in the order of tabs. What gets it on purpose meanwhile keeps it.
void setFocusHeirs(const QList<QWidget *> &controls, const QList<QWidget *> &heirs);

} // namespace herdbook

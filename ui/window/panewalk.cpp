// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panewalk.h"

#include <QApplication>
#include <QWidget>

namespace herdbook {

void PaneWalk::move(const QList<QWidget *> &panes, int step)
{
    // Where the focus is decides, not where F6 was last: the pointer may have moved it.
    const QWidget *focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            m_at = static_cast<int>(i);
    }
    const int count = static_cast<int>(panes.size());
    for (int tries = 0; tries < count; ++tries) {
        m_at = ((m_at < 0 && step < 0 ? 0 : m_at) + step + count) % count;
        if (panes.at(m_at)->isVisible() && panes.at(m_at)->isEnabled()) {
            panes.at(m_at)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace herdbook

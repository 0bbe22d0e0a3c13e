// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QScrollArea>

namespace herdbook {

/// Brings into view what gets the focus in a scroll area; by itself one does so only for steps that begin inside it. Not under a pressed
/// mouse: what is being clicked would move away.
inline void followFocus(QScrollArea &area)
{
    QObject::connect(qApp, &QApplication::focusChanged, &area, [&area](QWidget *before, QWidget *now) {
        constexpr int Margin = 8;
        // The window that is come back to shows what it showed.
        if (before != nullptr && now != nullptr && area.widget() != nullptr && area.widget()->isAncestorOf(now) &&
            QGuiApplication::mouseButtons() == Qt::NoButton)
            area.ensureWidgetVisible(now, Margin, Margin);
    });
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenfit.h"

#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace herdbook {

namespace {

constexpr QSize leastSize(1100, 700);

} // namespace

ScreenFit::ScreenFit(QWidget &window) : QObject(&window), m_window(window) {}

void ScreenFit::fit()
{
    // On a screen that is smaller (1920 x 1080 at 200%) the least size yields, and the pages scroll. Before the window is on the screen
    // nobody knows how thick its frame will be.
    const QRect room = m_window.screen()->availableGeometry();
    QSize frame = m_window.frameGeometry().size() - m_window.geometry().size();
    if (frame.isNull() || !m_window.isVisible())
        frame = QSize(8, 36);
    const QSize most = room.size() - frame;
    m_window.setMinimumSize(leastSize.boundedTo(most));
    if (m_window.isMaximized() || m_window.isFullScreen())
        return;
    m_window.resize(m_window.size().boundedTo(most));
    if (!m_window.isVisible())
        return;
    const QRect outer = m_window.frameGeometry();
    const QPoint place(std::clamp(outer.x(), room.left(), std::max(room.left(), room.right() + 1 - outer.width())),
                       std::clamp(outer.y(), room.top(), std::max(room.top(), room.bottom() + 1 - outer.height())));
    if (place != outer.topLeft())
        m_window.move(place);
}

void ScreenFit::keepOwnSize()
{
    m_ownSize = m_window.size();
}

void ScreenFit::fitOnce()
{
    if (m_ownSize.isValid() && m_window.isVisible() && m_window.size() == m_ownSize &&
        m_window.frameGeometry() != m_window.geometry()) {
        m_ownSize = {};
        fit();
    }
}

void ScreenFit::followScreen()
{
    connect(m_window.windowHandle(), &QWindow::screenChanged, this, &ScreenFit::fit, Qt::UniqueConnection);
    connect(m_window.screen(), &QScreen::availableGeometryChanged, this, &ScreenFit::fit, Qt::UniqueConnection);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>

class QWidget;

namespace herdbook {

/// Keeps a window within its screen: on a small one its least size yields, and what is in it scrolls.
class ScreenFit : public QObject
{
    Q_OBJECT

public:
    explicit ScreenFit(QWidget &window);

    void fit();
    /// The size is not the user's: it is fitted once the frame around it is known, by fitOnce().
    void keepOwnSize();
    /// To be called whenever the window is shown, moved or resized.
    void fitOnce();
    /// Another screen, or a panel that takes its room; to be called when the window is shown.
    void followScreen();

private:
    QWidget &m_window;
    QSize m_ownSize;
};

} // namespace herdbook

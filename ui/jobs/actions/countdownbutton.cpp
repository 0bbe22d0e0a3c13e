// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/countdownbutton.h"

#include "ui/widgets/style/style.h"

#include <QPainter>
#include <QPainterPath>

namespace herdbook::ui {

void CountdownButton::setPassed(double fraction)
{
    const double passed = std::clamp(fraction, 0.0, 1.0);
    if (std::exchange(m_passed, passed) != passed)
        update();
}

void CountdownButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (m_passed <= 0)
        return;
    constexpr double Height = 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    painter.setClipPath(shape);
    painter.fillRect(QRectF(1, height() - 1 - Height, (width() - 2) * m_passed, Height), themeTokens(this).stale);
}

} // namespace herdbook::ui

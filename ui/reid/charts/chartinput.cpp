// SPDX-License-Identifier: GPL-3.0-or-later
// How a ChartPane answers mouse and keys: drag, brush, zoom, click, step.
#include "ui/reid/charts/chartpane.h"

#include "ui/widgets/text/texts.h"

#include <QGuiApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>

namespace herdbook::ui {

namespace {

constexpr qreal kReach = 4; ///< pixels within which the cursor sticks to an anchor, and half the width to grab it

} // namespace

bool ChartPane::isNearCursor(qreal x) const
{
    return std::abs(x - xOf(m_cursor.value())) <= 2 * kReach;
}

void ChartPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = m_draggedTo = event->position().x();
    if (event->modifiers() & Qt::ShiftModifier)
        m_drag = Drag::Brush;
    else if (event->modifiers() & Qt::ControlModifier)
        m_drag = Drag::Zoom;
    else
        m_drag = isNearCursor(m_pressedAt) ? Drag::Cursor : Drag::Click;
}

void ChartPane::mouseMoveEvent(QMouseEvent *event)
{
    const qreal x = event->position().x();
    if (m_drag == Drag::None) {
        setCursor(isNearCursor(x) ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    m_draggedTo = x;
    if (m_drag == Drag::Cursor) {
        const double perPixel = m_range.width() / std::max(1.0, plotArea().width());
        const double score = std::clamp(scoreAt(x), m_range.from(), m_range.to());
        m_cursor.setValue(m_cursor.attracted(score, kReach * perPixel));
    }
    update();
}

void ChartPane::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const auto [from, to] = std::minmax({scoreAt(m_pressedAt), scoreAt(event->position().x())});
    const bool moved = std::abs(event->position().x() - m_pressedAt) > 3;
    if (drag == Drag::Brush && moved) {
        m_brush = {std::max(from, m_range.from()), std::min(to, m_range.to())};
        Q_EMIT brushed(m_brush->first, m_brush->second);
    } else if (drag == Drag::Brush) {
        clearBrush();
    } else if (drag == Drag::Zoom && moved) {
        m_range.show(from, to);
    } else if (drag == Drag::Click && !moved && plotArea().contains(event->position())) {
        m_clickedAt = scoreAt(event->position().x());
        m_click.start(QGuiApplication::styleHints()->mouseDoubleClickInterval());
    }
    update();
}

void ChartPane::mouseDoubleClickEvent(QMouseEvent *)
{
    m_click.stop();
    m_drag = Drag::None;
    m_range.reset();
}

void ChartPane::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    m_range.zoom(scoreAt(event->position().x()), std::pow(0.85, event->angleDelta().y() / 120.0));
    event->accept();
}

void ChartPane::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    const double step = modifiers & Qt::ControlModifier ? 0.05 : modifiers & Qt::ShiftModifier ? 0.0005 : 0.005;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_cursor.step(event->key() == Qt::Key_Left ? -step : step);
    else if (event->key() == Qt::Key_Escape && m_brush)
        clearBrush();
    else
        QWidget::keyPressEvent(event);
}

bool ChartPane::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const bool inside = plotArea().contains(help->pos());
        QToolTip::showText(help->globalPos(), inside ? plainTip(describeAt(scoreAt(help->pos().x()))) : QString(),
                           this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace herdbook::ui

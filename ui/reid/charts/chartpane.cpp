// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartpane.h"

#include "ui/reid/charts/chartaccessible.h"
#include "ui/reid/charts/chartpainting.h"
#include "ui/widgets/typeface.h"

#include <QAccessible>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <cmath>

namespace herdbook::dashboard {

namespace {

constexpr qreal Reach = 4; ///< pixels within which the cursor sticks to an anchor, and half the width to grab it

} // namespace

ChartPane::ChartPane(ThresholdCursor &cursor, PlotRange &range, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_range(range), m_chart(new QChart), m_horizontal(new QValueAxis)
{
    m_scene.addItem(m_chart);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setContentsMargins(0, 0, 0, 0);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_horizontal, Qt::AlignBottom);
    m_horizontal->setVisible(false);
    setVerticalAxis(new QValueAxis);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    installChartAccessibility();
    connect(&m_cursor, &ThresholdCursor::moved, this, [this] {
        update();
        if (QAccessible::isActive()) {
            QAccessibleValueChangeEvent event(this, m_cursor.value());
            QAccessible::updateAccessibility(&event);
        }
    });
    connect(&m_range, &PlotRange::changed, this, &ChartPane::rebuild);
}

ChartPane::~ChartPane() = default;

void ChartPane::setPlotMargins(const QMargins &margins)
{
    m_margins = margins;
    rebuild();
}

void ChartPane::setScoreAxis(bool shown, const QString &title)
{
    m_scoreAxis = shown;
    m_scoreTitle = title;
}

void ChartPane::setVerticalAxis(QAbstractAxis *axis)
{
    if (m_vertical != nullptr) {
        m_chart->removeAxis(m_vertical);
        delete m_vertical;
    }
    m_vertical = axis;
    m_chart->addAxis(axis, Qt::AlignLeft);
    axis->setVisible(false);
}

void ChartPane::add(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_horizontal);
    series->attachAxis(m_vertical);
}

QRectF ChartPane::plotArea() const
{
    const QSize size = m_paintedSize.isValid() ? m_paintedSize : this->size();
    return QRectF(QPointF(0, 0), QSizeF(size)).marginsRemoved(m_margins);
}

double ChartPane::scoreAt(qreal x) const
{
    const QRectF area = plotArea();
    return m_range.from() + (x - area.left()) / std::max(1.0, area.width()) * m_range.width();
}

qreal ChartPane::xOf(double score) const
{
    const QRectF area = plotArea();
    return area.left() + (score - m_range.from()) / m_range.width() * area.width();
}

qreal ChartPane::yOf(double value) const
{
    const QRectF area = plotArea();
    return verticalPosition(*m_vertical, area, value);
}

void ChartPane::rebuild()
{
    m_dirty = true;
    m_still = {};
    update();
}

void ChartPane::clearBrush()
{
    if (!m_brush)
        return;
    m_brush.reset();
    update();
    Q_EMIT brushed(0, 0);
}

void ChartPane::paintStill(QPainter &painter, const ThemeTokens &tokens, QSize size)
{
    m_paintedSize = size;
    if (m_dirty || tokens.dark != themeTokens(this).dark) {
        m_chart->removeAllSeries();
        m_horizontal->setRange(m_range.from(), m_range.to());
        build(tokens);
        m_dirty = tokens.dark != themeTokens(this).dark;
    }
    const QRectF area = plotArea();
    m_scene.setSceneRect(QRectF(QPointF(0, 0), QSizeF(size)));
    m_chart->resize(size);
    m_chart->layout()->activate();
    m_chart->setPlotArea(area);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Label));
    for (const Tick &tick : m_ticks)
        paintGridLine(painter, tokens, area, verticalPosition(*m_vertical, area, tick.value), tick.text);
    m_scene.render(&painter, m_scene.sceneRect(), m_scene.sceneRect());
    paintBaseLine(painter, tokens, area);
    if (m_scoreAxis)
        paintScoreAxis(painter, tokens, area, m_range.from(), m_range.to(), m_scoreTitle);
    paintLabels(painter, tokens);
    m_paintedSize = {};
}

void ChartPane::paintOverlay(QPainter &painter, const ThemeTokens &tokens)
{
    const QRectF area = plotArea();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Label));
    std::optional<std::pair<double, double>> shaded = m_brush;
    if (m_drag == Drag::Brush || m_drag == Drag::Zoom)
        shaded = std::minmax({scoreAt(m_pressedAt), scoreAt(m_draggedTo)});
    if (shaded) {
        QColor tint = tokens.accent;
        tint.setAlphaF(0.16F);
        const qreal left = std::clamp(xOf(shaded->first), area.left(), area.right());
        const qreal right = std::clamp(xOf(shaded->second), area.left(), area.right());
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), tint);
    }
    const qreal x = xOf(m_cursor.value());
    if (x >= area.left() - 0.5 && x <= area.right() + 0.5) {
        painter.setPen(QPen(tokens.cursor, 2));
        painter.drawLine(QPointF(x, 0), QPointF(x, m_valueChip ? area.bottom() + 4 : height()));
        if (m_valueChip)
            paintValueChip(painter, tokens, x);
        paintAtCursor(painter, tokens);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

void ChartPane::paintChart(QPainter &painter, const ThemeTokens &tokens, QSize size)
{
    paintStill(painter, tokens, size);
    m_paintedSize = size;
    paintOverlay(painter, tokens);
    m_paintedSize = {};
}

void ChartPane::paintEvent(QPaintEvent *)
{
    const qreal ratio = devicePixelRatioF();
    if (m_still.isNull() || m_still.size() != size() * ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(Qt::transparent);
        QPainter still(&m_still);
        paintStill(still, themeTokens(this), size());
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    paintOverlay(painter, themeTokens(this));
}

void ChartPane::resizeEvent(QResizeEvent *)
{
    m_still = {};
}

void ChartPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        rebuild();
    QWidget::changeEvent(event);
}

bool ChartPane::isNearCursor(qreal x) const
{
    return std::abs(x - xOf(m_cursor.value())) <= 2 * Reach;
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
        m_cursor.setValue(m_cursor.attracted(score, Reach * perPixel));
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
        Q_EMIT clicked(scoreAt(event->position().x()));
    }
    update();
}

void ChartPane::mouseDoubleClickEvent(QMouseEvent *)
{
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
        QToolTip::showText(help->globalPos(), inside ? describeAt(scoreAt(help->pos().x())).toHtmlEscaped() : QString(),
                           this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void ChartPane::paintChip(QPainter &painter, const ThemeTokens &tokens, QPointF at, const QString &text) const
{
    painter.setFont(textFont(TextRole::LabelStrong));
    const QSizeF size = painter.fontMetrics().size(Qt::TextSingleLine, text) + QSizeF(12, 4);
    const QRectF area = plotArea();
    const bool right = at.x() + 10 + size.width() < area.right();
    QRectF box(QPointF(right ? at.x() + 10 : at.x() - 10 - size.width(), at.y() - size.height() - 4), size);
    box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
    painter.setPen(QPen(tokens.cursor, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(tokens.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void ChartPane::paintValueChip(QPainter &painter, const ThemeTokens &tokens, qreal x) const
{
    painter.setFont(textFont(TextRole::LabelStrong));
    const QSizeF size(painter.fontMetrics().horizontalAdvance(m_cursor.text()) + 14, 20);
    const QRectF box(QPointF(x - size.width() / 2, plotArea().bottom() + 4), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.cursor);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(tokens.dark ? tokens.onAccent : QColor(Qt::white));
    painter.drawText(box, Qt::AlignCenter, m_cursor.text());
}

void ChartPane::paintInForce(QPainter &painter, const ThemeTokens &tokens, double threshold) const
{
    if (threshold < m_range.from() || threshold > m_range.to())
        return;
    QPen pen(tokens.current, 1.4);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(xOf(threshold), 0), QPointF(xOf(threshold), plotArea().bottom()));
}

void ChartPane::paintRing(QPainter &painter, const ThemeTokens &tokens, QPointF at) const
{
    painter.setPen(QPen(tokens.cursor, 2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(at, 4, 4);
}

} // namespace herdbook::dashboard

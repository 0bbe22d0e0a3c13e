// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartpane.h"

#include "ui/reid/charts/chartaccessible.h"
#include "ui/reid/charts/chartpainting.h"
#include "ui/widgets/style/typeface.h"

#include <QAccessible>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

namespace herdbook::ui {

namespace {

constexpr int kTitleHeight = 30; ///< of a saved chart
constexpr int kTitleMargin = 14; ///< beside it

} // namespace

ChartPane::ChartPane(ThresholdCursor &cursor, PlotRange &range, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_range(range), m_chart(new QChart), m_horizontal(new QValueAxis)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
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
    m_click.setSingleShot(true);
    connect(&m_click, &QTimer::timeout, this, [this] { Q_EMIT clicked(m_clickedAt); });
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

void ChartPane::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    analysisChanged();
    rebuild();
}

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
    return QRectF(rect()).marginsRemoved(m_margins);
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

void ChartPane::paintStill(QPainter &painter, const ThemeTokens &tokens)
{
    if (m_dirty || tokens.dark != themeTokens(this).dark) {
        m_chart->removeAllSeries();
        m_horizontal->setRange(m_range.from(), m_range.to());
        build(tokens);
        m_dirty = tokens.dark != themeTokens(this).dark;
    }
    const QRectF area = plotArea();
    m_scene.setSceneRect(QRectF(QPointF(0, 0), QSizeF(size())));
    m_chart->resize(size());
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
    if (hasFocus() && painter.device() == this) { // not on paper
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

std::vector<LegendKey> ChartPane::legend(const ThemeTokens &) const
{
    return {};
}

void ChartPane::setTitle(std::function<QString()> title)
{
    m_title = std::move(title);
    setAccessibleName(m_title());
}

QSize ChartPane::figureSize() const
{
    return size() + QSize(0, headHeight(legend(themeTokens(this))));
}

bool ChartPane::legendFitsBesideTitle(const std::vector<LegendKey> &entries) const
{
    const qreal title = QFontMetricsF(textFont(TextRole::Strong)).horizontalAdvance(figureTitle());
    return entries.empty() || title + kLegendLine + legendWidth(entries) <= width() - 2 * kTitleMargin;
}

int ChartPane::headHeight(const std::vector<LegendKey> &entries) const
{
    return legendFitsBesideTitle(entries)
               ? kTitleHeight
               : kTitleHeight + kLegendLine * legendLines(entries, width() - 2 * kTitleMargin);
}

void ChartPane::paintFigure(QPainter &painter, const ThemeTokens &tokens)
{
    const QRectF title(kTitleMargin, 2, width() - 2 * kTitleMargin, kTitleHeight - 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(tokens.text);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, figureTitle());
    const std::vector<LegendKey> entries = legend(tokens);
    paintLegend(painter, tokens,
                legendFitsBesideTitle(entries) ? title
                                               : QRectF(title.left(), kTitleHeight - 2, title.width(), kLegendLine),
                entries);
    painter.setBrush(Qt::NoBrush); // line series would be filled with the legend's last one
    painter.save();
    painter.translate(0, headHeight(entries));
    paintStill(painter, tokens);
    paintOverlay(painter, tokens);
    painter.restore();
}

std::function<QString()> ChartPane::csvMaker() const
{
    return [text = csv()] { return text; };
}

void ChartPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKept(painter, m_still, *this, [this](QPainter &still) { paintStill(still, themeTokens(this)); });
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
    painter.setPen(tokens.surface);
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

} // namespace herdbook::ui

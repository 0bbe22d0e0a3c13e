// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartpainting.h"

#include "core/base/language.h"
#include "ui/widgets/style/typeface.h"

#include <QFontMetricsF>
#include <QLogValueAxis>
#include <QPainter>
#include <QPixmap>
#include <QValueAxis>
#include <QWidget>

#include <cmath>

namespace herdbook::ui {

namespace {

constexpr qreal kMark = 16, kGap = 6, kApart = 14; ///< of a legend's entries

qreal entryWidth(const QFontMetricsF &metrics, const LegendKey &entry)
{
    return kMark + kGap + metrics.horizontalAdvance(entry.text);
}

/// One past the last entry of each line of a legend.
std::vector<std::size_t> lineEnds(const std::vector<LegendKey> &entries, qreal room)
{
    const QFontMetricsF metrics(textFont(TextRole::Label));
    std::vector<std::size_t> ends;
    qreal width = 0;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const qreal own = entryWidth(metrics, entries[at]);
        if (width > 0 && width + kApart + own > room) {
            ends.push_back(at);
            width = 0;
        }
        width += own + (width > 0 ? kApart : 0);
    }
    if (!entries.empty())
        ends.push_back(entries.size());
    return ends;
}

} // namespace

void paintKept(QPainter &painter, QPixmap &kept, const QWidget &widget, const std::function<void(QPainter &)> &paint)
{
    const qreal ratio = widget.devicePixelRatioF();
    if (kept.isNull() || kept.size() != widget.size() * ratio) {
        kept = QPixmap(widget.size() * ratio);
        kept.setDevicePixelRatio(ratio);
        kept.fill(Qt::transparent);
        QPainter still(&kept);
        paint(still);
    }
    painter.drawPixmap(0, 0, kept);
}

qreal verticalPosition(const QAbstractAxis &axis, const QRectF &area, double value)
{
    double share = 0;
    if (const auto *linear = qobject_cast<const QValueAxis *>(&axis))
        share = (value - linear->min()) / (linear->max() - linear->min());
    else if (const auto *logarithmic = qobject_cast<const QLogValueAxis *>(&axis))
        share = std::log(std::max(value, logarithmic->min()) / logarithmic->min()) /
                std::log(logarithmic->max() / logarithmic->min());
    return area.bottom() - share * area.height();
}

void paintGridLine(QPainter &painter, const ThemeTokens &tokens, const QRectF &area, qreal y, const QString &text)
{
    const qreal line = std::round(y) + 0.5;
    painter.setPen(QPen(tokens.grid, 1));
    painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(0, y - 10, area.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter, text);
}

void paintBaseLine(QPainter &painter, const ThemeTokens &tokens, const QRectF &area)
{
    painter.setPen(QPen(tokens.axis, 1));
    const qreal y = std::round(area.bottom()) + 0.5;
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
}

void paintScoreAxis(QPainter &painter, const ThemeTokens &tokens, const QRectF &area, double from, double to,
                    const QString &title)
{
    const double step =
        std::max(0.001, niceStep(to - from, static_cast<int>(std::clamp(area.width() / 90, 2.0, 10.0))));
    const int decimals = step >= 0.01 ? 2 : 3;
    for (double score = std::ceil(from / step - 1e-9) * step; score <= to + 1e-9; score += step) {
        const qreal x = area.left() + (score - from) / (to - from) * area.width();
        painter.setPen(QPen(tokens.axis, 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 16), Qt::AlignHCenter | Qt::AlignTop,
                         shownNumber(score, decimals));
    }
    if (!title.isEmpty()) {
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(area.left(), area.bottom() + 24, area.width(), 18), Qt::AlignRight | Qt::AlignTop,
                         title);
    }
}

void paintMark(QPainter &painter, const QRectF &area, qreal x, const QColor &color, const QString &text, bool dashed,
               bool textLeft)
{
    QPen pen(color, 1.4);
    if (dashed)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal top = area.top() - 14;
    painter.drawPolygon(QPolygonF({QPointF(x - 5, top), QPointF(x + 5, top), QPointF(x, top + 9)}));
    painter.setFont(textFont(TextRole::LabelStrong));
    painter.setPen(color);
    const QRectF box(textLeft ? x - 310 : x + 10, top - 5, 300, 18);
    painter.drawText(box, Qt::AlignVCenter | (textLeft ? Qt::AlignRight : Qt::AlignLeft), text);
}

void paintPlotText(QPainter &painter, const ThemeTokens &tokens, const QRectF &box, Qt::Alignment alignment,
                   const QString &text, const QColor &color, bool strong)
{
    painter.setFont(textFont(strong ? TextRole::LabelStrong : TextRole::Label));
    QRectF bounds = painter.boundingRect(box, static_cast<int>(alignment), text);
    QColor ground = tokens.surface;
    ground.setAlphaF(0.85F);
    painter.fillRect(bounds.adjusted(-3, -1, 3, 1), ground);
    painter.setPen(color);
    painter.drawText(box, static_cast<int>(alignment), text);
}

LegendKey lineEntry(const QString &text, const QPen &pen)
{
    return {text, [pen](QPainter &painter, const QRectF &mark) {
                painter.setPen(pen);
                painter.drawLine(QPointF(mark.left(), mark.center().y()), QPointF(mark.right(), mark.center().y()));
            }};
}

LegendKey areaEntry(const QString &text, const QPen &outline, const QBrush &fill)
{
    return {text, [outline, fill](QPainter &painter, const QRectF &mark) {
                painter.setPen(outline);
                painter.setBrush(fill);
                painter.drawRect(mark);
            }};
}

qreal legendWidth(const std::vector<LegendKey> &entries)
{
    const QFontMetricsF metrics(textFont(TextRole::Label));
    qreal width = 0;
    for (const LegendKey &entry : entries)
        width += entryWidth(metrics, entry) + (width > 0 ? kApart : 0);
    return width;
}

int legendLines(const std::vector<LegendKey> &entries, qreal width)
{
    return static_cast<int>(lineEnds(entries, width).size());
}

std::vector<LegendKey> legendLine(std::vector<LegendKey> entries, qreal width)
{
    if (!entries.empty())
        entries.resize(lineEnds(entries, width).front());
    return entries;
}

void paintLegend(QPainter &painter, const ThemeTokens &tokens, const QRectF &row, const std::vector<LegendKey> &entries)
{
    painter.setFont(textFont(TextRole::Label));
    const QFontMetricsF metrics(painter.fontMetrics());
    QColor ground = tokens.surface;
    ground.setAlphaF(0.85F);
    std::size_t at = 0;
    QRectF line = row;
    for (const std::size_t end : lineEnds(entries, row.width())) {
        qreal width = 0;
        for (std::size_t i = at; i < end; ++i)
            width += entryWidth(metrics, entries[i]) + (i > at ? kApart : 0);
        qreal x = line.right() - width;
        painter.fillRect(QRectF(x - 4, line.top(), width + 8, line.height()), ground);
        for (; at < end; ++at) {
            entries[at].paintMark(painter, QRectF(x, line.center().y() - 5, kMark, 10));
            const qreal words = metrics.horizontalAdvance(entries[at].text);
            painter.setPen(tokens.text2);
            painter.drawText(QRectF(x + kMark + kGap, line.top(), words + 2, line.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, entries[at].text);
            x += entryWidth(metrics, entries[at]) + kApart;
        }
        line.translate(0, kLegendLine);
    }
}

QBrush hatchBrush(const QColor &line, const QColor &fill, qreal devicePixelRatio, bool falling)
{
    constexpr int period = 6;
    QPixmap tile(QSize(period, period) * devicePixelRatio);
    tile.setDevicePixelRatio(devicePixelRatio);
    tile.fill(fill);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color = line;
    color.setAlphaF(falling ? 0.45F : 1.0F);
    painter.setPen(QPen(color, falling ? 0.8 : 1.2));
    for (const int offset : {-period, 0, period})
        painter.drawLine(QPointF(offset - 1, falling ? -1 : period + 1),
                         QPointF(offset + period + 1, falling ? period + 1 : -1));
    painter.end();
    return tile; // the brush goes by the tile's ratio
}

void paintHatchLines(QPainter &painter, const QRectF &box, const QColor &line, const QColor &fill)
{
    constexpr qreal apart = 6;
    painter.fillRect(box, fill);
    painter.setPen(QPen(line, 1.2, Qt::SolidLine, Qt::FlatCap));
    const qreal first = std::ceil((box.left() + box.top()) / apart) * apart;
    for (qreal sum = first; sum < box.right() + box.bottom(); sum += apart) { // x + y is the same along each line
        const qreal left = std::max(box.left(), sum - box.bottom());
        const qreal right = std::min(box.right(), sum - box.top());
        painter.drawLine(QPointF(left, sum - left), QPointF(right, sum - right));
    }
}

double niceStep(double highest, int count)
{
    if (!(highest > 0))
        return 1;
    const double raw = highest / std::max(1, count);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double share = raw / power;
    return (share <= 1.0001 ? 1 : share <= 2.0001 ? 2 : share <= 5.0001 ? 5 : 10) * power;
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QBrush>
#include <QPen>
#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractAxis;
class QPainter;
class QPixmap;
class QWidget;
QT_END_NAMESPACE

namespace herdbook::ui {

/// Draws over the whole widget what doesn't move: painted when `kept` is null or of another size or scale, else as it was kept.
void paintKept(QPainter &painter, QPixmap &kept, const QWidget &widget, const std::function<void(QPainter &)> &paint);

/// Where a value of a linear or logarithmic vertical axis stands in the plot area.
qreal verticalPosition(const QAbstractAxis &axis, const QRectF &area, double value);

/// A horizontal grid line with its text left of the plot.
void paintGridLine(QPainter &painter, const ThemeTokens &tokens, const QRectF &area, qreal y, const QString &text);

/// The line the series stand on.
void paintBaseLine(QPainter &painter, const ThemeTokens &tokens, const QRectF &area);

/// Ticks and numbers under the plot, and the axis' title below at the right end.
void paintScoreAxis(QPainter &painter, const ThemeTokens &tokens, const QRectF &area, double from, double to,
                    const QString &title);

/// A vertical mark with a flag and a text at its upper end, on the side where there is room.
void paintMark(QPainter &painter, const QRectF &area, qreal x, const QColor &color, const QString &text, bool dashed,
               bool textLeft);

/// A text in the plot, with the ground behind it so that lines don't cross it.
void paintPlotText(QPainter &painter, const ThemeTokens &tokens, const QRectF &box, Qt::Alignment alignment,
                   const QString &text, const QColor &color, bool strong = false);

/// A line of a legend: what the chart draws, and its name.
struct LegendKey
{
    QString text;
    std::function<void(QPainter &painter, const QRectF &mark)> paintMark;
};
LegendKey lineEntry(const QString &text, const QPen &pen);
LegendKey areaEntry(const QString &text, const QPen &outline, const QBrush &fill);

/// How far one line of a legend's lines is below the one before.
inline constexpr int kLegendLine = 18;
/// Of all entries in one line.
qreal legendWidth(const std::vector<LegendKey> &entries);
int legendLines(const std::vector<LegendKey> &entries, qreal width);
/// The first of them, as many as one line has room for.
std::vector<LegendKey> legendLine(std::vector<LegendKey> entries, qreal width);
/// Entries in a row that ends at the right of the box, each with its mark before the name, on the ground of the chart. What doesn't fit goes
/// on in further rows below.
void paintLegend(QPainter &painter, const ThemeTokens &tokens, const QRectF &row,
                 const std::vector<LegendKey> &entries);

/// 45 degree hatch, 2 px every 6 px, over a fill, sharp at the device pixel ratio.
QBrush hatchBrush(const QColor &line, const QColor &fill, qreal devicePixelRatio, bool falling = false);

/// The same as lines over a filled box: SVG has no textured brushes.
void paintHatchLines(QPainter &painter, const QRectF &box, const QColor &line, const QColor &fill);

/// Round distances (1, 2 or 5 times a power of ten) that give about `count` steps from 0 to `highest`.
double niceStep(double highest, int count);

} // namespace herdbook::ui

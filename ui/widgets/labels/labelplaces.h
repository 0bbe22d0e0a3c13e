// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"
#include "ui/widgets/style/typeface.h"

#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace herdbook {

/// Where labels go whose places are given, the best first: each to the first that lies in `bounds` and meets none placed before it, so what
/// matters most comes first. Null for one that has to be left out.
std::vector<QRectF> placeLabels(const QRectF &bounds, const std::vector<std::vector<QRectF>> &wishes);

/// A text in a chart, with the places it may have.
struct ChartLabel
{
    QString text;
    TextRole role = TextRole::Label;
    ColorToken color = &ThemeTokens::text2;
    std::vector<QRectF> places;
    ColorToken frame = nullptr; ///< a box in this color around it
};

/// Room for the words of a label in one line.
QSizeF labelSize(const QString &text, TextRole role);

/// Paints those that have a place.
void paintChartLabels(QPainter &painter, const ThemeTokens &tokens, const QRectF &bounds,
                      const std::vector<ChartLabel> &labels);

} // namespace herdbook

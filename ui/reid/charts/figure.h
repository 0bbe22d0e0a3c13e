// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QSize>
#include <QString>
#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace herdbook::ui {

/// What can be saved as a picture or as numbers: a chart with its title and legend.
class Figure
{
public:
    virtual ~Figure() = default;

    virtual QString figureTitle() const = 0;
    /// What a screen reader tells as its value; never empty.
    virtual QString figureValue() const = 0;
    /// As on screen, and room for title and legend.
    virtual QSize figureSize() const = 0;
    /// Paints all of it from the origin, on the ground that is there; vectors where the device has them.
    virtual void paintFigure(QPainter &painter, const ThemeTokens &tokens) = 0;
    /// Makes the numbers as CSV: a heading, then a row per point. May run on any thread, after the chart has gone as well.
    virtual std::function<QString()> csvMaker() const = 0;
};

} // namespace herdbook::ui

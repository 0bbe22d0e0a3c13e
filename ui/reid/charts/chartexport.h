// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>

class QImage;
class QWidget;

namespace herdbook::dashboard {

class ChartPane;

/// The charts one under the other at twice their size on screen, on the ground of the light theme (for paper).
QImage chartsAsImage(const QList<ChartPane *> &charts);

/// Writes them as "png", "svg" (vectors) or "csv" (one block a chart).
Result<void> writeCharts(const QList<ChartPane *> &charts, const QString &format, const QString &path);

/// Asks where to, then writes; what fails is said in a box that blocks nothing.
void saveCharts(const QList<ChartPane *> &charts, const QString &format, QWidget *parent);

/// Gives a chart a context menu: save as PNG, SVG, CSV, copy.
void addChartMenu(ChartPane *chart);

/// Puts the picture on the clipboard.
void copyCharts(const QList<ChartPane *> &charts);

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QList>
#include <QPointF>
#include <memory>

namespace herdbook::dashboard {

using SharedAnalysis = std::shared_ptr<const reid::Analysis>;

/// How a layer of scores is cut into bins.
struct Binning
{
    int bins = 0; ///< 20..400 over the range shown; 0: automatic (Freedman-Diaconis)
};

/// Heights of one layer: percent of the layer's scores per 0.01 of score, so that layers and bin widths compare.
struct LayerBins
{
    double from = 0;
    double width = 0.01;
    std::vector<double> percent;
    std::vector<std::uint32_t> counts;
};

/// Freedman and Diaconis' bin width 2 IQR n^(-1/3), at least 0.0025 and at most 0.05.
double automaticBinWidth(const reid::ScoreCounts &scores);

LayerBins binLayer(const reid::ScoreCounts &scores, double from, double to, double width);

/// The lowest score worth showing: under nearly all of the unassigned and the impostor scores, a multiple of 0.05.
double lowestShown(const reid::Analysis &analysis);

/// The outline of the bins as a step line, from the base line and back to it.
QList<QPointF> stepOutline(const LayerBins &bins);

/// Kernel density of a layer in percent per 0.01 at `points` places from `from` to `to`.
QList<QPointF> densityLine(const reid::ScoreCounts &scores, double from, double to, int points);

/// A curve of 10,001 entries over thresholds, thinned to what `points` pixels can show, times `factor`; gaps (NaN) split it into parts.
QList<QList<QPointF>> curveLines(const std::vector<float> &curve, double from, double to, int points, double factor);

} // namespace herdbook::dashboard

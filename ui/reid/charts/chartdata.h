// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <memory>
#include <optional>

namespace herdbook::ui {

using SharedAnalysis = std::shared_ptr<const reid::Analysis>;

/// How the layers of scores are cut into bins.
struct Binning
{
    static constexpr int kFewest = 20;
    static constexpr int kMost = 400;
    int bins = 0; ///< kFewest..kMost over the range shown; 0: automatic, for each layer its own (Freedman-Diaconis)
    bool operator==(const Binning &) const = default;

    /// Reads "120", "120 bins" or "auto"; nothing for anything else.
    static std::optional<Binning> fromText(const QString &text);
    QString text() const;
};

/// Heights of one layer: percent of the layer's scores per 0.01 of score, so that layers and bin widths compare.
struct LayerBins
{
    double from = 0;
    double width = 0.01;
    std::vector<double> percent;
    std::vector<std::uint32_t> counts;
};

/// Freedman and Diaconis' bin width 2 IQR n^(-1/3) of each natural part of the scores (between the valleys of their density), the
/// least of them: over all of a layer with two peaks the IQR is their distance, and the rule's bins would hide both. Ticks, a round
/// number from 25 (0.0025) to 500.
int automaticBinTicks(const reid::ScoreCounts &scores);

/// Bins of `width` ticks of which one begins at `anchor`, from the one that holds `from` to the one that holds `to` (ticks).
LayerBins binLayer(const reid::ScoreCounts &scores, int from, int to, int width, int anchor);

/// The lowest score worth showing: under nearly all of the unassigned and the impostor scores, a multiple of 0.05.
double lowestShown(const reid::Analysis &analysis);

/// The outline of the bins as a step line, from the base line and back to it.
QList<QPointF> stepOutline(const LayerBins &bins);

/// Kernel density of a layer in percent per 0.01 at `points` places from `from` to `to`.
/// @param independent how many of the scores are no repetition of others; 0: all. Decides how smooth it is.
QList<QPointF> densityLine(const reid::ScoreCounts &scores, double from, double to, int points,
                           std::uint64_t independent = 0);

/// A curve of 10,001 entries over thresholds, thinned to what `points` pixels can show, times `factor`; gaps (NaN) split it into parts.
QList<QList<QPointF>> curveLines(const std::vector<float> &curve, double from, double to, int points, double factor);

/// "0.4%", "under 0.1%" (also where nothing was seen: that is no proof of 0), or a dash where nothing is known. `narrow` says "<0.1%",
/// for table cells.
QString shareText(std::optional<double> share, bool narrow = false);
/// The same of an upper bound: never less than it is.
QString mostShareText(std::optional<double> upper, bool narrow = false);
/// "about 31", "fewer than one": a number that is an estimate.
QString aboutText(double estimate);
/// "31": a bound, rounded up.
QString mostText(double upper);

/// Why the bound of the wrong share rises towards the threshold in force; empty where it doesn't.
QString boundSentence(const reid::Analysis &analysis);

/// CSV with counts and these figures for every threshold from 0 to 1 by 0.0025; the heading alone without an analysis.
QString evaluationsCsv(const reid::Analysis *analysis,
                       const std::vector<std::pair<const char *, std::optional<double> reid::Evaluation::*>> &fields);

} // namespace herdbook::ui

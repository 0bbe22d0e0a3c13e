// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/chartpane.h"

namespace herdbook::dashboard {

/// Best scores of the unassigned detections over the two impostor estimates, and the assigned (hatched: selected at the threshold in
/// force), with the thresholds that matter marked above.
class HistogramPane : public ChartPane
{
    Q_OBJECT

public:
    enum Layer { Unassigned = 1, MateRemoved = 2, CrossSex = 4, Assigned = 8, Density = 16, NaturalClusters = 32 };
    Q_DECLARE_FLAGS(Layers, Layer)

    using ChartPane::ChartPane;

    /// All detections, or those of one sex.
    void setAnalysis(SharedAnalysis analysis, std::optional<reid::Sex> sex = std::nullopt);
    void setLayers(Layers layers);
    Layers layers() const { return m_layers; }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void setBinning(Binning binning);
    Binning binning() const { return m_binning; }
    double binWidth() const;
    /// The bin a score falls into.
    std::pair<double, double> binAt(double score) const;

    QString describeAt(double score) const override;
    QString csv() const override;

Q_SIGNALS:
    /// Layers, scale or bins changed, by whatever hand.
    void optionsChanged();

protected:
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    const reid::ScoreCounts &counts(Layer layer) const;
    LayerBins binsOf(Layer layer) const;
    void addArea(const LayerBins &bins, const QPen &pen, const QBrush &brush);
    void addLine(const QList<QPointF> &points, const QPen &pen);
    void setHeights(double highest);
    /// Parts between the natural breaks, shaded by turns and named with their share.
    void paintClusters(QPainter &painter, const ThemeTokens &tokens) const;

    SharedAnalysis m_analysis;
    std::optional<reid::Sex> m_sex;
    Layers m_layers{Unassigned | MateRemoved | CrossSex | Assigned | Density};
    bool m_logarithmic = false;
    Binning m_binning;
    QList<QPointF> m_density; ///< of the unassigned; where the ring stands
};

Q_DECLARE_OPERATORS_FOR_FLAGS(HistogramPane::Layers)

} // namespace herdbook::dashboard

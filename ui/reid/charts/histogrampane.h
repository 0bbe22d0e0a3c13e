// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/charts/chartpane.h"

#include <array>

namespace herdbook::ui {

/// Best scores of the unassigned detections, what strangers would score, and the assigned (hatched: selected at the threshold in force),
/// with the thresholds that matter marked above.
class HistogramPane : public ChartPane
{
    Q_OBJECT

public:
    enum Layer { Unassigned = 1, Strangers = 2, Assigned = 8, Density = 16, NaturalClusters = 32 };
    static constexpr int kAllLayers = Unassigned | Strangers | Assigned | Density | NaturalClusters;
    Q_DECLARE_FLAGS(Layers, Layer)

    using ChartPane::ChartPane;

    /// Shows the detections of one sex only.
    void setSex(reid::Sex sex);
    void setLayers(Layers layers);
    Layers layers() const { return m_layers; }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void setBinning(Binning binning);
    Binning binning() const { return m_binning; }
    /// Of the unassigned.
    double binWidth() const;
    /// The bin of the unassigned a score falls into, [from, to); `to` is above 1 for the last.
    std::pair<double, double> binAt(double score) const;
    static LegendKey layerEntry(Layer layer, const QString &text, const ThemeTokens &tokens);
    static QString layerName(Layer layer);

    /// What stands above the plot: the axis' title and its uppermost number (of which only the places are told), the threshold in force, the
    /// one proposed (no text: there is none), then the numbers of others in view.
    enum MarkIndex : std::size_t { Title, Uppermost, InForce, Proposed, Numbers };
    struct MarkLabel
    {
        double at = 0; ///< the threshold
        QString text;
        QRectF place; ///< null where it gives way, or its threshold isn't in view
    };
    /// By MarkIndex; none may meet another. Wants an analysis.
    std::vector<MarkLabel> markLabels() const;

    QString describeAt(double score) const override;
    QString csv() const override;

Q_SIGNALS:
    /// Layers, scale or bins changed, by whatever hand.
    void optionsChanged();

protected:
    void analysisChanged() override;
    std::vector<LegendKey> legend(const ThemeTokens &tokens) const override;
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    static constexpr double kLeastLog = 0.01; ///< percent at the foot of the logarithmic scale

    const reid::ScoreCounts &counts(Layer layer) const;
    int binTicks(Layer layer) const;
    /// The layer in its own bins, or in the given ones.
    LayerBins binsOf(Layer layer, int width = 0) const;
    void addArea(const LayerBins &bins, const QPen &pen, const QBrush &brush);
    void addLine(const QList<QPointF> &points, const QPen &pen);
    /// A line with the area under it.
    void addFilledLine(const QList<QPointF> &points, const QPen &pen, const QBrush &brush);
    /// The thresholds the sexes could go to alone, where they differ from the recommended one.
    void paintOwnMarks(QPainter &painter, const ThemeTokens &tokens) const;
    /// Says in the chart what the layers are, beside their peaks.
    void paintLayerNames(QPainter &painter, const ThemeTokens &tokens) const;
    void setHeights(double highest);
    /// The axis' unit, and two strokes over bins that the plot cuts off.
    void paintAxisTitle(QPainter &painter, const ThemeTokens &tokens) const;
    QRectF axisTitlePlace() const; ///< null where there is no room for it
    void paintHatchInSvg(QPainter &painter, const ThemeTokens &tokens) const;
    void paintCuts(QPainter &painter, const ThemeTokens &tokens) const;
    /// Parts between the natural breaks, shaded by turns and named with their share.
    void paintClusters(QPainter &painter, const ThemeTokens &tokens) const;

    std::optional<reid::Sex> m_sex;
    Layers m_layers{Unassigned | Strangers | Assigned | Density};
    bool m_logarithmic = false;
    Binning m_binning;
    std::array<int, 2> m_automatic{100, 100};          ///< ticks; of the unassigned and the assigned
    double m_top = 0;                                  ///< of the axis
    std::vector<std::pair<double, ColorToken>> m_cuts; ///< middles of the bins that are higher than the plot
    QList<QPointF> m_density;                          ///< of the unassigned; where the ring stands
    QList<QPointF> m_strangers;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(HistogramPane::Layers)

} // namespace herdbook::ui

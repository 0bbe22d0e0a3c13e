// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/plotrange.h"
#include "ui/reid/thresholdcursor.h"

#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QSettings;
class QSplitter;
class QVBoxLayout;

namespace herdbook {
class Card;
class Label;
} // namespace herdbook

namespace herdbook::ui {

class ChartPane;
class IntegrityList;
class Figure;
class HistogramPane;
class LayerLegend;
class NextStepsCard;
class RatePane;
class RecommendationCard;
class SummaryStrip;
class SweepCard;
class WrongSharePane;

/// The charts around the cursor, the sentence under them, and beside them the recommendation and the sweep.
class DistributionTab : public QWidget
{
    Q_OBJECT

public:
    explicit DistributionTab(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);

    HistogramPane *histogram() const { return m_histogram; }
    QList<ChartPane *> charts() const;
    QList<Figure *> figures() const;
    SummaryStrip *strip() const { return m_strip; }
    SweepCard *sweep() const { return m_sweep; }
    RecommendationCard *recommendation() const { return m_recommendation; }
    QSplitter *splitter() const { return m_splitter; }
    PlotRange &range() { return m_range; }

    /// Where recommendation and sweep stand.
    enum class Place {
        Beside, ///< the charts
        Under,  ///< the histogram, which leaves the other charts and the sweep out: the gallery needs the room
        Away    ///< in a tab of their own: whoever asked for it puts side() there
    };
    QWidget *side() const;
    Place place() const { return m_place; }
    void setPlace(Place place);

    /// Layers, scale, bins, splitter, and the thresholds added to the sweep.
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    /// The detections with a best score in [from, to) are wanted; `to` 1 for all from the cursor on.
    void detectionsAsked(double from, double to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCharts();
    QWidget *makeLegend();
    void placeMarks();
    /// Where the data is not sound, the checks stand under the histogram in place of curves that mean nothing.
    void arrange();

    ThresholdCursor &m_cursor;
    PlotRange m_range;
    SharedAnalysis m_analysis;
    HistogramPane *m_histogram;
    RatePane *m_rate;
    WrongSharePane *m_wrong;
    Label *m_rise; ///< why the bound rises where it does
    SummaryStrip *m_strip;
    SweepCard *m_sweep;
    RecommendationCard *m_recommendation;
    QScrollArea *m_side;
    QBoxLayout *m_sideLayout;
    QSplitter *m_splitter;
    QVBoxLayout *m_column; ///< charts, and the strip under them
    Card *m_chartsCard;
    Label *m_chartsTitle;
    LayerLegend *m_legend;
    Card *m_checksCard;
    IntegrityList *m_checks;
    NextStepsCard *m_next;
    QByteArray m_attached; ///< how the splitter stood when the side was taken out
    Place m_place = Place::Beside;
};

} // namespace herdbook::ui

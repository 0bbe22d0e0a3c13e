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

namespace herdbook {
class Card;
class Label;
} // namespace herdbook

namespace herdbook::dashboard {

class ChartPane;
class CheckList;
class Figure;
class HistogramPane;
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

    /// Recommendation and sweep, for a tab of their own where the window is narrow: after detachSide() whoever asked puts the widget
    /// elsewhere; attachSide() takes it back.
    QWidget *side() const;
    void detachSide();
    void attachSide();

    /// Layers, scale, bins and splitter.
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    /// The detections with a best score in [from, to) are wanted; `to` 1 for all from the cursor on.
    void detectionsAsked(double from, double to);

protected:
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
    Card *m_checksCard;
    CheckList *m_checks;
    NextStepsCard *m_next;
    QByteArray m_attached; ///< how the splitter stood when the side was taken out
    bool m_sideDetached = false;
};

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/plotrange.h"
#include "ui/reid/thresholdcursor.h"

#include <QWidget>

class QSplitter;

namespace herdbook::dashboard {

class ChartPane;
class HistogramPane;
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
    SummaryStrip *strip() const { return m_strip; }
    SweepCard *sweep() const { return m_sweep; }
    RecommendationCard *recommendation() const { return m_recommendation; }
    QSplitter *splitter() const { return m_splitter; }

Q_SIGNALS:
    /// The detections with a best score in [from, to) are wanted; `to` 1 for all from the cursor on.
    void detectionsAsked(double from, double to);

private:
    QWidget *makeCharts();
    QWidget *makeLegend();
    void placeMarks();

    ThresholdCursor &m_cursor;
    PlotRange m_range;
    SharedAnalysis m_analysis;
    HistogramPane *m_histogram;
    RatePane *m_rate;
    WrongSharePane *m_wrong;
    SummaryStrip *m_strip;
    SweepCard *m_sweep;
    RecommendationCard *m_recommendation;
    QSplitter *m_splitter;
};

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/curvepane.h"

namespace herdbook::dashboard {

/// Share of all detections that would be assigned at each threshold, with the line of the goal.
class RatePane : public ChartPane
{
    Q_OBJECT

public:
    using ChartPane::ChartPane;

    void setAnalysis(SharedAnalysis analysis);
    QString describeAt(double score) const override;
    QString csv() const override;

protected:
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    double rateAt(double score) const;
    double goal() const;

    SharedAnalysis m_analysis;
};

/// Wrong share of the new assignments: estimate, its upper bound as a band, both methods thin, the limit.
class WrongSharePane : public CurvePane
{
    Q_OBJECT

public:
    using CurvePane::CurvePane;

    void setAnalysis(SharedAnalysis analysis);
    QString describeAt(double score) const override;
    QString csv() const override;

protected:
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    SharedAnalysis m_analysis;
    /// Shares of the added, by threshold tick; NaN where nothing is known or nothing would be added.
    std::vector<float> m_estimate, m_upper, m_m1, m_m2;
    double m_top = 0.10;
};

/// "0.4%", "under 0.1%", or a dash where nothing is known. `narrow` says "<0.1%", for table cells.
QString shareText(std::optional<double> share, bool narrow = false);

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/chartpane.h"

class QPen;

namespace herdbook::dashboard {

/// A chart of curves over all 10,001 thresholds, in percent, with a limit.
class CurvePane : public ChartPane
{
    Q_OBJECT

public:
    using ChartPane::ChartPane;

protected:
    /// Shares (0..1) by threshold tick as a line; gaps where they are NaN.
    void addLines(const std::vector<float> &share, const QPen &pen);
    /// The area between two curves, where both are known.
    void addBand(const std::vector<float> &low, const std::vector<float> &high, const QBrush &brush);
    /// A linear axis from 0 to `top` (a share) with ticks at its half.
    void setTop(double top);
    void paintLimit(QPainter &painter, const ThemeTokens &tokens, double alpha) const;
};

/// False positive identification rate: estimate, its upper bound as a band, both methods thin, the limit.
class FpirPane : public CurvePane
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
    double top() const { return 2 * m_analysis->options.alpha; }

    SharedAnalysis m_analysis;
};

} // namespace herdbook::dashboard

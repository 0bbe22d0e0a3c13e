// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartpane.h"

namespace herdbook::ui {

/// Share of all detections that would be assigned at each threshold, with the line of the goal.
class RatePane : public ChartPane
{
    Q_OBJECT

public:
    using ChartPane::ChartPane;

    QString describeAt(double score) const override;
    QString csv() const override;

protected:
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    double rateAt(double score) const;
};

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/plotrange.h"
#include "ui/reid/thresholdcursor.h"

#include <QWidget>

namespace herdbook {
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::ui {

class ChartPane;
class DetView;
class Figure;
class FpirPane;
class WrongSharePane;

/// What a looser threshold costs: wrong share and false matches with their bounds, and the DET curve.
class TradeoffTab : public QWidget
{
    Q_OBJECT

public:
    explicit TradeoffTab(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    QList<Figure *> figures() const;
    ChartPane *chart() const; ///< the first one with the cursor in it
    DetView *det() const { return m_det; }

private:
    PlotRange m_range;
    WrongSharePane *m_wrong;
    FpirPane *m_fpir;
    DetView *m_det;
    Pill *m_optimistic;
    Label *m_figures;
    Label *m_rise; ///< why the bound rises where it does
};

} // namespace herdbook::ui

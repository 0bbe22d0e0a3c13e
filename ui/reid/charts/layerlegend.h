// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/histogrampane.h"

#include <QToolButton>

class QCheckBox;
class QComboBox;

namespace herdbook::ui {

class LayerSwitch;

/// The histogram's legend: a switch for each layer with its mark, the logarithmic scale, and how it is binned. In a narrow card it takes
/// several lines.
class LayerLegend : public QWidget
{
    Q_OBJECT

public:
    explicit LayerLegend(HistogramPane &histogram, QWidget *parent = nullptr);

private:
    void refresh();
    void takeBins(const QString &text);
    QString refusal() const;

    HistogramPane &m_histogram;
    QList<LayerSwitch *> m_switches;
    QCheckBox *m_logarithmic;
    QComboBox *m_bins;
};

/// One entry: the layer's mark as the chart draws it, and its name; checked while the layer is shown.
class LayerSwitch : public QToolButton
{
    Q_OBJECT

public:
    explicit LayerSwitch(HistogramPane::Layer layer, QWidget *parent = nullptr);
    HistogramPane::Layer layer() const { return m_layer; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {26, 26}; } ///< the mark alone

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HistogramPane::Layer m_layer;
};

} // namespace herdbook::ui

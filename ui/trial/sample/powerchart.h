// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/power.h"

#include <QPolygonF>
#include <QWidget>

namespace herdbook::trial {

/// The chance that this sample certifies its candidate, over the true wrong share; computed for the sample at hand.
class PowerChart : public QWidget
{
    Q_OBJECT

public:
    explicit PowerChart(QWidget *parent = nullptr);

    /// @param judgedAt units at each threshold, strict to loose; empty: nothing to draw.
    /// @param shape how the share falls with the threshold, see Shape.
    void setSample(const std::vector<int> &judgedAt, const Shape &shape = {}, const Level &level = {});

    QSize sizeHint() const override { return {520, 230}; }
    QSize minimumSizeHint() const override { return {300, 170}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Level m_level;
    QPolygonF m_curve; ///< share, chance
    double m_threeInFour = 0;
};

} // namespace herdbook::trial

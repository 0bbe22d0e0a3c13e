// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"
#include "ui/widgets/labels/labelplaces.h"

#include <QWidget>

namespace herdbook::trial {

/// Detections certified on average over the true wrong share: the chosen preset solid, the others dashed and dotted.
class ProspectChart : public QWidget
{
    Q_OBJECT

public:
    explicit ProspectChart(QWidget *parent = nullptr);

    /// Null: nothing to draw. `fresh` false: the curves are of what was typed before and stand at half strength.
    void setProspects(std::shared_ptr<const Prospects> prospects, int atCandidate, const Estimate &estimate);
    void setStale(bool stale);
    void setPreset(Preset preset);

    QSize sizeHint() const override { return {620, 330}; }
    QSize minimumSizeHint() const override { return {360, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    /// What is to be read in the plot, the most important first: the mark, the threshold's line, the chosen curve, the estimate, the others.
    std::vector<ChartLabel> labels(const QRectF &area, double top) const;

    std::shared_ptr<const Prospects> m_prospects;
    int m_atCandidate = 0;
    Estimate m_estimate;
    Preset m_preset = Preset::Standard;
    bool m_stale = false;
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <vector>

namespace herdbook::ui {

/// The one threshold that all charts, figures, tables and galleries of the dashboard share. Moves in steps of 0.0001 within 0..1.
class ThresholdCursor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    double value() const { return m_ticks / 10000.0; }
    int ticks() const { return m_ticks; }

    /// Rounds to 0.0001 and clamps to 0..1; moved() follows only a change.
    void setValue(double threshold);
    void step(double by) { setValue(value() + by); }

    /// Thresholds the cursor sticks to while it is dragged (in force, recommended, rows of the sweep).
    void setAnchors(std::vector<double> anchors) { m_anchors = std::move(anchors); }
    /// The nearest anchor within `reach`, else the threshold itself.
    double attracted(double threshold, double reach) const;

    /// "0.550", or "0.5525" where the third decimal doesn't say it.
    QString text() const;

Q_SIGNALS:
    void moved(double threshold);

private:
    int m_ticks = 7000;
    std::vector<double> m_anchors;
};

} // namespace herdbook::ui

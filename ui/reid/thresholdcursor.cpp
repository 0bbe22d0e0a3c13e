// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/thresholdcursor.h"

#include "core/base/language.h"

#include <algorithm>
#include <cmath>

namespace herdbook::ui {

void ThresholdCursor::setValue(double threshold)
{
    const int ticks = static_cast<int>(std::lround(std::clamp(threshold, 0.0, 1.0) * 10000));
    if (ticks == m_ticks)
        return;
    m_ticks = ticks;
    Q_EMIT moved(value());
}

double ThresholdCursor::attracted(double threshold, double reach) const
{
    double nearest = threshold;
    double distance = reach;
    for (const double anchor : m_anchors) {
        if (std::abs(anchor - threshold) <= distance) {
            nearest = anchor;
            distance = std::abs(anchor - threshold);
        }
    }
    return nearest;
}

QString ThresholdCursor::text() const
{
    return shownNumber(value(), m_ticks % 10 == 0 ? 3 : 4);
}

} // namespace herdbook::ui

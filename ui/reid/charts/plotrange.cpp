// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/plotrange.h"

#include <algorithm>

namespace herdbook::ui {

void PlotRange::setHome(double from, double to)
{
    m_homeFrom = from;
    m_homeTo = to;
    show(from, to);
}

void PlotRange::show(double from, double to)
{
    constexpr double least = 0.02;
    const double width = std::clamp(to - from, std::min(least, m_homeTo - m_homeFrom), m_homeTo - m_homeFrom);
    from = std::clamp(from, m_homeFrom, m_homeTo - width);
    if (from == m_from && from + width == m_to)
        return;
    m_from = from;
    m_to = from + width;
    Q_EMIT changed();
}

void PlotRange::zoom(double around, double factor)
{
    const double share = width() > 0 ? (around - m_from) / width() : 0.5;
    const double newWidth = width() * factor;
    show(around - share * newWidth, around + (1 - share) * newWidth);
}

} // namespace herdbook::ui

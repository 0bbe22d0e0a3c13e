// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/table.h"
#include "core/season/effort/rateratio.h"

namespace herdbook::render {

/// A column of ratios with their intervals on one logarithmic axis, 1 dashed.
class Forest
{
public:
    /// Chooses the axis so that the intervals fit, between a quarter and four times at least as far as half and twice.
    explicit Forest(const std::vector<std::optional<season::RateRatio>> &ratios);

    layout::Column column(qreal width) const;
    layout::DrawCell cell(const std::optional<season::RateRatio> &ratio, bool strong = false) const;

private:
    qreal x(const QRectF &rect, double ratio) const;

    double m_reach = 2; ///< the axis runs from 1 / reach to reach
};

} // namespace herdbook::render

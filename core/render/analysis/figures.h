// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QPainter>

namespace herdbook::render {

/// Best scores in percent of each layer per 0.01, with the unassigned layer's density, both impostor estimates, and marks at the
/// thresholds in force, recommended and tested.
void paintHistogram(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

/// The share of all detections that would be assigned, with the goal.
void paintRates(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

/// The wrong share of the new assignments with its upper bound, FPIR, and both methods.
void paintErrors(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

} // namespace herdbook::render

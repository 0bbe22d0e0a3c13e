// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/figures.h"

#include <QPainter>

namespace herdbook::render {

/// "recommended", "to be tried" or "certified".
QString markName(reid::ThresholdMark::Kind kind);

/// Best scores in percent of each layer per 0.01, with the unassigned layer's density, what strangers would score, and marks at the
/// thresholds in force, recommended and tested.
/// @param sex only its detections; without it all.
void paintHistogram(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis,
                    std::optional<reid::Sex> sex = std::nullopt);

/// The share of all detections that would be assigned, with the goal.
void paintRates(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

/// The wrong share of the new assignments with its upper bound and its parts.
void paintErrors(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

/// False non-matches over false matches on normal scales (DET), with the thresholds in force and recommended on it; says that it is
/// optimistic. Needs Analysis::separation.
void paintDet(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

/// How alike the profiles are, each with each, by sex; pairs that may be one animal are ringed. Needs Analysis::profileSimilarity.
void paintLikeness(QPainter &painter, const QRectF &rect, const reid::Analysis &analysis);

} // namespace herdbook::render

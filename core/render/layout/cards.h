// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"

namespace herdbook::layout {

/// A figure with what it means: "Detections", "11,570", "31.7 a day".
struct Card
{
    QString label;
    QString figure;
    QString note;
};

/// Adds rows of equally wide cards.
void addCards(Document &document, const std::vector<Card> &cards, int perRow = 4);

} // namespace herdbook::layout

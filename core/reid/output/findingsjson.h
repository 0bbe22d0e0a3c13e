// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QJsonObject>

namespace herdbook::reid::json {

/// Adds what was found in the data: funnel, integrity, suspects, contradictions.
void addFindings(const Analysis &analysis, QJsonObject &object);

} // namespace herdbook::reid::json

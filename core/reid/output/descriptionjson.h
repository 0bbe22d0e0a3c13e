// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QJsonObject>

namespace herdbook::reid::json {

/// Adds what describes the scores and no threshold follows from: groups, clusters, histogram, separation.
void addDescription(const Analysis &analysis, QJsonObject &object);

} // namespace herdbook::reid::json

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QJsonObject>

namespace herdbook::reid {

/// Version of the schema below; it changes when a field goes or changes its meaning, not when one is added.
inline constexpr int kJsonSchemaVersion = 2;

/// An analysis for programs. The fields are described in analysis-json.md beside this file. What is not known is null.
QJsonObject toJson(const Analysis &analysis);

} // namespace herdbook::reid

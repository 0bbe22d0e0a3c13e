// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"
#include "core/reid/load/schema.h"
#include "core/storage/copyreader.h"

#include <span>

namespace herdbook::reid {

using storage::Cell;
using storage::CopyReader;

/// How many values the vector in a cell has; -1 when it can't be read as a one-dimensional vector.
int vectorLength(const Cell &cell, VectorType type);

/// Copies the values; `to` has the vector's length. Nulls inside an array become NaN.
void readVector(const Cell &cell, VectorType type, std::span<float> to);

/// Reads {"x": .., "y": .., "width": .., "height": ..}; a box of zero size when a number is missing or not finite.
Box readBox(std::string_view json);

} // namespace herdbook::reid

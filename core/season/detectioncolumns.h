// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/columns.h"
#include "core/storage/postgres.h"

namespace herdbook::season {

using DetectionColumns = storage::Columns;

} // namespace herdbook::season

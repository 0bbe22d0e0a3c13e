// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photocrops.h"
#include "core/storage/columns.h"
#include "core/storage/postgres.h"

namespace herdbook::render {

/// What the database's boxes are, asked of all of them together: fractions only where all look like them. Usually the first few decide.
Result<BoxUnit> boxUnitOf(storage::Postgres &connection, const storage::Columns &columns);

} // namespace herdbook::render

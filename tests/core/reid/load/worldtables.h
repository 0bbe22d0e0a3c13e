// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pgsession.h"
#include "tests/core/reid/simulation/simulation.h"

namespace herdbook::reid::simulation {

/// Changes the type of the vectors' columns of an empty deployed schema.
Result<void> setVectorType(demo::PgSession &session, const QByteArray &type);

/// Writes a herd into the deployed system's tables; vectors as text of the column's type (`real[]`, `double precision[]`, `bytea`,
/// `vector`), or none at all for an empty type.
Result<void> writeWorld(demo::PgSession &session, const World &world, const QByteArray &type = "real[]");

/// Writes every pair's score, rounded to four decimals, negative ones as 0; both sexes or only the detection's own.
Result<void> writeScores(demo::PgSession &session, const World &world, bool crossSexToo = true);

} // namespace herdbook::reid::simulation

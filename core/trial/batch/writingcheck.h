// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connectioncheck.h"

namespace herdbook::trial {

/// For storage::checkPostgres(): whether trials can be kept in this database's journal and batches applied, by inspectRights(). A warning
/// where not; Failed where PostgreSQL doesn't tell. Passed as well where there is no journal yet and the role may make one.
storage::CheckStep checkWriting(storage::Postgres &connection);

} // namespace herdbook::trial

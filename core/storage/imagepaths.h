// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/columns.h"
#include "core/storage/postgres.h"

#include <QSet>
#include <QUuid>

namespace herdbook::storage {

/// Where photos are, as the database has it, by the ids of their images; those that it doesn't know are left out.
Result<QHash<QUuid, QString>> readImagePaths(Postgres &connection, const Columns &columns, const QSet<QUuid> &images);

} // namespace herdbook::storage

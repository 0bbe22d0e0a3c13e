// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

#include <QStringList>

namespace herdbook::trial {

/// Where the deployed system's tables are and which of the later columns they have. Statements name schema and table in full.
struct Deployed
{
    QString detections; ///< "public.detections", quoted where needed
    QString deer;
    QString images;
    QStringList columns; ///< of detections

    bool has(QLatin1String column) const { return columns.contains(column); }
    /// `table.column`, or the text of a value where the deployment hasn't got the column.
    QString columnOr(QLatin1String table, QLatin1String column, QLatin1String otherwise) const;
};

/// Corrupt when there is no table of detections.
Result<Deployed> findDeployed(storage::Postgres &connection);

/// Why the schema `herdbook` can't be trusted: it or one of its tables belongs to somebody who is neither the connected role, nor a role
/// this is a member of, nor a superuser, nor the database's owner, so that writing there would run a stranger's triggers, rules or defaults
/// with the connected role's rights. Empty when all is well, also where there is no such schema.
Result<QString> whyUntrusted(storage::Postgres &connection);

/// Denied where row security may hide rows of detections or deer from the connected role: a hidden row looks like a deleted one.
Result<void> requireEveryRow(storage::Postgres &connection, const Deployed &deployed);

/// whyUntrusted() as a Result: Denied with the reason.
Result<void> requireTrust(storage::Postgres &connection);

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/columns.h"
#include "core/storage/postgres.h"

namespace herdbook::trial {

/// The deployed system's tables as batches read and write them. Statements name schema and table in full; ids are compared as uuid, also
/// where they are text.
struct Deployed
{
    storage::Columns columns;
    QString detections; ///< "public.detections", quoted where needed
    QString deer;
    QHash<QString, QString> casts; ///< of review columns that text isn't simply stored in: to which type
    QSet<QString> generated;       ///< review columns that nobody can set
    QSet<QString> notNull;         ///< review columns that can't be without a value

    bool has(QLatin1String column) const { return columns.has(QStringLiteral("detections"), column); }
    QString detectionId(const char *alias) const { return columns.value("detections", "id", alias); }
    QString heldId(const char *alias) const { return columns.value("detections", "deer_id", alias); }
    QString deerId(const char *alias) const { return columns.value("deer", "id", alias); }
    /// A review column as the journal keeps it, exactly as it is: times without a zone as if they were UTC.
    QString noted(QLatin1String column, const char *alias) const;
    /// The reverse: what a journal's value is stored as. @param value SQL
    QString stored(QLatin1String column, const QString &value) const;
};

/// Corrupt, in one sentence, when a table or column is missing or of a type that can't be read.
Result<Deployed> findDeployed(storage::Postgres &connection);

/// Why the schema `herdbook` can't be trusted: it or one of its tables belongs to somebody who is neither the connected role, nor a role
/// this is a member of, nor a superuser, nor the database's owner, so that writing there would run a stranger's triggers, rules or defaults
/// with the connected role's rights. Empty when all is well, also where there is no such schema.
Result<QString> whyUntrusted(storage::Postgres &connection);

/// What of requireFit() is told without reading a row, so without any right to.
Result<void> requireForm(storage::Postgres &connection, const Deployed &deployed);

/// Why batches can't be written into these tables. Denied where row security may hide rows of detections or deer from the connected role: a
/// hidden row looks like a deleted one. Corrupt where one of them is a view, which may hide rows as well, or ids can't be told apart.
Result<void> requireFit(storage::Postgres &connection, const Deployed &deployed);

/// whyUntrusted() as a Result: Denied with the reason.
Result<void> requireTrust(storage::Postgres &connection);

} // namespace herdbook::trial

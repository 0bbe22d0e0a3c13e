// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/schema.h"

#include <QStringList>

namespace herdbook::trial {

/// What the connected role may do about batches.
struct Rights
{
    QString role;
    int schemaVersion = 0; ///< 0: no schema `herdbook` yet, or not readable
    bool readable = true;  ///< false: there is a schema `herdbook`, but the role may not look into it
    bool mayCreateSchema = false;
    bool readOnlyServer =
        false;           ///< a standby, or set to read-only for this role: nothing can be written whatever the rights
    QStringList missing; ///< rights that Apply and Undo need and the role lacks, in words
    QString unfit;       ///< why batches can't be written into the tables as they are, in words; empty: they can
    QString untrusted;   ///< why the schema can't be trusted, in words; empty: it can
    QString grants;      ///< the SQL with which an owner grants them; empty when none is missing

    bool mayWrite() const
    {
        return schemaVersion >= kAppliesSince && schemaVersion <= kSchemaVersion && missing.isEmpty() &&
               unfit.isEmpty() && untrusted.isEmpty() && !readOnlyServer;
    }
};

/// Asks PostgreSQL; changes nothing.
Result<Rights> inspectRights(storage::Postgres &connection);

/// The rights that trials, answers and certificates in the journal need besides and the role lacks, in words. Of a journal that is readable.
Result<QStringList> missingForTrials(storage::Postgres &connection);

} // namespace herdbook::trial

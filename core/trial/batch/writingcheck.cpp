// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/writingcheck.h"

#include "core/trial/batch/rights.h"

namespace herdbook::trial {

using storage::CheckStep;
using Outcome = CheckStep::Outcome;

namespace {

/// Why nothing can be written, whatever the rights; empty where it can.
QString hindrance(const Rights &rights)
{
    if (!rights.untrusted.isEmpty())
        return rights.untrusted;
    if (rights.readOnlyServer)
        return QStringLiteral("The server is read only: trials can't be kept or applied here");
    if (rights.schemaVersion > kSchemaVersion)
        return QStringLiteral("The journal is at version %1, made by a newer Herdbook; this one knows version %2")
            .arg(rights.schemaVersion)
            .arg(kSchemaVersion);
    return rights.unfit;
}

} // namespace

CheckStep checkWriting(storage::Postgres &connection)
{
    const auto warning = [](const QString &detail) {
        return CheckStep{QStringLiteral("Rights"), detail, Outcome::Warning};
    };
    const auto untold = [&](const Error &error) {
        // Of these PostgreSQL has told enough: somebody else's schema, or a table that is held.
        const bool found = error.kind == ErrorKind::Conflict || error.kind == ErrorKind::InvalidInput;
        return found ? warning(error.message) : CheckStep{QStringLiteral("Query"), error.message, Outcome::Failed};
    };
    const Result<Rights> rights = inspectRights(connection);
    if (!rights)
        return untold(rights.error());
    if (const QString why = hindrance(*rights); !why.isEmpty())
        return warning(why);
    QStringList missing = rights->missing;
    const bool journal = rights->schemaVersion > 0 || !rights->readable;
    if (!journal && !rights->mayCreateSchema)
        missing << QStringLiteral("CREATE for the schema herdbook");
    if (rights->schemaVersion > 0) {
        const Result<QStringList> trials = missingForTrials(connection);
        if (!trials)
            return untold(trials.error());
        missing << *trials;
    }
    if (!missing.isEmpty())
        return warning(
            QStringLiteral("Trials can't be kept or applied; missing: %1").arg(missing.join(QLatin1String(", "))));
    if (journal && rights->schemaVersion < kAppliesSince)
        return warning(QStringLiteral("This database has no journal of version %1 or newer").arg(kAppliesSince));
    return {QStringLiteral("Rights"), QStringLiteral("Reading, and writing for trials"), Outcome::Passed};
}

} // namespace herdbook::trial

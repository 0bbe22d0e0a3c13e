// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QSet>

namespace herdbook::trial {

using storage::Postgres;
using storage::Transaction;

namespace {

struct Columns
{
    std::vector<QUuid> detections;
    std::vector<QUuid> deer;
    std::vector<QUuid> profiles; ///< each deer once
};

Columns columnsOf(const BatchPlan &plan)
{
    Columns columns;
    QSet<QUuid> seen;
    for (const Change &change : plan.changes) {
        columns.detections.push_back(change.detection);
        columns.deer.push_back(change.deer);
        if (!seen.contains(change.deer)) {
            seen.insert(change.deer);
            columns.profiles.push_back(change.deer);
        }
    }
    return columns;
}

/// The row as it is left, a trigger's work included: what undo compares with.
Result<void> noteWritten(Postgres &connection, const Deployed &deployed, const QString &batch)
{
    const Result<qint64> noted = connection.execute(
        QStringLiteral("UPDATE herdbook.assignment a SET new_is_reviewed = %1, new_reviewed_by = %2, "
                       "new_reviewed_at = %3, new_corrected_classification = %4 FROM %5 d "
                       "WHERE a.batch_id = $1 AND a.outcome = 'written' AND %6 = a.detection_id "
                       "AND %7 = a.new_deer_id")
            .arg(deployed.noted(QLatin1String("is_reviewed"), "d"), deployed.noted(QLatin1String("reviewed_by"), "d"),
                 deployed.noted(QLatin1String("reviewed_at"), "d"),
                 deployed.noted(QLatin1String("corrected_classification"), "d"), deployed.detections,
                 deployed.detectionId("d"), deployed.heldId("d")),
        {batch});
    if (!noted)
        return noted.error();
    const Result<qint64> written =
        singleNumber(connection,
                     QStringLiteral("SELECT count(*) AS value FROM herdbook.assignment WHERE batch_id = $1 "
                                    "AND outcome = 'written'"),
                     {batch});
    if (!written)
        return written.error();
    if (*written != *noted)
        return Error{ErrorKind::Internal,
                     QStringLiteral("The database changed %1 rows otherwise than asked; nothing was kept")
                         .arg(*written - *noted)};
    return {};
}

/// Adds what was written to the sighting counts, unless the deployed system has done so by itself, and notes both numbers.
Result<void> countSightings(Postgres &connection, const Deployed &deployed, const QString &batch)
{
    const Result<qint64> counted = connection.execute(
        QStringLiteral("UPDATE %1 p SET sighting_count = s.old_count + n.rows FROM herdbook.sighting s JOIN "
                       "(SELECT new_deer_id, CAST(count(*) AS integer) AS rows FROM herdbook.assignment "
                       "WHERE batch_id = $1 AND outcome = 'written' GROUP BY new_deer_id) n "
                       "ON n.new_deer_id = s.deer_id WHERE s.batch_id = $1 AND %2 = s.deer_id "
                       "AND p.sighting_count = s.old_count")
            .arg(deployed.deer, deployed.deerId("p")),
        {batch});
    if (!counted)
        return counted.error();
    const Result<qint64> noted =
        connection.execute(QStringLiteral("UPDATE herdbook.sighting s SET new_count = p.sighting_count FROM %1 p "
                                          "WHERE s.batch_id = $1 AND %2 = s.deer_id")
                               .arg(deployed.deer, deployed.deerId("p")),
                           {batch});
    return noted ? Result<void>() : Result<void>(noted.error());
}

/// One attempt. `Conflict` errors mean that another transaction holds something; everything is rolled back then.
Result<void> attemptApply(Postgres &connection, const BatchPlan &plan, const Columns &columns, const StepListener &step)
{
    const QString batch = uuidText(plan.id);
    Result<OpenedWrite> opening = openWrite(connection, step);
    if (!opening)
        return opening.error();
    const Deployed *const deployed = &opening->deployed;
    Transaction *const transaction = &opening->transaction;
    if (const Result<void> locked = lockBoth(connection, *deployed, columns.profiles, columns.detections, step);
        !locked)
        return locked.error();
    step(Step::Open);
    // Zero rows: the id is in the journal, because an earlier attempt was written although its answer was lost.
    const Result<qint64> opened = connection.execute(
        QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES ($1, $2, $3, $4) "
                       "ON CONFLICT (id) DO NOTHING"),
        {batch, uuidText(plan.trial), plan.threshold, plan.by});
    if (!opened)
        return opened.error();
    if (*opened == 0)
        return {};
    step(Step::Journal);
    const Result<qint64> journalled = connection.execute(
        QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, old_deer_id, new_deer_id, outcome, "
                       "found_deer_id, described, old_is_reviewed, old_reviewed_by, old_reviewed_at, "
                       "old_corrected_classification) SELECT CAST($1 AS uuid), wanted.detection, NULL, wanted.deer, "
                       "looked.outcome, d.deer_id, true, d.is_reviewed, d.reviewed_by, d.reviewed_at, d.corrected "
                       "FROM ") +
            wantedRows(*deployed, 2),
        {batch, uuidArray(columns.detections), uuidArray(columns.deer)});
    if (!journalled)
        return journalled.error();
    const Result<qint64> sightings = connection.execute(
        QStringLiteral("INSERT INTO herdbook.sighting (batch_id, deer_id, old_count, new_count) "
                       "SELECT CAST($1 AS uuid), %2, p.sighting_count, p.sighting_count FROM %1 p WHERE %2 IN "
                       "(SELECT new_deer_id FROM herdbook.assignment WHERE batch_id = $1 AND outcome = 'written') "
                       "AND p.sighting_count IS NOT NULL")
            .arg(deployed->deer, deployed->deerId("p")),
        {batch});
    if (!sightings)
        return sightings.error();
    step(Step::Write);
    // Text is copied as it is: other rows, and a foreign key, write it that way.
    const bool isUuid =
        deployed->columns.type(QStringLiteral("detections"), QStringLiteral("deer_id")) == QLatin1String("uuid");
    const QString profile = isUuid ? deployed->deerId("p") : QStringLiteral("p.id");
    const Result<qint64> written =
        connection.execute(QStringLiteral("UPDATE %1 d SET deer_id = %2 FROM herdbook.assignment a JOIN %3 p "
                                          "ON %4 = a.new_deer_id WHERE a.batch_id = $1 AND a.outcome = 'written' "
                                          "AND %5 = a.detection_id AND %6 IS NOT DISTINCT FROM a.old_deer_id")
                               .arg(deployed->detections, profile, deployed->deer, deployed->deerId("p"),
                                    deployed->detectionId("d"), deployed->heldId("d")),
                           {batch});
    if (!written)
        return written.error();
    // Triggers that would wait for the commit run now, so that what they do is seen.
    if (const Result<qint64> now = connection.execute(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")); !now)
        return now.error();
    if (const Result<void> noted = noteWritten(connection, *deployed, batch); !noted)
        return noted.error();
    step(Step::Count);
    if (const Result<void> counted = countSightings(connection, *deployed, batch); !counted)
        return counted.error();
    return commitAsPromised(connection, *transaction, *written,
                            QStringLiteral("SELECT count(*) AS value FROM herdbook.assignment "
                                           "WHERE batch_id = $1 AND outcome = 'written'"),
                            batch, step);
}

} // namespace

Result<BatchRecord> applyBatch(Postgres &connection, const BatchPlan &plan, const std::stop_token &stop,
                               const StepListener &listener)
{
    const Columns columns = columnsOf(plan);
    if (QSet<QUuid>(columns.detections.begin(), columns.detections.end()).size() !=
        static_cast<qsizetype>(columns.detections.size()))
        return Error{ErrorKind::InvalidInput, QStringLiteral("A detection is in the batch twice")};
    const StepListener step = listener ? listener : [](Step) {};
    const Result<void> done = withRetries(
        connection, [&] { return attemptApply(connection, plan, columns, step); }, stop);
    if (!done)
        return done.error();
    Result<std::optional<BatchRecord>> record = findBatch(connection, plan.id);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorKind::Internal, QStringLiteral("The batch was written but is not in the journal")};
    return std::move(**record);
}

} // namespace herdbook::trial

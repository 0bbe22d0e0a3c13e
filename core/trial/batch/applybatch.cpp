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

/// One attempt. `Conflict` errors mean that another transaction holds a row; everything is rolled back then.
Result<void> attemptApply(Postgres &connection, const BatchPlan &plan, const Columns &columns, const StepListener &step)
{
    const QString batch = uuidText(plan.id);
    step(Step::Begin);
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    step(Step::Serialize);
    if (const Result<void> alone = lockBatches(connection); !alone)
        return alone.error();
    step(Step::Open);
    // Zero rows: the id is in the journal, because an earlier attempt was written although its answer was lost.
    const Result<qint64> opened = connection.execute(
        QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (id) DO NOTHING"),
        {batch, uuidText(plan.trial), plan.threshold, plan.by});
    if (!opened)
        return opened.error();
    if (*opened == 0)
        return {};
    step(Step::LockRows);
    if (const Result<void> locked = lockDetections(connection, columns.detections); !locked)
        return locked.error();
    step(Step::LockProfiles);
    if (const Result<void> locked = lockDeer(connection, columns.profiles); !locked)
        return locked.error();
    step(Step::Journal);
    const Result<qint64> journalled = connection.execute(
        QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, old_deer_id, new_deer_id, outcome, "
                       "found_deer_id) SELECT CAST(? AS uuid), wanted.detection, NULL, wanted.deer, looked.outcome, "
                       "d.deer_id FROM ") +
            wantedRows(),
        {batch, uuidArray(columns.detections), uuidArray(columns.deer)});
    if (!journalled)
        return journalled.error();
    step(Step::Write);
    const Result<qint64> written = connection.execute(
        QStringLiteral("UPDATE detections SET deer_id = a.new_deer_id FROM herdbook.assignment a "
                       "WHERE a.batch_id = ? AND a.outcome = 'written' AND detections.id = a.detection_id "
                       "AND detections.deer_id IS NOT DISTINCT FROM a.old_deer_id"),
        {batch});
    if (!written)
        return written.error();
    step(Step::Count);
    if (const Result<void> counted = recountSightings(connection, columns.profiles); !counted)
        return counted.error();
    return commitAsPromised(
        connection, *transaction, *written,
        QStringLiteral("SELECT count(*) FROM herdbook.assignment WHERE batch_id = ? AND outcome = 'written'"), batch,
        step);
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
    const Result<void> done = withRetries([&] { return attemptApply(connection, plan, columns, step); }, stop);
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

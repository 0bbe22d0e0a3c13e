// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

#include <QDateTime>
#include <QUuid>
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace herdbook::trial {

/// One row that a batch is to change: an unassigned detection gets a profile.
struct Change
{
    QUuid detection;
    QUuid deer;
    bool operator==(const Change &) const = default;
};

/// What a batch is to do. The id is chosen beforehand, so that after a lost connection one can ask whether it was written.
struct BatchPlan
{
    QUuid id;
    QUuid trial;
    double threshold = 0;
    QString by;
    std::vector<Change> changes;
    std::vector<QUuid> sample; ///< all detections of the sample, for its rate before and after
};

/// What a batch found in a row.
enum class RowState {
    Ready,       ///< as expected; will be, or was, written
    Changed,     ///< someone else assigned it (or, for undo, assigned it anew) meanwhile: left alone
    Deleted,     ///< the detection is gone
    ProfileGone, ///< the profile is gone
    Invalid,     ///< marked as not valid
    Duplicate,   ///< marked as a duplicate
    OtherSex,    ///< its class may not match the profile any more: it was corrected, or the profile's sex was
    Reviewed,    ///< undo: it holds what the batch wrote, but a person has decided about it since
    LaterBatch   ///< undo: a later batch wrote it; that one has to be undone first
};

/// Assigned of all; the share is nothing without detections.
struct Rate
{
    qint64 assigned = 0;
    qint64 all = 0;
    std::optional<double> share() const;
};

struct PreviewRow
{
    Change change;
    RowState state = RowState::Ready;
    QDateTime takenAt; ///< UTC; invalid when the detection is gone
    QString deerName;
    QString deerSex;
    QUuid now; ///< what it holds now; null: unassigned
    QString nowName;
};

/// Exactly what a batch would do if it ran now.
struct Preview
{
    std::vector<PreviewRow> rows; ///< in the plan's order
    qint64 ready = 0;
    qint64 profiles = 0; ///< whose sightings are counted up: those that have a count
    Rate allBefore, allAfter, sampleBefore, sampleAfter;
};

/// A row that was left alone and what was found in it.
struct Conflict
{
    QUuid detection;
    RowState state = RowState::Changed;
    QUuid expected; ///< null: unassigned
    QUuid found;
    QString foundName;
    QString foundBy;   ///< undo: who reviewed the row, as it says
    QDateTime foundAt; ///< undo: and when
    QUuid laterBatch;  ///< LaterBatch: which
    bool noted = true; ///< Reviewed: false where what the batch found wasn't noted: it may have been decided before
};

/// How a batch changed one deer's sighting count, and how undo did.
struct Sighting
{
    QUuid deer;
    QString name;
    QString sex;
    int before = 0;
    int after = 0;
    std::optional<int> undoBefore, undoAfter;
};

/// A profile whose sighting count undo doesn't lower by as many as rows go back: no count falls under 0, and not all profiles have one.
struct Miscount
{
    QUuid deer;
    QString name;
    qint64 rows = 0;                  ///< of it that go back
    std::optional<int> before, after; ///< undo; nothing: no count is known
};

/// What a batch did.
struct BatchRecord
{
    QUuid id;
    QUuid trial;
    double threshold = 0;
    QString appliedBy;
    QDateTime appliedAt;
    QString undoneBy;
    QDateTime undoneAt; ///< invalid: not undone
    qint64 written = 0;
    qint64 restored = 0;
    std::vector<Conflict> applyConflicts;
    std::vector<Conflict> undoConflicts;
    bool compared = false;    ///< restored, undoConflicts and miscounts tell what undo would do now: previewUndo()
    std::vector<Change> rows; ///< written
    std::vector<Sighting> sightings;
    std::vector<Miscount> miscounts; ///< by undo; none where no sightings were noted

    bool isUndone() const { return undoneAt.isValid(); }
};

/// The statements of a batch in order; `Committed` comes after the commit was acknowledged.
enum class Step { Begin, Serialize, LockProfiles, LockRows, Open, Journal, Write, Count, Close, Commit, Committed };
inline constexpr int kSteps = 11;

/// Called before each statement (from the calling thread), for progress.
using StepListener = std::function<void(Step)>;

/// Reads what the plan would do, in one snapshot; writes nothing and needs no right to write.
Result<Preview> previewBatch(storage::Postgres &connection, const BatchPlan &plan);

/// How long apply, undo and migration try to get what others hold before they give up and name them.
inline constexpr std::chrono::seconds kPatience{5};

/// Carries the plan out in one transaction: journal, rows, sighting counts. Rows that are not eligible any more (RowState says why: each is
/// looked at after it was locked) are left alone and reported. Locks are taken in one order: the journal's advisory lock, deer, detections,
/// the journal's tables; none is waited for longer than a fraction of the server's deadlock_timeout: when somebody holds one, everything is let
/// go and begun anew, for kPatience, then Conflict, naming who it is; nothing is written then. So it can't be part of a deadlock. Denied
/// where the schema can't be trusted. A plan whose id is in
/// the journal already is not carried out again; its record is returned. Unreachable while committing: ask findBatch().
Result<BatchRecord> applyBatch(storage::Postgres &connection, const BatchPlan &plan, const std::stop_token &stop = {},
                               const StepListener &listener = {});

/// Takes a batch back in one transaction, from the journal: only rows that are as it left them (deer, review, correction) and that no
/// later batch wrote; the others are reported and left alone. Sighting counts lose what the restored rows had added, as far as
/// they can: miscounts tell where not.
/// Where none can go back nothing is changed, and the batch stays applied: what previewUndo() says is returned. Internal when the database
/// (a trigger) doesn't let a row be what it was: nothing is changed then either. NotFound when there is no such batch; one that is undone
/// already is returned as it is.
Result<BatchRecord> undoBatch(storage::Postgres &connection, const QUuid &batch, const QString &by,
                              const std::stop_token &stop = {}, const StepListener &listener = {});

/// Who else applies or undoes a batch, or changes the journal, at this moment, in words; empty: nobody.
Result<QString> whoWrites(storage::Postgres &connection);

/// The journal's record of one batch; nothing when there is none.
Result<std::optional<BatchRecord>> findBatch(storage::Postgres &connection, const QUuid &batch);

/// What undoing a batch would do now: restored counts the rows that would go back, undoConflicts those that would not. Writes nothing.
/// NotFound when there is no such batch.
Result<BatchRecord> previewUndo(storage::Postgres &connection, const QUuid &batch);

/// All batches there are, newest first; without their rows and sightings.
Result<std::vector<BatchRecord>> allBatches(storage::Postgres &connection);

/// All batches of a trial, newest first.
Result<std::vector<BatchRecord>> batchesOf(storage::Postgres &connection, const QUuid &trial);

} // namespace herdbook::trial

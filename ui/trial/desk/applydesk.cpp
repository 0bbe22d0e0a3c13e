// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/applydesk.h"

#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;

namespace {

/// When two administrators apply one trial at once, the later batch finds nothing left to write: the other one is what Undo is about.
std::optional<BatchRecord> batchToShow(std::vector<BatchRecord> newestFirst)
{
    if (newestFirst.empty())
        return std::nullopt;
    const auto undoable = std::find_if(newestFirst.begin(), newestFirst.end(),
                                       [](const BatchRecord &one) { return !one.isUndone() && one.written > 0; });
    return std::move(undoable == newestFirst.end() ? newestFirst.front() : *undoable);
}

Result<std::shared_ptr<const ApplyState>> readState(Postgres &connection, const TrialRecord &record,
                                                    const Outcome &outcome, const QString &by)
{
    ApplyState state;
    state.plan = planBatch(record, outcome, by, &state.counts);
    Result<Rights> rights = inspectRights(connection);
    if (!rights)
        return rights.error();
    state.rights = std::move(*rights);
    Result<Preview> preview = previewBatch(connection, state.plan);
    if (!preview)
        return preview.error();
    state.preview = std::move(*preview);
    if (state.rights.untrusted.isEmpty() && state.rights.schemaVersion >= kJournalSince) {
        Result<std::vector<BatchRecord>> batches = batchesOf(connection, record.id);
        if (!batches)
            return batches.error();
        state.batch = batchToShow(std::move(*batches));
    }
    return std::make_shared<const ApplyState>(std::move(state));
}

Result<JournalState> readJournalState(Postgres &connection)
{
    JournalState state;
    Result<Rights> rights = inspectRights(connection);
    if (!rights)
        return rights.error();
    state.rights = std::move(*rights);
    if (state.rights.untrusted.isEmpty() && state.rights.schemaVersion >= kJournalSince) {
        const Result<qint64> count = assignmentsNotUndone(connection);
        if (!count)
            return count.error();
        state.notUndone = *count;
        Result<std::vector<BatchRecord>> batches = allBatches(connection);
        if (!batches)
            return batches.error();
        state.batches = std::move(*batches);
    }
    return state;
}

} // namespace

ApplyDesk::ApplyDesk(const Services &services, Lane<DatabaseTool> &database, QObject *parent)
    : QObject(parent), m_services(services), m_database(database)
{
}

void ApplyDesk::setVerdict(std::shared_ptr<const TrialRecord> record, std::shared_ptr<const Outcome> outcome,
                           const QString &by)
{
    m_record = std::move(record);
    m_outcome = std::move(outcome);
    m_by = by;
    m_state.reset();
    read();
}

void ApplyDesk::read()
{
    if (!m_outcome)
        return;
    m_database.run(
        this,
        [record = m_record, outcome = m_outcome, by = m_by](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return readState(connection, *record, *outcome, by); });
        },
        [this, outcome = m_outcome](Result<std::shared_ptr<const ApplyState>> state) {
            if (outcome != m_outcome)
                return;
            if (!state) {
                Q_EMIT failed(state.error());
                return;
            }
            m_state = std::move(*state);
            Q_EMIT stateReady(m_state);
        });
}

void ApplyDesk::change(std::function<Result<BatchRecord>(Postgres &, std::stop_token)> job)
{
    Q_EMIT writing(true);
    m_database.run(
        this,
        [job = std::move(job), stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return job(connection, stop); });
        },
        [this](const Result<BatchRecord> &done) {
            Q_EMIT writing(false);
            if (!done)
                Q_EMIT failed(done.error());
            read();
        });
}

void ApplyDesk::apply()
{
    if (!m_state || m_services.readOnly || m_state->plan.changes.empty())
        return;
    change([plan = m_state->plan](Postgres &connection, const std::stop_token &stop) {
        return applyBatch(connection, plan, stop);
    });
}

void ApplyDesk::undo()
{
    if (!m_state || !m_state->batch || m_services.readOnly)
        return;
    change([batch = m_state->batch->id, by = m_by](Postgres &connection, const std::stop_token &stop) {
        return undoBatch(connection, batch, by, stop);
    });
}

void ApplyDesk::undoBatchOf(const QUuid &batch, const QString &by)
{
    if (m_services.readOnly)
        return;
    m_database.run(
        this,
        [batch, by, stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return undoBatch(connection, batch, by, stop); });
        },
        [this](const Result<BatchRecord> &done) {
            if (done)
                Q_EMIT batchRead(*done);
            else
                Q_EMIT journalFailed(done.error());
            readJournal();
            read();
        });
}

void ApplyDesk::readBatch(const QUuid &batch)
{
    m_database.run(
        this,
        [batch](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<BatchRecord> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version >= kAppliesSince)
                    return previewUndo(connection, batch);
                Result<std::optional<BatchRecord>> found = findBatch(connection, batch);
                if (!found)
                    return found.error();
                if (!*found)
                    return Error{ErrorKind::NotFound, tr("The journal has no such batch")};
                return std::move(**found);
            });
        },
        [this](const Result<BatchRecord> &done) {
            if (done)
                Q_EMIT batchRead(*done);
            else
                Q_EMIT journalFailed(done.error());
        });
}

void ApplyDesk::readJournal()
{
    m_database.run(
        this, [](DatabaseTool &tool) { return tool.with(&readJournalState); },
        [this](const Result<JournalState> &state) {
            if (state)
                Q_EMIT journalRead(*state);
            else
                Q_EMIT journalFailed(state.error());
        });
}

void ApplyDesk::migrate(int from, int to)
{
    if (m_services.readOnly)
        return;
    m_database.run(
        this,
        [from, to, stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return migrateSchema(connection, from, to, stop); });
        },
        [this, to](const Result<void> &done) {
            readJournal();
            read();
            if (done)
                Q_EMIT migrated(to);
            else
                Q_EMIT journalFailed(done.error());
        });
}

} // namespace herdbook::trial

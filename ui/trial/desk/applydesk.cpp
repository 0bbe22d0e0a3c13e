// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/applydesk.h"

#include "core/base/faults.h"
#include "core/base/language.h"

#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;

namespace {

constexpr std::chrono::seconds kLookAgain{2};

/// When two administrators apply one trial at once, the later batch finds nothing left to write: the other one is what Undo is about.
std::optional<BatchRecord> batchToShow(std::vector<BatchRecord> newestFirst)
{
    std::erase_if(newestFirst, [](const BatchRecord &one) { return one.written == 0 && !one.isUndone(); });
    if (newestFirst.empty())
        return std::nullopt;
    const auto undoable =
        std::find_if(newestFirst.begin(), newestFirst.end(), [](const BatchRecord &one) { return !one.isUndone(); });
    return std::move(undoable == newestFirst.end() ? newestFirst.front() : *undoable);
}

/// Why nothing of the journal can be told; empty: it can, or there is none.
QString whyUnread(const Rights &rights)
{
    if (!rights.untrusted.isEmpty())
        return rights.untrusted;
    return rights.readable ? QString()
                           : ApplyDesk::tr("There is a journal, but the role %1 may not look into it. It lacks %2")
                                 .arg(rights.role, rights.missing.join(QStringLiteral(", ")));
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
    Result<QString> others = whoWrites(connection);
    if (!others)
        return others.error();
    state.underWay = std::move(*others);
    const EnglishTexts english; // the protocol cites it
    state.batchUnknown = whyUnread(state.rights);
    if (state.batchUnknown.isEmpty() && state.rights.schemaVersion >= kJournalSince) {
        Result<std::vector<BatchRecord>> batches = batchesOf(connection, record.id);
        if (batches) {
            state.batch = batchToShow(*batches);
            state.batches = std::move(*batches);
        } else if (batches.error().kind == ErrorKind::Denied) {
            state.batchUnknown = batches.error().message;
        } else {
            return batches.error();
        }
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
    state.unread = whyUnread(state.rights);
    if (state.unread.isEmpty() && state.rights.schemaVersion >= kJournalSince) {
        const Result<qint64> count = assignmentsNotUndone(connection);
        if (!count)
            return count.error();
        state.notUndone = *count;
        Result<std::vector<BatchRecord>> batches = allBatches(connection);
        if (!batches)
            return batches.error();
        state.batches = std::move(*batches);
    }
    Result<QString> others = whoWrites(connection);
    if (!others)
        return others.error();
    state.underWay = std::move(*others);
    return state;
}

} // namespace

ApplyDesk::ApplyDesk(const Services &services, Lane<DatabaseTool> &database, QObject *parent)
    : QObject(parent), m_services(services), m_database(database)
{
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(kLookAgain);
    connect(&m_lookAgain, &QTimer::timeout, this, &ApplyDesk::lookAgain);
}

void ApplyDesk::setVerdict(std::shared_ptr<const TrialRecord> record, std::shared_ptr<const Outcome> outcome,
                           const QString &by)
{
    m_record = std::move(record);
    m_outcome = std::move(outcome);
    m_by = by;
    m_state.reset();
    m_unread.clear();
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
                m_state.reset();
                m_unread = state.error().message;
                Q_EMIT failed(Fault::NotRead, state.error());
                return;
            }
            m_state = std::move(*state);
            if (!m_state->underWay.isEmpty())
                m_lookAgain.start();
            Q_EMIT stateReady(m_state);
        });
}

void ApplyDesk::lookAgain()
{
    if (!m_outcome)
        return;
    m_database.run(
        this, [](DatabaseTool &tool) { return tool.with(&whoWrites); },
        [this](const Result<QString> &who) {
            if (who && m_state && *who == m_state->underWay && !who->isEmpty())
                m_lookAgain.start();
            else
                read();
        });
}

Result<std::vector<BatchRecord>> ApplyDesk::written() const
{
    if (!m_state)
        return Error{ErrorKind::NotFound,
                     m_unread.isEmpty() ? QString::fromUtf8(QT_TR_NOOP("the database hasn’t answered yet")) : m_unread};
    if (!m_state->batchUnknown.isEmpty())
        return Error{ErrorKind::Denied, m_state->batchUnknown};
    if (m_state->rights.schemaVersion < kJournalSince)
        return Error{ErrorKind::NotFound,
                     QString::fromUtf8(QT_TR_NOOP("this database has no journal of what was written"))};
    return m_state->batches;
}

QString ApplyDesk::lead(Fault fault, const Error &error)
{
    switch (fault) {
    case Fault::NotRead:
        if (tellsOfMissingPassword(error.message))
            return tr("Please enter this profile’s password.");
        return error.kind == ErrorKind::Unreachable ? tr("PostgreSQL is away:") : tr("Not read:");
    case Fault::NotDone:
        return tr("Not done:");
    case Fault::NotReadBack:
        return tr("Done, but the journal couldn’t be read back:");
    case Fault::Unknown:
        return tr("It isn’t known whether this was done:");
    }
    return {};
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
        [this, batch](const Result<BatchRecord> &done) {
            if (done)
                Q_EMIT batchRead(*done);
            else
                Q_EMIT batchUnread(batch, done.error());
        });
}

void ApplyDesk::readJournal()
{
    ++m_journalReads;
    m_database.run(
        this, [](DatabaseTool &tool) { return tool.with(&readJournalState); },
        [this](const Result<JournalState> &state) {
            if (--m_journalReads > 0)
                return;
            if (state)
                Q_EMIT journalRead(*state);
            else
                Q_EMIT journalFailed(Fault::NotRead, state.error());
        });
}

} // namespace herdbook::trial

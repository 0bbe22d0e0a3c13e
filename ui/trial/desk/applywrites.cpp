// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"
#include "ui/trial/desk/applydesk.h"

#include <map>

/// What an ApplyDesk changes in the database.
namespace herdbook::trial {

using storage::Postgres;

namespace {

QString stateWords(RowState state)
{
    switch (state) {
    case RowState::Deleted:
        return ApplyDesk::tr("deleted");
    case RowState::ProfileGone:
        return ApplyDesk::tr("whose profile is gone");
    case RowState::Invalid:
        return ApplyDesk::tr("not valid");
    case RowState::Duplicate:
        return ApplyDesk::tr("marked as duplicates");
    case RowState::OtherSex:
        return ApplyDesk::tr("of the other sex");
    case RowState::Reviewed:
        return ApplyDesk::tr("reviewed by a person");
    case RowState::LaterBatch:
        return ApplyDesk::tr("written by a later batch, which has to be undone first");
    case RowState::Changed:
    case RowState::Ready:
        break;
    }
    return ApplyDesk::tr("changed since");
}

/// "12 rows stay as they are: 10 changed since, 2 deleted".
QString whyTheyStay(const std::vector<Conflict> &conflicts)
{
    std::map<RowState, int> counts;
    for (const Conflict &one : conflicts)
        ++counts[one.state];
    QStringList reasons;
    for (const auto &[state, count] : counts)
        reasons << ApplyDesk::tr("%1 %2").arg(count).arg(stateWords(state));
    return ApplyDesk::tr("%1 as before: %2")
        .arg(
            Words::count(static_cast<qint64>(conflicts.size()), ApplyDesk::tr("row stays"), ApplyDesk::tr("rows stay")),
            reasons.join(QStringLiteral(", ")));
}

QString whyNothingApplied(const BatchRecord &batch)
{
    return batch.written > 0 || batch.applyConflicts.empty() ? QString() : whyTheyStay(batch.applyConflicts);
}

QString whyNothingUndone(const BatchRecord &batch)
{
    return batch.isUndone() ? QString() : whyTheyStay(batch.undoConflicts);
}

} // namespace

ApplyDesk::Done ApplyDesk::carryOut(DatabaseTool &tool, const Job &job, const std::stop_token &stop)
{
    Step reached = Step::Begin;
    Done done{
        tool.with([&](Postgres &connection) { return job(connection, stop, [&](Step step) { reached = step; }); })};
    if (!done.record && reached == Step::Committed)
        done.fault = Fault::NotReadBack;
    else if (!done.record && reached == Step::Commit && done.record.error().kind == ErrorKind::Unreachable)
        done.fault = Fault::Unknown;
    return done;
}

void ApplyDesk::tellChanged(const Done &done, const QString &nothing)
{
    if (done.record ? nothing.isEmpty() : done.fault != Fault::NotDone)
        Q_EMIT assignmentsChanged();
}

void ApplyDesk::change(Job job, std::function<QString(const BatchRecord &)> nothing)
{
    Q_EMIT writing(true);
    m_database.run(
        this,
        [job = std::move(job), stop = m_stop.get_token()](DatabaseTool &tool) { return carryOut(tool, job, stop); },
        [this, nothing = std::move(nothing)](const Done &done) {
            Q_EMIT writing(false);
            const QString why = done.record ? nothing(*done.record) : QString();
            if (!done.record)
                Q_EMIT failed(done.fault, done.record.error());
            else if (!why.isEmpty())
                Q_EMIT failed(Fault::NotDone, {ErrorKind::InvalidInput, why});
            tellChanged(done, why);
            read();
        });
}

void ApplyDesk::apply()
{
    if (!m_state || m_services.readOnly || m_state->plan.changes.empty())
        return;
    change([plan = m_state->plan](Postgres &connection, const std::stop_token &stop,
                                  const StepListener &step) { return applyBatch(connection, plan, stop, step); },
           &whyNothingApplied);
}

void ApplyDesk::undo()
{
    if (!m_state || !m_state->batch || m_services.readOnly)
        return;
    change([batch = m_state->batch->id,
            by = m_by](Postgres &connection, const std::stop_token &stop,
                       const StepListener &step) { return undoBatch(connection, batch, by, stop, step); },
           &whyNothingUndone);
}

void ApplyDesk::undoBatchOf(const QUuid &batch, const QString &by)
{
    if (m_services.readOnly)
        return;
    m_database.run(
        this,
        [batch, by, stop = m_stop.get_token()](DatabaseTool &tool) {
            return carryOut(
                tool,
                [&](Postgres &connection, const std::stop_token &asked, const StepListener &step) {
                    return undoBatch(connection, batch, by, asked, step);
                },
                stop);
        },
        [this](const Done &done) {
            const QString why = done.record ? whyNothingUndone(*done.record) : QString();
            if (done.record)
                Q_EMIT batchRead(*done.record);
            if (!done.record)
                Q_EMIT journalFailed(done.fault, done.record.error());
            else if (!why.isEmpty())
                Q_EMIT journalFailed(Fault::NotDone, {ErrorKind::InvalidInput, why});
            tellChanged(done, why);
            readJournal();
            read();
        });
}

void ApplyDesk::migrate(int from, int to, qint64 notUndone)
{
    if (m_services.readOnly)
        return;
    struct Migrated
    {
        Result<void> done;
        bool begun = false;
    };
    m_database.run(
        this,
        [from, to, notUndone, stop = m_stop.get_token()](DatabaseTool &tool) {
            Migrated migrated;
            migrated.done = tool.with([&](Postgres &connection) {
                migrated.begun = true;
                return migrateSchema(connection, from, to, stop, notUndone);
            });
            return migrated;
        },
        [this, to](const Migrated &result) {
            readJournal();
            read();
            if (result.done)
                Q_EMIT migrated(to);
            else
                Q_EMIT journalFailed(result.begun && result.done.error().kind == ErrorKind::Unreachable
                                         ? Fault::Unknown
                                         : Fault::NotDone,
                                     result.done.error());
        });
}

} // namespace herdbook::trial

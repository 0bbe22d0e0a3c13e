// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/sharedtrials.h"

#include "core/trial/batch/batchstatements.h"

#include <QJsonDocument>
#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;
using storage::Transaction;

namespace {

QVariant letterOf(const ReviewEvent &event)
{
    return event.answer ? QVariant(QString(QLatin1Char(letter(*event.answer))))
                        : QVariant(QMetaType::fromType<QString>());
}

QString timeOf(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

Result<void> sendEvents(Postgres &connection, const QUuid &trial, const QString &reviewer,
                        const std::vector<ReviewEvent> &events)
{
    for (const ReviewEvent &event : events) {
        const Result<qint64> done = connection.execute(
            QStringLiteral("INSERT INTO herdbook.answer (trial_id, reviewer, sequence, position, answer, note, "
                           "answered_at, milliseconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            {uuidText(trial), reviewer, event.sequence, event.position, letterOf(event),
             event.note.isNull() ? QStringLiteral("") : event.note, timeOf(event.at), event.milliseconds});
        if (!done)
            return done.error();
        if (*done == 1)
            continue;
        // Taken: by this very event, whose answer got lost on the way, or by another workstation's.
        const Result<QVariant> same = singleValue(
            connection,
            QStringLiteral("SELECT count(*) FROM herdbook.answer WHERE trial_id = ? AND reviewer = ? AND sequence = ? "
                           "AND position = ? AND answer IS NOT DISTINCT FROM CAST(? AS char(1)) AND answered_at = ?"),
            {uuidText(trial), reviewer, event.sequence, event.position, letterOf(event), timeOf(event.at)});
        if (!same)
            return same.error();
        if (same->toInt() != 1)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("%1 has answered on another computer too; go on there").arg(reviewer)};
    }
    return {};
}

/// Everybody's events but those of `except` (the reviewer's own). What is known here already stays as it is.
Result<int> receiveEvents(Postgres &connection, TrialStore &store, const QUuid &trial, const QString &except)
{
    Result<QSqlQuery> rows =
        connection.query(QStringLiteral("SELECT reviewer, sequence, position, answer, note, "
                                        "extract(epoch FROM answered_at) * 1000, milliseconds FROM herdbook.answer "
                                        "WHERE trial_id = ? AND reviewer <> ? ORDER BY reviewer, sequence"),
                         {uuidText(trial), except});
    if (!rows)
        return rows.error();
    int received = 0;
    QString name;
    int known = 0;
    while (rows->next()) {
        if (rows->value(0).toString() != name) {
            name = rows->value(0).toString();
            const Result<std::vector<ReviewEvent>> here = store.events(trial, name);
            if (!here)
                return here.error();
            known = here->empty() ? 0 : here->back().sequence;
        }
        ReviewEvent event;
        event.sequence = rows->value(1).toInt();
        if (event.sequence <= known)
            continue;
        event.position = rows->value(2).toInt();
        const QString answer = rows->value(3).toString();
        if (!answer.isEmpty())
            event.answer = answerFromLetter(answer.at(0).toLatin1());
        event.note = rows->value(4).toString();
        event.at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(rows->value(5).toDouble()), Qt::UTC);
        event.milliseconds = rows->value(6).toInt();
        if (const Result<void> kept = store.append(trial, name, event, true); !kept)
            return kept.error();
        ++received;
    }
    if (const Result<void> ended = readToEnd(*rows); !ended)
        return ended.error();
    return received;
}

} // namespace

Result<std::vector<TrialSummary>> sharedTrials(Postgres &connection)
{
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT id, extract(epoch FROM created_at) * 1000, created_by, definition->>'candidate', "
                       "jsonb_array_length(definition->'pairs') FROM herdbook.trial ORDER BY created_at DESC, id"));
    if (!rows)
        return rows.error();
    std::vector<TrialSummary> all;
    while (rows->next()) {
        all.push_back({rows->value(0).toUuid(),
                       QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(rows->value(1).toDouble()), Qt::UTC),
                       rows->value(2).toString(),
                       rows->value(3).toDouble(),
                       rows->value(4).toInt(),
                       {}});
    }
    if (const Result<void> ended = readToEnd(*rows); !ended)
        return ended.error();
    Result<QSqlQuery> answers = connection.query(QStringLiteral(
        "SELECT trial_id, reviewer, count(answer) FROM (SELECT DISTINCT ON (trial_id, reviewer, position) trial_id, "
        "reviewer, answer FROM herdbook.answer ORDER BY trial_id, reviewer, position, sequence DESC) latest "
        "GROUP BY trial_id, reviewer ORDER BY trial_id, reviewer"));
    if (!answers)
        return answers.error();
    while (answers->next()) {
        const auto trial =
            std::find_if(all.begin(), all.end(),
                         [id = answers->value(0).toUuid()](const TrialSummary &one) { return one.id == id; });
        if (trial != all.end())
            trial->reviewers.push_back({answers->value(1).toString(), answers->value(2).toInt()});
    }
    if (const Result<void> ended = readToEnd(*answers); !ended)
        return ended.error();
    return all;
}

Result<TrialRecord> fetchTrial(Postgres &connection, TrialStore &store, const QUuid &trial)
{
    const Result<QVariant> definition = singleValue(
        connection, QStringLiteral("SELECT definition FROM herdbook.trial WHERE id = ?"), {uuidText(trial)});
    if (!definition)
        return definition.error();
    if (!definition->isValid())
        return Error{ErrorKind::NotFound, QStringLiteral("The trial is not shared any more")};
    Result<TrialRecord> record = recordFromJson(QJsonDocument::fromJson(definition->toString().toUtf8()).object());
    if (!record)
        return record;
    if (const Result<void> saved = store.save(*record); !saved)
        return saved.error();
    // No reviewer has an empty name.
    if (const Result<int> received = receiveEvents(connection, store, trial, QStringLiteral("")); !received)
        return received.error();
    return record;
}

Result<Exchange> exchangeAnswers(Postgres &connection, TrialStore &store, const TrialRecord &record,
                                 const QString &reviewer)
{
    const Result<std::vector<ReviewEvent>> unsent = store.unsent(record.id, reviewer);
    if (!unsent)
        return unsent.error();
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    const Result<qint64> shared =
        connection.execute(QStringLiteral("INSERT INTO herdbook.trial (id, created_at, created_by, definition) "
                                          "VALUES (?, ?, ?, CAST(? AS jsonb)) ON CONFLICT (id) DO NOTHING"),
                           {uuidText(record.id), timeOf(record.createdAt), record.createdBy,
                            QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact))});
    if (!shared)
        return shared.error();
    if (const Result<void> sent = sendEvents(connection, record.id, reviewer, *unsent); !sent)
        return sent.error();
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    if (!unsent->empty()) {
        if (const Result<void> marked = store.markSent(record.id, reviewer, unsent->back().sequence); !marked)
            return marked.error();
    }
    const Result<int> received = receiveEvents(connection, store, record.id, reviewer);
    if (!received)
        return received.error();
    return Exchange{static_cast<int>(unsent->size()), *received};
}

Result<void> sendLeftovers(Postgres &connection, TrialStore &store)
{
    const Result<std::vector<UnsentReview>> leftovers = store.unsentReviews();
    if (!leftovers)
        return leftovers.error();
    Result<void> all;
    for (const UnsentReview &one : *leftovers) {
        const Result<TrialRecord> record = store.load(one.trial);
        if (!record) {
            all = record.error();
            continue;
        }
        if (const Result<Exchange> sent = exchangeAnswers(connection, store, *record, one.reviewer); !sent)
            all = sent.error();
    }
    return all;
}

} // namespace herdbook::trial

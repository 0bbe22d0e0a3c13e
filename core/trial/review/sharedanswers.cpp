// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/sharedanswers.h"

#include "core/trial/batch/batchstatements.h"
#include "core/trial/review/jsonfields.h"
#include "core/trial/review/judgedtrials.h"
#include "core/trial/review/sharedcertificates.h"
#include "core/trial/review/sharedtrials.h"

#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;
using storage::Transaction;

namespace {

QVariant letterOf(const ReviewEvent &event)
{
    return event.answer ? QVariant(QString(QLatin1Char(letter(*event.answer)))) : QVariant();
}

Error answeredElsewhere(const QString &reviewer)
{
    return {ErrorKind::Conflict, QStringLiteral("%1 has answered on another computer too; go on there").arg(reviewer)};
}

Result<void> sendEvents(Postgres &connection, const QUuid &trial, const QString &reviewer,
                        const std::vector<ReviewEvent> &events)
{
    QDateTime earliest;
    for (const ReviewEvent &event : events) {
        const Result<qint64> done = connection.execute(
            QStringLiteral("INSERT INTO herdbook.answer (trial_id, reviewer, sequence, position, answer, note, "
                           "answered_at, milliseconds, item, plant, ignored, picture_failed) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING"),
            {uuidText(trial), reviewer, event.sequence, event.position, letterOf(event),
             event.note.isNull() ? QStringLiteral("") : event.note, json::time(event.at), event.milliseconds,
             event.item, event.plant, event.ignored, event.pictureFailed});
        if (!done)
            return done.error();
        if (*done == 1) {
            earliest = earliest.isValid() ? std::min(earliest, event.at) : event.at;
            continue;
        }
        // Taken: by this very event, whose answer got lost on the way, or by another workstation's.
        const Result<qint64> same = singleNumber(
            connection,
            QStringLiteral("SELECT count(*) AS value FROM herdbook.answer WHERE trial_id = $1 AND reviewer = $2 "
                           "AND sequence = $3 AND position = $4 AND answer IS NOT DISTINCT FROM CAST($5 AS char(1)) "
                           "AND answered_at = $6"),
            {uuidText(trial), reviewer, event.sequence, event.position, letterOf(event), json::time(event.at)});
        if (!same)
            return same.error();
        if (*same != 1)
            return answeredElsewhere(reviewer);
    }
    if (!earliest.isValid())
        return {};
    // A verdict of later answers that lacks these: it is answered on since.
    const Result<qint64> outdated =
        connection.execute(QStringLiteral("UPDATE herdbook.certificate SET finished_at = $1 WHERE trial_id = $2 "
                                          "AND finished_at > $1"),
                           {json::time(earliest.addMSecs(-1)), uuidText(trial)});
    return outdated ? Result<void>() : Result<void>(outdated.error());
}

struct Received
{
    QString reviewer;
    ReviewEvent event;
};

/// Everybody's events, by reviewer and in order.
Result<std::vector<Received>> readEvents(Postgres &connection, const QUuid &trial)
{
    bool unknown = false;
    Result<std::vector<Received>> rows = connection.all(
        QStringLiteral("SELECT reviewer, sequence, position, answer, note, answered_at, milliseconds, item, plant, "
                       "ignored, picture_failed FROM herdbook.answer WHERE trial_id = $1 "
                       "ORDER BY reviewer, sequence"),
        {uuidText(trial)}, [&](const Row &row) {
            Received one{row.text("reviewer"), {}};
            one.event.sequence = static_cast<int>(row.integer("sequence"));
            one.event.position = static_cast<int>(row.integer("position"));
            const QString answer = row.text("answer");
            if (!answer.isEmpty())
                one.event.answer = answerFromLetter(answer.at(0).toLatin1());
            unknown = unknown || (!answer.isEmpty() && !one.event.answer);
            one.event.note = row.text("note");
            one.event.at = row.instant("answered_at");
            one.event.milliseconds = static_cast<int>(row.integer("milliseconds"));
            one.event.item = row.uuid("item");
            one.event.plant = row.boolean("plant");
            one.event.ignored = static_cast<int>(row.integer("ignored"));
            one.event.pictureFailed = row.boolean("picture_failed");
            return one;
        });
    if (rows && unknown)
        return Error{ErrorKind::Corrupt, QStringLiteral("The journal holds an answer that doesn't exist")};
    return rows;
}

/// Whose trial it is; the first edition took answers of anybody.
bool isReviewer(const TrialRecord &record, const QString &name)
{
    return record.isFirstEdition() || record.reviewers.contains(name);
}

/// All reviewers' events, one's own from another computer too. What is known here already stays as it is; what others than the
/// reviewers have left there counts for nothing and is not taken over.
Result<int> receiveEvents(Postgres &connection, TrialStore &store, const TrialRecord &record)
{
    const QUuid &trial = record.id;
    const Result<std::vector<Received>> rows = readEvents(connection, trial);
    if (!rows)
        return rows.error();
    int received = 0;
    QString name;
    std::optional<std::vector<ReviewEvent>> here; // of that name
    for (const Received &one : *rows) {
        if (!isReviewer(record, one.reviewer))
            continue;
        if (one.reviewer != name || !here) {
            name = one.reviewer;
            Result<std::vector<ReviewEvent>> events = store.events(trial, name);
            if (!events)
                return events.error();
            here = std::move(*events);
        }
        const auto known = static_cast<int>(here->size());
        if (one.event.sequence > 0 && one.event.sequence <= known) {
            const ReviewEvent &own = (*here)[static_cast<std::size_t>(one.event.sequence) - 1];
            if (own.position != one.event.position || own.answer != one.event.answer || own.at != one.event.at)
                return answeredElsewhere(name);
            continue;
        }
        // Without those before it, it would make what is here unreadable.
        if (one.event.sequence != known + 1)
            return Error{ErrorKind::Corrupt,
                         QStringLiteral("The shared journal lacks answer %1 of %2").arg(known + 1).arg(name)};
        if (const Result<void> kept = store.append(trial, name, one.event, true); !kept)
            return kept.error();
        here->push_back(one.event);
        ++received;
    }
    return received;
}

/// What the trial came to by today's rules. Nothing where that can't be told here: others may know more.
Result<void> shareVerdict(Postgres &connection, TrialStore &store, const TrialRecord &record)
{
    const Result<std::optional<CertificateRecord>> kept = store.certificate(record.id);
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    if (!(*kept)->holds())
        return shareCertificate(connection, **kept);
    const Result<KeptVerdict> verdict =
        judgedAnew(**kept, std::make_shared<const TrialRecord>(record), readReviews(store, record),
                   rivalsAnywhere(connection, &store, record));
    if (!verdict)
        return verdict.error();
    return verdict->unjudged ? Result<void>() : shareCertificate(connection, verdict->certificate);
}

} // namespace

Result<std::vector<ReviewerEvents>> sharedReviews(Postgres &connection, const TrialRecord &record)
{
    const Result<std::vector<Received>> rows = readEvents(connection, record.id);
    if (!rows)
        return rows.error();
    std::vector<ReviewerEvents> all;
    for (const QString &reviewer : record.reviewers)
        all.push_back({reviewer, {}});
    for (const Received &one : *rows) {
        const qsizetype reviewer = record.reviewers.indexOf(one.reviewer);
        if (reviewer >= 0)
            all[static_cast<std::size_t>(reviewer)].events.push_back(one.event);
    }
    for (const ReviewerEvents &one : all) {
        if (const Result<void> complete = checkComplete(one.events); !complete)
            return complete.error();
    }
    return all;
}

Result<TrialRecord> fetchTrial(Postgres &connection, TrialStore &store, const QUuid &trial)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    Result<TrialRecord> record = sharedTrial(connection, trial);
    if (!record)
        return record;
    if (const Result<void> saved = store.save(*record); !saved)
        return saved.error();
    if (const Result<int> received = receiveEvents(connection, store, *record); !received)
        return received.error();
    return record;
}

Result<Exchange> exchangeAnswers(Postgres &connection, TrialStore &store, const TrialRecord &record,
                                 const QString &reviewer)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    // The definition is large: it goes over once, not with every answer.
    const Result<qint64> known =
        singleNumber(connection, QStringLiteral("SELECT count(*) AS value FROM herdbook.trial WHERE id = $1"),
                     {uuidText(record.id)});
    if (!known)
        return known.error();
    if (*known == 0) {
        const Result<qint64> shared = connection.execute(
            QStringLiteral("INSERT INTO herdbook.trial (id, created_at, created_by, definition, edition, digest) "
                           "VALUES ($1, $2, $3, CAST($4 AS jsonb), $5, $6) ON CONFLICT (id) DO NOTHING"),
            {uuidText(record.id), json::time(record.createdAt), record.createdBy, json::compact(toJson(record)),
             record.isFirstEdition() ? 1 : 2, record.digest.isEmpty() ? QVariant() : QVariant(record.digest)});
        if (!shared)
            return shared.error();
    }
    // A journal that was set up anew, or is back from a backup, lacks some that were sent.
    const Result<qint64> there = singleNumber(
        connection,
        QStringLiteral("SELECT count(*) AS value FROM herdbook.answer WHERE trial_id = $1 AND reviewer = $2"),
        {uuidText(record.id), reviewer});
    if (!there)
        return there.error();
    const Result<KeptEvents> here = store.kept(record.id, reviewer);
    if (!here)
        return here.error();
    const bool lacksSent = *there < static_cast<qint64>(here->all.size()) - static_cast<qint64>(here->unsent.size());
    const std::vector<ReviewEvent> &unsent = lacksSent ? here->all : here->unsent;
    if (const Result<void> sent = sendEvents(connection, record.id, reviewer, unsent); !sent)
        return sent.error();
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    if (!unsent.empty()) {
        if (const Result<void> marked = store.markSent(record.id, reviewer, unsent.back().sequence); !marked)
            return marked.error();
    }
    const Result<int> received = receiveEvents(connection, store, record);
    if (!received)
        return received.error();
    if (const Result<void> kept = shareVerdict(connection, store, record); !kept)
        return kept.error();
    return Exchange{static_cast<int>(unsent.size()), *received};
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
        if (!isReviewer(*record, one.reviewer))
            continue;
        if (const Result<Exchange> sent = exchangeAnswers(connection, store, *record, one.reviewer); !sent)
            all = sent.error();
    }
    return all;
}

} // namespace herdbook::trial

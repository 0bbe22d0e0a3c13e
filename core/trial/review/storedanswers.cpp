// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"
#include "core/trial/review/store.h"

#include <QSqlQuery>
#include <algorithm>

/// What a TrialStore keeps of answers.
namespace herdbook::trial {

Result<void> TrialStore::append(const QUuid &trial, const QString &reviewer, const ReviewEvent &event, bool sent)
{
    // A verdict of later answers that lacks this one, by a clock that runs late or because it came late. It is set back first: what fails
    // here has stored no answer.
    Result<std::optional<CertificateRecord>> verdict = certificate(trial);
    if (verdict && *verdict && (*verdict)->finishedAt >= event.at) {
        (*verdict)->finishedAt = event.at.addMSecs(-1);
        if (const Result<void> setBack = saveCertificate(**verdict); !setBack)
            return setBack.error();
    }
    const Result<QSqlQuery> done = run(
        QStringLiteral("INSERT INTO event (trial, reviewer, sequence, position, answer, note, at, milliseconds, "
                       "sent, item, plant, ignored, picture_failed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {uuidText(trial), reviewer, event.sequence, event.position,
         event.answer ? QVariant(QString(QLatin1Char(letter(*event.answer)))) : QVariant(),
         event.note.isNull() ? QStringLiteral("") : event.note, event.at.toUTC().toString(Qt::ISODateWithMs),
         event.milliseconds, sent ? 1 : 0, event.item.isNull() ? QVariant() : QVariant(uuidText(event.item)),
         event.plant ? 1 : 0, event.ignored, event.pictureFailed ? 1 : 0});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> TrialStore::keep(const QUuid &trial, const QString &reviewer, const ReviewEvent &event)
{
    Result<void> done = append(trial, reviewer, event);
    if (done || done.error().kind != ErrorKind::Conflict)
        return done;
    const Result<std::vector<ReviewEvent>> known = events(trial, reviewer);
    const bool there = known && std::ranges::find(*known, event) != known->end();
    return there ? Result<void>() : done;
}

Result<KeptEvents> TrialStore::kept(const QUuid &trial, const QString &reviewer)
{
    KeptEvents events;
    bool unknown = false;
    const Result<void> read =
        each(QStringLiteral("SELECT sequence, position, answer, note, at, milliseconds, item, plant, ignored, "
                            "picture_failed, sent FROM event WHERE trial = ? AND reviewer = ? ORDER BY sequence"),
             {uuidText(trial), reviewer}, [&](const QSqlQuery &row) {
                 ReviewEvent event;
                 event.sequence = row.value(0).toInt();
                 event.position = row.value(1).toInt();
                 const QString answer = row.value(2).toString();
                 if (!answer.isEmpty())
                     event.answer = answerFromLetter(answer.at(0).toLatin1());
                 unknown = unknown || (!answer.isEmpty() && (answer.size() > 1 || !event.answer));
                 event.note = row.value(3).toString();
                 event.at = QDateTime::fromString(row.value(4).toString(), Qt::ISODateWithMs);
                 event.milliseconds = row.value(5).toInt();
                 event.item = QUuid::fromString(row.value(6).toString());
                 event.plant = row.value(7).toBool();
                 event.ignored = row.value(8).toInt();
                 event.pictureFailed = row.value(9).toBool();
                 if (row.value(10).toInt() == 0)
                     events.unsent.push_back(event);
                 events.all.push_back(std::move(event));
             });
    if (!read)
        return read.error();
    if (unknown)
        return Error{ErrorKind::Corrupt, QStringLiteral("The journal of trials holds an answer that doesn't exist")};
    if (const Result<void> complete = checkComplete(events.all); !complete)
        return complete.error();
    return events;
}

Result<std::vector<ReviewEvent>> TrialStore::events(const QUuid &trial, const QString &reviewer)
{
    Result<KeptEvents> read = kept(trial, reviewer);
    return read ? Result<std::vector<ReviewEvent>>(std::move(read->all))
                : Result<std::vector<ReviewEvent>>(read.error());
}

Result<std::vector<ReviewerProgress>> TrialStore::progress(const QUuid &trial)
{
    // SQLite takes the other columns from the row that has the maximum.
    std::vector<ReviewerProgress> all;
    const Result<void> read =
        each(QStringLiteral("SELECT reviewer, count(answer) FROM (SELECT reviewer, answer, max(sequence) FROM event "
                            "WHERE trial = ? GROUP BY reviewer, position) GROUP BY reviewer ORDER BY reviewer"),
             {uuidText(trial)}, [&](const QSqlQuery &row) {
                 all.push_back({row.value(0).toString(), row.value(1).toInt()});
             });
    return read ? Result<std::vector<ReviewerProgress>>(std::move(all))
                : Result<std::vector<ReviewerProgress>>(read.error());
}

Result<std::vector<UnsentReview>> TrialStore::unsentReviews()
{
    std::vector<UnsentReview> all;
    const Result<void> read =
        each(QStringLiteral("SELECT DISTINCT trial, reviewer FROM event WHERE sent = 0 ORDER BY trial, reviewer"), {},
             [&](const QSqlQuery &row) {
                 all.push_back({QUuid::fromString(row.value(0).toString()), row.value(1).toString()});
             });
    return read ? Result<std::vector<UnsentReview>>(std::move(all)) : Result<std::vector<UnsentReview>>(read.error());
}

Result<void> TrialStore::markSent(const QUuid &trial, const QString &reviewer, int upToSequence)
{
    const Result<QSqlQuery> done =
        run(QStringLiteral("UPDATE event SET sent = 1 WHERE trial = ? AND reviewer = ? AND sequence <= ?"),
            {uuidText(trial), reviewer, upToSequence});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<ReviewerEvents>> readReviews(TrialStore &store, const TrialRecord &record,
                                                const std::optional<ReviewerEvents> &own)
{
    std::vector<ReviewerEvents> all;
    for (const QString &reviewer : record.reviewers) {
        if (own && own->reviewer == reviewer) {
            all.push_back(*own);
            continue;
        }
        Result<std::vector<ReviewEvent>> events = store.events(record.id, reviewer);
        if (!events)
            return events.error();
        all.push_back({reviewer, std::move(*events)});
    }
    return all;
}

Result<void> checkComplete(const std::vector<ReviewEvent> &events)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].sequence != static_cast<int>(i) + 1)
            return Error{ErrorKind::Corrupt,
                         QStringLiteral("The journal of trials lacks answer %1 of a reviewer").arg(i + 1)};
    }
    return {};
}

} // namespace herdbook::trial

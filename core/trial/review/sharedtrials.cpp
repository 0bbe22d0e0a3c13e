// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/sharedtrials.h"

#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/schema.h"

#include <QJsonDocument>
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

QString timeOf(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
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
             event.note.isNull() ? QStringLiteral("") : event.note, timeOf(event.at), event.milliseconds, event.item,
             event.plant, event.ignored, event.pictureFailed});
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
            {uuidText(trial), reviewer, event.sequence, event.position, letterOf(event), timeOf(event.at)});
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
                           {timeOf(earliest.addMSecs(-1)), uuidText(trial)});
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

Result<void> requireVersion(Postgres &connection)
{
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version < kCertificatesSince)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("This database has no journal of version %1 or newer").arg(kCertificatesSince)};
    if (*version > kSchemaVersion)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("The journal is at version %1, made by a newer Herdbook; this one knows version %2")
                         .arg(*version)
                         .arg(kSchemaVersion)};
    return {};
}

} // namespace

Result<std::vector<TrialSummary>> sharedTrials(Postgres &connection)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    Result<std::vector<TrialSummary>> all = connection.all(
        QStringLiteral("SELECT t.id, t.created_at, t.created_by, CAST(t.definition->>'candidate' AS double precision) "
                       "AS candidate, jsonb_array_length(t.definition->'pairs') AS pairs, t.edition, t.digest, "
                       "CAST(t.definition->'reviewers' AS text) AS reviewers, t.definition->>'preset' AS preset, "
                       "t.definition->>'pipeline' AS pipeline, CAST(t.definition->>'ordinal' AS int) AS ordinal "
                       "FROM herdbook.trial t "
                       "ORDER BY t.created_at DESC, t.id"),
        {}, [](const Row &row) {
            TrialSummary one;
            one.id = row.uuid("id");
            one.createdAt = row.instant("created_at");
            one.createdBy = row.text("created_by");
            one.candidate = row.number("candidate");
            one.pairs = static_cast<int>(row.integer("pairs"));
            one.edition = static_cast<int>(row.integer("edition"));
            one.digest = row.text("digest");
            for (const auto &reviewer : QJsonDocument::fromJson(row.text("reviewers").toUtf8()).array())
                one.reviewers << reviewer.toString();
            one.preset = presetFromName(row.text("preset").toStdString());
            one.pipeline = pipelineFromName(row.text("pipeline").toStdString()).value_or(Pipeline::Single);
            if (!row.isNull("ordinal"))
                one.ordinal = static_cast<int>(row.integer("ordinal"));
            return one;
        });
    if (!all)
        return all;
    const auto find = [&](const QUuid &id) {
        return std::find_if(all->begin(), all->end(), [&](const TrialSummary &one) { return one.id == id; });
    };
    const Result<void> answers = connection.each(
        QStringLiteral("SELECT trial_id, reviewer, count(answer) AS answered FROM (SELECT DISTINCT ON (trial_id, "
                       "reviewer, position) trial_id, reviewer, answer FROM herdbook.answer ORDER BY trial_id, "
                       "reviewer, position, sequence DESC) latest GROUP BY trial_id, reviewer "
                       "ORDER BY trial_id, reviewer"),
        {}, [&](const Row &row) {
            const auto trial = find(row.uuid("trial_id"));
            if (trial != all->end())
                trial->progress.push_back({row.text("reviewer"), static_cast<int>(row.integer("answered"))});
        });
    if (!answers)
        return answers.error();
    const Result<void> newest = connection.each(
        QStringLiteral(
            "SELECT trial_id, reviewer, max(answered_at) AS newest FROM herdbook.answer GROUP BY trial_id, reviewer"),
        {}, [&](const Row &row) {
            const auto trial = find(row.uuid("trial_id"));
            if (trial != all->end() && trial->reviewers.contains(row.text("reviewer")))
                trial->touchedAt = later(trial->touchedAt, row.instant("newest"));
        });
    if (!newest)
        return newest.error();
    const Result<void> results = connection.each(
        QStringLiteral("SELECT trial_id, finished_at, preset, CAST(risk AS double precision) AS risk, looks, "
                       "CAST(threshold AS double precision) AS threshold, items, withheld FROM herdbook.certificate"),
        {}, [&](const Row &row) {
            const auto trial = find(row.uuid("trial_id"));
            if (trial == all->end())
                return;
            CertificateRecord result;
            result.trial = trial->id;
            result.finishedAt = row.instant("finished_at");
            result.digest = trial->digest;
            result.preset = row.text("preset");
            result.risk = row.number("risk");
            result.looks = static_cast<int>(row.integer("looks"));
            result.reviewers = trial->reviewers;
            if (!row.isNull("threshold"))
                result.threshold = row.number("threshold");
            result.items = static_cast<int>(row.integer("items"));
            result.withheld = row.text("withheld");
            trial->result = std::move(result);
        });
    if (!results)
        return results.error();
    return all;
}

Result<quint64> sharedSeed(Postgres &connection, const QString &digest, quint64 mine, const QString &by)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    const Result<qint64> kept = connection.execute(
        QStringLiteral("INSERT INTO herdbook.pool (digest, seed, drawn_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"),
        {digest, QString::number(mine), by});
    if (!kept)
        return kept.error();
    const Result<QString> seed =
        singleText(connection, QStringLiteral("SELECT seed AS value FROM herdbook.pool WHERE digest = $1"), {digest});
    return seed ? seedFrom(*seed) : Result<quint64>(seed.error());
}

Result<void> shareCertificate(Postgres &connection, const CertificateRecord &certificate)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    const QJsonObject json = toJson(certificate);
    QJsonArray claims;
    for (const auto &level : json[QStringLiteral("levels")].toArray())
        claims << level[QStringLiteral("claims")];
    const Result<qint64> kept = connection.execute(
        QStringLiteral(
            "INSERT INTO herdbook.certificate (trial_id, finished_at, edition, digest, preset, alpha, risk, levels, "
            "claims, looks, reviewers, assumptions, threshold, items, withheld) SELECT $1, $2, $3, $4, $5, $6, $7, "
            "CAST($8 AS jsonb), CAST($9 AS jsonb), $10, CAST($11 AS text[]), CAST($12 AS text[]), "
            "CAST($13 AS numeric), $14, $15 WHERE EXISTS (SELECT FROM herdbook.trial WHERE id = $1) "
            "ON CONFLICT (trial_id) DO UPDATE SET finished_at = excluded.finished_at, risk = excluded.risk, "
            "levels = excluded.levels, claims = excluded.claims, looks = excluded.looks, "
            "threshold = excluded.threshold, items = excluded.items, withheld = excluded.withheld "
            // Of the same answers the verdict that knows of more tries.
            "WHERE (excluded.finished_at, excluded.risk) >= "
            "(herdbook.certificate.finished_at, herdbook.certificate.risk)"),
        {uuidText(certificate.trial),
         timeOf(certificate.finishedAt.isValid() ? certificate.finishedAt : QDateTime::currentDateTimeUtc()),
         certificate.edition, certificate.digest, certificate.preset, certificate.alpha, certificate.risk,
         QString::fromUtf8(QJsonDocument(json[QStringLiteral("levels")].toArray()).toJson(QJsonDocument::Compact)),
         QString::fromUtf8(QJsonDocument(claims).toJson(QJsonDocument::Compact)), certificate.looks,
         certificate.reviewers, certificate.assumptions,
         certificate.threshold ? QVariant(*certificate.threshold) : QVariant(), certificate.items,
         certificate.withheld.isEmpty() ? QVariant() : QVariant(certificate.withheld)});
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<std::vector<SharedCertificate>> sharedCertificates(Postgres &connection, bool certified, int most)
{
    std::vector<SharedCertificate> all;
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version < kCertificatesSince)
        return all;
    struct Kept
    {
        QJsonObject certificate;
        QJsonObject trial;
    };
    const auto rows = connection.all(
        QStringLiteral("SELECT CAST(c.trial_id AS text) AS trial, c.finished_at, c.edition, c.digest, c.preset, "
                       "CAST(c.alpha AS double precision) AS alpha, CAST(c.risk AS double precision) AS risk, "
                       "CAST(c.levels AS text) AS levels, c.looks, CAST(to_jsonb(c.reviewers) AS text) AS reviewers, "
                       "CAST(to_jsonb(c.assumptions) AS text) AS assumptions, "
                       "CAST(c.threshold AS double precision) AS threshold, c.items, "
                       "c.withheld, CAST(t.definition AS text) AS definition FROM herdbook.certificate c "
                       "JOIN herdbook.trial t ON t.id = c.trial_id "
                       "WHERE (c.withheld IS NULL AND c.threshold IS NOT NULL) = CAST($1 AS boolean) AND c.looks > 0 "
                       "ORDER BY c.finished_at DESC, c.trial_id LIMIT %1")
            .arg(most),
        {certified}, [](const Row &row) {
            const auto array = [&](const char *column) {
                return QJsonDocument::fromJson(row.text(column).toUtf8()).array();
            };
            return Kept{
                {{QStringLiteral("trial"), row.text("trial")},
                 {QStringLiteral("finished_at"), timeOf(row.instant("finished_at"))},
                 {QStringLiteral("edition"), row.integer("edition")},
                 {QStringLiteral("digest"), row.text("digest")},
                 {QStringLiteral("preset"), row.text("preset")},
                 {QStringLiteral("alpha"), row.number("alpha")},
                 {QStringLiteral("risk"), row.number("risk")},
                 {QStringLiteral("levels"), array("levels")},
                 {QStringLiteral("looks"), row.integer("looks")},
                 {QStringLiteral("reviewers"), array("reviewers")},
                 {QStringLiteral("assumptions"), array("assumptions")},
                 {QStringLiteral("threshold"), row.isNull("threshold") ? QJsonValue() : row.number("threshold")},
                 {QStringLiteral("items"), row.integer("items")},
                 {QStringLiteral("withheld"), row.text("withheld")}},
                parsed(row.text("definition"))};
        });
    if (!rows)
        return rows.error();
    for (const Kept &kept : *rows) {
        Result<CertificateRecord> certificate = certificateFromJson(kept.certificate);
        if (!certificate)
            return certificate.error();
        Result<TrialRecord> trial = recordFromJson(kept.trial);
        if (!trial)
            return trial.error();
        all.push_back({std::move(*certificate), std::move(*trial)});
    }
    return all;
}

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

Result<QSet<QUuid>> sharedRivals(Postgres &connection, const TrialRecord &record)
{
    QSet<QUuid> all;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT t.id FROM herdbook.trial t WHERE t.digest = $1 AND t.id <> $2 AND t.edition = 2 "
                       "AND CAST(t.definition->>'ordinal' AS int) <= $3 AND EXISTS (SELECT FROM herdbook.answer a "
                       "WHERE a.trial_id = t.id)"),
        {record.digest, uuidText(record.id), record.ordinal}, [&](const Row &row) { all << row.uuid("id"); });
    return read ? Result<QSet<QUuid>>(std::move(all)) : Result<QSet<QUuid>>(read.error());
}

Result<TrialRecord> fetchTrial(Postgres &connection, TrialStore &store, const QUuid &trial)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    const Result<QString> definition = singleText(
        connection, QStringLiteral("SELECT CAST(definition AS text) AS value FROM herdbook.trial WHERE id = $1"),
        {uuidText(trial)});
    if (!definition)
        return definition.error();
    if (definition->isNull())
        return Error{ErrorKind::NotFound, QStringLiteral("The trial is not shared any more")};
    Result<TrialRecord> record = recordFromJson(parsed(*definition));
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
            {uuidText(record.id), timeOf(record.createdAt), record.createdBy,
             QString::fromUtf8(compact(toJson(record))), record.isFirstEdition() ? 1 : 2,
             record.digest.isEmpty() ? QVariant() : QVariant(record.digest)});
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
    Result<std::vector<ReviewEvent>> all = store.events(record.id, reviewer);
    if (!all)
        return all.error();
    Result<std::vector<ReviewEvent>> unsent = store.unsent(record.id, reviewer);
    if (!unsent)
        return unsent.error();
    if (*there < static_cast<qint64>(all->size()) - static_cast<qint64>(unsent->size()))
        unsent = std::move(all);
    if (const Result<void> sent = sendEvents(connection, record.id, reviewer, *unsent); !sent)
        return sent.error();
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    if (!unsent->empty()) {
        if (const Result<void> marked = store.markSent(record.id, reviewer, unsent->back().sequence); !marked)
            return marked.error();
    }
    const Result<int> received = receiveEvents(connection, store, record);
    if (!received)
        return received.error();
    const Result<std::optional<CertificateRecord>> result = store.certificate(record.id);
    if (!result)
        return result.error();
    if (*result) {
        if (const Result<void> kept = shareCertificate(connection, **result); !kept)
            return kept.error();
    }
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
        if (!isReviewer(*record, one.reviewer))
            continue;
        if (const Result<Exchange> sent = exchangeAnswers(connection, store, *record, one.reviewer); !sent)
            all = sent.error();
    }
    return all;
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/sharedtrials.h"

#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

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

Result<TrialRecord> sharedTrial(Postgres &connection, const QUuid &trial)
{
    const Result<QString> definition = singleText(
        connection, QStringLiteral("SELECT CAST(definition AS text) AS value FROM herdbook.trial WHERE id = $1"),
        {uuidText(trial)});
    if (!definition)
        return definition.error();
    if (definition->isNull())
        return Error{ErrorKind::NotFound, QStringLiteral("The trial is not shared any more")};
    return recordFromJson(json::object(*definition));
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

} // namespace herdbook::trial

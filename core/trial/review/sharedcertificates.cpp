// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/sharedcertificates.h"

#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/jsonfields.h"
#include "core/trial/review/sharedtrials.h"

#include <QJsonDocument>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

Result<void> shareCertificate(Postgres &connection, const CertificateRecord &certificate)
{
    if (const Result<void> fits = requireVersion(connection); !fits)
        return fits.error();
    const QJsonObject content = toJson(certificate);
    QJsonArray claims;
    for (const auto &level : content[QStringLiteral("levels")].toArray())
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
         json::time(certificate.finishedAt.isValid() ? certificate.finishedAt : QDateTime::currentDateTimeUtc()),
         certificate.edition, certificate.digest, certificate.preset, certificate.alpha, certificate.risk,
         QString::fromUtf8(QJsonDocument(content[QStringLiteral("levels")].toArray()).toJson(QJsonDocument::Compact)),
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
                 {QStringLiteral("finished_at"), json::time(row.instant("finished_at"))},
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
                json::object(row.text("definition"))};
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

} // namespace herdbook::trial

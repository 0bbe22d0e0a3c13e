// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"
#include "core/reid/load/reader.h"
#include "core/storage/postgres.h"

#include <set>

namespace herdbook::reid::load {

namespace {

const QString kDeer = QStringLiteral("deer");

Error differingLengths(const QString &column, int first, int other)
{
    return {ErrorKind::Corrupt, QStringLiteral("%1 holds vectors of %2 and of %3 values; they can't be compared")
                                    .arg(column)
                                    .arg(first)
                                    .arg(other)};
}

/// Appends the profile's vector; false when it can't be used (then it is listed).
Result<bool> addVector(const Cell &cell, VectorType type, const Uuid &id, Profiles &profiles)
{
    if (cell.isNull()) {
        ++profiles.withoutVector;
        return false;
    }
    const int length = vectorLength(cell, type);
    if (length <= 0)
        return Error{ErrorKind::Corrupt, QStringLiteral("deer.feature_vector holds a value that is not a vector")};
    if (profiles.dimension == 0)
        profiles.dimension = length;
    else if (profiles.dimension != length)
        return differingLengths(QStringLiteral("deer.feature_vector"), profiles.dimension, length);
    const std::size_t start = profiles.vectors.size();
    profiles.vectors.resize(start + static_cast<std::size_t>(length));
    const std::span<float> vector(profiles.vectors.data() + start, static_cast<std::size_t>(length));
    readVector(cell, type, vector);
    const VectorState state = normalize(vector);
    profiles.rescaled += state == VectorState::Rescaled ? 1 : 0;
    if (isUsable(state))
        return true;
    profiles.vectors.resize(start);
    ++profiles.unusable;
    profiles.unusableIds.push_back(id);
    return false;
}

} // namespace

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("The analysis was cancelled")};
}

Result<Profiles> readProfiles(storage::Postgres &database, const Schema &schema, bool withVectors)
{
    const bool hasVectors = schema.has(kDeer, QStringLiteral("feature_vector"));
    const QString sql =
        QStringLiteral("SELECT d.id, %1, d.sex::text, %2, %3, %4 FROM deer d ORDER BY d.id")
            .arg(schema.columnOr(kDeer, QStringLiteral("d"), QStringLiteral("name"), QStringLiteral("NULL::text")),
                 schema.columnOr(kDeer, QStringLiteral("d"), QStringLiteral("embedding_version"),
                                 QStringLiteral("NULL::text")),
                 schema.columnOr(kDeer, QStringLiteral("d"), QStringLiteral("best_photo_id"),
                                 QStringLiteral("NULL::uuid")),
                 withVectors  ? QStringLiteral("d.feature_vector")
                 : hasVectors ? QStringLiteral("d.feature_vector IS NULL")
                              : QStringLiteral("false"));
    Result<CopyReader> rows = database.copy(sql);
    if (!rows)
        return rows.error();
    Profiles profiles;
    std::set<std::string> versions;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const CopyReader &row = *rows;
        Profile profile;
        profile.id = row[0].uuid();
        profile.name = row[1].text();
        profile.sex = sexFromText(row[2].text());
        profile.embeddingVersion = row[3].text();
        profile.bestPhoto = row[4].uuid();
        ++profiles.deer;
        if (withVectors) {
            const Result<bool> usable = addVector(row[5], schema.vectors(kDeer), profile.id, profiles);
            if (!usable)
                return usable.error();
            if (!*usable)
                continue;
        } else if (row[5].boolean(false)) {
            ++profiles.withoutVector;
            continue;
        }
        if (!profile.embeddingVersion.empty())
            versions.insert(profile.embeddingVersion);
        profiles.list.push_back(std::move(profile));
    }
    for (const std::string &version : versions)
        profiles.versions +=
            (profiles.versions.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromStdString(version);
    profiles.versionCount = static_cast<int>(versions.size());
    return profiles;
}

Result<Sizes> readSizes(storage::Postgres &database, const Schema &schema)
{
    const QString detections = QStringLiteral("detections");
    Result<QSqlQuery> row =
        database.query(QStringLiteral("SELECT count(*), count(deer_id), count(%1), to_char(max(%2) AT TIME ZONE 'UTC', "
                                      "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') "
                                      "FROM detections d")
                           .arg(schema.columnOr(detections, QStringLiteral("d"), QStringLiteral("feature_vector"),
                                                QStringLiteral("NULL")),
                                schema.columnOr(detections, QStringLiteral("d"), QStringLiteral("created_at"),
                                                QStringLiteral("NULL::timestamptz"))));
    if (!row)
        return row.error();
    row->next();
    return Sizes{row->value(0).toULongLong(), row->value(1).toULongLong(), row->value(2).toULongLong(),
                 row->value(3).toString()};
}

Result<StoredFacts> readStoredFacts(storage::Postgres &database, const Schema &schema, bool withThresholds)
{
    if (!schema.has(QStringLiteral("reid_similarity_scores")))
        return StoredFacts();
    Result<QSqlQuery> row = database.query(
        QStringLiteral(
            "SELECT count(*), to_char(max(calculated_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), "
            "%1 FROM reid_similarity_scores")
            .arg(withThresholds ? QStringLiteral("min(threshold_used)::text, max(threshold_used)::text")
                                : QStringLiteral("NULL, NULL")));
    if (!row)
        return row.error();
    row->next();
    return StoredFacts{row->value(0).toULongLong(), row->value(1).toString(), row->value(2).toString(),
                       row->value(3).toString()};
}

} // namespace herdbook::reid::load

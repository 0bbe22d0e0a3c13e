// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"
#include "core/reid/load/reader.h"
#include "core/storage/postgres.h"

#include <map>
#include <set>
#include <utility>

namespace herdbook::reid::load {

namespace {

const QString kDeer = QStringLiteral("deer");

/// A profile's vector as it was read; empty when it is no vector of one dimension.
using Vector = std::vector<float>;

Vector vectorOf(const Cell &cell, VectorType type)
{
    Vector vector(static_cast<std::size_t>(std::max(vectorLength(cell, type), 0)));
    readVector(cell, type, vector);
    return vector;
}

/// The length that all but a few of the vectors have; an error when there is none.
Result<int> commonLength(const std::vector<Vector> &vectors)
{
    std::map<std::size_t, std::size_t> counts;
    for (const Vector &vector : vectors)
        ++counts[vector.size()];
    for (const auto &[length, count] : counts) {
        if (!isTooMany(vectors.size() - count, vectors.size()) && length > 0)
            return static_cast<int>(length);
    }
    QStringList lengths;
    for (const auto &[length, count] : counts)
        lengths << QStringLiteral("%1 of %2 values").arg(count).arg(length);
    return Error{ErrorKind::Corrupt,
                 QStringLiteral("deer.feature_vector holds vectors of different lengths (%1): they can't be compared")
                     .arg(lengths.join(QLatin1String(", ")))};
}

void leaveOut(Profiles &profiles, const Uuid &id, std::string name)
{
    if (profiles.leftOut.size() >= Check::kMostRows)
        return;
    profiles.leftOut.push_back(id);
    profiles.leftOutNames.push_back(std::move(name));
}

/// Keeps the profiles whose vector can be used; the others are counted and listed.
Result<void> keepUsable(std::vector<Vector> vectors, Profiles &profiles)
{
    if (vectors.empty())
        return {};
    const Result<int> dimension = commonLength(vectors);
    if (!dimension)
        return dimension.error();
    profiles.dimension = *dimension;
    std::vector<Profile> usable;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        Vector &vector = vectors[i];
        const bool fits = vector.size() == static_cast<std::size_t>(*dimension);
        const VectorState state = fits ? normalize(vector) : VectorState::NotFinite;
        profiles.rescaled += state == VectorState::Rescaled ? 1 : 0;
        if (!isUsable(state)) {
            ++profiles.unusable;
            leaveOut(profiles, profiles.list[i].id, profiles.list[i].name);
            continue;
        }
        profiles.vectors.insert(profiles.vectors.end(), vector.begin(), vector.end());
        usable.push_back(std::move(profiles.list[i]));
    }
    profiles.list = std::move(usable);
    return {};
}

} // namespace

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("The analysis was cancelled")};
}

Result<Profiles> readProfiles(storage::Postgres &database, const Schema &schema, bool withVectors)
{
    const QString sql =
        QStringLiteral("SELECT d.id, d.name, d.sex, d.embedding_version, d.best_photo_id, %2 FROM %1 d ORDER BY d.id")
            .arg(schema.deer(), withVectors ? QStringLiteral("d.feature_vector")
                                : schema.has(kDeer, QStringLiteral("feature_vector"))
                                    ? QStringLiteral("d.feature_vector IS NULL")
                                    : QStringLiteral("false"));
    Profiles profiles;
    std::vector<Vector> vectors;
    std::vector<std::pair<Uuid, std::string>> without;
    const Result<void> read = database.copyEach(sql, [&](const CopyReader &row) {
        ++profiles.deer;
        if (withVectors ? row[5].isNull() : row[5].boolean(false)) {
            ++profiles.withoutVector;
            if (without.size() < Check::kMostRows)
                without.emplace_back(row[0].uuid(), row[1].text());
            return;
        }
        Profile profile;
        profile.id = row[0].uuid();
        profile.name = row[1].text();
        profile.sex = sexFromText(row[2].text());
        profile.embeddingVersion = row[3].text();
        profile.bestPhoto = row[4].uuid();
        profiles.list.push_back(std::move(profile));
        if (withVectors)
            vectors.push_back(vectorOf(row[5], schema.vectors(kDeer)));
    });
    if (!read)
        return read.error();
    if (const Result<void> kept = keepUsable(std::move(vectors), profiles); !kept)
        return kept.error();
    for (auto &[id, name] : without) // after the unusable ones, which are fewer and stranger
        leaveOut(profiles, id, std::move(name));
    std::set<std::string> versions;
    for (const Profile &profile : profiles.list) {
        if (profile.embeddingVersion.empty())
            ++profiles.withoutVersion;
        else
            versions.insert(profile.embeddingVersion);
    }
    for (const std::string &version : versions)
        profiles.versions +=
            (profiles.versions.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromStdString(version);
    profiles.versionCount = static_cast<int>(versions.size());
    return profiles;
}

Result<Sizes> readSizes(storage::Postgres &database, const Schema &schema)
{
    const QString sql =
        QStringLiteral("SELECT count(*) AS detections, count(deer_id) AS assigned, count(feature_vector) "
                       "AS vectors, to_char(max(created_at) AT TIME ZONE 'UTC', "
                       "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS newest FROM %1 d")
            .arg(schema.detections());
    return database.one(sql, {}, [](const storage::Row &row) {
        const auto number = [&row](const char *column) { return static_cast<std::uint64_t>(row.integer(column)); };
        return Sizes{number("detections"), number("assigned"), number("vectors"), row.text("newest")};
    });
}

Result<StoredFacts> readStoredFacts(storage::Postgres &database, const Schema &schema, bool withThresholds)
{
    const QString sql =
        QStringLiteral("SELECT count(*) AS rows, to_char(max(calculated_at) AT TIME ZONE 'UTC', "
                       "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS newest, %2 FROM %1 s")
            .arg(schema.scores(),
                 withThresholds
                     ? QStringLiteral("min(threshold_used)::text AS least, max(threshold_used)::text AS most")
                     : QStringLiteral("NULL::text AS least, NULL::text AS most"));
    return database.one(sql, {}, [](const storage::Row &row) {
        return StoredFacts{static_cast<std::uint64_t>(row.integer("rows")), row.text("newest"), row.text("least"),
                           row.text("most")};
    });
}

} // namespace herdbook::reid::load

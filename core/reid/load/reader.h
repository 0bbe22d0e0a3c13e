// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analyze.h"
#include "core/reid/compute/matchrunner.h"
#include "core/reid/load/cells.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/reid/load/schema.h"

/// The steps of analyzeDatabase(). Not for use from outside.
namespace herdbook::reid::load {

/// A message for a cancelled analysis.
Error cancelled();

/// How many rows of what there are, before they are read.
struct Sizes
{
    std::uint64_t detections = 0, assigned = 0, vectors = 0;
    QString newest;
};
Result<Sizes> readSizes(storage::Postgres &database, const Schema &schema);

/// What the table of stored scores holds.
struct StoredFacts
{
    std::uint64_t rows = 0;
    QString newestCalculatedAt, leastThreshold, mostThreshold;
};
/// @param withThresholds whether leastThreshold and mostThreshold are wanted: comparing numerics takes most of the time.
Result<StoredFacts> readStoredFacts(storage::Postgres &database, const Schema &schema, bool withThresholds);

/// Fingerprint::rowVersions of the tables an analysis reads.
Result<QString> readRowVersions(storage::Postgres &database, const Schema &schema);

/// Profiles sorted by id. With vectors only the usable ones; without, every deer.
struct Profiles
{
    std::vector<Profile> list;
    std::vector<float> vectors; ///< normalized, row by row; empty when not asked for
    int dimension = 0;
    std::uint64_t deer = 0, withoutVector = 0, unusable = 0, rescaled = 0;
    std::vector<Uuid> leftOut;             ///< up to Check::kMostRows of those without a vector or with an unusable one
    std::vector<std::string> leftOutNames; ///< beside their ids
    QString versions;                      ///< distinct embedding versions, sorted
    int versionCount = 0;
    std::uint64_t withoutVersion = 0; ///< of the list, those whose version isn't recorded
};
Result<Profiles> readProfiles(storage::Postgres &database, const Schema &schema, bool withVectors);

/// Reads rows of detections into a dataset whose profiles are known.
class DetectionReader
{
public:
    DetectionReader(storage::Postgres &database, const Schema &schema, Dataset &dataset);

    Result<void> readLocations();

    /// Calls `take(detection, vector cell)` for every detection. The vector is null without `withVectors`.
    Result<void> read(bool withVectors, const std::function<Result<void>(const Detection &, const Cell &)> &take);

private:
    QString sql(bool withVectors) const;

    storage::Postgres &m_database;
    const Schema &m_schema;
    Dataset &m_dataset;
    std::vector<Uuid> m_locations;
};

/// Reads a detection's vector to compare it with the gallery's; `to` has their dimension. False, and all NaN, where its length differs or
/// the cell holds no vector of one dimension: it is left out and counted.
bool readDetectionVector(const Cell &cell, VectorType type, std::span<float> to);

/// Over 5% of another length are no accident: two models have written there, and what one of them made would be missing.
inline bool isTooMany(std::uint64_t ofOtherLength, std::uint64_t vectors)
{
    return 20 * ofOtherLength > vectors;
}

/// Reads detections and their vectors, and matches them on the way.
Result<MatchResult> matchVectors(storage::Postgres &database, const Schema &schema, Dataset &dataset,
                                 const Gallery &gallery, const MatchPlan &plan, const Sizes &sizes, int threads,
                                 const std::stop_token &stop, const Progress &progress);

/// Reads the vectors of some detections once more, by id, each to its row of `to`, of length 1.
Result<void> readVectors(storage::Postgres &database, const Schema &schema, const Gallery &gallery,
                         std::span<const Uuid> detections, std::span<float> to);

/// Reads detections, then the stored scores. Coverage is of the pairs that should be stored.
struct StoredMatches
{
    MatchResult result;
    std::optional<double> coverage; ///< nothing where none should be
    std::uint64_t censored = 0;     ///< scores of exactly 0
    std::uint64_t unusable = 0;     ///< rows whose score is null, under 0 or no number
};
Result<StoredMatches> matchStored(storage::Postgres &database, const Schema &schema, Dataset &dataset,
                                  const Gallery &gallery, const MatchPlan &plan, const Sizes &sizes, std::uint64_t rows,
                                  const std::stop_token &stop, const Progress &progress);

} // namespace herdbook::reid::load

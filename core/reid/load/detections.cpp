// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/storedscores.h"
#include "core/reid/load/cells.h"
#include "core/reid/load/reader.h"
#include "core/storage/postgres.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace herdbook::reid::load {

namespace {

constexpr std::int64_t kPostgresEpoch = 946684800LL * 1000000; // 2000-01-01 in microseconds since 1970
constexpr std::uint64_t kProgressRows = 512;
const QString kDetections = QStringLiteral("detections");

/// Where an id is in a sorted list; -1 when it isn't.
template<class List, class Projection>
std::int32_t placeOf(const Uuid &id, const List &list, Projection projection)
{
    const auto found = std::ranges::lower_bound(list, id, {}, projection);
    return found != list.end() && std::invoke(projection, *found) == id
               ? static_cast<std::int32_t>(found - list.begin())
               : -1;
}

struct HashId
{
    std::size_t operator()(const Uuid &id) const { return mix(id, 0); }
};

void report(const Progress &progress, const QString &stage, std::uint64_t done, std::uint64_t total)
{
    if (progress && (done % kProgressRows == 0 || done == total))
        progress(stage, static_cast<qint64>(done), static_cast<qint64>(total));
}

} // namespace

DetectionReader::DetectionReader(storage::Postgres &database, const Schema &schema, Dataset &dataset)
    : m_database(database), m_schema(schema), m_dataset(dataset)
{
}

Result<void> DetectionReader::readLocations()
{
    return m_database.copyEach(QStringLiteral("SELECT id, name FROM %1 l ORDER BY id").arg(m_schema.locations()),
                               [this](const CopyReader &row) {
                                   m_locations.push_back(row[0].uuid());
                                   m_dataset.locations.emplace_back(row[1].text());
                               });
}

QString DetectionReader::sql(bool withVectors) const
{
    return QStringLiteral("SELECT d.id, d.image_id, d.deer_id, d.burst_group_id, d.label, d.is_valid, d.is_duplicate, "
                          "d.bbox, d.confidence, i.\"timestamp\", i.location_id, i.path, %3 "
                          "FROM %1 d LEFT JOIN %2 i ON i.id = d.image_id")
        .arg(m_schema.detections(), m_schema.images(),
             withVectors ? QStringLiteral("d.feature_vector") : QStringLiteral("NULL::bytea"));
}

Result<void> DetectionReader::read(bool withVectors,
                                   const std::function<Result<void>(const Detection &, const Cell &)> &take)
{
    return m_database.copyEach(sql(withVectors), [&](const CopyReader &row) {
        Detection d;
        d.id = row[0].uuid();
        d.image = row[1].uuid();
        d.deer = row[2].uuid();
        d.burst = row[3].uuid();
        d.label = labelFromText(row[4].text());
        d.valid = row[5].boolean(true);
        d.duplicate = row[6].boolean(false);
        d.box = readBox(row[7].text());
        d.confidence = static_cast<float>(row[8].float8(0));
        const qint64 taken = row[9].int64(0);
        // The limits stand for infinity and -infinity; what is near them is no time of a photo, nor can it be reckoned with.
        constexpr qint64 kMost = std::numeric_limits<qint64>::max() / 4;
        const bool noTime = row[9].isNull() || taken < -kMost || taken > kMost;
        d.takenAt = noTime ? 0 : taken + kPostgresEpoch;
        d.location = row[10].isNull() ? -1 : placeOf(row[10].uuid(), m_locations, std::identity());
        d.ownProfile = row[2].isNull() ? -1 : placeOf(d.deer, m_dataset.profiles, &Profile::id);
        m_dataset.paths.add(row[11].text());
        return take(d, row[12]);
    });
}

bool readDetectionVector(const Cell &cell, VectorType type, std::span<float> to)
{
    if (vectorLength(cell, type) == static_cast<int>(to.size())) {
        readVector(cell, type, to);
        return true;
    }
    std::fill(to.begin(), to.end(), std::numeric_limits<float>::quiet_NaN());
    return false;
}

Result<MatchResult> matchVectors(storage::Postgres &database, const Schema &schema, Dataset &dataset,
                                 const Gallery &gallery, const MatchPlan &plan, const Sizes &sizes, int threads,
                                 const std::stop_token &stop, const Progress &progress)
{
    const VectorType type = schema.vectors(kDetections);
    DetectionReader reader(database, schema, dataset);
    if (const Result<void> read = reader.readLocations(); !read)
        return read.error();
    dataset.detections.reserve(sizes.detections);
    MatchRunner runner(gallery, plan, threads, stop);
    std::unique_ptr<Block> block;
    std::uint64_t vectors = 0;
    std::uint64_t ofOtherShape = 0;
    const Result<void> read = reader.read(true, [&](const Detection &detection, const Cell &vector) -> Result<void> {
        if (!block)
            block = runner.acquire(dataset.detections.size());
        if (!block || stop.stop_requested())
            return cancelled();
        const bool present = !vector.isNull();
        if (present) {
            ++vectors;
            ofOtherShape += readDetectionVector(vector, type, block->next()) ? 0 : 1;
        }
        block->add(Probe::of(detection, dataset.profiles, plan), present);
        dataset.detections.push_back(detection);
        if (block->full())
            runner.submit(std::move(block));
        report(progress, QStringLiteral("scores"), dataset.detections.size(), sizes.detections);
        return {};
    });
    if (!read)
        return stop.stop_requested() ? cancelled() : read.error();
    if (gallery.columns() > 0 && isTooMany(ofOtherShape, vectors))
        return Error{
            ErrorKind::Corrupt,
            QStringLiteral("%1 of the %2 vectors in detections.feature_vector don't have the %3 values of those in "
                           "deer.feature_vector: they can't be compared")
                .arg(ofOtherShape)
                .arg(vectors)
                .arg(gallery.dimension())};
    if (block)
        runner.submit(std::move(block));
    std::optional<MatchResult> result = runner.finish(dataset.detections.size());
    if (!result)
        return cancelled();
    return std::move(*result);
}

Result<void> readVectors(storage::Postgres &database, const Schema &schema, const Gallery &gallery,
                         std::span<const Uuid> detections, std::span<float> to)
{
    QString ids;
    std::unordered_map<Uuid, std::size_t, HashId> places;
    for (std::size_t i = 0; i < detections.size(); ++i) {
        places.emplace(detections[i], i);
        ids += QString::fromStdString(toString(detections[i])) + u',';
    }
    ids.chop(1);
    const auto dimension = static_cast<std::size_t>(gallery.dimension());
    std::size_t rows = 0;
    const Result<void> read =
        database.copyEach(QStringLiteral("SELECT d.id, d.feature_vector FROM %1 d WHERE d.id = ANY ('{%2}'::uuid[])")
                              .arg(schema.detections(), ids),
                          [&](const CopyReader &row) {
                              ++rows;
                              const auto place = places.find(row[0].uuid());
                              if (place == places.end())
                                  return;
                              const std::span<float> vector = to.subspan(place->second * dimension, dimension);
                              readDetectionVector(row[1], schema.vectors(kDetections), vector);
                              normalize(vector);
                          });
    if (read && rows != detections.size())
        return Error{ErrorKind::Corrupt, QStringLiteral("detections.feature_vector can't be read again")};
    return read;
}

Result<StoredMatches> matchStored(storage::Postgres &database, const Schema &schema, Dataset &dataset,
                                  const Gallery &gallery, const MatchPlan &plan, const Sizes &sizes, std::uint64_t rows,
                                  const std::stop_token &stop, const Progress &progress)
{
    DetectionReader reader(database, schema, dataset);
    if (const Result<void> read = reader.readLocations(); !read)
        return read.error();
    dataset.detections.reserve(sizes.detections);
    std::unordered_map<Uuid, std::size_t, HashId> places;
    places.reserve(sizes.detections);
    const Result<void> read = reader.read(false, [&](const Detection &detection, const Cell &) -> Result<void> {
        if (stop.stop_requested())
            return cancelled();
        places.emplace(detection.id, dataset.detections.size());
        dataset.detections.push_back(detection);
        return {};
    });
    if (!read)
        return stop.stop_requested() ? cancelled() : read.error();

    StoredMatches matches;
    StoredScores scores(gallery, dataset.detections, dataset.profiles, plan);
    if (rows > 0) {
        std::uint64_t done = 0;
        const Result<void> pairs = database.copyEach(
            QStringLiteral("SELECT s.detection_id, s.deer_id, s.similarity_score FROM %1 s").arg(schema.scores()),
            [&](const CopyReader &row) -> Result<void> {
                if (stop.stop_requested())
                    return cancelled();
                ++done;
                const auto detection = places.find(row[0].uuid());
                const std::int32_t profile = placeOf(row[1].uuid(), dataset.profiles, &Profile::id);
                const std::optional<int> ticks = row[2].numericTicks();
                if (ticks && *ticks > kTicksPerUnit)
                    return Error{ErrorKind::Corrupt,
                                 QStringLiteral("reid_similarity_scores.similarity_score holds values over 1, while "
                                                "scores are from 0 to 1: they can't be compared with a threshold")};
                matches.unusable += ticks ? 0 : 1;
                if (detection == places.end() || profile < 0 || !ticks)
                    return {};
                matches.censored += *ticks == 0 ? 1 : 0;
                scores.add(detection->second, profile, static_cast<Ticks>(*ticks));
                report(progress, QStringLiteral("stored scores"), done, rows);
                return {};
            });
        if (stop.stop_requested())
            return cancelled();
        if (!pairs)
            return pairs.error();
    }
    matches.coverage = scores.coverage();
    matches.result = scores.finish();
    return matches;
}

} // namespace herdbook::reid::load

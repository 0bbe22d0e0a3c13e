// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/seasonquery.h"

#include "core/season/effort/effortquery.h"
#include "core/season/seasoncollector.h"
#include "core/season/seasonsql.h"

#include <numeric>

namespace herdbook::season {

namespace {

/// The same detections, added up by class, day, hour and location, must be as many each time.
Result<void> checkSums(const SeasonStatistics &season)
{
    const auto sum = [](const auto &list, const auto &count) {
        return std::accumulate(list.begin(), list.end(), qint64{0},
                               [&](qint64 so, const auto &one) { return so + count(one); });
    };
    const auto total = [](const Counts &counts) { return counts.total(); };
    const qint64 days = sum(season.days, total);
    const qint64 hours = sum(season.hours, total);
    const qint64 places = sum(season.locations, [](const LocationStatistics &one) { return one.detections.total(); });
    const qint64 rated = season.effort.counted(std::nullopt);
    const qint64 ratedHours = sum(season.hoursByBlock, [](const std::array<qint64, 24> &block) {
        return std::accumulate(block.begin(), block.end(), qint64{0});
    });
    if (days == season.detections && hours == season.detections && places == season.detections && ratedHours == rated)
        return {};
    return Error{
        ErrorKind::Internal,
        QStringLiteral("PostgreSQL's figures don't add up: %1 detections by class, %2 by day, %3 by hour, %4 by "
                       "location; while cameras worked %5, %6 by hour")
            .arg(season.detections)
            .arg(days)
            .arg(hours)
            .arg(places)
            .arg(rated)
            .arg(ratedHours)};
}

} // namespace

Result<SeasonStatistics> readSeason(storage::Postgres &connection, const DetectionColumns &columns,
                                    const SeasonQuestion &question)
{
    SeasonStatistics season;
    season.start = question.start;
    season.end = question.end;
    season.groupBy = question.groupBy;
    season.classes = question.classes;
    for (const Bucket &bucket : bucketsOf(question.start, question.end, question.groupBy))
        season.timeline.push_back({bucket, {}, 0, 0, false});
    for (const QString &name : question.classes)
        season.byClass.push_back({name, 0, 0, {}});
    season.days.resize(static_cast<std::size_t>(season.dayCount()));
    season.classDays.assign(static_cast<std::size_t>(question.classes.size()), std::vector<qint64>(season.days.size()));
    season.hoursByBlock.resize(static_cast<std::size_t>(season.blockCount()));

    Result<SeasonEffort> effort =
        readEffort(connection, columns, {question.start, question.end, question.zone, question.locations});
    if (!effort)
        return effort.error();
    season.effort = std::move(*effort);
    const InstantRange range = instantsOf(question.start, question.end, question.zone);
    SeasonCollector collector(season);
    const Result<void> read =
        connection.each(QStringLiteral("SELECT * FROM (%1) season(kind, a, b, n, x, more)").arg(seasonSql(columns)),
                        {QString::fromLatin1(question.zone.id()), range.first, range.last, question.locations,
                         question.classes, question.start, exports::wireName(question.groupBy), question.mostSeen,
                         QString::fromLatin1(question.zone.id())},
                        [&collector](const storage::Row &row) { collector.take(row); });
    if (!read)
        return read.error();
    if (collector.hasStrangeClass())
        return Error{ErrorKind::Internal,
                     QStringLiteral("PostgreSQL's figures hold detections of a class that wasn't asked for")};
    if (const Result<void> whole = checkSums(season); !whole)
        return whole.error();
    season.knownDeer = collector.knownDeer();
    collector.addQuietCameras();
    for (BucketStatistics &bucket : season.timeline) {
        for (QDate day = bucket.bucket.start; day <= bucket.bucket.end; day = day.addDays(1))
            bucket.detections += season.days[static_cast<std::size_t>(question.start.daysTo(day))];
    }
    std::sort(season.locations.begin(), season.locations.end(), [](const auto &one, const auto &other) {
        const qint64 ones = one.detections.total();
        const qint64 others = other.detections.total();
        return ones != others ? ones > others : one.name < other.name;
    });
    std::sort(season.mostSeen.begin(), season.mostSeen.end(), [](const auto &one, const auto &other) {
        return one.sightings != other.sightings ? one.sightings > other.sightings : one.id < other.id;
    });
    return season;
}

} // namespace herdbook::season

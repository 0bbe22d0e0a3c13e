// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/findings.h"

#include "core/season/comparisons.h"
#include "core/season/effort/patterns.h"
#include "core/season/effort/words.h"

#include <QLocale>

namespace herdbook::season {

using exports::GroupBy;

namespace {

constexpr int WindowHours = 3;

std::vector<double> daily(const SeasonStatistics &season, std::optional<Animal> animal, const QDate &from,
                          const QDate &to)
{
    std::vector<double> counts;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const Counts &all = season.days[static_cast<std::size_t>(season.start.daysTo(day))];
        counts.push_back(static_cast<double>(animal ? all[*animal] : all.total()));
    }
    return counts;
}

/// The animals of which there are enough to speak, on days with effort.
std::vector<Animal> frequent(const SeasonStatistics &season)
{
    std::vector<Animal> animals;
    for (const Animal animal : season.animals()) {
        if (season.effort.counted(animal) >= LeastDetections)
            animals.push_back(animal);
    }
    return animals;
}

/// Cells of a season whose blocks are the given days.
Cells cellsOf(const SeasonStatistics &season, const std::vector<int> &blockOf, std::optional<Animal> animal)
{
    return cellsOf(season.effort, cameraNumbers({&season.effort}), blockOf, animal);
}

/// The block of each day, numbered as the buckets are.
std::vector<int> blocksOf(const SeasonStatistics &season, const std::vector<Bucket> &buckets)
{
    std::vector<int> blockOf(static_cast<std::size_t>(season.dayCount()), -1);
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        for (QDate day = buckets[i].start; day <= buckets[i].end; day = day.addDays(1))
            blockOf[static_cast<std::size_t>(season.dayNumber(day))] = static_cast<int>(i);
    }
    return blockOf;
}

/// " (18 to 31)" of a month of which the period holds only these days.
QString daysOfPart(const Bucket &month)
{
    if (month.days() == month.unit.daysInMonth())
        return {};
    const QString first = QString::number(month.start.day());
    return month.days() == 1 ? QStringLiteral(" (%1)").arg(first)
                             : QStringLiteral(" (%1 to %2)").arg(first, QString::number(month.end.day()));
}

/// The fullest week (or month, where that is the grouping) of each animal against the others.
std::size_t addPeaks(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    const GroupBy unit = season.groupBy == GroupBy::Month ? GroupBy::Month : GroupBy::Week;
    const std::vector<Bucket> buckets = bucketsOf(season.start, season.end, unit);
    const std::vector<int> blockOf = blocksOf(season, buckets);
    std::size_t looks = 0;
    for (const Animal animal : frequent(season)) {
        const Cells cells = cellsOf(season, blockOf, animal);
        const std::optional<Peak> peak = peakOf(cells, FamilyError);
        const std::size_t comparable = levelsOf(cells).size();
        looks += comparable >= 5 ? comparable : 0; // fewer are not looked at
        if (!peak)
            continue;
        const Bucket &bucket = buckets[static_cast<std::size_t>(peak->block)];
        const QString count = countText(season.rated(bucket, animal));
        const QString name = singular(animal);
        const QString many = plural(animal);
        const QString when = unit == GroupBy::Week ? QStringLiteral("the ") + unitName(bucket.unit, unit)
                                                   : unitName(bucket.unit, unit) + daysOfPart(bucket);
        const QString others = unit == GroupBy::Week ? QStringLiteral("weeks") : QStringLiteral("months");
        const qint64 elsewhere = season.totals()[animal] - season.counted(bucket, animal);
        Candidate candidate{Finding::Kind::Peak, {}, {}};
        candidate.compare = [cells](double alpha) -> std::optional<RateRatio> {
            const std::optional<Peak> found = peakOf(cells, alpha);
            return found ? std::optional(found->ratio) : std::nullopt;
        };
        candidate.say = [=](const RateRatio &ratio) -> QString {
            if (ratio.hasZero)
                return asCompared(QStringLiteral("%1 were seen only in %2: %3 detections").arg(many, when, count),
                                  elsewhere);
            return QStringLiteral("%1 detections peaked in %2: %3, per camera-day %4 the mean of the other %5 (%6).")
                .arg(name, when, count, times(ratio), others, interval(ratio));
        };
        candidates.push_back(std::move(candidate));
    }
    return looks;
}

/// The months with the highest and the lowest rate, for each animal.
std::size_t addMonths(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    constexpr int LeastDays = 14;
    std::size_t looks = 0;
    std::vector<Bucket> months;
    for (const Bucket &bucket : bucketsOf(season.start, season.end, GroupBy::Month)) {
        if (bucket.days() >= LeastDays && season.cameraDays(bucket) >= LeastCameraDays)
            months.push_back(bucket);
    }
    if (months.size() < 2)
        return looks;
    const bool oneYear = months.front().unit.year() == months.back().unit.year();
    const auto nameOf = [oneYear](const Bucket &month) -> QString { // a builder would outlive its parts
        return QLocale::c().toString(month.unit, oneYear ? QStringLiteral("MMMM") : QStringLiteral("MMMM yyyy")) +
               daysOfPart(month);
    };
    const auto cellsIn = [&season](const Bucket &month, Animal animal) {
        std::vector<int> blockOf(static_cast<std::size_t>(season.dayCount()), -1);
        const std::vector<int> within = weeklyBlockNumbers(month.days());
        std::copy(within.begin(), within.end(), blockOf.begin() + season.dayNumber(month.start));
        return cellsOf(season, blockOf, animal);
    };
    for (const Animal animal : frequent(season)) {
        looks += months.size() * (months.size() - 1) / 2;
        const auto rate = [&](const Bucket &month) {
            return static_cast<double>(season.rated(month, animal)) / season.cameraDays(month);
        };
        const auto [low, high] = std::minmax_element(months.begin(), months.end(),
                                                     [&](const auto &a, const auto &b) { return rate(a) < rate(b); });
        if (rate(*high) <= rate(*low))
            continue;
        const QString names[] = {plural(animal), nameOf(*high), nameOf(*low)};
        const qint64 elsewhere = season.counted(*low, animal);
        candidates.push_back(
            {Finding::Kind::Months,
             [one = cellsIn(*high, animal), other = cellsIn(*low, animal)](double alpha) {
                 return stratifiedRatio(one, other, false, alpha);
             },
             [=](const RateRatio &ratio) -> QString {
                 if (ratio.hasZero)
                     return asCompared(
                         QStringLiteral("%1 were seen in %2, but not in %3").arg(names[0], names[1], names[2]),
                         elsewhere);
                 return QStringLiteral("%1 were %2 as frequent per camera-day in %3 as in %4 (%5).")
                     .arg(names[0], times(ratio), names[1], names[2], interval(ratio));
             }});
    }
    return looks;
}

/// Whether an animal became more or fewer from week to week.
std::size_t addTrends(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    std::size_t looks = 0;
    for (const Animal animal : frequent(season)) {
        const Cells cells = cellsOf(season, weeklyBlockNumbers(season.dayCount()), animal);
        if (!trendOf(cells))
            continue;
        ++looks;
        candidates.push_back(
            {Finding::Kind::Trend, [cells](double alpha) { return trendOf(cells, alpha); },
             [name = plural(animal)](const RateRatio &ratio) -> QString {
                 return QStringLiteral("%1 became %2 from week to week through the period: %3 a week "
                                       "per camera-day (95% interval together %4 to %5).")
                     .arg(name, ratio.ratio > 1 ? QStringLiteral("more frequent") : QStringLiteral("less frequent"),
                          changeText(ratio.ratio), changeText(ratio.low), changeText(ratio.high));
             },
             false});
    }
    return looks;
}

/// The three hours on end with most detections against the rest of the day.
std::size_t addHours(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    std::array<qint64, 24> rated{};
    for (const std::array<qint64, 24> &block : season.hoursByBlock)
        std::transform(rated.begin(), rated.end(), block.begin(), rated.begin(), std::plus());
    if (std::accumulate(rated.begin(), rated.end(), qint64{0}) < LeastDetections)
        return 0;
    std::array<qint64, 24> windows{};
    for (std::size_t first = 0; first < 24; ++first) {
        for (std::size_t i = 0; i < WindowHours; ++i)
            windows[first] += rated[(first + i) % 24];
    }
    const auto first = static_cast<std::size_t>(std::max_element(windows.begin(), windows.end()) - windows.begin());
    std::vector<Block> one;
    std::vector<Block> other;
    for (std::size_t block = 0; block < season.hoursByBlock.size(); ++block) {
        const std::array<qint64, 24> &hours = season.hoursByBlock[block];
        const int from = 7 * static_cast<int>(block);
        const bool isLast = block + 1 == season.hoursByBlock.size();
        const double days = season.effort.cameraDays(from, isLast ? season.dayCount() - 1 : from + 6);
        if (days <= 0)
            continue;
        double inside = 0;
        for (std::size_t i = 0; i < WindowHours; ++i)
            inside += static_cast<double>(hours[(first + i) % 24]);
        const double all = static_cast<double>(std::accumulate(hours.begin(), hours.end(), qint64{0}));
        one.push_back({inside, days * WindowHours});
        other.push_back({all - inside, days * (24 - WindowHours)});
    }
    qint64 within = 0; // of all counts, with or without effort
    for (std::size_t i = 0; i < WindowHours; ++i)
        within += season.hours[(first + i) % 24].total();
    const double share = 100.0 * static_cast<double>(within) / static_cast<double>(season.detections);
    const qint64 elsewhere = season.detections - within;
    const QString shareText =
        elsewhere > 0 && share > 99 ? QStringLiteral("over 99%") : ratioNumber(share) + QLatin1Char('%');
    Candidate candidate{Finding::Kind::Hours, {}, {}};
    candidate.compare = [=](double alpha) { return rateRatio(one, other, alpha); };
    candidate.say = [=](const RateRatio &ratio) -> QString {
        if (ratio.hasZero)
            return asCompared(QStringLiteral("All detections were made between %1:00 and %2:00")
                                  .arg(first)
                                  .arg((first + WindowHours) % 24),
                              elsewhere);
        return QStringLiteral("Activity was highest from %1:00 to %2:00: %3 of all detections in an eighth of the "
                              "day, %4 the rate of "
                              "the other hours (%5).")
            .arg(QString::number(first), QString::number((first + WindowHours) % 24), shareText, times(ratio),
                 interval(ratio));
    };
    candidates.push_back(std::move(candidate));
    return 24;
}

/// The location with the highest rate against the others together.
std::size_t addLocations(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    const CameraEffort *best = nullptr;
    std::size_t places = 0;
    const auto rate = [](const CameraEffort &camera) {
        return static_cast<double>(camera.counted(std::nullopt)) / camera.cameraDays();
    };
    for (const CameraEffort &camera : season.effort.cameras) {
        if (camera.cameraDays() < LeastCameraDays)
            continue;
        ++places;
        if (best == nullptr || rate(camera) > rate(*best))
            best = &camera;
    }
    if (places < 2 || season.effort.counted(std::nullopt) < LeastDetections)
        return 0;
    const CameraNumbers numbers = cameraNumbers({&season.effort});
    Cells one;
    Cells other;
    for (const auto &[key, tally] : cellsOf(season, weeklyBlockNumbers(season.dayCount()), std::nullopt))
        (key.camera == numbers.value(best->id) ? one : other)[{0, key.block}] += tally;
    const QString name = best->name;
    const QString count = countText(best->counted(std::nullopt));
    const qint64 elsewhere =
        season.detections - std::accumulate(best->counts.begin(), best->counts.end(), qint64{0},
                                            [](qint64 sum, const Counts &day) { return sum + day.total(); });
    candidates.push_back(
        {Finding::Kind::Location, [one, other](double alpha) { return stratifiedRatio(one, other, true, alpha); },
         [=](const RateRatio &ratio) -> QString {
             if (ratio.hasZero)
                 return asCompared(QStringLiteral("%1 was the only location with detections: %2").arg(name, count),
                                   elsewhere);
             return QStringLiteral("%1 was the busiest location: %2 detections, per camera-day %3 the "
                                   "mean of the others (%4).")
                 .arg(name, count, times(ratio), interval(ratio));
         }});
    return places;
}

std::size_t addAll(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    return addPeaks(season, candidates) + addMonths(season, candidates) + addTrends(season, candidates) +
           addHours(season, candidates) + addLocations(season, candidates);
}

} // namespace

std::vector<Finding> findingsOf(const SeasonStatistics &season)
{
    std::vector<Candidate> candidates;
    const std::size_t looks = addAll(season, candidates);
    return keepWhatHolds(candidates, looks);
}

QString nothingFound(const SeasonStatistics &season)
{
    std::vector<Candidate> candidates;
    addAll(season, candidates);
    QStringList looked;
    QStringList untold;
    for (const auto &[kind, word] : {std::pair(Finding::Kind::Peak, "peak"), std::pair(Finding::Kind::Trend, "trend"),
                                     std::pair(Finding::Kind::Months, "month"), std::pair(Finding::Kind::Hours, "hour"),
                                     std::pair(Finding::Kind::Location, "location")}) {
        const bool any = std::any_of(candidates.begin(), candidates.end(), [kind = kind](const Candidate &candidate) {
            const std::optional<RateRatio> ratio =
                candidate.kind == kind ? candidate.compare(FamilyError) : std::nullopt;
            return ratio && ratio->hasInterval;
        });
        (any ? looked : untold) << QString::fromLatin1(word);
    }
    if (looked.isEmpty())
        return QStringLiteral("Too little to tell a pattern from chance: %1 in %2 camera-days.")
            .arg(detectionsText(season.detections), cameraDaysText(season.effort.cameraDays()));
    const QString nothing = QStringLiteral("Nothing stands out beyond what chance would give: no %1 differs reliably "
                                           "from the rest.")
                                .arg(listText(looked, QStringLiteral("or")));
    const std::vector<Animal> many = frequent(season);
    QStringList few;
    for (const Animal animal : season.animals()) {
        if (std::count(many.begin(), many.end(), animal) == 0)
            few << plural(animal).toLower();
    }
    const QString alone =
        few.isEmpty() ? QString() : QStringLiteral(" Too few to look at on their own: %1.").arg(listText(few));
    return nothing + (untold.isEmpty() ? QString() : QStringLiteral(" Too little to tell: %1.").arg(listText(untold))) +
           alone;
}

std::optional<RateRatio> perDoeWithInterval(const SeasonStatistics &season, Animal animal)
{
    if (!season.perDoe(animal))
        return std::nullopt;
    const auto weekly = [&season](Animal one) { return weeklyBlocks(daily(season, one, season.start, season.end)); };
    return rateRatio(weekly(animal), weekly(Animal::Doe), FamilyError);
}

} // namespace herdbook::season

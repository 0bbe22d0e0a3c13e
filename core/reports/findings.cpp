// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/findings.h"

#include <QLocale>

namespace herdbook::reports {

using exports::GroupBy;

namespace {

constexpr double FamilyError = 0.05;
constexpr qint64 LeastDetections = 20; ///< fewer say nothing about a pattern
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

std::vector<Block> blocksOf(const SeasonStatistics &season, std::optional<Animal> animal)
{
    return weeklyBlocks(daily(season, animal, season.start, season.end));
}

QString number(double value)
{
    // "1.0" would hide on which side of 1 it is.
    return QLocale::c().toString(value, 'f', value < 1.095 ? 2 : value < 9.95 ? 1 : 0);
}

QString times(const RateRatio &ratio)
{
    return QStringLiteral("%1 times").arg(number(ratio.ratio));
}

QString interval(const RateRatio &ratio)
{
    return QStringLiteral("95% interval %1 to %2").arg(number(ratio.low), number(ratio.high));
}

/// A comparison to make once it is known how many there are.
struct Candidate
{
    Finding::Kind kind;
    std::vector<Block> one;
    std::vector<Block> other;
    std::function<QString(const RateRatio &)> say;
    bool onlyMore = true; ///< whether less than the rest is no finding
};

std::vector<Finding> keepWhatHolds(const std::vector<Candidate> &candidates, std::size_t looks)
{
    std::vector<Finding> findings;
    const double alpha = FamilyError / static_cast<double>(std::max<std::size_t>(looks, 1));
    for (const Candidate &candidate : candidates) {
        const std::optional<RateRatio> ratio = rateRatio(candidate.one, candidate.other, alpha);
        if (!ratio || ratio->pValue >= alpha || (candidate.onlyMore && ratio->ratio < 1))
            continue;
        findings.push_back({candidate.kind, candidate.say(*ratio), *ratio});
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &one, const Finding &other) {
        return one.estimate.pValue < other.estimate.pValue;
    });
    return findings;
}

/// The animals of which there are enough to speak.
std::vector<Animal> frequent(const SeasonStatistics &season)
{
    std::vector<Animal> animals;
    const Counts totals = season.totals();
    for (const Animal animal : season.animals()) {
        if (totals[animal] >= LeastDetections)
            animals.push_back(animal);
    }
    return animals;
}

/// The fullest whole week (or month, where that is the grouping) of each animal against the others.
std::size_t addPeaks(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    const GroupBy unit = season.groupBy == GroupBy::Month ? GroupBy::Month : GroupBy::Week;
    std::size_t looks = 0;
    for (const Animal animal : frequent(season)) {
        std::vector<Bucket> whole;
        std::vector<std::vector<double>> days;
        for (const Bucket &bucket : bucketsOf(season.start, season.end, unit)) {
            if (bucket.days() < (unit == GroupBy::Week ? 7 : 28))
                continue;
            whole.push_back(bucket);
            days.push_back(daily(season, animal, bucket.start, bucket.end));
        }
        if (whole.size() < (unit == GroupBy::Week ? 5U : 3U))
            continue;
        looks += whole.size();
        std::size_t peak = 0;
        std::vector<double> rates;
        for (const std::vector<double> &counts : days)
            rates.push_back(std::accumulate(counts.begin(), counts.end(), 0.0) / static_cast<double>(counts.size()));
        peak = static_cast<std::size_t>(std::max_element(rates.begin(), rates.end()) - rates.begin());
        Candidate candidate{Finding::Kind::Peak, weeklyBlocks(days[peak]), {}, {}};
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (i == peak)
                continue;
            const std::vector<Block> blocks = weeklyBlocks(days[i]);
            candidate.other.insert(candidate.other.end(), blocks.begin(), blocks.end());
        }
        const qint64 count = qint64(std::accumulate(days[peak].begin(), days[peak].end(), 0.0));
        const QString name = singular(animal);
        const QString when = unit == GroupBy::Week ? QStringLiteral("the ") + unitName(whole[peak].unit, unit)
                                                   : unitName(whole[peak].unit, unit);
        const QString others = unit == GroupBy::Week ? QStringLiteral("weeks") : QStringLiteral("months");
        candidate.say = [=](const RateRatio &ratio) -> QString {
            if (ratio.hasZero)
                return QStringLiteral("%1 were seen only in %2: %3 detections.")
                    .arg(plural(animal), when, QLocale(QLocale::English).toString(count));
            return QStringLiteral("%1 detections peaked in %2: %3, %4 the mean of the other %5 (%6).")
                .arg(name, when, QLocale(QLocale::English).toString(count), times(ratio), others, interval(ratio));
        };
        candidates.push_back(std::move(candidate));
    }
    return looks;
}

/// The months with the highest and the lowest rate, for each animal.
std::size_t addMonths(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    std::size_t looks = 0;
    std::vector<Bucket> months;
    for (const Bucket &bucket : bucketsOf(season.start, season.end, GroupBy::Month)) {
        if (bucket.days() >= 14)
            months.push_back(bucket);
    }
    if (months.size() < 2)
        return looks;
    const bool oneYear = months.front().unit.year() == months.back().unit.year();
    const auto nameOf = [oneYear](const Bucket &month) {
        return QLocale::c().toString(month.unit, oneYear ? QStringLiteral("MMMM") : QStringLiteral("MMMM yyyy"));
    };
    for (const Animal animal : frequent(season)) {
        looks += months.size() * (months.size() - 1) / 2;
        const auto rate = [&](const Bucket &month) {
            const std::vector<double> counts = daily(season, animal, month.start, month.end);
            return std::accumulate(counts.begin(), counts.end(), 0.0) / month.days();
        };
        const auto [low, high] = std::minmax_element(months.begin(), months.end(),
                                                     [&](const auto &a, const auto &b) { return rate(a) < rate(b); });
        if (rate(*high) <= rate(*low))
            continue;
        const QString text = QStringLiteral("%1 were %2 as frequent per day in %3 as in %4 (%5).");
        const QString names[] = {plural(animal), nameOf(*high), nameOf(*low)};
        candidates.push_back(
            {Finding::Kind::Months, weeklyBlocks(daily(season, animal, high->start, high->end)),
             weeklyBlocks(daily(season, animal, low->start, low->end)), [=](const RateRatio &ratio) -> QString {
                 if (ratio.hasZero)
                     return QStringLiteral("%1 were seen in %2, but not in %3.").arg(names[0], names[1], names[2]);
                 return text.arg(names[0], times(ratio), names[1], names[2], interval(ratio));
             }});
    }
    return looks;
}

/// The three hours on end with most detections against the rest of the day.
std::size_t addHours(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    if (season.detections < LeastDetections)
        return 0;
    std::array<qint64, 24> windows{};
    for (std::size_t first = 0; first < 24; ++first) {
        for (std::size_t i = 0; i < WindowHours; ++i)
            windows[first] += season.hours[(first + i) % 24].total();
    }
    const auto first = static_cast<std::size_t>(std::max_element(windows.begin(), windows.end()) - windows.begin());
    Candidate candidate{Finding::Kind::Hours, {}, {}, {}};
    for (std::size_t block = 0; block < season.hoursByBlock.size(); ++block) {
        const std::array<qint64, 24> &hours = season.hoursByBlock[block];
        const int days = std::min(7, season.dayCount() - 7 * static_cast<int>(block));
        double inside = 0;
        for (std::size_t i = 0; i < WindowHours; ++i)
            inside += static_cast<double>(hours[(first + i) % 24]);
        const double all = static_cast<double>(std::accumulate(hours.begin(), hours.end(), qint64{0}));
        candidate.one.push_back({inside, 1.0 * days * WindowHours});
        candidate.other.push_back({all - inside, 1.0 * days * (24 - WindowHours)});
    }
    const double share = 100.0 * static_cast<double>(windows[first]) / static_cast<double>(season.detections);
    candidate.say = [=](const RateRatio &ratio) -> QString {
        if (ratio.hasZero)
            return QStringLiteral("All detections were made between %1:00 and %2:00.")
                .arg(first)
                .arg((first + WindowHours) % 24);
        return QStringLiteral("Activity was highest from %1:00 to %2:00: %3% of all detections in an eighth of the "
                              "day, %4 the rate of "
                              "the other hours (%5).")
            .arg(QString::number(first), QString::number((first + WindowHours) % 24), number(share), times(ratio),
                 interval(ratio));
    };
    candidates.push_back(std::move(candidate));
    return 24;
}

/// The busiest location against the mean of the others.
std::size_t addLocations(const SeasonStatistics &season, std::vector<Candidate> &candidates)
{
    std::vector<const LocationStatistics *> places;
    for (const LocationStatistics &place : season.locations) {
        if (!place.id.isEmpty())
            places.push_back(&place);
    }
    if (places.size() < 2 || season.detections < LeastDetections)
        return 0;
    Candidate candidate{Finding::Kind::Location, {}, {}, {}};
    for (const LocationStatistics *place : places) {
        std::vector<Block> &side = place == places.front() ? candidate.one : candidate.other;
        for (std::size_t block = 0; block < place->weeks.size(); ++block) {
            const int days = std::min(7, season.dayCount() - 7 * static_cast<int>(block));
            side.push_back({static_cast<double>(place->weeks[block]), static_cast<double>(days)});
        }
    }
    const QString name = places.front()->name;
    const QString count = QLocale(QLocale::English).toString(places.front()->detections.total());
    candidate.say = [=](const RateRatio &ratio) -> QString {
        if (ratio.hasZero)
            return QStringLiteral("%1 was the only location with detections: %2.").arg(name, count);
        return QStringLiteral("%1 was the busiest location: %2 detections, %3 the mean of the others (%4).")
            .arg(name, count, times(ratio), interval(ratio));
    };
    candidates.push_back(std::move(candidate));
    return places.size();
}

} // namespace

std::vector<Finding> findingsOf(const SeasonStatistics &season)
{
    std::vector<Candidate> candidates;
    const std::size_t looks = addPeaks(season, candidates) + addMonths(season, candidates) +
                              addHours(season, candidates) + addLocations(season, candidates);
    return keepWhatHolds(candidates, looks);
}

std::vector<Finding> findingsBetween(const std::vector<SeasonStatistics> &periods)
{
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        for (std::size_t j = i + 1; j < periods.size(); ++j) {
            for (const Animal animal : periods[i].animals()) {
                const SeasonStatistics &one = periods[i];
                const SeasonStatistics &other = periods[j];
                const bool watched = one.quality.photos > 0 && other.quality.photos > 0;
                if (!watched || one.totals()[animal] + other.totals()[animal] < LeastDetections)
                    continue;
                const auto say = [animal, a = one.label, b = other.label](const RateRatio &ratio) -> QString {
                    const bool more = ratio.ratio > 1;
                    if (ratio.hasZero)
                        return QStringLiteral("%1 were seen in %2, but not in %3.")
                            .arg(plural(animal), more ? a : b, more ? b : a);
                    RateRatio told = ratio;
                    if (!more)
                        told = {1 / ratio.ratio, 1 / ratio.high, 1 / ratio.low, ratio.pValue, ratio.dispersion, false};
                    return QStringLiteral("%1 were %2 as frequent per day in %3 as in %4 (%5).")
                        .arg(plural(animal), times(told), more ? a : b, more ? b : a, interval(told));
                };
                candidates.push_back(
                    {Finding::Kind::Periods, blocksOf(one, animal), blocksOf(other, animal), say, false});
            }
        }
    }
    return keepWhatHolds(candidates, candidates.size());
}

std::optional<RateRatio> againstFirst(const SeasonStatistics &first, const SeasonStatistics &period,
                                      std::optional<Animal> animal)
{
    if (first.quality.photos == 0 || period.quality.photos == 0)
        return std::nullopt;
    return rateRatio(blocksOf(period, animal), blocksOf(first, animal), FamilyError);
}

std::optional<RateRatio> perDoeWithInterval(const SeasonStatistics &season, Animal animal)
{
    if (!season.perDoe(animal))
        return std::nullopt;
    return rateRatio(blocksOf(season, animal), blocksOf(season, Animal::Doe), FamilyError);
}

} // namespace herdbook::reports

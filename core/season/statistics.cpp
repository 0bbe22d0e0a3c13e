// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/statistics.h"

#include "core/season/effort/words.h"

namespace herdbook::season {

Counts SeasonStatistics::totals() const
{
    Counts sum;
    for (const Counts &day : days)
        sum += day;
    return sum;
}

std::vector<Animal> SeasonStatistics::animals() const
{
    std::vector<Animal> covered;
    for (const Animal animal : AllAnimals) {
        const auto names = [animal](const QString &name) { return animalOf(name) == animal; };
        if (std::any_of(classes.begin(), classes.end(), names))
            covered.push_back(animal);
    }
    return covered;
}

bool SeasonStatistics::isWhole(Animal animal) const
{
    const QStringList &known = exports::knownClassifications();
    const auto all =
        std::count_if(known.begin(), known.end(), [&](const QString &name) { return animalOf(name) == animal; });
    const auto covered =
        std::count_if(classes.begin(), classes.end(), [&](const QString &name) { return animalOf(name) == animal; });
    return covered == 0 || covered == all;
}

std::optional<double> SeasonStatistics::sightingsPerDeer() const
{
    if (individuals == 0)
        return std::nullopt;
    return static_cast<double>(quality.identified - quality.misdatedSightings) / static_cast<double>(individuals);
}

std::optional<double> SeasonStatistics::perDoe(Animal animal) const
{
    const std::vector<Animal> covered = animals();
    const Counts sum = totals();
    if (std::find(covered.begin(), covered.end(), animal) == covered.end() || sum[Animal::Doe] == 0 || !isWhole(animal))
        return std::nullopt;
    return static_cast<double>(sum[animal]) / static_cast<double>(sum[Animal::Doe]);
}

qint64 SeasonStatistics::rated(const Bucket &bucket, std::optional<Animal> animal) const
{
    qint64 sum = 0;
    for (const CameraEffort &camera : effort.cameras) {
        for (int day = dayNumber(bucket.start); day <= dayNumber(bucket.end); ++day) {
            const auto at = static_cast<std::size_t>(day);
            if (camera.worked[at] > 0)
                sum += animal ? camera.counts[at][*animal] : camera.counts[at].total();
        }
    }
    return sum;
}

qint64 SeasonStatistics::counted(const Bucket &bucket, Animal animal) const
{
    qint64 sum = 0;
    for (int day = dayNumber(bucket.start); day <= dayNumber(bucket.end); ++day)
        sum += days[static_cast<std::size_t>(day)][animal];
    return sum;
}

qint64 SeasonStatistics::classCount(const QString &classification, const Bucket &bucket) const
{
    const qsizetype at = classes.indexOf(classification);
    if (at < 0 || static_cast<std::size_t>(at) >= classDays.size())
        return 0;
    const std::vector<qint64> &counts = classDays[static_cast<std::size_t>(at)];
    qint64 sum = 0;
    for (int day = dayNumber(bucket.start); day <= dayNumber(bucket.end); ++day)
        sum += counts[static_cast<std::size_t>(day)];
    return sum;
}

std::optional<double> SeasonStatistics::assignedShare() const
{
    if (detections == 0)
        return std::nullopt;
    return static_cast<double>(quality.identified) / static_cast<double>(detections);
}

namespace {

/// Names of the database with their counts, most first; `none` stands for one that isn't set.
QString namesText(const QMap<QString, qint64> &counts, const QString &none)
{
    QStringList names = counts.keys();
    std::stable_sort(names.begin(), names.end(),
                     [&counts](const QString &one, const QString &other) { return counts[one] > counts[other]; });
    constexpr qsizetype Named = 10, Longest = 40;
    QStringList items;
    for (const QString &name : names.mid(0, Named)) {
        const QString shown = name.simplified();
        items << QStringLiteral("%1 (%2)").arg(
            name.isEmpty() ? none : u'"' + (shown.size() > Longest ? shown.left(Longest) + u'\u2026' : shown) + u'"',
            countText(counts[name]));
    }
    if (names.size() > Named)
        items << QStringLiteral("%1 more").arg(countText(names.size() - Named));
    return listText(items);
}

/// The sum over the periods.
QMap<QString, qint64> summed(const std::vector<SeasonStatistics> &periods, const auto &countsOf)
{
    QMap<QString, qint64> counts;
    for (const SeasonStatistics &period : periods) {
        const QMap<QString, qint64> &own = countsOf(period);
        for (auto at = own.begin(); at != own.end(); ++at)
            counts[at.key()] += at.value();
    }
    return counts;
}

} // namespace

QString unknownClassesText(const std::vector<SeasonStatistics> &periods)
{
    const QMap<QString, qint64> counts = summed(
        periods, [](const auto &season) -> const auto & { return season.leftOut.unknownClasses; });
    return counts.isEmpty() ? QString()
                            : QStringLiteral("Left out, as Herdbook doesn't know these classes: ") +
                                  namesText(counts, QStringLiteral("no class"));
}

QString unknownStatusesText(const std::vector<SeasonStatistics> &periods)
{
    const QMap<QString, qint64> counts = summed(
        periods, [](const auto &season) -> const auto & { return season.quality.otherStatuses; });
    return counts.isEmpty()
               ? QString()
               : QStringLiteral("Photos are taken as analyzed, as Herdbook doesn't know their processing status: ") +
                     namesText(counts, QStringLiteral("no status"));
}

QString unknownLocationsText(const QStringList &asked, const SeasonEffort &effort)
{
    const auto known = static_cast<qsizetype>(effort.cameras.size());
    if (known >= asked.size())
        return {};
    if (known == 0)
        return asked.size() == 1
                   ? QStringLiteral("The location asked for is not in the database")
                   : QStringLiteral("None of the %1 locations asked for is in the database").arg(asked.size());
    return asked.size() - known == 1
               ? QStringLiteral("1 of the %1 locations asked for is not in the database").arg(asked.size())
               : QStringLiteral("%1 of the %2 locations asked for are not in the database")
                     .arg(asked.size() - known)
                     .arg(asked.size());
}

} // namespace herdbook::season

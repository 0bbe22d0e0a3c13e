// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/findings.h"

#include "core/season/comparisons.h"
#include "core/season/effort/words.h"
#include "core/season/patterncandidates.h"

namespace herdbook::season {

namespace {

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

} // namespace

std::vector<Finding> findingsOf(const SeasonStatistics &season)
{
    std::vector<Candidate> candidates;
    const std::size_t looks = addPatterns(season, candidates);
    return keepWhatHolds(candidates, looks);
}

QString nothingFound(const SeasonStatistics &season)
{
    std::vector<Candidate> candidates;
    addPatterns(season, candidates);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/statistics.h"

#include <cmath>

namespace herdbook::season {

QString IndividualHistory::shownName() const
{
    return name.isEmpty() ? QStringLiteral("Deer ") + id.left(8) : name;
}

std::vector<Absence> absences(const SeasonStatistics &seen, const SeasonStatistics &other)
{
    constexpr double Unlikely = 6;
    constexpr double MayBeChance = 3;
    const double assigned = seen.assignedShare().value_or(0);
    const double share = assigned > 0 ? other.assignedShare().value_or(0) / assigned : 0;
    std::vector<Absence> found;
    for (const IndividualHistory &deer : seen.knownDeer) {
        if (std::any_of(other.knownDeer.begin(), other.knownDeer.end(),
                        [&](const IndividualHistory &known) { return known.id == deer.id; }))
            continue;
        double expected = 0;
        bool tells = false; // whether any camera does
        for (const auto &[place, days] : deer.places) {
            const CameraEffort *here = seen.effort.find(place);
            const CameraEffort *there = other.effort.find(place);
            if (here == nullptr || there == nullptr || here->cameraDays() < LeastCameraDays)
                continue;
            const auto worked = std::count_if(days.begin(), days.end(), [here](const auto &day) {
                return here->worked[static_cast<std::size_t>(day.first)] > 0;
            });
            tells = tells || worked > 0;
            expected += static_cast<double>(worked) * there->cameraDays() / here->cameraDays();
        }
        expected *= share;
        const bool placed = std::any_of(deer.places.begin(), deer.places.end(),
                                        [](const auto &place) { return !place.first.isEmpty(); });
        const Absence::Verdict verdict = other.misdatedDeer.contains(deer.id) ? Absence::Verdict::Misdated
                                         : expected >= Unlikely               ? Absence::Verdict::Expected
                                         : expected >= MayBeChance            ? Absence::Verdict::Chance
                                         : other.quality.identified == 0      ? Absence::Verdict::NobodyRecognized
                                         : !placed                            ? Absence::Verdict::NoPlace
                                                                              : Absence::Verdict::TooLittleEffort;
        const bool isKnown =
            tells && verdict != Absence::Verdict::Misdated && verdict != Absence::Verdict::NobodyRecognized;
        found.push_back({&deer, isKnown ? std::optional(expected) : std::nullopt, verdict});
    }
    std::stable_sort(found.begin(), found.end(), [](const Absence &one, const Absence &two) {
        return std::pair(!one.deer->isDeceased(), one.expectedDays) >
               std::pair(!two.deer->isDeceased(), two.expectedDays);
    });
    return found;
}

namespace {

QString verdictText(const Absence &absence)
{
    switch (absence.verdict) {
    case Absence::Verdict::Expected:
        return QStringLiteral("not seen, though about %1 days were to be expected at the same cameras")
            .arg(std::lround(absence.expectedDays.value_or(0)));
    case Absence::Verdict::Chance:
        return QStringLiteral("not seen; may be chance");
    case Absence::Verdict::NobodyRecognized:
        return QStringLiteral("not seen; no known deer was recognized in that period");
    case Absence::Verdict::NoPlace:
        return QStringLiteral("not seen; nothing can be expected, as its photos have no location");
    case Absence::Verdict::Misdated:
        return QStringLiteral("perhaps seen: it is on photos of that period whose dates are impossible");
    case Absence::Verdict::TooLittleEffort:
        break;
    }
    return QStringLiteral("not seen; too little effort to tell");
}

} // namespace

QString absenceText(const Absence &absence)
{
    return verdictText(absence) + (absence.deer->isDeceased() ? QStringLiteral("; recorded as deceased") : QString());
}

} // namespace herdbook::season

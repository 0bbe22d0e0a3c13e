// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/statistics.h"

namespace herdbook::reports {

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

std::optional<double> SeasonStatistics::sightingsPerDeer() const
{
    if (individuals == 0)
        return std::nullopt;
    return static_cast<double>(quality.identified) / static_cast<double>(individuals);
}

std::optional<double> SeasonStatistics::perDoe(Animal animal) const
{
    const std::vector<Animal> covered = animals();
    const Counts sum = totals();
    if (std::find(covered.begin(), covered.end(), animal) == covered.end() || sum[Animal::Doe] == 0)
        return std::nullopt;
    return static_cast<double>(sum[animal]) / static_cast<double>(sum[Animal::Doe]);
}

} // namespace herdbook::reports

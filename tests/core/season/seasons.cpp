// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/season/seasons.h"

#include <cmath>

namespace herdbook::test {

using namespace season;

namespace {

constexpr int Around = 60; ///< days of photos before and after the period, for the rhythm

struct Camera
{
    double rate = 1;
    bool added = false;
};

/// One year of one camera.
CameraEffort oneCamera(const RanchPlan &plan, const Camera &camera, int number, bool second,
                       const std::vector<double> &weeks, std::mt19937 &random, const QDate &start)
{
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::normal_distribution<double> normal;
    CameraEffort effort;
    effort.id = QStringLiteral("camera-%1").arg(number);
    effort.name = QStringLiteral("Camera %1").arg(number);
    effort.worked.resize(static_cast<std::size_t>(plan.days));
    effort.counts.resize(static_cast<std::size_t>(plan.days));
    if (camera.added && !second)
        return effort;
    int from = plan.days;
    int until = plan.days;
    if (uniform() < plan.failing) {
        from = static_cast<int>(uniform() * plan.days);
        until = from + 7 + static_cast<int>(15 * uniform());
    }
    std::vector<int> days;
    for (int day = -Around; day < plan.days + Around; ++day) {
        if (day >= from && day < until)
            continue;
        const auto week = static_cast<std::size_t>((day + Around) / 7);
        const double mean = camera.rate * weeks[week] * std::exp(0.4 * normal(random) - 0.08);
        const int others = std::poisson_distribution<int>(4.0)(random); // cattle, wind, other animals
        const bool within = day >= 0 && day < plan.days;
        qint64 seen = 0;
        for (const Animal animal : {Animal::Buck, Animal::Doe}) {
            const bool peak = animal == Animal::Buck && day / 7 == 4 && within;
            const double visits = 0.5 * mean / 2.5 * (second ? plan.secondYear : 1) * (peak ? plan.peak : 1);
            for (int visit = std::poisson_distribution<int>(visits)(random); visit > 0; --visit) {
                const auto burst = static_cast<qint64>(1 + random() % 4);
                seen += burst;
                if (within)
                    effort.counts[static_cast<std::size_t>(day)][animal] += burst;
            }
        }
        if (seen + others > 0)
            days.push_back(day);
    }
    const std::vector<Stretch> stretches = stretchesOf(days, outagesOf(days, false));
    effort.worked = workedDays(stretches, 0, plan.days - 1);
    effort.firstPhoto = start.addDays(days.front());
    effort.lastPhoto = start.addDays(days.back());
    return effort;
}

} // namespace

std::vector<SeasonStatistics> twoYears(const RanchPlan &plan, std::mt19937 &random)
{
    std::normal_distribution<double> normal;
    std::vector<Camera> cameras(static_cast<std::size_t>(plan.cameras + (plan.addedCamera ? 1 : 0)));
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        cameras[i].rate = plan.deerPerDay * std::exp(0.6 * normal(random) - 0.18);
        cameras[i].added = static_cast<int>(i) >= plan.cameras;
    }
    std::vector<SeasonStatistics> years;
    for (const bool second : {false, true}) {
        SeasonStatistics &season = years.emplace_back();
        season.start = QDate(second ? 2026 : 2025, 10, 1);
        season.end = season.start.addDays(plan.days - 1);
        season.groupBy = exports::GroupBy::Week;
        season.label = second ? QStringLiteral("Rut 2026") : QStringLiteral("Rut 2025");
        season.classes = {QStringLiteral("buck"), QStringLiteral("doe")};
        season.days.resize(static_cast<std::size_t>(plan.days));
        season.hoursByBlock.resize(static_cast<std::size_t>(season.blockCount()));
        season.quality.photos = 1000;
        std::vector<double> weeks;
        for (int week = 0; week < (plan.days + 2 * Around) / 7 + 1; ++week)
            weeks.push_back(std::exp(0.2 * normal(random) - 0.02));
        for (std::size_t i = 0; i < cameras.size(); ++i) {
            CameraEffort camera = oneCamera(plan, cameras[i], static_cast<int>(i), second, weeks, random, season.start);
            for (std::size_t day = 0; day < camera.counts.size(); ++day) {
                season.days[day] += camera.counts[day];
                season.detections += camera.counts[day].total();
                for (qint64 one = camera.counts[day].total(); one > 0; --one) {
                    const std::size_t hour = random() % 24;
                    ++season.hours[hour][Animal::Doe];
                    ++season.hoursByBlock[static_cast<std::size_t>(season.blockOf(static_cast<int>(day)))][hour];
                }
            }
            season.effort.cameras.push_back(std::move(camera));
        }
    }
    return years;
}

} // namespace herdbook::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/comparisons.h"
#include "core/season/effort/words.h"
#include "core/season/likewithlike.h"

namespace herdbook::season {

namespace {

/// Whether there are enough of an animal, on cameras that worked in both periods, to speak of a difference.
bool isEnough(const LikeWithLike &like, std::size_t one, std::size_t other, Animal animal)
{
    const QStringList cameras = like.matched(one, other);
    return !like.overlap(one, other) && !cameras.isEmpty() &&
           like.rate(one, animal, cameras).count + like.rate(other, animal, cameras).count >= LeastDetections;
}

} // namespace

std::vector<Finding> findingsBetween(const std::vector<SeasonStatistics> &periods)
{
    const LikeWithLike like(periods);
    std::vector<Candidate> candidates;
    std::size_t looks = 0;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        for (std::size_t j = i + 1; j < periods.size(); ++j) {
            if (like.overlap(i, j))
                continue;
            const QStringList cameras = like.matched(i, j);
            for (const Animal animal : periods[i].animals()) {
                ++looks;
                if (!isEnough(like, i, j, animal))
                    continue;
                const QString on = like.camerasText(i, j);
                const auto say = [=, &like, a = periods[i].label,
                                  b = periods[j].label](const RateRatio &ratio) -> QString {
                    const bool more = ratio.ratio > 1;
                    if (ratio.hasZero)
                        return asCompared(QStringLiteral("%1 were seen in %2, but not in %3, on %4")
                                              .arg(plural(animal), more ? a : b, more ? b : a, on),
                                          like.counted(more ? j : i, animal, cameras));
                    RateRatio told = ratio;
                    if (!more)
                        told = {1 / ratio.ratio, 1 / ratio.high, 1 / ratio.low, ratio.pValue, ratio.dispersion};
                    return QStringLiteral("%1 were %2 as frequent per camera-day in %3 as in %4, on %5 (%6).")
                        .arg(plural(animal), times(told), more ? a : b, more ? b : a, on, interval(told));
                };
                candidates.push_back({Finding::Kind::Periods,
                                      [=, &like](double alpha) { return like.ratio(i, j, animal, alpha); }, say,
                                      false});
            }
        }
    }
    return keepWhatHolds(candidates, looks);
}

QString nothingFound(const std::vector<SeasonStatistics> &periods)
{
    const LikeWithLike like(periods);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        for (std::size_t j = i + 1; j < periods.size(); ++j) {
            if (!like.overlap(i, j))
                pairs.emplace_back(i, j);
        }
    }
    const auto any = [&pairs](const auto &holds) {
        return std::any_of(pairs.begin(), pairs.end(),
                           [&](const auto &pair) { return holds(pair.first, pair.second); });
    };
    if (pairs.empty())
        return QStringLiteral("The periods overlap: they share days, so they are not compared.");
    const bool compares = any([&](std::size_t i, std::size_t j) { return !like.matched(i, j).isEmpty(); });
    if (!compares && any([&](std::size_t i, std::size_t j) { return like.awaitsReading(i, j); }))
        return QStringLiteral("Too few photos are read yet, so no difference can be told.");
    if (!compares)
        return any([&](std::size_t i, std::size_t j) { return like.workedInBoth(i, j); })
                   ? QStringLiteral("No camera worked 7 days and half of the days of both, so no difference can be "
                                    "told.")
                   : QStringLiteral("No camera worked in both, so no difference can be told.");
    QStringList compared;
    QStringList untold;
    bool enough = false;
    for (const Animal animal : periods.front().animals()) {
        std::size_t told = 0;
        for (const auto &[i, j] : pairs) {
            if (!isEnough(like, i, j, animal))
                continue;
            enough = true;
            const std::optional<RateRatio> ratio = like.ratio(i, j, animal);
            told += ratio && ratio->hasInterval ? 1 : 0;
        }
        const QString name = plural(animal).toLower();
        if (told > 0)
            compared << name;
        if (told == 0)
            untold << name;
        else if (told < pairs.size())
            untold << QStringLiteral("%1 in %2 of the %3 pairs of periods")
                          .arg(name, QString::number(pairs.size() - told), QString::number(pairs.size()));
    }
    if (compared.isEmpty())
        return (enough ? QStringLiteral("Too few weeks were watched %1 to tell a difference from chance.")
                       : QStringLiteral("Too few detections on cameras that worked %1: no difference can be told."))
            .arg(like.inWhich());
    const QString nothing =
        QStringLiteral("Nothing stands out beyond what chance would give: on cameras that worked %1, the rate of %2 "
                       "doesn't differ reliably between the periods.")
            .arg(like.inWhich(), listText(compared));
    return untold.isEmpty() ? nothing : nothing + QStringLiteral(" Too little to tell: %1.").arg(listText(untold));
}

} // namespace herdbook::season

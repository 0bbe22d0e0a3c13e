// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/comparisons.h"
#include "core/reports/effort/words.h"
#include "core/reports/likewithlike.h"

namespace herdbook::reports {

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
                const QString on = cameras.size() == 1
                                       ? QStringLiteral("the one camera that worked in both")
                                       : QStringLiteral("the %1 cameras that worked in both").arg(cameras.size());
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
    bool apart = false;
    bool matched = false;
    QStringList compared;
    QStringList few;
    for (const Animal animal : periods.front().animals()) {
        bool enough = false;
        for (std::size_t i = 0; i < periods.size(); ++i) {
            for (std::size_t j = i + 1; j < periods.size(); ++j) {
                apart = apart || !like.overlap(i, j);
                matched = matched || (!like.overlap(i, j) && !like.matched(i, j).isEmpty());
                const std::optional<RateRatio> ratio =
                    isEnough(like, i, j, animal) ? like.ratio(i, j, animal) : std::nullopt;
                enough = enough || (ratio && ratio->hasInterval);
            }
        }
        (enough ? compared : few) << plural(animal).toLower();
    }
    if (!apart)
        return QStringLiteral("The periods overlap: they share days, so they are not compared.");
    if (!matched)
        return QStringLiteral("No camera worked in both, so no difference can be told.");
    if (compared.isEmpty())
        return QStringLiteral("Too few detections on cameras that worked in both: no difference can be told.");
    const QString nothing =
        QStringLiteral("Nothing stands out beyond what chance would give: on cameras that worked in "
                       "both, the rate of %1 doesn't differ reliably between the periods.")
            .arg(listText(compared));
    return few.isEmpty() ? nothing : nothing + QStringLiteral(" Too few to tell: %1.").arg(listText(few));
}

} // namespace herdbook::reports

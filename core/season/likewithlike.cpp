// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/likewithlike.h"

#include <cmath>

namespace herdbook::season {

namespace {

constexpr double EffortDiffers = 0.05;

std::vector<const SeasonEffort *> effortsOf(const std::vector<SeasonStatistics> &periods)
{
    std::vector<const SeasonEffort *> efforts;
    for (const SeasonStatistics &period : periods)
        efforts.push_back(&period.effort);
    return efforts;
}

int signOf(double ratio)
{
    return ratio > 1 ? 1 : ratio < 1 ? -1 : 0;
}

} // namespace

LikeWithLike::LikeWithLike(const std::vector<SeasonStatistics> &periods)
    : m_periods(periods), m_numbers(cameraNumbers(effortsOf(periods)))
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < periods.size(); ++i)
        all.push_back(i);
    m_inAll = pairMatched(all);
}

QStringList LikeWithLike::pairMatched(const std::vector<std::size_t> &which) const
{
    std::vector<Cells> held;
    std::vector<int> lengths;
    for (const std::size_t i : which) {
        held.push_back(cells(i, std::nullopt, {}));
        lengths.push_back(m_periods[i].dayCount());
    }
    const std::vector<int> numbers = matchedCameras(held, lengths);
    QStringList ids;
    for (const CameraEffort &camera : m_periods[which.front()].effort.cameras) {
        if (std::binary_search(numbers.begin(), numbers.end(), m_numbers.value(camera.id)))
            ids << camera.id;
    }
    return ids;
}

QStringList LikeWithLike::matched(std::size_t one, std::size_t other) const
{
    return m_inAll.isEmpty() ? pairMatched({one, other}) : m_inAll;
}

bool LikeWithLike::overlap(std::size_t one, std::size_t other) const
{
    return m_periods[one].start <= m_periods[other].end && m_periods[other].start <= m_periods[one].end;
}

bool LikeWithLike::aligned(std::size_t one, std::size_t other) const
{
    return isAligned(m_periods[one].dayCount(), m_periods[other].dayCount());
}

std::vector<int> LikeWithLike::numbersOf(const QStringList &cameras) const
{
    std::vector<int> numbers;
    for (const QString &id : cameras)
        numbers.push_back(m_numbers.value(id, -1));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Cells LikeWithLike::cells(std::size_t period, std::optional<Animal> animal, const QStringList &cameras) const
{
    const SeasonStatistics &season = m_periods[period];
    Cells all = cellsOf(season.effort, m_numbers, weeklyBlockNumbers(season.dayCount()), animal);
    return cameras.isEmpty() ? all : only(all, numbersOf(cameras));
}

std::optional<RateRatio> LikeWithLike::ratio(std::size_t one, std::size_t other, std::optional<Animal> animal,
                                             double alpha) const
{
    const QStringList cameras = matched(one, other);
    if (cameras.isEmpty() || overlap(one, other))
        return std::nullopt;
    return stratifiedRatio(cells(one, animal, cameras), cells(other, animal, cameras), aligned(one, other), alpha);
}

std::optional<RateRatio> LikeWithLike::ratioAt(const QString &camera, std::size_t one, std::size_t other) const
{
    if (overlap(one, other))
        return std::nullopt;
    return stratifiedRatio(cells(one, std::nullopt, {camera}), cells(other, std::nullopt, {camera}),
                           aligned(one, other));
}

Rate LikeWithLike::rate(std::size_t period, std::optional<Animal> animal, const QStringList &cameras) const
{
    Rate rate = rateOf(cells(period, animal, cameras));
    if (animal && rate.atMost)
        rate.atMost = upperLimitOfNone(rate.days, rateOf(cells(period, std::nullopt, cameras)).dispersion.value_or(1));
    const std::vector<CameraEffort> &all = m_periods[period].effort.cameras;
    rate.isUnread = rate.days <= 0 && std::any_of(all.begin(), all.end(), [&cameras](const CameraEffort &camera) {
                        return (cameras.isEmpty() || cameras.contains(camera.id)) && camera.unreadDays() > 0;
                    });
    return rate;
}

Rate LikeWithLike::rateAt(std::size_t period, const QString &camera) const
{
    return rate(period, std::nullopt, {camera});
}

qint64 LikeWithLike::counted(std::size_t period, std::optional<Animal> animal, const QStringList &cameras) const
{
    qint64 sum = 0;
    for (const CameraEffort &camera : m_periods[period].effort.cameras) {
        if (!cameras.contains(camera.id))
            continue;
        const auto add = [&](const Counts &counts) { sum += animal ? counts[*animal] : counts.total(); };
        std::for_each(camera.counts.begin(), camera.counts.end(), add);
        add(camera.unrated);
    }
    return sum;
}

bool LikeWithLike::effortDiffers(std::size_t one, std::size_t other) const
{
    const double a = m_periods[one].effort.cameraDays();
    const double b = m_periods[other].effort.cameraDays();
    return std::abs(a - b) > EffortDiffers * std::max(a, b) || std::max(a, b) <= 0;
}

bool LikeWithLike::disagree(std::size_t one, std::size_t other) const
{
    const std::optional<RateRatio> found = ratio(one, other, std::nullopt);
    const double counts = static_cast<double>(m_periods[one].detections - m_periods[other].detections);
    return found && signOf(found->ratio) * counts < 0;
}

bool LikeWithLike::isDoubtful(const QString &camera, std::size_t one, std::size_t other) const
{
    const CameraEffort *const known[] = {m_periods[one].effort.find(camera), m_periods[other].effort.find(camera)};
    return std::any_of(std::begin(known), std::end(known),
                       [](const CameraEffort *there) { return there != nullptr && !there->late.empty(); });
}

/// Camera-days under which a camera is said to have hardly worked.
double LikeWithLike::leastDays(std::size_t period) const
{
    const double half = m_periods[period].dayCount() / 2.0;
    return m_periods[period].dayCount() > LeastCameraDays ? std::max(LeastCameraDays, half) : half;
}

std::optional<LikeWithLike::Missing> LikeWithLike::missing(const QString &camera, std::size_t from,
                                                           std::size_t in) const
{
    const CameraEffort *here = m_periods[from].effort.find(camera);
    const CameraEffort *there = m_periods[in].effort.find(camera);
    if (here == nullptr || here->cameraDays() <= 0 || matched(from, in).contains(camera) ||
        (there != nullptr && there->cameraDays() >= leastDays(in)))
        return std::nullopt;
    const double worked = there == nullptr ? 0 : there->cameraDays() + there->unreadDays();
    if (worked >= leastDays(in)) // of a few days, reading alone would not let it be compared
        return worked >= LeastCameraDays ? std::optional(Missing::Unread) : std::nullopt;
    return isDoubtful(camera, from, in) ? Missing::Doubtful : Missing::NotWorking;
}

bool LikeWithLike::anyWorked(std::size_t one, std::size_t other, double share) const
{
    const auto worked = [share](const SeasonStatistics &period, const CameraEffort *camera) {
        const double days = camera == nullptr ? 0 : camera->cameraDays() + camera->unreadDays();
        return days > 0 && days >= share * period.dayCount();
    };
    const std::vector<CameraEffort> &cameras = m_periods[one].effort.cameras;
    return std::any_of(cameras.begin(), cameras.end(), [&](const CameraEffort &camera) {
        return worked(m_periods[one], &camera) && worked(m_periods[other], m_periods[other].effort.find(camera.id));
    });
}

bool LikeWithLike::awaitsReading(std::size_t one, std::size_t other) const
{
    const auto enough = [this](std::size_t period, const CameraEffort *camera) {
        return camera != nullptr &&
               camera->cameraDays() + camera->unreadDays() >= std::max(LeastCameraDays, leastDays(period));
    };
    const std::vector<CameraEffort> &cameras = m_periods[one].effort.cameras;
    return matched(one, other).isEmpty() && std::any_of(cameras.begin(), cameras.end(), [&](const auto &camera) {
               return enough(one, &camera) && enough(other, m_periods[other].effort.find(camera.id));
           });
}

bool LikeWithLike::anyUnread() const
{
    return std::any_of(m_periods.begin(), m_periods.end(), [](const SeasonStatistics &period) {
        return period.effort.unreadDays(0, period.dayCount() - 1) > 0;
    });
}

bool LikeWithLike::workedInBoth(std::size_t one, std::size_t other) const
{
    return anyWorked(one, other, 0);
}

QString LikeWithLike::inWhich() const
{
    return m_periods.size() > 2 && !m_inAll.isEmpty() ? QStringLiteral("in every period") : QStringLiteral("in both");
}

QString LikeWithLike::camerasText(std::size_t one, std::size_t other) const
{
    const qsizetype count = matched(one, other).size();
    return count == 1 ? QStringLiteral("the one camera that worked %1").arg(inWhich())
                      : QStringLiteral("the %1 cameras that worked %2").arg(QString::number(count), inWhich());
}

} // namespace herdbook::season

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/likewithlike.h"

#include "core/season/comparisons.h"
#include "core/season/effort/words.h"

#include <array>
#include <cmath>
#include <numeric>

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

/// Whether photos of a camera may bear the dates of another year.
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

/// Why a camera of `from` isn't matched: it hardly worked in `in`, as far as dates tell, or its photos of then are not read. Nothing
/// where that isn't the reason.
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

/// Whether a camera worked on at least this share of the days of both, its photos read or not.
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

/// The cameras that are missing, with their detections, most first.
QStringList LikeWithLike::namesMissing(std::size_t from, std::size_t in, Missing why) const
{
    std::vector<std::pair<qint64, QString>> found;
    for (const CameraEffort &camera : m_periods[from].effort.cameras) {
        if (missing(camera.id, from, in) == why)
            found.emplace_back(camera.counted(std::nullopt), camera.name);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    constexpr std::size_t Named = 4;
    QStringList names;
    qint64 rest = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i < Named)
            names << QStringLiteral("%1 (%2)").arg(found[i].second, detectionsText(found[i].first));
        else
            rest += found[i].first;
    }
    if (found.size() > Named)
        names << QStringLiteral("%1 more (%2)").arg(QString::number(found.size() - Named), detectionsText(rest));
    return names;
}

QStringList LikeWithLike::unreadSentences() const
{
    constexpr double WorthSaying = 0.01;
    QStringList said;
    for (const SeasonStatistics &period : m_periods) {
        const DataQuality &quality = period.quality;
        if (static_cast<double>(quality.photosUnread()) >= WorthSaying * static_cast<double>(quality.photos))
            said << unreadSentence(period);
    }
    said.removeAll(QString());
    return said;
}

/// Which cameras worked in only one of the two, and where wrong dates or unread photos make it seem so.
QStringList LikeWithLike::sentencesOfMissing(std::size_t one, std::size_t other) const
{
    QStringList said;
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        if (const QStringList names = namesMissing(from, in, Missing::Unread); !names.isEmpty())
            said << QStringLiteral("%1 can't be compared yet: too many of the photos there are not read in %2.")
                        .arg(listText(names), m_periods[in].label);
    }
    const qsizetype unread = said.size();
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        if (const QStringList names = namesMissing(from, in, Missing::NotWorking); !names.isEmpty())
            said << QStringLiteral("%1 %2 did not work, or too little, in %3.")
                        .arg(said.size() == unread ? QStringLiteral("But") : QStringLiteral("And"), listText(names),
                             m_periods[in].label);
    }
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        const QStringList names = namesMissing(from, in, Missing::Doubtful);
        if (names.isEmpty())
            continue;
        const QString words =
            names.size() == 1
                ? QStringLiteral("%1 has no photos dated in %2, or too few: either it did not work then, or its clock "
                                 "was wrong by a year or so and its photos are counted in the wrong period (see Data "
                                 "quality).")
                : QStringLiteral("%1 have no photos dated in %2, or too few: either they did not work then, or their "
                                 "clocks were wrong by a year or so and their photos are counted in the wrong period "
                                 "(see Data quality).");
        said << words.arg(listText(names), m_periods[in].label);
    }
    return said;
}

bool LikeWithLike::hasDoubtful(std::size_t one, std::size_t other) const
{
    return !namesMissing(one, other, Missing::Doubtful).isEmpty() ||
           !namesMissing(other, one, Missing::Doubtful).isEmpty();
}

/// Which part of the counts turned the sign; the largest, where several did.
QString LikeWithLike::reasonOfDisagreement(std::size_t one, std::size_t other) const
{
    enum Part { Compared, NotWorking, Unread, NotCompared, Unrated, PartCount };
    std::array<qint64, PartCount> parts{};
    const QStringList cameras = matched(one, other);
    const auto add = [&](std::size_t period, int sign) {
        for (const CameraEffort &camera : m_periods[period].effort.cameras) {
            const std::optional<Missing> now = missing(camera.id, one, other);
            const std::optional<Missing> before = missing(camera.id, other, one);
            const bool unread = now == Missing::Unread || before == Missing::Unread;
            const Part part = cameras.contains(camera.id) ? Compared
                              : unread                    ? Unread
                              : now || before             ? NotWorking
                                                          : NotCompared;
            parts[part] += sign * camera.counted(std::nullopt);
        }
    };
    add(one, 1);
    add(other, -1);
    const qint64 all = m_periods[one].detections - m_periods[other].detections;
    parts[Unrated] = all - std::accumulate(parts.begin(), parts.end(), qint64{0});
    const int sign = all > 0 ? 1 : -1;
    const auto largest =
        std::max_element(parts.begin(), parts.end(), [sign](qint64 a, qint64 b) { return sign * a < sign * b; });
    const bool alone = std::count_if(parts.begin(), parts.end(), [sign](qint64 part) { return sign * part > 0; }) == 1;
    const QString comes = QStringLiteral("The %1 comes %2from ")
                              .arg(all > 0 ? QStringLiteral("rise") : QStringLiteral("fall"),
                                   alone ? QString() : QStringLiteral("mostly "));
    switch (static_cast<Part>(largest - parts.begin())) {
    case Compared:
        return comes + QStringLiteral("how long, and in which weeks, cameras worked%1: %2 camera-days against %3.")
                           .arg(anyUnread() ? QStringLiteral(" and their photos are read") : QString(),
                                cameraDaysText(rate(one, std::nullopt, cameras).days),
                                cameraDaysText(rate(other, std::nullopt, cameras).days));
    case NotWorking:
        return comes + (hasDoubtful(one, other) ? QStringLiteral("which cameras worked, or from a wrong clock.")
                                                : QStringLiteral("which cameras worked."));
    case Unread:
        return comes + QStringLiteral("photos that are not read yet.");
    case NotCompared:
        return comes + QStringLiteral("cameras that are not compared: they did not work long enough in every period%1.")
                           .arg(anyUnread() ? QStringLiteral(", or too few of their photos are read") : QString());
    default:
        break;
    }
    return comes + QStringLiteral("what is in no rate: without a location, by an impossible date or on photos that are "
                                  "not read yet (see Data quality).");
}

/// What all cameras counted. Where their effort differs, the camera-days stand there instead of a percentage, which would seem to be a change;
/// it is told only where the matched cameras say the opposite.
QString LikeWithLike::sentenceOfCounts(std::size_t one, std::size_t other) const
{
    const SeasonStatistics &now = m_periods[one];
    const SeasonStatistics &before = m_periods[other];
    const QString counts =
        QStringLiteral("All cameras: %1 in %2 against %3 in %4")
            .arg(detectionsText(now.detections), now.label, countText(before.detections), before.label);
    if (effortDiffers(one, other) && !disagree(one, other))
        return QStringLiteral("%1, in %2 camera-days against %3.")
            .arg(counts, cameraDaysText(now.effort.cameraDays()), cameraDaysText(before.effort.cameraDays()));
    if (before.detections == 0)
        return counts + u'.';
    return QStringLiteral("%1 (%2).")
        .arg(counts, changeText(static_cast<double>(now.detections) / static_cast<double>(before.detections)));
}

QStringList LikeWithLike::sentences(std::size_t one, std::size_t other, double alpha) const
{
    const SeasonStatistics &now = m_periods[one];
    const SeasonStatistics &before = m_periods[other];
    const QString counts = sentenceOfCounts(one, other);
    if (overlap(one, other))
        return {QStringLiteral("%1 and %2 overlap: they share days, so they are not compared.")
                    .arg(now.label, before.label),
                counts};
    const QString matchedSay = sentenceOfMatched(one, other, alpha);
    QStringList said{counts};
    if (m_periods.size() == 2)
        said << unreadSentences();
    said << sentencesOfMissing(one, other);
    QStringList doubtful;
    for (const CameraEffort &camera : now.effort.cameras) {
        if (isDoubtful(camera.id, one, other) && missing(camera.id, one, other) != Missing::Doubtful &&
            missing(camera.id, other, one) != Missing::Doubtful)
            doubtful << camera.name;
    }
    if (!doubtful.isEmpty())
        said << QStringLiteral("The clock of %1 may have been wrong by a year or so (see Data quality); if it was, its "
                               "photos are counted in the wrong period here.")
                    .arg(doubtful.size() > 4 ? QStringLiteral("%1 cameras").arg(doubtful.size()) : listText(doubtful));
    if (disagree(one, other))
        return said << matchedSay << reasonOfDisagreement(one, other);
    said.prepend(matchedSay);
    return said;
}

/// Why no camera is compared, and what would let it be.
QString LikeWithLike::sentenceOfNone(std::size_t one, std::size_t other) const
{
    if (awaitsReading(one, other))
        return QStringLiteral("Too few photos are read yet for the two to be compared.");
    const QString worked = workedInBoth(one, other) ? QStringLiteral("worked 7 days and half of the days of both")
                                                    : QStringLiteral("worked in both");
    const QString none = hasDoubtful(one, other) ? QStringLiteral("By the dates of the photos no camera ")
                                                 : QStringLiteral("No camera ");
    return none + worked + QStringLiteral(", so the two can't be compared") +
           (anyWorked(one, other, 0.5)
                ? QStringLiteral("; longer periods would let Herdbook tell.")
                : QStringLiteral(". A camera that stays at its place for both would let Herdbook tell."));
}

/// How the rate of the matched cameras changed, or why that can't be told.
QString LikeWithLike::sentenceOfMatched(std::size_t one, std::size_t other, double alpha) const
{
    const QStringList cameras = matched(one, other);
    if (cameras.isEmpty())
        return sentenceOfNone(one, other);
    const std::optional<RateRatio> found = ratio(one, other, std::nullopt, alpha);
    const QString on = QStringLiteral("On ") + camerasText(one, other);
    const qint64 seen[] = {counted(one, std::nullopt, cameras), counted(other, std::nullopt, cameras)};
    if (!found)
        return seen[0] + seen[1] == 0
                   ? QStringLiteral("%1 nothing was detected in either.").arg(on)
                   : QStringLiteral("%1, no week of the season was watched in both and had a detection, so the two "
                                    "can't be compared.")
                         .arg(on);
    if (found->hasZero) {
        const bool onlyNow = found->ratio > 1;
        return asCompared(QStringLiteral("%1: seen only in %2").arg(on, m_periods[onlyNow ? one : other].label),
                          seen[onlyNow ? 1 : 0]);
    }
    const QString verdict = !found->hasInterval ? QStringLiteral("; whether that is more than chance can't be told.")
                            : found->low <= 1 && found->high >= 1 ? QStringLiteral(", no reliable change.")
                                                                  : QStringLiteral(".");
    return QStringLiteral("%1: %2 per camera-day (%3)%4")
        .arg(on, changeText(found->ratio), changeIntervalText(*found, alpha < FamilyError), verdict);
}

} // namespace herdbook::season

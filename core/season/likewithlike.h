// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/effort/ratio.h"
#include "core/season/statistics.h"

namespace herdbook::season {

/// Compares periods by the cameras that worked in them. Periods are numbered as given; keeps a reference to them.
class LikeWithLike
{
public:
    explicit LikeWithLike(const std::vector<SeasonStatistics> &periods);

    /// Cameras (location ids) that worked at least half of the days of both; those of all periods where there are any, so that one
    /// table holds for all.
    QStringList matched(std::size_t one, std::size_t other) const;
    /// Cameras of all periods; may be empty though pairs have some.
    const QStringList &matchedInAll() const { return m_inAll; }
    bool overlap(std::size_t one, std::size_t other) const;
    bool aligned(std::size_t one, std::size_t other) const;

    /// Rate of `one` to that of `other` on the matched cameras. Nothing where no camera worked in both, none was counted, or they share
    /// days.
    std::optional<RateRatio> ratio(std::size_t one, std::size_t other, std::optional<Animal> animal,
                                   double alpha = FamilyError) const;
    /// The same at one camera.
    std::optional<RateRatio> ratioAt(const QString &camera, std::size_t one, std::size_t other) const;

    /// Rate per 100 camera-days of these cameras; all of the period when empty.
    Rate rate(std::size_t period, std::optional<Animal> animal, const QStringList &cameras = {}) const;
    Rate rateAt(std::size_t period, const QString &camera) const;

    /// Detections on these cameras, with or without days of work to compare with.
    qint64 counted(std::size_t period, std::optional<Animal> animal, const QStringList &cameras) const;

    /// What the matched cameras say and what all cameras counted, in sentences; plain counts first only where their sign disagrees.
    /// @param alpha under FamilyError the interval is one of several that hold together.
    QStringList sentences(std::size_t one, std::size_t other, double alpha = FamilyError) const;
    /// How many photos of each period are not read, where that is more than a few that failed. Two periods have it among their sentences;
    /// for several it is to be said once, before the pairs.
    QStringList unreadSentences() const;
    /// "in every period" where all pairs share their cameras, "in both" of two.
    QString inWhich() const;
    /// "the 4 cameras that worked in both"
    QString camerasText(std::size_t one, std::size_t other) const;
    /// Whether any camera worked in both, for however short.
    bool workedInBoth(std::size_t one, std::size_t other) const;
    /// Whether no camera is compared, and one would be if all photos were read.
    bool awaitsReading(std::size_t one, std::size_t other) const;
    /// Whether days of any period are left out as their photos are not read.
    bool anyUnread() const;
    /// Whether plain counts and the matched ratio point to different sides.
    bool disagree(std::size_t one, std::size_t other) const;
    /// Whether the camera-days of the two differ so much (5%) that plain counts are no headline.
    bool effortDiffers(std::size_t one, std::size_t other) const;

private:
    Cells cells(std::size_t period, std::optional<Animal> animal, const QStringList &cameras) const;
    std::vector<int> numbersOf(const QStringList &cameras) const;
    QStringList pairMatched(const std::vector<std::size_t> &which) const;
    QString sentenceOfCounts(std::size_t one, std::size_t other) const;
    QString sentenceOfMatched(std::size_t one, std::size_t other, double alpha) const;
    QString sentenceOfNone(std::size_t one, std::size_t other) const;
    QString reasonOfDisagreement(std::size_t one, std::size_t other) const;
    bool isDoubtful(const QString &camera, std::size_t one, std::size_t other) const;
    /// Why a camera of one period isn't matched by its work in another.
    enum class Missing { NotWorking, Doubtful, Unread };
    std::optional<Missing> missing(const QString &camera, std::size_t from, std::size_t in) const;
    double leastDays(std::size_t period) const;
    bool anyWorked(std::size_t one, std::size_t other, double share) const;
    QStringList namesMissing(std::size_t from, std::size_t in, Missing why) const;
    QStringList sentencesOfMissing(std::size_t one, std::size_t other) const;
    bool hasDoubtful(std::size_t one, std::size_t other) const;

    const std::vector<SeasonStatistics> &m_periods;
    CameraNumbers m_numbers;
    QStringList m_inAll;
};

} // namespace herdbook::season

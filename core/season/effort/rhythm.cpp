// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/rhythm.h"

#include <algorithm>
#include <cmath>

namespace herdbook::season {

namespace {

constexpr int Reach = 150; // days a side at most
constexpr int WindowDays = 30;
constexpr int WindowPhotoDays = 15;
constexpr int LeastPhotoDaysOfOneSide = 8;
constexpr int LeastPhotoDays = 20;
constexpr int LeastDays = 14;

/// Steps from a day to the next one, both among the reference days.
struct Steps
{
    int photos = 0; ///< steps that begin on a photo-day
    int photoToSilent = 0;
    int silent = 0;
    int silentToSilent = 0;
    int days = 0;
    int photoDays = 0;

    Steps operator+(const Steps &other) const
    {
        return {photos + other.photos, photoToSilent + other.photoToSilent,
                silent + other.silent, silentToSilent + other.silentToSilent,
                days + other.days,     photoDays + other.photoDays};
    }

    double expectedRuns(int length) const
    {
        return 365 * (photoToSilent + 0.5) / (photos + 1) *
               std::pow((silentToSilent + 1.0) / (silent + 4.0), length - 1);
    }
};

/// Every day from the first to the last photo: how long the silence is that it belongs to, 0 for a photo-day.
class Calendar
{
public:
    explicit Calendar(PhotoDays days)
        : m_first(days.front()), m_silence(static_cast<std::size_t>(days.back() - days.front() + 1))
    {
        for (std::size_t i = 0; i + 1 < days.size(); ++i) {
            for (int day = days[i] + 1; day < days[i + 1]; ++day)
                m_silence[static_cast<std::size_t>(day - m_first)] = days[i + 1] - days[i] - 1;
        }
    }

    bool holds(int day) const { return day >= m_first && day < m_first + static_cast<int>(m_silence.size()); }
    int silence(int day) const { return m_silence[static_cast<std::size_t>(day - m_first)]; }

    /// Reference days from `from` outwards. Silences as long as the one judged are left out: two equal outages would
    /// excuse each other.
    Steps side(int from, int step, int length) const
    {
        Steps steps;
        int before = -1; // the day seen last: 1 with a photo, 0 silent, -1 not among the reference days
        for (int i = 0; i < Reach; ++i) {
            const int day = from + step * i;
            if (!holds(day) || (steps.days >= WindowDays && steps.photoDays >= WindowPhotoDays))
                break;
            if (silence(day) >= std::max(length, 2)) {
                before = -1;
                continue;
            }
            const int now = silence(day) == 0 ? 1 : 0;
            ++steps.days;
            steps.photoDays += now;
            if (before >= 0) {
                const int earlier = step > 0 ? before : now;
                const int later = step > 0 ? now : before;
                (earlier == 1 ? steps.photos : steps.silent) += 1;
                if (later == 0)
                    (earlier == 1 ? steps.photoToSilent : steps.silentToSilent) += 1;
            }
            before = now;
        }
        return steps;
    }

private:
    int m_first;
    std::vector<int> m_silence;
};

} // namespace

std::vector<Outage> outagesOf(PhotoDays days, bool heartbeat)
{
    std::vector<Outage> found;
    if (days.size() < 2)
        return found;
    const Calendar calendar(days);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const int first = days[i] + 1;
        const int length = days[i + 1] - first;
        if (length <= 0)
            continue;
        if (heartbeat || length >= LongSilence) {
            found.push_back({first, length, 0});
            continue;
        }
        const Steps before = calendar.side(first - 1, -1, length);
        const Steps after = calendar.side(first + length, 1, length);
        const Steps both = before + after;
        double expected = both.expectedRuns(length);
        for (const Steps &side : {before, after}) {
            if (side.photoDays >= LeastPhotoDaysOfOneSide && side.days >= LeastDays)
                expected = std::max(expected, side.expectedRuns(length));
        }
        if (expected < OutageExpectation && both.photoDays >= LeastPhotoDays && both.days >= LeastDays)
            found.push_back({first, length, expected});
    }
    return found;
}

std::vector<Stretch> stretchesOf(PhotoDays days, std::span<const Outage> outages)
{
    std::vector<Stretch> stretches;
    if (days.empty())
        return stretches;
    int first = days.front();
    for (const Outage &outage : outages) {
        stretches.push_back({first, outage.first - 1});
        first = outage.last() + 1;
    }
    stretches.push_back({first, days.back()});
    return stretches;
}

std::vector<Stretch> straysAmong(PhotoDays days, std::span<const Stretch> stretches)
{
    std::vector<Stretch> strays;
    if (stretches.size() < 2)
        return strays;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch &one = stretches[i];
        const auto from = std::lower_bound(days.begin(), days.end(), one.first);
        const auto to = std::upper_bound(days.begin(), days.end(), one.last);
        const bool farBefore = i == 0 || one.first - stretches[i - 1].last > LongSilence;
        const bool farAfter = i + 1 == stretches.size() || stretches[i + 1].first - one.last > LongSilence;
        if (to - from < 3 && farBefore && farAfter)
            strays.push_back(one);
    }
    return strays;
}

std::vector<LateStored> lateAmong(std::vector<StoredPhotos> photos)
{
    std::vector<LateStored> late;
    std::sort(photos.begin(), photos.end());
    int newest = photos.empty() ? 0 : photos.front().day; // stored up to here
    for (std::size_t from = 0; from < photos.size();) {
        const int stored = photos[from].stored;
        std::size_t end = from;
        while (end < photos.size() && photos[end].stored == stored)
            ++end;
        newest = std::max(newest, photos[end - 1].day);
        while (from < end) { // what half a year parts in what was stored together
            LateStored part{{photos[from].day, photos[from].day}, 0, stored, stored, newest};
            for (; from < end && photos[from].day - part.days.last < LongSilence; ++from) {
                part.days.last = photos[from].day;
                part.photos += photos[from].photos;
            }
            if (newest - part.days.last < LongSilence || stored - part.days.last < LongSilence)
                continue;
            if (!late.empty() && late.back().days.first - part.days.last < LongSilence &&
                part.days.first - late.back().days.last < LongSilence) { // read in several days
                late.back().days = {std::min(late.back().days.first, part.days.first),
                                    std::max(late.back().days.last, part.days.last)};
                late.back().photos += part.photos;
                late.back().lastStored = stored;
            } else {
                late.push_back(part);
            }
        }
    }
    return late;
}

std::vector<double> workedDays(std::span<const Stretch> stretches, int first, int last)
{
    std::vector<double> worked(static_cast<std::size_t>(std::max(0, last - first + 1)), 0.0);
    for (const Stretch &stretch : stretches) {
        for (int day = std::max(first, stretch.first); day <= std::min(last, stretch.last); ++day)
            worked[static_cast<std::size_t>(day - first)] = day == stretch.first || day == stretch.last ? 0.5 : 1.0;
    }
    return worked;
}

int shortestNoticed(PhotoDays days, std::span<const Stretch> stretches, int until)
{
    Steps steps;
    const int end = days.empty() ? until : std::min(until, days.back());
    for (const Stretch &stretch : stretches) {
        int before = -1;
        for (int day = std::max(end - Reach + 1, stretch.first); day <= std::min(end, stretch.last); ++day) {
            const int now = std::binary_search(days.begin(), days.end(), day) ? 1 : 0;
            ++steps.days;
            steps.photoDays += now;
            if (before >= 0) {
                (before == 1 ? steps.photos : steps.silent) += 1;
                if (now == 0)
                    (before == 1 ? steps.photoToSilent : steps.silentToSilent) += 1;
            }
            before = now;
        }
    }
    if (steps.photoDays < LeastPhotoDays || steps.days < LeastDays)
        return LongSilence;
    for (int length = 1; length < LongSilence; ++length) {
        if (steps.expectedRuns(length) < OutageExpectation)
            return length;
    }
    return LongSilence;
}

} // namespace herdbook::season

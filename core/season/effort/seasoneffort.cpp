// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/seasoneffort.h"

#include <cmath>
#include <numeric>

namespace herdbook::season {

namespace {

double sumOf(const std::vector<double> &days, int first, int last)
{
    double sum = 0;
    for (int day = std::max(0, first); day <= last && day < static_cast<int>(days.size()); ++day)
        sum += days[static_cast<std::size_t>(day)];
    return sum;
}

} // namespace

double CameraEffort::cameraDays() const
{
    return std::accumulate(worked.begin(), worked.end(), 0.0);
}

double CameraEffort::cameraDays(int first, int last) const
{
    return sumOf(worked, first, last);
}

double CameraEffort::unreadDays() const
{
    return std::accumulate(unread.begin(), unread.end(), 0.0);
}

double CameraEffort::unreadDays(int first, int last) const
{
    return sumOf(unread, first, last);
}

qint64 CameraEffort::counted(std::optional<Animal> animal) const
{
    qint64 sum = 0;
    for (std::size_t day = 0; day < worked.size(); ++day) {
        if (worked[day] > 0)
            sum += animal ? counts[day][*animal] : counts[day].total();
    }
    return sum;
}

double SeasonEffort::cameraDays() const
{
    return std::accumulate(cameras.begin(), cameras.end(), 0.0,
                           [](double sum, const CameraEffort &camera) { return sum + camera.cameraDays(); });
}

double SeasonEffort::cameraDays(int first, int last) const
{
    return std::accumulate(cameras.begin(), cameras.end(), 0.0, [&](double sum, const CameraEffort &camera) {
        return sum + camera.cameraDays(first, last);
    });
}

double SeasonEffort::unreadDays(int first, int last) const
{
    return std::accumulate(cameras.begin(), cameras.end(), 0.0, [&](double sum, const CameraEffort &camera) {
        return sum + camera.unreadDays(first, last);
    });
}

double SeasonEffort::daysAtWork() const
{
    const double days =
        std::accumulate(cameras.begin(), cameras.end(), 0.0, [](double sum, const CameraEffort &camera) {
            return sum + camera.cameraDays() + camera.unreadDays();
        });
    constexpr double Exact = 1e6;
    return std::round(days * Exact) / Exact; // shares of a day add up to a whole one
}

qint64 SeasonEffort::counted(std::optional<Animal> animal) const
{
    return std::accumulate(cameras.begin(), cameras.end(), qint64{0},
                           [&](qint64 sum, const CameraEffort &camera) { return sum + camera.counted(animal); });
}

int SeasonEffort::cameraCount() const
{
    return static_cast<int>(
        std::count_if(cameras.begin(), cameras.end(), [](const auto &camera) { return camera.cameraDays() > 0; }));
}

int SeasonEffort::cameraCount(int first, int last) const
{
    return static_cast<int>(std::count_if(cameras.begin(), cameras.end(),
                                          [&](const auto &camera) { return camera.cameraDays(first, last) > 0; }));
}

int SeasonEffort::camerasAtWork() const
{
    return static_cast<int>(std::count_if(cameras.begin(), cameras.end(), [](const CameraEffort &camera) {
        return camera.cameraDays() + camera.unreadDays() > 0;
    }));
}

bool SeasonEffort::isHalfDay(int day) const
{
    int atWork = 0;
    int inPart = 0;
    for (const CameraEffort &camera : cameras) {
        const double worked = camera.cameraDays(day, day) + camera.unreadDays(day, day);
        atWork += worked > 0 ? 1 : 0;
        inPart += worked > 0 && worked < 0.75 ? 1 : 0; // a half; shares of it add up to about that
    }
    return inPart > 0 && 2 * inPart >= atWork;
}

double SeasonEffort::possible() const
{
    return cameras.empty() ? 0 : 1.0 * camerasAtWork() * static_cast<double>(cameras.front().worked.size());
}

const CameraEffort *SeasonEffort::find(const QString &id) const
{
    const auto found =
        std::find_if(cameras.begin(), cameras.end(), [&](const auto &camera) { return camera.id == id; });
    return found == cameras.end() ? nullptr : &*found;
}

std::vector<int> weeklyBlockNumbers(int days)
{
    std::vector<int> blocks;
    int block = -1;
    for (int day = 0; day < days; ++day) {
        if (day % 7 == 0 && (days - day >= 4 || day == 0))
            ++block;
        blocks.push_back(block);
    }
    return blocks;
}

Cells cellsOf(const SeasonEffort &effort, const CameraNumbers &numbers, const std::vector<int> &blockOf,
              std::optional<Animal> animal)
{
    Cells cells;
    for (const CameraEffort &camera : effort.cameras) {
        const int number = numbers.value(camera.id, -1);
        for (std::size_t day = 0; day < camera.worked.size() && day < blockOf.size(); ++day) {
            if (camera.worked[day] <= 0 || blockOf[day] < 0 || number < 0)
                continue;
            const Counts &counts = camera.counts[day];
            cells[{number, blockOf[day]}] +=
                {static_cast<double>(animal ? counts[*animal] : counts.total()), camera.worked[day]};
        }
    }
    return cells;
}

CameraNumbers cameraNumbers(const std::vector<const SeasonEffort *> &periods)
{
    CameraNumbers numbers;
    for (const SeasonEffort *period : periods) {
        for (const CameraEffort &camera : period->cameras) {
            if (!numbers.contains(camera.id))
                numbers.insert(camera.id, static_cast<int>(numbers.size()));
        }
    }
    return numbers;
}

} // namespace herdbook::season

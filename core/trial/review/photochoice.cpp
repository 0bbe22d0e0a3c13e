// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/photochoice.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace herdbook::trial {

namespace {

constexpr std::int64_t kHour = 3'600'000'000LL;

/// 0 for the same, up to 1 for the opposite side of a cycle.
double apart(std::int64_t a, std::int64_t b, std::int64_t cycle)
{
    const std::int64_t distance = std::llabs(a - b) % cycle;
    return 2.0 * static_cast<double>(std::min(distance, cycle - distance)) / static_cast<double>(cycle);
}

double difference(const reid::Detection &a, const reid::Detection &b)
{
    if (a.image == b.image || (a.burst != reid::Uuid{} && a.burst == b.burst))
        return 0;
    return apart(a.takenAt, b.takenAt, 365LL * 24 * kHour) + apart(a.takenAt, b.takenAt, 24 * kHour) +
           (a.location == b.location ? 0.0 : 0.5);
}

PhotoChoice choose(const reid::Dataset &data, std::vector<std::size_t> candidates)
{
    PhotoChoice choice;
    if (candidates.empty())
        return choice;
    const auto better = [&](std::size_t a, std::size_t b) {
        return std::tuple(-data.matches[a].own, data.detections[a].takenAt, data.detections[a].id) <
               std::tuple(-data.matches[b].own, data.detections[b].takenAt, data.detections[b].id);
    };
    std::sort(candidates.begin(), candidates.end(), better);
    choice.detections.push_back(candidates.front());
    while (choice.detections.size() < kPhotosOfProfile) {
        std::size_t best = 0;
        double most = 0;
        for (const std::size_t candidate : candidates) {
            double least = 10;
            for (const std::size_t chosen : choice.detections)
                least = std::min(least, difference(data.detections[candidate], data.detections[chosen]));
            if (least > most) {
                most = least;
                best = candidate;
            }
        }
        if (most <= 0)
            break; // nothing but the same bursts is left
        choice.detections.push_back(best);
    }
    return choice;
}

} // namespace

std::vector<PhotoChoice> choosePhotos(const reid::Dataset &data, const std::function<bool(std::size_t)> &shown)
{
    std::vector<std::vector<std::size_t>> candidates(data.profiles.size());
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const reid::Detection &detection = data.detections[i];
        if (detection.ownProfile >= 0 && detection.valid && !detection.duplicate && shown(i))
            candidates[static_cast<std::size_t>(detection.ownProfile)].push_back(i);
    }
    std::vector<PhotoChoice> choices;
    choices.reserve(candidates.size());
    for (std::vector<std::size_t> &each : candidates)
        choices.push_back(choose(data, std::move(each)));
    return choices;
}

} // namespace herdbook::trial

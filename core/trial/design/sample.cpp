// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/sample.h"

#include "core/trial/design/checks.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

// Separate streams of the one recorded seed.
constexpr std::uint64_t kRepeatStream = 0x72657065617473ULL;
constexpr std::uint64_t kPlaceStream = 0x706c616365ULL;

/// 0 <= value < 1 that depends on the id and the seed alone.
double fraction(const reid::Uuid &id, std::uint64_t seed)
{
    return static_cast<double>(reid::mix(id, seed) >> 11) * 0x1.0p-53;
}

std::uint64_t checksumOf(const reid::Dataset &data, const std::vector<Unit> &units)
{
    std::uint64_t sum = 0;
    for (const Unit &unit : units) {
        const auto score = static_cast<std::uint16_t>(unit.score);
        sum += reid::mix(data.detections[unit.detection].id,
                         reid::mix(data.profiles[static_cast<std::size_t>(unit.profile)].id, score));
    }
    return sum;
}

struct Placed
{
    Item item;
    double place = 0;
    std::size_t from = 0; ///< Repeat: index of the drawn unit
};

} // namespace

std::size_t Frame::atOrAbove(double threshold) const
{
    const int ticks = reid::thresholdTicks(threshold);
    return static_cast<std::size_t>(
        std::count_if(units.begin(), units.end(), [&](const Unit &unit) { return unit.score >= ticks; }));
}

Frame makeFrame(const reid::Dataset &data, const std::vector<Unit> &units, double candidate, const Pictures &pictures)
{
    Frame frame;
    const int least = reid::thresholdTicks(candidate) - kMarginTicks;
    for (const Unit &unit : units) {
        ++frame.scored;
        if (unit.score < least)
            ++frame.below;
        else if (!pictures.ofDetection(unit.detection))
            ++frame.withoutPicture;
        else if (!pictures.ofProfile(unit.profile))
            ++frame.withoutProfilePicture;
        else
            frame.units.push_back(unit);
    }
    frame.checksum = checksumOf(data, frame.units);
    return frame;
}

int Sample::sampled() const
{
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [](const Item &item) { return item.kind == Item::Kind::Sampled; }));
}

int repeatsFor(int size)
{
    return (size + 10) / 20;
}

int impossibleFor(int size)
{
    return size == 0 ? 0 : std::max(2, (size + 25) / 50);
}

std::vector<double> thresholdsToTest(double candidate, const std::vector<double> &sweep)
{
    std::vector<double> thresholds{candidate};
    for (const double threshold : sweep) {
        if (reid::thresholdTicks(threshold) > reid::thresholdTicks(candidate) && threshold <= 1)
            thresholds.push_back(threshold);
    }
    std::sort(thresholds.begin(), thresholds.end(), std::greater<>());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end(),
                                 [](double a, double b) { return reid::thresholdTicks(a) == reid::thresholdTicks(b); }),
                     thresholds.end());
    return thresholds;
}

Sample drawSample(const reid::Dataset &data, const Frame &frame, const Plan &plan, const std::vector<double> &sweep,
                  const Pictures &pictures)
{
    const auto idOf = [&](const Unit &unit) -> const reid::Uuid & { return data.detections[unit.detection].id; };
    std::vector<const Unit *> drawn;
    drawn.reserve(frame.units.size());
    for (const Unit &unit : frame.units)
        drawn.push_back(&unit);
    std::sort(drawn.begin(), drawn.end(), [&](const Unit *a, const Unit *b) {
        return reid::mix(idOf(*a), plan.seed) < reid::mix(idOf(*b), plan.seed);
    });
    drawn.resize(std::min(drawn.size(), static_cast<std::size_t>(std::max(0, plan.size))));

    const std::size_t size = drawn.size();
    const std::size_t gap = std::min<std::size_t>(20, size / 3);
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < size; ++i)
        placed.push_back({{Item::Kind::Sampled, *drawn[i], -1}, static_cast<double>(i), i});

    std::vector<std::size_t> repeatable(size - gap);
    for (std::size_t i = 0; i < repeatable.size(); ++i)
        repeatable[i] = i;
    std::sort(repeatable.begin(), repeatable.end(), [&](std::size_t a, std::size_t b) {
        return reid::mix(idOf(*drawn[a]), plan.seed ^ kRepeatStream) <
               reid::mix(idOf(*drawn[b]), plan.seed ^ kRepeatStream);
    });
    repeatable.resize(std::min(repeatable.size(), static_cast<std::size_t>(repeatsFor(static_cast<int>(size)))));
    for (const std::size_t i : repeatable) {
        const auto first = static_cast<double>(i + gap);
        const double place =
            first + fraction(idOf(*drawn[i]), plan.seed ^ kPlaceStream) * (static_cast<double>(size) - first);
        placed.push_back({{Item::Kind::Repeat, *drawn[i], -1}, place, i});
    }
    for (Unit &unit : impossiblePairs(data, impossibleFor(static_cast<int>(size)), plan.seed, pictures)) {
        const double place = fraction(idOf(unit), plan.seed ^ kPlaceStream) * static_cast<double>(size);
        placed.push_back({{Item::Kind::Impossible, std::move(unit), -1}, place, 0});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.place < b.place; });

    Sample sample;
    sample.plan = plan;
    std::vector<int> positionOf(size);
    for (const Placed &one : placed) {
        sample.items.push_back(one.item);
        const auto position = static_cast<int>(sample.items.size()) - 1;
        if (one.item.kind == Item::Kind::Sampled)
            positionOf[one.from] = position;
        else if (one.item.kind == Item::Kind::Repeat)
            sample.items.back().original = positionOf[one.from];
    }
    sample.thresholds = thresholdsToTest(plan.candidate, sweep);
    for (const double threshold : sample.thresholds) {
        sample.judgedAt.push_back(static_cast<int>(std::count_if(drawn.begin(), drawn.end(), [&](const Unit *unit) {
            return unit->score >= reid::thresholdTicks(threshold);
        })));
    }
    return sample;
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/simulation.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace herdbook::trial::simulation {

namespace {

constexpr int kAnimals = 130;
const std::vector<double> kSweep{0.70, 0.65, 0.60, 0.55};
const Pictures kAllThere{[](std::size_t) { return true; }, [](std::int32_t) { return true; }};

reid::Uuid makeId(std::uint64_t kind, std::uint64_t number)
{
    reid::Uuid id{};
    std::memcpy(id.data(), &kind, sizeof kind);
    std::memcpy(id.data() + sizeof kind, &number, sizeof number);
    return id;
}

reid::Ticks ticksOf(double score)
{
    return reid::scoreTicks(static_cast<float>(std::clamp(score, -1.0, 0.9999)));
}

} // namespace

const std::vector<Situation> &situations()
{
    static const std::vector<Situation> all{
        {.name = "moderate"},
        {.name = "clear", .genuineMean = 0.80, .impostorMean = 0.40},
        {.name = "weak", .genuineMean = 0.56, .impostorMean = 0.50, .impostorSpread = 0.07},
        {.name = "no signal", .genuineMean = 0.45, .impostorMean = 0.45, .impostorSpread = 0.08},
        {.name = "look-alikes at the top", .lookAlikes = 0.12},
        {.name = "two profiles", .profiles = 2},
        {.name = "many sex errors", .sexErrors = 0.25},
        {.name = "tiny ranch", .bursts = 160},
        {.name = "just over at every score", .flatWrong = 0.051},
    };
    return all;
}

Population populate(const Situation &situation, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> chance(0, 1);
    std::normal_distribution<double> normal;
    Population population;
    reid::Dataset &data = population.data;
    data.locations = {"North feeder", "Creek crossing"};
    for (int i = 0; i < situation.profiles; ++i) {
        reid::Profile profile;
        profile.id = makeId(1, static_cast<std::uint64_t>(i));
        profile.sex = i % 2 == 0 ? reid::Sex::Doe : reid::Sex::Buck;
        data.profiles.push_back(profile);
    }
    std::uint64_t number = 0;
    for (int burst = 0; burst < situation.bursts; ++burst) {
        const int animal = static_cast<int>(random() % kAnimals);
        const bool misjudged = chance(random) < situation.sexErrors;
        const bool known = animal < situation.profiles && !misjudged;
        const bool alike = animal >= kAnimals - static_cast<int>(situation.lookAlikes * kAnimals);
        const double pose = 0.06 * normal(random); // what the pictures of one burst have in common
        const double genuine = situation.genuineMean + pose;
        const double impostor =
            (alike ? situation.genuineMean + 0.05 : situation.impostorMean) + situation.impostorSpread * normal(random);
        const bool buck = (animal % 2 == 1) != misjudged;
        const int frames = 1 + static_cast<int>(random() % 4);
        for (int i = 0; i < frames; ++i) {
            reid::Detection detection;
            detection.id = makeId(2, number++);
            detection.image = makeId(3, number);
            detection.burst = makeId(4, static_cast<std::uint64_t>(burst) + 1);
            detection.takenAt = burst * 600'000'000LL + i * 1'000'000LL;
            detection.location = burst % 2;
            detection.label = buck ? reid::Label::Buck : reid::Label::Doe;
            detection.box = {10, 10, 100, 100};
            reid::Match match;
            const double own = known ? genuine + 0.03 * normal(random) : -1;
            const double other = impostor + 0.02 * normal(random);
            std::int32_t wrongOne = buck ? 1 : 0;
            if (situation.profiles > 2)
                wrongOne = (animal + 2) % (situation.profiles / 2 * 2);
            match.best = ticksOf(std::max(own, other));
            match.bestProfile = own > other ? animal : wrongOne;
            match.second = ticksOf(std::min(own, other));
            match.secondProfile = own > other ? wrongOne : -1;
            data.detections.push_back(detection);
            data.matches.push_back(match);
            population.right.push_back(situation.flatWrong > 0 ? chance(random) >= situation.flatWrong : own > other);
        }
    }
    return population;
}

double trueShare(const Population &population, const Frame &frame, double threshold)
{
    std::size_t all = 0;
    std::size_t wrong = 0;
    for (const Unit &unit : frame.units) {
        if (unit.score < reid::thresholdTicks(threshold))
            continue;
        ++all;
        wrong += population.right[unit.detection] ? 0 : 1;
    }
    return all == 0 ? 0 : static_cast<double>(wrong) / static_cast<double>(all);
}

std::vector<Pick> picks(const Population &population)
{
    const Frame whole = makeFrame(population.data, formUnits(population.data), 0.30, kAllThere);
    Pick sound{"sound", 0.95};
    Pick edge{"just over the limit", 0};
    Pick greedy{"20 points more", 0.95};
    for (int ticks = 9500; ticks >= 3000; ticks -= 50) {
        const double threshold = reid::fromTicks(ticks);
        const double share = trueShare(population, whole, threshold);
        const std::size_t units = whole.atOrAbove(threshold);
        if (share <= 0.02)
            sound.threshold = threshold;
        if (edge.threshold == 0 && share > 0.05 && units >= 59)
            edge.threshold = threshold;
        if (units < whole.scored / 5)
            greedy.threshold = threshold;
    }
    if (edge.threshold == 0)
        edge.threshold = 0.30;
    return {sound, edge, greedy};
}

Tally run(const Population &population, double candidate, int trials, std::uint64_t seed)
{
    const Frame frame = makeFrame(population.data, formUnits(population.data), candidate, kAllThere);
    Tally tally;
    tally.trials = trials;
    tally.shareAtCandidate = trueShare(population, frame, candidate);
    std::vector<Judged> judged;
    for (int i = 0; i < trials; ++i) {
        const Sample sample = drawSample(
            population.data, frame, {candidate, kDefaultSize, seed + static_cast<std::uint64_t>(i)}, kSweep, kAllThere);
        judged.clear();
        for (const Item &item : sample.items) {
            if (item.kind == Item::Kind::Sampled)
                judged.push_back({item.unit.score, item.unit.sex,
                                  population.right[item.unit.detection] ? Answer::Same : Answer::Different});
        }
        const Verdict verdict = judge(judged, sample.thresholds);
        tally.certificates += verdict.certified ? 1 : 0;
        tally.candidateCertified += verdict.certified == std::optional(candidate) ? 1 : 0;
        if (verdict.certified && trueShare(population, frame, *verdict.certified) > verdict.level.alpha)
            ++tally.wrongCertificates;
    }
    return tally;
}

} // namespace herdbook::trial::simulation

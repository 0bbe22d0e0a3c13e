// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/reid/simulation/simulation.h"

#include "core/reid/compute/matchrunner.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

namespace herdbook::reid::simulation {

namespace {

constexpr int kDimension = 128;
constexpr int kPlaces = 8;
constexpr double kThreshold = 0.70;

using Vector = std::vector<float>;

/// What a detection's vector is made of: shares of its squared length.
struct Recipe
{
    double common = .24, sex = .06, identity = .36, place = .04, view = .10, noise = .30;
};

Recipe recipe(Situation situation)
{
    Recipe r;
    if (situation == Situation::Weak)
        r = {.34, .06, .12, .08, .20, .22};
    else if (situation == Situation::NoSignal)
        r = {.40, .06, .0, .08, .22, .26};
    else if (situation == Situation::SharedBackground)
        r = {.20, .06, .30, .22, .08, .22};
    return r;
}

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_generator(seed) {}
    double uniform() { return static_cast<double>(m_generator() >> 11) * 0x1p-53; }
    int below(int n) { return static_cast<int>(uniform() * n); }
    double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
    Vector direction()
    {
        Vector v(kDimension);
        for (float &x : v)
            x = static_cast<float>(normal() / std::sqrt(kDimension));
        return v;
    }
    Uuid id()
    {
        Uuid id{};
        for (std::uint8_t &byte : id)
            byte = static_cast<std::uint8_t>(m_generator());
        return id;
    }

private:
    std::mt19937_64 m_generator;
};

void add(Vector &to, const Vector &part, double share)
{
    const auto scale = static_cast<float>(std::sqrt(share));
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += scale * part[i];
}

struct Animal
{
    Sex sex = Sex::Doe;
    Vector identity;
    int home = 0;
    double weight = 1;
};

std::vector<Animal> herd(Random &random, int count)
{
    std::vector<Animal> animals;
    for (int a = 0; a < count; ++a)
        animals.push_back({random.uniform() < .6 ? Sex::Doe : Sex::Buck, random.direction(), random.below(kPlaces),
                           std::exp(random.normal())});
    return animals;
}

int drawAnimal(Random &random, const std::vector<Animal> &animals, double total)
{
    double left = random.uniform() * total;
    for (std::size_t a = 0; a < animals.size(); ++a) {
        left -= animals[a].weight;
        if (left <= 0)
            return static_cast<int>(a);
    }
    return static_cast<int>(animals.size()) - 1;
}

void addBursts(World &world, Random &random, const std::vector<Animal> &animals, const Recipe &r, int detections)
{
    const Vector common = random.direction();
    const std::vector<Vector> sexes{random.direction(), random.direction()};
    std::vector<Vector> places;
    for (int p = 0; p < kPlaces; ++p) {
        places.push_back(random.direction());
        world.data.locations.push_back("place " + std::to_string(p));
    }
    const double total = std::accumulate(animals.begin(), animals.end(), 0.0,
                                         [](double sum, const Animal &a) { return sum + a.weight; });
    while (static_cast<int>(world.data.detections.size()) < detections) {
        const int which = drawAnimal(random, animals, total);
        const Animal &animal = animals[static_cast<std::size_t>(which)];
        const int place = random.uniform() < .7 ? animal.home : random.below(kPlaces);
        const Vector view = random.direction();
        const Uuid burst = random.id();
        const bool wrongSex = random.uniform() < .04;
        const double clear = std::exp(.35 * random.normal()); // a good look at it, or not
        for (int left = 1 + random.below(5); left > 0 && static_cast<int>(world.data.detections.size()) < detections;
             --left) {
            Vector v(kDimension);
            add(v, common, r.common);
            add(v, sexes[static_cast<std::size_t>(animal.sex)], r.sex);
            add(v, animal.identity, r.identity * clear);
            add(v, places[static_cast<std::size_t>(place)], r.place);
            add(v, view, r.view);
            add(v, random.direction(), r.noise * std::exp(.4 * random.normal()));
            normalize(v);
            world.vectors.insert(world.vectors.end(), v.begin(), v.end());
            Detection d;
            d.id = random.id();
            d.image = random.id();
            d.burst = burst;
            d.location = place;
            d.box = {100, 100, 300, 300};
            d.label = (animal.sex == Sex::Doe) != wrongSex ? Label::Doe : Label::Mature;
            world.data.detections.push_back(d);
            world.animalOf.push_back(which);
        }
    }
}

std::span<const float> vectorOf(const World &world, std::size_t detection)
{
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    return {world.vectors.data() + detection * dimension, dimension};
}

/// A profile of the animal, founded by one of its detections; false when none is left.
bool addProfile(World &world, Random &random, const std::vector<Animal> &animals, int animal,
                std::vector<bool> &founder)
{
    for (int tries = 0; tries < 100000; ++tries) {
        const auto i = static_cast<std::size_t>(random.below(static_cast<int>(world.animalOf.size())));
        Detection &d = world.data.detections[i];
        if (founder[i] || (animal >= 0 && world.animalOf[i] != animal))
            continue;
        const int of = world.animalOf[i];
        if (animal < 0 && std::ranges::find(world.animalOfProfile, of) != world.animalOfProfile.end())
            continue;
        if (d.sex() != animals[static_cast<std::size_t>(of)].sex)
            continue;
        founder[i] = true;
        d.ownProfile = static_cast<int>(world.data.profiles.size());
        Profile profile;
        profile.id = random.id();
        profile.sex = d.sex();
        d.deer = profile.id;
        world.data.profiles.push_back(profile);
        world.animalOfProfile.push_back(of);
        const std::span<const float> vector = vectorOf(world, i);
        world.profileVectors.insert(world.profileVectors.end(), vector.begin(), vector.end());
        return true;
    }
    return false;
}

MatchResult matchWorld(const World &world, const Gallery &gallery, const Options &options)
{
    const MatchPlan plan = MatchPlan::forSize(world.data.detections.size(), world.data.detections.size(),
                                              world.data.profiles.size(), options.seed);
    MatchRunner runner(gallery, options.threads, {});
    std::unique_ptr<Block> block;
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        if (!block)
            block = runner.acquire(i);
        std::ranges::copy(vectorOf(world, i), block->next().begin());
        block->add(Probe::of(world.data.detections[i], world.data.profiles, plan), true);
        if (block->full())
            runner.submit(std::move(block));
    }
    if (block)
        runner.submit(std::move(block));
    return *runner.finish(world.data.detections.size());
}

} // namespace

const char *name(Situation situation)
{
    switch (situation) {
    case Situation::Moderate:
        return "moderate";
    case Situation::Weak:
        return "weak";
    case Situation::NoSignal:
        return "no signal";
    case Situation::SharedBackground:
        return "shared background";
    case Situation::DuplicateProfiles:
        break;
    }
    return "duplicate profiles";
}

World simulate(Situation situation, std::uint64_t seed, int detections, int animals, int profiles)
{
    Random random(seed * 1000 + static_cast<std::uint64_t>(situation));
    World world;
    world.data.dimension = kDimension;
    const std::vector<Animal> all = herd(random, animals);
    addBursts(world, random, all, recipe(situation), detections);
    std::vector<bool> founder(world.animalOf.size());
    const int duplicates = situation == Situation::DuplicateProfiles ? 10 : 0;
    for (int p = 0; p < profiles - duplicates && addProfile(world, random, all, -1, founder); ++p) {
    }
    for (int p = 0; p < duplicates && addProfile(world, random, all, world.animalOfProfile[0], founder); ++p) {
    }

    // The deployed system assigns by its threshold.
    const Gallery gallery(world.data.profiles, world.profileVectors, kDimension, 1);
    const MatchResult scores = matchWorld(world, gallery, {});
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        Detection &d = world.data.detections[i];
        if (d.assigned() || scores.matches[i].best < thresholdTicks(kThreshold))
            continue;
        d.ownProfile = scores.matches[i].bestProfile;
        d.deer = world.data.profiles[static_cast<std::size_t>(d.ownProfile)].id;
    }
    return world;
}

Analysis analyzeWorld(const World &world, Options options)
{
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, options.seed);
    return *analyze(world.data, matchWorld(world, gallery, options), gallery, {}, options);
}

std::optional<double> trueWrongShare(const World &world, const Analysis &analysis, double threshold)
{
    std::size_t wrong = 0;
    const std::vector<std::size_t> added = analysis.unassignedBetween(threshold, 2);
    for (const std::size_t i : added) {
        const auto profile = static_cast<std::size_t>(analysis.data.matches[i].bestProfile);
        wrong += world.animalOfProfile[profile] != world.animalOf[i] ? 1 : 0;
    }
    if (added.empty())
        return std::nullopt;
    return static_cast<double>(wrong) / static_cast<double>(added.size());
}

World shuffled(const World &world, std::uint64_t seed)
{
    Random random(seed);
    const auto order = [&](std::size_t n) {
        std::vector<std::size_t> places(n);
        std::iota(places.begin(), places.end(), std::size_t(0));
        for (std::size_t i = n; i > 1; --i)
            std::swap(places[i - 1], places[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
        return places;
    };
    World result;
    result.data.dimension = world.data.dimension;
    result.data.locations = world.data.locations;
    std::vector<int> profileAt(world.data.profiles.size());
    for (const std::size_t from : order(world.data.profiles.size())) {
        profileAt[from] = static_cast<int>(result.data.profiles.size());
        result.data.profiles.push_back(world.data.profiles[from]);
        result.animalOfProfile.push_back(world.animalOfProfile[from]);
        const auto start = world.profileVectors.begin() + static_cast<std::ptrdiff_t>(from * kDimension);
        result.profileVectors.insert(result.profileVectors.end(), start, start + kDimension);
    }
    for (const std::size_t from : order(world.data.detections.size())) {
        Detection d = world.data.detections[from];
        if (d.ownProfile >= 0)
            d.ownProfile = profileAt[static_cast<std::size_t>(d.ownProfile)];
        result.data.detections.push_back(d);
        result.animalOf.push_back(world.animalOf[from]);
        const std::span<const float> vector = vectorOf(world, from);
        result.vectors.insert(result.vectors.end(), vector.begin(), vector.end());
    }
    return result;
}

} // namespace herdbook::reid::simulation

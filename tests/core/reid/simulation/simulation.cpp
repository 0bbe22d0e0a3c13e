// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/reid/simulation/simulation.h"

#include "core/reid/compute/matchrunner.h"

#include <algorithm>
#include <cmath>
#include <limits>
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
    double common = .31, sex = .04, identity = .33, scene = .05, view = .11, noise = .16;
};

Recipe recipe(Situation situation)
{
    Recipe r;
    if (situation == Situation::Weak)
        r = {.36, .04, .13, .08, .19, .20};
    else if (situation == Situation::NoSignal)
        r = {.40, .04, .0, .08, .24, .24};
    else if (situation == Situation::SharedBackground)
        r = {.25, .04, .28, .18, .09, .16};
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
    int herd = 0; ///< of two, each with its background
};

/// An identity whose cosine with another one is about `likeness`.
Vector resembling(Random &random, const Vector &other, double likeness)
{
    Vector v(kDimension);
    add(v, other, likeness * likeness);
    add(v, random.direction(), 1 - likeness * likeness);
    return v;
}

/// The first `profiles` animals are those that may have one; the rest are strangers.
std::vector<Animal> makeHerd(Random &random, Situation situation, int count, int profiles)
{
    const int does = situation == Situation::OneSex ? profiles : (profiles * 38 + 26) / 53;
    std::vector<Animal> animals;
    for (int a = 0; a < count; ++a) {
        const bool doe = a < profiles ? a < does : situation == Situation::OneSex || random.uniform() < .65;
        animals.push_back(
            {doe ? Sex::Doe : Sex::Buck, random.direction(), random.below(kPlaces), std::exp(1.1 * random.normal())});
    }
    const auto at = [&](int a) -> Animal & { return animals[static_cast<std::size_t>(a)]; };
    for (int pair = 0; pair < 6 && 2 * pair + 1 < does; ++pair)
        at(2 * pair + 1).identity = resembling(random, at(2 * pair).identity, .4);
    const bool many = situation == Situation::LookAlikes;
    for (int one = 0; one < (many ? 20 : 8) && profiles + one < count; ++one) {
        const Animal &like = at(random.below(profiles));
        at(profiles + one).identity = resembling(random, like.identity, .55);
        at(profiles + one).sex = like.sex;
    }
    for (int one = 0; situation == Situation::Twins && one < 6 && profiles + one < count; ++one) {
        const Animal &twin = at(6 * one);
        at(profiles + one).identity = resembling(random, twin.identity, .9);
        at(profiles + one).sex = twin.sex;
    }
    for (Animal &animal : animals) {
        if (situation == Situation::OneCamera)
            animal.home = 0;
        if (situation == Situation::TwoHerds) // profiles are mostly of the first
            animal.herd = &animal < &at(profiles) && random.uniform() < .9 ? 0 : 1;
    }
    if (situation == Situation::OneDominates || situation == Situation::StrangerDominates) {
        Animal &one = at(situation == Situation::OneDominates ? 0 : count - 1);
        double others = -one.weight;
        for (const Animal &animal : animals)
            others += animal.weight;
        one.weight = 9 * others;
    }
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

/// What is the same in all photos of the herd.
struct Surroundings
{
    std::array<Vector, 2> common; ///< of each herd
    std::array<Vector, kSexes> sexes;
    std::vector<Vector> places;
    double wrongSexes = .05;
    bool sexed = true;
};

/// One animal's part in a burst.
struct Seen
{
    int animal = 0;
    Vector view; ///< its pose, the same in all photos of the burst
    double clear = 1;
};

void addDetection(World &world, Random &random, const Surroundings &around, const Animal &animal, const Seen &seen,
                  const Vector &scene, const Recipe &r, const Detection &photo, int place)
{
    Vector v(kDimension);
    add(v, around.common[static_cast<std::size_t>(animal.herd)], r.common);
    add(v, around.sexes[static_cast<std::size_t>(animal.sex)], r.sex);
    add(v, animal.identity, r.identity * seen.clear);
    add(v, scene, r.scene);
    add(v, seen.view, r.view);
    add(v, random.direction(), r.noise * std::exp(.4 * random.normal()));
    normalize(v);
    world.vectors.insert(world.vectors.end(), v.begin(), v.end());
    Detection d = photo;
    d.id = random.id();
    d.box = {static_cast<float>(50 + 600 * place), 100, 300, 300};
    const bool wrong = random.uniform() < around.wrongSexes;
    d.label = !around.sexed ? Label::Unknown : (animal.sex == Sex::Doe) != wrong ? Label::Doe : Label::Mature;
    world.data.detections.push_back(d);
    world.animalOf.push_back(seen.animal);
}

/// Bursts until there are enough detections. @return how many detections the first night's bursts hold.
std::size_t addBursts(World &world, Random &random, const std::vector<Animal> &animals, Situation situation,
                      int detections)
{
    const Recipe r = recipe(situation);
    const int nightBursts = situation == Situation::OneNight ? 120 : 0;
    Surroundings around;
    around.sexed = situation != Situation::SexesUnknown;
    around.common[0] = random.direction();
    around.common[1] = situation == Situation::TwoHerds ? resembling(random, around.common[0], .5) : around.common[0];
    for (Vector &sex : around.sexes)
        sex = random.direction();
    around.wrongSexes = .04 + .03 * random.uniform();
    for (int p = 0; p < kPlaces; ++p) {
        around.places.push_back(random.direction());
        world.data.locations.push_back("place " + std::to_string(p));
    }
    const double total = std::accumulate(animals.begin(), animals.end(), 0.0,
                                         [](double sum, const Animal &a) { return sum + a.weight; });
    std::int64_t now = 1'790'000'000'000'000;
    const Vector moonlight = nightBursts > 0 ? random.direction() : Vector();
    std::size_t firstNight = 0;
    int bursts = 0;
    while (static_cast<int>(world.data.detections.size()) < detections) {
        std::vector<Seen> group;
        const double crowd = random.uniform();
        for (int left = crowd < .75 ? 1 : crowd < .93 ? 2 : 3; left > 0; --left) {
            const int which = drawAnimal(random, animals, total);
            if (std::ranges::find(group, which, &Seen::animal) != group.end())
                continue;
            group.push_back({which, random.direction(), std::exp(.35 * random.normal())}); // a good look at it, or not
        }
        const bool atHome = random.uniform() < .7 || situation == Situation::OneCamera;
        const int place = atHome ? animals[static_cast<std::size_t>(group[0].animal)].home : random.below(kPlaces);
        const bool first = bursts++ < nightBursts;
        Vector scene(kDimension); // the place, and the light of the moment that all its animals share
        add(scene, first ? moonlight : around.places[static_cast<std::size_t>(place)], .6);
        add(scene, random.direction(), .4);
        Detection photo;
        photo.burst = random.id();
        photo.location = place;
        now += 600'000'000;
        for (int photos = 1 + random.below(8); photos > 0; --photos) {
            photo.image = random.id();
            photo.takenAt = now += 1'000'000;
            for (std::size_t at = 0; at < group.size(); ++at) {
                const Seen &seen = group[at];
                if (static_cast<int>(world.data.detections.size()) < detections && (at == 0 || random.uniform() < .8))
                    addDetection(world, random, around, animals[static_cast<std::size_t>(seen.animal)], seen, scene, r,
                                 photo, static_cast<int>(at));
            }
        }
        if (first)
            firstNight = world.data.detections.size();
    }
    return firstNight;
}

/// What a pipeline may do to the vectors it stores.
void spoil(World &world, Situation situation)
{
    if (situation == Situation::RoundedVectors) {
        for (float &x : world.vectors)
            x = std::round(x * 100) / 100;
    }
    for (std::size_t i = 1; situation == Situation::CopiedVectors && i < world.animalOf.size(); i += 2)
        std::copy_n(world.vectors.begin() + static_cast<std::ptrdiff_t>((i - 1) * kDimension), kDimension,
                    world.vectors.begin() + static_cast<std::ptrdiff_t>(i * kDimension));
}

std::span<const float> vectorOf(const World &world, std::size_t detection)
{
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    return {world.vectors.data() + detection * dimension, dimension};
}

/// A profile of the animal, founded by one of the first `among` detections, of its sex; false when it has none.
bool addProfile(World &world, Random &random, const std::vector<Animal> &animals, int animal, Situation situation,
                std::size_t among, std::vector<bool> &founder)
{
    const bool poor = situation == Situation::SingleFounders;
    const bool sexed = situation != Situation::SexesUnknown;
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < among; ++i) {
        if (world.animalOf[i] == animal && !founder[i] &&
            (!sexed || world.data.detections[i].sex() == animals[static_cast<std::size_t>(animal)].sex))
            own.push_back(i);
    }
    if (own.empty())
        return false;
    const std::size_t i = own[static_cast<std::size_t>(random.below(static_cast<int>(own.size())))];
    Detection &d = world.data.detections[i];
    const auto from = world.vectors.begin() + static_cast<std::ptrdiff_t>(i * kDimension);
    if (poor) { // a photo of its own, blurred
        Vector v(from, from + kDimension);
        add(v, random.direction(), .25);
        normalize(v);
        std::ranges::copy(v, from);
        d.burst = random.id();
    }
    founder[i] = true;
    d.ownProfile = static_cast<int>(world.data.profiles.size());
    Profile profile;
    profile.id = random.id();
    profile.sex = d.sex();
    d.deer = profile.id;
    world.data.profiles.push_back(profile);
    world.animalOfProfile.push_back(animal);
    world.profileVectors.insert(world.profileVectors.end(), from, from + kDimension);
    return true;
}

MatchResult matchWorld(const World &world, const Gallery &gallery, const Options &options)
{
    MatchPlan plan =
        MatchPlan::forSize(world.data.detections.size(), world.data.dimension, options.current, options.seed);
    plan.keepVectors = plan.keepVectors && world.hasVectors;
    MatchRunner runner(gallery, plan, options.threads, {});
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
    MatchResult result = *runner.finish(world.data.detections.size());
    if (!world.hasVectors) // nobody knows then what the means are
        std::ranges::fill(result.cosineWithMean, std::numeric_limits<float>::quiet_NaN());
    return result;
}

} // namespace

const char *name(Situation situation)
{
    constexpr const char *kNames[] = {
        "plain",         "weak",        "no signal",       "duplicates", "shared background", "single founders",
        "one sex",       "look-alikes", "stored scores",   "one camera", "one dominates",     "stranger dominates",
        "one night",     "two herds",   "rounded vectors", "twins",      "sexes unknown",     "copied vectors",
        "ten detections"};
    return kNames[static_cast<std::size_t>(situation)];
}

World simulate(Situation situation, std::uint64_t seed, int detections, int animals, int profiles)
{
    Random random(seed * 1000 + static_cast<std::uint64_t>(situation));
    World world;
    world.data.dimension = kDimension;
    world.hasVectors = situation != Situation::StoredScores;
    const int duplicates = situation == Situation::DuplicateProfiles ? std::min(10, profiles / 3) : 0;
    const std::vector<Animal> all = makeHerd(random, situation, animals, profiles);
    const int most = situation == Situation::TenDetections ? 10 : detections;
    const std::size_t firstNight = addBursts(world, random, all, situation, most);
    spoil(world, situation);
    const std::size_t among = firstNight > 0 ? firstNight : world.animalOf.size();
    std::vector<bool> founder(world.animalOf.size());
    for (int p = 0; p < profiles - duplicates; ++p)
        addProfile(world, random, all, p, situation, among, founder);
    for (int p = 0; p < duplicates; ++p)
        addProfile(world, random, all, 3 * (p % 3), situation, among, founder);

    // The deployed system assigns by its threshold.
    const Gallery gallery(world.data.profiles, world.profileVectors, kDimension);
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
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
    Provenance provenance;
    provenance.source = world.hasVectors ? "vectors" : "stored scores";
    return *analyze(world.data, matchWorld(world, gallery, options), gallery, provenance, options);
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

std::vector<std::uint32_t> trulyWrong(const World &world, const Analysis &analysis)
{
    ScoreCounts wrong;
    for (const std::size_t i : analysis.unassignedBetween(-1, 2)) {
        const Match &match = analysis.data.matches[i];
        if (world.animalOfProfile[static_cast<std::size_t>(match.bestProfile)] != world.animalOf[i])
            wrong.add(match.best);
    }
    return wrong.atOrAbove();
}

std::size_t trulyWrongInForce(const World &world)
{
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < world.animalOf.size(); ++i) {
        const std::int32_t own = world.data.detections[i].ownProfile;
        wrong += own >= 0 && world.animalOfProfile[static_cast<std::size_t>(own)] != world.animalOf[i] ? 1 : 0;
    }
    return wrong;
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
    result.hasVectors = world.hasVectors;
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

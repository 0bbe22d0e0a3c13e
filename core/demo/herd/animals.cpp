// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/herd.h"
#include "core/demo/pictures/random.h"

#include <QStringList>

namespace herdbook::demo {

namespace {

const char *const doeNames = "Willow Hazel Juniper Clover Maple Sage Ivy Fern Daisy Poppy Rosemary Olive Laurel Myrtle "
                             "Aspen Bluebell Cedar Dahlia Flora "
                             "Ginger Heather Iris Jasmine Lavender Magnolia Nettle Opal Pearl Quinn Ruby Saffron Tansy "
                             "Violet Wren Yarrow Zinnia Amber";
const char *const buckNames =
    "Duke Ranger Bandit Goliath Cactus Rusty Tank Hook Ghost Split-G2 Drifter Outlaw Bishop Moses";

void addLocations(Herd &herd, Random &random)
{
    const struct
    {
        const char *name, *slug, *description;
    } places[] = {{"North Feeder", "north_feeder", "Corn feeder at the edge of the oaks"},
                  {"Creek Crossing", "creek_crossing", "Ford below the limestone bank"},
                  {"Oak Flat", "oak_flat", "Open live oaks, acorns from September"},
                  {"South Pasture", "south_pasture", "Fence gap towards the hay field"},
                  {"Cedar Ridge", "cedar_ridge", "Game trail along the ridge"},
                  {"Pond Trail", "pond_trail", "Trail between the pond and the thicket"},
                  {"East Gate", "east_gate", "Ranch road at the east gate"}};
    for (const auto &place : places) {
        Location location;
        location.id = random.uuid();
        location.name = QString::fromLatin1(place.name);
        location.slug = QString::fromLatin1(place.slug);
        location.description = QString::fromLatin1(place.description);
        location.latitude = 30.42 + random.uniform(-0.02, 0.02);
        location.longitude = -99.21 + random.uniform(-0.02, 0.02);
        herd.locations.push_back(location);
    }
}

void add(Herd &herd, Random &random, Species species, int count, double weight)
{
    for (int i = 0; i < count; ++i) {
        Animal animal;
        animal.look = lookOf(random.next(), species);
        animal.home = random.below(HerdFigures::locations);
        animal.otherHome = random.below(HerdFigures::locations);
        animal.weight = weight * random.uniform(0.5, 1.6);
        herd.animals.push_back(animal);
    }
}

} // namespace

void makeAnimals(Herd &herd, quint64 seed)
{
    Random random(seed, 1);
    addLocations(herd, random);
    // Half of the animals are kin to one with a profile, of either sex: the impostors that make a threshold necessary.
    constexpr double kinship = 0.5;
    constexpr int strangeDoes = 40;
    constexpr int strangeBucks = 20;
    constexpr int fawns = 26;
    add(herd, random, Species::Doe, HerdFigures::doeProfiles, 1.0);
    add(herd, random, Species::Buck, HerdFigures::buckProfiles, 1.15);
    add(herd, random, Species::Doe, strangeDoes, 0.36);
    add(herd, random, Species::Buck, strangeBucks, 0.34);
    add(herd, random, Species::Fawn, fawns, 1.0);

    const QStringList does = QString::fromLatin1(doeNames).split(u' ');
    const QStringList bucks = QString::fromLatin1(buckNames).split(u' ');
    constexpr int profiles = HerdFigures::doeProfiles + HerdFigures::buckProfiles;
    for (int i = 0; i < static_cast<int>(herd.animals.size()); ++i) {
        Animal &animal = herd.animals[static_cast<size_t>(i)];
        if (i < profiles) { // one doe and one buck have no name yet
            const QStringList &names = animal.isBuck() ? bucks : does;
            animal.name = names.value(animal.isBuck() ? i - HerdFigures::doeProfiles : i);
            animal.profile = i;
            herd.profiles.push_back({random.uuid(), i, -1});
            if (i > 0 && random.chance(kinship))
                animal.kin = random.below(i);
        } else if (!animal.isFawn()) {
            if (random.chance(kinship))
                animal.kin = random.below(profiles);
        } else {
            animal.mother =
                random.chance(0.75) ? random.below(HerdFigures::doeProfiles) : profiles + random.below(strangeDoes);
            animal.kin = animal.mother;
        }
    }
}

bool mayMatch(const QString &label, const Animal &animal)
{
    if (label == QLatin1String("doe"))
        return animal.look.species == Species::Doe;
    return animal.isBuck() && (label == QLatin1String("buck") || label == QLatin1String("mature") ||
                               label == QLatin1String("mid") || label == QLatin1String("young"));
}

} // namespace herdbook::demo

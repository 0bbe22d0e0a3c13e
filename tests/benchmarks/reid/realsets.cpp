// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reid/realsets.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <zip.h>

namespace herdbook::reid::realsets {

namespace {

/// IEEE half precision.
float half(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31;
    const int fraction = bits & 1023;
    const float size = exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                                     : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
    return (bits & 0x8000) != 0 ? -size : size;
}

/// An array of the archive: its values row by row.
struct Array
{
    std::vector<float> values;
    int columns = 1;
};

template<class T>
void take(const QByteArray &bytes, std::vector<float> &values)
{
    for (qsizetype at = 0; at + static_cast<qsizetype>(sizeof(T)) <= bytes.size(); at += sizeof(T)) {
        T value;
        std::memcpy(&value, bytes.constData() + at, sizeof value);
        values.push_back(std::is_same_v<T, std::uint16_t> ? half(static_cast<std::uint16_t>(value))
                                                          : static_cast<float>(value));
    }
}

Result<Array> parse(const QByteArray &file, const QString &name)
{
    const Error broken{ErrorKind::Corrupt, QStringLiteral("%1 is no array that can be read").arg(name)};
    if (file.size() < 10 || !file.startsWith("\x93NUMPY\x01"))
        return broken;
    const int length = static_cast<unsigned char>(file[8]) | static_cast<unsigned char>(file[9]) << 8;
    const QString header = QString::fromLatin1(file.mid(10, length));
    static const QRegularExpression pattern(
        QStringLiteral("'descr': '[<|](\\w+)', 'fortran_order': (True|False), 'shape': \\((\\d+),(?: (\\d+))?\\)"));
    const QRegularExpressionMatch match = pattern.match(header);
    if (!match.hasMatch())
        return broken;
    Array array;
    const QByteArray body = file.mid(10 + length);
    const QString type = match.captured(1);
    if (type == QLatin1String("f2"))
        take<std::uint16_t>(body, array.values);
    else if (type == QLatin1String("f4"))
        take<float>(body, array.values);
    else if (type == QLatin1String("i1"))
        take<std::int8_t>(body, array.values);
    else if (type == QLatin1String("i2"))
        take<std::int16_t>(body, array.values);
    else if (type == QLatin1String("i4"))
        take<std::int32_t>(body, array.values);
    else if (type == QLatin1String("i8"))
        take<std::int64_t>(body, array.values);
    else
        return broken;
    const auto rows = match.captured(3).toULongLong();
    array.columns = match.captured(4).isEmpty() ? 1 : match.captured(4).toInt();
    if (array.values.size() != rows * static_cast<std::size_t>(array.columns))
        return broken;
    if (match.captured(2) == QLatin1String("True") && array.columns > 1) { // column by column
        std::vector<float> byRow(array.values.size());
        for (std::size_t i = 0; i < byRow.size(); ++i)
            byRow[i % rows * static_cast<std::size_t>(array.columns) + i / rows] = array.values[i];
        array.values = std::move(byRow);
    }
    return array;
}

Result<std::map<QString, Array>> arrays(const QString &npz)
{
    int code = 0;
    zip_t *zip = zip_open(npz.toUtf8().constData(), ZIP_RDONLY, &code);
    if (zip == nullptr)
        return Error{ErrorKind::Storage, QStringLiteral("%1 can't be opened").arg(npz)};
    std::map<QString, Array> found;
    std::optional<Error> failed;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0) && !failed; ++i) {
        zip_stat_t stat;
        zip_file_t *file = zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) == 0
                               ? zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0)
                               : nullptr;
        if (file == nullptr) {
            failed = Error{ErrorKind::Corrupt, QStringLiteral("%1 holds an entry that can't be read").arg(npz)};
            break;
        }
        QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
        const bool whole = zip_fread(file, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
        zip_fclose(file);
        const QString name = QString::fromUtf8(stat.name).chopped(4); // .npy
        Result<Array> array = whole ? parse(bytes, name) : Error{ErrorKind::Corrupt, name};
        if (!array)
            failed = array.error();
        else
            found.emplace(name, std::move(*array));
    }
    zip_discard(zip);
    if (failed)
        return *failed;
    return found;
}

std::vector<int> whole(const Array &array)
{
    return {array.values.begin(), array.values.end()};
}

Uuid numbered(std::uint8_t kind, std::size_t number)
{
    Uuid id{};
    id[0] = kind;
    for (std::size_t byte = 0; byte < 4; ++byte)
        id[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte));
    return id;
}

double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

std::ptrdiff_t below(std::mt19937_64 &random, std::size_t n)
{
    return static_cast<std::ptrdiff_t>(uniform(random) * static_cast<double>(n));
}

bool isDoe(const Features &features, int individual, Sexes sexes, std::mt19937_64 &random)
{
    if (sexes == Sexes::Single)
        return true;
    if (sexes != Sexes::Group)
        return uniform(random) < (sexes == Sexes::Random ? .65 : .88);
    const auto at = std::ranges::find(features.individual, individual) - features.individual.begin();
    return features.group[static_cast<std::size_t>(at)] == 1;
}

/// At most so many photos of each individual.
Features thinned(const Features &features, int most, std::mt19937_64 &random)
{
    std::map<int, std::vector<std::size_t>> rowsOf;
    for (std::size_t i = 0; i < features.rows(); ++i)
        rowsOf[features.individual[i]].push_back(i);
    std::vector<std::size_t> rows;
    for (auto &[individual, own] : rowsOf) {
        while (own.size() > static_cast<std::size_t>(most))
            own.erase(own.begin() + below(random, own.size()));
        rows.insert(rows.end(), own.begin(), own.end());
    }
    std::ranges::sort(rows);
    Features kept{features.name, features.dimension, {}, {}, {}, {}, {}};
    for (const std::size_t row : rows) {
        const auto from = features.vectors.begin() + static_cast<std::ptrdiff_t>(row) * features.dimension;
        kept.vectors.insert(kept.vectors.end(), from, from + features.dimension);
        kept.individual.push_back(features.individual[row]);
        kept.order.push_back(features.order[row]);
        kept.session.push_back(features.session[row]);
        kept.group.push_back(features.group[row]);
    }
    return kept;
}

/// The photo that an individual's profile is made of.
std::size_t founderOf(const Features &features, int individual, bool any, std::mt19937_64 &random)
{
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < features.rows(); ++i) {
        if (features.individual[i] == individual)
            own.push_back(i);
    }
    return any ? own[static_cast<std::size_t>(below(random, own.size()))]
               : *std::ranges::min_element(own, {}, [&](std::size_t i) { return features.order[i]; });
}

/// The best profile of its sex for every detection.
void matchAll(const Features &features, Mapped &mapped)
{
    const auto dimension = static_cast<std::size_t>(features.dimension);
    const simulation::World &world = mapped.world;
    for (std::size_t i = 0; i < features.rows(); ++i) {
        float best = -2;
        std::int32_t profile = -1;
        for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
            if (world.data.profiles[p].sex != world.data.detections[i].sex())
                continue;
            const float *a = world.vectors.data() + i * dimension;
            const float score = std::inner_product(a, a + dimension, world.profileVectors.data() + p * dimension, 0.0F);
            if (score > best) {
                best = score;
                profile = static_cast<std::int32_t>(p);
            }
        }
        mapped.best.push_back(best);
        mapped.bestProfile.push_back(profile);
    }
}

void assign(const std::vector<std::size_t> &founders, double rate, Mapped &mapped)
{
    std::vector<float> others;
    for (std::size_t i = 0; i < mapped.best.size(); ++i) {
        if (mapped.bestProfile[i] >= 0 && std::ranges::find(founders, i) == founders.end())
            others.push_back(mapped.best[i]);
    }
    std::ranges::sort(others);
    const double at = (1 - rate) * static_cast<double>(others.empty() ? 0 : others.size() - 1);
    const double cut = others.empty() ? 1 : static_cast<double>(others[static_cast<std::size_t>(at)]);
    mapped.threshold = std::clamp(std::round(cut * 1000) / 1000, .02, .999);
    Dataset &data = mapped.world.data;
    for (std::size_t i = 0; i < mapped.best.size(); ++i) {
        if (mapped.bestProfile[i] < 0 || static_cast<double>(mapped.best[i]) < mapped.threshold)
            continue;
        data.detections[i].ownProfile = mapped.bestProfile[i];
        data.detections[i].deer = data.profiles[static_cast<std::size_t>(mapped.bestProfile[i])].id;
    }
}

} // namespace

QString archive()
{
    const QString asked = qEnvironmentVariable("HERDBOOK_REALSETS");
    const QString file =
        asked.isEmpty() ? QStringLiteral(HERDBOOK_SOURCE_DIR "/../shared/realsets/realsets.npz") : asked;
    return QFileInfo(file).isFile() ? file : QString();
}

const char *name(Sexes sexes)
{
    constexpr const char *kNames[] = {"random", "skew", "group", "single"};
    return kNames[static_cast<std::size_t>(sexes)];
}

Result<std::vector<Features>> read(const QString &npz)
{
    Result<std::map<QString, Array>> found = arrays(npz);
    if (!found)
        return found.error();
    std::vector<Features> sets;
    for (const auto &[key, array] : *found) {
        if (!key.endsWith(QLatin1String(".X")))
            continue;
        Features set;
        set.name = key.chopped(2);
        set.dimension = array.columns;
        set.vectors = array.values;
        for (const auto &[field, to] : {std::pair(".ident", &set.individual),
                                        {".order", &set.order},
                                        {".session", &set.session},
                                        {".group", &set.group}})
            *to = whole((*found)[set.name + QLatin1String(field)]);
        for (const std::vector<int> *field : {&set.order, &set.session, &set.group}) {
            if (field->size() != set.rows() ||
                set.vectors.size() != set.rows() * static_cast<std::size_t>(set.dimension))
                return Error{ErrorKind::Corrupt, QStringLiteral("%1 is incomplete").arg(set.name)};
        }
        for (std::size_t i = 0; i < set.rows(); ++i)
            normalize({set.vectors.data() + i * static_cast<std::size_t>(set.dimension),
                       static_cast<std::size_t>(set.dimension)});
        sets.push_back(std::move(set));
    }
    return sets;
}

QString describe(const Features &features, const Case &one)
{
    return QStringLiteral("%1 %2 open %3 rate %4 seed %5")
               .arg(features.name, QLatin1String(name(one.sexes)))
               .arg(one.open, 0, 'f', 1)
               .arg(one.rate, 0, 'f', 2)
               .arg(one.seed) +
           (one.anyFounder ? QStringLiteral(", any founder") : QString()) +
           (one.bursts ? QString() : QStringLiteral(", no bursts")) +
           (one.perIndividual > 0 ? QStringLiteral(", %1 of each").arg(one.perIndividual) : QString());
}

Mapped map(const Features &all, const Case &one)
{
    std::mt19937_64 random(one.seed);
    const Features features = one.perIndividual > 0 ? thinned(all, one.perIndividual, random) : all;
    const std::set<int> ids(features.individual.begin(), features.individual.end());
    std::map<int, Sex> sexOf;
    for (const int id : ids)
        sexOf[id] = isDoe(features, id, one.sexes, random) ? Sex::Doe : Sex::Buck;
    std::vector<int> shuffled(ids.begin(), ids.end());
    for (std::size_t i = shuffled.size(); i > 1; --i)
        std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(below(random, i))]);
    const auto wanted = static_cast<std::size_t>(std::lround(static_cast<double>(ids.size()) * (1 - one.open)));
    shuffled.resize(std::max<std::size_t>(2, wanted));
    std::ranges::sort(shuffled);

    Mapped mapped;
    simulation::World &world = mapped.world;
    world.data.dimension = features.dimension;
    world.data.locations = {"x"};
    world.vectors = features.vectors;
    world.animalOf = features.individual;
    for (std::size_t i = 0; i < features.rows(); ++i) {
        Detection d;
        d.id = numbered(1, i + 1);
        d.image = numbered(2, i + 1);
        d.burst = numbered(3, (one.bursts ? static_cast<std::size_t>(features.session[i]) : i) + 1);
        d.location = 0;
        d.box = {10, 10, 200, 200};
        d.takenAt = 1'767'225'600'000'000 + static_cast<std::int64_t>(i) * 1'800'000'000;
        d.label = sexOf[features.individual[i]] == Sex::Doe ? Label::Doe : Label::Mature;
        world.data.detections.push_back(d);
    }
    std::vector<std::size_t> founders;
    for (const int id : shuffled) {
        const std::size_t founder = founderOf(features, id, one.anyFounder, random);
        founders.push_back(founder);
        Profile profile;
        profile.id = numbered(4, founders.size());
        profile.sex = sexOf[id];
        world.data.profiles.push_back(profile);
        world.animalOfProfile.push_back(id);
        const auto from = world.vectors.begin() + static_cast<std::ptrdiff_t>(founder) * features.dimension;
        world.profileVectors.insert(world.profileVectors.end(), from, from + features.dimension);
    }
    matchAll(features, mapped);
    assign(founders, one.rate, mapped);
    return mapped;
}

int trulyWrong(const Mapped &mapped, int ticks)
{
    int wrong = 0;
    for (std::size_t i = 0; i < mapped.best.size(); ++i) {
        const std::int32_t profile = mapped.bestProfile[i];
        wrong += profile >= 0 && !mapped.world.data.detections[i].assigned() && scoreTicks(mapped.best[i]) >= ticks &&
                 mapped.world.animalOfProfile[static_cast<std::size_t>(profile)] != mapped.world.animalOf[i];
    }
    return wrong;
}

} // namespace herdbook::reid::realsets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/record.h"

#include "core/trial/review/jsonfields.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

using namespace json;

constexpr int kFormat = 2;
constexpr int kFirstFormat = 1;
constexpr std::array kKinds{"certificate", "count only", "review all"};

QString words(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QJsonObject pairJson(const Pair &pair)
{
    QJsonObject json{{QStringLiteral("id"), text(pair.id)},
                     {QStringLiteral("detection"), text(pair.detection)},
                     {QStringLiteral("deer"), text(pair.deer)},
                     {QStringLiteral("runner_up"), text(pair.runnerUp)},
                     {QStringLiteral("score"), int{pair.score}},
                     {QStringLiteral("sex"), sexText(pair.sex)},
                     {QStringLiteral("level"), pair.level},
                     {QStringLiteral("burst"), uuids(pair.burst)},
                     {QStringLiteral("photos"), uuids(pair.photos)},
                     {QStringLiteral("runner_up_photos"), uuids(pair.runnerUpPhotos)}};
    if (pair.known) {
        json.insert(QStringLiteral("known"), static_cast<int>(*pair.known));
        json.insert(QStringLiteral("meters"), pair.meters);
        json.insert(QStringLiteral("seconds"), pair.seconds);
    }
    return json;
}

Pair pairFrom(const QJsonObject &json)
{
    Pair pair;
    pair.id = uuid(json[QStringLiteral("id")]);
    pair.detection = uuid(json[QStringLiteral("detection")]);
    pair.deer = uuid(json[QStringLiteral("deer")]);
    pair.runnerUp = uuid(json[QStringLiteral("runner_up")]);
    pair.score = static_cast<reid::Ticks>(json[QStringLiteral("score")].toInt(reid::kNoScore));
    pair.sex = reid::sexFromText(json[QStringLiteral("sex")].toString().toStdString());
    pair.level = json[QStringLiteral("level")].toInt(-1);
    pair.burst = uuids(json[QStringLiteral("burst")]);
    pair.photos = uuids(json[QStringLiteral("photos")]);
    pair.runnerUpPhotos = uuids(json[QStringLiteral("runner_up_photos")]);
    if (json.contains(QStringLiteral("known")))
        pair.known = static_cast<PlantKind>(std::clamp(json[QStringLiteral("known")].toInt(), 0, 2));
    pair.meters = json[QStringLiteral("meters")].toDouble();
    pair.seconds = json[QStringLiteral("seconds")].toDouble();
    return pair;
}

QJsonObject profileJson(const ShownProfile &profile)
{
    return {{QStringLiteral("deer"), text(profile.deer)},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("sex"), profile.sex},
            {QStringLiteral("first_seen"), time(profile.firstSeen)},
            {QStringLiteral("pictures"), uuids(profile.pictures)}};
}

ShownProfile profileFrom(const QJsonObject &json)
{
    return {uuid(json[QStringLiteral("deer")]), json[QStringLiteral("name")].toString(),
            json[QStringLiteral("sex")].toString(), time(json[QStringLiteral("first_seen")]),
            uuids(json[QStringLiteral("pictures")])};
}

QJsonObject pictureJson(const Picture &picture)
{
    return {{QStringLiteral("detection"), text(picture.detection)},
            {QStringLiteral("path"), picture.path},
            {QStringLiteral("box"),
             QJsonArray{picture.box.x(), picture.box.y(), picture.box.width(), picture.box.height()}},
            {QStringLiteral("fractions"), picture.unit == render::BoxUnit::Fractions},
            {QStringLiteral("taken_at"), time(picture.takenAt)},
            {QStringLiteral("location"), picture.location},
            {QStringLiteral("classification"), picture.classification}};
}

Picture pictureFrom(const QJsonObject &json)
{
    const QJsonArray numbers = json[QStringLiteral("box")].toArray();
    const QRectF box(numbers.at(0).toDouble(), numbers.at(1).toDouble(), numbers.at(2).toDouble(),
                     numbers.at(3).toDouble());
    // Earlier trials don't say.
    const bool fractions = json[QStringLiteral("fractions")].toBool(mayBeFractions(box));
    QDateTime takenAt = time(json[QStringLiteral("taken_at")]);
    if (takenAt.isValid() && takenAt.toMSecsSinceEpoch() == 0)
        takenAt = {}; // earlier trials have this where it wasn't known
    return {uuid(json[QStringLiteral("detection")]),
            json[QStringLiteral("path")].toString(),
            box,
            fractions ? render::BoxUnit::Fractions : render::BoxUnit::Pixels,
            takenAt,
            json[QStringLiteral("location")].toString(),
            json[QStringLiteral("classification")].toString()};
}

QJsonArray poolJson(const std::vector<PoolItem> &pool)
{
    QJsonArray array;
    for (const PoolItem &item : pool)
        array << QJsonArray{text(item.id), sexText(item.sex), int{item.score}, text(item.profile)};
    return array;
}

std::vector<PoolItem> poolFrom(const QJsonValue &value)
{
    std::vector<PoolItem> pool;
    for (const auto &one : value.toArray()) {
        const QJsonArray fields = one.toArray();
        pool.push_back({uuid(fields.at(0)), reid::sexFromText(fields.at(1).toString().toStdString()),
                        static_cast<reid::Ticks>(fields.at(2).toInt()), uuid(fields.at(3))});
    }
    return pool;
}

/// Whether levels and order are what pool and seed make of them: nobody has taken pairs out or put others first.
bool followsFromPool(const TrialRecord &record)
{
    QHash<QUuid, const PoolItem *> pool;
    for (const PoolItem &item : record.pool)
        pool.insert(item.id, &item);
    for (const Level &level : record.levels) {
        if (std::count_if(record.pool.begin(), record.pool.end(),
                          [&](const PoolItem &item) { return item.score >= level.ticks; }) != level.items)
            return false;
    }
    const auto rank = [&](const Pair &pair) {
        reid::Uuid bytes{};
        std::copy_n(pair.id.toRfc4122().begin(), bytes.size(), bytes.begin());
        return std::pair(reid::mix(bytes, record.seed), bytes);
    };
    return std::is_sorted(record.pairs.begin(), record.pairs.end(),
                          [&](const Pair &a, const Pair &b) { return rank(a) < rank(b); }) &&
           std::all_of(record.pairs.begin(), record.pairs.end(), [&](const Pair &pair) {
               const PoolItem *item = pool.value(pair.id);
               return item != nullptr && item->score == pair.score && item->sex == pair.sex &&
                      item->profile == pair.deer &&
                      pair.score >= record.levels[static_cast<std::size_t>(pair.level)].ticks;
           });
}

/// What has to hold for a record to be reviewed without looking twice.
bool fits(const TrialRecord &record)
{
    if (record.id.isNull() || record.levels.empty() || record.digest.isEmpty() || record.reviewers.isEmpty() ||
        record.ordinal < 1 || (record.pipeline == Pipeline::Single) != (record.reviewers.size() == 1))
        return false;
    const auto shown = [&](const QUuid &id) { return record.pictures.contains(id); };
    const auto pairFits = [&](const Pair &pair) {
        return !pair.id.isNull() && shown(pair.detection) && !pair.photos.empty() &&
               std::all_of(pair.photos.begin(), pair.photos.end(), shown) &&
               std::all_of(pair.runnerUpPhotos.begin(), pair.runnerUpPhotos.end(), shown) &&
               std::all_of(pair.burst.begin(), pair.burst.end(), shown) && record.profile(pair.deer) != nullptr;
    };
    std::vector<int> sizes(record.levels.size(), 0);
    for (const Pair &pair : record.pairs) {
        if (!pairFits(pair) || pair.level < 0 || static_cast<std::size_t>(pair.level) >= sizes.size())
            return false;
        ++sizes[static_cast<std::size_t>(pair.level)];
    }
    int sum = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        sum += sizes[i];
        if (record.levels[i].items != sum)
            return false;
    }
    if (!followsFromPool(record))
        return false;
    return std::all_of(record.plants.begin(), record.plants.end(),
                       [&](const Pair &plant) { return pairFits(plant) && plant.known.has_value(); });
}

Result<TrialRecord> firstEdition(const QJsonObject &json)
{
    TrialRecord record;
    record.id = uuid(json[QStringLiteral("id")]);
    record.createdAt = time(json[QStringLiteral("created_at")]);
    record.createdBy = json[QStringLiteral("created_by")].toString();
    record.candidate = json[QStringLiteral("candidate")].toDouble();
    for (const auto &line : json[QStringLiteral("fingerprint")].toArray())
        record.fingerprint << line.toString();
    FirstEdition first;
    first.pairs = static_cast<int>(json[QStringLiteral("pairs")].toArray().size());
    for (const auto &threshold : json[QStringLiteral("thresholds")].toArray())
        first.thresholds.push_back(threshold.toDouble());
    first.definition = json;
    record.first = std::move(first);
    if (record.id.isNull())
        return Error{ErrorKind::Corrupt, QStringLiteral("The saved trial is incomplete")};
    return record;
}

} // namespace

QUuid toQUuid(const reid::Uuid &id)
{
    return QUuid::fromRfc4122(QByteArrayView(id.data(), static_cast<qsizetype>(id.size())));
}

QRectF rectOf(const reid::Box &box)
{
    return {box.x, box.y, box.width, box.height};
}

bool mayBeFractions(const QRectF &box)
{
    return !box.isEmpty() && render::looksLikeFractions(box);
}

QString boxProblem(const QRectF &box, render::BoxUnit unit)
{
    if (box.isEmpty())
        return render::describe(render::CropFault::BadBox);
    return unit == render::BoxUnit::Pixels && mayBeFractions(box) ? render::describeOtherUnit() : QString();
}

Picture pictureOf(const reid::Dataset &data, std::size_t detection, const QString &path, render::BoxUnit unit)
{
    const reid::Detection &d = data.detections[detection];
    Picture picture;
    picture.detection = toQUuid(d.id);
    picture.path = path;
    picture.box = rectOf(d.box);
    picture.unit = unit;
    if (d.takenAt != 0)
        picture.takenAt = QDateTime::fromMSecsSinceEpoch(d.takenAt / 1000, Qt::UTC);
    if (d.location >= 0)
        picture.location = QString::fromStdString(data.locations[static_cast<std::size_t>(d.location)]);
    const std::string_view label = reid::name(d.label);
    picture.classification = QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
    return picture;
}

QString sexText(reid::Sex sex)
{
    return words(reid::name(sex));
}

const ShownProfile *TrialRecord::profile(const QUuid &deer) const
{
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const ShownProfile &one) { return one.deer == deer; });
    return found == profiles.end() ? nullptr : &*found;
}

QHash<QUuid, Look> TrialRecord::looks() const
{
    QHash<QUuid, Look> all;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        all.insert(pairs[i].id, {false, i, false});
    for (std::size_t i = 0; i < plants.size(); ++i)
        all.insert(plants[i].id, {true, i, false});
    return all;
}

int TrialRecord::atCandidate() const
{
    return static_cast<int>(std::count_if(
        pairs.begin(), pairs.end(), [&](const Pair &pair) { return pair.score >= reid::thresholdTicks(candidate); }));
}

Scheme TrialRecord::scheme() const
{
    std::vector<Place> places;
    places.reserve(pairs.size());
    for (const Pair &pair : pairs)
        places.push_back({pair.level, pair.sex});
    return Scheme(std::move(places), levels, static_cast<int>(plants.size()), boundOf(ordinal));
}

double boundOf(int ordinal)
{
    return ordinal > 1 ? kLogHundred : kLogTwenty;
}

QJsonObject toJson(const TrialRecord &record)
{
    if (record.first)
        return record.first->definition;
    return {
        {QStringLiteral("format"), kFormat},
        {QStringLiteral("id"), text(record.id)},
        {QStringLiteral("created_at"), time(record.createdAt)},
        {QStringLiteral("created_by"), record.createdBy},
        {QStringLiteral("kind"), QLatin1String(kKinds[static_cast<std::size_t>(record.kind)])},
        {QStringLiteral("candidate"), record.candidate},
        {QStringLiteral("preset"), words(name(record.preset))},
        {QStringLiteral("seed"), QString::number(record.seed)}, // JSON numbers end at 2^53
        {QStringLiteral("plant_seed"),
         record.plantSeed ? QJsonValue(QString::number(*record.plantSeed)) : QJsonValue()},
        {QStringLiteral("pipeline"), words(name(record.pipeline))},
        {QStringLiteral("reviewers"), QJsonArray::fromStringList(record.reviewers)},
        {QStringLiteral("ordinal"), record.ordinal},
        {QStringLiteral("source"), record.source},
        {QStringLiteral("digest"), record.digest},
        {QStringLiteral("profiles_digest"), record.profilesDigest},
        {QStringLiteral("pool"), poolJson(record.pool)},
        {QStringLiteral("outside"), uuids(record.outside)},
        {QStringLiteral("levels"), list(record.levels,
                                        [](const Level &level) {
                                            return QJsonArray{level.ticks, level.items};
                                        })},
        {QStringLiteral("eligible"), record.eligible},
        {QStringLiteral("below"), record.below},
        {QStringLiteral("without_picture"), record.withoutPicture},
        {QStringLiteral("without_profile_picture"), record.withoutProfilePicture},
        {QStringLiteral("fingerprint"), QJsonArray::fromStringList(record.fingerprint)},
        {QStringLiteral("estimate"), QJsonObject{{QStringLiteral("wrong_share"), optional(record.estimate.wrongShare)},
                                                 {QStringLiteral("upper"), optional(record.estimate.upper)}}},
        {QStringLiteral("pairs"), list(record.pairs, pairJson)},
        {QStringLiteral("plants"), list(record.plants, pairJson)},
        {QStringLiteral("plants_needed"), record.plantsNeeded},
        {QStringLiteral("profiles"), list(record.profiles, profileJson)},
        {QStringLiteral("pictures"), list(record.pictures, pictureJson)}};
}

Result<TrialRecord> recordFromJson(const QJsonObject &json)
{
    const int format = json[QStringLiteral("format")].toInt();
    if (format == kFirstFormat)
        return firstEdition(json);
    if (format != kFormat)
        return Error{ErrorKind::Corrupt, QStringLiteral("The trial was saved by another version of Herdbook")};
    const auto word = [&](const char *field) { return json[QLatin1String(field)].toString().toStdString(); };
    const std::optional<Preset> preset = presetFromName(word("preset"));
    const std::optional<Pipeline> pipeline = pipelineFromName(word("pipeline"));
    const auto kind = std::find(kKinds.begin(), kKinds.end(), word("kind"));
    if (!preset || !pipeline || kind == kKinds.end())
        return Error{ErrorKind::Corrupt, QStringLiteral("The saved trial is incomplete")};
    TrialRecord record;
    record.id = uuid(json[QStringLiteral("id")]);
    record.createdAt = time(json[QStringLiteral("created_at")]);
    record.createdBy = json[QStringLiteral("created_by")].toString();
    record.kind = static_cast<TrialKind>(kind - kKinds.begin());
    record.candidate = json[QStringLiteral("candidate")].toDouble();
    record.preset = *preset;
    record.seed = json[QStringLiteral("seed")].toString().toULongLong();
    if (const QJsonValue own = json[QStringLiteral("plant_seed")]; own.isString())
        record.plantSeed = own.toString().toULongLong();
    record.pipeline = *pipeline;
    record.reviewers = texts(json[QStringLiteral("reviewers")]);
    record.ordinal = json[QStringLiteral("ordinal")].toInt();
    record.source = json[QStringLiteral("source")].toString();
    record.digest = json[QStringLiteral("digest")].toString();
    record.profilesDigest = json[QStringLiteral("profiles_digest")].toString();
    record.pool = poolFrom(json[QStringLiteral("pool")]);
    record.outside = uuids(json[QStringLiteral("outside")]);
    for (const auto &level : json[QStringLiteral("levels")].toArray())
        record.levels.push_back({level.toArray().at(0).toInt(), level.toArray().at(1).toInt()});
    record.eligible = json[QStringLiteral("eligible")].toInteger();
    record.below = json[QStringLiteral("below")].toInteger();
    record.withoutPicture = json[QStringLiteral("without_picture")].toInteger();
    record.withoutProfilePicture = json[QStringLiteral("without_profile_picture")].toInteger();
    record.fingerprint = texts(json[QStringLiteral("fingerprint")]);
    const QJsonObject estimate = json[QStringLiteral("estimate")].toObject();
    record.estimate = {optional(estimate[QStringLiteral("wrong_share")]), optional(estimate[QStringLiteral("upper")])};
    for (const auto &pair : json[QStringLiteral("pairs")].toArray())
        record.pairs.push_back(pairFrom(pair.toObject()));
    record.plantsNeeded = json[QStringLiteral("plants_needed")].toInt(kLeastPlants);
    for (const auto &plant : json[QStringLiteral("plants")].toArray())
        record.plants.push_back(pairFrom(plant.toObject()));
    for (const auto &profile : json[QStringLiteral("profiles")].toArray())
        record.profiles.push_back(profileFrom(profile.toObject()));
    for (const auto &value : json[QStringLiteral("pictures")].toArray()) {
        const Picture picture = pictureFrom(value.toObject());
        record.pictures.insert(picture.detection, picture);
    }
    if (!fits(record))
        return Error{ErrorKind::Corrupt, QStringLiteral("The saved trial is incomplete")};
    return record;
}

} // namespace herdbook::trial

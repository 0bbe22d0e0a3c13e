// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/record.h"

#include <QJsonArray>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr int kFormat = 1;

QString text(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QUuid uuid(const QJsonValue &value)
{
    return QUuid::fromString(value.toString());
}

QJsonArray uuids(const std::vector<QUuid> &ids)
{
    QJsonArray array;
    for (const QUuid &id : ids)
        array << text(id);
    return array;
}

std::vector<QUuid> uuids(const QJsonValue &value)
{
    std::vector<QUuid> ids;
    for (const QJsonValue &id : value.toArray())
        ids.push_back(uuid(id));
    return ids;
}

QString time(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QJsonValue optional(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> optional(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonObject pairJson(const Pair &pair)
{
    return {
        {QStringLiteral("kind"), static_cast<int>(pair.kind)}, {QStringLiteral("original"), pair.original},
        {QStringLiteral("detection"), text(pair.detection)},   {QStringLiteral("deer"), text(pair.deer)},
        {QStringLiteral("runner_up"), text(pair.runnerUp)},    {QStringLiteral("score"), int{pair.score}},
        {QStringLiteral("sex"), text(reid::name(pair.sex))},   {QStringLiteral("several_animals"), pair.severalAnimals},
        {QStringLiteral("burst"), uuids(pair.burst)},          {QStringLiteral("carried"), uuids(pair.carried)}};
}

Pair pairFrom(const QJsonObject &json)
{
    Pair pair;
    pair.kind = static_cast<Item::Kind>(std::clamp(json[QStringLiteral("kind")].toInt(), 0, 2));
    pair.original = json[QStringLiteral("original")].toInt(-1);
    pair.detection = uuid(json[QStringLiteral("detection")]);
    pair.deer = uuid(json[QStringLiteral("deer")]);
    pair.runnerUp = uuid(json[QStringLiteral("runner_up")]);
    pair.score = static_cast<reid::Ticks>(json[QStringLiteral("score")].toInt());
    pair.sex = reid::sexFromText(json[QStringLiteral("sex")].toString().toStdString());
    pair.severalAnimals = json[QStringLiteral("several_animals")].toBool();
    pair.burst = uuids(json[QStringLiteral("burst")]);
    pair.carried = uuids(json[QStringLiteral("carried")]);
    return pair;
}

QJsonObject profileJson(const ShownProfile &profile)
{
    return {{QStringLiteral("deer"), text(profile.deer)},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("sex"), profile.sex},
            {QStringLiteral("first_seen"), time(profile.firstSeen)},
            {QStringLiteral("founder_first"), profile.founderFirst},
            {QStringLiteral("pictures"), uuids(profile.pictures)}};
}

ShownProfile profileFrom(const QJsonObject &json)
{
    return {uuid(json[QStringLiteral("deer")]),
            json[QStringLiteral("name")].toString(),
            json[QStringLiteral("sex")].toString(),
            time(json[QStringLiteral("first_seen")]),
            json[QStringLiteral("founder_first")].toBool(),
            uuids(json[QStringLiteral("pictures")])};
}

QJsonObject pictureJson(const Picture &picture)
{
    return {{QStringLiteral("detection"), text(picture.detection)},
            {QStringLiteral("path"), picture.path},
            {QStringLiteral("box"),
             QJsonArray{picture.box.x(), picture.box.y(), picture.box.width(), picture.box.height()}},
            {QStringLiteral("taken_at"), time(picture.takenAt)},
            {QStringLiteral("location"), picture.location},
            {QStringLiteral("classification"), picture.classification}};
}

Picture pictureFrom(const QJsonObject &json)
{
    const QJsonArray box = json[QStringLiteral("box")].toArray();
    return {uuid(json[QStringLiteral("detection")]),
            json[QStringLiteral("path")].toString(),
            QRectF(box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()),
            time(json[QStringLiteral("taken_at")]),
            json[QStringLiteral("location")].toString(),
            json[QStringLiteral("classification")].toString()};
}

template<class T, class Convert>
QJsonArray list(const T &values, Convert convert)
{
    QJsonArray array;
    for (const auto &value : values)
        array << convert(value);
    return array;
}

/// What has to hold for a record to be reviewed without looking twice.
bool fits(const TrialRecord &record)
{
    if (record.id.isNull() || record.thresholds.empty())
        return false;
    for (std::size_t i = 0; i < record.pairs.size(); ++i) {
        const Pair &pair = record.pairs[i];
        const ShownProfile *profile = record.profile(pair.deer);
        if (!record.pictures.contains(pair.detection) || profile == nullptr || profile->pictures.empty())
            return false;
        const bool repeat = pair.kind == Item::Kind::Repeat;
        if (repeat != (pair.original >= 0) || pair.original >= static_cast<int>(i))
            return false;
    }
    return std::all_of(record.profiles.begin(), record.profiles.end(), [&](const ShownProfile &profile) {
        return std::all_of(profile.pictures.begin(), profile.pictures.end(),
                           [&](const QUuid &id) { return record.pictures.contains(id); });
    });
}

} // namespace

QUuid toQUuid(const reid::Uuid &id)
{
    return QUuid::fromRfc4122(QByteArrayView(id.data(), static_cast<qsizetype>(id.size())));
}

const ShownProfile *TrialRecord::profile(const QUuid &deer) const
{
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const ShownProfile &one) { return one.deer == deer; });
    return found == profiles.end() ? nullptr : &*found;
}

std::vector<int> TrialRecord::judgedAt() const
{
    std::vector<int> counts;
    for (const double threshold : thresholds) {
        counts.push_back(static_cast<int>(std::count_if(pairs.begin(), pairs.end(), [&](const Pair &pair) {
            return pair.kind == Item::Kind::Sampled && pair.score >= reid::thresholdTicks(threshold);
        })));
    }
    return counts;
}

int TrialRecord::sampled() const
{
    return static_cast<int>(
        std::count_if(pairs.begin(), pairs.end(), [](const Pair &pair) { return pair.kind == Item::Kind::Sampled; }));
}

QJsonObject toJson(const TrialRecord &record)
{
    return {{QStringLiteral("format"), kFormat},
            {QStringLiteral("id"), text(record.id)},
            {QStringLiteral("created_at"), time(record.createdAt)},
            {QStringLiteral("created_by"), record.createdBy},
            {QStringLiteral("candidate"), record.plan.candidate},
            {QStringLiteral("size"), record.plan.size},
            {QStringLiteral("seed"), QString::number(record.plan.seed)}, // JSON numbers end at 2^53
            {QStringLiteral("thresholds"), list(record.thresholds, [](double value) { return QJsonValue(value); })},
            {QStringLiteral("frame_size"), record.frameSize},
            {QStringLiteral("scored_units"), record.scoredUnits},
            {QStringLiteral("below_frame"), record.belowFrame},
            {QStringLiteral("without_picture"), record.withoutPicture},
            {QStringLiteral("without_profile_picture"), record.withoutProfilePicture},
            {QStringLiteral("checksum"), record.checksum},
            {QStringLiteral("fingerprint"), QJsonArray::fromStringList(record.fingerprint)},
            {QStringLiteral("estimates"), list(record.estimates,
                                               [](const Estimate &one) {
                                                   return QJsonObject{
                                                       {QStringLiteral("threshold"), one.threshold},
                                                       {QStringLiteral("wrong_share"), optional(one.wrongShare)},
                                                       {QStringLiteral("upper"), optional(one.upper)}};
                                               })},
            {QStringLiteral("pairs"), list(record.pairs, pairJson)},
            {QStringLiteral("profiles"), list(record.profiles, profileJson)},
            {QStringLiteral("pictures"), list(record.pictures, pictureJson)}};
}

Result<TrialRecord> recordFromJson(const QJsonObject &json)
{
    if (json[QStringLiteral("format")].toInt() != kFormat)
        return Error{ErrorKind::Corrupt, QStringLiteral("The trial was saved by another version of Herdbook")};
    TrialRecord record;
    record.id = uuid(json[QStringLiteral("id")]);
    record.createdAt = time(json[QStringLiteral("created_at")]);
    record.createdBy = json[QStringLiteral("created_by")].toString();
    record.plan = {json[QStringLiteral("candidate")].toDouble(), json[QStringLiteral("size")].toInt(),
                   json[QStringLiteral("seed")].toString().toULongLong()};
    for (const QJsonValue &threshold : json[QStringLiteral("thresholds")].toArray())
        record.thresholds.push_back(threshold.toDouble());
    record.frameSize = json[QStringLiteral("frame_size")].toInteger();
    record.scoredUnits = json[QStringLiteral("scored_units")].toInteger();
    record.belowFrame = json[QStringLiteral("below_frame")].toInteger();
    record.withoutPicture = json[QStringLiteral("without_picture")].toInteger();
    record.withoutProfilePicture = json[QStringLiteral("without_profile_picture")].toInteger();
    record.checksum = json[QStringLiteral("checksum")].toString();
    for (const QJsonValue &line : json[QStringLiteral("fingerprint")].toArray())
        record.fingerprint << line.toString();
    for (const QJsonValue &one : json[QStringLiteral("estimates")].toArray())
        record.estimates.push_back({one[QStringLiteral("threshold")].toDouble(),
                                    optional(one[QStringLiteral("wrong_share")]),
                                    optional(one[QStringLiteral("upper")])});
    for (const QJsonValue &pair : json[QStringLiteral("pairs")].toArray())
        record.pairs.push_back(pairFrom(pair.toObject()));
    for (const QJsonValue &profile : json[QStringLiteral("profiles")].toArray())
        record.profiles.push_back(profileFrom(profile.toObject()));
    for (const QJsonValue &value : json[QStringLiteral("pictures")].toArray()) {
        Picture picture = pictureFrom(value.toObject());
        record.pictures.insert(picture.detection, std::move(picture));
    }
    if (!fits(record))
        return Error{ErrorKind::Corrupt, QStringLiteral("The saved trial is incomplete")};
    return record;
}

} // namespace herdbook::trial

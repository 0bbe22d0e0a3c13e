// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/draw.h"

#include "core/config/imagepath.h"
#include "core/trial/batch/batchstatements.h"

#include <QFileInfo>
#include <QSet>

namespace herdbook::trial {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Images of everything that may be shown: units that can be drawn, and what is assigned.
std::vector<QUuid> imagesToShow(const reid::Dataset &data, const std::vector<Unit> &units, int least)
{
    QSet<QUuid> images;
    for (const Unit &unit : units) {
        if (unit.score < least)
            continue;
        for (const std::size_t i : unit.burst)
            images << toQUuid(data.detections[i].image);
    }
    for (const reid::Detection &detection : data.detections) {
        if (detection.ownProfile >= 0)
            images << toQUuid(detection.image);
    }
    return {images.begin(), images.end()};
}

Result<void> readPaths(storage::Postgres &connection, const std::vector<QUuid> &images, QHash<QUuid, QString> &paths)
{
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT id, path FROM images WHERE id = ANY(CAST(? AS uuid[]))"), {uuidArray(images)});
    if (!rows)
        return rows.error();
    while (rows->next())
        paths.insert(rows->value(0).toUuid(), rows->value(1).toString());
    return readToEnd(*rows);
}

Result<void> readFirstSeen(storage::Postgres &connection, QHash<QUuid, QDateTime> &firstSeen)
{
    Result<QSqlQuery> rows =
        connection.query(QStringLiteral("SELECT id, extract(epoch FROM first_seen) * 1000 FROM deer"));
    if (!rows)
        return rows.error();
    while (rows->next())
        firstSeen.insert(rows->value(0).toUuid(),
                         QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(rows->value(1).toDouble()), Qt::UTC));
    return readToEnd(*rows);
}

Picture pictureOf(const Source &source, std::size_t index)
{
    const reid::Detection &detection = source.data->detections[index];
    Picture picture;
    picture.detection = toQUuid(detection.id);
    picture.path = source.paths.value(toQUuid(detection.image));
    picture.box = QRectF(detection.box.x, detection.box.y, detection.box.width, detection.box.height);
    picture.takenAt = QDateTime::fromMSecsSinceEpoch(detection.takenAt / 1000, Qt::UTC);
    if (detection.location >= 0)
        picture.location = QString::fromStdString(source.data->locations[static_cast<std::size_t>(detection.location)]);
    picture.classification = text(reid::name(detection.label));
    return picture;
}

/// Collects pictures and profiles while pairs are written down.
class Freezer
{
public:
    Freezer(const Source &source, TrialRecord &record) : m_source(source), m_record(record) {}

    QUuid picture(std::size_t detection)
    {
        const QUuid id = toQUuid(m_source.data->detections[detection].id);
        if (!m_record.pictures.contains(id))
            m_record.pictures.insert(id, pictureOf(m_source, detection));
        return id;
    }

    /// Null for -1 and for a profile of which nothing can be shown.
    QUuid profile(std::int32_t index)
    {
        if (index < 0)
            return {};
        const reid::Profile &profile = m_source.data->profiles[static_cast<std::size_t>(index)];
        const PhotoChoice &choice = m_source.photos[static_cast<std::size_t>(index)];
        const QUuid deer = toQUuid(profile.id);
        if (choice.detections.empty())
            return {};
        if (m_record.profile(deer) == nullptr) {
            ShownProfile shown;
            shown.deer = deer;
            shown.name = QString::fromStdString(profile.name);
            shown.sex = text(reid::name(profile.sex));
            shown.firstSeen = m_source.firstSeen.value(deer);
            shown.founderFirst = choice.founderFirst;
            for (const std::size_t detection : choice.detections)
                shown.pictures.push_back(picture(detection));
            m_record.profiles.push_back(std::move(shown));
        }
        return deer;
    }

    Pair pair(const Item &item)
    {
        Pair pair;
        pair.kind = item.kind;
        pair.original = item.original;
        pair.detection = picture(item.unit.detection);
        pair.deer = profile(item.unit.profile);
        pair.runnerUp = profile(item.unit.runnerUp);
        pair.score = item.unit.score;
        pair.sex = item.unit.sex;
        pair.severalAnimals = item.unit.severalAnimals;
        for (const std::size_t i : item.unit.burst)
            pair.burst.push_back(picture(i));
        for (const std::size_t i : item.unit.carried)
            pair.carried.push_back(toQUuid(m_source.data->detections[i].id));
        return pair;
    }

private:
    const Source &m_source;
    TrialRecord &m_record;
};

} // namespace

Pictures Source::pictures() const
{
    return {[this](std::size_t detection) { return shown[detection]; },
            [this](std::int32_t profile) { return !photos[static_cast<std::size_t>(profile)].detections.empty(); }};
}

Result<std::shared_ptr<const Source>> readSource(storage::Postgres &connection,
                                                 std::shared_ptr<const reid::Dataset> data, double least,
                                                 const QString &imageFolder, const std::stop_token &stop)
{
    auto source = std::make_shared<Source>();
    source->data = std::move(data);
    source->units = formUnits(*source->data);
    const std::vector<QUuid> images =
        imagesToShow(*source->data, source->units, reid::thresholdTicks(least) - kMarginTicks);
    if (const Result<void> read = readPaths(connection, images, source->paths); !read)
        return read.error();
    if (const Result<void> read = readFirstSeen(connection, source->firstSeen); !read)
        return read.error();
    QSet<QUuid> there;
    for (auto path = source->paths.cbegin(); path != source->paths.cend(); ++path) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        const Result<QString> local = localImagePath(path.value(), imageFolder);
        if (local && QFileInfo(*local).isFile())
            there << path.key();
    }
    for (const reid::Detection &detection : source->data->detections)
        source->shown.push_back(there.contains(toQUuid(detection.image)));
    source->photos = choosePhotos(*source->data, source->pictures().ofDetection);
    return std::shared_ptr<const Source>(std::move(source));
}

Outlook lookAhead(const Source &source, const Plan &plan, const std::vector<double> &sweep)
{
    Outlook outlook;
    outlook.plan = plan;
    outlook.frame = makeFrame(*source.data, source.units, plan.candidate, source.pictures());
    outlook.sample = drawSample(*source.data, outlook.frame, plan, sweep, source.pictures());
    return outlook;
}

TrialRecord freeze(const Source &source, const Outlook &outlook, const QString &by, const QDateTime &now,
                   QStringList fingerprint, std::vector<Estimate> estimates)
{
    TrialRecord record;
    record.id = QUuid::createUuid();
    record.createdAt = now;
    record.createdBy = by;
    record.plan = outlook.plan;
    record.thresholds = outlook.sample.thresholds;
    record.frameSize = static_cast<qint64>(outlook.frame.units.size());
    record.scoredUnits = static_cast<qint64>(outlook.frame.scored);
    record.belowFrame = static_cast<qint64>(outlook.frame.below);
    record.withoutPicture = static_cast<qint64>(outlook.frame.withoutPicture);
    record.withoutProfilePicture = static_cast<qint64>(outlook.frame.withoutProfilePicture);
    record.checksum = QStringLiteral("%1").arg(outlook.frame.checksum, 16, 16, QLatin1Char('0'));
    record.fingerprint = std::move(fingerprint);
    record.estimates = std::move(estimates);
    Freezer freezer(source, record);
    for (const Item &item : outlook.sample.items)
        record.pairs.push_back(freezer.pair(item));
    return record;
}

} // namespace herdbook::trial

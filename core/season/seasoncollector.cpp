// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/seasoncollector.h"

#include "core/season/seasonsql.h"
#include "core/storage/row.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::season {

namespace {

/// PostgreSQL counts days by its own copy of the time zones: a day that differs at the edge stays within the period.
auto &at(auto &list, qint64 index)
{
    return list[static_cast<std::size_t>(std::clamp<qint64>(index, 0, qint64(list.size()) - 1))];
}

auto &at(auto &list, const QString &index)
{
    return at(list, index.toLongLong());
}

qint64 dayOf(const storage::Row &row)
{
    return static_cast<qint64>(row.number("x"));
}

void takeKnown(auto &part, qint64 individuals, const storage::Row &row)
{
    part.individuals = individuals;
    part.hasMisdated = row.number("x") > 0;
}

QJsonObject jsonOf(const storage::Row &row)
{
    return QJsonDocument::fromJson(row.text("more").toUtf8()).object();
}

void takeDeer(IndividualHistory &deer, const QString &id, const QJsonObject &more)
{
    deer.id = id;
    deer.name = more.value(QLatin1String("name")).toString();
    deer.sex = more.value(QLatin1String("sex")).toString();
    deer.status = more.value(QLatin1String("status")).toString();
    deer.profileMade = QDate::fromString(more.value(QLatin1String("made")).toString(), Qt::ISODate);
}

Animal animal(const QString &name)
{
    return animalOf(name).value_or(Animal::Unknown);
}

} // namespace

SeasonCollector::SeasonCollector(SeasonStatistics &season) : m_season(season)
{
    for (std::size_t i = 0; i < season.timeline.size(); ++i)
        m_buckets.insert(season.timeline[i].bucket.unit, i);
    for (std::size_t i = 0; i < season.byClass.size(); ++i)
        m_classes.insert(season.byClass[i].classification, i);
    for (std::size_t i = 0; i < season.effort.cameras.size(); ++i)
        m_cameras.insert(season.effort.cameras[i].id, i);
}

void SeasonCollector::addQuietCameras()
{
    for (const CameraEffort &camera : m_season.effort.cameras) {
        if (camera.cameraDays() > 0)
            location(camera.id).name = camera.name;
    }
}

void SeasonCollector::take(const storage::Row &row)
{
    const QString a = row.text("a");
    const QString b = row.text("b");
    const bool hasA = !row.isNull("a");
    const bool hasB = !row.isNull("b");
    const qint64 n = row.integer("n");
    switch (static_cast<SeasonRow>(row.integer("kind"))) {
    case SeasonRow::LeftOut:
        (a == QLatin1String("invalid")     ? m_season.leftOut.invalid
         : a == QLatin1String("duplicate") ? m_season.leftOut.duplicates
                                           : m_season.leftOut.otherClasses) += n;
        if (a == QLatin1String("class") && !exports::knownClassifications().contains(b))
            m_season.leftOut.unknownClasses.insert(b, n);
        return;
    case SeasonRow::Class:
        m_season.detections += n;
        classOf(a).detections = n;
        if (!row.isNull("x"))
            classOf(a).meanConfidence = row.number("x");
        return;
    case SeasonRow::Day:
        at(m_season.days, b)[animal(a)] += n;
        at(m_season.classDays[classIndex(a)], b) += n;
        return;
    case SeasonRow::Hour:
        at(m_season.hours, b)[animal(a)] += n;
        return;
    case SeasonRow::PlaceHour:
        if (const auto camera = m_cameras.constFind(a); camera != m_cameras.constEnd())
            takeHour(m_season.effort.cameras[*camera], dayOf(row), b, n);
        return;
    case SeasonRow::Location:
        location(a).detections[animal(b)] += n;
        return;
    case SeasonRow::PlaceDay:
        if (const auto camera = m_cameras.constFind(a); camera != m_cameras.constEnd())
            at(m_season.effort.cameras[*camera].counts, dayOf(row))[animal(b)] += n;
        return;
    case SeasonRow::Unrated:
        if (const auto camera = m_cameras.constFind(a); camera != m_cameras.constEnd())
            m_season.effort.cameras[*camera].unrated[animal(b)] += n;
        return;
    case SeasonRow::ClassImages:
        classOf(a).images = n;
        return;
    case SeasonRow::Images:
        (hasA   ? bucketOf(m_season.start.addDays(a.toLongLong())).images
         : hasB ? location(b).images
                : m_season.images) += n;
        return;
    case SeasonRow::Individuals:
        if (hasA)
            takeKnown(bucketOf(QDate::fromString(a, Qt::ISODate)), n, row);
        else if (hasB)
            takeKnown(location(b), n, row);
        else
            m_season.individuals = n;
        return;
    case SeasonRow::Identified:
        m_season.quality.identified = n;
        return;
    case SeasonRow::Corrected:
        m_season.quality.corrected = n;
        return;
    case SeasonRow::Reviewed:
        m_season.quality.reviewed = n;
        return;
    case SeasonRow::LowConfidence:
        m_season.quality.lowConfidence = n;
        return;
    case SeasonRow::NoConfidence:
        m_season.quality.noConfidence = n;
        return;
    case SeasonRow::ConfidenceBeyond:
        m_season.quality.confidenceBeyond = n;
        return;
    case SeasonRow::OtherStatus:
        m_season.quality.otherStatuses.insert(a, n);
        return;
    case SeasonRow::Photos:
        takePhotos(a, n, jsonOf(row));
        return;
    case SeasonRow::DaysWithPhotos:
        m_season.quality.daysWithoutPhoto = m_season.dayCount() - n;
        return;
    case SeasonRow::MostSeen:
        takeIndividual(a, n, jsonOf(row));
        return;
    case SeasonRow::Seen:
        takeSighting(m_known[a], b, static_cast<int>(row.number("x")), n);
        return;
    case SeasonRow::SeenMisdated:
        m_season.quality.misdatedSightings += n;
        m_season.misdatedDeer << a;
        return;
    case SeasonRow::Deer:
        takeDeer(m_known[a], a, jsonOf(row));
        return;
    }
}

std::vector<IndividualHistory> SeasonCollector::knownDeer()
{
    std::vector<IndividualHistory> known;
    for (IndividualHistory &deer : m_known) {
        if (!deer.id.isEmpty())
            known.push_back(std::move(deer));
    }
    std::sort(known.begin(), known.end(), [](const IndividualHistory &one, const IndividualHistory &other) {
        return one.detections != other.detections ? one.detections > other.detections : one.id < other.id;
    });
    return known;
}

BucketStatistics &SeasonCollector::bucketOf(const QDate &day)
{
    return m_season.timeline[m_buckets.value(unitOf(day, m_season.groupBy))];
}

/// A location that counted no detection still gets its line of zeros where photos were taken there.
void SeasonCollector::takePhotos(const QString &id, qint64 photos, const QJsonObject &more)
{
    m_season.quality.photos += photos;
    m_season.quality.photosWaiting += more.value(QLatin1String("waiting")).toInteger();
    m_season.quality.photosFailed += more.value(QLatin1String("failed")).toInteger();
    if (!id.isEmpty())
        location(id).name = more.value(QLatin1String("name")).toString();
    else
        m_season.quality.photosWithoutLocation = photos;
}

/// Hours are compared by camera-days: what was counted on a day without effort stays out.
void SeasonCollector::takeHour(const CameraEffort &camera, qint64 day, const QString &hour, qint64 count)
{
    if (at(camera.worked, day) > 0)
        at(at(m_season.hoursByBlock, m_season.blockOf(static_cast<int>(day))), hour) += count;
}

void SeasonCollector::takeIndividual(const QString &id, qint64 sightings, const QJsonObject &more)
{
    IndividualStatistics &deer = m_season.mostSeen.emplace_back();
    deer.id = id;
    deer.name = more.value(QLatin1String("name")).toString();
    deer.sex = animal(more.value(QLatin1String("sex")).toString());
    deer.sightings = sightings;
    deer.locations = more.value(QLatin1String("places")).toInteger();
    deer.first = m_season.start.addDays(more.value(QLatin1String("first")).toInteger());
    deer.last = m_season.start.addDays(more.value(QLatin1String("last")).toInteger());
    for (const QJsonValue &photo : more.value(QLatin1String("photos")).toArray())
        deer.photos.push_back(
            {photo[QLatin1String("path")].toString(), photo[QLatin1String("box")].toString().toUtf8()});
}

/// PostgreSQL counts days by its own copy of the time zones: a day that differs at the edge stays within.
int SeasonCollector::dayIn(int hourOfPeriod) const
{
    return std::clamp(hourOfPeriod < 0 ? 0 : hourOfPeriod / 24, 0, m_season.dayCount() - 1);
}

void SeasonCollector::takeSighting(IndividualHistory &deer, const QString &place, int hourOfPeriod, qint64 count) const
{
    const int day = dayIn(hourOfPeriod);
    deer.detections += count;
    deer.days[day] += count;
    deer.places[place][day] += count;
    deer.hours[static_cast<std::size_t>((hourOfPeriod % 24 + 24) % 24)] += count;
}

std::size_t SeasonCollector::classIndex(const QString &name)
{
    const auto found = m_classes.constFind(name);
    if (found == m_classes.constEnd())
        m_strange = true;
    return found == m_classes.constEnd() ? 0 : *found;
}

ClassStatistics &SeasonCollector::classOf(const QString &name)
{
    return m_season.byClass[classIndex(name)];
}

LocationStatistics &SeasonCollector::location(const QString &id)
{
    const auto known = m_locations.constFind(id);
    if (known != m_locations.constEnd())
        return m_season.locations[*known];
    m_locations.insert(id, m_season.locations.size());
    LocationStatistics &added = m_season.locations.emplace_back();
    added.id = id;
    added.name = QStringLiteral("No location"); // unless its photos tell another
    return added;
}

} // namespace herdbook::season

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/gatherdataset.h"

#include "core/base/coordinates.h"
#include "core/exports/exportvalidation.h"
#include "core/render/report/boxunit.h"
#include "core/season/calendar.h"
#include "core/season/effort/words.h"
#include "core/season/seasonquery.h"
#include "core/season/seasonsql.h"
#include "core/season/unplaced.h"
#include "core/storage/snapshot.h"
#include "core/storage/zones.h"

namespace herdbook::render {

using exports::ExportRequest;

namespace {

/// Finds out whether the boxes are in pixels or in fractions; all of the database are asked where those at hand leave it open. In a database
/// of pixels, a box that looks like fractions is no box.
Result<void> tellBoxUnit(storage::Postgres &connection, const season::DetectionColumns &columns, Dataset &dataset)
{
    bool any = false;
    for (const DatasetRecord &record : dataset.records)
        any = any || (record.box && looksLikeFractions(*record.box));
    if (!any)
        return {};
    const Result<BoxUnit> unit = boxUnitOf(connection, columns);
    if (!unit)
        return unit.error();
    dataset.boxUnit = *unit;
    if (*unit == BoxUnit::Fractions)
        return {};
    for (DatasetRecord &record : dataset.records) {
        if (!record.box || !looksLikeFractions(*record.box))
            continue;
        record.box.reset();
        record.why = describeOtherUnit();
    }
    return {};
}

Result<Dataset> readRows(storage::Postgres &connection, const season::DetectionColumns &columns,
                         const ExportRequest &request, const Settings &settings)
{
    const bool byIds = !request.detectionIds.isEmpty();
    const Result<void> zone = byIds ? storage::checkZone(connection, settings.siteTimeZone)
                                    : storage::checkZone(connection, settings.siteTimeZone, request.start, request.end);
    if (!zone)
        return zone.error();
    Result<std::vector<season::DetectionRow>> rows =
        byIds ? season::readDetections(connection, columns, request.detectionIds)
              : season::readDetections(connection, columns, request.start, request.end, settings.siteTimeZone,
                                       exports::coveredClassifications(request), request.locationIds,
                                       exports::MaximumDetections);
    if (!rows)
        return rows.error();
    Dataset dataset{request, settings.siteTimeZone, {}, {}, {}, BoxUnit::Pixels, {}};
    if (!byIds) {
        Result<season::SeasonStatistics> season =
            season::readSeason(connection, columns,
                               {request.start, request.end, request.groupBy, exports::coveredClassifications(request),
                                settings.siteTimeZone, 0, request.locationIds});
        if (!season)
            return season.error();
        dataset.season = std::make_shared<const season::SeasonStatistics>(std::move(*season));
    }
    QSet<QString> known;
    for (season::DetectionRow &row : *rows) {
        known.insert(row.id);
        DatasetRecord &record = dataset.records.emplace_back();
        record.box = boxFromJson(row.box);
        record.row = std::move(row);
    }
    if (const Result<void> told = tellBoxUnit(connection, columns, dataset); !told)
        return told.error();
    QStringList absent;
    for (const QString &id : request.detectionIds) {
        if (!known.contains(id) && !absent.contains(id))
            absent << id;
    }
    const Result<QSet<QString>> photoless =
        absent.isEmpty() ? QSet<QString>() : season::detectionsWithoutPhoto(connection, columns, absent);
    if (!photoless)
        return photoless.error();
    for (const QString &id : std::as_const(absent))
        (photoless->contains(id) ? dataset.photolessIds : dataset.unknownIds) << id;
    return dataset;
}

/// Where the photos were taken, as Camtrap DP needs it: locations, and when each has photos.
Result<CamtrapContext> readPlaces(storage::Postgres &connection, const season::DetectionColumns &columns,
                                  const ExportRequest &request, const Settings &settings, const QDateTime &now)
{
    CamtrapContext context;
    context.contributors = settings.contributors;
    context.license = settings.license;
    context.made = now;
    QString within;
    QVariantList values;
    if (request.detectionIds.isEmpty()) {
        const season::InstantRange range = season::instantsOf(request.start, request.end, settings.siteTimeZone);
        within = QStringLiteral(" AND i.\"timestamp\" >= ?::timestamptz AND i.\"timestamp\" < ?::timestamptz AND ") +
                 season::locationFilter(QStringLiteral("i.location_id"));
        values = {range.first, range.last, request.locationIds};
    }
    const Result<void> read = connection.each(
        QStringLiteral("SELECT i.location_id::text AS id, l.name AS name, l.coordinates AS coordinates, "
                       "min(i.\"timestamp\") FILTER (WHERE %3) AS first, "
                       "max(i.\"timestamp\") FILTER (WHERE %3) AS last, "
                       "count(*) FILTER (WHERE NOT %3) AS impossible, count(*) FILTER (WHERE NOT %4) AS unread "
                       "FROM %2 i LEFT JOIN %1 l ON l.id = i.location_id WHERE i.location_id IS NOT NULL")
                .arg(columns.locations(), columns.images(), season::possibleDate(QStringLiteral("i")),
                     season::isRead(QStringLiteral("i"))) +
            within + QStringLiteral(" GROUP BY 1, 2, 3"),
        values, [&context](const storage::Row &row) {
            const auto at = coordinatesFrom(row.text("coordinates").toUtf8());
            if (!at || row.isNull("first")) {
                ++(at ? context.withoutDates : context.withoutCoordinates);
                return;
            }
            const QString id = row.text("id");
            context.places.insert(id, {id, row.text("name"), at->latitude, at->longitude, row.instant("first"),
                                       row.instant("last"), row.integer("impossible"), row.integer("unread")});
        });
    if (!read)
        return read.error();
    return context;
}

/// What the deer of the database are said to be, each once; nothing where that isn't there, or may not be read.
Result<QStringList> readSpecies(storage::Postgres &connection, const season::DetectionColumns &columns)
{
    const QString deer = QStringLiteral("deer");
    if (!columns.has(deer, QStringLiteral("species")))
        return QStringList();
    const Result<bool> readable = connection.one(
        QStringLiteral("SELECT has_column_privilege(to_regclass('deer'), 'species', 'SELECT') AS readable"), {},
        [](const storage::Row &row) { return row.boolean("readable"); });
    if (!readable)
        return readable.error();
    QStringList species;
    if (!*readable)
        return species;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT DISTINCT coalesce(btrim(species::text), '') AS name FROM %1 ORDER BY name LIMIT 20")
            .arg(columns.name(deer)),
        {}, [&species](const storage::Row &row) { species << row.text("name"); });
    return read ? Result<QStringList>(species) : Result<QStringList>(read.error());
}

} // namespace

Result<Material> gatherDataset(storage::Postgres &connection, const exports::ExportRequest &request,
                               const Settings &settings, const QDateTime &now)
{
    const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(connection);
    if (!snapshot)
        return snapshot.error();
    const storage::Columns &columns = snapshot->columns();
    Result<Dataset> dataset = readRows(connection, columns, request, settings);
    if (!dataset)
        return dataset.error();
    dataset->remarks = columns.remarks();
    for (const QString &missing : columns.missing())
        dataset->remarks << missing + QStringLiteral(" is missing");
    if (dataset->season) {
        if (const QString classes = season::unknownClassesText({*dataset->season}); !classes.isEmpty())
            dataset->remarks << classes;
        if (const QString statuses = season::unknownStatusesText({*dataset->season}); !statuses.isEmpty())
            dataset->remarks << statuses;
        const QString unknown = season::unknownLocationsText(request.locationIds, dataset->season->effort);
        if (!unknown.isEmpty())
            dataset->remarks << unknown;
        const Result<QStringList> unplaced = season::unplacedTexts(connection, columns);
        if (!unplaced)
            return unplaced.error();
        dataset->remarks << *unplaced;
        if (QString unread = season::unreadSentence(*dataset->season); !unread.isEmpty()) {
            unread.chop(1); // remarks have no full stop
            dataset->remarks << unread;
        }
    }
    const auto misdated = std::count_if(dataset->records.begin(), dataset->records.end(),
                                        [](const DatasetRecord &record) { return !record.row.dated; });
    if (misdated > 0)
        dataset->remarks << QStringLiteral(
                                "%1 of the detections bear impossible dates (before 2000, or after the photo "
                                "was stored): no capture history and no Camtrap DP holds them")
                                .arg(misdated);
    Material material{std::move(*dataset), {}};
    if (request.includeCamtrapDp) {
        Result<CamtrapContext> places = readPlaces(connection, columns, request, settings, now);
        if (!places)
            return places.error();
        Result<QStringList> species = readSpecies(connection, columns);
        if (!species)
            return species.error();
        places->species = std::move(*species);
        material.places = std::move(*places);
    }
    return material;
}

} // namespace herdbook::render

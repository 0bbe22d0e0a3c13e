// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/preview.h"

#include "core/exports/exportvalidation.h"
#include "core/render/photo/photostore.h"
#include "core/render/report/gather.h"
#include "core/render/report/section.h"
#include "core/render/siteof.h"
#include "core/season/detectionrows.h"
#include "core/storage/snapshot.h"

namespace herdbook::render {

using exports::ExportKind;
using exports::ExportRequest;

namespace {

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Cancelled")};
}

/// What is counted: detections `d` of images `i`.
struct Selection
{
    const season::DetectionColumns &columns;
    season::Condition condition;

    QString from() const
    {
        return QStringLiteral("FROM %1 d JOIN %2 i ON i.id = d.image_id WHERE %3")
            .arg(columns.detections(), columns.images(), condition.where);
    }
};

/// Detections, images and locations of a period or of ids.
Result<ExportEstimate> count(storage::Postgres &connection, const Selection &selection)
{
    return connection.one(QStringLiteral("SELECT count(*) AS detections, count(DISTINCT d.image_id) AS images, "
                                         "count(DISTINCT i.location_id) AS locations ") +
                              selection.from(),
                          selection.condition.values, [](const storage::Row &row) {
                              ExportEstimate estimate;
                              estimate.detections = row.integer("detections");
                              estimate.images = row.integer("images");
                              estimate.locations = row.integer("locations");
                              return estimate;
                          });
}

Result<void> lookForPhotos(storage::Postgres &connection, const Selection &selection, const Settings &settings,
                           const std::stop_token &stop, ExportEstimate &estimate)
{
    PhotoStore photos(settings);
    qint64 paths = 0; // images can share one
    qint64 missing = 0;
    QString doubt;
    Result<void> read = connection.each(QStringLiteral("SELECT DISTINCT i.path ") + selection.from(),
                                        selection.condition.values, [&](const storage::Row &row) {
                                            ++paths;
                                            const auto problem = photos.probe(row.text("path"), stop);
                                            missing += problem ? 1 : 0;
                                            if (problem && problem->untold && doubt.isEmpty())
                                                doubt = problem->why;
                                        });
    if (const std::optional<Error> fault = photos.fault())
        return *fault;
    if (read && missing == paths && missing > 0)
        estimate.photosUnknown = photos.folderDoubt(stop);
    if (estimate.photosUnknown.isEmpty())
        estimate.photosUnknown = doubt; // of a part of them is enough
    estimate.missingImages = estimate.photosUnknown.isEmpty() ? missing : 0;
    return read;
}

void guessEffort(const ExportRequest &request, ExportEstimate &estimate)
{
    const auto detections = static_cast<double>(estimate.detections);
    if (request.kind == ExportKind::Pdf) {
        estimate.bytes = request.reportType == exports::ReportType::Comparison ? 35'000 : 250'000; // without photos
        estimate.seconds = 0.5 + detections * 1e-5;
        return;
    }
    // A crop of 300 pixels takes about 16 kB, a photo 6 ms and a crop 1 ms of two processors; the tables about 600
    // bytes a row.
    const auto images = static_cast<double>(estimate.images - estimate.missingImages);
    const double crops =
        request.includeCrops && images > 0 ? detections * images / static_cast<double>(estimate.images) : 0;
    const double scale = request.cropSize / 300.0;
    estimate.bytes = static_cast<qint64>(4000 + detections * 200 + crops * 16'000 * scale * scale);
    estimate.seconds = 0.3 + detections * 5e-5 + (crops > 0 ? images * 0.006 + crops * 0.001 : 0);
}

} // namespace

Result<ExportEstimate> estimateExport(const Settings &own, const ExportRequest &request, const std::stop_token &stop)
{
    const Settings settings = withSiteOf(request, own);
    if (stop.stop_requested())
        return cancelled();
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres, stop);
    if (!connection)
        return connection.error();
    const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(**connection);
    if (!snapshot)
        return snapshot.error();

    const Selection selection{
        snapshot->columns(), request.detectionIds.isEmpty()
                                 ? countedFor(request, settings.siteTimeZone)
                                 : season::Condition{QStringLiteral("d.id = ANY (?::uuid[])"), {request.detectionIds}}};
    Result<ExportEstimate> estimate = count(**connection, selection);
    if (estimate && request.kind == ExportKind::Zip) {
        estimate->tooMany = estimate->detections > exports::MaximumDetections;
        if (request.includeCrops && !estimate->tooMany) {
            if (const Result<void> looked = lookForPhotos(**connection, selection, settings, stop, *estimate); !looked)
                return looked.error();
        }
    }
    if (stop.stop_requested())
        return cancelled();
    if (estimate)
        guessEffort(request, *estimate);
    return estimate;
}

Result<QImage> previewReport(const Settings &own, const ExportRequest &request, const QDateTime &now, qreal dotsPerInch,
                             const std::stop_token &stop)
{
    const Settings settings = withSiteOf(request, own);
    if (request.kind != ExportKind::Pdf)
        return Error{ErrorKind::InvalidInput, QStringLiteral("Only reports have a preview")};
    if (stop.stop_requested())
        return cancelled();
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres, stop);
    if (!connection)
        return connection.error();
    const Result<ReportData> data = gatherReport(
        **connection, request, settings, {}, now, [](const QString &) {}, stop);
    if (stop.stop_requested())
        return cancelled();
    if (!data)
        return data.error();
    Result<QImage> page = composeReport(data.value()).image(0, dotsPerInch);
    if (stop.stop_requested())
        return cancelled();
    return page;
}

Result<QList<QPair<QString, QString>>> knownLocations(const Settings &settings, std::stop_token stop)
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres, std::move(stop));
    if (!connection)
        return connection.error();
    const Result<storage::Columns> columns = storage::Columns::probe(**connection);
    if (!columns)
        return columns.error();
    QList<QPair<QString, QString>> locations;
    const Result<void> read =
        (*connection)
            ->each(QStringLiteral("SELECT l.id::text AS id, l.name AS name FROM %1 l ORDER BY l.name, l.id")
                       .arg(columns->locations()),
                   {}, [&](const storage::Row &row) {
                       locations.append({row.text("id"), row.text("name")});
                   });
    if (!read)
        return read.error();
    return locations;
}

} // namespace herdbook::render

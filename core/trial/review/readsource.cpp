// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/imagepath.h"
#include "core/render/photo/photostore.h"
#include "core/render/report/boxunit.h"
#include "core/storage/imagepaths.h"
#include "core/storage/snapshot.h"
#include "core/trial/review/draw.h"

#include <QSet>
#include <algorithm>

namespace herdbook::trial {

namespace {

using storage::Postgres;
using storage::Row;

/// Images of everything that may be shown.
QSet<QUuid> imagesToShow(const reid::Dataset &data)
{
    QSet<QUuid> images;
    for (const reid::Detection &detection : data.detections) {
        if (detection.valid && !detection.duplicate && detection.deerClass())
            images << toQUuid(detection.image);
    }
    return images;
}

Result<void> readCameras(Postgres &connection, const storage::Columns &columns, Source &source)
{
    source.cameras.assign(source.data->locations.size(), std::nullopt);
    return connection.each(
        QStringLiteral("SELECT name, coordinates FROM %1 l").arg(columns.locations()), {}, [&](const Row &row) {
            const std::string name = row.text("name").toStdString();
            const auto at = std::find(source.data->locations.begin(), source.data->locations.end(), name);
            if (at != source.data->locations.end() && !row.isNull("coordinates"))
                source.cameras[static_cast<std::size_t>(at - source.data->locations.begin())] =
                    coordinatesFrom(row.text("coordinates").toUtf8());
        });
}

Result<void> readNames(Postgres &connection, const storage::Columns &columns, Source &source)
{
    const Result<QHash<QUuid, QString>> paths =
        storage::readImagePaths(connection, columns, imagesToShow(*source.data));
    if (!paths)
        return paths.error();
    source.paths = *paths;
    return connection.each(QStringLiteral("SELECT id, first_seen FROM %1 d").arg(columns.deer()), {},
                           [&](const Row &row) { source.firstSeen.insert(row.uuid("id"), row.instant("first_seen")); });
}

Result<void> readBoxUnit(Postgres &connection, const storage::Columns &columns, Source &source)
{
    if (std::ranges::none_of(source.data->detections,
                             [](const reid::Detection &detection) { return mayBeFractions(rectOf(detection.box)); }))
        return {};
    const Result<render::BoxUnit> unit = render::boxUnitOf(connection, columns);
    if (!unit)
        return unit.error();
    source.boxUnit = *unit;
    return {};
}

/// That there is no picture at all to be seen from here is not that there is none.
Error withoutPhotos(const QString &why)
{
    return {ErrorKind::Storage, why, true};
}

} // namespace

Result<std::shared_ptr<const Source>> readSource(Postgres &connection, std::shared_ptr<const reid::Dataset> data,
                                                 const QString &scores, const QString &imageFolder,
                                                 const std::stop_token &stop)
{
    auto source = std::make_shared<Source>();
    source->data = std::move(data);
    source->scores = scores;
    const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(connection, storage::Columns::Use::Analysis);
    if (!snapshot)
        return snapshot.error();
    if (const Result<void> read = readCameras(connection, snapshot->columns(), *source); !read)
        return read.error();
    if (const Result<void> read = readNames(connection, snapshot->columns(), *source); !read)
        return read.error();
    if (const Result<void> read = readBoxUnit(connection, snapshot->columns(), *source); !read)
        return read.error();
    render::PhotoStore photos(render::settingsForPhotos(imageFolder));
    QSet<QUuid> there;
    QString unread; ///< why
    const bool allMapped =
        std::ranges::all_of(source->paths, [](const QString &path) { return path.startsWith(DeployedImages); });
    if (const QString doubt = photos.folderDoubt(stop); !doubt.isEmpty() && allMapped && !source->paths.isEmpty())
        return withoutPhotos(doubt);
    for (auto path = source->paths.cbegin(); path != source->paths.cend(); ++path) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        const std::optional<render::PhotoProblem> problem = photos.probe(path.value(), stop);
        if (!problem)
            there << path.key();
        else if (const std::optional<Error> fault = photos.fault())
            return *fault;
        else if (problem->fault == render::CropFault::PhotoUnreadable && source->unread++ == 0)
            unread = problem->why;
    }
    if (there.isEmpty() && source->unread > 0)
        return withoutPhotos(QStringLiteral("No photo can be read here: %1").arg(unread));
    for (const reid::Detection &detection : source->data->detections)
        source->shown.push_back(there.contains(toQUuid(detection.image)) &&
                                boxProblem(rectOf(detection.box), source->boxUnit).isEmpty());
    source->prepare();
    return std::shared_ptr<const Source>(std::move(source));
}

} // namespace herdbook::trial

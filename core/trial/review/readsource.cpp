// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photostore.h"
#include "core/trial/batch/batchstatements.h"
#include "core/trial/review/draw.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

using storage::Postgres;
using storage::Row;

/// Images of everything that may be shown.
std::vector<QUuid> imagesToShow(const reid::Dataset &data)
{
    QSet<QUuid> images;
    for (const reid::Detection &detection : data.detections) {
        if (detection.valid && !detection.duplicate && detection.deerClass())
            images << toQUuid(detection.image);
    }
    return {images.begin(), images.end()};
}

/// {"lat": .., "lon": ..}; anything else is no place.
std::optional<Coordinates> coordinatesFrom(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const QJsonValue latitude = object[QStringLiteral("lat")];
    const QJsonValue longitude = object[QStringLiteral("lon")];
    if (!latitude.isDouble() || !longitude.isDouble() || std::abs(latitude.toDouble()) > 90 ||
        std::abs(longitude.toDouble()) > 180)
        return std::nullopt;
    return Coordinates{latitude.toDouble(), longitude.toDouble()};
}

Result<void> readCameras(Postgres &connection, const Deployed &deployed, Source &source)
{
    source.cameras.assign(source.data->locations.size(), std::nullopt);
    const QString locations = QString(deployed.images).replace(QLatin1String(".images"), QLatin1String(".locations"));
    return connection.each(
        QStringLiteral("SELECT CAST(name AS text) AS name, CAST(coordinates AS text) AS coordinates FROM ") + locations,
        {}, [&](const Row &row) {
            const std::string name = row.text("name").toStdString();
            const auto at = std::find(source.data->locations.begin(), source.data->locations.end(), name);
            if (at != source.data->locations.end() && !row.isNull("coordinates"))
                source.cameras[static_cast<std::size_t>(at - source.data->locations.begin())] =
                    coordinatesFrom(row.text("coordinates"));
        });
}

Result<void> readNames(Postgres &connection, const Deployed &deployed, const std::vector<QUuid> &images, Source &source)
{
    if (const Result<void> read = connection.each(
            QStringLiteral("SELECT id, CAST(path AS text) AS path FROM %1 WHERE id = ANY(CAST($1 AS uuid[]))")
                .arg(deployed.images),
            {uuidArray(images)}, [&](const Row &row) { source.paths.insert(row.uuid("id"), row.text("path")); });
        !read)
        return read;
    return connection.each(QStringLiteral("SELECT id, first_seen FROM %1").arg(deployed.deer), {},
                           [&](const Row &row) { source.firstSeen.insert(row.uuid("id"), row.instant("first_seen")); });
}

} // namespace

Result<std::shared_ptr<const Source>> readSource(Postgres &connection, std::shared_ptr<const reid::Dataset> data,
                                                 const QString &scores, const QString &imageFolder,
                                                 const std::stop_token &stop)
{
    auto source = std::make_shared<Source>();
    source->data = std::move(data);
    source->scores = scores;
    const Result<Deployed> deployed = findDeployed(connection);
    if (!deployed)
        return deployed.error();
    if (const Result<void> read = readCameras(connection, *deployed, *source); !read)
        return read.error();
    if (const Result<void> read = readNames(connection, *deployed, imagesToShow(*source->data), *source); !read)
        return read.error();
    render::PhotoStore photos(render::settingsForPhotos(imageFolder));
    QSet<QUuid> there;
    for (auto path = source->paths.cbegin(); path != source->paths.cend(); ++path) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        if (!photos.probe(path.value(), stop))
            there << path.key();
    }
    for (const reid::Detection &detection : source->data->detections)
        source->shown.push_back(there.contains(toQUuid(detection.image)));
    source->prepare();
    return std::shared_ptr<const Source>(std::move(source));
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/pictureindex.h"

#include "core/base/whendone.h"
#include "core/render/photo/photostore.h"
#include "core/render/report/boxunit.h"
#include "core/storage/imagepaths.h"
#include "core/trial/review/record.h"

#include <QtConcurrentRun>

namespace herdbook::dashboard {

using trial::toQUuid;

PictureIndex::PictureIndex(PostgresSettings postgres, QString imageFolder, QObject *parent)
    : QObject(parent), m_postgres(std::move(postgres)), m_imageFolder(std::move(imageFolder))
{
}

PictureIndex::~PictureIndex()
{
    m_stop.request_stop();
}

void PictureIndex::look(const std::vector<reid::Detection> &detections)
{
    m_stop.request_stop();
    m_stop = {};
    m_known = false;
    m_problem.clear();
    m_found = {};
    QSet<QUuid> images;
    bool unitIsOpen = false;
    for (const reid::Detection &detection : detections) {
        images.insert(toQUuid(detection.image));
        unitIsOpen = unitIsOpen || trial::mayBeFractions(trial::rectOf(detection.box));
    }
    const int run = ++m_run;
    const auto work = [postgres = m_postgres, folder = m_imageFolder, images, unitIsOpen, stop = m_stop.get_token()] {
        return search(postgres, folder, images, unitIsOpen, stop);
    };
    whenDone(QtConcurrent::run(work), this, [this, run](const Result<Found> &found) {
        if (run != m_run)
            return;
        m_known = found.hasValue();
        if (found)
            m_found = *found;
        m_problem = found ? found->why : found.error().message;
        Q_EMIT changed();
    });
}

Result<PictureIndex::Found> PictureIndex::search(const PostgresSettings &postgres, const QString &folder,
                                                 const QSet<QUuid> &images, bool unitIsOpen,
                                                 const std::stop_token &stop)
{
    const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(postgres, stop);
    if (!database)
        return database.error();
    const Result<storage::Columns> columns = storage::Columns::probe(**database, storage::Columns::Use::Analysis);
    if (!columns)
        return columns.error();
    Result<QHash<QUuid, QString>> paths = storage::readImagePaths(**database, *columns, images);
    if (!paths)
        return paths.error();
    Found found;
    found.paths = *std::move(paths);
    if (unitIsOpen) {
        const Result<render::BoxUnit> unit = render::boxUnitOf(**database, *columns);
        if (!unit)
            return unit.error();
        found.boxUnit = *unit;
    }
    render::PhotoStore photos(render::settingsForPhotos(folder));
    for (auto it = found.paths.cbegin(); it != found.paths.cend(); ++it) {
        const std::optional<render::PhotoProblem> problem = photos.probe(it.value(), stop);
        if (!problem)
            found.there.insert(it.key());
        else if (problem->fault == render::CropFault::PhotoUnreadable && found.unsure++ == 0)
            found.why = problem->why;
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, tr("Stopped looking for pictures")};
    }
    return found;
}

bool PictureIndex::has(const reid::Detection &detection) const
{
    return m_found.there.contains(toQUuid(detection.image));
}

QString PictureIndex::path(const reid::Detection &detection) const
{
    return m_found.paths.value(toQUuid(detection.image));
}

} // namespace herdbook::dashboard

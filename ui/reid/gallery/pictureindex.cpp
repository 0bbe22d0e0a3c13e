// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/pictureindex.h"

#include "core/base/whendone.h"
#include "core/render/photo/photostore.h"
#include "core/render/report/boxunit.h"
#include "core/storage/imagepaths.h"
#include "core/trial/review/record.h"

#include <QtConcurrentRun>

namespace herdbook::ui {

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
    m_known = m_again = m_unitIsOpen = false;
    m_problem.clear();
    m_found = {};
    m_images.clear();
    for (const reid::Detection &detection : detections) {
        m_images.insert(toQUuid(detection.image));
        m_unitIsOpen = m_unitIsOpen || trial::mayBeFractions(trial::rectOf(detection.box));
    }
    start();
}

void PictureIndex::lookAgain()
{
    if (m_run == 0)
        return;
    m_again = m_looking;
    if (!m_looking)
        start();
}

void PictureIndex::start()
{
    m_stop.request_stop();
    m_stop = {};
    m_looking = true;
    const int run = ++m_run;
    const auto work = [postgres = m_postgres, folder = m_imageFolder, images = m_images, unitIsOpen = m_unitIsOpen,
                       stop = m_stop.get_token()] { return search(postgres, folder, images, unitIsOpen, stop); };
    whenDone(QtConcurrent::run(work), this, [this, run](const Result<Found> &found) {
        if (run != m_run)
            return;
        m_looking = false;
        take(found);
        if (std::exchange(m_again, false))
            start();
    });
}

void PictureIndex::take(const Result<Found> &found)
{
    const bool again = m_known;
    if (again && (!found || found->there == m_found.there))
        return;
    m_known = found.hasValue();
    if (found)
        m_found = *found;
    m_problem = found ? found->why : found.error().message;
    if (again)
        Q_EMIT renewed();
    else
        Q_EMIT changed();
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

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/pictureindex.h"

#include "core/base/whendone.h"
#include "core/render/photo/photostore.h"
#include "core/storage/columns.h"
#include "core/storage/postgres.h"

#include <QUuid>
#include <QtConcurrentRun>

namespace herdbook::dashboard {

namespace {

constexpr qsizetype kAtOnce = 2000; ///< ids in one question

QByteArray keyOf(const reid::Uuid &id)
{
    return {reinterpret_cast<const char *>(id.data()), static_cast<qsizetype>(id.size())};
}

} // namespace

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
    QSet<QByteArray> images;
    for (const reid::Detection &detection : detections)
        images.insert(keyOf(detection.image));
    const int run = ++m_run;
    const auto work = [postgres = m_postgres, folder = m_imageFolder, images, stop = m_stop.get_token()] {
        return search(postgres, folder, images, stop);
    };
    whenDone(QtConcurrent::run(work), this, [this, run](const Result<Found> &found) {
        if (run != m_run)
            return;
        m_known = found.hasValue();
        if (found)
            m_found = *found;
        else
            m_problem = found.error().message;
        Q_EMIT changed();
    });
}

Result<PictureIndex::Found> PictureIndex::search(const PostgresSettings &postgres, const QString &folder,
                                                 const QSet<QByteArray> &images, const std::stop_token &stop)
{
    Found found;
    const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(postgres, stop);
    if (!database)
        return database.error();
    const Result<storage::Columns> columns = storage::Columns::probe(**database, storage::Columns::Use::Analysis);
    if (!columns)
        return columns.error();
    const QList<QByteArray> all = images.values();
    for (qsizetype first = 0; first < all.size(); first += kAtOnce) {
        QStringList ids;
        for (const QByteArray &id : all.mid(first, kAtOnce))
            ids << QUuid::fromRfc4122(id).toString(QUuid::WithoutBraces);
        const Result<void> read = (*database)->each(
            QStringLiteral("SELECT id, path FROM %1 i WHERE id = ANY ($1::uuid[])").arg(columns->images()), {ids},
            [&](const storage::Row &row) { found.paths.insert(row.uuid("id").toRfc4122(), row.text("path")); });
        if (!read)
            return read.error();
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, tr("Stopped looking for pictures")};
    }
    render::PhotoStore photos(render::settingsForPhotos(folder));
    for (auto it = found.paths.cbegin(); it != found.paths.cend(); ++it) {
        if (!photos.probe(it.value(), stop))
            found.there.insert(it.key());
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, tr("Stopped looking for pictures")};
    }
    return found;
}

bool PictureIndex::has(const reid::Detection &detection) const
{
    return m_found.there.contains(keyOf(detection.image));
}

QString PictureIndex::path(const reid::Detection &detection) const
{
    return m_found.paths.value(keyOf(detection.image));
}

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/photos/photoloader.h"

#include "core/config/imagepath.h"

namespace herdbook::trial {

namespace {

constexpr int kPhotosKiB = 160 * 1024;
constexpr int kThumbnailsKiB = 24 * 1024;
constexpr int kNow = 10;
constexpr int kThumbnail = 5;
constexpr int kAhead = 0;

} // namespace

PhotoLoader::PhotoLoader(QString imageFolder, QObject *parent)
    : QObject(parent), m_imageFolder(std::move(imageFolder)), m_store(render::settingsForPhotos(m_imageFolder)),
      m_photos(kPhotosKiB), m_thumbnails(kThumbnailsKiB)
{
    m_pool.setMaxThreadCount(2);
}

PhotoLoader::~PhotoLoader()
{
    m_pool.clear();
    m_stop.request_stop();
    m_pool.waitForDone();
}

QString PhotoLoader::key(const Picture &picture, const QSize &size)
{
    if (size.isEmpty())
        return picture.path;
    return QStringLiteral("%1|%2|%3x%4")
        .arg(picture.path, picture.detection.toString(QUuid::Id128))
        .arg(size.width())
        .arg(size.height());
}

QString PhotoLoader::localPath(const Picture &picture) const
{
    const Result<QString> local = mappedImagePath(picture.path, m_imageFolder);
    return local ? *local : QString();
}

std::shared_ptr<const Photo> PhotoLoader::photo(const Picture &picture)
{
    if (const auto *found = m_photos.object(picture.path)) {
        judge(picture, **found);
        return *found;
    }
    fetch(picture, {}, kNow);
    return nullptr;
}

QImage PhotoLoader::thumbnail(const Picture &picture, const QSize &size)
{
    if (const auto *found = m_thumbnails.object(key(picture, size)))
        return *found;
    if (isMissing(picture))
        return {};
    fetch(picture, size, kThumbnail);
    return {};
}

void PhotoLoader::fetchAhead(const Picture &picture)
{
    if (!m_photos.contains(picture.path))
        fetch(picture, {}, kAhead);
}

void PhotoLoader::retryMissing()
{
    m_missing.clear();
    m_boxless.clear();
    const QList<QString> paths = m_photos.keys();
    for (const QString &path : paths) {
        if ((*m_photos.object(path))->image.isNull())
            m_photos.remove(path);
    }
}

void PhotoLoader::fetch(const Picture &picture, const QSize &size, int priority)
{
    const QString wanted = key(picture, size);
    if (m_underWay.contains(wanted))
        return;
    m_underWay << wanted;
    std::shared_ptr<const Photo> known;
    if (const auto *found = m_photos.object(picture.path))
        known = *found;
    m_pool.start(
        [this, picture, size, wanted, known, round = m_round.load()] {
            if (round != m_round.load()) {
                // Whoever still wants it asks again when told that it may be there.
                QMetaObject::invokeMethod(
                    this,
                    [this, path = picture.path, wanted] {
                        m_underWay.remove(wanted);
                        Q_EMIT loaded(path);
                    },
                    Qt::QueuedConnection);
                return;
            }
            const auto photo =
                known ? known : std::make_shared<const Photo>(readPhoto(m_store, picture.path, m_stop.get_token()));
            const QImage small = size.isEmpty() ? QImage() : trial::thumbnail(*photo, picture, size);
            QMetaObject::invokeMethod(
                this, [this, picture, wanted, photo, small, size] { keep(picture, wanted, size, photo, small); },
                Qt::QueuedConnection);
        },
        priority);
}

void PhotoLoader::judge(const Picture &picture, const Photo &photo)
{
    if (photo.image.isNull())
        m_missing << picture.path;
    else if (boxInImage(photo, picture).isEmpty())
        m_boxless.insert(picture.detection, picture);
}

void PhotoLoader::keep(const Picture &picture, const QString &wanted, const QSize &size,
                       const std::shared_ptr<const Photo> &photo, const QImage &small)
{
    m_underWay.remove(wanted);
    judge(picture, *photo);
    if (size.isEmpty()) {
        const qint64 bytes = photo->image.sizeInBytes() + photo->brightened.sizeInBytes();
        m_photos.insert(picture.path, new std::shared_ptr<const Photo>(photo), static_cast<int>(1 + bytes / 1024));
    }
    if (!size.isEmpty() && !small.isNull()) {
        m_thumbnails.insert(wanted, new QImage(small), static_cast<int>(1 + small.sizeInBytes() / 1024));
    }
    Q_EMIT loaded(picture.path);
}

} // namespace herdbook::trial

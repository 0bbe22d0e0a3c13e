// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/record.h"
#include "ui/trial/photos/photo.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <atomic>

namespace herdbook::trial {

/// Decodes photos on two threads, keeps the latest (about 160 MB) and cuts thumbnails. What is asked for first comes first; what is
/// only wanted ahead waits behind it.
class PhotoLoader : public QObject
{
    Q_OBJECT

public:
    explicit PhotoLoader(QString imageFolder, QObject *parent = nullptr);
    ~PhotoLoader() override;

    /// The photo of a picture when it is there; otherwise it's fetched and loaded() follows. Never waits.
    std::shared_ptr<const Photo> photo(const Picture &picture);
    /// The thumbnail of a picture, as above.
    QImage thumbnail(const Picture &picture, const QSize &size);
    /// Fetches a photo that will be wanted soon.
    void fetchAhead(const Picture &picture);
    /// What was asked for before and has not begun is not wanted any more, unless it's asked for again.
    void newRound() { ++m_round; }
    /// Forgets what couldn't be read, so that it's tried again.
    void retryMissing();
    /// It was tried, and there is no such picture (or it can't be read, or its box isn't in it).
    bool isMissing(const Picture &picture) const
    {
        const auto boxless = m_boxless.constFind(picture.detection);
        return m_missing.contains(picture.path) || (boxless != m_boxless.cend() && *boxless == picture);
    }
    /// Nothing is being decoded.
    bool isIdle() const { return m_underWay.isEmpty(); }

    /// Where the picture is looked for on this machine.
    QString localPath(const Picture &picture) const;

Q_SIGNALS:
    /// A photo or thumbnail with this path (as in the database) is there now.
    void loaded(const QString &path);

private:
    static QString key(const Picture &picture, const QSize &size);
    void fetch(const Picture &picture, const QSize &size, int priority);
    void keep(const Picture &picture, const QString &wanted, const QSize &size,
              const std::shared_ptr<const Photo> &photo, const QImage &small);
    /// Notes a picture that can't be shown.
    void judge(const Picture &picture, const Photo &photo);

    const QString m_imageFolder;
    render::PhotoStore m_store;
    std::stop_source m_stop;
    QCache<QString, std::shared_ptr<const Photo>> m_photos; ///< cost: KiB
    QCache<QString, QImage> m_thumbnails;                   ///< cost: KiB
    QSet<QString> m_underWay;
    QSet<QString> m_missing;         ///< paths of photos that couldn't be read
    QHash<QUuid, Picture> m_boxless; ///< by detection; their photo was read, and hasn't their box
    std::atomic<int> m_round = 0;
    QThreadPool m_pool; ///< last: its threads end before the rest goes
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/croploader.h"

#include <QCache>
#include <QHash>
#include <QPixmap>

namespace herdbook::ui {

/// The pictures of detections that a gallery has, as far as there is room for them, and why it lacks or distrusts others.
class GalleryPictures
{
public:
    GalleryPictures();

    /// Null where there is none.
    const QPixmap *picture(std::uint32_t detection) const;
    /// Whether it is still to be asked for, in the size of this frame.
    bool isWanted(std::uint32_t detection, QSize frame) const;
    /// Whether there is a picture, or a reason for none.
    bool isKnown(std::uint32_t detection) const { return m_held.contains(detection) || isMissing(detection); }
    bool isMissing(std::uint32_t detection) const { return m_problems.contains(detection); }
    /// Whether its picture is there, but of a damaged photo.
    bool isDamaged(std::uint32_t detection) const { return m_damaged.contains(detection); }
    CropLoader::Lack lack(std::uint32_t detection) const { return m_lacks.value(detection, CropLoader::Lack::Unread); }
    /// What is wrong with it, in words.
    QStringList problems(std::uint32_t detection) const;

    /// @param crop made for `frame`; null: there is none, because of `problem`.
    void keep(std::uint32_t detection, const QImage &crop, QSize frame, const QString &problem, CropLoader::Lack lack);
    void clear();
    /// Those that are missing count as not asked for yet.
    void retry() { m_problems.clear(); }
    void retry(CropLoader::Lack lack);

private:
    struct Held
    {
        QPixmap picture;
        QSize frame; ///< that it was made for
    };
    QCache<std::uint32_t, Held> m_held; ///< cost: KiB
    QHash<std::uint32_t, QString> m_problems;
    QHash<std::uint32_t, CropLoader::Lack> m_lacks; ///< of those that were asked for
    QHash<std::uint32_t, QString> m_damaged;        ///< why a picture isn't to be trusted
};

} // namespace herdbook::ui

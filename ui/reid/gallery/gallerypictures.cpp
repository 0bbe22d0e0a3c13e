// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerypictures.h"

namespace herdbook::ui {

namespace {

constexpr int kPicturesKiB = 96 * 1024;

} // namespace

GalleryPictures::GalleryPictures() : m_held(kPicturesKiB) {}

const QPixmap *GalleryPictures::picture(std::uint32_t detection) const
{
    const Held *held = m_held.object(detection);
    return held == nullptr ? nullptr : &held->picture;
}

bool GalleryPictures::isWanted(std::uint32_t detection, QSize frame) const
{
    const Held *held = m_held.object(detection);
    return (held == nullptr || held->frame != frame) && !isMissing(detection);
}

QStringList GalleryPictures::problems(std::uint32_t detection) const
{
    QStringList list;
    for (const auto *known : {&m_problems, &m_damaged}) {
        if (const QString problem = known->value(detection); !problem.isEmpty())
            list << problem;
    }
    return list;
}

void GalleryPictures::keep(std::uint32_t detection, const QImage &crop, QSize frame, const QString &problem,
                           CropLoader::Lack lack)
{
    m_lacks.insert(detection, lack);
    if (!crop.isNull() && !problem.isEmpty())
        m_damaged.insert(detection, problem);
    else
        m_damaged.remove(detection);
    if (crop.isNull())
        m_problems.insert(detection, problem);
    else
        m_held.insert(detection, new Held{QPixmap::fromImage(crop), frame},
                      static_cast<int>(1 + crop.sizeInBytes() / 1024));
}

void GalleryPictures::clear()
{
    m_held.clear();
    m_problems.clear();
    m_lacks.clear();
    m_damaged.clear();
}

void GalleryPictures::retry(CropLoader::Lack lack)
{
    m_problems.removeIf([this, lack](auto it) { return m_lacks.value(it.key()) == lack; });
}

} // namespace herdbook::ui

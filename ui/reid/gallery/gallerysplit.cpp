// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerysplit.h"

#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/reidtabs.h"

#include <QSettings>
#include <QStackedWidget>

namespace herdbook::ui {

GallerySplit::GallerySplit(ReidTabs &tabs, GalleryPanel &gallery)
    : QSplitter(Qt::Horizontal), m_tabs(tabs), m_gallery(gallery)
{
    addWidget(tabs.content());
    addWidget(&gallery);
    setChildrenCollapsible(false);
    setHandleWidth(16);
    connect(this, &QSplitter::splitterMoved, this, &GallerySplit::keepShares);
}

void GallerySplit::share()
{
    if (m_gallery.isHidden())
        return;
    const bool histogram = m_tabs.showsDistribution();
    setStretchFactor(0, histogram ? 0 : 1);
    setStretchFactor(1, histogram ? 1 : 0);
    const int room = width() - handleWidth();
    const int gallery = histogram ? room - m_besideGallery : m_galleryWidth;
    setSizes({room - gallery, gallery});
}

void GallerySplit::keepShares()
{
    const bool histogram = m_tabs.showsDistribution();
    (histogram ? m_besideGallery : m_galleryWidth) = sizes().value(histogram ? 0 : 1);
}

void GallerySplit::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("reid/gallery/beside"), m_besideGallery);
    settings.setValue(QStringLiteral("reid/gallery/width"), m_galleryWidth);
}

void GallerySplit::restore(const QSettings &settings)
{
    m_besideGallery = settings.value(QStringLiteral("reid/gallery/beside"), m_besideGallery).toInt();
    m_galleryWidth = settings.value(QStringLiteral("reid/gallery/width"), m_galleryWidth).toInt();
}

} // namespace herdbook::ui

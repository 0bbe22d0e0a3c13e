// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QSettings;

namespace herdbook::ui {

class GalleryPanel;
class ReidTabs;

/// What the tab shows, and the gallery beside it: each of the histogram and the other tabs keeps its own share.
class GallerySplit : public QSplitter
{
    Q_OBJECT

public:
    GallerySplit(ReidTabs &tabs, GalleryPanel &gallery);

    /// Gives the tab shown and the gallery their shares, while the gallery is open.
    void share();
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

private:
    void keepShares();

    ReidTabs &m_tabs;
    GalleryPanel &m_gallery;
    int m_besideGallery = 448; ///< how wide the histogram is beside the gallery
    int m_galleryWidth = 424;  ///< beside the other tabs
};

} // namespace herdbook::ui

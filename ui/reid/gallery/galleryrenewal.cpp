// SPDX-License-Identifier: GPL-3.0-or-later
// What a gallery does when photos come while it is open.
#include "ui/reid/gallery/galleryactions.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"

#include <QScrollBar>

namespace herdbook::ui {

void GalleryPanel::lookForPictures()
{
    if (m_pictures != nullptr)
        m_pictures->lookAgain();
}

void GalleryPanel::renew()
{
    if (PairView *pair = m_actions->pair()) // which goes by the numbers of the rows
        connect(pair, &QObject::destroyed, this, &GalleryPanel::renew,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
    else
        m_view->keepPlace([this] { arrange(); });
}

void GalleryView::keepPlace(const std::function<void()> &change)
{
    m_problems.removeIf([this](auto it) { return m_lacks.value(it.key()) == CropLoader::Lack::Missing; });
    const std::size_t first = visible().first;
    const bool any = first < m_rows.count;
    const std::uint32_t detection = any ? m_rows.row(first).detection : 0;
    const int top = any ? cellRect(first).top() : 0;
    change();
    for (std::size_t at = 0; any && at < m_rows.count; ++at) {
        if (m_rows.row(at).detection != detection)
            continue;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cellRect(at).top() - top);
        break;
    }
    m_asking.start();
}

} // namespace herdbook::ui

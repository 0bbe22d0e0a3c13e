// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryselection.h"

#include <algorithm>

namespace herdbook::ui {

std::vector<std::uint32_t> GallerySelection::in(const GallerySet &rows) const
{
    std::vector<std::uint32_t> list;
    QSet<std::uint32_t> listed; // a detection may stand in two rows
    for (std::size_t at = 0; at < rows.count; ++at) {
        const std::uint32_t detection = rows.row(at).detection;
        if (contains(detection) && !listed.contains(detection)) {
            listed.insert(detection);
            list.push_back(detection);
        }
    }
    return list;
}

void GallerySelection::select(std::uint32_t detection, bool on)
{
    endRange();
    if (on)
        m_selected.insert(detection);
    else
        m_selected.remove(detection);
}

void GallerySelection::selectAll(const GallerySet &rows)
{
    endRange();
    for (std::size_t at = 0; at < rows.count; ++at)
        m_selected.insert(rows.row(at).detection);
}

void GallerySelection::clear()
{
    endRange();
    m_selected.clear();
}

void GallerySelection::keepOnly(const GallerySet &rows)
{
    QSet<std::uint32_t> kept;
    for (std::size_t at = 0; at < rows.count; ++at) {
        if (const std::uint32_t detection = rows.row(at).detection; contains(detection))
            kept.insert(detection);
    }
    m_selected = kept;
}

int GallerySelection::beginRange(int at)
{
    if (m_rangeFrom < 0) {
        m_rangeFrom = at;
        m_beforeRange = m_selected;
    }
    return m_rangeFrom;
}

void GallerySelection::setRange(int from, int to, const GallerySet &rows, const GalleryLayout &tiles)
{
    m_rangeFrom = from;
    m_selected = m_beforeRange;
    const auto [first, last] = std::minmax(from, to);
    for (auto tile = static_cast<std::size_t>(first); tile <= static_cast<std::size_t>(last); ++tile) {
        if (!tiles.isFolded(tile))
            m_selected.insert(rows.row(tile).detection);
    }
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/gallerylayout.h"
#include "ui/reid/gallery/gallerysets.h"

#include <QSet>

namespace herdbook::ui {

/// The detections of a gallery that are selected, and the range that is being selected.
class GallerySelection
{
public:
    bool contains(std::uint32_t detection) const { return m_selected.contains(detection); }
    bool isEmpty() const { return m_selected.isEmpty(); }
    std::size_t size() const { return m_selected.size(); }
    /// Those of these rows, in their order.
    std::vector<std::uint32_t> in(const GallerySet &rows) const;

    void select(std::uint32_t detection, bool on);
    void selectAll(const GallerySet &rows);
    void clear();
    /// Drops what is not in these rows.
    void keepOnly(const GallerySet &rows);

    /// Where the range being selected begins: here, if none was.
    int beginRange(int at);
    /// Selects from there to here, and what was selected before the range began; what is folded away is left out.
    void setRange(int from, int to, const GallerySet &rows, const GalleryLayout &tiles);
    /// Another step begins another range.
    void endRange() { m_rangeFrom = -1; }

private:
    QSet<std::uint32_t> m_selected;
    QSet<std::uint32_t> m_beforeRange; ///< what was selected when the range began
    int m_rangeFrom = -1;              ///< -1: no range is being selected
};

} // namespace herdbook::ui

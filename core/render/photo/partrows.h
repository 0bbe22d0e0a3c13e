// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photodecoder.h"

namespace herdbook::render {

/// Puts parts together from a photo's rows as a decoder gives them, shrinking by averages, so that no more than one row of the photo is in
/// memory. Each allocation is checked: a part for which there is no memory stays null.
class PartRows
{
public:
    /// See PhotoDecoder::decode().
    PartRows(const std::vector<QRect> &parts, const QSize &photo, int shrink);

    /// The first row that no part needs any more.
    int reach() const;
    /// The first row from `row` on that some part needs; reach() when none does.
    int nextNeeded(int row) const;
    /// Takes row `y` of the photo: 32-bit pixels as in QImage::Format_RGB32, of all its columns. Rows come from top to bottom; one left out is
    /// lost to the parts that need it.
    void take(int y, const uchar *bgrx);
    /// Says that the rows from `first` to before `end` can't be trusted.
    void doubt(int first, int end);
    /// The parts. One that misses rows is Lost and null.
    std::vector<PartImage> finish();

private:
    struct Part
    {
        QImage image;
        int left = 0, right = 0, top = 0, bottom = 0; ///< in rows and columns of the photo, whole cells, clipped to it
        int rows = 0;                                 ///< taken so far
        bool doubtful = false;
        std::vector<quint32> sums; ///< of the row of cells under way: blue, green, red
    };
    void add(Part &part, int y, const uchar *bgrx);

    std::vector<Part> m_parts;
    int m_shrink;
};

} // namespace herdbook::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/partrows.h"

#include <cstring>

namespace herdbook::render {

PartRows::PartRows(const std::vector<QRect> &parts, const QSize &photo, int shrink) : m_shrink(shrink)
{
    const auto cells = [shrink](int value) { return (value + shrink - 1) / shrink; };
    for (const QRect &rect : parts) {
        Part &part = m_parts.emplace_back();
        const int left = rect.left() / shrink;
        const int top = rect.top() / shrink;
        const int width = std::min(cells(rect.left() + rect.width()), cells(photo.width())) - left;
        const int height = std::min(cells(rect.top() + rect.height()), cells(photo.height())) - top;
        part.image = QImage(width, height, QImage::Format_RGB32);
        part.left = left * shrink;
        part.top = top * shrink;
        part.right = static_cast<int>(std::min<qint64>(qint64{left + width} * shrink, photo.width()));
        part.bottom = static_cast<int>(std::min<qint64>(qint64{top + height} * shrink, photo.height()));
        if (shrink > 1)
            part.sums.assign(3 * static_cast<std::size_t>(width), 0);
    }
}

int PartRows::reach() const
{
    int reach = 0;
    for (const Part &part : m_parts)
        reach = std::max(reach, part.bottom);
    return reach;
}

int PartRows::nextNeeded(int row) const
{
    int next = reach();
    for (const Part &part : m_parts) {
        if (part.bottom > row)
            next = std::min(next, std::max(part.top, row));
    }
    return next;
}

void PartRows::add(Part &part, int y, const uchar *bgrx)
{
    const int cellRow = (y - part.top) / m_shrink;
    if (m_shrink == 1) {
        std::memcpy(part.image.scanLine(cellRow), bgrx + 4 * qsizetype{part.left},
                    4 * static_cast<std::size_t>(part.right - part.left));
        return;
    }
    quint32 *sum = part.sums.data();
    for (int x = part.left; x < part.right; x += m_shrink, sum += 3) {
        const uchar *pixel = bgrx + 4 * qsizetype{x};
        const uchar *end = bgrx + 4 * qsizetype{std::min(x + m_shrink, part.right)};
        quint32 blue = 0, green = 0, red = 0;
        for (; pixel != end; pixel += 4) {
            blue += pixel[0];
            green += pixel[1];
            red += pixel[2];
        }
        // A whole row's mean at a time keeps the sums small whatever the factor.
        const auto count = static_cast<quint32>(std::min(m_shrink, part.right - x));
        sum[0] += (256 * blue / count);
        sum[1] += (256 * green / count);
        sum[2] += (256 * red / count);
    }
    const int inCell = (y - part.top) % m_shrink + 1;
    if (inCell < m_shrink && y + 1 < part.bottom)
        return;
    auto *line = reinterpret_cast<QRgb *>(part.image.scanLine(cellRow));
    const auto rows = static_cast<quint32>(inCell);
    for (std::size_t x = 0; x < part.sums.size() / 3; ++x) {
        const auto mean = [&](std::size_t channel) {
            return static_cast<int>(part.sums[3 * x + channel] / rows / 256);
        };
        line[x] = qRgb(mean(2), mean(1), mean(0));
    }
    std::fill(part.sums.begin(), part.sums.end(), 0);
}

void PartRows::take(int y, const uchar *bgrx)
{
    for (Part &part : m_parts) {
        if (y < part.top || y >= part.bottom)
            continue;
        ++part.rows;
        if (!part.image.isNull())
            add(part, y, bgrx);
    }
}

void PartRows::doubt(int first, int end)
{
    for (Part &part : m_parts)
        part.doubtful = part.doubtful || (first < part.bottom && end > part.top);
}

std::vector<PartImage> PartRows::finish()
{
    std::vector<PartImage> images;
    for (Part &part : m_parts) {
        PartImage &made = images.emplace_back();
        if (part.rows < part.bottom - part.top)
            made.trust = Trust::Lost;
        else
            made = {std::move(part.image), part.doubtful ? Trust::Doubtful : Trust::Sound};
    }
    return images;
}

} // namespace herdbook::render

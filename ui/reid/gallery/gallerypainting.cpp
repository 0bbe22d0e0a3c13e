// SPDX-License-Identifier: GPL-3.0-or-later
// How a GalleryView paints its cells.
#include "ui/reid/gallery/galleryview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/typeface.h"

#include <QPaintEvent>
#include <QPainter>

namespace herdbook::dashboard {

void GalleryView::paintPicture(QPainter &painter, const QRect &frame, std::int32_t detection)
{
    const ThemeTokens &tokens = themeTokens(this);
    painter.fillRect(frame, tokens.sunken);
    const auto key = static_cast<std::uint32_t>(detection);
    if (const QPixmap *picture = detection < 0 ? nullptr : m_pictures.object(key)) {
        const QSize size = picture->size().scaled(frame.size(), Qt::KeepAspectRatio);
        QRect place(QPoint(), size);
        place.moveCenter(frame.center());
        painter.drawPixmap(place, *picture);
        return;
    }
    if (detection >= 0 && !m_problems.contains(key) && m_loader)
        return; // on its way
    paintIcon(painter, QRectF(frame).adjusted(0, -8, 0, -8), Icon::ImageMissing, tokens.text2, 20);
    painter.setPen(tokens.text2);
    painter.setFont(textFont(TextRole::Label));
    painter.drawText(frame.adjusted(2, frame.height() / 2 + 4, -2, 0), Qt::AlignHCenter | Qt::AlignTop,
                     detection < 0 ? tr("no photo") : tr("image missing"));
}

void GalleryView::paintCell(QPainter &painter, const QRect &cell, std::size_t at)
{
    const ThemeTokens &tokens = themeTokens(this);
    const GalleryRow &row = m_rows.row(at);
    const int side = cell.width() / 2 - 1;
    paintPicture(painter, QRect(cell.topLeft(), QSize(side, side)), static_cast<std::int32_t>(row.detection));
    paintPicture(painter, QRect(cell.left() + side + 2, cell.top(), side, side), row.other);
    const QRect text(cell.left(), cell.top() + side, cell.width(), cell.height() - side);
    painter.setFont(textFont(TextRole::LabelStrong));
    painter.setPen(tokens.text);
    if (row.score != reid::kNoScore)
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QString::number(reid::fromTicks(row.score), 'f', 3));
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    const QString name = painter.fontMetrics().elidedText(m_sets->profileName(row.profile), Qt::ElideRight, side);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, name);
    if (static_cast<int>(at) == m_current) {
        painter.setPen(QPen(hasFocus() ? tokens.focus : tokens.borderStrong, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(cell).adjusted(-3, -3, 3, 1), 4, 4);
    }
}

void GalleryView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), themeTokens(this).surface);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const auto [first, last] = visible();
    for (std::size_t at = first; at < last; ++at) {
        const QRect cell = cellRect(at);
        if (cell.intersects(event->rect()))
            paintCell(painter, cell, at);
    }
}

} // namespace herdbook::dashboard

// SPDX-License-Identifier: GPL-3.0-or-later
// How a GalleryView paints its cells.
#include "ui/reid/gallery/galleryorder.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/words.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"
#include "ui/widgets/text/texts.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace herdbook::ui {

QString GalleryView::lackText(CropLoader::Lack lack)
{
    switch (lack) {
    case CropLoader::Lack::Missing:
        return tr("image missing");
    case CropLoader::Lack::Unread:
        return tr("image not read");
    default:
        return tr("image unusable");
    }
}

void GalleryView::paintPicture(QPainter &painter, const QRect &frame, std::int32_t detection)
{
    const ThemeTokens &tokens = themeTokens(this);
    painter.fillRect(frame, tokens.sunken);
    const auto key = static_cast<std::uint32_t>(detection);
    if (const Held *held = detection < 0 ? nullptr : m_pictures.object(key)) {
        QRect place(QPoint(), held->picture.size().scaled(frame.size(), Qt::KeepAspectRatio));
        place.moveCenter(frame.center());
        painter.drawPixmap(place, held->picture); // made for its frame, it is copied as it is
        if (isDamaged(key))
            paintDamaged(painter, frame);
        return;
    }
    if (detection >= 0 && !m_problems.contains(key) && m_loader)
        return; // on its way
    paintIcon(painter, QRectF(frame).adjusted(0, -8, 0, -8), Icon::ImageMissing, tokens.text2, 20);
    painter.setPen(tokens.text2);
    painter.setFont(textFont(TextRole::Label));
    painter.drawText(frame.adjusted(2, frame.height() / 2 + 4, -2, 0), Qt::AlignHCenter | Qt::AlignTop,
                     detection < 0 ? tr("no photo") : lackText(m_lacks.value(key, CropLoader::Lack::Unread)));
}

void GalleryView::paintDamaged(QPainter &painter, const QRect &frame) const
{
    const ThemeTokens &tokens = themeTokens(this);
    painter.setFont(textFont(TextRole::LabelStrong));
    const QString word = tr("damaged");
    constexpr int Height = 18, Mark = 16;
    const int width = std::min(frame.width(), painter.fontMetrics().horizontalAdvance(word) + Mark + 12);
    const QRect badge(frame.left(), frame.bottom() + 1 - Height, width, Height);
    painter.fillRect(badge, tokens.surface);
    paintIcon(painter, QRect(badge.left() + 3, badge.top(), Mark, Height), Icon::Warning, tokens.warn, 13);
    painter.setPen(tokens.warn);
    painter.drawText(badge.adjusted(Mark + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
}

void GalleryView::paintTexts(QPainter &painter, const QRect &text, const GalleryRow &row) const
{
    const ThemeTokens &tokens = themeTokens(this);
    const reid::Dataset &dataset = m_sets->analysis()->data;
    const reid::Detection &detection = dataset.detections[row.detection];
    const QRect first(text.left(), text.top() + 3, text.width(), 19);
    int x = first.left();
    const auto write = [&](const QString &words, TextRole role, const QColor &ink) {
        painter.setFont(textFont(role));
        painter.setPen(ink);
        painter.drawText(QRect(x, first.top(), first.right() - x + 1, first.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         words);
        x += painter.fontMetrics().horizontalAdvance(words) + 7;
    };
    if (row.score != reid::kNoScore)
        write(scoreText(row.score), TextRole::LabelStrong, tokens.text);
    const bool besideBest = row.profile >= 0 && row.profile == dataset.matches[row.detection].bestProfile;
    if (const std::optional<double> margin = marginOf(dataset.matches[row.detection]); margin && besideBest) {
        const bool narrow = *margin < kNarrowMargin;
        if (narrow) {
            paintIcon(painter, QRect(x, first.top(), 14, first.height()), Icon::Warning, tokens.warn, 13);
            x += 17;
        }
        write(tr("%1 ahead").arg(scoreText(reid::thresholdTicks(*margin))), TextRole::Label,
              narrow ? tokens.warn : tokens.text2);
    }
    painter.setFont(textFont(TextRole::Label));
    const QString name =
        painter.fontMetrics().elidedText(m_sets->pairName(row), Qt::ElideRight, std::max(0, first.right() - x - 16));
    painter.setPen(tokens.text);
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, name);
    if (!name.isEmpty() && row.profile >= 0) {
        const int width = painter.fontMetrics().horizontalAdvance(name);
        paintSexMark(painter, QRectF(first.right() - width - 14, first.center().y() - 4, 9, 9),
                     sexClass(m_sets->profileSex(row.profile)), tokens);
    }
    QStringList parts;
    if (detection.takenAt != 0)
        parts << momentText(QDateTime::fromMSecsSinceEpoch(detection.takenAt / 1000, Qt::UTC), m_zone);
    if (detection.location >= 0)
        parts << QString::fromStdString(dataset.locations[static_cast<std::size_t>(detection.location)]);
    parts << className(detection.label);
    painter.setPen(tokens.text2);
    const QRect second(text.left(), text.top() + 22, text.width(), 17);
    painter.drawText(
        second, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(parts.join(QStringLiteral(", ")), Qt::ElideRight, second.width()));
}

void GalleryView::paintCell(QPainter &painter, const QRect &cell, std::size_t at)
{
    constexpr int kPadding = GalleryLayout::kPadding;
    const ThemeTokens &tokens = themeTokens(this);
    const GalleryRow &row = m_rows.row(at);
    const bool chosen = isSelected(row.detection);
    const bool now = static_cast<int>(at) == m_current;
    paintBox(painter, cell, chosen ? tokens.selected : tokens.surface,
             now ? (hasFocus() ? tokens.focus : tokens.borderStrong) : tokens.border, 5, now ? 2 : 1);
    const QSize size((cell.width() - 2 * kPadding - 4) / 2, (cell.width() - 2 * kPadding - 4) / 2 * 3 / 4);
    const QRect left(cell.topLeft() + QPoint(kPadding, kPadding), size);
    paintPicture(painter, left, static_cast<std::int32_t>(row.detection));
    paintPicture(painter, left.translated(size.width() + 4, 0), row.other);
    const QRect check = checkRect(cell);
    paintBox(painter, check, chosen ? tokens.accent : tokens.surface, chosen ? tokens.accent : tokens.borderStrong, 3);
    if (chosen)
        paintIcon(painter, check, Icon::Check, tokens.onAccent, 14);
    paintTexts(painter,
               QRect(left.left(), left.bottom() + 1, cell.width() - 2 * kPadding, cell.bottom() - left.bottom()), row);
}

void GalleryView::paintHead(QPainter &painter, std::size_t section) const
{
    const ThemeTokens &tokens = themeTokens(this);
    const GalleryLayout::Section &group = m_tiles.sections()[section];
    const QRect head = m_tiles.head(section, verticalScrollBar()->value(), viewport()->width())
                           .translated(0, -verticalScrollBar()->value());
    painter.fillRect(head, tokens.sunken);
    paintIcon(painter, QRect(head.left() + 8, head.top(), 16, head.height()),
              group.folded ? Icon::ChevronRight : Icon::ChevronDown, tokens.text2, 13);
    const QRect text = head.adjusted(30, 0, -12, 0);
    const QString count = QLocale().toString(static_cast<qulonglong>(group.count));
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
    const int room = text.width() - painter.fontMetrics().horizontalAdvance(count) - 12;
    painter.setFont(textFont(TextRole::LabelStrong));
    painter.setPen(tokens.text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(group.title, Qt::ElideRight, room));
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
    const int top = verticalScrollBar()->value();
    const std::vector<GalleryLayout::Section> &groups = m_tiles.sections();
    const auto begin = std::upper_bound(groups.begin(), groups.end(), top,
                                        [](int y, const GalleryLayout::Section &group) { return y < group.bottom; });
    for (auto at = begin; at != groups.end() && at->top < top + viewport()->height(); ++at) {
        if (!at->title.isEmpty())
            paintHead(painter, static_cast<std::size_t>(at - groups.begin()));
    }
}

} // namespace herdbook::ui

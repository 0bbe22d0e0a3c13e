// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace herdbook {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    QSize line(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        line.rwidth() += size.width() + (line.width() > 0 ? spacing() : 0);
        line.rheight() = std::max(line.height(), size.height());
    }
    return line.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize least(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const auto sizeOf = [&area](const QLayoutItem *item) {
        const QSize size = item->sizeHint();
        return QSize(std::min(size.width(), std::max(area.width(), item->minimumSize().width())), size.height());
    };
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    for (qsizetype from = 0; from < m_items.size();) {
        int width = 0;
        int height = 0;
        qsizetype to = from;
        for (; to < m_items.size(); ++to) {
            if (m_items.at(to)->isEmpty())
                continue;
            const QSize size = sizeOf(m_items.at(to));
            const int wider = width > 0 ? width + spacing() + size.width() : size.width();
            if (width > 0 && wider > area.width())
                break;
            width = wider;
            height = std::max(height, size.height());
        }
        int x = area.left();
        for (qsizetype at = from; place && at < to; ++at) {
            if (m_items.at(at)->isEmpty())
                continue;
            const QSize size = sizeOf(m_items.at(at));
            const QRect box(QPoint(x, y + (height - size.height()) / 2), size);
            m_items.at(at)->setGeometry(QStyle::visualRect(direction, area, box));
            x += size.width() + spacing();
        }
        y += height + (height > 0 && to < m_items.size() ? spacing() : 0);
        from = to;
    }
    return y - rect.top() + contentsMargins().bottom();
}

} // namespace herdbook

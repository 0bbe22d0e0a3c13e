// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/sweepdelegate.h"

#include "ui/reid/sweepmodel.h"
#include "ui/reid/words.h"
#include "ui/widgets/style/tokens.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>

namespace herdbook::ui {

void SweepDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const ThemeTokens &tokens = themeTokens(option->widget);
    if (index.data(SweepModel::OverLimitRole).toBool()) {
        option->palette.setColor(QPalette::Text, tokens.limit);
        option->palette.setColor(QPalette::HighlightedText, tokens.limit);
    }
    if (index.data(SweepModel::RecommendedRole).toBool())
        option->font = textFont(TextRole::Strong);
}

void SweepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const ThemeTokens &tokens = themeTokens(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens.border, 1));
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
                      QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    const bool inForce = index.data(SweepModel::InForceRole).toBool();
    const bool recommended = index.data(SweepModel::RecommendedRole).toBool();
    if (index.column() == SweepModel::Threshold && (inForce || recommended)) {
        const qreal x = option.rect.left() + option.fontMetrics.horizontalAdvance(index.data().toString()) + 24;
        const qreal y = option.rect.center().y() - 3;
        painter->setPen(Qt::NoPen);
        painter->setBrush(recommended ? tokens.recommended : tokens.current);
        painter->drawPolygon(QPolygonF({QPointF(x - 5, y), QPointF(x + 5, y), QPointF(x, y + 8)}));
    }
    const QVariant sex = index.data(SweepModel::SexRole);
    if (index.column() == SweepModel::Threshold && sex.isValid()) {
        const qreal x = option.rect.left() + option.fontMetrics.horizontalAdvance(index.data().toString()) + 20;
        paintSexMark(*painter, QRectF(x, option.rect.center().y() - 4, 9, 9),
                     sexClass(static_cast<reid::Sex>(sex.toInt())), tokens);
    }
    painter->restore();
}

} // namespace herdbook::ui

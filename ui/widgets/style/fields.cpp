// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"

#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace herdbook {

void Style::drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = enabled && option.state.testFlag(State_HasFocus);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const bool readOnly = option.state.testFlag(State_ReadOnly);
    const bool invalid = widget && widget->property("herdbookInvalid").toBool();
    const QColor fill = enabled && !readOnly ? m_tokens.surface : m_tokens.sunken;
    const QColor border = invalid   ? m_tokens.error
                          : focus   ? m_tokens.focus
                          : hover   ? m_tokens.text2
                          : enabled ? m_tokens.borderStrong
                                    : m_tokens.border;
    paintBox(painter, option.rect, fill, border, 5, focus ? 2 : 1);
}

void Style::drawComboBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!combo)
        return;
    drawField(option, painter, widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    paintIcon(painter, subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget), Icon::ChevronDown,
              enabled ? m_tokens.text2 : m_tokens.disabled);
    if (combo->editable)
        return;
    QRect text = subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget);
    if (!combo->currentIcon.isNull()) {
        const QRect all = text;
        combo->currentIcon.paint(&painter,
                                 visualRect(option.direction, all, QRect(text.left(), text.top(), 16, text.height())),
                                 Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text = visualRect(option.direction, all, text.adjusted(16 + 8, 0, 0, 0));
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    const bool placeholder = combo->currentText.isEmpty();
    painter.setPen(placeholder || !enabled ? m_tokens.disabled : m_tokens.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     option.fontMetrics.elidedText(placeholder && box ? box->placeholderText() : combo->currentText,
                                                   Qt::ElideRight, text.width()));
}

void Style::drawProgress(const QStyleOptionProgressBar &option, QPainter &painter) const
{
    const QRectF rect = option.rect;
    const qreal radius = rect.height() / 2;
    paintBox(painter, rect, m_tokens.surface, m_tokens.borderStrong, radius);
    const int range = option.maximum - option.minimum;
    const qreal share = range > 0 ? std::clamp(qreal(option.progress - option.minimum) / range, 0.0, 1.0) : 0.35;
    if (share <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath groove;
    groove.addRoundedRect(rect, radius, radius);
    painter.setClipPath(groove);
    const bool enabled = option.state.testFlag(State_Enabled);
    QRectF done(rect.left(), rect.top(), std::max(rect.height(), rect.width() * share), rect.height());
    if (option.direction == Qt::RightToLeft)
        done.moveRight(rect.right());
    paintBox(painter, done, enabled ? m_tokens.accent : m_tokens.stale, QColor(), radius);
    painter.restore();
}

} // namespace herdbook

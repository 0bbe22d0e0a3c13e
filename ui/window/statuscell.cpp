// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statuscell.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>
#include <QStyle>

#include <optional>

namespace herdbook {

namespace {

std::optional<Icon> iconOf(Tone tone)
{
    if (tone == Tone::Error)
        return Icon::Failed;
    return tone == Tone::Warn ? std::optional(Icon::Warning) : std::nullopt;
}

int markWidth(Tone tone)
{
    return tone == Tone::Ok ? 14 : iconOf(tone) ? 18 : 0;
}

} // namespace

QString widest(const QFontMetrics &metrics, QString text)
{
    QChar digit = u'0';
    for (QChar other = u'1'; other <= u'9'; other = QChar(other.unicode() + 1)) {
        if (metrics.horizontalAdvance(other) > metrics.horizontalAdvance(digit))
            digit = other;
    }
    return text.replace(u'0', digit);
}

StatusCell::StatusCell(const QString &name, QWidget *parent) : QToolButton(parent), m_name(name)
{
    setFont(textFont(TextRole::Label));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    setState(Tone::Neutral, tr("not read yet"));
}

void StatusCell::setState(Tone tone, const QString &value, const QString &explanation)
{
    m_tone = tone;
    m_value = value;
    setAccessibleName(tr("%1: %2").arg(m_name, value));
    setAccessibleDescription(explanation);
    setToolTip(explanation.isEmpty() ? QString() : Qt::convertFromPlainText(explanation)); // of nothing it makes "<p>"
    updateGeometry();
    update();
}

int StatusCell::widthOf(Tone tone, const QString &value) const
{
    const QFontMetrics strong(textFont(TextRole::LabelStrong));
    return 14 + markWidth(tone) + fontMetrics().horizontalAdvance(m_name) + 7 + strong.horizontalAdvance(value) + 15;
}

void StatusCell::reserve(Tone tone, const QString &value)
{
    const QFontMetrics strong(textFont(TextRole::LabelStrong));
    m_reserved = std::max(m_reserved, widthOf(tone, widest(strong, value)));
    updateGeometry();
}

QSize StatusCell::sizeHint() const
{
    return minimumSizeHint().expandedTo({m_reserved, 0});
}

QSize StatusCell::minimumSizeHint() const
{
    return {widthOf(m_tone, m_value), 27};
}

void StatusCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    if (underMouse())
        painter.fillRect(rect().adjusted(0, 1, -1, 0), tokens.hover);
    const auto visual = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    painter.fillRect(visual({width() - 1, 0, 1, height()}), tokens.border);
    const QColor ink = tokens.*toneInk(m_tone);
    int x = 14;
    if (m_tone == Tone::Ok) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QRectF(visual({x, 0, 8, height()})).center() + QPointF(0, 0.5), 4, 4);
    } else if (const std::optional<Icon> icon = iconOf(m_tone)) {
        paintIcon(painter, visual({x, 0, 14, height()}), *icon, ink, 14);
    }
    x += markWidth(m_tone);
    const auto write = [&](const QString &text, const QFont &font, const QColor &color) {
        painter.setFont(font);
        painter.setPen(color);
        const int length = QFontMetrics(font).horizontalAdvance(text);
        painter.drawText(visual({x, 0, length + 2, height()}), Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += length + 7;
    };
    write(m_name, font(), m_tone == Tone::Error ? ink : tokens.text2);
    write(m_value, textFont(TextRole::LabelStrong), m_tone == Tone::Stale ? ink : tokens.text);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(painter, QRect(2, 2, width() - 5, height() - 4), QColor(), tokens.focus, 4, 2);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/pill.h"

#include "ui/widgets/style/style.h"

#include <QPainter>

namespace herdbook {

Pill::Pill(Tone tone, const QString &text, std::optional<Icon> icon, QWidget *parent)
    : ElidedLabel({}, TextRole::LabelStrong, toneInk(tone), parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setState(tone, text, icon);
}

void Pill::setState(Tone tone, const QString &text, std::optional<Icon> icon)
{
    m_tone = tone;
    setColor(toneInk(tone));
    setIcon(icon);
    setText(text);
    update();
}

QSize Pill::sizeHint() const
{
    return {ElidedLabel::sizeHint().width() + 12, 20};
}

QSize Pill::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), 20};
}

QRect Pill::textRect() const
{
    return rect().adjusted(6 + iconRoom(), 0, -6, 0);
}

void Pill::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        paintBox(painter, rect(), themeTokens(this).*toneSoft(m_tone), QColor(), 4);
    }
    ElidedLabel::paintEvent(event);
}

KeyCap::KeyCap(const QString &key, QWidget *parent) : Label(key, TextRole::LabelStrong, &ThemeTokens::text, parent)
{
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyCap::setPressed(bool pressed)
{
    m_pressed = pressed;
    update();
}

QSize KeyCap::sizeHint() const
{
    return {std::max(24, fontMetrics().horizontalAdvance(text()) + 14), 24};
}

void KeyCap::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        const ThemeTokens &tokens = themeTokens(this);
        paintBox(painter, rect(), m_pressed ? tokens.selected : tokens.surface,
                 m_pressed ? tokens.accent : tokens.borderStrong, 4);
    }
    Label::paintEvent(event);
}

} // namespace herdbook

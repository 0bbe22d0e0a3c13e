// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagelabel.h"

#include "ui/widgets/style/style.h"

#include <QAccessible>
#include <QPainter>

namespace herdbook {

namespace {

constexpr int LineHeight = 18;

} // namespace

MessageLabel::MessageLabel(QWidget *field, QWidget *parent)
    : ElidedLabel({}, TextRole::Label, &ThemeTokens::text2, parent)
{
    setField(field);
    setFixedHeight(LineHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void MessageLabel::setField(QWidget *field)
{
    if (m_field && m_field != field) {
        setInvalid(m_field, false);
        m_field->setAccessibleDescription({});
    }
    m_field = field;
    if (field) {
        setInvalid(field, m_error);
        field->setAccessibleDescription(text());
    }
}

void MessageLabel::setHint(const QString &text)
{
    say(text, Tone::Neutral);
}

void MessageLabel::setError(const QString &text)
{
    say(text, Tone::Error);
}

void MessageLabel::setWarning(const QString &text)
{
    say(text, Tone::Warn);
}

void MessageLabel::say(const QString &text, Tone tone)
{
    const bool error = tone == Tone::Error && !text.isEmpty();
    if (text == this->text() && color() == toneInk(tone) && error == m_error)
        return;
    m_error = error;
    setColor(toneInk(tone));
    if (text.isEmpty() || tone == Tone::Neutral)
        setIcon(std::nullopt);
    else
        setIcon(error ? Icon::Failed : Icon::Warning);
    setText(text);
    fit();
    if (m_field) {
        setInvalid(m_field, error);
        m_field->setAccessibleDescription(text);
    }
    if (error) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QSize MessageLabel::sizeHint() const
{
    return {ElidedLabel::sizeHint().width(), LineHeight};
}

void MessageLabel::fit()
{
    int height = LineHeight;
    if (icon() && isElided()) {
        const QRect room(0, 0, textRect().width(), QWIDGETSIZE_MAX);
        height += fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() - fontMetrics().height();
    }
    setFixedHeight(height);
}

void MessageLabel::resizeEvent(QResizeEvent *event)
{
    ElidedLabel::resizeEvent(event);
    fit();
}

void MessageLabel::paintEvent(QPaintEvent *event)
{
    if (height() == LineHeight || !icon())
        return ElidedLabel::paintEvent(event);
    QPainter painter(this);
    const QColor ink = palette().color(foregroundRole());
    paintIcon(painter, QRect(0, 0, 14, LineHeight), *icon(), ink, 14);
    painter.setPen(ink);
    painter.drawText(textRect().adjusted(0, (LineHeight - fontMetrics().height()) / 2, 0, 0), Qt::TextWordWrap, text());
}

} // namespace herdbook

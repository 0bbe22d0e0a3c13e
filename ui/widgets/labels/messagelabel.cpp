// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/messagelabel.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QAccessible>
#include <QPainter>
#include <algorithm>

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

void MessageLabel::setCaptionWidth(int width)
{
    m_captionWidth = width;
    indent();
}

void MessageLabel::indent()
{
    const QMargins now = contentsMargins();
    const int spare = width() - (sizeHint().width() - now.left() - now.right());
    const int room = std::clamp(spare, 0, m_captionWidth);
    setContentsMargins(isRightToLeft() ? 0 : room, 0, isRightToLeft() ? room : 0, 0);
}

void MessageLabel::resizeEvent(QResizeEvent *event)
{
    ElidedLabel::resizeEvent(event);
    indent();
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

void MessageLabel::say(const QString &words, Tone tone)
{
    const QString text = coreText(words);
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
    indent();
    if (m_field) {
        setInvalid(m_field, error);
        m_field->setAccessibleDescription(text);
        if (tone != Tone::Neutral)
            m_field->setToolTip(Qt::convertFromPlainText(text));
        else if (!m_field->toolTip().isEmpty())
            m_field->setToolTip({});
    }
    if (error) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void MessageLabel::letWrap()
{
    setWordWrap(true);
    setMinimumHeight(LineHeight);
    setMaximumHeight(QWIDGETSIZE_MAX);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

int MessageLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return -1;
    const QRect room(0, 0, std::max(1, width - iconRoom()), QWIDGETSIZE_MAX);
    return std::max(LineHeight, fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height());
}

QSize MessageLabel::sizeHint() const
{
    return {ElidedLabel::sizeHint().width(), LineHeight};
}

void MessageLabel::paintEvent(QPaintEvent *event)
{
    if (!wordWrap() || !isElided()) {
        ElidedLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QColor ink = palette().color(foregroundRole());
    const QRect all = contentsRect();
    if (icon())
        paintIcon(painter, QStyle::visualRect(layoutDirection(), all, {all.left(), all.top(), 14, LineHeight}), *icon(),
                  ink, 14);
    painter.setPen(ink);
    painter.drawText(textRect(), static_cast<int>(alignment()) | Qt::TextWordWrap, text());
}

} // namespace herdbook

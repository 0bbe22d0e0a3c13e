// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/label.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>
#include <cmath>
#include <utility>

namespace herdbook {

Label::Label(const QString &text, TextRole role, ColorToken color, QWidget *parent) : QLabel(parent), m_color(color)
{
    setTextFormat(Qt::PlainText);
    setFont(textFont(role));
    setText(text);
    applyColor();
}

void Label::setColor(ColorToken color)
{
    m_color = color;
    applyColor();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyColor();
}

void Label::applyColor()
{
    const ThemeTokens &tokens = themeTokens(this);
    const QColor color = tokens.*m_color;
    QPalette own = palette();
    if (own.color(QPalette::Active, QPalette::WindowText) == color &&
        own.color(QPalette::Disabled, QPalette::WindowText) == tokens.disabled)
        return;
    own.setColor(QPalette::All, QPalette::WindowText, color);
    own.setColor(QPalette::Disabled, QPalette::WindowText, tokens.disabled);
    setPalette(own);
}

void ElidedLabel::setIcon(std::optional<Icon> icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > textRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + iconRoom() + 1 + around.left() + around.right(),
            std::max(fontMetrics().height(), m_icon ? 16 : 0) + around.top() + around.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), iconRoom() + fontMetrics().averageCharWidth() * 4), sizeHint().height()};
}

QRect ElidedLabel::textRect() const
{
    return QStyle::visualRect(layoutDirection(), contentsRect(), contentsRect().adjusted(iconRoom(), 0, 0, 0));
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect room = textRect();
    const QColor ink = palette().color(foregroundRole());
    if (m_icon)
        paintIcon(painter,
                  QStyle::visualRect(layoutDirection(), contentsRect(),
                                     {contentsRect().left(), room.top(), 14, room.height()}),
                  *m_icon, ink, 14);
    painter.setPen(ink);
    painter.drawText(room, static_cast<int>(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), m_mode, room.width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), Qt::convertFromPlainText(text()), this);
        return true;
    }
    return Label::event(event);
}

MarkedLabel::MarkedLabel(Icon icon, const QString &text, TextRole role, ColorToken color, QWidget *parent)
    : Label(text, role, color, parent), m_icon(icon)
{
    constexpr int Room = 18;
    setWordWrap(true);
    setContentsMargins(isRightToLeft() ? 0 : Room, 0, isRightToLeft() ? Room : 0, 0);
    setMinimumHeight(16);
}

void MarkedLabel::paintEvent(QPaintEvent *event)
{
    Label::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), {0, 0, 14, std::max(16, fontMetrics().height())}),
              m_icon, palette().color(foregroundRole()), 14);
}

LeadText::LeadText(const QString &lead, const QString &rest, TextRole role, ColorToken color, QWidget *parent)
    : Label({}, role, color, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setTexts(lead, rest);
}

void LeadText::setTexts(const QString &lead, const QString &rest)
{
    if (m_lead == lead && m_rest == rest)
        return;
    m_lead = lead;
    m_rest = rest;
    setText(QStringList{lead, rest}.join(lead.isEmpty() || rest.isEmpty() ? QString() : QStringLiteral(" ")));
    updateGeometry();
}

void LeadText::setMostLines(int lines)
{
    if (std::exchange(m_mostLines, lines) == lines)
        return;
    updateGeometry();
    update();
}

int LeadText::linesFor(int width) const
{
    QTextLayout layout;
    layOut(layout, text(), std::max(width, 1));
    return layout.lineCount();
}

QString LeadText::fitting(int width) const
{
    if (m_mostLines == 0)
        return text();
    QTextLayout layout;
    layOut(layout, text(), std::max(width, 1));
    if (layout.lineCount() <= m_mostLines)
        return text();
    const int last = layout.lineAt(m_mostLines - 1).textStart();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(last < m_lead.size() ? bold : font());
    return text().left(last) + metrics.elidedText(text().mid(last), Qt::ElideRight, width - 1);
}

qreal LeadText::layOut(QTextLayout &layout, const QString &text, qreal width) const
{
    layout.setText(text);
    layout.setFont(font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // file names have no spaces
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    QTextLayout::FormatRange bold;
    bold.start = 0;
    bold.length = static_cast<int>(m_lead.size());
    bold.format.setFontWeight(QFont::DemiBold);
    bold.format.setForeground(isEnabled() ? themeTokens(this).text : themeTokens(this).disabled);
    layout.setFormats({bold});
    const qreal spacing = fontMetrics().height() * 1.02;
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::max(spacing, line.height());
    }
    layout.endLayout();
    return y;
}

int LeadText::heightForWidth(int width) const
{
    QTextLayout layout;
    return static_cast<int>(std::ceil(layOut(layout, fitting(width), std::max(width, 1))));
}

QSize LeadText::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int width = std::min(QFontMetrics(bold).horizontalAdvance(text()) + 2, 420);
    return {width, heightForWidth(width)};
}

QSize LeadText::minimumSizeHint() const
{
    return {80, width() > 80 ? heightForWidth(width()) : fontMetrics().height()};
}

bool LeadText::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && fitting(width()) != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           Qt::convertFromPlainText(text(), Qt::WhiteSpaceNormal), this);
        return true;
    }
    return Label::event(event);
}

void LeadText::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    updateGeometry();
}

void LeadText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    QTextLayout layout;
    const qreal height = layOut(layout, fitting(width()), width());
    const qreal top = alignment().testFlag(Qt::AlignTop) ? 0 : std::max(0.0, (this->height() - height) / 2);
    layout.draw(&painter, {0, top});
}

} // namespace herdbook

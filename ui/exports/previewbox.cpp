// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/previewbox.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>
#include <QTextLayout>

namespace herdbook::ui {

namespace {

constexpr int MarginX = 12;
constexpr int MarginY = 9;
constexpr int LeastLines = 2;   ///< so that the box doesn't jump with its text
constexpr int SlowCount = 1000; ///< ms

} // namespace

PreviewBox::PreviewBox(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(QStringLiteral("preview"));
    setAccessibleName(tr("Preview"));
    setFont(textFont(TextRole::Body));
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowCount);
    connect(&m_slow, &QTimer::timeout, this, [this] { setTexts({}, accessibleDescription()); });
}

void PreviewBox::setTexts(const QString &note, const QString &before, const QString &warning, const QString &after)
{
    m_note = note;
    m_before = before;
    m_warning = warning;
    m_after = after;
    m_pending = false;
    m_slow.stop();
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

void PreviewBox::setPending(const QString &words)
{
    m_pending = true;
    setAccessibleDescription(words);
    m_slow.start();
    update();
}

QString PreviewBox::text() const
{
    const QString sentence = m_before + m_warning + m_after;
    return m_note.isEmpty() ? sentence : m_note + u'\n' + sentence;
}

qreal PreviewBox::layOut(QTextLayout &layout, qreal width) const
{
    layout.setText(m_before + m_warning + m_after);
    layout.setFont(font());
    const ThemeTokens &tokens = themeTokens(this);
    QTextCharFormat plain;
    plain.setForeground(m_pending ? tokens.disabled : tokens.text2);
    QTextCharFormat warn;
    warn.setForeground(m_pending ? tokens.disabled : tokens.warn);
    const int length = static_cast<int>(layout.text().size());
    const int at = static_cast<int>(m_before.size());
    const int warned = static_cast<int>(m_warning.size());
    layout.setFormats({{0, at, plain}, {at, warned, warn}, {at + warned, length - at - warned, plain}});
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height() + 2;
    }
    layout.endLayout();
    return height;
}

int PreviewBox::heightForWidth(int width) const
{
    QTextLayout layout;
    const qreal text = std::max<qreal>(layOut(layout, width - 2 * MarginX), LeastLines * (fontMetrics().height() + 2));
    const int note = m_note.isEmpty() ? 0 : QFontMetrics(textFont(TextRole::Label)).height() + 3;
    return static_cast<int>(text) + note + 2 * MarginY;
}

QSize PreviewBox::sizeHint() const
{
    return {280, heightForWidth(width() > 100 ? width() : 300)};
}

void PreviewBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.sunken, tokens.border, 6);
    qreal y = MarginY;
    if (!m_note.isEmpty()) {
        painter.setFont(textFont(TextRole::Label));
        painter.setPen(tokens.text2);
        const int height = painter.fontMetrics().height() + 3;
        painter.drawText(QRectF(MarginX, y, width() - 2 * MarginX, height), Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(m_note, Qt::ElideRight, width() - 2 * MarginX));
        y += height;
    }
    QTextLayout layout;
    layOut(layout, width() - 2 * MarginX);
    layout.draw(&painter, {MarginX, y});
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/banner.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace herdbook {

Banner::Banner(Tone tone, Icon icon, QWidget *parent)
    : QFrame(parent), m_tone(tone), m_icon(icon), m_layout(new QHBoxLayout(this)), m_text(new LeadText({}, {}))
{
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_layout->setContentsMargins(mirrored ? 11 : 40, 7, mirrored ? 40 : 11, 7);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_text, 1);
}

void Banner::setTone(Tone tone, Icon icon)
{
    m_tone = tone;
    m_icon = icon;
    update();
}

void Banner::setTexts(const QString &lead, const QString &rest)
{
    m_text->setTexts(coreText(lead), coreText(rest));
    setAccessibleName(m_text->text());
    if (lead != m_lead && isVisible()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_lead = lead;
}

QPushButton *Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    addButton(button);
    return button;
}

void Banner::addButton(QPushButton *button)
{
    setCompact(button);
    m_layout->addWidget(button, 0, Qt::AlignVCenter);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    const QColor ink = tokens.*toneInk(m_tone);
    const bool loud = m_tone == Tone::Warn || m_tone == Tone::Error;
    paintBox(painter, rect(), tokens.*toneSoft(m_tone), loud ? ink : tokens.border, 5);
    if (!loud)
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), {0, 0, 3, height()}), ink);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), {13, 0, 18, height()}), m_icon, ink);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/card.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QPainter>

namespace herdbook {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_outer(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    m_body->setContentsMargins(15, 12, 15, 15);
    m_body->setSpacing(8);
    m_outer->addLayout(m_body, 1);
    if (!title.isEmpty()) {
        auto *label = new Label(title, TextRole::Strong);
        header()->insertWidget(0, label);
        setAccessibleName(title);
    }
}

QHBoxLayout *Card::header()
{
    if (!m_headerRow) {
        m_headerRow = new QWidget(this);
        auto *row = new QHBoxLayout(m_headerRow);
        row->setContentsMargins(15, 0, 15, 0);
        row->addStretch(1);
        m_headerRow->setMinimumHeight(42);
        m_headerRow->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_outer->insertWidget(0, m_headerRow);
        QMargins margins = m_body->contentsMargins();
        margins.setTop(0);
        m_body->setContentsMargins(margins);
    }
    return static_cast<QHBoxLayout *>(m_headerRow->layout());
}

void Card::setHeaderLine(bool line)
{
    m_line = line;
    QMargins margins = m_body->contentsMargins();
    margins.setTop(line ? 12 : 0);
    m_body->setContentsMargins(margins);
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.surface, tokens.border, 6);
    if (m_line && m_headerRow)
        painter.fillRect(QRect(0, m_headerRow->geometry().bottom(), width(), 1), tokens.border);
}

Divider::Divider(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Divider::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeTokens(this).border);
}

Ground::Ground(ColorToken color, QWidget *parent) : QWidget(parent), m_color(color) {}

void Ground::setColor(ColorToken color)
{
    m_color = color;
    update();
}

void Ground::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeTokens(this).*m_color);
}

} // namespace herdbook

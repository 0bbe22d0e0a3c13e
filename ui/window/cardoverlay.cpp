// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/cardoverlay.h"

#include "ui/widgets/labels/card.h"
#include "ui/widgets/style/icons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace herdbook {

CardOverlay::CardOverlay(const QString &title, QWidget *window)
    : QWidget(window), m_before(QApplication::focusWidget()), m_card(new Card(title, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    m_card->setHeaderLine(true);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(Icon::Close));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &CardOverlay::leave);
    m_card->header()->addWidget(close);
    auto *place = new QVBoxLayout(this);
    place->setContentsMargins(24, 24, 24, 24);
    place->addWidget(m_card, 0, Qt::AlignCenter);
    window->installEventFilter(this);
}

void CardOverlay::open()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void CardOverlay::leave()
{
    close();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CardOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void CardOverlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        leave();
}

bool CardOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    return false;
}

bool CardOverlay::focusNextPrevChild(bool next)
{
    // What lies under the veil can't be reached.
    QList<QWidget *> stops;
    const QList<QWidget *> children = findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0)
            stops << child;
    }
    if (stops.isEmpty())
        return true;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype to = next ? (at + 1) % stops.size() : (at <= 0 ? stops.size() : at) - 1;
    stops.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void CardOverlay::paintEvent(QPaintEvent *)
{
    QColor veil = themeTokens(this).rail;
    veil.setAlphaF(0.82F);
    QPainter(this).fillRect(rect(), veil);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyspanel.h"

#include "ui/widgets/card.h"
#include "ui/widgets/pill.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace herdbook {

namespace {

QLayout *keysColumn(const QString &title, const QList<KeyHelp> &keys)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(new Label(title, TextRole::LabelStrong, &ThemeTokens::text2), 0, 0, 1, 2);
    int row = 1;
    for (const KeyHelp &help : keys) {
        auto *caps = new QHBoxLayout;
        caps->setSpacing(4);
        const QStringList alternatives = help.keys.split(QStringLiteral(" / "));
        for (const QString &alternative : alternatives)
            caps->addWidget(new KeyCap(alternative));
        caps->addStretch(1);
        grid->addLayout(caps, row, 0);
        grid->addWidget(new Label(help.what), row++, 1);
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

KeysPanel::KeysPanel(const QString &screenName, const QList<KeyHelp> &screenKeys, const QList<KeyHelp> &generalKeys,
                     QWidget *window)
    : QWidget(window), m_before(QApplication::focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    auto *card = new Card(tr("Keys"), this);
    card->setHeaderLine(true);
    m_card = card;
    auto *close = new QToolButton;
    close->setIcon(themeIcon(Icon::Close));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &KeysPanel::leave);
    card->header()->addWidget(close);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    if (!screenKeys.isEmpty())
        columns->addLayout(keysColumn(screenName, screenKeys), 1);
    columns->addLayout(keysColumn(tr("Everywhere"), generalKeys), 1);
    card->body()->addLayout(columns);
    auto *place = new QVBoxLayout(this);
    place->setContentsMargins(24, 24, 24, 24);
    place->addWidget(card, 0, Qt::AlignCenter);
    setGeometry(window->rect());
    window->installEventFilter(this);
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void KeysPanel::leave()
{
    close();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void KeysPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

void KeysPanel::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        leave();
}

bool KeysPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    return false;
}

void KeysPanel::paintEvent(QPaintEvent *)
{
    QColor veil = themeTokens(this).rail;
    veil.setAlphaF(0.82F);
    QPainter(this).fillRect(rect(), veil);
}

} // namespace herdbook

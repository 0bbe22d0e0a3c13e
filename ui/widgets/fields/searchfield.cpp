// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/searchfield.h"

#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/texts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace herdbook {

SearchField::SearchField(const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent), m_delay(new QTimer(this))
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    setToolTip(plainTip(placeholder));
    setClearButtonEnabled(true);
    setTextMargins(22, 0, 0, 0);
    m_delay->setSingleShot(true);
    m_delay->setInterval(120);
    connect(m_delay, &QTimer::timeout, this, &SearchField::say);
    connect(this, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &SearchField::say);
}

void SearchField::say()
{
    m_delay->stop();
    if (text() == m_said)
        return;
    m_said = text();
    Q_EMIT searched(m_said);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        say();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRect(10, 0, 16, height()), Icon::Search, themeTokens(this).text2);
}

} // namespace herdbook

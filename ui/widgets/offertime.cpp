// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/offertime.h"

#include <QEvent>
#include <QWidget>
#include <algorithm>

namespace herdbook {

OfferTime::OfferTime(const QList<QWidget *> &places) : QObject(places.first()), m_places(places)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    connect(&m_end, &QTimer::timeout, this, [this] {
        stop();
        Q_EMIT ended();
    });
    for (QWidget *place : places)
        place->installEventFilter(this);
}

void OfferTime::start(int milliseconds)
{
    m_end.start(milliseconds);
    m_stands = true;
    m_held = false;
    hold();
}

void OfferTime::stop()
{
    m_end.stop();
    m_left = 0;
    m_stands = m_away = false;
}

void OfferTime::hold()
{
    if (m_places.first()->isActiveWindow())
        m_away = false; // it may have been hidden when the window was come back to
    const bool held = m_away || std::ranges::any_of(m_places, [](const QWidget *place) {
                          return place->underMouse() || place->hasFocus();
                      });
    if (!m_stands || held == m_held)
        return;
    if (held) {
        m_left = left();
        m_end.stop();
    } else {
        m_end.start(m_left);
    }
    m_held = held;
    Q_EMIT heldChanged(held);
}

bool OfferTime::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        m_away = event->type() == QEvent::WindowDeactivate;
        [[fallthrough]];
    case QEvent::Enter:
    case QEvent::Leave:
        hold();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        QMetaObject::invokeMethod(this, &OfferTime::hold, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace herdbook

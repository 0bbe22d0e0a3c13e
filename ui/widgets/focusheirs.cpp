// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusheirs.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QWidget>

namespace herdbook {

namespace {

bool canHaveFocus(const QWidget *widget)
{
    return widget != nullptr && widget->isVisible() && widget->isEnabled();
}

class FocusHeirs : public QObject
{
public:
    FocusHeirs(QWidget *control, const QList<QWidget *> &heirs) : QObject(control), m_control(control)
    {
        for (QWidget *heir : heirs)
            m_heirs.emplaceBack(heir);
        control->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusOut && !canHaveFocus(m_control)) {
            // What hides and shows together is done with when this is carried out.
            const QPointer<QWidget> next = QApplication::focusWidget();
            QMetaObject::invokeMethod(
                this, [this, next] { passOn(next); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void passOn(const QWidget *next) const
    {
        const QWidget *now = m_control->window()->focusWidget();
        if (now != nullptr && now != next && now != m_control)
            return;                        // given on purpose
        QList<QWidget *> heirs{m_control}; // it may be there again
        for (const QPointer<QWidget> &heir : m_heirs)
            heirs.append(heir.data());
        focusFirstOf(heirs);
    }

    QWidget *m_control;
    QList<QPointer<QWidget>> m_heirs;
};

} // namespace

void focusFirstOf(const QList<QWidget *> &widgets)
{
    for (QWidget *widget : widgets) {
        if (canHaveFocus(widget)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void setFocusHeirs(const QList<QWidget *> &controls, const QList<QWidget *> &heirs)
{
    for (QWidget *control : controls) {
        QList<QWidget *> all = control->findChildren<QWidget *>();
        all.prepend(control);
        for (QWidget *one : std::as_const(all)) {
            if (one->focusPolicy() != Qt::NoFocus)
                new FocusHeirs(one, heirs);
        }
    }
}

} // namespace herdbook

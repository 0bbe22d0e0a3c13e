// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QWidget>

#include <functional>

namespace herdbook::test {

/// Somebody who has nothing but keys: each goes to what has the focus, or to the menu that is open. After each one the focus has to rest on
/// something that can be seen and used. What gives false is explained by told().
class Keyboard
{
public:
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::activePopupWidget();
        if (target == nullptr)
            target = QApplication::focusWidget();
        const QString name = QKeySequence(modifiers | key).toString();
        if (target == nullptr)
            return fails(QStringLiteral("%1 goes nowhere: nothing has the focus").arg(name));
        const QString on = heardAs(*target);
        QTest::keyClick(target, key, modifiers);
        return rests(QStringLiteral("%1 on \"%2\"").arg(name, on));
    }

    /// Types over what the field holds.
    bool type(const QString &text)
    {
        if (!press(Qt::Key_A, Qt::ControlModifier))
            return false;
        const QString on = heardAs(*QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
        return rests(QStringLiteral("typing into \"%1\"").arg(on));
    }

    /// Goes by Tab to the control of that accessible or object name.
    bool reach(const char *name)
    {
        const QString wanted = QString::fromUtf8(name);
        return walk(wanted, Qt::Key_Tab,
                    [&wanted](QWidget &focus) { return heardAs(focus) == wanted || focus.objectName() == wanted; });
    }
    /// Goes there by that key.
    bool reach(QWidget *wanted, Qt::Key by = Qt::Key_Tab)
    {
        return walk(heardAs(*wanted), by, [wanted](const QWidget &focus) { return &focus == wanted; });
    }

    /// Chooses in the menu that is open.
    bool choose(const char *action)
    {
        const QString wanted = QString::fromUtf8(action);
        QStringList passed;
        for (int step = 0; step < MostSteps; ++step) {
            const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return fails(QStringLiteral("No menu is open to choose \"%1\" in").arg(wanted));
            const QString at = menu->activeAction() != nullptr ? menu->activeAction()->text() : QString();
            if (at == wanted)
                return press(Qt::Key_Return);
            passed << at;
            if (!press(Qt::Key_Down))
                return false;
        }
        return fails(QStringLiteral("\"%1\" isn't in the menu: %2").arg(wanted, passed.join(u'|')));
    }

    /// Waits until the focus can be seen and used.
    bool rests(const QString &after = QStringLiteral("the last step"))
    {
        QCoreApplication::processEvents(); // what goes away passes its focus on by an event
        return QTest::qWaitFor([] { return trouble().isEmpty(); }, Patience) ||
               fails(QStringLiteral("After %1: %2").arg(after, trouble()));
    }

    const char *told() const { return m_told.constData(); }

private:
    static constexpr int MostSteps = 150;
    static constexpr int Patience = 30'000; ///< ms

    static QString heardAs(QWidget &widget)
    {
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&widget);
        const QString name = heard != nullptr ? heard->text(QAccessible::Name) : QString();
        return !name.isEmpty()
                   ? name
                   : QString(QLatin1String(widget.metaObject()->className()) + u' ' + widget.objectName()).trimmed();
    }

    /// Why nobody sees or can use what has the focus; empty where all is well.
    static QString trouble()
    {
        if (QApplication::activePopupWidget() != nullptr)
            return {};
        QWidget *focus = QApplication::focusWidget();
        if (focus == nullptr) {
            QStringList shown;
            for (const QWidget *window : QApplication::topLevelWidgets()) {
                if (window->isVisible())
                    shown << QStringLiteral("%1 \"%2\"%3")
                                 .arg(QLatin1String(window->metaObject()->className()), window->windowTitle(),
                                      window->isActiveWindow() ? QStringLiteral(", active") : QString());
            }
            return QStringLiteral("nothing has the focus; windows: %1").arg(shown.join(QStringLiteral(", ")));
        }
        const QString name = heardAs(*focus);
        if (!focus->isVisible() || !focus->isEnabled())
            return QStringLiteral("\"%1\" has the focus and is hidden or disabled").arg(name);
        QRect seen = focus->rect();
        for (const QWidget *at = focus; !at->isWindow(); at = at->parentWidget())
            seen = seen.translated(at->pos()) & at->parentWidget()->rect();
        return seen.isEmpty() ? QStringLiteral("\"%1\" has the focus and is out of sight").arg(name) : QString();
    }

    bool walk(const QString &wanted, Qt::Key by, const std::function<bool(QWidget &)> &isThere)
    {
        if (!rests())
            return false;
        QStringList passed;
        for (int step = 0; step < MostSteps; ++step) {
            QWidget *focus = QApplication::focusWidget();
            if (focus != nullptr && isThere(*focus))
                return true;
            passed << (focus != nullptr ? heardAs(*focus) : QStringLiteral("nothing"));
            if (!press(by))
                return false;
        }
        return fails(QStringLiteral("%1 never came to \"%2\" but to: %3")
                         .arg(QKeySequence(by).toString(), wanted, passed.join(u'|')));
    }

    bool fails(const QString &why)
    {
        m_told = why.toUtf8();
        return false;
    }

    QByteArray m_told;
};

} // namespace herdbook::test

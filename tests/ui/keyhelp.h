// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/screen.h"

#include <QAction>
#include <QKeyEvent>
#include <QShortcut>
#include <QWidget>

namespace herdbook::test {

/// The keys a help on keys names; what it says of mouse and wheel is left out.
inline QList<QKeySequence> namedKeys(const QList<KeyHelp> &help)
{
    QList<QKeySequence> named;
    for (const KeyHelp &line : help) {
        for (QString keys : line.keys.split(QStringLiteral(" / "))) {
            keys = keys.section(QStringLiteral(" ("), 0, 0);
            keys.replace(QStringLiteral("Enter"), QStringLiteral("Return"));
            if (const QStringList range = keys.split(QStringLiteral(" … ")); range.size() == 2) {
                for (int digit = range.first().toInt(); digit <= range.last().toInt(); ++digit)
                    named << QKeySequence(QString::number(digit));
            } else if (const QKeySequence one(keys); one[0].key() != Qt::Key_unknown) {
                named << one;
            }
        }
    }
    return named;
}

/// Keys of the actions and shortcuts under `page` that can be seen and used now and that the help doesn't name.
inline QStringList unnamedShortcuts(const QWidget &page, const QList<KeyHelp> &help)
{
    const QList<QKeySequence> named = namedKeys(help);
    QStringList unnamed;
    const auto look = [&](const QKeySequence &keys, const QObject *owner) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        const QKeySequence plain(keys.toString().replace(QStringLiteral("Enter"), QStringLiteral("Return")));
        if (!keys.isEmpty() && widget != nullptr && widget->isVisible() && !named.contains(plain))
            unnamed << keys.toString();
    };
    for (const QShortcut *shortcut : page.findChildren<QShortcut *>())
        look(shortcut->key(), shortcut->parent());
    for (const QAction *action : page.findChildren<QAction *>())
        look(action->shortcut(), action->parent());
    return unnamed;
}

/// Keys the widget takes although the help doesn't name them, and those it doesn't take although it does. Escape is pressed by nobody: it
/// would close the widget.
/// @param alike what the help's words name beside its keys.
inline QStringList wronglyNamedKeys(QWidget &widget, const QList<KeyHelp> &help, const QList<Qt::Key> &alike)
{
    const QList<QKeySequence> named = namedKeys(help);
    QList<int> keys{Qt::Key_Space, Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Left,   Qt::Key_Right,
                    Qt::Key_Up,    Qt::Key_Down,   Qt::Key_Home,      Qt::Key_End,    Qt::Key_PageUp, Qt::Key_PageDown,
                    Qt::Key_Plus,  Qt::Key_Minus,  Qt::Key_Equal,     Qt::Key_Comma,  Qt::Key_Period};
    for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
        keys << key;
    for (int key = Qt::Key_0; key <= Qt::Key_9; ++key)
        keys << key;
    QStringList wrong;
    for (const int key : keys) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        static_cast<QObject &>(widget).event(&press); // not by the application, which would ask its parents too
        const bool told = named.contains(QKeySequence(key)) || alike.contains(static_cast<Qt::Key>(key));
        const bool optional = key >= Qt::Key_1 && key <= Qt::Key_9; // as many as there are photos
        if (press.isAccepted() ? !told : told && !optional)
            wrong << QKeySequence(key).toString();
    }
    return wrong;
}

} // namespace herdbook::test

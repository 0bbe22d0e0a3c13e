// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace herdbook {

/// One line of the help on keys: "Ctrl+Enter", "Make export".
struct KeyHelp
{
    QString keys; ///< alternatives separated by " / "
    QString what;
};

/// What a page of the main window can offer besides being a QWidget; a page class inherits both. All have a default.
class Screen
{
public:
    virtual ~Screen() = default;

    /// F5: read again, or analyze.
    virtual void refresh() {}
    /// Ctrl+N: ready for a new thing (the export form).
    virtual void startNew() {}
    /// Ctrl+F.
    virtual void focusSearch() {}
    /// What F6 and Shift+F6 go through, in order: the widget of each pane that takes the focus.
    virtual QList<QWidget *> panes() const { return {}; }
    /// The window is about to close. False: something may be lost by that; the page, which is shown then, has said what, and says it once.
    virtual bool mayClose() { return true; }
    /// The keys of this page, for F1.
    virtual QList<KeyHelp> keys() const { return {}; }
};

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"
#include "ui/widgets/style/typeface.h"

#include <QObject>

class QApplication;
class QSettings;

namespace herdbook {

class Style;

/// Gives the application its look: style, palette and fonts from one set of tokens, light or dark. One object, made in app/
/// (or by a test) before the first widget, alive as long as widgets are. Follows the desktop's color scheme (from Qt 6.5 also while
/// running; before that the lightness of the desktop's palette at start decides) unless the user chose otherwise. Its buttons are pressed
/// by Enter as by Space.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// `settings` remembers the choice under "appearance/theme"; it must outlive the theme.
    Theme(QApplication &application, QSettings &settings, QObject *parent = nullptr);

    const ThemeTokens &tokens() const { return m_dark ? darkTokens() : lightTokens(); }
    bool isDark() const { return m_dark; }
    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

Q_SIGNALS:
    /// Light became dark or the reverse. Widgets that paint with themeTokens(this) repaint by themselves; charts connect to this.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool systemIsDark() const;
    void apply();

    QApplication &m_application;
    QSettings &m_settings;
    Style *m_style; ///< owned by the application
    Choice m_choice = Choice::System;
    bool m_systemDark = false; ///< as it was at start
    bool m_dark = false;
};

/// The palette of a set of tokens.
QPalette themePalette(const ThemeTokens &tokens);

} // namespace herdbook

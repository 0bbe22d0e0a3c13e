// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/theme.h"

#include "ui/widgets/fields/comboaccessible.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QPalette>
#include <QRadioButton>
#include <QSettings>
#include <QStyleHints>
#include <QToolTip>

namespace herdbook {

namespace {

const QString choiceKey = QStringLiteral("appearance/theme");

} // namespace

QPalette themePalette(const ThemeTokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, tokens.window);
    set(QPalette::Base, tokens.surface);
    set(QPalette::AlternateBase, tokens.sunken);
    set(QPalette::Button, tokens.surface);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Text, tokens.text);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::BrightText, tokens.error);
    set(QPalette::PlaceholderText, tokens.disabled);
    set(QPalette::Highlight, tokens.selected);
    set(QPalette::HighlightedText, tokens.text);
    set(QPalette::Link, tokens.link);
    set(QPalette::LinkVisited, tokens.link);
    set(QPalette::ToolTipBase, tokens.tooltip);
    set(QPalette::ToolTipText, tokens.onTooltip);
    set(QPalette::Light, tokens.surface);
    set(QPalette::Midlight, tokens.hover);
    set(QPalette::Mid, tokens.border);
    set(QPalette::Dark, tokens.borderStrong);
    set(QPalette::Shadow, tokens.borderStrong);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.disabled);
    return palette;
}

Theme::Theme(QApplication &application, QSettings &settings, QObject *parent)
    : QObject(parent), m_application(application), m_settings(settings), m_style(new Style(lightTokens())),
      m_systemDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    const QByteArray stored = settings.value(choiceKey).toByteArray();
    bool known = false;
    const int choice = QMetaEnum::fromType<Choice>().keyToValue(stored.constData(), &known);
    if (known)
        m_choice = static_cast<Choice>(choice);
    installComboAccessibility(); // before the first one is asked for
    QApplication::setStyle(m_style);
    QApplication::setFont(textFont(TextRole::Body));
    QToolTip::setFont(textFont(TextRole::Label));
    QApplication::setWindowIcon(applicationIcon());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    application.installEventFilter(this);
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Qt does this in dialogs alone. What is checked or chosen is left to Space.
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (button == nullptr || qobject_cast<QCheckBox *>(watched) || qobject_cast<QRadioButton *>(watched))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) ||
        (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (!key->isAutoRepeat()) // held down it would also press what takes its place
        button->click();
    return true;
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_systemDark;
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    m_settings.setValue(choiceKey,
                        QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(static_cast<int>(choice))));
    apply();
}

void Theme::apply()
{
    const bool wasDark = m_dark;
    m_dark = m_choice == Choice::System ? systemIsDark() : m_choice == Choice::Dark;
    m_style->setTokens(tokens());
    const QPalette palette = themePalette(tokens());
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    if (m_dark != wasDark)
        Q_EMIT changed();
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>
#include <memory>

class QSettings;

namespace herdbook {

/// The language of the screens: translations of Herdbook and of Qt's own dialogs, the default locale and with it numbers, dates and
/// weekdays, and the direction of the layout. One object, made in app/ (or by a test) before the first widget. Programs other than the
/// desktop make none: what they write is English.
class Language : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, English, German, Spanish };
    Q_ENUM(Choice)

    /// Speaks what is stored.
    explicit Language(const QSettings &settings, QObject *parent = nullptr);
    ~Language() override;

    /// The choice remembered under "appearance/language".
    static Choice stored(const QSettings &settings);
    /// For the next start: the words of a window that is open stay.
    static void store(QSettings &settings, Choice choice);
    /// The locale of a choice; `system` is the desktop's. Where that asks for a language that there is no translation for, English.
    static QLocale localeOf(Choice choice, const QLocale &system);
    /// A choice in its own language: "Deutsch".
    static QString nameOf(Choice choice);

private:
    QTranslator m_qt;
    const std::unique_ptr<QTranslator> m_own;
};

} // namespace herdbook

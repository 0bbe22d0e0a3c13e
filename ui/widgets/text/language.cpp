// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text/language.h"

#include "core/base/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QMetaEnum>
#include <QSettings>

// A resource of a static library has to be named by someone.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace herdbook {

namespace {

const QString choiceKey = QStringLiteral("appearance/language");

/// Silent where a thread says that its texts are to be English.
class OwnTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override
    {
        return EnglishTexts::isOn() ? QString() : QTranslator::translate(context, source, disambiguation, n);
    }
};

} // namespace

Language::Language(const QSettings &settings, QObject *parent)
    : QObject(parent), m_own(std::make_unique<OwnTranslator>())
{
    initTranslations();
    const QLocale locale = localeOf(stored(settings), QLocale::system());
    QLocale::setDefault(locale);
    const QString code = QLocale::languageToCode(locale.language());
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own->load(QStringLiteral(":/translations/herdbook_%1.qm").arg(code)))
        QCoreApplication::installTranslator(m_own.get());
    // Qt's own translation would decide this, and may not be installed.
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

Language::~Language() = default;

Language::Choice Language::stored(const QSettings &settings)
{
    bool known = false;
    const QByteArray name = settings.value(choiceKey).toByteArray();
    const int choice = QMetaEnum::fromType<Choice>().keyToValue(name.constData(), &known);
    return known ? static_cast<Choice>(choice) : Choice::System;
}

void Language::store(QSettings &settings, Choice choice)
{
    settings.setValue(choiceKey,
                      QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(static_cast<int>(choice))));
}

QLocale Language::localeOf(Choice choice, const QLocale &system)
{
    // Of each language the country whose marks the words use: those of Spanish are America's.
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    static const QLocale german(QLocale::German, QLocale::Germany);
    static const QLocale spanish(QLocale::Spanish, QLocale::UnitedStates);
    switch (choice) {
    case Choice::English:
        return english;
    case Choice::German:
        return german;
    case Choice::Spanish:
        return spanish;
    case Choice::System:
        break;
    }
    for (const QString &name : system.uiLanguages()) {
        for (const QLocale &spoken : {english, german, spanish}) {
            if (QLocale(name).language() == spoken.language())
                return spoken;
        }
    }
    return english;
}

QString Language::nameOf(Choice choice)
{
    switch (choice) {
    case Choice::English:
        return QStringLiteral("English");
    case Choice::German:
        return QStringLiteral("Deutsch");
    case Choice::Spanish:
        return QStringLiteral("Español");
    case Choice::System:
        break;
    }
    return {};
}

} // namespace herdbook

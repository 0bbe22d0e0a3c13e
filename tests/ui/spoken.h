// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/text/language.h"

#include <QGuiApplication>
#include <QSettings>

namespace herdbook::test {

/// A language for a test, and C again afterwards.
class Spoken
{
public:
    Spoken(QSettings &settings, Language::Choice choice) : m_before(QLocale())
    {
        Language::store(settings, choice);
        m_language = std::make_unique<Language>(settings);
    }
    ~Spoken()
    {
        m_language.reset();
        QLocale::setDefault(m_before);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }
    Spoken(const Spoken &) = delete;
    Spoken &operator=(const Spoken &) = delete;

private:
    QLocale m_before;
    std::unique_ptr<Language> m_language;
};

} // namespace herdbook::test

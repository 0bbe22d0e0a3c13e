// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/setting.h"

namespace herdbook {

Result<Settings> settingsFromVariables(const Variables &variables, const Settings &defaults)
{
    Settings settings = defaults;
    for (const ServerAddress &address : serverAddresses()) {
        const QString name = QLatin1String(address.name);
        const QString text = variables.value(name);
        const QString acceptable = text.isEmpty() ? QString() : address.read(settings, text);
        if (!acceptable.isEmpty())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 is unusable; it must be %2").arg(name, acceptable)};
    }
    for (const Setting &setting : settingTable()) {
        const QString name = QLatin1String(setting.name);
        const QString text = variables.value(name);
        const QString acceptable = text.isEmpty() ? QString() : setting.type.read(settings, text);
        if (!acceptable.isEmpty()) {
            const bool mayHoldSecret = setting.type.form == ValueForm::Secret ||
                                       text.contains(u'@'); // name:password@host, whatever it was meant for
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("%1 is %2; it must be %3")
                    .arg(name, mayHoldSecret ? QStringLiteral("unusable") : u'"' + text.left(80) + u'"', acceptable)};
        }
    }
    return settings;
}

Variables variablesFromSettings(const Settings &settings)
{
    Variables variables;
    for (const Setting &setting : settingTable())
        variables.insert(QLatin1String(setting.name), setting.type.write(settings));
    return variables;
}

QString settingProblem(const QString &variable, const QString &text)
{
    Settings scratch;
    const Setting *setting = settingOf(variable);
    QString acceptable = setting != nullptr ? setting->type.read(scratch, text) : QString();
    for (const ServerAddress &address : serverAddresses()) {
        if (variable == QLatin1String(address.name))
            acceptable = address.read(scratch, text);
    }
    return acceptable.isEmpty() ? QString() : QStringLiteral("must be ") + acceptable;
}

QStringList settingVariables()
{
    QStringList names;
    for (const Setting &setting : settingTable())
        names << QLatin1String(setting.name);
    return names;
}

QStringList secretVariables()
{
    QStringList names;
    for (const Setting &setting : settingTable()) {
        if (setting.type.form == ValueForm::Secret)
            names << QLatin1String(setting.name);
    }
    return names;
}

QStringList knownVariables()
{
    QStringList names = settingVariables();
    for (const ServerAddress &address : serverAddresses())
        names << QLatin1String(address.name);
    return names;
}

QStringList describeVariables()
{
    QStringList lines;
    const auto add = [&lines](const char *name, const char *help, const QString &usual) {
        lines << QStringLiteral("%1 %2").arg(QLatin1String(name), -26).arg(QLatin1String(help)) +
                     (usual.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(usual));
    };
    for (const ServerAddress &address : serverAddresses())
        add(address.name, address.help, {});
    for (const Setting &setting : settingTable()) {
        const QString usual = setting.type.write(Settings());
        add(setting.name, setting.help, usual.isEmpty() ? QString::fromLatin1(setting.whoseDefault) : usual);
    }
    return lines;
}

} // namespace herdbook

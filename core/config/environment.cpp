// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include "core/base/atomicfile.h"
#include "core/config/envparser.h"

#include <QFile>
#include <QProcessEnvironment>

#include <sys/stat.h>

namespace herdbook {

Result<Variables> readEnvironmentFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, QStringLiteral("Can't read %1: %2").arg(path, file.errorString())};
    Result<Variables> variables = parseEnvironment(QString::fromUtf8(file.readAll()), processVariables());
    if (!variables)
        return Error{variables.error().kind, path + QLatin1String(", ") + variables.error().message};
    return variables;
}

Result<void> writeEnvironmentFile(const QString &path, const Variables &variables)
{
    QStringList names = variables.keys();
    names.sort();
    QByteArray text;
    for (const QString &name : names) {
        QByteArray value = variables.value(name).toUtf8();
        value.replace('\\', "\\\\").replace('\'', "\\'");
        text += name.toUtf8() + "='" + value + "'\n";
    }
    const mode_t old = ::umask(0077);
    Result<void> written = AtomicFile::write(path, text);
    ::umask(old);
    return written;
}

Variables processVariables()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    Variables variables;
    for (const QString &name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

Result<Variables> loadVariables(const QString &file)
{
    Variables variables;
    if (!file.isEmpty()) {
        Result<Variables> read = readEnvironmentFile(file);
        if (!read)
            return read.error();
        variables = *std::move(read);
    }
    variables.insert(processVariables());
    return variables;
}

Result<Settings> loadSettings(const QString &file, const Settings &defaults)
{
    const Result<Variables> variables = loadVariables(file);
    if (!variables)
        return variables.error();
    return settingsFromVariables(*variables, defaults);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include "core/base/atomicfile.h"

#include <QFile>
#include <QProcessEnvironment>

#include <sys/stat.h>

namespace herdbook {

Result<Variables> readEnvironmentFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error{ErrorKind::NotFound, QStringLiteral("Can't read %1: %2").arg(path, file.errorString())};
    Variables variables;
    int number = 0;
    while (!file.atEnd()) {
        ++number;
        QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(QLatin1String("export ")))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1, line %2: must be NAME=value").arg(path).arg(number)};
        QString value = line.mid(equals + 1).trimmed();
        const QChar quote = value.isEmpty() ? QChar() : value.front();
        const qsizetype closing = quote == u'"' || quote == u'\'' ? value.indexOf(quote, 1) : -1;
        if (closing > 0)
            value = value.mid(1, closing - 1);
        else if (const qsizetype comment = value.indexOf(QLatin1String(" #")); comment >= 0)
            value = value.left(comment).trimmed();
        variables.insert(line.left(equals).trimmed(), value);
    }
    return variables;
}

Result<void> writeEnvironmentFile(const QString &path, const Variables &variables)
{
    QStringList names = variables.keys();
    names.sort();
    QByteArray text;
    for (const QString &name : names)
        text += name.toUtf8() + "='" + variables.value(name).toUtf8() + "'\n";
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

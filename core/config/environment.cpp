// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include "core/base/atomicfile.h"
#include "core/base/utf8text.h"
#include "core/config/setting.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QUrl>
#include <QUrlQuery>

#include <sys/stat.h>

namespace herdbook {

namespace {

Error inFile(const QString &path, const Error &error)
{
    return {error.kind, path + QLatin1String(", ") + error.message};
}

Result<QString> textOfFile(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray content = opened ? file.readAll() : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError)
        return Error{ErrorKind::NotFound, QStringLiteral("Can't read %1: %2").arg(path, file.errorString())};
    Result<QString> text = textOf(content);
    if (!text)
        return inFile(path, text.error());
    return text;
}

} // namespace

Result<Variables> readEnvironmentFile(const QString &path)
{
    const Result<QString> text = textOfFile(path);
    if (!text)
        return text.error();
    Result<Variables> variables = parseEnvironment(*text, processVariables());
    if (!variables)
        return inFile(path, variables.error());
    return variables;
}

Result<EnvironmentText> readUsableEnvironment(const QString &path)
{
    const Result<QString> text = textOfFile(path);
    if (!text)
        return text.error();
    return parseUsableLines(*text, processVariables());
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

namespace {

/// A server that the environment names in one piece is that server, not one made up of it and of what the file says of another.
void removeOthersServer(Variables &file, const Variables &environment)
{
    for (const ServerAddress &address : serverAddresses()) {
        const QString whole = environment.value(QLatin1String(address.name));
        const QUrlQuery query{QUrl(whole)};
        for (const Setting &setting : settingTable()) {
            const QLatin1String part(setting.inAddress);
            if (!whole.isEmpty() && setting.field.part == address.part && setting.inAddress != nullptr &&
                (part.isEmpty() || query.hasQueryItem(part)))
                file.remove(QLatin1String(setting.name));
        }
    }
}

} // namespace

Result<Variables> loadVariables(const QString &file)
{
    Variables variables;
    if (!file.isEmpty()) {
        Result<Variables> read = readEnvironmentFile(file);
        if (!read)
            return read.error();
        variables = *std::move(read);
    }
    for (const QString &name : knownVariables()) {
        if (!qgetenv(qPrintable(name)).isValidUtf8())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1 in the environment must be text in UTF-8").arg(name)};
    }
    const Variables environment = processVariables();
    removeOthersServer(variables, environment);
    variables.insert(environment);
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

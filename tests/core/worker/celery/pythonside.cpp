// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/celery/pythonside.h"

#include "core/config/environment.h"

#include <QFile>
#include <QJsonDocument>

namespace herdbook::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

demo::ChildCommand PythonSide::command(const QStringList &arguments, const QStringList &environment,
                                       const QString &log) const
{
    QStringList variables{QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("C_FORCE_ROOT=1"),
                          QStringLiteral("PYTHONUNBUFFERED=1")};
    const Variables settings = variablesFromSettings(m_settings);
    for (auto at = settings.begin(); at != settings.end(); ++at)
        variables << at.key() + u'=' + at.value();
    demo::ChildCommand command;
    // Debian's own interpreter: the packages are there, not in whatever comes first in the PATH.
    command.program = QStringLiteral("/usr/bin/python3");
    command.arguments = QStringList{QStringLiteral(HERDBOOK_PYTHON_SIDE)} + arguments;
    command.environment = variables + environment;
    command.logFile = log;
    command.workingFolder = m_folder.path();
    return command;
}

Result<QByteArray> PythonSide::run(const QStringList &arguments, const QStringList &environment)
{
    const QString log = m_folder.filePath(QStringLiteral("run"));
    QFile::remove(log);
    const Result<int> code = demo::ChildProcess::run(command(arguments, environment, log));
    if (!code)
        return code.error();
    if (*code != 0)
        return Error{ErrorKind::Internal, QString::fromUtf8(contentOf(log))};
    return contentOf(log);
}

Result<QJsonObject> PythonSide::json(const QStringList &arguments, const QStringList &environment)
{
    const Result<QByteArray> text = run(arguments, environment);
    if (!text)
        return text.error();
    return QJsonDocument::fromJson(text->trimmed().split('\n').last()).object();
}

Result<void> PythonSide::start(const QStringList &arguments, const QStringList &environment)
{
    Result<demo::ChildProcess> started =
        demo::ChildProcess::start(command(arguments, environment, m_folder.filePath(QStringLiteral("started"))));
    if (!started)
        return started.error();
    m_process = *std::move(started);
    return {};
}

QByteArray PythonSide::output() const
{
    return contentOf(m_folder.filePath(QStringLiteral("started")));
}

} // namespace herdbook::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/envimport.h"

#include "core/base/language.h"
#include "core/base/runapart.h"
#include "core/base/whendone.h"
#include "core/config/environment.h"
#include "core/config/setting.h"
#include "ui/widgets/text/coretexts.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QUrl>

namespace herdbook::connection {

using Part = CheckRunner::Part;

namespace {

QString hostOf(FormPart part)
{
    return part == FormPart::Redis ? QStringLiteral("REDIS_HOST") : QStringLiteral("POSTGRES_HOST");
}

} // namespace

EnvImport::EnvImport(QObject *parent) : QObject(parent)
{
    connect(&m_checks, &CheckRunner::changed, this, &EnvImport::changed);
}

void EnvImport::read(const QString &path)
{
    m_path = path.trimmed();
    if (m_path.startsWith(QLatin1String("file://")))
        m_path = QUrl(m_path).toLocalFile();
    m_reading = true;
    m_typed.clear();
    const int run = ++m_run;
    Q_EMIT changed();
    whenDone(runApart([path = m_path] { return readUsableEnvironment(path); }), this,
             [this, run](const Result<EnvironmentText> &text) {
                 if (run == m_run)
                     take(text, false);
             });
}

void EnvImport::testAgain()
{
    if (m_path.isEmpty())
        return;
    m_reading = true;
    const int run = ++m_run;
    Q_EMIT changed();
    whenDone(runApart([path = m_path] { return readUsableEnvironment(path); }), this,
             [this, run](const Result<EnvironmentText> &text) {
                 if (run == m_run)
                     take(text, true);
             });
}

void EnvImport::take(const Result<EnvironmentText> &text, bool keepTyped)
{
    m_reading = false;
    m_fileProblem = text ? QString() : coreText(text.error().message);
    const Variables variables = text ? text->variables : Variables();
    m_badLines = text ? text->badLines : QList<qsizetype>();
    const Variables typed = m_values;
    m_checks.reset();
    m_values.clear();
    m_badAddresses.clear();
    m_named.clear();
    m_given.clear();
    m_unused.clear();
    m_found = m_used = 0;
    m_loaded = !variables.isEmpty();
    if (text && !m_loaded)
        m_fileProblem = tr("%1 holds no settings").arg(m_path);
    if (m_loaded) {
        const QStringList known = knownVariables();
        // Of a broken line a part of a secret can be in a name's place.
        static const QRegularExpression usualName(QStringLiteral("\\A[A-Z_][A-Z0-9_]{0,39}\\z"));
        m_found = static_cast<int>(variables.size());
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            m_named.insert(it.key());
            if (known.contains(it.key()) && !it.value().isEmpty()) {
                ++m_used;
                m_given.insert(it.key());
            } else if (usualName.match(it.key()).hasMatch()) {
                m_unused << it.key();
            }
        }
        m_unused.sort();
        if (m_used == 0) {
            m_loaded = false;
            m_fileProblem = tr("Nothing in %1 is a setting Herdbook knows. Is it the deployment's .env?").arg(m_path);
        }
    }
    if (m_loaded) {
        // Whole addresses are taken apart; a value that can't be used stays as the file has it, for its row to say so.
        Variables usable = variables;
        usable.removeIf(
            [](auto it) { return !it.value().isEmpty() && !settingProblem(it.key(), it.value()).isEmpty(); });
        const Result<Settings> settings = settingsFromVariables(usable);
        if (!settings) {
            m_loaded = false;
            m_fileProblem = coreText(settings.error().message);
            Q_EMIT changed();
            return;
        }
        m_values = variablesFromSettings(*settings);
        for (const QString &variable : std::as_const(m_given)) {
            if (m_values.contains(variable) && !usable.contains(variable))
                m_values.insert(variable, variables.value(variable));
        }
        for (const ServerAddress &address : serverAddresses()) {
            const QString name = QLatin1String(address.name);
            if (!variables.contains(name) || usable.contains(name))
                continue;
            m_badAddresses.insert(name, variables.value(name));
            m_values.insert(hostOf(address.part), {}); // none is known, and the usual one is not said to be it
        }
        if (keepTyped) {
            for (const QString &variable : std::as_const(m_typed))
                m_values.insert(variable, typed.value(variable));
        }
        const QSignalBlocker quiet(this); // all begin together
        for (const Row row : {Row::Postgres, Row::Redis, Row::ExportFolder})
            test(row);
    }
    Q_EMIT changed();
}

void EnvImport::setValue(const QString &variable, const QString &typed)
{
    const QString value = formOf(variable) == ValueForm::Decimal ? typedNumber(typed) : typed;
    if (m_values.value(variable) == value)
        return;
    m_values.insert(variable, value);
    m_typed.insert(variable);
}

void EnvImport::test(Row row)
{
    Part part = Part::Postgres;
    switch (row) {
    case Row::Postgres:
    case Row::Database:
    case Row::Rights:
        break;
    case Row::Redis:
        part = Part::Redis;
        break;
    case Row::ExportFolder:
    case Row::Photos:
        part = Part::Files;
        break;
    case Row::Threshold:
    case Row::TimeZone:
        Q_EMIT changed();
        return;
    }
    {
        const QSignalBlocker quiet(m_checks); // not tested for no longer than this
        m_checks.forget(part);                // a test that runs was of other values
    }
    for (const ServerAddress &address : serverAddresses()) {
        if (part != (address.part == FormPart::Redis ? Part::Redis : Part::Postgres) ||
            !m_badAddresses.contains(QLatin1String(address.name)))
            continue;
        if (m_values.value(hostOf(address.part)).isEmpty()) {
            Q_EMIT changed();
            return;
        }
        m_badAddresses.remove(QLatin1String(address.name));
    }
    m_checks.run(part, settings(), false);
}

/// The settings, but for values of other rows that can't be used: they have rows of their own to say so.
Result<Settings> EnvImport::settings() const
{
    Variables usable;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (it.value().isEmpty() || settingProblem(it.key(), it.value()).isEmpty())
            usable.insert(it.key(), it.value());
    }
    Settings none;
    none.exportFolder.clear();
    none.imageFolder.clear();
    return settingsFromVariables(usable, none);
}

QString EnvImport::badVariable(const QStringList &variables) const
{
    for (const QString &variable : variables) {
        const QString value = m_values.value(variable);
        if (!value.isEmpty() && !settingProblem(variable, value).isEmpty())
            return variable;
    }
    return {};
}

QStringList EnvImport::leftOut() const
{
    QStringList left;
    for (const QString &variable : settingVariables()) {
        const FormPart part = partOf(variable);
        const bool hasLine = part != FormPart::None && part != FormPart::Files; // lines of files ask for folders only
        if (!hasLine && badVariable({variable}) == variable)
            left << QStringLiteral("%1 %2").arg(variable, coreText(settingProblem(variable, m_values.value(variable))));
    }
    return left;
}

QStringList EnvImport::badLines() const
{
    QStringList lines;
    for (const qsizetype line : m_badLines)
        lines << tr("line %1 must be NAME=value").arg(line);
    return lines;
}

bool EnvImport::isTesting() const
{
    return m_reading || m_checks.check(Part::Postgres).running || m_checks.check(Part::Redis).running ||
           m_checks.check(Part::Files).running;
}

int EnvImport::needing() const
{
    int count = 0;
    for (int row = 0; m_loaded && row < RowCount; ++row) {
        const Tone tone = line(static_cast<Row>(row)).tone;
        count += tone == Tone::Warn || tone == Tone::Error ? 1 : 0;
    }
    return count;
}

bool EnvImport::canConnect() const
{
    return canConnectWithoutRedis() && line(Row::Redis).tone != Tone::Error && line(Row::Redis).tone != Tone::Neutral;
}

bool EnvImport::canConnectWithoutRedis() const
{
    if (!m_loaded || isTesting())
        return false;
    for (int row = 0; row < RowCount; ++row) {
        const Tone tone = line(static_cast<Row>(row)).tone;
        if (static_cast<Row>(row) != Row::Redis && (tone == Tone::Error || tone == Tone::Neutral))
            return false;
    }
    return true;
}

QString EnvImport::suggestedName() const
{
    using Paths = QStandardPaths;
    const QString path = QFileInfo(m_path).absolutePath();
    const QString folder = QFileInfo(path).fileName();
    QStringList anybodys{QDir::homePath(), QDir::rootPath(), QDir::tempPath()};
    for (const auto place : {Paths::DownloadLocation, Paths::DesktopLocation, Paths::DocumentsLocation})
        anybodys << Paths::writableLocation(place);
    if (!folder.isEmpty() && !anybodys.contains(path))
        return folder.left(1).toUpper() + folder.mid(1, 40);
    const QString host = m_values.value(QStringLiteral("POSTGRES_HOST"));
    const bool elsewhere = badVariable({QStringLiteral("POSTGRES_HOST")}).isEmpty() && !host.startsWith(u'/') &&
                           host != QLatin1String("localhost") && QHostAddress(host).isNull();
    const QString said = elsewhere ? host : m_values.value(QStringLiteral("POSTGRES_DB"));
    return said.isEmpty() ? tr("Production") : said.left(40);
}

Variables EnvImport::values() const
{
    const Result<Settings> usable = settings();
    return usable ? variablesFromSettings(*usable) : Variables();
}

Variables EnvImport::readSoFar() const
{
    Variables all = m_loaded ? values() : Variables();
    for (auto it = m_values.cbegin(); m_loaded && it != m_values.cend(); ++it) {
        const FormPart part = partOf(it.key());
        const bool hasLine =
            part != FormPart::None && (part != FormPart::Files || formOf(it.key()) == ValueForm::Folder);
        if (hasLine) // what is left out may hold a password where none belongs
            all.insert(it.key(), it.value());
    }
    return all;
}

} // namespace herdbook::connection

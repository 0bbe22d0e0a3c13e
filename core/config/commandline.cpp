// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/commandline.h"

#include "core/base/locale.h"
#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/config/environment.h"

#include <QCoreApplication>
#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <sys/stat.h>

namespace herdbook {

int written(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    QTextStream(stderr) << QStringLiteral(
        "Standard output can't be written: what should be there is lost or cut off.\n");
    return ExitFailure;
}

void limitFileModes(const Settings &settings)
{
    const mode_t inherited = ::umask(0777);
    ::umask(inherited | static_cast<mode_t>(settings.fileMask));
}

CommandLine::CommandLine(const QString &description)
{
    QCoreApplication::setApplicationVersion(version());
    m_parser.setApplicationDescription(description + QLatin1String("\n\nEnvironment variables:\n  ") +
                                       describeVariables().join(QLatin1String("\n  ")));
    m_parser.addOption({QStringLiteral("env"), QStringLiteral("Read settings from a .env file; real variables win."),
                        QStringLiteral("file")});
    m_parser.addOption({QStringLiteral("verbose"), QStringLiteral("Log more.")});
    m_parser.addVersionOption();
    m_parser.addHelpOption();
}

bool CommandLine::onlyPrints(int argc, char **argv, std::initializer_list<const char *> more)
{
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        const auto is = [=](const char *option) { return qstrcmp(argument, option) == 0; };
        static constexpr const char *usual[] = {"--help", "-h", "--help-all", "--version", "-v"};
        return std::any_of(std::begin(usual), std::end(usual), is) || std::any_of(more.begin(), more.end(), is);
    });
}

std::optional<int> CommandLine::parse(const QStringList &arguments)
{
    useEnglishMessages();
    const bool understood = m_parser.parse(arguments);
    if (!understood || !m_parser.unknownOptionNames().isEmpty()) {
        QTextStream(stderr) << m_parser.errorText() << "\nTry --help.\n";
        return ExitUsage;
    }
    if (m_parser.isSet(QStringLiteral("version"))) {
        QTextStream(stdout) << QCoreApplication::applicationName() << ' ' << version() << '\n';
        return written(ExitDone);
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        QTextStream(stdout) << m_parser.helpText();
        return written(ExitDone);
    }
    if (const QStringList more = m_parser.positionalArguments(); !more.isEmpty()) {
        QTextStream(stderr) << "Nothing is known of \"" << more.first() << "\"\nTry --help.\n";
        return ExitUsage;
    }
    if (m_parser.isSet(QStringLiteral("env")) && m_parser.value(QStringLiteral("env")).isEmpty()) {
        QTextStream(stderr) << "--env must be the path of a .env file\n";
        return ExitUsage;
    }
    setUpLogging(m_parser.isSet(QStringLiteral("verbose")));
    return std::nullopt;
}

Result<Variables> CommandLine::variables() const
{
    return loadVariables(m_parser.value(QStringLiteral("env")));
}

Result<Settings> CommandLine::settings(const Settings &defaults) const
{
    Result<Settings> settings = loadSettings(m_parser.value(QStringLiteral("env")), defaults);
    if (settings)
        limitFileModes(*settings);
    return settings;
}

Result<int> CommandLine::number(const QString &option, int least, int most) const
{
    bool ok = false;
    const int number = m_parser.value(option).toInt(&ok);
    if (!ok || number < least || number > most)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("--%1 must be a whole number from %2 to %3").arg(option).arg(least).arg(most)};
    return number;
}

} // namespace herdbook

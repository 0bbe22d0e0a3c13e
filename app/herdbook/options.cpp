// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/options.h"

#include "core/demo/demoranch.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTextStream>

namespace herdbook {

namespace {

int complain(const QString &message, ExitCode code)
{
    QTextStream(stderr) << message << '\n';
    return code;
}

int printEnvironmentPath(const QString &folder)
{
    if (!demo::DemoRanch::isOpen(folder))
        return complain(QStringLiteral("The demo ranch in %1 is not open: no Herdbook runs its servers. Open it with "
                                       "herdbook --demo, and ask again while its window is open.")
                            .arg(folder),
                        ExitFailure);
    QTextStream(stdout) << demo::DemoRanch::environmentFile(folder) << '\n';
    return written(ExitDone);
}

int forget(const QString &folder)
{
    const Result<qint64> freed = demo::DemoRanch::forget(folder);
    if (!freed)
        return complain(freed.error().message, ExitFailure);
    QTextStream out(stdout);
    if (*freed < 0)
        out << "There is no demo ranch in " << folder << ".\n";
    else
        out << "Removed " << folder << " (" << QLocale::c().formattedDataSize(*freed, 0, QLocale::DataSizeSIFormat)
            << "), with its exports.\n";
    out << "Left as they are: what the desktop keeps of jobs and trials, in "
        << QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        << ", the last analyses and the files it opened, in "
        << QStandardPaths::writableLocation(QStandardPaths::CacheLocation) << ", and its settings, in "
        << QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) << "/herdbook.\n";
    out.flush();
    return written(ExitDone);
}

} // namespace

void addDesktopOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("demo"), QStringLiteral("Open the demo ranch: private servers, generated data, one worker.")},
         {QStringLiteral("print-env"),
          QStringLiteral("With --demo: print the path of the open demo ranch's demo.env and end.")},
         {QStringLiteral("forget"),
          QStringLiteral("With --demo: remove the demo ranch's folder, exports included, and end.")},
         {QStringLiteral("tour"),
          QStringLiteral("Make one PDF and one ZIP through the form, save pictures of all screens, end."),
          QStringLiteral("folder")}});
}

int printOnly(CommandLine &commandLine)
{
    if (const std::optional<int> ended = commandLine.parse(QCoreApplication::arguments()))
        return *ended;
    const auto isSet = [&](const char *option) { return commandLine.parser().isSet(QString::fromLatin1(option)); };
    if (!isSet("demo"))
        return complain(QStringLiteral("--print-env and --forget are about the demo ranch: give --demo, too."),
                        ExitUsage);
    if (isSet("print-env") && isSet("forget"))
        return complain(QStringLiteral("Give either --print-env or --forget."), ExitUsage);
    const QString folder = demo::DemoRanch::defaultFolder();
    return isSet("forget") ? forget(folder) : printEnvironmentPath(folder);
}

} // namespace herdbook

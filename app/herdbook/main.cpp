// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/demostart.h"
#include "app/herdbook/desktop.h"
#include "app/herdbook/tour.h"
#include "core/base/termination.h"
#include "core/config/commandline.h"
#include "core/config/environment.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTextStream>

using namespace herdbook;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("demo"), QStringLiteral("Open the demo ranch: private servers, generated data, one worker.")},
         {QStringLiteral("print-env"), QStringLiteral("With --demo: print the path of demo.env and end.")},
         {QStringLiteral("tour"),
          QStringLiteral("Make one PDF and one ZIP through the form, save pictures of all screens, end."),
          QStringLiteral("folder")}});
}

/// Help, version and the like need no display, and the tour takes its pictures without one. Anything else says what is missing
/// instead of ending in Qt's abort.
bool chooseDisplay(int argc, char *argv[])
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM"))
        return true;
    static constexpr const char *quiet[] = {"--tour", "--print-env", "--help", "-h", "--help-all", "--version", "-v"};
    const bool canDoWithout = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::any_of(std::begin(quiet), std::end(quiet),
                           [=](const char *option) { return qstrcmp(argument, option) == 0; });
    });
    if (canDoWithout)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return canDoWithout;
}

int printEnvironmentPath()
{
    const QString path = demo::DemoRanch::environmentFile(demo::DemoRanch::defaultFolder());
    QTextStream(stdout) << path << '\n';
    if (QFile::exists(path))
        return ExitDone;
    QTextStream(stderr) << "The demo ranch was never started; herdbook --demo starts it.\n";
    return ExitFailure;
}

} // namespace

int main(int argc, char *argv[])
{
    holdTerminationSignals();
    if (!chooseDisplay(argc, argv)) {
        QTextStream(stderr)
            << "There is no display (DISPLAY and WAYLAND_DISPLAY are not set); --tour FOLDER works without one.\n";
        return ExitFailure;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("herdbook"));
    QApplication::setOrganizationName(QStringLiteral("herdbook"));
    QApplication::setApplicationDisplayName(QStringLiteral("Herdbook"));
    QApplication::setWindowIcon(applicationIcon());
    CommandLine commandLine(QStringLiteral("Exports and re-identification for camera-trap deer monitoring."));
    addOptions(commandLine.parser());
    if (const std::optional<int> ended = commandLine.parse(QApplication::arguments()))
        return *ended;
    const bool demo = commandLine.parser().isSet(QStringLiteral("demo"));
    if (demo && commandLine.parser().isSet(QStringLiteral("print-env")))
        return printEnvironmentPath();
    const Result<Variables> environment = commandLine.variables();
    const Result<Settings> settings = environment ? settingsFromVariables(*environment) : environment.error();
    if (!settings) {
        QTextStream(stderr) << settings.error().message << '\n';
        return ExitUsage;
    }

    QSettings remembered;
    Theme theme(application, remembered);
    std::unique_ptr<DemoStart> start;
    std::unique_ptr<Desktop> desktop;
    std::unique_ptr<Tour> tour;
    const TerminationWatch termination(
        [&] { QMetaObject::invokeMethod(&application, &QApplication::quit, Qt::QueuedConnection); });
    const auto open = [&](const Variables &variables, const std::optional<Settings> &ranch) {
        desktop = std::make_unique<Desktop>(remembered, theme, variables, ranch);
        desktop->window().show();
        if (!commandLine.parser().isSet(QStringLiteral("tour")))
            return;
        tour = std::make_unique<Tour>(
            desktop->window(), theme, commandLine.parser().value(QStringLiteral("tour")),
            QDateTime::currentDateTimeUtc().toTimeZone((ranch ? *ranch : *settings).siteTimeZone).date());
        QObject::connect(tour.get(), &Tour::ended, &application, [](int code) { QApplication::exit(code); });
        tour->start();
    };
    if (demo) {
        start = std::make_unique<DemoStart>();
        QObject::connect(start.get(), &DemoStart::ready, &application, [&](const Settings &ranch) { open({}, ranch); });
        QObject::connect(start.get(), &DemoStart::given, &application, [](int code) { QApplication::exit(code); });
        start->start();
    } else {
        open(*environment, std::nullopt);
    }
    const int code = QApplication::exec();
    tour.reset();
    desktop.reset();
    return code;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/demostart.h"
#include "app/herdbook/desktop.h"
#include "app/herdbook/instance.h"
#include "app/herdbook/options.h"
#include "app/herdbook/tour.h"
#include "core/base/diskerrand.h"
#include "core/base/diskhand.h"
#include "core/base/locale.h"
#include "core/base/sessionbus.h"
#include "core/base/termination.h"
#include "core/config/commandline.h"
#include "core/config/environment.h"
#include "core/config/profile.h"
#include "core/config/storing.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/theme.h"
#include "ui/widgets/text/language.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdlib>

using namespace herdbook;

namespace {

/// The options whose answer is a few printed lines: they need no display.
constexpr std::initializer_list<const char *> printing{"--print-env", "--forget"};

/// Whether there is a display. Where there is none, Qt's offscreen platform will do for the tour's pictures, and for saying what is missing
/// instead of ending in Qt's abort.
bool chooseDisplay()
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM"))
        return true;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return false;
}

QtMessageHandler usualHandler = nullptr;

/// Where QSettings would keep it; asking it would read the file.
QString rememberedFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/herdbook/herdbook.conf");
}

/// Who started it from a menu sees no terminal.
void tellSilence()
{
    QTextStream(stderr) << Instance::silence() << '\n';
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        return;
    Remembered remembered(rememberedFile());
    const Language language(remembered.settings());
    const Theme theme(*qApp, remembered.settings());
    QMessageBox box(QMessageBox::Warning, QApplication::applicationDisplayName(), Instance::silence(), QMessageBox::Ok);
    box.open();
    QApplication::exec(); // until it is closed
}

/// A display that can't be reached, or has no plug-in of Qt's, is fatal to Qt, which aborts.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg) {
        QTextStream(stderr)
            << "The display can't be used: is DISPLAY or WAYLAND_DISPLAY right, and qt6-wayland installed?\n";
        std::_Exit(ExitFailure);
    }
    usualHandler(type, context, text);
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    holdTerminationSignals();
    QCoreApplication::setApplicationName(QStringLiteral("herdbook"));
    QCoreApplication::setOrganizationName(QStringLiteral("herdbook"));
    CommandLine commandLine(QStringLiteral("Exports and re-identification for camera-trap deer monitoring."));
    addDesktopOptions(commandLine.parser());
    if (CommandLine::onlyPrints(argc, argv, printing)) {
        const QCoreApplication application(argc, argv);
        return printOnly(commandLine);
    }
    const bool hasDisplay = chooseDisplay();
    leaveSilentBus();
    usualHandler = qInstallMessageHandler(&endWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usualHandler);
    QApplication::setApplicationDisplayName(QStringLiteral("Herdbook"));
    QApplication::setWindowIcon(applicationIcon());
    if (const std::optional<int> ended = commandLine.parse(QApplication::arguments()))
        return *ended;
    const bool tours = commandLine.parser().isSet(QStringLiteral("tour"));
    if (!hasDisplay && !tours) {
        QTextStream(stderr)
            << "There is no display (DISPLAY and WAYLAND_DISPLAY are not set); --tour FOLDER works without one.\n";
        return ExitFailure;
    }
    const bool demo = commandLine.parser().isSet(QStringLiteral("demo"));
    const Result<Variables> environment = commandLine.variables();
    const Result<Settings> settings = environment ? settingsFromVariables(*environment) : environment.error();
    if (!settings) {
        QTextStream(stderr) << settings.error().message << '\n';
        return ExitUsage;
    }
    limitFileModes(*settings);

    Instance instance(demo ? Instance::demoScope()
                           : Instance::desktopScope(commandLine.parser().value(QStringLiteral("env")), *environment));
    if (!tours) {
        const TerminationWatch impatience([] { std::_Exit(ExitFailure); }); // another one may take its time
        switch (instance.start()) {
        case Instance::Start::First:
            break;
        case Instance::Start::Raised:
            return ExitDone;
        case Instance::Start::Silent:
            tellSilence();
            return ExitFailure;
        }
    }

    Remembered remembered(rememberedFile());
    ProfileStore profiles(remembered.settings());
    if (!askDisk([] { return QFileInfo::exists(demo::DemoRanch::defaultFolder()); }, DiskErrand::Patience)
             .value_or(true))
        profiles.forgetDemo();
    const Language language(remembered.settings());
    Theme theme(application, remembered.settings());
    std::unique_ptr<Instance> ranchInstance; // of a ranch that is opened again
    std::unique_ptr<DemoStart> start;
    std::unique_ptr<Desktop> desktop;
    std::unique_ptr<Tour> tour;
    bool ending = false; // quit() closes the windows one by one
    const TerminationWatch termination([&] {
        const auto end = [&] {
            ending = true;
            QApplication::quit();
        };
        QMetaObject::invokeMethod(&application, end, Qt::QueuedConnection);
    });
    const auto raise = [&] {
        if (desktop)
            desktop->raise();
        else if (start)
            start->window().raise();
    };
    QObject::connect(&instance, &Instance::raiseAsked, &application, raise);
    const auto open = [&](const Variables &variables, const std::optional<Settings> &ranch) {
        desktop = std::make_unique<Desktop>(remembered, theme, variables, ranch);
        desktop->window().show();
        if (!tours)
            return;
        tour = std::make_unique<Tour>(
            desktop->window(), theme, commandLine.parser().value(QStringLiteral("tour")),
            QDateTime::currentDateTimeUtc().toTimeZone((ranch ? *ranch : *settings).siteTimeZone).date());
        QObject::connect(tour.get(), &Tour::ended, &application, [](int code) { QApplication::exit(code); });
        tour->start();
    };
    const auto startRanch = [&](DemoStart::WayOut wayOut, const Variables &variables) {
        start = std::make_unique<DemoStart>(wayOut);
        QObject::connect(start.get(), &DemoStart::ready, &application,
                         [&open, variables](const Settings &ranch) { open(variables, ranch); });
        QObject::connect(start.get(), &DemoStart::photosAdded, &application, [&] {
            if (desktop)
                desktop->lookForPictures();
        });
    };
    const auto goOnWithoutRanch = [&] {
        profiles.setCurrentId(profiles.currentId()); // else it would be tried at each start
        open(*environment, std::nullopt);
        if (!desktop->connections().isSetUp())
            desktop->window().showWelcome();
    };
    if (demo) {
        startRanch(DemoStart::WayOut::Quit, {});
        QObject::connect(start.get(), &DemoStart::given, &application, [](int code) { QApplication::exit(code); });
        start->start();
    } else if (!tours && opensDemoAgain(profiles, commandLine.parser().value(QStringLiteral("env")), *environment)) {
        ranchInstance = std::make_unique<Instance>(Instance::demoScope());
        if (ranchInstance->becomeFirst()) {
            QObject::connect(ranchInstance.get(), &Instance::raiseAsked, &application, raise);
            startRanch(DemoStart::WayOut::GoOnWithout, *environment);
            QObject::connect(start.get(), &DemoStart::given, &application, [&] {
                if (ending || application.isSavingSession())
                    return;
                goOnWithoutRanch(); // while the start window is there: the last one's end is the program's
                start->end();
            });
            // Until then nobody else can open it.
            QObject::connect(start.get(), &DemoStart::ended, &application, [&] { ranchInstance.reset(); });
            start->start();
        } else {
            ranchInstance.reset();
            goOnWithoutRanch();
            desktop->offerDemo();
        }
    } else {
        open(*environment, std::nullopt);
    }
    const int code = QApplication::exec();
    tour.reset();
    desktop.reset();
    return code;
}

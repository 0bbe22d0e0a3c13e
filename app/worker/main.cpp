// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/locale.h"
#include "core/base/logging.h"
#include "core/base/termination.h"
#include "core/config/commandline.h"
#include "core/render/exportmaker.h"
#include "core/render/layout/style.h"
#include "core/worker/worker.h"

#include <QGuiApplication>
#include <QSysInfo>
#include <QTextStream>

using namespace herdbook;

namespace {

Result<worker::Options> optionsFrom(CommandLine &commandLine)
{
    const Result<int> concurrency = commandLine.number(QStringLiteral("concurrency"), 1, 64);
    if (!concurrency)
        return concurrency.error();
    const Result<Settings> settings = commandLine.settings();
    if (!settings)
        return settings.error();
    worker::Options options;
    options.settings = *settings;
    options.concurrency = *concurrency;
    options.queue = commandLine.parser().value(QStringLiteral("queue")).toUtf8();
    options.nodeName = commandLine.parser().value(QStringLiteral("name"));
    if (options.queue.isEmpty() || options.nodeName.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("--queue and --name must not be empty")};
    if (!options.nodeName.contains(u'@'))
        options.nodeName += u'@' + QSysInfo::machineHostName();
    return options;
}

int exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Denied:
        return ExitUnreachable;
    default:
        return ExitFailure;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    holdTerminationSignals();
    // Reports are painted, on no screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application = CommandLine::onlyPrints(argc, argv)
                                                              ? std::make_unique<QCoreApplication>(argc, argv)
                                                              : std::make_unique<QGuiApplication>(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("herdbook-worker"));
    CommandLine commandLine(QStringLiteral("Makes the exports that are waiting in the queue."));
    commandLine.parser().addOptions(
        {{QStringLiteral("concurrency"), QStringLiteral("Jobs made at once; 1 unless told."), QStringLiteral("number"),
          QStringLiteral("1")},
         {QStringLiteral("queue"), QStringLiteral("The queue to take from; exports unless told."),
          QStringLiteral("name"), QStringLiteral("exports")},
         {QStringLiteral("name"),
          QStringLiteral("The worker's name for Celery's tools; to them, two of one name on one machine are one."),
          QStringLiteral("name"), QStringLiteral("herdbook")}});
    if (const std::optional<int> ended = commandLine.parse(QGuiApplication::arguments()))
        return *ended;
    const Result<worker::Options> options = optionsFrom(commandLine);
    if (!options) {
        QTextStream(stderr) << options.error().message << '\n';
        return ExitUsage;
    }

    if (const Result<void> fonts = layout::checkFonts(); !fonts) {
        qCCritical(logWorker).noquote() << fonts.error().message;
        return ExitFailure;
    }
    const render::ExportMaker maker(options->settings);
    worker::Worker worker(*options, [&](const auto &request, const QString &target, const auto &progress,
                                        const auto &stop) { return maker.make(request, target, progress, stop); });
    const TerminationWatch termination([&] { worker.requestStop(); });
    if (const Result<void> ended = worker.run(); !ended) {
        qCCritical(logWorker).noquote() << ended.error().message;
        return exitCodeFor(ended.error());
    }
    return ExitDone;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyze/arguments.h"
#include "app/analyze/progressline.h"
#include "core/base/locale.h"
#include "core/base/termination.h"
#include "core/config/datafolder.h"
#include "core/reid/compute/blasthreads.h"
#include "core/reid/load/backfill.h"
#include "core/reid/output/analysisjson.h"
#include "core/reid/output/textreport.h"
#include "core/render/analysis/reportfolder.h"
#include "core/storage/postgres.h"
#include "core/trial/review/certifier.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTextStream>

using namespace herdbook;

namespace {

int fail(const Error &error)
{
    QTextStream(stderr) << error.message << '\n';
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return ExitUsage;
    case ErrorKind::Unreachable:
    case ErrorKind::Denied:
    case ErrorKind::Corrupt: // the schema doesn't fit
        return ExitUnreachable;
    default:
        return ExitFailure;
    }
}

int exitCodeFor(reid::Status status)
{
    return status == reid::Status::Abstain ? ExitAbstain : status == reid::Status::NoData ? ExitNoData : ExitDone;
}

int backfill(storage::Postgres &database, const analyze::Arguments &arguments, const std::stop_token &stop)
{
    analyze::ProgressLine line;
    const auto progress = [&](const QString &stage, qint64 done, qint64 total) { line.show(stage, done, total); };
    const Result<reid::BackfillResult> done = reid::backfill(database, arguments.options.current, stop, progress);
    line.clear();
    if (!done)
        return fail(done.error());
    if (done->profiles == 0) {
        QTextStream(stderr) << "No deer has a usable vector, so there is nothing to compare detections with\n";
        return ExitNoData;
    }
    QTextStream out(stdout);
    out << done->added << " scores of " << done->detections << " detections added";
    if (done->unusable > 0)
        out << "; " << done->unusable << (done->unusable == 1 ? " detection has" : " detections have")
            << " no usable vector";
    out << '\n';
    return done->compared > 0 ? ExitDone : ExitNoData;
}

/// The desktop application's journals of trials on this computer, of all its profiles: the pool's digest tells which one is about this data.
QStringList localJournals()
{
    QStringList paths;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/herdbook/herdbook"));
    const QStringList profiles = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &profile : profiles) {
        for (const QString &data : dataFolders(folder.filePath(profile)))
            paths << data + QStringLiteral("/trials.sqlite");
    }
    return paths;
}

int analyzeAndReport(storage::Postgres &database, const analyze::Arguments &arguments, const std::stop_token &stop)
{
    analyze::ProgressLine line;
    const auto progress = [&](const QString &stage, qint64 done, qint64 total) { line.show(stage, done, total); };
    const auto analysis = reid::analyzeDatabase(database, arguments.options, arguments.source, stop, progress,
                                                systemClock(), trial::certifierFor(database, localJournals()));
    line.clear();
    if (!analysis)
        return fail(analysis.error());
    if (!arguments.out.isEmpty()) {
        line.show(QStringLiteral("report"), 0, 0);
        if (const Result<void> written =
                render::writeReportFolder(arguments.out, **analysis, arguments.settings.siteTimeZone);
            !written)
            return fail(written.error());
        line.clear();
    }
    QTextStream out(stdout);
    if (arguments.json)
        out << QString::fromUtf8(QJsonDocument(reid::toJson(**analysis)).toJson());
    else
        out << reid::summary(**analysis);
    return exitCodeFor((*analysis)->recommendation.status);
}

/// Only a report is painted, on no screen; without one the program starts without fonts and platform plugins.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const bool paints =
        std::any_of(argv, argv + argc, [](const char *text) { return qstrncmp(text, "--out", 5) == 0; });
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Where no session runs, Qt warns of a missing XDG_RUNTIME_DIR; standard error is for what went wrong.
    const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &message) {
            if (type != QtWarningMsg)
                QTextStream(stderr) << message << '\n';
        });
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(handler);
    return application;
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    reid::endBlasThreads();
    holdTerminationSignals();
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("herdbook-analyze"));
    CommandLine commandLine(
        QStringLiteral("Finds out why few detections are assigned to a deer, and which threshold is right."));
    analyze::addOptions(commandLine.parser());
    if (const std::optional<int> ended = commandLine.parse(QCoreApplication::arguments()))
        return *ended;
    const Result<analyze::Arguments> arguments = analyze::readArguments(commandLine);
    if (!arguments) {
        QTextStream(stderr) << arguments.error().message << '\n';
        return ExitUsage;
    }
    std::stop_source stop;
    const TerminationWatch termination([&] { stop.request_stop(); });
    const auto database = storage::Postgres::open(arguments->settings.postgres, stop.get_token());
    if (!database)
        return fail(database.error());
    return written(arguments->backfill ? backfill(**database, *arguments, stop.get_token())
                                       : analyzeAndReport(**database, *arguments, stop.get_token()));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/arguments.h"
#include "app/export/channel.h"
#include "core/base/clock.h"
#include "core/base/locale.h"
#include "core/base/termination.h"
#include "core/exports/shownname.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <unistd.h>

using namespace herdbook;
using exporting::Arguments;

namespace {

int fail(const Error &error)
{
    QTextStream(stderr) << error.message << '\n';
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return ExitUsage;
    case ErrorKind::Unreachable:
    case ErrorKind::Denied:
        return ExitUnreachable;
    default:
        return ExitFailure;
    }
}

/// What is being done, on one line of standard error that is written over; silent where that isn't a terminal.
void showProgress(const exports::JobStatus &status, bool quiet)
{
    if (quiet || ::isatty(STDERR_FILENO) != 1)
        return;
    QString line = status.stage.isEmpty() ? QStringLiteral("processing") : status.stage;
    if (status.totalDetections > 0 && status.processedCount >= 0)
        line += QStringLiteral(" %1 of %2").arg(status.processedCount).arg(status.totalDetections);
    std::fprintf(stderr, "\r\033[K%s", status.isFinished() ? "" : qPrintable(line));
}

QString targetFor(const Arguments &arguments, const exports::JobStatus &status)
{
    if (!QFileInfo(arguments.out).isDir())
        return arguments.out;
    const bool known = status.kind && !status.request.isEmpty(); // a worker may leave out what was asked for
    return QDir(arguments.out)
        .filePath(known ? exports::shownFileName(status) : exports::shownFileName(arguments.request));
}

/// Says what the saved file lacks. An exit code.
int tellGaps(const exports::ExportRequest &request, const exports::JobStatus &status)
{
    QTextStream errors(stderr);
    if (exports::isUncounted(request.kind, exports::toJson(request), status.crops)) {
        errors << "Whether the archive is complete isn't known: the worker that made it doesn't say what it left out\n";
        return ExitDone;
    }
    const int lacking = status.crops ? status.crops->total() : 0;
    if (lacking == 0)
        return ExitDone;
    errors << (request.includeCrops ? "Detections without a crop, or with one of a damaged photo: "
                                    : "Detections that aren't in the archive: ")
           << lacking;
    if (status.totalDetections >= lacking)
        errors << " of " << status.totalDetections;
    errors << "; missing.csv in the archive lists each\n";
    return ExitIncomplete;
}

/// Waits for the end and saves the file.
int follow(exporting::Channel &channel, const Arguments &arguments, const QString &jobId, const std::stop_token &stop)
{
    constexpr auto Pause = std::chrono::milliseconds(500);
    constexpr qint64 PatienceMs = 120'000; // a connection may be away that long
    std::mutex mutex;
    std::condition_variable_any woken;
    QElapsedTimer sinceStart;
    QElapsedTimer sinceAnswer;
    sinceStart.start();
    sinceAnswer.start();
    for (;;) {
        const Result<exports::JobStatus> status = channel.status(jobId);
        if (status) {
            sinceAnswer.start();
            showProgress(*status, arguments.quiet);
            if (status->state == exports::JobState::Failed) {
                QTextStream(stderr) << (status->error.isEmpty()
                                            ? QStringLiteral("Job %1 failed; its status doesn't say why").arg(jobId)
                                            : status->error)
                                    << '\n';
                return status->noData ? ExitNoData : ExitFailure;
            }
            if (status->state == exports::JobState::Completed && !exports::isFileOfJob(status->fileName, jobId))
                return fail({ErrorKind::Corrupt,
                             QStringLiteral("Job %1 is completed, but its status names no file of its own: ask for the "
                                            "export again")
                                 .arg(jobId)});
            if (status->state == exports::JobState::Completed) {
                const QString target = targetFor(arguments, *status);
                if (const Result<void> fetched = channel.fetch(*status, target); !fetched)
                    return fail(fetched.error());
                QTextStream(stdout) << target << '\n';
                return tellGaps(arguments.request, *status);
            }
        } else if (status.error().kind != ErrorKind::Unreachable || sinceAnswer.elapsed() > PatienceMs) {
            return fail({status.error().kind, QStringLiteral("%1. What became of the export isn't known; it is job %2")
                                                  .arg(status.error().message, jobId)});
        }
        if (arguments.timeoutSeconds > 0 && sinceStart.elapsed() >= arguments.timeoutSeconds * 1000LL)
            return fail({ErrorKind::Internal, QStringLiteral("Not finished after %1 s; the export goes on as %2")
                                                  .arg(QString::number(arguments.timeoutSeconds), jobId)});
        std::unique_lock lock(mutex);
        woken.wait_for(lock, stop, Pause, [] { return false; });
        if (stop.stop_requested())
            return fail({ErrorKind::Internal, QStringLiteral("Stopped waiting; the export goes on as ") + jobId});
    }
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    holdTerminationSignals();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("herdbook-export"));
    CommandLine commandLine(QStringLiteral("Orders an export, waits for it and saves it under its proper name."));
    exporting::addOptions(commandLine.parser());
    if (const std::optional<int> ended = commandLine.parse(QCoreApplication::arguments()))
        return *ended;
    const Result<Arguments> arguments = exporting::readArguments(
        commandLine, [](const QTimeZone &zone) { return systemClock()().toTimeZone(zone).date(); });
    if (!arguments)
        return fail(arguments.error());
    if (arguments->printRequest) {
        QTextStream(stdout) << QString::fromUtf8(QJsonDocument(exports::toJson(arguments->request)).toJson());
        return written(ExitDone);
    }
    std::stop_source stop;
    const TerminationWatch termination([&] { stop.request_stop(); });
    const std::unique_ptr<exporting::Channel> channel = arguments->via == Arguments::Via::Api
                                                            ? exporting::apiChannel(arguments->settings)
                                                            : exporting::redisChannel(arguments->settings);
    const Result<QString> jobId = channel->submit(arguments->request);
    if (!jobId)
        return fail(jobId.error());
    if (!arguments->wait) {
        QTextStream(stdout) << *jobId << '\n';
        return written(ExitDone);
    }
    return written(follow(*channel, *arguments, *jobId, stop.get_token()));
}

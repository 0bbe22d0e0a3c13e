// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/exportapi.h"
#include "core/base/locale.h"
#include "core/base/logging.h"
#include "core/base/termination.h"
#include "core/config/commandline.h"
#include "core/http/server.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace herdbook;

namespace {

int fail(const QString &message, ExitCode code)
{
    QTextStream(stderr) << message << '\n';
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    holdTerminationSignals();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("herdbook-api"));
    CommandLine commandLine(QStringLiteral("Offers the export endpoints over HTTP."));
    // Half of the processors: Redis, PostgreSQL, the workers and what asks for answers need the others.
    const int usual = std::clamp(static_cast<int>(std::thread::hardware_concurrency()) / 2, 1, 4);
    commandLine.parser().addOptions(
        {{QStringLiteral("host"), QStringLiteral("Address to listen on; 127.0.0.1 unless told."),
          QStringLiteral("address"), QStringLiteral("127.0.0.1")},
         {QStringLiteral("port"), QStringLiteral("Port to listen on, 8001 unless told; 0 takes a free one."),
          QStringLiteral("number"), QStringLiteral("8001")},
         {QStringLiteral("allowed-host"),
          QStringLiteral(
              "A name under which the service is reached, besides localhost and addresses; may be given again."),
          QStringLiteral("name")},
         {QStringLiteral("threads"), QStringLiteral("Threads that serve clients."), QStringLiteral("number"),
          QString::number(usual)}});
    if (const std::optional<int> ended = commandLine.parse(QCoreApplication::arguments()))
        return *ended;
    const Result<int> port = commandLine.number(QStringLiteral("port"), 0, 65535);
    const Result<int> threads = commandLine.number(QStringLiteral("threads"), 1, 64);
    Result<Settings> settings = commandLine.settings();
    if (!port || !threads || !settings)
        return fail((!port ? port.error() : !threads ? threads.error() : settings.error()).message, ExitUsage);

    const QString host = commandLine.parser().value(QStringLiteral("host"));
    settings->allowedHosts << commandLine.parser().values(QStringLiteral("allowed-host"));
    api::ExportApi api(*settings, systemClock());
    http::Server server(api, {}, *threads);
    if (const std::error_code error = server.listen(host.toStdString(), static_cast<std::uint16_t>(*port)))
        return fail(QStringLiteral("Can't listen on %1:%2: %3")
                        .arg(host)
                        .arg(*port)
                        .arg(QString::fromStdString(error.message())),
                    ExitFailure);
    qCInfo(logApi).noquote() << QStringLiteral("Listening on http://%1:%2").arg(host).arg(server.port());
    if (!server.isLoopback() && settings->apiToken.isEmpty())
        qCWarning(logApi) << "Anybody who reaches this address can make and remove exports: set HERDBOOK_API_TOKEN";
    const TerminationWatch termination([&server] { server.stop(); });
    server.run();
    api.stop();
    return ExitDone;
}

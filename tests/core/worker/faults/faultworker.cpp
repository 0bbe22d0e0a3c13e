// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/faults/faultworker.h"

#include "core/base/atomicfile.h"
#include "core/base/faults.h"
#include "core/base/termination.h"
#include "core/config/environment.h"
#include "core/storage/postgres.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"

#include <QCryptographicHash>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>

namespace herdbook::test {

namespace {

constexpr int Steps = 8;
constexpr int StepBytes = 1024;

/// Where no small disk can be mounted, a limit on the size of files stands in for a full one while this file is there.
void limitFileSize(const QString &flag)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = QFile::exists(flag) ? StepBytes : limit.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

Result<render::MadeExport> makeWithDatabase(const Settings &settings, const QString &target,
                                            const render::ExportMaker::Progress &progress, const std::stop_token &stop)
{
    limitFileSize(settings.imageFolder + QStringLiteral("/disk-full"));
    const auto database = storage::Postgres::open(settings.postgres);
    if (!database)
        return database.error();
    AtomicFile file(target);
    QFile out(file.temporaryPath());
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return faultOfFile(errno, QStringLiteral("Can't write %1").arg(target));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int step = 1; step <= Steps; ++step) {
        if (!worker::pause(stop, std::chrono::milliseconds(4)))
            return Error{ErrorKind::Cancelled, QStringLiteral("Stopped")};
        if (const auto asked = (*database)->valueAsText(QStringLiteral("SELECT count(*) FROM detections")); !asked)
            return asked.error();
        const QByteArray bytes(StepBytes, static_cast<char>('a' + step));
        if (out.write(bytes) != bytes.size())
            return faultOfFile(errno, QStringLiteral("Can't write %1").arg(target));
        hash.addData(bytes);
        progress({step, Steps, QStringLiteral("Making")});
    }
    out.close();
    if (const auto published = file.publish(); !published)
        return published.error();
    return render::MadeExport{target, qint64{Steps} * StepBytes, hash.result().toHex(), Steps, Steps, 0};
}

} // namespace

int runFaultWorker()
{
    holdTerminationSignals();
    std::signal(SIGXFSZ, SIG_IGN);
    const Result<Settings> settings = loadSettings();
    if (!settings)
        return 2;
    worker::Options options = quickOptions(*settings);
    options.timings.lease = std::chrono::milliseconds(1'500);
    options.mostAttempts = 5;                   // the harness kills twice over a job; a stall ends leases, too
    options.patience = std::chrono::minutes(1); // no folder and no database is away for so long
    options.timings.lateProducer = std::chrono::seconds(8); // Redis may be away for some of it
    worker::Worker worker(options, [&](const auto &, const QString &target, const auto &progress, const auto &stop) {
        return makeWithDatabase(*settings, target, progress, stop);
    });
    const TerminationWatch termination([&] { worker.requestStop(); });
    return worker.run() ? 0 : 1;
}

} // namespace herdbook::test

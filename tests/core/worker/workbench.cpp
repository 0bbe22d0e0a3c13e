// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/workbench.h"

#include "core/base/atomicfile.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>

namespace herdbook::test {

using std::chrono::milliseconds;

worker::Options quickOptions(const Settings &settings, int concurrency)
{
    worker::Options options;
    options.settings = settings;
    options.concurrency = concurrency;
    options.nodeName = QStringLiteral("herdbook@test");
    options.timings.lease = milliseconds(5'000);
    options.timings.renewal = milliseconds(300);
    options.timings.recovery = milliseconds(200);
    options.timings.settle = milliseconds(600);
    options.timings.watch = milliseconds(100);
    options.timings.reassert = {milliseconds(100), milliseconds(400)};
    options.timings.lateProducer = milliseconds(3'000);
    options.timings.outbox = milliseconds(100);
    options.timings.firstRetry = milliseconds(100);
    options.timings.aside = milliseconds(300);
    options.patience = milliseconds(300);
    options.timings.finishAfterStop = milliseconds(500);
    return options;
}

Result<render::MadeExport> makeSmallFile(const exports::ExportRequest &request, const QString &target,
                                         const render::ExportMaker::Progress &progress, const std::stop_token &stop)
{
    const int total = std::max(1, static_cast<int>(request.detectionIds.size()));
    const QByteArray content = "made for " + request.title.toUtf8();
    for (int done = 1; done <= total; ++done) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Stopped")};
        progress({done, total, QStringLiteral("Making")});
    }
    if (const auto written = AtomicFile::write(target, content); !written)
        return written.error();
    render::MadeExport made;
    made.path = target;
    made.bytes = content.size();
    made.sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    made.totalDetections = made.processed = total;
    return made;
}

worker::Maker Gate::maker()
{
    return [this](const auto &request, const QString &target, const auto &progress, const std::stop_token &stop) {
        {
            const std::lock_guard lock(m_mutex);
            m_begun << request.title;
        }
        progress({1, 4, QStringLiteral("Waiting")});
        ++m_waiting;
        while (!m_open && worker::pause(stop, milliseconds(5))) {
        }
        --m_waiting;
        return makeSmallFile(request, target, progress, stop);
    };
}

QStringList Gate::begun() const
{
    const std::lock_guard lock(m_mutex);
    return m_begun;
}

void Bench::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(reason(started)));
}

void Bench::init()
{
    const auto fresh = m_servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(reason(fresh)));
    m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
}

void Bench::touch(const QString &name, qint64 hoursAgo)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("x") == 1 && file.flush());
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600 * hoursAgo), QFileDevice::FileModificationTime));
}

QByteArray Bench::leases(const QByteArray &pattern)
{
    QByteArray all;
    const auto keys = m_redis->command({"KEYS", pattern});
    for (const storage::RedisReply &key : keys->items)
        all += m_redis->command({"GET", key.text})->text;
    return all;
}

qint64 Bench::scriptsRun()
{
    static const QRegularExpression form(QStringLiteral("cmdstat_evalsha:calls=(\\d+)"));
    const QString counts = QString::fromUtf8(m_redis->command({"INFO", "commandstats"})->text);
    return form.match(counts).captured(1).toLongLong();
}

bool Bench::isTidy()
{
    const QStringList files = filesIn(m_servers.settings());
    return count("exports:processing:*") == 0 && number({"EXISTS", "exports:attempts"}) == 0 &&
           std::none_of(files.begin(), files.end(), [](const QString &name) { return name.startsWith(u'.'); });
}

RunningWorker::RunningWorker(worker::Options options, worker::Maker make, Clock clock)
    : m_worker(std::move(options), std::move(make), std::move(clock)), m_thread([this] { m_ended = m_worker.run(); })
{
}

Result<void> RunningWorker::stop()
{
    m_worker.requestStop();
    if (m_thread.joinable())
        m_thread.join();
    return m_ended;
}

exports::ExportRequest someReport()
{
    exports::ExportRequest request;
    request.start = QDate(2026, 6, 1);
    request.end = QDate(2026, 6, 30);
    request.title = QStringLiteral("June");
    return request;
}

exports::ExportRequest someZip(int detections)
{
    exports::ExportRequest request;
    request.kind = exports::ExportKind::Zip;
    for (int at = 0; at < detections; ++at)
        request.detectionIds << QUuid::createUuid().toString(QUuid::WithoutBraces);
    return request;
}

QByteArray message(const QString &jobId, const QString &taskId, const QString &title, const QDateTime &eta)
{
    exports::TaskMessage task;
    task.taskId = taskId;
    task.jobId = jobId;
    exports::ExportRequest request = someReport();
    request.title = title;
    task.request = exports::toJson(request);
    task.eta = eta;
    return exports::encodeTask(task, QStringLiteral("h"));
}

QStringList filesIn(const Settings &settings)
{
    return QDir(settings.exportFolder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace herdbook::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstore.h"
#include "core/worker/worker.h"
#include "tests/support/servers.h"

#include <QObject>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

namespace herdbook::test {

/// Options with the fixture's servers and short times. The lease is long enough for a thread that a busy machine lets wait.
worker::Options quickOptions(const Settings &settings, int concurrency = 1);

/// Makes a small real file, atomically, as the export maker does.
Result<render::MadeExport> makeSmallFile(const exports::ExportRequest &request, const QString &target,
                                         const render::ExportMaker::Progress &progress, const std::stop_token &stop);

/// Makes the same, but only when it is let through; tells how many wait and what it has made.
class Gate
{
public:
    worker::Maker maker();
    void open() { m_open = true; }
    int waiting() const { return m_waiting; }
    /// Titles in the order they were begun.
    QStringList begun() const;

private:
    std::atomic<bool> m_open{false};
    std::atomic<int> m_waiting{0};
    mutable std::mutex m_mutex;
    QStringList m_begun;
};

/// A worker in a thread of this program, from its construction to its end.
class RunningWorker
{
public:
    explicit RunningWorker(worker::Options options, worker::Maker make = makeSmallFile, Clock clock = {});
    ~RunningWorker() { (void)stop(); }

    /// Stops it and waits; how it ended.
    Result<void> stop();

private:
    worker::Worker m_worker;
    Result<void> m_ended;
    std::jthread m_thread;
};

/// A report over June 2026, and a ZIP of that many detections.
exports::ExportRequest someReport();
exports::ExportRequest someZip(int detections);

/// Celery's message that asks for someReport() under that title.
QByteArray message(const QString &jobId, const QString &taskId, const QString &title = {}, const QDateTime &eta = {});

/// What every test of the worker has: real servers, fresh for each test, and a look into Redis.
class Bench : public QObject
{
    Q_OBJECT

protected:
    exports::JobStore store() { return {*m_redis, systemClock()}; }
    QString submit(const exports::ExportRequest &request) { return *store().submit({request, {}, {}, {}, -1}); }
    /// The job's status; an empty one where there is none.
    exports::JobStatus status(const QString &id) { return store().status(id).valueOr({}); }
    qint64 number(const QByteArrayList &command) { return m_redis->command(command)->integer; }
    qint64 count(const QByteArray &pattern)
    {
        return static_cast<qint64>(m_redis->command({"KEYS", pattern})->items.size());
    }
    /// How many scripts Redis has run.
    qint64 scriptsRun();
    /// All that leases say.
    QByteArray leases(const QByteArray &pattern = "exports:alive:*");
    /// In the export folder.
    QString path(const QString &name) { return m_servers.settings().exportFolder + u'/' + name; }
    /// Makes a small file there that was written so long ago.
    void touch(const QString &name, qint64 hoursAgo);
    /// Nothing left that only a job on its way leaves: lists, leases, counters, temporary files.
    bool isTidy();

    Servers m_servers{demo::PrivateRedis::Persistence::AppendOnly};
    std::unique_ptr<storage::Redis> m_redis;

protected Q_SLOTS:
    void initTestCase();
    void init();
};

/// Files in the export folder, hidden ones too, without what is hidden for the worker's own use.
QStringList filesIn(const Settings &settings);

} // namespace herdbook::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/faults/harness.h"

#include "core/config/environment.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace herdbook::test {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

Harness::~Harness()
{
    m_workers.clear();
    if (m_smallDisk)
        ::umount2(QFile::encodeName(m_settings.exportFolder).constData(), MNT_DETACH);
}

Result<void> Harness::mountSmallDisk()
{
    // In a mount namespace of this process's own, so that nothing is left however it ends; only root may.
    const bool wanted =
        m_plan.faults.contains(QLatin1String("disk-full")) || m_plan.faults.contains(QLatin1String("folder-readonly"));
    if (!wanted || ::unshare(CLONE_NEWNS) != 0)
        return {};
    const QByteArray folder = QFile::encodeName(m_settings.exportFolder);
    const QByteArray size = "size=" + QByteArray::number(8 + m_plan.jobs / 50) + 'm'; // of 8 KiB each
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("herdbook", folder.constData(), "tmpfs", 0, size.constData()) != 0)
        return {};
    m_smallDisk = true;
    return {};
}

Result<void> Harness::start()
{
    if (m_plan.faults.contains(QLatin1String("clock-skew")) && !QFile::exists(QStringLiteral(HERDBOOK_FAKETIME)))
        return Error{ErrorKind::NotFound, QStringLiteral("clock-skew needs the package libfaketime")};
    if (const auto started = m_servers.start(); !started)
        return started;
    m_settings = m_servers.settings();
    if (const auto mounted = mountSmallDisk(); !mounted)
        return mounted;
    m_redis = std::make_unique<storage::Redis>(m_settings.redis, std::chrono::seconds(10));
    for (int number = 0; number < m_plan.workers; ++number) {
        Result<demo::ChildProcess> worker = startWorker(m_workers.size());
        if (!worker)
            return worker.error();
        m_workers.push_back(*std::move(worker));
    }
    return {};
}

Result<demo::ChildProcess> Harness::startWorker(size_t number)
{
    demo::ChildCommand command;
    command.program = m_plan.program;
    command.arguments = {QStringLiteral("--as-worker")};
    command.environment = {QStringLiteral("QT_LOGGING_RULES=herdbook.*.info=true")};
    const Variables variables = variablesFromSettings(m_settings);
    for (auto at = variables.begin(); at != variables.end(); ++at)
        command.environment << at.key() + u'=' + at.value();
    if (m_plan.faults.contains(QLatin1String("clock-skew")) && number % 3 == 1) {
        ++m_injected[QStringLiteral("clock-skew")];
        command.environment << QStringLiteral("LD_PRELOAD=" HERDBOOK_FAKETIME) << QStringLiteral("FAKETIME=+95s")
                            << QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC=1");
    }
    command.logFile = QStringLiteral("%1/worker-%2.log").arg(m_settings.imageFolder).arg(number);
    return demo::ChildProcess::start(command);
}

Result<QStringList> Harness::run()
{
    if (const auto started = start(); !started)
        return started.error();
    const Time began = Clock::now();
    Time nextFault = began + m_plan.every;
    // Submits and injects until all jobs are in the queue, then lets the workers come to rest.
    while (m_jobs.size() < m_plan.jobs) {
        submitSome(began);
        writeLate(Clock::now());
        if (Clock::now() >= nextFault) {
            injectFault();
            nextFault = Clock::now() + m_plan.every;
        }
        endFaults(Clock::now());
        worker::pause(std::stop_token(), milliseconds(10));
    }
    endFaults(Time::max());
    while (!m_late.empty()) {
        writeLate(Time::max());
        worker::pause(std::stop_token(), milliseconds(10));
    }
    waitForTheEnd();
    for (const demo::ChildProcess &worker : m_workers)
        worker.signal(SIGTERM);
    QStringList wrong;
    for (demo::ChildProcess &worker : m_workers) {
        if (!worker.waitForExit(30'000))
            wrong << QStringLiteral("a worker did not end within 30 s of SIGTERM");
    }
    return wrong + judge();
}

void Harness::submitSome(Time began)
{
    // About 25 a second, so that the faults come in the middle of the work.
    const auto wanted = std::min<qsizetype>(m_plan.jobs, (Clock::now() - began) / milliseconds(40));
    exports::JobStore store(*m_redis, systemClock());
    const bool lateProducer = m_plan.faults.contains(QLatin1String("late-producer"));
    while (m_jobs.size() < wanted && !m_redisAway && !m_refusing) {
        const exports::ExportRequest request = m_jobs.size() % 3 == 0 ? someZip(8) : someReport();
        const bool canvas = m_plan.faults.contains(QLatin1String("canvas")) && m_jobs.size() % 10 == 7;
        const auto id = canvas ? submitCanvas()
                        : lateProducer && m_jobs.size() % 4 == 1
                            ? submitLate()
                            : store.submit({request, {}, {}, QStringLiteral("harness-%1").arg(m_jobs.size()), -1});
        if (!id)
            return; // Tried again with the same key: the answer may be all that was lost.
        m_jobs << *id;
    }
}

Result<QString> Harness::submitLate()
{
    exports::TaskMessage task;
    task.jobId = task.taskId = QStringLiteral("late-%1").arg(m_jobs.size());
    task.request = exports::toJson(someReport());
    const auto queued = m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("python"))});
    if (!queued)
        return queued.error();
    m_late.emplace_back(Clock::now() + milliseconds(m_jobs.size() * 997 % 2'500), task.jobId);
    ++m_injected[QStringLiteral("late-producer")];
    return task.jobId;
}

Result<QString> Harness::submitCanvas()
{
    exports::TaskMessage task;
    task.jobId = task.taskId = QStringLiteral("canvas-%1").arg(m_jobs.size());
    task.request = exports::toJson(someReport());
    QJsonObject envelope = QJsonDocument::fromJson(exports::encodeTask(task, QStringLiteral("python"))).object();
    const QJsonArray next{QJsonObject{{QLatin1String("task"), QLatin1String("other.task")}}};
    static const std::array fields{"callbacks", "errbacks", "chain"};
    const QJsonArray body{QJsonArray{task.jobId, task.request}, QJsonObject(),
                          QJsonObject{{QLatin1String(fields.at(m_canvas.size() % fields.size())), next}}};
    envelope.insert(QLatin1String("body"), QString::fromLatin1(QJsonDocument(body).toJson().toBase64()));
    const auto queued = m_redis->command({"LPUSH", "exports", QJsonDocument(envelope).toJson(QJsonDocument::Compact)});
    if (!queued)
        return queued.error();
    ++m_injected[QStringLiteral("canvas")];
    m_canvas.insert(task.jobId);
    return task.jobId;
}

void Harness::writeLate(Time now)
{
    exports::JobStore store(*m_redis, systemClock());
    exports::JobStatus processing;
    processing.createdAt = QDateTime::currentDateTimeUtc();
    std::erase_if(m_late, [&](const std::pair<Time, QString> &late) {
        if (late.first > now || m_redisAway || m_refusing)
            return false;
        // Where this machine or a fault kept it waiting for long, it is no longer what workers watch for.
        const auto known = store.status(late.second);
        if (known && known->isFinished() && known->completedAt.secsTo(QDateTime::currentDateTimeUtc()) >= 4)
            return true;
        processing.jobId = late.second;
        return store.write(processing).hasValue();
    });
}

void Harness::until(milliseconds time, std::function<void()> end)
{
    m_faultEnds = Clock::now() + time;
    m_endFault = std::move(end);
}

void Harness::endFaults(Time now)
{
    if (m_endFault && now >= m_faultEnds)
        std::exchange(m_endFault, nullptr)();
}

void Harness::injectFault()
{
    if (m_plan.faults.contains(QLatin1String("kill")))
        killWorker();
    QStringList faults = m_plan.faults;
    faults.removeAll(QStringLiteral("kill"));
    for (const char *always : {"late-producer", "canvas", "clock-skew"})
        faults.removeAll(QString::fromLatin1(always));
    // Servers fail one at a time, and leave some time to work.
    if (m_endFault || faults.isEmpty() || m_random() % 4 != 0)
        return;
    const QString fault = faults.at(static_cast<qsizetype>(m_random() % static_cast<size_t>(faults.size())));
    const milliseconds time(300 + static_cast<int>(m_random() % 1'200));
    ++m_injected[fault];
    const auto restartRedis = [this] {
        (void)m_servers.redis().start();
        m_redisAway = false;
    };
    if (fault == QLatin1String("redis-refuse")) {
        refuseCommand(time);
    } else if (fault.startsWith(QLatin1String("folder"))) {
        takeFolder(fault == QLatin1String("folder-readonly"), time);
    } else if (fault.startsWith(QLatin1String("redis"))) {
        m_redisAway = true;
        if (fault == QLatin1String("redis-restart"))
            m_servers.redis().stop();
        else if (fault == QLatin1String("redis-kill"))
            m_servers.redis().kill();
        else
            m_servers.redis().pause();
        if (fault == QLatin1String("redis-pause"))
            until(time * 2, [this] {
                m_servers.redis().resume();
                m_redisAway = false;
            });
        else
            until(time, restartRedis);
    } else if (fault == QLatin1String("disk-full")) {
        fillDisk();
    } else if (fault == QLatin1String("postgres-restart")) {
        m_servers.postgres().stop();
        until(time, [this] { (void)m_servers.postgres().start(); });
    } else if (fault == QLatin1String("postgres-cut")) {
        (void)m_servers.terminateConnections();
    }
}

/// The user of all loses the right to one command; who submits waits meanwhile.
void Harness::refuseCommand(milliseconds time)
{
    static const std::array commands{"setex", "blmove", "eval",    "evalsha", "lrem",       "get",   "hget",   "hset",
                                     "hdel",  "time",   "expire",  "lindex",  "lmove",      "lpush", "exists", "set",
                                     "scan",  "hkeys",  "publish", "zadd",    "psubscribe", "del"};
    const QByteArray command = commands.at(m_random() % commands.size());
    if (!m_redis->command({"ACL", "SETUSER", "default", '-' + command}))
        return;
    m_refusing = true;
    until(time, [this, command] {
        while (!m_redis->command({"ACL", "SETUSER", "default", '+' + command}))
            worker::pause(std::stop_token(), milliseconds(20));
        m_refusing = false;
    });
}

void Harness::takeFolder(bool readOnly, milliseconds time)
{
    const QString folder = m_settings.exportFolder;
    const QByteArray path = QFile::encodeName(folder);
    // Refused while a file is open for writing.
    const auto remount = [path](unsigned long flags) {
        for (int tries = 0; tries < 500; ++tries) {
            if (::mount(nullptr, path.constData(), nullptr, MS_REMOUNT | flags, nullptr) == 0)
                return true;
            worker::pause(std::stop_token(), milliseconds(1));
        }
        return false;
    };
    // A mount can't be moved away, and nothing else is read-only to root.
    if (readOnly && m_smallDisk && remount(MS_RDONLY)) {
        until(time, [remount] { (void)remount(0); });
    } else if (!readOnly && !m_smallDisk && QDir().rename(folder, folder + QStringLiteral("-away"))) {
        m_folderAway = true;
        until(time, [this, folder] {
            (void)QDir().rename(folder + QStringLiteral("-away"), folder);
            m_folderAway = false;
        });
    } else {
        --m_injected[readOnly ? QStringLiteral("folder-readonly") : QStringLiteral("folder-gone")];
    }
}

void Harness::killWorker()
{
    if (m_folderAway)
        return; // a worker that starts makes the folder
    const size_t victim = m_random() % m_workers.size();
    // A third death over one job is a failure by right; this run is to show that fewer are none.
    if (!m_redisAway) {
        const auto attempts = m_redis->command({"HVALS", "exports:attempts"});
        m_secondDeaths =
            !attempts || std::any_of(attempts->items.begin(), attempts->items.end(),
                                     [](const storage::RedisReply &each) { return each.text.toInt() >= 2; });
    }
    if (m_secondDeaths)
        return;
    ++m_injected[QStringLiteral("kill")];
    m_workers[victim].signal(SIGKILL);
    m_workers[victim].waitForExit(-1);
    if (Result<demo::ChildProcess> next = startWorker(victim))
        m_workers[victim] = *std::move(next);
}

void Harness::fillDisk()
{
    const QString flag = m_settings.imageFolder + QStringLiteral("/disk-full");
    const QString filler = m_settings.exportFolder + QStringLiteral("/filler");
    if (m_smallDisk) {
        QFile file(filler);
        const QByteArray block(1 << 20, 'x');
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            while (file.write(block) == block.size()) {
            }
        }
    } else {
        QFile(flag).open(QIODevice::WriteOnly);
    }
    until(milliseconds(700), [flag, filler] {
        QFile::remove(flag);
        QFile::remove(filler);
    });
}

void Harness::waitForTheEnd()
{
    exports::JobStore store(*m_redis, systemClock());
    const auto isOpen = [&store](const QString &id) {
        const auto status = store.status(id);
        return !status || !status->isFinished();
    };
    qsizetype left = m_jobs.size() + 1;
    Time patience;
    // However long the queue is and however slow the machine: as long as it gets shorter.
    for (qsizetype open = m_jobs.size(); open > 0; open = std::count_if(m_jobs.begin(), m_jobs.end(), isOpen)) {
        if (open < left)
            patience = Clock::now() + std::chrono::seconds(60);
        else if (Clock::now() > patience)
            return;
        left = std::min(left, open);
        worker::pause(std::stop_token(), milliseconds(200));
    }
}

} // namespace herdbook::test

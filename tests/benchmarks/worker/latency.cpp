// SPDX-License-Identifier: GPL-3.0-or-later
// How long a job waits for an idle worker, how many a worker makes in a second beside the making, and how long a dead worker's job waits.
#include "core/worker/custody/custody.h"
#include "core/worker/pause.h"
#include "core/worker/take.h"
#include "tests/core/worker/workbench.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

#include <algorithm>
#include <condition_variable>
#include <map>

using namespace herdbook;
using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

double toMilliseconds(Steady::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// When which job was begun, told by the worker's maker.
class Stopwatch
{
public:
    worker::Maker maker()
    {
        return [this](const auto &request, const QString &target, const auto &progress, const auto &stop) {
            const auto now = Steady::now();
            {
                const std::lock_guard lock(m_mutex);
                m_begun[request.title] = now;
            }
            m_wake.notify_all();
            return test::makeSmallFile(request, target, progress, stop);
        };
    }
    Steady::time_point waitFor(const QString &title)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return m_begun.count(title) > 0; });
        return m_begun.at(title);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<QString, Steady::time_point> m_begun;
};

exports::ExportRequest named(const QString &title)
{
    exports::ExportRequest request = test::someReport();
    request.title = title;
    return request;
}

worker::Options options(const Settings &settings, int concurrency)
{
    worker::Options given;
    given.settings = settings;
    given.nodeName = QStringLiteral("herdbook@benchmark");
    given.concurrency = concurrency;
    return given;
}

bool isFinished(exports::JobStore &store, const QString &id)
{
    const auto status = store.status(id);
    return status && status->isFinished();
}

void latency(const Settings &settings, QTextStream &out)
{
    storage::Redis redis(settings.redis);
    exports::JobStore store(redis, systemClock());
    Stopwatch watch;
    const test::RunningWorker worker(options(settings, 1), watch.maker());
    std::vector<double> waits;
    std::vector<double> whole;
    for (int at = 0; at < 500; ++at) {
        const QString title = QString::number(at);
        const auto submitted = Steady::now();
        const QString id = store.submit({named(title), {}, {}, {}, -1}).valueOr({});
        waits.push_back(toMilliseconds(watch.waitFor(title) - submitted));
        while (!isFinished(store, id)) {
        }
        whole.push_back(toMilliseconds(Steady::now() - submitted));
        // Lets it go back to waiting, as an idle worker does.
        worker::pause(std::stop_token(), milliseconds(5));
    }
    for (const auto &[name, values] :
         {std::pair("submit to taken", &waits), std::pair("submit to completed", &whole)}) {
        std::sort(values->begin(), values->end());
        out << QStringLiteral("%1  p50 %2 ms   p99 %3 ms   max %4 ms\n")
                   .arg(QString::fromLatin1(name), -20)
                   .arg(values->at(values->size() / 2), 0, 'f', 2)
                   .arg(values->at(values->size() * 99 / 100), 0, 'f', 2)
                   .arg(values->back(), 0, 'f', 2);
    }
    out.flush();
}

void throughput(const Settings &settings, int concurrency, QTextStream &out)
{
    storage::Redis redis(settings.redis);
    exports::JobStore store(redis, systemClock());
    QString last;
    for (int at = 0; at < 1'000; ++at)
        last = store.submit({named(QString::number(at)), {}, {}, {}, -1}).valueOr({});
    const auto began = Steady::now();
    const test::RunningWorker worker(options(settings, concurrency));
    while (!isFinished(store, last))
        worker::pause(std::stop_token(), milliseconds(2));
    out << QStringLiteral("1,000 tiny jobs, %1 at once  %2 jobs/s\n")
               .arg(concurrency)
               .arg(1e6 / toMilliseconds(Steady::now() - began), 0, 'f', 0);
    out.flush();
}

/// The worst case: the worker died just after it had renewed its lease.
void recovery(const Settings &settings, QTextStream &out)
{
    storage::Redis redis(settings.redis);
    exports::JobStore store(redis, systemClock());
    const worker::Timings timings;
    const QString id = store.submit({named(QStringLiteral("dead")), {}, {}, {}, -1}).valueOr({});
    worker::Job job;
    job.worker = "elsewhere:1:1";
    job.message = worker::Take(redis, {}, job.worker).next().valueOr({}).value_or(worker::Taken()).message;
    job.task = std::get<exports::TaskMessage>(exports::decodeTask(job.message));
    worker::Custody custody(redis, {});
    if (!custody.begin(job, "{}", timings.lease))
        return;
    const auto died = Steady::now();
    Stopwatch watch;
    const test::RunningWorker worker(options(settings, 1), watch.maker());
    const double waited = toMilliseconds(watch.waitFor(QStringLiteral("dead")) - died);
    out << QStringLiteral("dead worker's job taken again after %1 s: %2 of the lease (bound 2)\n")
               .arg(waited / 1'000, 0, 'f', 1)
               .arg(waited / static_cast<double>(timings.lease.count()), 0, 'f', 2);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("herdbook.*=false"));
    QTextStream out(stdout);
    test::Servers servers;
    if (const auto started = servers.start(); !started) {
        out << started.error().message << '\n';
        return 1;
    }
    latency(servers.settings(), out);
    throughput(servers.settings(), 1, out);
    throughput(servers.settings(), 4, out);
    recovery(servers.settings(), out);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs panel under load: many jobs, some of them moving all the time. Prints how long turns, deliveries and frames take, stalls of the
// UI thread, processor time at rest and memory growth. Fails only where a result is wrong, not where the machine is slow.
#include "tests/ui/exports/stage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScrollBar>
#include <QTest>

#include <ctime>

using namespace herdbook;

namespace {

double processorSeconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toDouble() / 1024;
}

/// Times of one kind, in milliseconds.
struct Times
{
    std::vector<double> values;
    void add(double value) { values.push_back(value); }
    double at(double quantile)
    {
        if (values.empty())
            return 0;
        std::sort(values.begin(), values.end());
        return values[std::min(values.size() - 1, static_cast<size_t>(quantile * static_cast<double>(values.size())))];
    }
    void print(const char *name)
    {
        std::printf("%-42s n %6zu   median %7.2f   99%% %7.2f   longest %7.2f ms\n", name, values.size(), at(0.5),
                    at(0.99), at(1));
    }
};

/// Lets the event loop run, and times each of its rounds by what the UI thread spent in it.
class Watch : public QObject
{
public:
    Times rounds; ///< processor time of one event, which the machine's other work doesn't change
    bool running = false;
};

class Application : public QApplication
{
public:
    using QApplication::QApplication;
    Watch watch;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!watch.running || m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QByteArray name = receiver->metaObject()->className();
        const int type = event->type();
        const double before = processorSeconds(CLOCK_THREAD_CPUTIME_ID);
        const bool result = QApplication::notify(receiver, event);
        const double took = (processorSeconds(CLOCK_THREAD_CPUTIME_ID) - before) * 1000;
        watch.rounds.add(took);
        if (took > 16)
            std::printf("  %.1f ms in %s, event %d\n", took, name.constData(), type);
        --m_depth;
        return result;
    }

private:
    int m_depth = 0;
};

/// Statuses written by a pipeline, so that making them takes no time to speak of.
void putMany(storage::Redis &redis, const QList<exports::JobStatus> &list)
{
    QList<QByteArrayList> commands;
    for (const exports::JobStatus &status : list)
        commands << QByteArrayList{"SETEX", exports::statusKey(status.jobId), "3600", exports::toWire(status)};
    if (!redis.pipeline(commands))
        qFatal("Redis is away");
}

} // namespace

int main(int argc, char **argv)
{
    Application app(argc, argv);
    QCommandLineParser parser;
    parser.addOption(
        {QStringLiteral("jobs"), QStringLiteral("How many jobs"), QStringLiteral("n"), QStringLiteral("10000")});
    parser.addOption(
        {QStringLiteral("seconds"), QStringLiteral("How long"), QStringLiteral("s"), QStringLiteral("60")});
    parser.process(app);
    const int jobs = parser.value(QStringLiteral("jobs")).toInt();
    const int seconds = parser.value(QStringLiteral("seconds")).toInt();

    test::Servers servers;
    if (const auto started = servers.start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    test::Stage stage(servers);
    QList<exports::JobStatus> all;
    for (int at = 0; at < jobs; ++at) {
        const bool running = at % 500 == 0;
        exports::JobStatus status = stage.status(QStringLiteral("Monthly report %1").arg(at),
                                                 at % 3 == 0 ? exports::ExportKind::Zip : exports::ExportKind::Pdf,
                                                 running ? exports::JobState::Processing : exports::JobState::Completed,
                                                 at % 3000, at % 2 == 0);
        if (running) {
            status.worker = QStringLiteral("barn:%1:0").arg(at);
            status.stage = QStringLiteral("Making crops");
        } else {
            status.fileName = QStringLiteral("report_%1.pdf").arg(at);
            status.fileSize = 1'000'000;
        }
        all << status;
    }
    putMany(stage.redis(), all);

    QElapsedTimer clock;
    clock.start();
    ui::ExportsPage &page = stage.open();
    Times turns;
    Times work;
    QObject::connect(&stage.feed(), &jobs::JobFeed::turned, &page, [&] {
        turns.add(stage.feed().lastTurn());
        work.add(stage.feed().lastTurnWork());
    });
    auto &model = page.jobsPanel()->model();
    if (!QTest::qWaitFor([&] { return model.total() == jobs; }, 300'000))
        qFatal("only %d of %d jobs came", model.total(), jobs);
    std::printf("%d jobs on screen after %lld ms; the first turn read them in %.0f ms of its thread\n", jobs,
                static_cast<long long>(clock.elapsed()), stage.feed().longestTurn());
    // History and files of the first round.
    QTest::qWait(jobs * 8);
    turns.values.clear();
    work.values.clear();

    // At rest: nothing changes but ages.
    const double rest = std::min(10, seconds);
    const double busyBefore = processorSeconds(CLOCK_PROCESS_CPUTIME_ID);
    QTest::qWait(static_cast<int>(rest * 1000));
    std::printf("at rest: %.2f%% of one processor\n",
                (processorSeconds(CLOCK_PROCESS_CPUTIME_ID) - busyBefore) / rest * 100);
    turns.print("turn at rest, as it passed");
    work.print("turn at rest, processor time");
    turns.values.clear();
    work.values.clear();

    // Under way: every running job moves, some finish, some begin, one scrolls and selects.
    const double memoryBefore = residentMegabytes();
    Times frames;
    int changed = 0;
    clock.restart();
    app.watch.running = true;
    qint64 nextChange = 0;
    while (clock.elapsed() < qint64{1000} * seconds) {
        if (clock.elapsed() >= nextChange) {
            nextChange = clock.elapsed() + 200;
            QList<exports::JobStatus> moved;
            for (int at = 0; at < jobs; at += 500) {
                all[at].processedCount = (all[at].processedCount + 37) % all[at].totalDetections;
                moved << all[at];
            }
            exports::JobStatus fresh = all[1];
            fresh.jobId = QStringLiteral("fresh-%1").arg(changed);
            fresh.createdAt = stage.now();
            moved << fresh;
            changed += 1;
            app.watch.running = false;
            putMany(stage.redis(), moved);
            app.watch.running = true;
        }
        page.jobsPanel()->table()->verticalScrollBar()->setValue(static_cast<int>(clock.elapsed() / 4) % 3000);
        page.jobsPanel()->table()->viewport()->update();
        QTest::qWait(16);
        frames.add(page.jobsPanel()->table()->lastPaint());
    }
    app.watch.running = false;
    turns.print("turn under way, as it passed");
    work.print("turn under way, processor time");
    frames.print("painting the table");
    app.watch.rounds.print("UI thread, one event");
    const auto stalls = std::count_if(app.watch.rounds.values.begin(), app.watch.rounds.values.end(),
                                      [](double time) { return time > 16; });
    std::printf("UI thread: %td of %zu events took over 16 ms\n", stalls, app.watch.rounds.values.size());
    std::printf("memory: %.1f MB, grown by %.1f MB in %d s\n", residentMegabytes(), residentMegabytes() - memoryBefore,
                seconds);
    if (!QTest::qWaitFor([&] { return model.total() == jobs + changed; }, 300'000)) {
        std::printf("WRONG: %d jobs shown of %d\n", model.total(), jobs + changed);
        return 1;
    }
    return 0;
}

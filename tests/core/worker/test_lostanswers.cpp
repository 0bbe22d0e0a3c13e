// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/envelope.h"
#include "core/exports/taskmessage.h"
#include "core/worker/custody/scripts.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"
#include "tests/support/commands.h"
#include "tests/support/redisproxy.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace herdbook;
using exports::JobState;
using std::chrono::milliseconds;
using test::RedisProxy;

namespace {

/// Of custody; by the names of the header, so that a new one can't be forgotten.
const std::map<QString, const storage::RedisScript *> Scripts{
    {QStringLiteral("Peek"), &worker::scripts::Peek},
    {QStringLiteral("Begin"), &worker::scripts::Begin},
    {QStringLiteral("Report"), &worker::scripts::Report},
    {QStringLiteral("Finish"), &worker::scripts::Finish},
    {QStringLiteral("FinishCancelled"), &worker::scripts::FinishCancelled},
    {QStringLiteral("AcknowledgeKnown"), &worker::scripts::AcknowledgeKnown},
    {QStringLiteral("HandBack"), &worker::scripts::HandBack},
    {QStringLiteral("Park"), &worker::scripts::Park},
    {QStringLiteral("SetAside"), &worker::scripts::SetAside},
    {QStringLiteral("Due"), &worker::scripts::Due},
    {QStringLiteral("Quarantine"), &worker::scripts::Quarantine},
    {QStringLiteral("FailJob"), &worker::scripts::FailJob},
    {QStringLiteral("Reassert"), &worker::scripts::Reassert},
    {QStringLiteral("ReassertWaiting"), &worker::scripts::ReassertWaiting},
    {QStringLiteral("Recover"), &worker::scripts::Recover},
    {QStringLiteral("DropOld"), &worker::scripts::DropOld}};

QByteArray nameOf(const QString &script)
{
    return RedisProxy::scriptName(Scripts.at(script)->text);
}

} // namespace

/// Redis carries a command out, and the worker never hears so: the connection breaks before the answer, or the answer comes when nobody waits for it
/// any more. Every job is made once all the same, and its last word is true.
class TestLostAnswers : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyScriptIsTried();
    void answersGetLost_data();
    void answersGetLost();

private:
    /// What a job is to be in the end.
    struct Expected
    {
        QString id;
        JobState state = JobState::Completed;
        QByteArray result; ///< in that of the task of the same id
    };

    worker::Options options(const RedisProxy &proxy) const
    {
        Settings settings = m_servers.settings();
        settings.redis = proxy.settings();
        worker::Options options = test::quickOptions(settings, 2);
        options.timings.cleanup = milliseconds(300);
        options.timings.lateProducer = milliseconds(300);
        options.timings.finishAfterStop = milliseconds(100);
        return options;
    }
    /// Counts what it makes; what has "slow" in its title takes so long that its progress is written, and "held" until it is let go.
    worker::Maker maker()
    {
        return [this](const auto &request, const QString &target, const auto &progress, const std::stop_token &stop) {
            progress({0, 1, QStringLiteral("Making")});
            if (request.title == QLatin1String("slow"))
                worker::pause(stop, milliseconds(300));
            while (request.title == QLatin1String("held") && m_holds && worker::pause(stop, milliseconds(5)))
                m_held = true;
            const auto made = test::makeSmallFile(request, target, progress, stop);
            const std::lock_guard lock(m_mutex);
            if (made)
                ++m_made[*exports::stemOfFile(QFileInfo(target).fileName())];
            return made;
        };
    }
    void push(const QByteArray &message, const QByteArray &list = "exports")
    {
        QVERIFY(m_redis->command({"LPUSH", list, message}));
    }
    /// One of each kind of work that a worker has.
    void addWork();
    bool isDone(const Expected &job)
    {
        return status(job.id).state == job.state &&
               m_redis->command({"GET", "celery-task-meta-" + job.id.toUtf8()})->text.contains(job.result);
    }
    bool isAllDone()
    {
        return std::all_of(m_jobs.begin(), m_jobs.end(), [this](const Expected &job) { return isDone(job); }) &&
               std::all_of(m_tasks.begin(), m_tasks.end(), [this](const auto &task) {
                   return m_redis->command({"GET", "celery-task-meta-" + task.first})->text.contains(task.second);
               });
    }
    void checkJobs();

    std::vector<Expected> m_jobs;
    std::map<QByteArray, QByteArray> m_tasks; ///< task id -> a part of its result
    std::mutex m_mutex;
    std::map<QString, int> m_made;
    std::atomic<bool> m_holds{false};
    std::atomic<bool> m_held{false};
    int m_round = 0;
};

void TestLostAnswers::init()
{
    Bench::init();
    m_jobs.clear();
    m_tasks.clear();
    m_made.clear();
}

void TestLostAnswers::everyScriptIsTried()
{
    QFile header(QStringLiteral(HERDBOOK_SCRIPTS));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression form(QStringLiteral("extern const storage::RedisScript (\\w+);"));
    auto found = form.globalMatch(QString::fromUtf8(header.readAll()));
    size_t scripts = 0;
    for (; found.hasNext(); ++scripts) {
        const QString name = found.next().captured(1);
        QVERIFY2(Scripts.contains(name), qPrintable(name));
    }
    QCOMPARE(scripts, Scripts.size());
}

void TestLostAnswers::addWork()
{
    const auto id = [number = ++m_round](const char *kind) -> QString {
        return QString::fromLatin1(kind) + u'-' + QString::number(number);
    };
    const auto expect = [this](const QString &job, JobState state, const QByteArray &result) {
        m_jobs.push_back({job, state, result});
    };
    m_jobs.clear();
    m_tasks.clear();
    const QByteArray success = "\"SUCCESS\"";
    const QByteArray failure = "\"FAILURE\"";
    // In the making while its second copy and another task of its id come.
    push(test::message(id("slow"), id("slow"), QStringLiteral("slow")));
    push(test::message(id("slow"), id("copy"), QStringLiteral("slow")));
    push(test::message(id("slow"), id("other"), QStringLiteral("other")));
    expect(id("slow"), JobState::Completed, success);
    m_tasks = {{id("copy").toUtf8(), success}, {id("other").toUtf8(), failure}};

    push(test::message(id("later"), id("later"), {}, QDateTime::currentDateTimeUtc().addMSecs(200)));
    expect(id("later"), JobState::Completed, success);
    push(test::message(id("dead"), id("dead")), "exports:processing:dead:1:" + QByteArray::number(m_round));
    expect(id("dead"), JobState::Completed, success);
    QVERIFY(m_redis->command({"SETEX", exports::QueueNames().cancelKey(id("cancelled")), "3600", "1"}));
    QVERIFY(m_redis->command({"SETEX", exports::statusKey(id("cancelled")), "3600", R"({"status":"processing"})"}));
    push(test::message(id("cancelled"), id("cancelled")));
    expect(id("cancelled"), JobState::Failed, "\"REVOKED\"");

    // One message that asks for several jobs, which nobody makes.
    QJsonObject envelope = QJsonDocument::fromJson(test::message(id("many"), id("many"))).object();
    QJsonObject headers = envelope.value(QLatin1String("headers")).toObject();
    headers.insert(QLatin1String("task"), QLatin1String("celery.starmap"));
    envelope.insert(QLatin1String("headers"), headers);
    const QJsonObject request = exports::toJson(test::someReport());
    const QJsonObject named{
        {QLatin1String("task"), QJsonObject{{QLatin1String("task"), exports::taskName(exports::ExportKind::Pdf)}}},
        {QLatin1String("it"), QJsonArray{QJsonArray{id("a"), request}, QJsonArray{id("b"), request}}}};
    envelope.insert(
        QLatin1String("body"),
        QString::fromLatin1(
            QJsonDocument(QJsonArray{QJsonArray(), named, QJsonObject()}).toJson(QJsonDocument::Compact).toBase64()));
    push(QJsonDocument(envelope).toJson(QJsonDocument::Compact));
    expect(id("a"), JobState::Failed, {});
    expect(id("b"), JobState::Failed, {});

    push("garbage");
    QVERIFY(m_redis->command({"RPUSH", "exports:dead", R"({"at":"2020-01-01T00:00:00Z"})"}));
    QVERIFY(m_redis->command({"PUBLISH", "/0.celery.pidbox", exports::revokeMessage(id("nobody"))}));
}

void TestLostAnswers::checkJobs()
{
    for (const Expected &job : m_jobs) {
        const exports::JobStatus said = status(job.id);
        QVERIFY2(isDone(job), qPrintable(job.id + u' ' + exports::wireName(said.state) + u' ' + said.error));
        const std::lock_guard lock(m_mutex);
        QCOMPARE(m_made[exports::fileStem(job.id)], job.state == JobState::Completed ? 1 : 0);
        QVERIFY(job.state != JobState::Completed || QFile::exists(path(said.fileName)));
    }
    QVERIFY(isAllDone());
}

void TestLostAnswers::answersGetLost_data()
{
    QTest::addColumn<RedisProxy::Fault>("fault");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("the connection breaks") << RedisProxy::Fault::Cut << 1;
    QTest::newRow("they come late") << RedisProxy::Fault::Hold << 8; // each takes as long as a client waits
}

void TestLostAnswers::answersGetLost()
{
    QFETCH(const RedisProxy::Fault, fault);
    QFETCH(const int, atOnce);
    RedisProxy proxy(m_servers.settings().redis);
    QSet<QByteArray> rare; // of a worker's start and end
    QSet<QByteArray> steady;
    {
        const test::RunningWorker worker(options(proxy), maker());
        QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
        rare = proxy.seen();
        proxy.forget();
        addWork();
        QTRY_VERIFY(isAllDone());
        QTRY_VERIFY(isTidy());
        QTRY_VERIFY(proxy.seen().contains(nameOf(QStringLiteral("DropOld"))));
        steady = proxy.seen();
        proxy.forget();
    }
    rare += proxy.seen();
    rare << nameOf(QStringLiteral("HandBack"));
    rare -= steady;
    for (const auto &[name, script] : Scripts) {
        const QByteArray sent = RedisProxy::scriptName(script->text);
        QVERIFY2(steady.contains(sent) || rare.contains(sent), qPrintable(name));
    }

    {
        const test::RunningWorker worker(options(proxy), maker());
        QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
        QByteArrayList left = steady.values();
        QHash<QByteArray, int> misses;
        while (!left.isEmpty()) {
            const QByteArrayList now = left.mid(0, atOnce);
            proxy.arm(fault, QSet<QByteArray>(now.begin(), now.end()));
            addWork();
            QTRY_VERIFY2(isAllDone(), now.join(' ').constData());
            checkJobs();
            if (QTest::currentTestFailed())
                return;
            const QSet<QByteArray> missed = proxy.pending();
            left.remove(0, now.size());
            for (const QByteArray &command : missed) {
                if (++misses[command] < 4) // not each time is it sent
                    left << command;
                else
                    rare << command;
            }
        }
        QTRY_VERIFY(isTidy());
        QCOMPARE(number({"ZCARD", "exports:waiting"}), 0);
    }

    // The same for what is sent by a worker that starts, and by one that ends with a job in hand.
    QByteArrayList ends = rare.values();
    QHash<QByteArray, int> tries;
    for (int round = 0; !ends.isEmpty(); ++round) {
        const QByteArrayList now = ends.mid(0, atOnce);
        ends.remove(0, now.size());
        proxy.arm(fault, QSet<QByteArray>(now.begin(), now.end()));
        m_holds = true;
        m_held = false;
        const QString job = QStringLiteral("held-%1").arg(round);
        push(test::message(job, job, QStringLiteral("held")));
        {
            const test::RunningWorker worker(options(proxy), maker());
            QTRY_VERIFY2(m_held, now.join(' ').constData());
        }
        const QSet<QByteArray> missed = proxy.pending(); // late answers may keep others from being sent
        for (const QByteArray &command : missed) {
            if (++tries[command] < 4)
                ends << command;
            else // some are sent by chance; late answers of others may keep even a script from being sent in time
                QVERIFY2(fault == RedisProxy::Fault::Hold || !command.startsWith("script "), command.constData());
        }
        m_holds = false;
        m_jobs = {{job, JobState::Completed, "\"SUCCESS\""}};
        m_tasks.clear();
        const test::RunningWorker next(options(proxy), maker());
        QTRY_VERIFY2(isAllDone(), now.join(' ').constData());
        checkJobs();
        QTRY_VERIFY(isTidy());
    }
}

QTEST_GUILESS_MAIN(TestLostAnswers)
#include "test_lostanswers.moc"

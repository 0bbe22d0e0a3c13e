// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"
#include "tests/core/worker/workbench.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>

using namespace herdbook;
using exports::JobState;

/// What comes through the queue: foreign, malformed, expired, twice, a thousand at once.
class TestMessages : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void putsAsideWhatIsNoExport_data();
    void putsAsideWhatIsNoExport();
    void malformedMessageFailsItsJob();
    void foreignTaskLeavesTheJobOfItsIdAlone();
    void jobThatExpiredWaitingFails();
    void secondCopyWhileTheFirstIsMade();
    void secondCopyAfterwards();
    void secondTaskOfAnIdGetsOnlyItsOwn_data();
    void secondTaskOfAnIdGetsOnlyItsOwn();
    void anotherZipOfManyIdsIsRefused();
    void itsOwnRequestThatCantBeTakenFailsWithTheReason();
    void anotherTaskOfAnIdThatWaitsIsRefused();
    void anotherTaskOfAnIdInTheMakingIsRefused();
    void anotherTaskOfAnIdInTheQueueIsRefused();
    void malformedTaskOfAnIdInTheMakingFailsAlone_data();
    void malformedTaskOfAnIdInTheMakingFailsAlone();
    void secondTaskOfAJobWhoseFileIsGoneFails_data();
    void secondTaskOfAJobWhoseFileIsGoneFails();
    void secondTaskOfAJobWaitsForTheFolder();
    void doubleClickIsOneJob();
    void thousandFromEightThreadsAreMadeOnce();

private:
    /// Whether that task has failed because the job's id is another request's.
    bool isRefused(const QString &taskId)
    {
        const QByteArray result = resultOf(taskId);
        return result.contains("\"FAILURE\"") && result.contains("already used for another request");
    }
    QByteArray resultOf(const QString &taskId)
    {
        return m_redis->command({"GET", "celery-task-meta-" + taskId.toUtf8()})->text;
    }
    QJsonObject firstDead()
    {
        return QJsonDocument::fromJson(m_redis->command({"LINDEX", "exports:dead", "0"})->text).object();
    }
};

void TestMessages::putsAsideWhatIsNoExport_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("reason");
    exports::TaskMessage task;
    task.taskId = task.jobId = QStringLiteral("job-1");
    const QJsonObject good = QJsonDocument::fromJson(exports::encodeTask(task, QStringLiteral("h"))).object();
    const auto without = [&](const char *part, const char *field) {
        QJsonObject envelope = good;
        QJsonObject inner = envelope.value(QLatin1String(part)).toObject();
        inner.remove(QLatin1String(field));
        envelope.insert(QLatin1String(part), inner);
        return QJsonDocument(envelope).toJson();
    };
    const auto withBody = [&](const QByteArray &body) {
        QJsonObject envelope = good;
        envelope.insert(QLatin1String("body"), QString::fromLatin1(body.toBase64()));
        return QJsonDocument(envelope).toJson();
    };
    const auto withTask = [&](const QString &name) {
        QJsonObject envelope = good;
        QJsonObject headers = envelope.value(QLatin1String("headers")).toObject();
        headers.insert(QLatin1String("task"), name);
        envelope.insert(QLatin1String("headers"), headers);
        return QJsonDocument(envelope).toJson();
    };
    QTest::newRow("empty") << QByteArray("") << "The message is not a JSON object";
    QTest::newRow("no JSON") << QByteArray("\xff\x00garbage", 9) << "The message is not a JSON object";
    QTest::newRow("a list") << QByteArray("[1]") << "The message is not a JSON object";
    QTest::newRow("no task") << without("headers", "task") << "The message names no task";
    QTest::newRow("no id") << without("headers", "id") << "The message has no id";
    QTest::newRow("no tag") << without("properties", "delivery_tag") << "The message has no delivery tag";
    QTest::newRow("body of two") << withBody("[[\"job-1\", {}], {}]") << "The message's body is not a list of three";
    QTest::newRow("body no JSON") << withBody("garbage") << "The message's body is not a list of three";
    QTest::newRow("id of two lines") << withBody(R"([["job\n1", {}], {}, {}])")
                                     << "The message has no acceptable job id";
    const auto withField = [&](const char *field, const QString &value) {
        QJsonObject envelope = good;
        envelope.insert(QLatin1String(field), value);
        return QJsonDocument(envelope).toJson();
    };
    QTest::newRow("pickle")
        << withField("content-type", QStringLiteral("application/x-python-serialize"))
        << "The message is serialized by pickle, which Herdbook doesn't read: set task_serializer to "
           "json";
    QTest::newRow("foreign task") << withTask(QStringLiteral("worker.tasks.detection.run"))
                                  << "Not an export task: worker.tasks.detection.run";
    QJsonObject topic = good;
    QJsonObject properties = topic.value(QLatin1String("properties")).toObject();
    properties.insert(QLatin1String("delivery_info"), QJsonObject{{QLatin1String("exchange"), QLatin1String("tasks")}});
    topic.insert(QLatin1String("properties"), properties);
    QTest::newRow("foreign exchange") << QJsonDocument(topic).toJson()
                                      << "Not an export task: worker.tasks.exports.generate_pdf_report_task";
}

// Also fault 18: tasks of other queues that a topic exchange brings here are never executed.
void TestMessages::putsAsideWhatIsNoExport()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, reason);
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(number({"LLEN", "exports:dead"}), 1);
    QCOMPARE(firstDead().value(QLatin1String("reason")).toString(), reason);
    QCOMPARE(QByteArray::fromBase64(firstDead().value(QLatin1String("message")).toString().toLatin1()), message);
    // And the next job is made as if nothing had been.
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(gate.begun(), QStringList{QStringLiteral("June")});
    QVERIFY(isTidy());
}

void TestMessages::malformedMessageFailsItsJob()
{
    const QString id = *store().submit({test::someReport(), QStringLiteral("ann@ranch"), {}, {}, -1});
    QJsonObject envelope = QJsonDocument::fromJson(m_redis->command({"LINDEX", "exports", "0"})->text).object();
    envelope.insert(QLatin1String("body"), QLatin1String("W10=")); // []
    QVERIFY(m_redis->command({"LSET", "exports", "0", QJsonDocument(envelope).toJson()}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("The message's body is not a list of three"));
    QCOMPARE(status(id).requestedBy, QStringLiteral("ann@ranch"));
}

void TestMessages::foreignTaskLeavesTheJobOfItsIdAlone()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QByteArray key = m_redis->command({"KEYS", "exports:processing:*"})->items.at(0).text;
    QByteArray message = m_redis->command({"LINDEX", key, "0"})->text;
    QVERIFY(m_redis->command({"LPUSH", "exports", message.replace(R"("exchange":"")", R"("exchange":"tasks")")}));
    QTRY_COMPARE(number({"LLEN", "exports:dead"}), 1);
    QCOMPARE(status(id).state, JobState::Processing);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
}

// Fault 7: without a worker a job was "processing", then 404, and completed in the end after all.
void TestMessages::jobThatExpiredWaitingFails()
{
    const QDateTime earlier = QDateTime::currentDateTimeUtc().addSecs(-exports::StatusLifetime - 60);
    const auto past = [&](const QString &id) {
        exports::TaskMessage task;
        task.taskId = task.jobId = id;
        task.request = exports::toJson(test::someReport());
        task.expires = earlier.addSecs(exports::StatusLifetime);
        return m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("h"))});
    };
    const QString gone = QStringLiteral("gone");
    const QString begun = QStringLiteral("begun");
    exports::JobStatus processing;
    processing.jobId = begun;
    processing.createdAt = earlier;
    QVERIFY(past(gone) && past(begun) && store().write(processing));
    QVERIFY(m_redis->command({"HSET", "exports:attempts", begun.toUtf8(), "1"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    // The one whose worker died had begun in time.
    QTRY_COMPARE(status(begun).state, JobState::Completed);
    QTRY_COMPARE(status(gone).state, JobState::Failed);
    QCOMPARE(status(gone).error, QStringLiteral("The job expired before a worker could begin it"));
    QVERIFY(resultOf(gone).contains("\"FAILURE\""));
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(begun).fileName});
    QTRY_VERIFY(isTidy());
}

void TestMessages::secondCopyWhileTheFirstIsMade()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QByteArray key = m_redis->command({"KEYS", "exports:processing:*"})->items.at(0).text;
    const QByteArray message = m_redis->command({"LINDEX", key, "0"})->text;
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    QTRY_COMPARE(number({"LLEN", "exports"}), 0);
    QTRY_COMPARE(count("exports:processing:*"), 1);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(gate.begun().size(), 1);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
}

void TestMessages::secondCopyAfterwards()
{
    const QString id = submit(test::someReport());
    const QByteArray message = m_redis->command({"LINDEX", "exports", "0"})->text;
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const exports::JobStatus done = status(id);
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    QTRY_VERIFY(number({"LLEN", "exports"}) == 0 && isTidy());
    QCOMPARE(status(id), done);
    QCOMPARE(gate.begun().size(), 1);
}

void TestMessages::secondTaskOfAnIdGetsOnlyItsOwn_data()
{
    QTest::addColumn<exports::ExportKind>("kind");
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<bool>("same");
    const QJsonObject report = exports::toJson(test::someReport());
    const auto with = [&report](const char *field, const QJsonValue &value) {
        QJsonObject other = report;
        other.insert(QLatin1String(field), value);
        return other;
    };
    using enum exports::ExportKind;
    QTest::newRow("same") << Pdf << report << true;
    QTest::newRow("same, a default told") << Pdf << with("include_charts", true) << true;
    QTest::newRow("same, foreign field") << Pdf << with("foreign", 1) << true;
    QTest::newRow("title") << Pdf << with("title", QStringLiteral("Another")) << false;
    QTest::newRow("end") << Pdf << with("end_date", QStringLiteral("2026-06-29")) << false;
    QTest::newRow("invalid") << Pdf << with("group_by", QStringLiteral("year")) << false;
    QTest::newRow("nothing") << Pdf << QJsonObject() << false;
    QTest::newRow("kind") << Zip << exports::toJson(test::someZip(3)) << false;
    QTest::newRow("kind alone") << Zip << report << false;
}

// The status doesn't keep the ids, but it tells them apart.
void TestMessages::anotherZipOfManyIdsIsRefused()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const exports::ExportRequest many = test::someZip(150);
    const QString id = submit(many);
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(!status(id).request.contains(QLatin1String("detection_ids")));
    for (const auto &[name, request] : {std::pair("same", many), std::pair("other", test::someZip(150))}) {
        exports::TaskMessage task;
        task.taskId = QLatin1String(name);
        task.jobId = id;
        task.kind = exports::ExportKind::Zip;
        task.request = exports::toJson(request);
        QVERIFY(m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("h"))}));
    }
    QTRY_VERIFY(isRefused(QStringLiteral("other")));
    QVERIFY(resultOf(QStringLiteral("same")).contains("\"SUCCESS\""));
}

void TestMessages::itsOwnRequestThatCantBeTakenFailsWithTheReason()
{
    exports::ExportRequest many = test::someZip(150);
    many.siteTimeZone = QStringLiteral("Nowhere/Land"); // as a machine's older list of zones has it
    const QString id = submit(many);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QVERIFY2(status(id).error.contains(QLatin1String("site_tz")), qPrintable(status(id).error));
}

void TestMessages::secondTaskOfAnIdGetsOnlyItsOwn()
{
    QFETCH(const exports::ExportKind, kind);
    QFETCH(const QJsonObject, request);
    QFETCH(const bool, same);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const exports::JobStatus done = status(id);
    exports::TaskMessage task;
    task.taskId = QStringLiteral("second");
    task.jobId = id;
    task.kind = kind;
    task.request = request;
    QVERIFY(m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("h"))}));
    QTRY_VERIFY(!resultOf(task.taskId).isEmpty());
    const QByteArray result = resultOf(task.taskId);
    QVERIFY2(result.contains(same ? "\"SUCCESS\"" : "\"FAILURE\""), result.constData());
    QVERIFY2(same || result.contains("already used for another request"), result.constData());
    QCOMPARE(status(id), done);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{done.fileName});
}

// A producer of the Celery world writes no request into the status: who waits is compared all the same.
void TestMessages::anotherTaskOfAnIdThatWaitsIsRefused()
{
    const QString id = QStringLiteral("job-1");
    const QDateTime eta = QDateTime::currentDateTimeUtc().addSecs(3'600);
    QVERIFY(m_redis->command(
        {"LPUSH", "exports", test::message(id, QStringLiteral("task-1"), QStringLiteral("June"), eta)}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 1);
    const exports::JobStatus before = status(id);
    const QDateTime earlier = eta.addSecs(-1'800);
    QVERIFY(
        m_redis->command({"LPUSH", "exports", test::message(id, QStringLiteral("now"), QStringLiteral("Another"))}));
    QVERIFY(m_redis->command(
        {"LPUSH", "exports", test::message(id, QStringLiteral("sooner"), QStringLiteral("Another"), earlier)}));
    QTRY_VERIFY(isRefused(QStringLiteral("now")) && isRefused(QStringLiteral("sooner")));
    QCOMPARE(status(id), before);
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 1);
    QTRY_VERIFY(isTidy());
    QVERIFY(test::filesIn(m_servers.settings()).isEmpty());
}

void TestMessages::anotherTaskOfAnIdInTheMakingIsRefused()
{
    const QString id = QStringLiteral("job-1");
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    QVERIFY(
        m_redis->command({"LPUSH", "exports", test::message(id, QStringLiteral("task-1"), QStringLiteral("June"))}));
    QTRY_COMPARE(gate.waiting(), 1);
    const QDateTime eta = QDateTime::currentDateTimeUtc().addSecs(3'600);
    QVERIFY(
        m_redis->command({"LPUSH", "exports", test::message(id, QStringLiteral("now"), QStringLiteral("Another"))}));
    QVERIFY(m_redis->command(
        {"LPUSH", "exports", test::message(id, QStringLiteral("later"), QStringLiteral("Another"), eta)}));
    QTRY_VERIFY(isRefused(QStringLiteral("now")) && isRefused(QStringLiteral("later")));
    QCOMPARE(status(id).state, JobState::Processing);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(resultOf(QStringLiteral("task-1")).contains("\"SUCCESS\""));
    QCOMPARE(gate.begun(), QStringList{QStringLiteral("June")});
    QTRY_VERIFY(isTidy());
}

// The queue needn't keep the order: Celery's priorities and jobs put back in front change it.
void TestMessages::anotherTaskOfAnIdInTheQueueIsRefused()
{
    const QString id = submit(test::someReport());
    QVERIFY(
        m_redis->command({"RPUSH", "exports", test::message(id, QStringLiteral("now"), QStringLiteral("Another"))}));
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(isRefused(QStringLiteral("now")));
    QCOMPARE(gate.begun(), QStringList{QStringLiteral("June")});
    QTRY_VERIFY(isTidy());
}

void TestMessages::malformedTaskOfAnIdInTheMakingFailsAlone_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("tasks of their own ids") << "task-1"
                                            << "task-2";
    QTest::newRow("equal ids, as most producers have them") << "job-1"
                                                            << "job-1";
}

void TestMessages::malformedTaskOfAnIdInTheMakingFailsAlone()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    const QString id = QStringLiteral("job-1");
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    QVERIFY(m_redis->command({"LPUSH", "exports", test::message(id, first, QStringLiteral("June"))}));
    QTRY_COMPARE(gate.waiting(), 1);
    QJsonObject envelope = QJsonDocument::fromJson(test::message(id, second, QStringLiteral("Another"))).object();
    envelope.insert(QLatin1String("body"),
                    QString::fromLatin1(QByteArray(R"([["job-1",{}],{},{"chord":"another"}])").toBase64()));
    QVERIFY(m_redis->command({"LPUSH", "exports", QJsonDocument(envelope).toJson()}));
    QTRY_COMPARE(firstDead().value(QLatin1String("job_id")).toString(), id);
    QCOMPARE(resultOf(second).contains("\"FAILURE\""), second != first); // of one id the task is still being made
    QCOMPARE(status(id).state, JobState::Processing);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(resultOf(first).contains("\"SUCCESS\""));
}

void TestMessages::secondTaskOfAJobWhoseFileIsGoneFails_data()
{
    QTest::addColumn<bool>("equal");
    QTest::addColumn<bool>("told");
    QTest::newRow("a task of its own id") << false << false;
    QTest::newRow("equal ids") << true << false;
    QTest::newRow("equal ids, and it was told already") << true << true;
}

void TestMessages::secondTaskOfAJobWhoseFileIsGoneFails()
{
    QFETCH(const bool, equal);
    QFETCH(const bool, told);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const exports::JobStatus done = status(id);
    QVERIFY(QFile::remove(path(done.fileName)));
    QTRY_VERIFY(isTidy());
    const QString second = equal ? id : QStringLiteral("second");
    const QByteArray before = resultOf(second);
    QCOMPARE(before.isEmpty(), !equal);
    if (equal && !told)
        QVERIFY(m_redis->command({"DEL", "celery-task-meta-" + second.toUtf8()}));
    QVERIFY(m_redis->command({"LPUSH", "exports", test::message(id, second, test::someReport().title)}));
    QTRY_VERIFY(number({"LLEN", "exports"}) == 0 && isTidy());
    const QByteArray result = resultOf(second);
    if (told)
        QCOMPARE(result, before); // what a task was told once stands
    else
        QVERIFY2(result.contains("\"FAILURE\"") && result.contains("isn't in the export folder any more"),
                 result.constData());
    QCOMPARE(status(id), done);
}

// Whether its file is there can't be told while the folder is away.
void TestMessages::secondTaskOfAJobWaitsForTheFolder()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const QString folder = m_servers.settings().exportFolder;
    QVERIFY(QFile::rename(folder, folder + QLatin1String(".away")));
    QVERIFY(
        m_redis->command({"LPUSH", "exports", test::message(id, QStringLiteral("second"), test::someReport().title)}));
    QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 1);
    const QByteArray early = resultOf(QStringLiteral("second"));
    QVERIFY(QFile::rename(folder + QLatin1String(".away"), folder));
    QCOMPARE(early, QByteArray());
    QTRY_VERIFY(resultOf(QStringLiteral("second")).contains("\"SUCCESS\""));
    QTRY_VERIFY(isTidy());
}

void TestMessages::doubleClickIsOneJob()
{
    const auto once = store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1});
    const auto twice = store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1});
    QVERIFY(once && twice);
    QCOMPARE(*once, *twice);
    QCOMPARE(number({"LLEN", "exports"}), 1);
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(*once).state, JobState::Completed);
    QCOMPARE(*store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1}), *once);
    QCOMPARE(number({"LLEN", "exports"}), 0);
    QCOMPARE(gate.begun().size(), 1);
}

void TestMessages::thousandFromEightThreadsAreMadeOnce()
{
    std::mutex mutex;
    std::map<QString, int> made;
    const auto counting = [&](const auto &request, const QString &target, const auto &progress, const auto &stop) {
        {
            const std::lock_guard lock(mutex);
            ++made[*exports::stemOfFile(QFileInfo(target).fileName())];
        }
        return test::makeSmallFile(request, target, progress, stop);
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 4), counting);
    std::vector<QStringList> ids(8);
    {
        std::vector<std::jthread> producers;
        for (QStringList &mine : ids) {
            producers.emplace_back([&mine, settings = m_servers.settings().redis] {
                storage::Redis redis(settings, std::chrono::seconds(20));
                exports::JobStore jobs(redis, systemClock());
                for (int at = 0; at < 125; ++at)
                    mine << jobs.submit({test::someReport(), {}, {}, {}, -1}).valueOr({});
            });
        }
    }
    QSet<QString> all;
    for (const QStringList &mine : ids)
        all += QSet<QString>(mine.begin(), mine.end());
    QCOMPARE(all.size(), 1000);
    for (const QString &id : std::as_const(all))
        QTRY_COMPARE_WITH_TIMEOUT(status(id).state, JobState::Completed, 60'000);
    const std::lock_guard lock(mutex);
    QCOMPARE(made.size(), size_t{1000});
    QVERIFY(std::all_of(made.begin(), made.end(), [](const auto &each) { return each.second == 1; }));
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 1000);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"

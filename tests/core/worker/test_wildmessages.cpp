// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"
#include "tests/core/worker/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QTest>

#include <functional>

using namespace herdbook;
using exports::JobState;

namespace {

/// Changes an envelope as Herdbook's own producer sends it.
using Change = std::function<void(QJsonObject &envelope)>;

QJsonObject request()
{
    return exports::toJson(test::someReport());
}

Change with(const char *part, const char *field, const QJsonValue &value)
{
    return [=](QJsonObject &envelope) {
        QJsonObject inner = envelope.value(QLatin1String(part)).toObject();
        inner.insert(QLatin1String(field), value);
        envelope.insert(QLatin1String(part), inner);
    };
}

Change without(const char *part, const char *field)
{
    return with(part, field, QJsonValue(QJsonValue::Undefined));
}

Change withBody(const QByteArray &body, const char *encoding = "utf-8")
{
    return [=](QJsonObject &envelope) {
        envelope.insert(QLatin1String("body"), QString::fromLatin1(body.toBase64()));
        envelope.insert(QLatin1String("content-encoding"), QLatin1String(encoding));
    };
}

QByteArray json(const QJsonValue &body)
{
    return (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject()))
        .toJson(QJsonDocument::Compact);
}

QByteArray bodyOf(const QJsonValue &id, const QJsonValue &asked = request(), const QJsonObject &embed = {},
                  const QJsonObject &named = {})
{
    return json(QJsonArray{QJsonArray{id, asked}, named, embed});
}

QByteArray encoded(const char *encoding, const QByteArray &text)
{
    QStringEncoder encode(encoding);
    return encode(QString::fromUtf8(text));
}

QJsonObject tagged(const char *type, const QJsonValue &value)
{
    return {{QLatin1String("__type__"), QLatin1String(type)}, {QLatin1String("__value__"), value}};
}

Change protocol1(bool headersToo)
{
    return [=](QJsonObject &envelope) {
        if (!headersToo)
            envelope.insert(QLatin1String("headers"), QJsonObject());
        withBody(json(QJsonObject{{QLatin1String("task"), exports::taskName(exports::ExportKind::Pdf)},
                                  {QLatin1String("id"), QLatin1String("task-1")},
                                  {QLatin1String("args"), QJsonArray{QLatin1String("job-1"), request()}},
                                  {QLatin1String("kwargs"), QJsonObject()}}))(envelope);
    };
}

QByteArray message(const Change &change)
{
    exports::TaskMessage task;
    task.taskId = QStringLiteral("task-1");
    task.jobId = QStringLiteral("job-1");
    task.request = request();
    QJsonObject envelope = QJsonDocument::fromJson(exports::encodeTask(task, QStringLiteral("h"))).object();
    change(envelope);
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// What producers of the Celery world send besides the usual: made as a Python worker makes it, or refused to the face of who waits.
class TestWildMessages : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void areMade_data();
    void areMade();
    void areRefusedWithTheReason_data();
    void areRefusedWithTheReason();
    void manyInOneMessageAllFail();
    void oneDeliveryTagForTwo();
    void secondTaskForOneJobHasItsResult_data();
    void secondTaskForOneJobHasItsResult();
    void timeLimitEndsTheJob();

private:
    QJsonObject resultOf(const QByteArray &taskId)
    {
        return QJsonDocument::fromJson(m_redis->command({"GET", "celery-task-meta-" + taskId})->text).object();
    }
    void push(const Change &change) { QVERIFY(m_redis->command({"LPUSH", "exports", message(change)})); }
};

void TestWildMessages::areMade_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("id");
    const QString usual = QStringLiteral("job-1");
    const auto row = [](const char *name, const Change &change, const QString &id) {
        QTest::newRow(name) << change << id;
    };
    for (const char *encoding : {"utf-16", "utf-16-le", "utf-32", "iso-8859-1", "us-ascii", "UTF-8", "binary"}) {
        const QByteArray qt = QByteArray(encoding).replace("-le", "LE").replace("us-ascii", "utf-8");
        row(encoding, withBody(encoded(qt == "binary" ? "utf-8" : qt.constData(), bodyOf(usual)), encoding), usual);
    }
    row(
        "no content-encoding", [](QJsonObject &envelope) { envelope.remove(QLatin1String("content-encoding")); },
        usual);
    row("number as id", withBody(bodyOf(4711)), QStringLiteral("4711"));
    row("UUID tagged as id",
        withBody(bodyOf(
            tagged("uuid", QJsonObject{{QLatin1String("hex"), QLatin1String("0123456789abcdef0123456789abcdef")}}))),
        QStringLiteral("01234567-89ab-cdef-0123-456789abcdef"));
    QJsonObject dates = request();
    dates.insert(QLatin1String("start_date"), tagged("date", QLatin1String("2026-06-01")));
    row("date tagged", withBody(bodyOf(usual, dates)), usual);
    row("both protocols", protocol1(true), usual);
    row("protocol 1", protocol1(false), usual);
    row("request by name",
        withBody(json(QJsonArray{QJsonArray{usual}, QJsonObject{{QLatin1String("request"), request()}}, QJsonValue()})),
        usual);
    row("huge keyword", withBody(bodyOf(usual, request(), {}, {{QLatin1String("note"), QString(8 << 20, u'x')}})),
        usual);
    row("tag as number", with("properties", "delivery_tag", 17), usual);
    row("no reply_to", without("properties", "reply_to"), usual);
    row("no correlation_id", without("properties", "correlation_id"), usual);
    row("no delivery_info", without("properties", "delivery_info"), usual);
    row("of a group", with("headers", "group", QLatin1String("group-1")), usual);
    row("stamped", with("headers", "stamps", QJsonObject{{QLatin1String("ranch"), QJsonArray{1, 2}}}), usual);
    row("shadow name", with("headers", "shadow", QLatin1String("another.name")), usual);
    row("retried", with("headers", "retries", 3), usual);
    row("priority", with("properties", "priority", 9), usual);
    row("eta gone by", with("headers", "eta", QLatin1String("2020-01-01T00:00:00")), usual);
    row("eta in another zone", with("headers", "eta", QLatin1String("2020-01-01T00:00:00.5-06:00")), usual);
    row("expires with an offset", with("headers", "expires", QLatin1String("2099-01-01T00:00:00+02:00")), usual);
    row("time limits", with("headers", "timelimit", QJsonArray{3'600, QJsonValue()}), usual);
    row("odd time limits", with("headers", "timelimit", QLatin1String("soon")), usual);
    row("empty follow-ups",
        withBody(bodyOf(usual, request(),
                        {{QLatin1String("callbacks"), QJsonArray()}, {QLatin1String("chord"), QJsonValue()}})),
        usual);
    row("headers of 1 MB", with("headers", "note", QString(1 << 20, u'x')), usual);
}

void TestWildMessages::areMade()
{
    QFETCH(Change, change);
    QFETCH(QString, id);
    push(change);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_VERIFY2(status(id).isFinished(), m_redis->command({"LINDEX", "exports:dead", "0"})->text.constData());
    QVERIFY2(status(id).state == JobState::Completed, qPrintable(status(id).error));
    QTRY_COMPARE(resultOf("task-1").value(QLatin1String("status")).toString(), QStringLiteral("SUCCESS"));
}

void TestWildMessages::areRefusedWithTheReason_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("taskId");
    QTest::addColumn<QString>("reason");
    const QString usual = QStringLiteral("job-1");
    const QString tooLong(300, u'x');
    const auto row = [](const char *name, const Change &change, const QString &id, const char *reason,
                        const QByteArray &task = "task-1") {
        QTest::newRow(name) << change << id << task << QString::fromLatin1(reason);
    };
    const QJsonArray signatures{QJsonObject{{QLatin1String("task"), QLatin1String("other.task")}}};
    for (const char *embed : {"callbacks", "errbacks", "chain"})
        row(embed, withBody(bodyOf(usual, request(), {{QLatin1String(embed), signatures}})), usual, "nothing was made");
    row("chord", withBody(bodyOf(usual, request(), {{QLatin1String("chord"), signatures.at(0)}})), usual,
        "nothing was made");
    row("encoding", withBody(bodyOf(usual), "klingon"), QStringLiteral("task-1"), "encoded as klingon");
    row("job id of 300 bytes", withBody(bodyOf(tooLong)), tooLong, "no acceptable job id");
    row("task id of 300 bytes", with("headers", "id", tooLong), usual, "no acceptable job id", tooLong.toLatin1());
    row("job id of two lines", withBody(bodyOf(QLatin1String("a\nb"))), QStringLiteral("a\nb"), "no acceptable job id");
    row("no job id", withBody(bodyOf(QJsonValue())), QStringLiteral("task-1"), "no acceptable job id");
    row("half a number as id", withBody(bodyOf(0.5)), QStringLiteral("task-1"), "no acceptable job id");
    row("request is a list", withBody(bodyOf(usual, QJsonArray{1})), usual, "start_date");
    row("eta is no time", with("headers", "eta", QLatin1String("soon")), usual, "eta is not a time");
    row("expires is a number", with("headers", "expires", 60), usual, "expires is not a time");
}

void TestWildMessages::areRefusedWithTheReason()
{
    QFETCH(Change, change);
    QFETCH(QString, id);
    QFETCH(QByteArray, taskId);
    QFETCH(QString, reason);
    exports::JobStatus processing;
    processing.jobId = id;
    processing.createdAt = QDateTime::currentDateTimeUtc();
    QVERIFY(store().write(processing));
    push(change);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QVERIFY2(status(id).error.contains(reason), qPrintable(status(id).error));
    QTRY_COMPARE(resultOf(taskId).value(QLatin1String("status")).toString(), QStringLiteral("FAILURE"));
    QVERIFY(test::filesIn(m_servers.settings()).isEmpty());
}

// Celery's chunks, map and starmap are tasks of Celery's own around ours: no other worker has a copy of them.
void TestWildMessages::manyInOneMessageAllFail()
{
    const QJsonObject named{
        {QLatin1String("task"), QJsonObject{{QLatin1String("task"), exports::taskName(exports::ExportKind::Pdf)}}},
        {QLatin1String("it"),
         QJsonArray{QJsonArray{QLatin1String("a"), request()}, QJsonArray{QLatin1String("b"), request()}}}};
    push([&](QJsonObject &envelope) {
        with("headers", "task", QLatin1String("celery.starmap"))(envelope);
        withBody(json(QJsonArray{QJsonArray(), named, QJsonObject()}))(envelope);
    });
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    for (const char *id : {"a", "b"}) {
        QTRY_COMPARE(status(QString::fromLatin1(id)).state, JobState::Failed);
        QVERIFY(status(QString::fromLatin1(id)).error.contains(QLatin1String("one by one")));
    }
    QTRY_COMPARE(resultOf("task-1").value(QLatin1String("status")).toString(), QStringLiteral("FAILURE"));
    QTRY_VERIFY(isTidy());
}

void TestWildMessages::oneDeliveryTagForTwo()
{
    for (const char *id : {"a", "b"})
        push([id](QJsonObject &envelope) {
            with("properties", "delivery_tag", QLatin1String("same"))(envelope);
            withBody(bodyOf(QLatin1String(id)))(envelope);
        });
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2));
    QTRY_COMPARE(status(QStringLiteral("a")).state, JobState::Completed);
    QTRY_COMPARE(status(QStringLiteral("b")).state, JobState::Completed);
    QTRY_VERIFY(isTidy());
}

void TestWildMessages::secondTaskForOneJobHasItsResult_data()
{
    QTest::addColumn<bool>("meanwhile");
    QTest::newRow("while the first is made") << true;
    QTest::newRow("afterwards") << false;
}

// Who sends two tasks for one job waits for both results; the export is made once.
void TestWildMessages::secondTaskForOneJobHasItsResult()
{
    QFETCH(bool, meanwhile);
    test::Gate gate;
    auto options = test::quickOptions(m_servers.settings(), 2);
    options.timings.aside = std::chrono::milliseconds(200);
    const test::RunningWorker worker(options, gate.maker());
    push([](QJsonObject &) {});
    QTRY_COMPARE(gate.waiting(), 1);
    if (meanwhile) {
        push(with("headers", "id", QLatin1String("task-2")));
        QTRY_COMPARE(number({"LLEN", "exports"}), 0);
    }
    gate.open();
    QTRY_COMPARE(status(QStringLiteral("job-1")).state, JobState::Completed);
    if (!meanwhile)
        push(with("headers", "id", QLatin1String("task-2")));
    for (const char *task : {"task-1", "task-2"})
        QTRY_COMPARE(resultOf(task).value(QLatin1String("status")).toString(), QStringLiteral("SUCCESS"));
    QCOMPARE(gate.begun().size(), 1);
    QTRY_VERIFY(isTidy());
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 0);
}

void TestWildMessages::timeLimitEndsTheJob()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    push(with("headers", "timelimit", QJsonArray{QJsonValue(), 0.3}));
    QTRY_COMPARE(status(QStringLiteral("job-1")).state, JobState::Failed);
    QCOMPARE(status(QStringLiteral("job-1")).error, QStringLiteral("It took longer than its time limit of 0.3 s"));
    QVERIFY(!status(QStringLiteral("job-1")).cancelled);
    QTRY_COMPARE(resultOf("task-1").value(QLatin1String("status")).toString(), QStringLiteral("FAILURE"));
    QTRY_VERIFY(isTidy());
}

QTEST_GUILESS_MAIN(TestWildMessages)
#include "test_wildmessages.moc"

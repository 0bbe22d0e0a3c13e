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

Change protocol1(bool headersToo, const QString &id, const QString &taskId)
{
    return [=](QJsonObject &envelope) {
        if (!headersToo)
            envelope.insert(QLatin1String("headers"), QJsonObject());
        withBody(json(QJsonObject{{QLatin1String("task"), exports::taskName(exports::ExportKind::Pdf)},
                                  {QLatin1String("id"), taskId},
                                  {QLatin1String("args"), QJsonArray{id, request()}},
                                  {QLatin1String("kwargs"), QJsonObject()}}))(envelope);
    };
}

QByteArray message(const Change &change, const QString &id = QStringLiteral("job-1"),
                   const QString &taskId = QStringLiteral("task-1"))
{
    exports::TaskMessage task;
    task.taskId = taskId;
    task.jobId = id;
    task.request = request();
    QJsonObject envelope = QJsonDocument::fromJson(exports::encodeTask(task, QStringLiteral("h"))).object();
    change(envelope);
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

/// One of the messages that one worker gets after the other: each with a job and a task of its own.
struct Row
{
    QByteArray name;
    Change change;
    QString id;
    QString reason; ///< for which it is refused
    QString taskId;
};

class Rows
{
public:
    QString job() const { return QStringLiteral("job-%1").arg(m_all.size() + 2); }
    QString task() const { return QStringLiteral("task-%1").arg(m_all.size() + 2); }
    void add(const char *name, const Change &change, const QString &id = {}, const char *reason = "",
             const QString &taskId = {})
    {
        m_all.push_back(
            {name, change, id.isEmpty() ? job() : id, QString::fromLatin1(reason), taskId.isEmpty() ? task() : taskId});
    }
    const std::vector<Row> &all() const { return m_all; }

private:
    std::vector<Row> m_all;
};

} // namespace

/// What producers of the Celery world send besides the usual: made as a Python worker makes it, or refused to the face of who waits.
class TestWildMessages : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void areMade();
    void areRefusedWithTheReason();
    void manyInOneMessageAllFail();
    void oneDeliveryTagForTwo();
    void secondTaskForOneJobHasItsResult_data();
    void secondTaskForOneJobHasItsResult();
    void timeLimitEndsTheJob();

private:
    QJsonObject resultOf(const QString &taskId)
    {
        return QJsonDocument::fromJson(m_redis->command({"GET", "celery-task-meta-" + taskId.toUtf8()})->text).object();
    }
    void push(const Change &change, const QString &id = QStringLiteral("job-1"),
              const QString &taskId = QStringLiteral("task-1"))
    {
        QVERIFY(m_redis->command({"LPUSH", "exports", message(change, id, taskId)}));
    }
};

void TestWildMessages::areMade()
{
    Rows rows;
    for (const char *encoding : {"utf-16", "utf-16-le", "utf-32", "iso-8859-1", "us-ascii", "UTF-8", "binary"}) {
        const QByteArray qt = QByteArray(encoding).replace("-le", "LE").replace("us-ascii", "utf-8");
        rows.add(encoding, withBody(encoded(qt == "binary" ? "utf-8" : qt.constData(), bodyOf(rows.job())), encoding));
    }
    rows.add("no content-encoding", [](QJsonObject &envelope) { envelope.remove(QLatin1String("content-encoding")); });
    rows.add("number as id", withBody(bodyOf(4711)), QStringLiteral("4711"));
    const QJsonObject hex{{QLatin1String("hex"), QLatin1String("0123456789abcdef0123456789abcdef")}};
    rows.add("UUID tagged as id", withBody(bodyOf(tagged("uuid", hex))),
             QStringLiteral("01234567-89ab-cdef-0123-456789abcdef"));
    QJsonObject dates = request();
    dates.insert(QLatin1String("start_date"), tagged("date", QLatin1String("2026-06-01")));
    rows.add("date tagged", withBody(bodyOf(rows.job(), dates)));
    rows.add("both protocols", protocol1(true, rows.job(), rows.task()));
    rows.add("protocol 1", protocol1(false, rows.job(), rows.task()));
    const QJsonObject byName{{QLatin1String("request"), request()}};
    rows.add("request by name", withBody(json(QJsonArray{QJsonArray{rows.job()}, byName, QJsonValue()})));
    rows.add("huge keyword",
             withBody(bodyOf(rows.job(), request(), {}, {{QLatin1String("note"), QString(8 << 20, u'x')}})));
    rows.add("tag as number", with("properties", "delivery_tag", 17));
    rows.add("no reply_to", without("properties", "reply_to"));
    rows.add("no correlation_id", without("properties", "correlation_id"));
    rows.add("no delivery_info", without("properties", "delivery_info"));
    rows.add("of a group", with("headers", "group", QLatin1String("group-1")));
    rows.add("stamped", with("headers", "stamps", QJsonObject{{QLatin1String("ranch"), QJsonArray{1, 2}}}));
    rows.add("shadow name", with("headers", "shadow", QLatin1String("another.name")));
    rows.add("retried", with("headers", "retries", 3));
    rows.add("priority", with("properties", "priority", 9));
    rows.add("eta gone by", with("headers", "eta", QLatin1String("2020-01-01T00:00:00")));
    rows.add("eta in another zone", with("headers", "eta", QLatin1String("2020-01-01T00:00:00.5-06:00")));
    rows.add("expires with an offset", with("headers", "expires", QLatin1String("2099-01-01T00:00:00+02:00")));
    rows.add("time limits", with("headers", "timelimit", QJsonArray{3'600, QJsonValue()}));
    rows.add("odd time limits", with("headers", "timelimit", QLatin1String("soon")));
    const QJsonObject nothing{{QLatin1String("callbacks"), QJsonArray()}, {QLatin1String("chord"), QJsonValue()}};
    rows.add("empty follow-ups", withBody(bodyOf(rows.job(), request(), nothing)));
    rows.add("headers of 1 MB", with("headers", "note", QString(1 << 20, u'x')));

    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    for (const Row &row : rows.all()) {
        push(row.change, row.id, row.taskId);
        QTRY_VERIFY2(status(row.id).isFinished(), row.name.constData());
        QVERIFY2(status(row.id).state == JobState::Completed,
                 qPrintable(QString::fromUtf8(row.name) + QLatin1String(": ") + status(row.id).error));
        QVERIFY2(resultOf(row.taskId).value(QLatin1String("status")) == QLatin1String("SUCCESS"), row.name.constData());
    }
    QTRY_VERIFY(isTidy());
}

void TestWildMessages::areRefusedWithTheReason()
{
    Rows rows;
    const QString tooLong(300, u'x');
    const char *unacceptable = "no acceptable job id";
    const QJsonArray signatures{QJsonObject{{QLatin1String("task"), QLatin1String("other.task")}}};
    for (const char *embed : {"callbacks", "errbacks", "chain"})
        rows.add(embed, withBody(bodyOf(rows.job(), request(), {{QLatin1String(embed), signatures}})), {},
                 "nothing was made");
    rows.add("chord", withBody(bodyOf(rows.job(), request(), {{QLatin1String("chord"), signatures.at(0)}})), {},
             "nothing was made");
    rows.add("encoding", withBody(bodyOf(rows.job()), "klingon"), rows.task(), "encoded as klingon");
    rows.add("job id of 300 bytes", withBody(bodyOf(tooLong)), tooLong, unacceptable);
    rows.add("task id of 300 bytes", with("headers", "id", tooLong), {}, unacceptable, tooLong);
    rows.add("job id of two lines", withBody(bodyOf(QLatin1String("a\nb"))), QStringLiteral("a\nb"), unacceptable);
    rows.add("no job id", withBody(bodyOf(QJsonValue())), rows.task(), unacceptable);
    rows.add("half a number as id", withBody(bodyOf(0.5)), rows.task(), unacceptable);
    rows.add("request is a list", withBody(bodyOf(rows.job(), QJsonArray{1})), {}, "start_date");
    rows.add("eta is no time", with("headers", "eta", QLatin1String("soon")), {}, "eta is not a time");
    rows.add("expires is a number", with("headers", "expires", 60), {}, "expires is not a time");

    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    for (const Row &row : rows.all()) {
        exports::JobStatus processing;
        processing.jobId = row.id;
        processing.createdAt = QDateTime::currentDateTimeUtc();
        QVERIFY(store().write(processing));
        push(row.change, row.id, row.taskId);
        QTRY_VERIFY2(status(row.id).state == JobState::Failed, row.name.constData());
        QVERIFY2(status(row.id).error.contains(row.reason),
                 qPrintable(QString::fromUtf8(row.name) + QLatin1String(": ") + status(row.id).error));
        QVERIFY2(resultOf(row.taskId).value(QLatin1String("status")) == QLatin1String("FAILURE"), row.name.constData());
    }
    QVERIFY(test::filesIn(m_servers.settings()).isEmpty());
    QTRY_VERIFY(isTidy());
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
    QTRY_COMPARE(resultOf(QStringLiteral("task-1")).value(QLatin1String("status")).toString(),
                 QStringLiteral("FAILURE"));
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
        QTRY_COMPARE(resultOf(QString::fromLatin1(task)).value(QLatin1String("status")).toString(),
                     QStringLiteral("SUCCESS"));
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
    QTRY_COMPARE(resultOf(QStringLiteral("task-1")).value(QLatin1String("status")).toString(),
                 QStringLiteral("FAILURE"));
    QTRY_VERIFY(isTidy());
}

QTEST_GUILESS_MAIN(TestWildMessages)
#include "test_wildmessages.moc"

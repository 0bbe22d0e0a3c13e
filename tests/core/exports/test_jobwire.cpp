// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobfile.h"
#include "core/exports/jobstatus.h"
#include "core/exports/taskmessage.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace herdbook;
using namespace herdbook::exports;

namespace {

const QString Id = QStringLiteral("0f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917");

/// The least envelope the contract lists, with its body as given.
QJsonObject envelope(const QByteArray &body, bool base64 = true)
{
    QJsonObject properties{
        {QStringLiteral("delivery_tag"), QStringLiteral("tag")},
        {QStringLiteral("delivery_info"), QJsonObject{{QStringLiteral("exchange"), QString()},
                                                      {QStringLiteral("routing_key"), QStringLiteral("exports")}}}};
    if (base64)
        properties.insert(QStringLiteral("body_encoding"), QStringLiteral("base64"));
    return {{QStringLiteral("body"), QString::fromUtf8(base64 ? body.toBase64() : body)},
            {QStringLiteral("content-type"), QStringLiteral("application/json")},
            {QStringLiteral("headers"),
             QJsonObject{{QStringLiteral("task"), taskName(ExportKind::Zip)}, {QStringLiteral("id"), Id}}},
            {QStringLiteral("properties"), properties}};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray body(const char *tail = R"(,{},null])")
{
    return R"([[")" + Id.toUtf8() + R"(",{"crop_size":300}])" + tail;
}

void put(QJsonObject &object, const QString &group, const QString &name, const QJsonValue &value)
{
    QJsonObject inner = object.value(group).toObject();
    if (value.isUndefined())
        inner.remove(name);
    else
        inner.insert(name, value);
    object.insert(group, inner);
}

} // namespace

class TestJobWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void envelopeRoundTrip();
    void envelopeHasWhatCeleryNeeds();
    void leastEnvelopesAreRead_data();
    void leastEnvelopesAreRead();
    void badEnvelopesAreToldApart_data();
    void badEnvelopesAreToldApart();
    void statusRoundTrip();
    void statusIsWrittenInFull();
    void pythonStatusIsRead();
    void whatNobodyCountedIsNoted_data();
    void whatNobodyCountedIsNoted();
    void oddStatusesAreRead_data();
    void oddStatusesAreRead();
    void noDataIsReadFromOldWorkersWords();
    void unreadableStatus_data();
    void unreadableStatus();
    void namesAndIds();
    void fileIsLookedFor();
    void onlyWhatIsKnownToBeGoneIsDeleted_data();
    void onlyWhatIsKnownToBeGoneIsDeleted();
};

void TestJobWire::envelopeRoundTrip()
{
    TaskMessage task{
        Id, Id, ExportKind::Pdf, {{QStringLiteral("title"), QStringLiteral("Größe 🦌")}}, QStringLiteral("reply"),
        {}, {}};
    const auto read = decodeTask(encodeTask(task, QStringLiteral("barn")));
    QVERIFY(std::holds_alternative<TaskMessage>(read));
    QVERIFY(std::get<TaskMessage>(read) == task);
}

void TestJobWire::envelopeHasWhatCeleryNeeds()
{
    const QJsonObject sent =
        QJsonDocument::fromJson(encodeTask({Id, Id, ExportKind::Pdf, {}, {}, {}, {}}, QStringLiteral("barn"))).object();
    const QJsonObject headers = sent.value(QStringLiteral("headers")).toObject();
    QCOMPARE(headers.value(QStringLiteral("id")).toString(), Id);
    QCOMPARE(headers.value(QStringLiteral("task")).toString(),
             QStringLiteral("worker.tasks.exports.generate_pdf_report_task"));
    QCOMPARE(headers.value(QStringLiteral("origin")).toString(), QStringLiteral("herdbook@barn"));
    const QJsonObject properties = sent.value(QStringLiteral("properties")).toObject();
    QCOMPARE(properties.value(QStringLiteral("correlation_id")).toString(), Id);
    QVERIFY(!properties.value(QStringLiteral("delivery_tag")).toString().isEmpty());
    QVERIFY(!properties.value(QStringLiteral("reply_to")).toString().isEmpty());
    QCOMPARE(
        properties.value(QStringLiteral("delivery_info")).toObject().value(QStringLiteral("routing_key")).toString(),
        QStringLiteral("exports"));
    const QJsonArray decoded =
        QJsonDocument::fromJson(QByteArray::fromBase64(sent.value(QStringLiteral("body")).toString().toLatin1()))
            .array();
    QCOMPARE(decoded.size(), 3);
    QCOMPARE(decoded.at(0).toArray().at(0).toString(), Id);
    QVERIFY(decoded.at(1).toObject().isEmpty());
    QVERIFY(decoded.at(2).toObject().contains(QStringLiteral("chord")));
}

void TestJobWire::leastEnvelopesAreRead_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("base64, null") << bytes(envelope(body()));
    QTest::newRow("base64, {}") << bytes(envelope(body(",{},{}]")));
    QTest::newRow("plain body") << bytes(envelope(body(), false));
}

void TestJobWire::leastEnvelopesAreRead()
{
    QFETCH(QByteArray, message);
    const auto read = decodeTask(message);
    QVERIFY(std::holds_alternative<TaskMessage>(read));
    QCOMPARE(std::get<TaskMessage>(read).jobId, Id);
    QCOMPARE(std::get<TaskMessage>(read).kind, ExportKind::Zip);
    QCOMPARE(std::get<TaskMessage>(read).request.value(QStringLiteral("crop_size")).toInt(), 300);
}

void TestJobWire::badEnvelopesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("foreign");
    const QString headers = QStringLiteral("headers");
    const QString properties = QStringLiteral("properties");
    const auto changed = [](const QString &group, const QString &name, const QJsonValue &value) {
        QJsonObject object = envelope(body());
        put(object, group, name, value);
        return bytes(object);
    };
    QTest::newRow("not JSON") << QByteArray("hello") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("list") << QByteArray("[1,2]") << false;
    QTest::newRow("binary") << QByteArray("\x80\x00\xff", 3) << false;
    QTest::newRow("no task") << changed(headers, QStringLiteral("task"), QJsonValue::Undefined) << false;
    QTest::newRow("no id") << changed(headers, QStringLiteral("id"), QJsonValue::Undefined) << false;
    QTest::newRow("no delivery tag") << changed(properties, QStringLiteral("delivery_tag"), QJsonValue::Undefined)
                                     << false;
    QTest::newRow("two elements") << bytes(envelope(body(",{}]"))) << false;
    QTest::newRow("body not JSON") << bytes(envelope("xx")) << false;
    QTest::newRow("job id of two lines") << bytes(envelope(R"([["a\nb",{}],{},null])")) << false;
    QTest::newRow("job id missing") << bytes(envelope(R"([[],{},null])")) << false;
    QTest::newRow("unknown task") << changed(headers, QStringLiteral("task"), QStringLiteral("worker.tasks.detect"))
                                  << true;
    QTest::newRow("exchange tasks") << changed(properties, QStringLiteral("delivery_info"),
                                               QJsonObject{{QStringLiteral("exchange"), QStringLiteral("tasks")},
                                                           {QStringLiteral("routing_key"), QStringLiteral("exports")}})
                                    << true;
    QJsonObject pickle = envelope(body());
    pickle.insert(QStringLiteral("content-type"), QStringLiteral("application/x-python-serialize"));
    QTest::newRow("pickle") << bytes(pickle) << false;
    QTest::newRow("broken base64") << changed(properties, QStringLiteral("body_encoding"), QStringLiteral("base64"))
                                          .replace("\"body\":\"", "\"body\":\"!")
                                   << false;
}

void TestJobWire::badEnvelopesAreToldApart()
{
    QFETCH(QByteArray, message);
    QFETCH(bool, foreign);
    const auto read = decodeTask(message);
    QVERIFY(std::holds_alternative<MessageProblem>(read));
    QCOMPARE(std::get<MessageProblem>(read).fault, foreign ? MessageFault::Foreign : MessageFault::Malformed);
    QVERIFY(!std::get<MessageProblem>(read).reason.isEmpty());
}

void TestJobWire::statusRoundTrip()
{
    JobStatus status;
    status.jobId = Id;
    status.state = JobState::Completed;
    status.createdAt = QDateTime(QDate(2026, 11, 22), QTime(14, 30, 45, 123), Qt::UTC);
    status.completedAt = status.createdAt.addSecs(3);
    status.fileName = QStringLiteral("report.pdf");
    status.downloadUrl = downloadUrl(status.fileName);
    status.fileSize = 5'000'000'000;
    status.totalDetections = status.processedCount = 400;
    status.kind = ExportKind::Pdf;
    status.attempt = 2;
    status.noData = true;
    status.worker = QStringLiteral("barn:12:0");
    status.requestedBy = QStringLiteral("mo@barn");
    status.request = {{QStringLiteral("title"), QStringLiteral("\"quoted\"\n")}};
    const auto read = jobStatusFromWire(toWire(status), Id);
    QVERIFY(read);
    QVERIFY(*read == status);
    QCOMPARE(read->percent(), 100);
}

void TestJobWire::statusIsWrittenInFull()
{
    JobStatus status;
    status.jobId = Id;
    status.createdAt = QDateTime(QDate(2026, 11, 22), QTime(14, 30, 45, 123), Qt::UTC);
    status.totalDetections = 10;
    status.processedCount = 20;
    const QJsonObject json = QJsonDocument::fromJson(toWire(status)).object();
    QCOMPARE(json.value(QStringLiteral("status")).toString(), QStringLiteral("processing"));
    QCOMPARE(json.value(QStringLiteral("created_at")).toString(), QStringLiteral("2026-11-22T14:30:45.123000"));
    QCOMPARE(json.value(QStringLiteral("total_detections")).toInt(), 10);
    QCOMPARE(json.value(QStringLiteral("processed_count")).toInt(), 10);
    QVERIFY(!json.contains(QStringLiteral("completed_at")));
    QVERIFY(!json.contains(QStringLiteral("error")));
}

void TestJobWire::pythonStatusIsRead()
{
    const auto read = jobStatusFromWire(
        R"({"status":"completed","job_id":"a","created_at":"2026-11-22T14:30:45.123456","completed_at":"2026-11-22T14:30:46Z","filename":"r.zip","download_url":"/api/static/exports/r.zip","file_size_bytes":12,"processed_count":400,"new_field":{"x":[1]}})",
        QStringLiteral("a"));
    QVERIFY(read);
    QCOMPARE(read->createdAt.time().msec(), 123);
    QCOMPARE(read->completedAt.time().second(), 46);
    QCOMPARE(read->percent(), 100);
    const auto over = jobStatusFromWire(R"({"status":"processing","total_detections":100,"processed_count":130})",
                                        QStringLiteral("a"));
    QVERIFY(over);
    QCOMPARE(over->percent(), 100);
}

void TestJobWire::whatNobodyCountedIsNoted_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("uncounted");
    QTest::newRow("Python's") << QByteArray() << true;
    QTest::newRow("counted") << QByteArray(R"(,"crops_missing":0)") << false;
    QTest::newRow("crops") << QByteArray(R"(,"request":{"include_crops":true})") << true;
    QTest::newRow("no crops of a period") << QByteArray(R"(,"request":{"include_crops":false})") << false;
    QTest::newRow("no crops of ids") << QByteArray(R"(,"request":{"include_crops":false,"detection_ids":["a"]})")
                                     << true;
    QTest::newRow("no crops of many ids")
        << QByteArray(R"(,"request":{"include_crops":false,"not_kept":["detection_ids"]})") << true;
}

void TestJobWire::whatNobodyCountedIsNoted()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, uncounted);
    const auto read = jobStatusFromWire(R"({"status":"completed")" + fields + '}', QStringLiteral("a"));
    QVERIFY(read);
    QCOMPARE(isUncounted(ExportKind::Zip, read->request, read->crops), uncounted);
    QVERIFY(!isUncounted(ExportKind::Pdf, read->request, read->crops));
}

void TestJobWire::oddStatusesAreRead_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<JobStatus>("expected");
    const auto row = [](const char *name, const QByteArray &fields, const std::function<void(JobStatus &)> &change) {
        JobStatus expected;
        expected.jobId = Id;
        change(expected);
        QTest::newRow(name) << fields << expected;
    };
    row("numbers in quotes", R"("total_detections":"100","processed_count":"40","file_size_bytes":"12")",
        [](JobStatus &status) {
            status.totalDetections = 100;
            status.processedCount = 40;
            status.fileSize = 12;
        });
    row("no numbers", R"("total_detections":"many","processed_count":null,"file_size_bytes":true)", [](JobStatus &) {});
    row("NaN",
        R"("progress":NaN,"eta":-Infinity,"total_detections":Infinity,"error":"NaN \"of\" 3","processed_count":NaN)",
        [](JobStatus &status) { status.error = QStringLiteral("NaN \"of\" 3"); });
    row("over and under", R"("progress":101,"total_detections":-5,"processed_count":-1)", [](JobStatus &) {});
    row("times as numbers", R"("created_at":1795271445.5,"completed_at":"soon","started_at":-1)",
        [](JobStatus &status) { status.createdAt = QDateTime(QDate(2026, 11, 21), QTime(14, 30, 45, 500), Qt::UTC); });
    row("null for nothing", R"("result":null,"filename":null,"error":null,"cancelled":null,"no_data":null)",
        [](JobStatus &) {});
}

void TestJobWire::oddStatusesAreRead()
{
    QFETCH(QByteArray, fields);
    QFETCH(JobStatus, expected);
    const auto read = jobStatusFromWire(R"({"status":"processing",)" + fields + '}', Id);
    QVERIFY(read);
    QCOMPARE(toWire(*read), toWire(expected));
    QVERIFY(*read == expected);
}

void TestJobWire::noDataIsReadFromOldWorkersWords()
{
    const auto told = [](const QByteArray &fields) {
        return jobStatusFromWire(R"({"status":"failed",)" + fields + '}', Id)->noData;
    };
    QVERIFY(told(R"("error":"No detections found in the selected date range")"));
    QVERIFY(told(R"("error":"anything","no_data":true)"));
    QVERIFY(!told(R"("error":"No detections found in the selected date range","no_data":false)"));
    QVERIFY(!told(R"("error":"Could not connect: No detections found")"));
    QVERIFY(!jobStatusFromWire(R"({"status":"processing","error":"No detections found"})", Id)->noData);
}

void TestJobWire::unreadableStatus_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("completed");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray("{}");
    QTest::newRow("unknown status") << QByteArray(R"({"status":"queued"})");
    QTest::newRow("status is a number") << QByteArray(R"({"status":1})");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("cut") << QByteArray(R"({"status":"compl)");
}

void TestJobWire::unreadableStatus()
{
    QFETCH(QByteArray, text);
    const auto read = jobStatusFromWire(text, Id);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
}

void TestJobWire::namesAndIds()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(14, 3, 5), Qt::UTC);
    QCOMPARE(exportFileName(ExportKind::Pdf, QStringLiteral("a-1"), time),
             QStringLiteral("report_a-1_20261122_140305.pdf"));
    QCOMPARE(exportFileName(ExportKind::Zip, QStringLiteral("a-1"), time),
             QStringLiteral("detections_a-1_20261122_140305.zip"));
    QVERIFY(isAcceptableJobId(Id));
    for (const char *bad : {"", "a\n", "a\x7f", "\x01", "a\xff"})
        QVERIFY2(!isAcceptableJobId(QString::fromUtf8(bad)), bad);
    QVERIFY(!isAcceptableJobId(QString(256, u'a')) && !isAcceptableJobId(QString(QChar(0xd800))));
    // What would be trouble in a file name stands for its digest there.
    for (const char *strange : {"a/b", "..", "a b", "é", "a.b:c"}) {
        const QString id = QString::fromUtf8(strange);
        QVERIFY2(isAcceptableJobId(id), strange);
        const QString name = exportFileName(ExportKind::Pdf, id, time);
        QVERIFY2(stemOfFile(name) && isFileOfJob(name, id), strange);
        QCOMPARE(fileStem(id).size(), 32);
    }
    QVERIFY(!isFileOfJob(QStringLiteral("important.txt"), QStringLiteral("important")));
    QVERIFY(!isFileOfJob(QStringLiteral("report_a-1_20261122_140305.pdf"), QStringLiteral("a-2")));
}

void TestJobWire::fileIsLookedFor()
{
    const QTemporaryDir folder;
    JobStatus status;
    status.jobId = QStringLiteral("a");
    status.fileName = QStringLiteral("report_a_20261122_140305.pdf");
    status.fileSize = 4;
    const QString path = folder.filePath(status.fileName);
    const auto write = [](const QString &name, const QByteArray &text) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    };
    // So looks a mount point without its disk as well.
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::Unknown);
    write(folder.filePath(QStringLiteral("REPORT_a_20261122_140305.PDF")), "of that name in capitals");
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::Gone);
    write(path, "made");
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::There);
    write(path, "another");
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::Gone);
    status.fileSize = -1; // not every writer tells it
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::There);
    QVERIFY(QFile::remove(path) && QDir().mkdir(path));
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::Gone);
    // A mount that is away says nothing of its files.
    QCOMPARE(lookForFile(folder.filePath(QStringLiteral("away")), status), FilePresence::Unknown);
    status.fileName = QStringLiteral("report_b_20261122_140305.pdf");
    write(folder.filePath(status.fileName), "made");
    QCOMPARE(lookForFile(folder.path(), status), FilePresence::Gone);
}

void TestJobWire::onlyWhatIsKnownToBeGoneIsDeleted_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("words"); // empty: it is deleted
    QTest::newRow("there") << "file"
                           << "";
    QTest::newRow("a link to nowhere") << "link"
                                       << "";
    QTest::newRow("not there, beside others") << "others"
                                              << "";
    QTest::newRow("a folder in its place") << "folder"
                                           << "Can't delete report_a_20261122_140305.pdf: ";
    QTest::newRow("an empty folder") << "nothing"
                                     << "the export folder is empty";
    QTest::newRow("no folder") << "away"
                               << "the export folder is missing";
    QTest::newRow("a file in the folder's place") << "replaced"
                                                  << "Not a directory";
    QTest::newRow("a folder that can't be looked into") << "circle"
                                                        << "symbolic links";
}

void TestJobWire::onlyWhatIsKnownToBeGoneIsDeleted()
{
    QFETCH(const QString, how);
    QFETCH(const QString, words);
    const QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("exports"));
    JobStatus status;
    status.jobId = QStringLiteral("a");
    status.fileName = QStringLiteral("report_a_20261122_140305.pdf");
    const QString path = folder + u'/' + status.fileName;
    const auto write = [](const QString &name) { return QFile(name).open(QIODevice::WriteOnly); };
    if (how == QLatin1String("replaced"))
        QVERIFY(write(folder));
    else if (how == QLatin1String("circle"))
        QVERIFY(QFile::link(folder, folder));
    else if (how != QLatin1String("away"))
        QVERIFY(QDir().mkdir(folder));
    if (how == QLatin1String("file"))
        QVERIFY(write(path));
    else if (how == QLatin1String("others"))
        QVERIFY(write(folder + QStringLiteral("/others")));
    else if (how == QLatin1String("link"))
        QVERIFY(QFile::link(QStringLiteral("nowhere"), path));
    else if (how == QLatin1String("folder"))
        QVERIFY(QDir().mkdir(path));
    const Result<void> deleted = deleteFileOf(folder, status);
    QCOMPARE(bool(deleted), words.isEmpty());
    if (!deleted)
        QVERIFY2(deleted.error().message.contains(words), qPrintable(deleted.error().message));
    // Another's is left alone, and is no reason to keep the job.
    status.jobId = QStringLiteral("b");
    QVERIFY(deleteFileOf(folder, status));
}

QTEST_GUILESS_MAIN(TestJobWire)
#include "test_jobwire.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"
#include "core/storage/postgres.h"
#include "tests/api/apiserver.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace herdbook;
using test::RawAnswer;

/// The calls and answers of the contract, against real servers.
class TestApi : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void reportIsQueued();
    void zipByIdsCountsDistinct();
    void zipByDatesCountsInTheDatabase();
    void zipByDatesWithoutLaterColumns();
    void tooManyDetectionsAreRefused();
    void dataThatCantBeReadIsNamed_data();
    void dataThatCantBeReadIsNamed();
    void daysAreThoseOfTheZoneGiven();
    void paperIsTheZones();
    void everyFieldOfARequestIsDescribed();
    void createTakesBothKinds();
    void sameIdempotencyKeySameJob();
    void todayIsTheSitesDay();
    void violationsAreListed();
    void tokenIsRequired();
    void nothingForOtherOrigins();

private:
    QString queuedMessage() const;
};

QString TestApi::queuedMessage() const
{
    return *m_servers.redisCommand({QStringLiteral("LINDEX"), QStringLiteral("exports"), QStringLiteral("0")});
}

void TestApi::reportIsQueued()
{
    const test::ApiServer api(m_servers.settings());
    const RawAnswer answer = api.post("/api/exports/pdf", test::reportBody());
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    const QJsonObject json = test::jsonOf(answer);
    QCOMPARE(json.value(QLatin1String("status")).toString(), QStringLiteral("processing"));
    QVERIFY(json.value(QLatin1String("message"))
                .toString()
                .contains(QLatin1String("no worker is online: it is made if one starts within the hour")));
    const auto done = fromWireTime(json.value(QLatin1String("estimated_completion")).toString());
    QVERIFY(done && *done > QDateTime::currentDateTimeUtc());
    const QString jobId = json.value(QLatin1String("job_id")).toString();
    const auto task = exports::decodeTask(queuedMessage().toUtf8());
    QVERIFY(std::holds_alternative<exports::TaskMessage>(task));
    QCOMPARE(std::get<exports::TaskMessage>(task).jobId, jobId);
    QCOMPARE(std::get<exports::TaskMessage>(task).request.value(QLatin1String("group_by")).toString(),
             QStringLiteral("week"));
    const RawAnswer status = api.get("/api/exports/pdf/" + jobId.toLatin1());
    QCOMPARE(status.status, 200);
    QCOMPARE(test::jsonOf(status).value(QLatin1String("status")).toString(), QStringLiteral("processing"));
    // The second waits behind the first.
    const QJsonObject second = test::jsonOf(api.post("/api/exports/pdf", test::reportBody()));
    QVERIFY(*fromWireTime(second.value(QLatin1String("estimated_completion")).toString()) > *done);
}

void TestApi::zipByIdsCountsDistinct()
{
    const test::ApiServer api(m_servers.settings());
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString other = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const RawAnswer answer = api.post("/api/exports/zip", test::zipBody({id, other, id.toUpper(), id}));
    QCOMPARE(answer.status, 202);
    QCOMPARE(test::jsonOf(answer).value(QLatin1String("total_detections")).toInt(), 2);
}

void TestApi::zipByDatesCountsInTheDatabase()
{
    const test::ApiServer api(m_servers.settings());
    // Chicago's June, both days inclusive: from 05:00 UTC on the 1st to 05:00 UTC on July 1st.
    const auto made = m_servers.sql(QStringLiteral(R"(
INSERT INTO images (id, filename, path, "timestamp", created_at)
SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'a', 'p' || n, t, now() FROM (VALUES
 (1, timestamptz '2026-06-01 04:59:59+00'), (2, timestamptz '2026-06-01 05:00:00+00'), (3, timestamptz '2026-07-01 04:59:59+00'),
 (4, timestamptz '2026-07-01 05:00:00+00')) v(n, t);
INSERT INTO detections (id, image_id, bbox, confidence, classification, is_valid, is_duplicate, corrected_classification, created_at)
SELECT gen_random_uuid(), i.id, '{}', 0.9, c, valid, dup, corrected, now() FROM images i, (VALUES
 ('doe', true, false, NULL), ('buck', true, false, 'doe'), ('doe', true, false, 'cattle'), ('doe', false, false, NULL),
 ('doe', true, true, NULL), ('pig', true, false, NULL)) v(c, valid, dup, corrected);
SELECT count(*) FROM detections)"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QJsonObject body = test::reportBody();
    const auto total = [&] {
        const RawAnswer answer = api.post("/api/exports/zip", body);
        return test::jsonOf(answer).value(QLatin1String("total_detections")).toInt(-answer.status);
    };
    QCOMPARE(total(), 4); // two photos, a doe and what was corrected to one in each
    body.insert(QLatin1String("classifications"), QJsonArray{QLatin1String("cattle"), QLatin1String("pig")});
    QCOMPARE(total(), 4);
    body.insert(QLatin1String("classifications"), QJsonArray{QLatin1String("fawn")});
    QCOMPARE(total(), 0);
}

void TestApi::zipByDatesWithoutLaterColumns()
{
    const test::ApiServer api(m_servers.settings());
    QVERIFY(m_servers.sql(QStringLiteral(R"(
ALTER TABLE detections DROP COLUMN is_valid, DROP COLUMN is_duplicate, DROP COLUMN corrected_classification;
INSERT INTO images (id, filename, path, "timestamp", created_at)
VALUES ('00000000-0000-0000-0000-000000000001', 'a', 'p', '2026-06-15', now());
INSERT INTO detections (id, image_id, bbox, confidence, classification, created_at)
VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', '{}', 0.9, 'doe', now()) RETURNING id)")));
    const RawAnswer answer = api.post("/api/exports/zip", test::reportBody());
    QCOMPARE(test::jsonOf(answer).value(QLatin1String("total_detections")).toInt(-1), 1);
}

void TestApi::tooManyDetectionsAreRefused()
{
    const test::ApiServer api(m_servers.settings());
    QVERIFY(m_servers.sql(QStringLiteral(R"(
INSERT INTO images (id, filename, path, "timestamp", created_at)
VALUES ('00000000-0000-0000-0000-000000000001', 'a', 'p', '2026-06-15', now());
INSERT INTO detections (id, image_id, bbox, confidence, classification, is_valid, is_duplicate, created_at)
SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001', '{}', 0.9, 'doe', true, false, now() FROM generate_series(1, 10001)
RETURNING 1)")));
    const RawAnswer answer = api.post("/api/exports/zip", test::reportBody());
    QCOMPARE(answer.status, 400);
    QVERIFY(test::detailOf(answer).startsWith(QLatin1String("10001 detections match, but a ZIP holds at most 10000")));
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
}

void TestApi::dataThatCantBeReadIsNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("said");
    QTest::newRow("a column of another type")
        << QStringLiteral("ALTER TABLE images ALTER COLUMN \"timestamp\" TYPE text USING \"timestamp\"::text")
        << QStringLiteral("images.timestamp is of type text");
    QTest::newRow("a column is missing") << QStringLiteral("ALTER TABLE images DROP COLUMN \"timestamp\"")
                                         << QStringLiteral("no column images.timestamp");
    QTest::newRow("a row that can't be read")
        << QStringLiteral("ALTER TABLE detections RENAME TO stored; CREATE VIEW detections AS SELECT id, image_id, "
                          "deer_id, classification, confidence, bbox, 1 / (confidence - confidence) > 0 AS is_valid "
                          "FROM stored")
        << QStringLiteral("division by zero");
}

/// Neither the client's fault nor a defect of the service: the reason is said, and nothing is queued.
void TestApi::dataThatCantBeReadIsNamed()
{
    QFETCH(const QString, change);
    QFETCH(const QString, said);
    QVERIFY(m_servers.sql(QStringLiteral(R"(
INSERT INTO images (id, filename, path, "timestamp", created_at)
VALUES ('00000000-0000-0000-0000-000000000001', 'a', 'p', '2026-06-15', now());
INSERT INTO detections (id, image_id, bbox, confidence, classification, created_at)
VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', '{}', 0.9, 'doe', now()) RETURNING id)")));
    auto connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(connection, qPrintable(test::reason(connection)));
    QVERIFY((*connection)->runScript(change));
    const test::ApiServer api(m_servers.settings());
    const RawAnswer answer = api.post("/api/exports/zip", test::reportBody());
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.headers.contains("retry-after"));
    QVERIFY2(test::detailOf(answer).contains(said), answer.body.constData());
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
}

/// Days that are judged, counted and made in the zone that the request names.
void TestApi::daysAreThoseOfTheZoneGiven()
{
    // 03:00 UTC on the 22nd: the 21st in Chicago, the 22nd in Berlin.
    const test::ApiServer api(m_servers.settings(),
                              [] { return QDateTime(QDate(2026, 11, 22), QTime(3, 0), QTimeZone::utc()); });
    QVERIFY(m_servers.sql(QStringLiteral(R"(
INSERT INTO images (id, filename, path, "timestamp", created_at)
VALUES ('00000000-0000-0000-0000-000000000001', 'a', 'p', '2026-11-21 23:30:00+00', now());
INSERT INTO detections (id, image_id, bbox, confidence, classification, created_at)
VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', '{}', 0.9, 'doe', now()) RETURNING id)")));
    QJsonObject body{{QLatin1String("start_date"), QLatin1String("2026-11-01")},
                     {QLatin1String("end_date"), QLatin1String("2026-11-22")}};
    QCOMPARE(api.post("/api/exports/zip", body).status, 400);
    const auto total = [&] {
        return test::jsonOf(api.post("/api/exports/zip", body)).value(QLatin1String("total_detections")).toInt(-1);
    };
    body.insert(QLatin1String("site_tz"), QLatin1String("Europe/Berlin"));
    QCOMPARE(total(), 1);
    const auto task = exports::decodeTask(queuedMessage().toUtf8());
    QCOMPARE(std::get<exports::TaskMessage>(task).request.value(QLatin1String("site_tz")).toString(),
             QStringLiteral("Europe/Berlin"));
    body.insert(QLatin1String("end_date"), QLatin1String("2026-11-21"));
    QCOMPARE(total(), 0); // it was half an hour after midnight there
    body.remove(QLatin1String("site_tz"));
    QCOMPARE(total(), 1);
}

void TestApi::paperIsTheZones()
{
    const test::ApiServer api(m_servers.settings());
    const auto paper = [&](QJsonObject body) {
        api.post("/api/exports/pdf", body);
        const auto task = exports::decodeTask(queuedMessage().toUtf8());
        return std::get<exports::TaskMessage>(task).request.value(QLatin1String("page_size")).toString();
    };
    QJsonObject body = test::reportBody();
    QCOMPARE(paper(body), QStringLiteral("Letter")); // America/Chicago
    body.insert(QLatin1String("site_tz"), QLatin1String("Europe/Berlin"));
    QCOMPARE(paper(body), QStringLiteral("A4"));
    body.insert(QLatin1String("page_size"), QLatin1String("Letter"));
    QCOMPARE(paper(body), QStringLiteral("Letter"));
}

/// By the sources of the validation: what it reads, the description has, for the kind that it is read of.
void TestApi::everyFieldOfARequestIsDescribed()
{
    QFile file(QStringLiteral(HERDBOOK_SOURCE_DIR "/core/exports/exportvalidation.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    const auto fieldsIn = [&source](const char *from, const char *to) {
        const qsizetype start = source.indexOf(QLatin1String(from));
        const QRegularExpression reads(
            QStringLiteral("(?:reader|item)\\.\\w+\\(\"(\\w+)\"|body\\.value\\(QLatin1String\\(\"(\\w+)\""));
        QSet<QString> fields;
        for (auto each = reads.globalMatch(source.mid(start, source.indexOf(QLatin1String(to), start) - start));
             each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            fields << match.captured(1) + match.captured(2);
        }
        return fields;
    };
    const test::ApiServer api(m_servers.settings());
    const QJsonObject description = test::jsonOf(api.get("/openapi.json"));
    const auto properties = [&description](const char *schema) {
        const QStringList names = description[QLatin1String("components")][QLatin1String("schemas")]
                                             [QLatin1String(schema)][QLatin1String("properties")]
                                                 .toObject()
                                                 .keys();
        return QSet<QString>(names.begin(), names.end());
    };
    const QSet<QString> common = fieldsIn("\nValidation validate(", "\n}");
    const QSet<QString> period =
        fieldsIn("\nvoid readComparison(", "\n}") - QSet<QString>{QStringLiteral("comparison_periods")};
    const QSet<QString> report =
        common + fieldsIn("\nvoid readPdf(", "\n}") + QSet<QString>{QStringLiteral("comparison_periods")};
    const QSet<QString> archive = common + fieldsIn("\nvoid readZip(", "\n}");
    QVERIFY(common.contains(QStringLiteral("site_tz")) && archive.contains(QStringLiteral("crop_size")));
    QCOMPARE(properties("Period"), period);
    QCOMPARE(properties("Report"), report);
    QCOMPARE(properties("Archive"), archive);
    // Its reports are seasonal ones.
    const QSet<QString> ofComparisons{QStringLiteral("comparison_periods"), QStringLiteral("sections")};
    QCOMPARE(properties("Export"), report + archive - ofComparisons);
    for (const char *call : {"/api/exports", "/api/exports/pdf", "/api/exports/zip"}) {
        const QJsonObject post =
            description[QLatin1String("paths")][QLatin1String(call)][QLatin1String("post")].toObject();
        QCOMPARE(post[QLatin1String("parameters")][0][QLatin1String("name")].toString(),
                 QStringLiteral("Idempotency-Key"));
        QVERIFY(
            post[QLatin1String("security")].toArray().contains(QJsonObject{{QStringLiteral("token"), QJsonArray()}}));
    }
    QVERIFY(!description[QLatin1String("paths")][QLatin1String("/health")][QLatin1String("get")].toObject().contains(
        QLatin1String("security")));
}

void TestApi::createTakesBothKinds()
{
    const test::ApiServer api(m_servers.settings());
    for (const char *kind : {"pdf", "zip"}) {
        QJsonObject body = test::reportBody();
        body.insert(QLatin1String("report_type"), QLatin1String(kind));
        QCOMPARE(api.post("/api/exports", body).status, 202);
        const auto task = exports::decodeTask(queuedMessage().toUtf8());
        QCOMPARE(exports::wireName(std::get<exports::TaskMessage>(task).kind), QLatin1String(kind));
    }
}

void TestApi::sameIdempotencyKeySameJob()
{
    const test::ApiServer api(m_servers.settings());
    const auto submit = [&](const QByteArray &headers) {
        return test::jsonOf(api.post("/api/exports/pdf", test::reportBody(), headers))
            .value(QLatin1String("job_id"))
            .toString();
    };
    const QString first = submit("Idempotency-Key: click-1\r\n");
    QVERIFY(!first.isEmpty());
    QCOMPARE(submit("idempotency-key: click-1\r\n"), first);
    QVERIFY(submit("Idempotency-Key: click-2\r\n") != first);
    QVERIFY(submit({}) != first);
    QVERIFY(test::redisContent(m_servers).endsWith(QLatin1String("/3")));
}

void TestApi::todayIsTheSitesDay()
{
    // 03:00 UTC on the 22nd is still the 21st in Chicago.
    const test::ApiServer api(m_servers.settings(),
                              [] { return QDateTime(QDate(2026, 11, 22), QTime(3, 0), QTimeZone::utc()); });
    QJsonObject body = test::reportBody();
    body.insert(QLatin1String("end_date"), QLatin1String("2026-11-21"));
    QCOMPARE(api.post("/api/exports/pdf", body).status, 202);
    body.insert(QLatin1String("end_date"), QLatin1String("2026-11-22"));
    const RawAnswer answer = api.post("/api/exports/pdf", body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(test::detailOf(answer), QStringLiteral("end_date cannot be in the future"));
}

void TestApi::violationsAreListed()
{
    const test::ApiServer api(m_servers.settings());
    const RawAnswer answer = api.post("/api/exports", {{QLatin1String("report_type"), QLatin1String("html")},
                                                       {QLatin1String("start_date"), QLatin1String("2026-06-30")},
                                                       {QLatin1String("end_date"), QLatin1String("2026-06-01")},
                                                       {QLatin1String("group_by"), QLatin1String("year")}});
    QCOMPARE(answer.status, 400);
    QCOMPARE(test::detailOf(answer), QStringLiteral("start_date must be before end_date"));
    QStringList rules;
    const QJsonArray errors = test::jsonOf(answer).value(QLatin1String("errors")).toArray();
    for (const QJsonValue &error : errors)
        rules << error.toObject().value(QLatin1String("field")).toString() + u':' +
                     error.toObject().value(QLatin1String("rule")).toString();
    QCOMPARE(rules.join(u' '), QStringLiteral("start_date:date_order group_by:group_by report_type:report_type"));
}

void TestApi::tokenIsRequired()
{
    Settings settings = m_servers.settings();
    settings.apiToken = QStringLiteral("open-sesame");
    const test::ApiServer api(settings);
    for (const char *header : {"", "Authorization: Bearer \r\n", "Authorization: Bearer open-sesam\r\n",
                               "Authorization: Bearer open-sesame2\r\n", "Authorization: Basic open-sesame\r\n",
                               "Authorization: open-sesame\r\n", "X-Token: open-sesame\r\n"}) {
        for (const char *path : {"/api/exports", "/api/exports/pdf/j", "/api/static/exports/x", "/nowhere"}) {
            const RawAnswer answer = api.get(path, header);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.headers.value("www-authenticate"), QByteArray("Bearer"));
            QVERIFY(!answer.body.contains("sesame"));
        }
        QCOMPARE(api.post("/api/exports/pdf", test::reportBody(), header).status, 401);
        QCOMPARE(api.ask("DELETE", "/api/exports/j", {}, header).status, 401);
    }
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
    QCOMPARE(api.get("/health").status, 200);
    for (const char *header : {"Authorization: Bearer open-sesame\r\n", "authorization: bearer open-sesame\r\n"})
        QCOMPARE(api.get("/api/exports", header).status, 200);
}

void TestApi::nothingForOtherOrigins()
{
    const test::ApiServer api(m_servers.settings());
    const RawAnswer answer = api.get("/api/exports", "Origin: http://elsewhere.example\r\n");
    for (auto header = answer.headers.begin(); header != answer.headers.end(); ++header)
        QVERIFY(!header.key().startsWith("access-control"));
    const RawAnswer preflight = api.ask("OPTIONS", "/api/exports", {}, "Origin: http://elsewhere.example\r\n");
    QCOMPARE(preflight.status, 405);
    QCOMPARE(preflight.headers.value("allow"), QByteArray("GET, HEAD, POST"));
    // What a page may send elsewhere without asking first:
    for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
        const RawAnswer form =
            api.ask("POST", "/api/exports/pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-30"})",
                    "Content-Type: " + QByteArray(type) + "\r\n");
        QCOMPARE(form.status, 415);
    }
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
}

QTEST_GUILESS_MAIN(TestApi)
#include "test_api.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"
#include "core/demo/deployedschema.h"
#include "core/reid/load/backfill.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/render/exportmaker.h"
#include "core/render/preview.h"
#include "core/render/report/gather.h"
#include "core/season/effort/words.h"
#include "core/storage/zones.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using exports::ExportRequest;

namespace {

QByteArray textOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

/// The deployed system's tables as they were met: each variation is read as the plain schema is, or refused by name.
class TestVariations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sameFigures_data();
    void sameFigures();
    void refusedByName_data();
    void refusedByName();
    void idsThatRepeatAreRefused_data();
    void idsThatRepeatAreRefused();
    void valuesThatAreNone_data();
    void valuesThatAreNone();
    void databasesOfOtherEncodings_data();
    void databasesOfOtherEncodings();
    void anAnalysisNeedsNoImages();
    void rowSecurityIsTold();
    void aConfidenceThatIsNoNumber();
    void aClassOfBlanksIsNoClass();
    void unknownClassesAreNamed();
    void rowsThatNoReportHoldsAreCounted_data();
    void rowsThatNoReportHoldsAreCounted();
    void whatHasNoColumnIsNotNone();
    void whatIsAssumedIsSaid_data();
    void whatIsAssumedIsSaid();
    void oneVectorOfAnotherShape_data();
    void oneVectorOfAnotherShape();
    void theSameDayEverywhere_data();
    void theSameDayEverywhere();
    void zonesThatAreReadDifferently_data();
    void zonesThatAreReadDifferently();

private:
    struct Figures
    {
        qint64 detections = 0, bucks = 0, corrected = 0, known = 0, duplicates = 0, previewed = 0;
        std::uint64_t analyzed = 0, assigned = 0, profiles = 0, does = 0, stored = 0;
        double storedMedian = 0;
        QByteArray camtrap; ///< deployments and observations
        bool operator==(const Figures &) const = default;
    };
    Result<Figures> read();
    /// The text of a report or of an archive's README.
    QString exportText(exports::ExportKind kind);
    Result<render::ReportData> report(const Settings &settings, const QDate &start, const QDate &end);
    std::unique_ptr<storage::Postgres> connect() { return *storage::Postgres::open(m_servers.settings().postgres); }

    test::Servers m_servers;
    QTemporaryDir m_folder;
};

void TestVariations::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestVariations::init()
{
    QVERIFY(m_servers.freshDatabase());
    test::Farm farm;
    const QTimeZone zone("America/Chicago");
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    const QString buck = farm.deer(QStringLiteral("Atlas"), QStringLiteral("buck"));
    const QString doe = farm.deer(QStringLiteral("Fern"), QStringLiteral("doe"));
    for (int day = 1; day <= 10; ++day) {
        test::Spotted animal;
        animal.classification = day % 2 == 0 ? QStringLiteral("buck") : QStringLiteral("doe");
        animal.deer = day % 2 == 0 ? buck : doe;
        animal.corrected = day == 1 ? QStringLiteral("buck") : QString();
        animal.duplicate = day == 10;
        farm.spot(QDateTime(QDate(2026, 10, day), QTime(23, 30), zone), ridge, animal);
    }
    const auto db = connect();
    QVERIFY(farm.store(*db));
    QVERIFY(db->runScript(QStringLiteral(
        "UPDATE deer SET feature_vector = CASE sex::text WHEN 'buck' THEN '{1,0,0,0}' ELSE "
        "'{0,1,0,0}' END::real[];"
        "UPDATE detections SET feature_vector = CASE classification WHEN 'buck' THEN "
        "'{1,0.1,0,0}' ELSE '{0.1,1,0,0}' END::real[];"
        "INSERT INTO reid_similarity_scores (detection_id, deer_id, similarity_score, sex_match, matched, "
        "threshold_used) SELECT d.id, e.id, CASE WHEN d.deer_id = e.id THEN 0.8125 ELSE 0.4 END, true, "
        "true, 0.7 FROM detections d, deer e;"
        "UPDATE locations SET coordinates = '{\"lat\": 31.25, \"lon\": -98.5}'")));
}

Result<render::ReportData> TestVariations::report(const Settings &settings, const QDate &start, const QDate &end)
{
    ExportRequest request;
    request.kind = exports::ExportKind::Pdf;
    request.start = start;
    request.end = end;
    auto connection = storage::Postgres::open(settings.postgres);
    if (!connection)
        return connection.error();
    return render::gatherReport(**connection, request, settings, {}, QDateTime::currentDateTimeUtc(),
                                [](const QString &) {}, {});
}

Result<TestVariations::Figures> TestVariations::read()
{
    const Settings settings = m_servers.settings();
    const auto data = report(settings, QDate(2026, 10, 1), QDate(2026, 10, 31));
    if (!data)
        return data.error();
    const season::SeasonStatistics &season = data->season();
    Figures figures;
    figures.detections = season.detections;
    for (const auto &one : season.byClass)
        figures.bucks += one.classification == QLatin1String("buck") ? one.detections : 0;
    figures.corrected = season.quality.corrected;
    figures.known = static_cast<qint64>(season.knownDeer.size());
    figures.duplicates = season.leftOut.duplicates;
    ExportRequest request;
    request.kind = exports::ExportKind::Zip;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    request.includeCrops = false;
    const auto estimate = render::estimateExport(settings, request);
    if (!estimate)
        return estimate.error();
    figures.previewed = estimate->detections;
    const auto analysis = reid::analyzeDatabase(*connect(), {}, reid::Source::Best, {});
    if (!analysis)
        return analysis.error();
    const reid::Counts &counts = (*analysis)->counts;
    figures.analyzed = counts.detections;
    figures.assigned = counts.assigned;
    figures.profiles = counts.profiles;
    figures.does = counts.profilesBySex[static_cast<std::size_t>(reid::Sex::Doe)];
    const auto stored = reid::analyzeDatabase(*connect(), {}, reid::Source::Stored, {});
    if (!stored)
        return stored.error();
    figures.stored = (*stored)->layers.assigned.total();
    figures.storedMedian = (*stored)->layers.assigned.median();
    request.includeCamtrapDp = true;
    const QString zip = m_folder.filePath(QStringLiteral("set.zip"));
    if (const auto made = render::ExportMaker(settings).make(request, zip); !made)
        return made.error();
    figures.camtrap = textOf(QStringLiteral("unzip"), {QStringLiteral("-p"), zip, QStringLiteral("deployments.csv"),
                                                       QStringLiteral("observations.csv")});
    return figures;
}

void TestVariations::sameFigures_data()
{
    QTest::addColumn<QString>("change");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
    const char *const textIds =
        "ALTER TABLE images DROP CONSTRAINT images_location_id_fkey; ALTER TABLE detections DROP CONSTRAINT "
        "detections_image_id_fkey, DROP CONSTRAINT detections_deer_id_fkey; ALTER TABLE deer DROP CONSTRAINT "
        "deer_best_photo_id_fkey; ALTER TABLE reid_similarity_scores DROP CONSTRAINT "
        "reid_similarity_scores_detection_id_fkey, DROP CONSTRAINT reid_similarity_scores_deer_id_fkey, ALTER "
        "detection_id TYPE text, ALTER deer_id TYPE char(36);"
        "ALTER TABLE images ALTER id TYPE char(36), ALTER location_id TYPE text; ALTER TABLE locations ALTER id TYPE "
        "varchar(36); ALTER TABLE deer ALTER id TYPE varchar(36), ALTER best_photo_id TYPE text; ALTER TABLE "
        "detections "
        "ALTER id TYPE text, ALTER image_id TYPE varchar(36), ALTER deer_id TYPE char(36), ALTER burst_group_id TYPE "
        "text";
    row("as it is", "SELECT 1");
    row("classification an enum",
        "CREATE TYPE kind AS ENUM ('buck', 'doe'); ALTER TABLE detections ALTER classification "
        "TYPE kind USING classification::kind, ALTER corrected_classification TYPE kind USING "
        "corrected_classification::kind");
    row("classification an enum in capitals", "CREATE TYPE kind AS ENUM ('BUCK', 'DOE'); ALTER TABLE detections ALTER "
                                              "classification TYPE kind USING upper(classification)::kind");
    row("classification a domain of a domain", "CREATE DOMAIN word AS varchar(30); CREATE DOMAIN kind AS word; ALTER "
                                               "TABLE detections ALTER classification TYPE kind");
    row("capitals and blanks", "UPDATE detections SET classification = ' ' || initcap(classification) || E' \\t', "
                               "corrected_classification = upper(corrected_classification) || '  '");
    row("blanks of Unicode",
        "UPDATE detections SET classification = U&'\\00a0' || classification || U&' \\2003\\3000', "
        "corrected_classification = corrected_classification || U&'\\202f\\feff'");
    row("empty corrections", "UPDATE detections SET corrected_classification = CASE id::text < "
                             "(SELECT max(id::text) FROM detections) WHEN true THEN '' ELSE ' ' END WHERE "
                             "corrected_classification IS NULL");
    row("sex as text in capitals", "ALTER TABLE deer ALTER sex TYPE text USING ' ' || upper(sex::text)");
    row("ids as text", textIds);
    row("times without a zone",
        "ALTER TABLE images ALTER \"timestamp\" TYPE timestamp USING \"timestamp\" AT TIME ZONE "
        "'America/Chicago'");
    row("confidence as real", "ALTER TABLE detections ALTER confidence TYPE real");
    row("coordinates in full", "UPDATE locations SET coordinates = '{\"longitude\": -98.5, \"latitude\": 31.25}'");
    row("boxes as jsonb", "ALTER TABLE detections ALTER bbox TYPE jsonb");
    row("flags unset", "ALTER TABLE detections ALTER is_valid DROP NOT NULL, ALTER is_reviewed DROP NOT NULL; UPDATE "
                       "detections SET is_valid = NULL, is_reviewed = NULL");
    row("views", "ALTER TABLE detections RENAME TO detections_table; CREATE VIEW detections AS SELECT * FROM "
                 "detections_table; ALTER TABLE images RENAME TO images_table; CREATE VIEW images AS SELECT * FROM "
                 "images_table");
    row("outside public",
        "CREATE SCHEMA camp; ALTER TABLE detections SET SCHEMA camp; ALTER TABLE images SET SCHEMA camp; "
        "ALTER TABLE deer SET SCHEMA camp; DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET search_path "
        "= camp, public', current_database()); END$$");
    row("scores as real", "ALTER TABLE reid_similarity_scores ALTER similarity_score TYPE real");
    row("scores as double precision", "ALTER TABLE reid_similarity_scores ALTER similarity_score TYPE float8");
    row("scores as plain numeric", "ALTER TABLE reid_similarity_scores ALTER similarity_score TYPE numeric");
    row("scores of no profile",
        "ALTER TABLE reid_similarity_scores DROP CONSTRAINT "
        "reid_similarity_scores_detection_id_deer_id_key, ALTER deer_id DROP NOT NULL; INSERT INTO "
        "reid_similarity_scores (detection_id, similarity_score, sex_match, matched, "
        "threshold_used) SELECT detection_id, 0.5, true, true, 0.7 FROM reid_similarity_scores");
    row("classification padded", "ALTER TABLE detections ALTER classification TYPE char(30)");
    row("classification generated", "ALTER TABLE detections RENAME classification TO raw; ALTER TABLE detections ADD "
                                    "classification text GENERATED ALWAYS AS (upper(raw)) STORED");
    row("partitions", "ALTER TABLE images RENAME TO images_table; CREATE TABLE images (LIKE images_table) PARTITION BY "
                      "RANGE (\"timestamp\"); CREATE TABLE images_all PARTITION OF images DEFAULT; INSERT INTO images "
                      "SELECT * FROM images_table");
    row("materialized views", "ALTER TABLE detections RENAME TO detections_table; CREATE MATERIALIZED VIEW detections "
                              "AS SELECT * FROM detections_table; ALTER TABLE deer RENAME TO deer_table; CREATE "
                              "MATERIALIZED VIEW deer AS SELECT * FROM deer_table");
    row("vectors in double precision", "ALTER TABLE detections ALTER feature_vector TYPE float8[]; ALTER TABLE deer "
                                       "ALTER feature_vector TYPE float8[]");
    row("a search path in quotes",
        "CREATE SCHEMA \"North, Camp\"; ALTER TABLE detections SET SCHEMA \"North, Camp\"; ALTER TABLE deer SET "
        "SCHEMA \"North, Camp\"; DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = %I, public', "
        "current_database(), 'North, Camp'); END$$");
    row("records made at no finite time", "UPDATE detections SET created_at = CASE WHEN is_duplicate THEN 'infinity' "
                                          "ELSE timestamptz '0044-03-15 12:00+00 BC' END");
    const char *const foreign =
        "CREATE EXTENSION postgres_fdw; CREATE SERVER here FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'HOST', "
        "port "
        "'PORT', dbname 'DBNAME'); CREATE USER MAPPING FOR CURRENT_USER SERVER here OPTIONS (user 'USER', password "
        "'PASSWORD'); CREATE SCHEMA away; ";
    row("foreign tables",
        qPrintable(
            QString::fromLatin1(foreign) +
            QStringLiteral("DO $$DECLARE t text; BEGIN FOREACH t IN ARRAY '{detections,images,deer,locations,"
                           "reid_similarity_scores}'::text[] LOOP EXECUTE format('ALTER TABLE %I SET SCHEMA away', "
                           "t); END LOOP; END$$; COMMIT; IMPORT FOREIGN SCHEMA away FROM SERVER here INTO public")));
    row("a table of children",
        "ALTER TABLE detections RENAME TO own; CREATE TABLE detections (LIKE own INCLUDING ALL); "
        "CREATE TABLE old () INHERITS (detections); INSERT INTO old SELECT * FROM own LIMIT 4; "
        "INSERT INTO detections SELECT * FROM own WHERE id NOT IN (SELECT id FROM old)");
    row("names that are the server's words", "CREATE SCHEMA \"select\"; ALTER TABLE images SET SCHEMA \"select\"; DO "
                                             "$$BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = %I, public', "
                                             "current_database(), 'select'); END$$");
    row("settings of the database",
        "DO $$DECLARE s text; BEGIN FOREACH s IN ARRAY ARRAY['bytea_output = escape', 'datestyle = SQL, DMY', "
        "'intervalstyle = sql_standard', 'timezone = \"Asia/Kathmandu\"', 'extra_float_digits = -15', "
        "'standard_conforming_strings = off', 'client_encoding = LATIN1', 'default_transaction_read_only = on', "
        "'transform_null_equals = on', 'array_nulls = off', 'quote_all_identifiers = on'] LOOP "
        "EXECUTE format('ALTER DATABASE %I SET ', current_database()) || s; END LOOP; END$$");
    row("another table's photo at no finite time",
        "INSERT INTO images (id, filename, path, \"timestamp\", location_id, created_at) SELECT gen_random_uuid(), "
        "'x', '/x' || w, w, "
        "location_id, now() FROM (SELECT location_id FROM images LIMIT 1) i, unnest('{infinity,-infinity,0044-03-15 "
        "BC}'::timestamptz[]) w; ALTER TABLE images ALTER created_at DROP NOT NULL; UPDATE images SET created_at = "
        "NULL "
        "WHERE filename = 'x'");
}

void TestVariations::sameFigures()
{
    QFETCH(QString, change);
    const Result<Figures> plain = read();
    QVERIFY2(plain, qPrintable(test::reason(plain)));
    QCOMPARE(plain->detections, 9);
    QCOMPARE(plain->bucks, 5);
    QCOMPARE(plain->corrected, 1);
    QCOMPARE(plain->known, 2);
    QCOMPARE(plain->duplicates, 1);
    QCOMPARE(plain->previewed, 9);
    QCOMPARE(plain->profiles, 2U);
    QCOMPARE(plain->does, 1U);
    QVERIFY(plain->stored > 0);
    QCOMPARE(plain->storedMedian, 0.8125);
    QCOMPARE(plain->camtrap.count('\n'), 3 + plain->detections);
    const PostgresSettings server = m_servers.settings().postgres;
    for (const auto &[word, value] : {std::pair{"'HOST'", server.host},
                                      {"'PORT'", QString::number(server.port)},
                                      {"'DBNAME'", server.database},
                                      {"'USER'", server.user},
                                      {"'PASSWORD'", server.password}})
        change.replace(QLatin1String(word), u'\'' + value + u'\'');
    const auto changed = connect()->runScript(change);
    QVERIFY2(changed, qPrintable(test::reason(changed)));
    const Result<Figures> varied = read();
    QVERIFY2(varied, qPrintable(test::reason(varied)));
    QCOMPARE(varied->detections, plain->detections);
    QCOMPARE(varied->bucks, plain->bucks);
    const auto data = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY(data);
    QCOMPARE(data->remarks.join(u' ').contains(QLatin1String("no time zone")),
             change.contains(QLatin1String("AT TIME ZONE")));
    QVERIFY(*varied == *plain);
}

void TestVariations::refusedByName_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a time that is a day") << QStringLiteral("ALTER TABLE images ALTER \"timestamp\" TYPE date")
                                          << QStringList{QStringLiteral("images.timestamp"), QStringLiteral("date"),
                                                         QStringLiteral("with or without time zone")};
    QTest::newRow("a class that is a number")
        << QStringLiteral("ALTER TABLE detections ALTER classification TYPE int USING 1")
        << QStringList{QStringLiteral("detections.classification"), QStringLiteral("integer"), QStringLiteral("enum")};
    QTest::newRow("ids that are numbers")
        << QStringLiteral("ALTER TABLE detections ALTER burst_group_id TYPE bigint USING 1")
        << QStringList{QStringLiteral("detections.burst_group_id"), QStringLiteral("bigint"), QStringLiteral("uuid")};
    QTest::newRow("a name in capitals") << QStringLiteral(
                                               "ALTER TABLE detections RENAME classification TO \"Classification\"")
                                        << QStringList{QStringLiteral("no column detections.classification")};
    QTest::newRow("a table in capitals") << QStringLiteral("ALTER TABLE detections RENAME TO \"Detections\"")
                                         << QStringList{QStringLiteral("no table detections"),
                                                        QStringLiteral("public")};
    QTest::newRow("an id that is none")
        << QStringLiteral("ALTER TABLE detections ALTER burst_group_id TYPE text; UPDATE detections SET burst_group_id "
                          "= 'burst 7' WHERE id = (SELECT min(id::text)::uuid FROM detections)")
        << QStringList{QStringLiteral("detections.burst_group_id"), QStringLiteral("type text"),
                       QStringLiteral("\"burst 7\""), QStringLiteral("uuid, or text of 36 characters")};
    QTest::newRow("no table") << QStringLiteral("DROP TABLE images CASCADE")
                              << QStringList{QStringLiteral("no table images")};
}

void TestVariations::refusedByName()
{
    QFETCH(QString, change);
    QFETCH(QStringList, words);
    QVERIFY(connect()->runScript(change));
    const Result<Figures> figures = read();
    QVERIFY(!figures);
    QCOMPARE(figures.error().kind, ErrorKind::Corrupt);
    QVERIFY(!figures.error().passing);
    for (const QString &word : words)
        QVERIFY2(figures.error().message.contains(word), qPrintable(figures.error().message));
}

void TestVariations::idsThatRepeatAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &change, const char *words) {
        QTest::newRow(name) << change << QString::fromLatin1(words);
    };
    for (const char *table : {"detections", "images", "deer", "locations"}) {
        const QString view =
            QStringLiteral("ALTER TABLE %1 RENAME TO own; CREATE VIEW %1 AS SELECT * FROM own UNION ALL ")
                .arg(QLatin1String(table));
        row(table, view + QStringLiteral("(SELECT * FROM own LIMIT 1)"),
            qPrintable(QLatin1String(table) + QStringLiteral(R"(\.id holds [0-9a-f-]{36} 2 times)")));
    }
    row("a join",
        QStringLiteral("ALTER TABLE detections RENAME TO own; CREATE MATERIALIZED VIEW detections AS SELECT own.* "
                       "FROM own, generate_series(1, 3)"),
        R"(detections\.id holds [0-9a-f-]{36} 3 times)");
    row("a child's row",
        QStringLiteral("CREATE TABLE old () INHERITS (detections); INSERT INTO old SELECT * FROM ONLY "
                       "detections LIMIT 1"),
        R"(detections\.id holds [0-9a-f-]{36} 2 times)");
    row("partitions",
        QStringLiteral("ALTER TABLE images RENAME TO own; CREATE TABLE images (LIKE own) PARTITION BY HASH "
                       "(filename); CREATE TABLE part PARTITION OF images FOR VALUES WITH (MODULUS 1, "
                       "REMAINDER 0); INSERT INTO images SELECT * FROM own UNION ALL SELECT * FROM own"),
        R"(images\.id holds [0-9a-f-]{36} 2 times)");
    row("text in two cases",
        QStringLiteral(
            "ALTER TABLE reid_similarity_scores DROP CONSTRAINT reid_similarity_scores_detection_id_fkey; ALTER "
            "TABLE detections ALTER id TYPE text; UPDATE detections SET id = 'abcdef00-0000-0000-0000-"
            "000000000000' WHERE id = (SELECT min(id) FROM detections); INSERT INTO detections SELECT "
            "'ABCDEF00-0000-0000-0000-000000000000', image_id, deer_id, bbox, confidence, classification, "
            "is_duplicate, burst_group_id, is_reviewed, is_valid, corrected_classification, NULL, NULL, NULL, "
            "created_at FROM detections WHERE "
            "id LIKE 'abcdef00%'"),
        R"(detections\.id holds abcdef00-0000-0000-0000-000000000000 2 times)");
    row("an id that is not set",
        QStringLiteral("ALTER TABLE detections RENAME TO own; CREATE VIEW detections AS SELECT "
                       "nullif(id, (SELECT max(id::text)::uuid FROM own)) AS id, image_id, "
                       "deer_id, bbox, confidence, classification FROM own"),
        R"(detections\.id is not set in 1 of its rows)");
}

void TestVariations::idsThatRepeatAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, words);
    const auto changed = connect()->runScript(change);
    QVERIFY2(changed, qPrintable(test::reason(changed)));
    const Settings settings = m_servers.settings();
    ExportRequest request;
    request.kind = exports::ExportKind::Zip;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    request.includeCrops = false;
    api::Database service(settings.postgres, std::chrono::seconds(30));
    const auto said = [](const auto &result) { return result ? QStringLiteral("no error") : result.error().message; };
    const QStringList told{
        said(report(settings, request.start, request.end)),
        said(render::estimateExport(settings, request)),
        said(render::ExportMaker(settings).make(request, m_folder.filePath(QStringLiteral("set.zip")))),
        said(reid::analyzeDatabase(*connect(), {}, reid::Source::Best, {})),
        said(reid::readFingerprint(*connect())),
        said(reid::backfill(*connect(), 0.7, {})),
        said(service.countDetections(request, settings.siteTimeZone))};
    for (const QString &one : told) {
        QVERIFY2(QRegularExpression(words).match(one).hasMatch(), qPrintable(told.join(u'\n')));
        QCOMPARE(one, told.first());
    }
}

/// Columns without a value, and with values that are none, one row each: nothing is lost, and nothing ends the reading.
void TestVariations::valuesThatAreNone_data()
{
    QTest::addColumn<QString>("change");
    const auto columns = connect()->all(
        QStringLiteral(
            "SELECT c.relname AS t, a.attname AS c, format_type(a.atttypid, -1) AS y FROM pg_attribute a JOIN "
            "pg_class c ON c.oid = a.attrelid WHERE c.oid = ANY ('{detections,images,deer,locations,"
            "reid_similarity_scores}'::regclass[]) AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'id'"),
        {}, [](const storage::Row &row) {
            return std::array{row.text("t"), row.text("c"), row.text("y")};
        });
    QVERIFY2(columns, qPrintable(test::reason(columns)));
    const QStringList numbers{QStringLiteral("'NaN'"), QStringLiteral("'Infinity'"), QStringLiteral("'-Infinity'"),
                              QStringLiteral("-1")};
    const QHash<QString, QStringList> others{
        {QStringLiteral("double precision"), numbers},
        {QStringLiteral("numeric"), numbers},
        {QStringLiteral("json"),
         {QStringLiteral("'null'"), QStringLiteral("'[]'"), QStringLiteral("'\"x\"'"),
          QStringLiteral("'{\"x\": \"a\", \"lat\": 91}'")}},
        {QStringLiteral("timestamp with time zone"), {QStringLiteral("'infinity'"), QStringLiteral("'-infinity'")}}};
    QMap<QString, QString> changes;
    int at = 0;
    for (const auto &[table, column, type] : *columns) {
        // Without these a detection belongs to no day or class, so that it isn't counted: what is said of them is tested elsewhere.
        const QString name = table + u'.' + column;
        if (name == QLatin1String("images.timestamp") || name == QLatin1String("detections.image_id") ||
            name == QLatin1String("detections.classification"))
            continue;
        QStringList values = others.value(type);
        values.prepend(QStringLiteral("NULL"));
        for (qsizetype kind = 0; kind < values.size(); ++kind) {
            QString &change =
                changes[table + (kind == 0 ? QStringLiteral(" null") : QStringLiteral(" odd %1").arg(kind))];
            change += QStringLiteral("ALTER TABLE %1 ALTER \"%2\" DROP NOT NULL;").arg(table, column);
            if (type == QLatin1String("numeric"))
                change += QStringLiteral("ALTER TABLE %1 ALTER \"%2\" TYPE numeric;").arg(table, column);
            change +=
                QStringLiteral("UPDATE %1 SET \"%2\" = %3 WHERE id = (SELECT id FROM %1 ORDER BY id LIMIT 1 OFFSET %4 "
                               "% (SELECT count(*) FROM %1));")
                    .arg(table, column, values[kind])
                    .arg(++at);
        }
    }
    for (auto change = changes.begin(); change != changes.end(); ++change)
        QTest::newRow(qPrintable(change.key())) << QStringLiteral("ALTER TABLE reid_similarity_scores DROP CONSTRAINT "
                                                                  "reid_similarity_scores_similarity_score_check;") +
                                                       change.value();
}

void TestVariations::valuesThatAreNone()
{
    QFETCH(QString, change);
    const auto changed = connect()->runScript(change);
    QVERIFY2(changed, qPrintable(test::reason(changed)));
    const Result<Figures> varied = read();
    QVERIFY2(varied, qPrintable(test::reason(varied)));
    QCOMPARE(varied->detections, 9);
    QCOMPARE(varied->previewed, 9);
    QCOMPARE(varied->analyzed, 10U);
}

void TestVariations::databasesOfOtherEncodings_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::newRow("converted by the server") << QStringLiteral("LATIN1");
    QTest::newRow("bytes of any kind") << QStringLiteral("SQL_ASCII");
}

void TestVariations::databasesOfOtherEncodings()
{
    QFETCH(QString, encoding);
    const auto made = connect()->execute(
        QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING '%1' LOCALE 'C'").arg(encoding.toLower()));
    QVERIFY2(made, qPrintable(test::reason(made)));
    Settings settings = m_servers.settings();
    settings.postgres.database = encoding.toLower();
    const auto db = storage::Postgres::open(settings.postgres);
    QVERIFY2(db, qPrintable(test::reason(db)));
    const auto schema = (*db)->runScript(QString::fromUtf8(demo::deployedSchema()));
    QVERIFY2(schema, qPrintable(test::reason(schema)));
    test::Farm farm;
    test::Spotted animal;
    animal.deer = farm.deer(QStringLiteral("Atlas"), QStringLiteral("doe"));
    farm.spot(QDateTime(QDate(2026, 10, 1), QTime(12, 0), Qt::UTC), farm.location(QStringLiteral("Ridge")), animal);
    QVERIFY(farm.store(**db));
    QVERIFY(
        (*db)->runScript(QStringLiteral("UPDATE deer SET name = convert_from('\\x4dfc686c65', '%1')").arg(encoding)));
    const auto data = report(settings, QDate(2026, 10, 1), QDate(2026, 10, 31));
    if (encoding == QLatin1String("LATIN1")) {
        QVERIFY2(data, qPrintable(test::reason(data)));
        QCOMPARE(data->season().knownDeer.front().name, QString::fromUtf8("M\u00fchle"));
    } else {
        QVERIFY(!data);
        QVERIFY2(data.error().message.contains(QLatin1String("\"UTF8\"")), qPrintable(data.error().message));
    }
}

void TestVariations::anAnalysisNeedsNoImages()
{
    QVERIFY(connect()->runScript(QStringLiteral("ALTER TABLE images DROP COLUMN id CASCADE; ALTER TABLE locations DROP "
                                                "COLUMN id CASCADE")));
    const auto analysis = reid::analyzeDatabase(*connect(), {}, reid::Source::Best, {});
    QVERIFY2(analysis, qPrintable(test::reason(analysis)));
    QCOMPARE((*analysis)->counts.detections, 10U);
    QVERIFY((*analysis)->counts.assigned > 0);
}

void TestVariations::rowSecurityIsTold()
{
    Settings settings = m_servers.settings();
    QVERIFY(connect()->runScript(QStringLiteral(
        "DO $$BEGIN IF to_regrole('guest') IS NULL THEN CREATE ROLE guest LOGIN PASSWORD 'guest'; END IF; END$$;"
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest; ALTER TABLE detections ENABLE ROW LEVEL SECURITY;"
        "CREATE POLICY bucks ON detections USING (classification = 'buck')")));
    settings.postgres.user = settings.postgres.password = QStringLiteral("guest");
    const auto data = report(settings, QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(data, qPrintable(test::reason(data)));
    QVERIFY(data->season().detections < 9);
    QCOMPARE(data->remarks,
             QStringList{QStringLiteral("detections has row security: rows may be hidden from this user")});
}

void TestVariations::aConfidenceThatIsNoNumber()
{
    QVERIFY(connect()->runScript(QStringLiteral("UPDATE detections SET confidence = CASE n WHEN 1 THEN 'NaN' WHEN 2 "
                                                "THEN 87 WHEN 3 THEN -3 ELSE 0.8 END FROM (SELECT id AS numbered, "
                                                "row_number() OVER (ORDER BY is_duplicate, id) AS n FROM detections) x "
                                                "WHERE id = numbered")));
    const auto data = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(data, qPrintable(test::reason(data)));
    QCOMPARE(data->season().quality.noConfidence, 1);
    QCOMPARE(data->season().quality.confidenceBeyond, 2);
    QCOMPARE(data->season().quality.lowConfidence, 0);
    for (const auto &one : data->season().byClass) {
        if (one.detections > 0)
            QCOMPARE(one.meanConfidence.value_or(0), 0.8);
    }
    QVERIFY(connect()->runScript(QStringLiteral("UPDATE detections SET confidence = 'NaN'")));
    const auto without = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(without, qPrintable(test::reason(without)));
    QCOMPARE(without->season().quality.noConfidence, 9);
    for (const auto &one : without->season().byClass)
        QVERIFY(!one.meanConfidence);
    const QString text = exportText(exports::ExportKind::Pdf);
    const QString table = text.mid(text.indexOf(QLatin1String("Mean confidence")));
    QVERIFY2(table.left(table.indexOf(QLatin1String("By location"))).contains(QStringLiteral("Doe 4 44% 4 \u2013")),
             qPrintable(table));
}

void TestVariations::aClassOfBlanksIsNoClass()
{
    const auto before = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY(before);
    QVERIFY(connect()->runScript(QStringLiteral("UPDATE detections SET classification = ' ', corrected_classification "
                                                "= NULL WHERE classification = 'doe'")));
    const auto data = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(data, qPrintable(test::reason(data)));
    const season::SeasonStatistics &season = data->season();
    qint64 classes = 0;
    for (const auto &one : season.byClass)
        classes += one.detections;
    QCOMPARE(classes, season.detections);
    QCOMPARE(season.detections, 4); // the bucks that no person corrected
    QCOMPARE(season.leftOut.otherClasses, 5);
}

QString TestVariations::exportText(exports::ExportKind kind)
{
    ExportRequest request;
    request.kind = kind;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    request.includeCrops = false;
    request.siteTimeZone = QStringLiteral("America/Chicago");
    const bool zip = kind == exports::ExportKind::Zip;
    const QString file = m_folder.filePath(zip ? QStringLiteral("text.zip") : QStringLiteral("text.pdf"));
    if (const auto made = render::ExportMaker(m_servers.settings()).make(request, file); !made)
        return test::reason(made);
    const QByteArray text =
        zip ? textOf(QStringLiteral("unzip"), {QStringLiteral("-p"), file, QStringLiteral("README.txt")})
            : textOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    return QString::fromUtf8(text).simplified();
}

void TestVariations::unknownClassesAreNamed()
{
    QVERIFY(connect()->runScript(QStringLiteral(
        "UPDATE detections SET classification = CASE WHEN n < 3 THEN 'Female' WHEN n = 3 THEN U&'white-tailed "
        "doe\\00a0' "
        "WHEN n = 4 THEN 'cattle' ELSE 'doe' END, corrected_classification = NULL FROM (SELECT id AS numbered, "
        "row_number() OVER (ORDER BY is_duplicate, id) AS n FROM detections) x WHERE id = numbered")));
    const QString words = QStringLiteral(
        "Left out, as Herdbook doesn't know these classes: \"female\" (2) and \"white-tailed doe\" (1).");
    for (const auto kind : {exports::ExportKind::Pdf, exports::ExportKind::Zip}) {
        const QString text = exportText(kind);
        QVERIFY2(text.contains(words), qPrintable(text));
    }
    QVERIFY(connect()->runScript(QStringLiteral(
        "ALTER TABLE detections ALTER classification TYPE text; UPDATE detections SET classification = "
        "'kind ' || id::text; INSERT INTO detections (id, image_id, bbox, confidence, classification, created_at) "
        "SELECT gen_random_uuid(), image_id, bbox, confidence, classification || ' and more', now() FROM "
        "detections")));
    const auto data = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(data, qPrintable(test::reason(data)));
    QVERIFY2(data->remarks.last().endsWith(QLatin1String(" and 9 more")), qPrintable(data->remarks.join(u'|')));
}

void TestVariations::rowsThatNoReportHoldsAreCounted_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("image");
    QTest::newRow("no key") << QStringLiteral("DROP CONSTRAINT detections_image_id_fkey")
                            << QStringLiteral("gen_random_uuid()");
    QTest::newRow("a key that allows none") << QStringLiteral("ALTER image_id DROP NOT NULL") << QStringLiteral("NULL");
}

void TestVariations::rowsThatNoReportHoldsAreCounted()
{
    QFETCH(QString, change);
    QFETCH(QString, image);
    const auto texts = [this]() -> QString {
        return exportText(exports::ExportKind::Pdf) + u'|' + exportText(exports::ExportKind::Zip);
    };
    const QString before = texts();
    QVERIFY2(!before.contains(QLatin1String("Left out of every report")), qPrintable(before));
    QVERIFY(connect()->runScript(
        QStringLiteral("ALTER TABLE detections %1; UPDATE detections SET image_id = %2 WHERE id IN (SELECT id FROM "
                       "detections ORDER BY id LIMIT 3)")
            .arg(change, image)));
    QVERIFY(connect()->runScript(QStringLiteral(
        "ALTER TABLE images ALTER \"timestamp\" DROP NOT NULL; INSERT INTO images (id, filename, path, \"timestamp\", "
        "created_at) VALUES "
        "('00000000-0000-4000-8000-000000000001', 'a.jpg', '/a.jpg', NULL, now()), "
        "('00000000-0000-4000-8000-000000000002', 'b.jpg', '/b.jpg', 'infinity', now()); INSERT INTO detections (id, "
        "image_id, bbox, confidence, classification, created_at) VALUES (gen_random_uuid(), "
        "'00000000-0000-4000-8000-000000000002', '{}', 0.9, 'doe', now())")));
    const QString after = texts();
    for (const QString &text : after.split(u'|'))
        QVERIFY2(text.contains(
                     QLatin1String("Left out of every report, as their photo isn't in the database: 3 detections.")) &&
                     text.contains(
                         QLatin1String("Left out of every report, as they have no time: 2 photos with 1 detection.")),
                 qPrintable(text));
}

void TestVariations::whatHasNoColumnIsNotNone()
{
    const QString before = exportText(exports::ExportKind::Pdf);
    QVERIFY2(!before.contains(QLatin1String("Not known:")), qPrintable(before));
    QVERIFY(connect()->runScript(
        QStringLiteral("ALTER TABLE images DROP COLUMN processing_status, DROP COLUMN created_at; ALTER TABLE "
                       "detections DROP COLUMN is_valid, DROP COLUMN "
                       "is_duplicate, DROP COLUMN is_reviewed, DROP COLUMN corrected_classification")));
    const QString after = exportText(exports::ExportKind::Pdf);
    QVERIFY2(after.contains(QLatin1String(
                 "Not known: photos not analyzed yet (images.processing_status is missing); photos whose analysis "
                 "failed (images.processing_status is missing); left out: marked invalid (detections.is_valid is "
                 "missing); left out: duplicates (detections.is_duplicate is missing); reviewed by a person "
                 "(detections.is_reviewed is missing); class corrected by a person "
                 "(detections.corrected_classification is missing); photos stored long after their dates, or before "
                 "them (images.created_at is missing).")),
             qPrintable(after));
    const QString archive = exportText(exports::ExportKind::Zip);
    QVERIFY2(archive.contains(QLatin1String("Note: detections.is_reviewed is missing.")), qPrintable(archive));
}

/// Columns that a view leaves out, and times without a zone: the archive says so, and no camera is told not to have worked.
void TestVariations::whatIsAssumedIsSaid_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("no created_at") << QStringLiteral("ALTER TABLE images DROP COLUMN created_at")
                                   << QStringLiteral("images.created_at is missing");
    QTest::newRow("no status") << QStringLiteral("ALTER TABLE images DROP COLUMN processing_status")
                               << QStringLiteral("images.processing_status is missing");
    QTest::newRow("a status of its own") << QStringLiteral(
                                                "ALTER TABLE images ALTER processing_status TYPE text USING 'Done'")
                                         << QStringLiteral("Photos are taken as analyzed, as Herdbook doesn't know "
                                                           "their processing status: \"done\" (");
    QTest::newRow("no zone") << QStringLiteral("ALTER TABLE images ALTER \"timestamp\" TYPE timestamp USING "
                                               "\"timestamp\" AT TIME ZONE 'America/Chicago'")
                             << QStringLiteral(
                                    "images.timestamp has no time zone; its times are taken as America/Chicago");
}

void TestVariations::whatIsAssumedIsSaid()
{
    QFETCH(QString, change);
    QFETCH(QString, words);
    const auto before = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY(before);
    QVERIFY(connect()->runScript(change));
    const auto after = report(m_servers.settings(), QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(after, qPrintable(test::reason(after)));
    QVERIFY(before->season().effort.cameraDays() > 0);
    QCOMPARE(after->season().effort.cameraDays(), before->season().effort.cameraDays());
    ExportRequest request;
    request.kind = exports::ExportKind::Zip;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    request.includeCrops = false;
    request.siteTimeZone = QStringLiteral("America/Chicago");
    Settings elsewhere = m_servers.settings();
    elsewhere.siteTimeZone = QTimeZone("Pacific/Pago_Pago");
    elsewhere.postgres.siteZone = QStringLiteral("Pacific/Pago_Pago");
    const QString zip = m_folder.filePath(QStringLiteral("said.zip"));
    const auto made = render::ExportMaker(elsewhere).make(request, zip);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made->totalDetections, before->season().detections);
    // The service counts the days that the worker will read, not its own.
    request.start = request.end = QDate(2026, 10, 5);
    api::Database service(elsewhere.postgres, std::chrono::seconds(30));
    const Result<qint64> counted = service.countDetections(request, QTimeZone("America/Chicago"));
    QVERIFY2(counted, qPrintable(test::reason(counted)));
    QCOMPARE(*counted, 1);
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), zip, QStringLiteral("README.txt")});
    QVERIFY(unzip.waitForFinished());
    const QString text = QString::fromUtf8(unzip.readAllStandardOutput());
    QVERIFY2(text.contains(words), qPrintable(text));
}

void TestVariations::oneVectorOfAnotherShape_data()
{
    QTest::addColumn<QString>("vector");
    QTest::newRow("shorter") << QStringLiteral("{1,2}");
    QTest::newRow("empty") << QStringLiteral("{}");
    QTest::newRow("two dimensions") << QStringLiteral("{{1,2},{3,4}}");
    QTest::newRow("NaN") << QStringLiteral("{1,NaN,0,0}");
}

void TestVariations::oneVectorOfAnotherShape()
{
    QFETCH(QString, vector);
    const auto db = connect();
    const auto id = db->one(QStringLiteral("UPDATE detections SET feature_vector = $1::real[] WHERE id = (SELECT "
                                           "max(id::text)::uuid FROM detections) RETURNING id"),
                            {vector}, [](const storage::Row &row) { return row.text("id"); });
    QVERIFY2(id, qPrintable(test::reason(id)));
    const auto analysis = reid::analyzeDatabase(*db, {}, reid::Source::Best, {});
    if (!vector.contains(QLatin1String("NaN"))) {
        QVERIFY(!analysis);
        QVERIFY2(analysis.error().message.startsWith(
                     QLatin1String("1 of the 10 vectors in detections.feature_vector don't have the 4 values")),
                 qPrintable(analysis.error().message));
        return;
    }
    QVERIFY2(analysis, qPrintable(test::reason(analysis)));
    QCOMPARE((*analysis)->counts.detections, 10U);
    QCOMPARE((*analysis)->counts.notFinite, 1U);
    const auto check = std::ranges::find((*analysis)->integrity, std::string("vectors"), &reid::Check::id);
    QVERIFY(check != (*analysis)->integrity.end());
    QCOMPARE(check->rows.size(), 1U);
    QCOMPARE(QString::fromStdString(reid::toString(check->rows.front())), *id);
}

void TestVariations::theSameDayEverywhere_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "America/Santiago", "Etc/GMT+6"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestVariations::theSameDayEverywhere()
{
    QFETCH(QByteArray, zone);
    const QTimeZone site(zone);
    QVERIFY(m_servers.freshDatabase());
    test::Farm farm;
    // Around midnight, in winter and summer, and around Santiago's changes of the clock at midnight.
    QHash<QDate, int> expected;
    for (const QDate &day : {QDate(2026, 1, 15), QDate(2026, 4, 5), QDate(2026, 7, 15), QDate(2026, 9, 6)}) {
        for (const int minute : {-31, -1, 61, 12 * 60}) {
            const QDateTime taken = day.startOfDay(site).addSecs(minute * 60);
            farm.spot(taken, farm.location(QString::fromLatin1(zone) + day.toString() + QString::number(minute)));
            ++expected[taken.toTimeZone(site).date()];
        }
    }
    QVERIFY(farm.store(*connect()));
    Settings settings = m_servers.settings();
    settings.siteTimeZone = site;
    settings.postgres.siteZone = QString::fromLatin1(zone);
    const auto data = report(settings, QDate(2026, 1, 1), QDate(2026, 12, 31));
    QVERIFY2(data, qPrintable(test::reason(data)));
    const season::SeasonStatistics &season = data->season();
    for (int day = 0; day < season.dayCount(); ++day)
        QCOMPARE(season.days[static_cast<std::size_t>(day)].total(), expected.value(season.start.addDays(day)));
    for (auto day = expected.begin(); day != expected.end(); ++day) {
        ExportRequest request;
        request.kind = exports::ExportKind::Zip;
        request.start = day.key();
        request.end = day.key();
        request.includeCrops = false;
        const auto estimate = render::estimateExport(settings, request);
        QVERIFY2(estimate, qPrintable(test::reason(estimate)));
        QCOMPARE(estimate->detections, day.value());
        const QString zip = m_folder.filePath(QStringLiteral("day.zip"));
        const auto archive = render::ExportMaker(settings).make(request, zip);
        QVERIFY2(archive, qPrintable(test::reason(archive)));
        const QByteArray csv =
            textOf(QStringLiteral("unzip"), {QStringLiteral("-p"), zip, QStringLiteral("metadata.csv")});
        const QByteArray local = day.key().toString(Qt::ISODate).toLatin1();
        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(std::ranges::count_if(
                     lines, [&local](const QByteArray &line) { return line.split(',').value(4).startsWith(local); }),
                 day.value());
        request.kind = exports::ExportKind::Pdf;
        const QString pdf = m_folder.filePath(QStringLiteral("day.pdf"));
        const auto page = render::ExportMaker(settings).make(request, pdf);
        QVERIFY2(page, qPrintable(test::reason(page)));
        QCOMPARE(page->totalDetections, day.value());
        const QByteArray text =
            textOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        QVERIFY2(text.contains(QStringLiteral("%1 detections").arg(day.value()).toLatin1()),
                 text.left(1500).constData());
    }
    const auto analysis = reid::analyzeDatabase(*connect(), {}, reid::Source::Best, {});
    QVERIFY2(analysis, qPrintable(test::reason(analysis)));
    QHash<QDate, int> analyzed;
    for (const reid::Detection &one : (*analysis)->data.detections)
        ++analyzed[QDateTime::fromMSecsSinceEpoch(one.takenAt / 1000, site).date()];
    QCOMPARE(analyzed, expected);
}

void TestVariations::zonesThatAreReadDifferently_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("UTC-06:00") << QByteArray("UTC-06:00");
    QTest::newRow("UTC+03:00") << QByteArray("UTC+03:00");
}

void TestVariations::zonesThatAreReadDifferently()
{
    QFETCH(QByteArray, zone);
    QVERIFY(!settingProblem(QStringLiteral("HERDBOOK_SITE_TZ"), QString::fromLatin1(zone)).isEmpty());
    Settings settings = m_servers.settings();
    settings.siteTimeZone = QTimeZone(zone);
    QVERIFY(settings.siteTimeZone.isValid());
    const auto data = report(settings, QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY(!data);
    QCOMPARE(data.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(data.error().message.contains(QString::fromLatin1(zone)), qPrintable(data.error().message));
    QVERIFY(storage::checkZone(*connect(), QTimeZone("America/Chicago")));
}

QTEST_MAIN(TestVariations)
#include "test_variations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/backfill.h"
#include "core/storage/postgres.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/servers.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

class TestBackfill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void missingRowsAreAdded();
    void presentRowsStay();
    void stoppedGoesOnLater();
    void negativeIsStoredAsZero();
    void analysisOfItIsComplete();
    void whatCannotBeComparedIsCounted();
    void needsTheTable();

private:
    Result<BackfillResult> run(const std::stop_token &stop = {}, const Progress &progress = {});
    QString value(const char *query)
    {
        return m_servers.sql(QString::fromLatin1(query)).valueOr(QStringLiteral("failed"));
    }

    test::Servers m_servers;
    World m_world;
    qint64 m_pairs = 0;
};

void TestBackfill::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    m_world = simulate(Situation::Plain, 5, 2300, 40, 16);
    for (const Detection &d : m_world.data.detections)
        m_pairs += std::ranges::count(m_world.data.profiles, d.sex(), &Profile::sex);
}

void TestBackfill::init()
{
    QVERIFY(m_servers.freshDatabase());
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    QVERIFY(session);
    const Result<void> written = writeWorld(*session, m_world);
    QVERIFY2(written, qPrintable(test::reason(written)));
}

Result<BackfillResult> TestBackfill::run(const std::stop_token &stop, const Progress &progress)
{
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    if (!database)
        return database.error();
    return backfill(**database, .7, stop, progress);
}

void TestBackfill::missingRowsAreAdded()
{
    const Result<BackfillResult> done = run();
    QVERIFY2(done, qPrintable(test::reason(done)));
    QCOMPARE(done->added, m_pairs);
    QCOMPARE(done->detections, 2300);
    QCOMPARE(value("SELECT count(*) FROM reid_similarity_scores"), QString::number(m_pairs));
    QCOMPARE(value("SELECT count(*) FROM reid_similarity_scores s JOIN deer d ON d.id = s.deer_id WHERE s.deer_sex <> "
                   "d.sex::text OR NOT s.sex_match "
                   "OR s.matched <> (s.similarity_score >= 0.7) OR s.threshold_used <> 0.7"),
             QStringLiteral("0"));
    QCOMPARE(value("SELECT count(*) FROM reid_similarity_scores s JOIN detections d ON d.id = s.detection_id "
                   "WHERE s.detection_classification <> d.classification"),
             QStringLiteral("0"));
    const Result<BackfillResult> again = run();
    QCOMPARE(again->added, 0);
    QCOMPARE(again->detections, 0);
}

void TestBackfill::presentRowsStay()
{
    QVERIFY(run());
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE reid_similarity_scores SET similarity_score = 0.1234 WHERE matched")));
    const QString marked =
        value("SELECT count(*) FROM reid_similarity_scores WHERE similarity_score = 0.1234 AND matched");
    QVERIFY(m_servers.sql(
        QStringLiteral("DELETE FROM reid_similarity_scores WHERE deer_id = (SELECT id FROM deer LIMIT 1)")));
    QVERIFY(run()->added > 0);
    QCOMPARE(value("SELECT count(*) FROM reid_similarity_scores"), QString::number(m_pairs));
    QVERIFY(
        marked.toInt() -
            value("SELECT count(*) FROM reid_similarity_scores WHERE similarity_score = 0.1234 AND matched").toInt() <
        marked.toInt());
}

void TestBackfill::stoppedGoesOnLater()
{
    std::stop_source stop;
    const Result<BackfillResult> stopped = run(stop.get_token(), [&](const QString &, qint64 done, qint64 total) {
        QCOMPARE(total, 2300);
        if (done >= 1000)
            stop.request_stop();
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    const int before = value("SELECT count(DISTINCT detection_id) FROM reid_similarity_scores").toInt();
    QCOMPARE(before, 1000); // the first batch was committed
    const Result<BackfillResult> rest = run();
    QVERIFY(rest);
    QCOMPARE(rest->detections, 1300);
    QCOMPARE(value("SELECT count(*) FROM reid_similarity_scores"), QString::number(m_pairs));
}

void TestBackfill::negativeIsStoredAsZero() // fault 25: one negative cosine lost all rows of its detection
{
    const QString id = QString::fromStdString(toString(m_world.data.detections[3].id));
    QVERIFY(m_servers.sql(
        QStringLiteral(
            "UPDATE detections SET feature_vector = (SELECT array_agg(-v ORDER BY n) FROM unnest(feature_vector) "
            "WITH ORDINALITY AS t(v, n)) WHERE id = '%1'")
            .arg(id)));
    QVERIFY(run());
    QCOMPARE(
        m_servers.sql(QStringLiteral("SELECT count(*) FROM reid_similarity_scores WHERE detection_id = '%1'").arg(id))
            .valueOr({})
            .toLongLong(),
        std::ranges::count(m_world.data.profiles, m_world.data.detections[3].sex(), &Profile::sex));
    QVERIFY(
        m_servers
            .sql(QStringLiteral(
                     "SELECT count(*) FROM reid_similarity_scores WHERE detection_id = '%1' AND similarity_score = 0")
                     .arg(id))
            .valueOr({})
            .toInt() > 0);
}

void TestBackfill::analysisOfItIsComplete()
{
    QVERIFY(run());
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    const auto stored = analyzeDatabase(**database, {}, Source::Stored, {});
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    QVERIFY((*stored)->recommendation.status != Status::NoData);
    const auto computed = analyzeDatabase(**database, {}, Source::Vectors, {});
    QCOMPARE((*stored)->counts.eligible, (*computed)->counts.eligible);
    QVERIFY(std::abs(static_cast<double>((*stored)->evaluate(.6).added) -
                     static_cast<double>((*computed)->evaluate(.6).added)) <= 3);
}

void TestBackfill::whatCannotBeComparedIsCounted()
{
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE detections SET feature_vector = NULL WHERE id IN "
                                         "(SELECT id FROM detections ORDER BY id LIMIT 3)")));
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE detections SET feature_vector = feature_vector[1:2] WHERE id = "
                                         "(SELECT id FROM detections ORDER BY id DESC LIMIT 1)")));
    const Result<BackfillResult> done = run();
    QVERIFY2(done, qPrintable(test::reason(done)));
    QCOMPARE(done->detections, 2296);
    QCOMPARE(done->compared, 2296);
    QCOMPARE(done->unusable, 4);
    QCOMPARE(done->profiles, m_world.data.profiles.size());
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE deer SET feature_vector = NULL")));
    const Result<BackfillResult> none = run();
    QVERIFY2(none, qPrintable(test::reason(none)));
    QCOMPARE(none->profiles, std::size_t(0));
    QCOMPARE(none->compared, 0);
}

void TestBackfill::needsTheTable()
{
    QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE reid_similarity_scores")));
    const Result<BackfillResult> done = run();
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(QLatin1String("reid_similarity_scores")));
}

QTEST_GUILESS_MAIN(TestBackfill)
#include "test_backfill.moc"

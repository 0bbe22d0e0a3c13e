// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/reid/output/analysisjson.h"
#include "core/reid/store/analysisfile.h"
#include "core/storage/postgres.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/servers.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

using namespace herdbook;
using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

namespace {

World smallWorld()
{
    return simulate(Situation::Plain, 5, 700, 40, 16);
}

bool same(const Evaluation &a, const Evaluation &b)
{
    return a.added == b.added && a.wrong == b.wrong && a.wrongStrict == b.wrongStrict && a.fdr == b.fdr &&
           a.fdrUpper == b.fdrUpper && a.rate == b.rate;
}

const Check *check(const Analysis &analysis, const char *id)
{
    const auto found = std::ranges::find(analysis.integrity, std::string(id), &Check::id);
    return found == analysis.integrity.end() ? nullptr : &*found;
}

} // namespace

#define VERIFY_DONE(expression)                                                                                        \
    do {                                                                                                               \
        const auto &done_ = (expression);                                                                              \
        QVERIFY2(done_, qPrintable(test::reason(done_)));                                                              \
    } while (false)

class TestLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyVectorTypeGivesTheSame_data();
    void everyVectorTypeGivesTheSame();
    void rowsAreReadWhole();
    void storedScoresServeWithoutVectors();
    void sameSexScoresAloneServeToo();
    void versionsThatArentRecorded();
    void whatWasntReadIsntFine();
    void scoresBeyondOneAreRefused_data();
    void scoresBeyondOneAreRefused();
    void neitherVectorsNorScores();
    void olderSchemas();
    void correctionsWin();
    void emptyDatabase();
    void brokenVectorsAreCounted();
    void negativeScoresAreKept();
    void refusals_data();
    void refusals();
    void mixedThresholdsAbstain();
    void anotherThresholdThanStoredIsNamed();
    void incompleteScoresAbstain();
    void everyChangeIsSeen_data();
    void everyChangeIsSeen();
    void keptAsItWas();
    void oneStateIsSeen();
    void cancelledWhileReading();
    void connectionLostWhileReading();
    void boxes_data();
    void boxes();

private:
    using Done = Result<std::shared_ptr<const Analysis>>;
    Done run(Source source = Source::Best, const std::stop_token &stop = {}, const Progress &progress = {});
    Result<void> write(const World &world, const QByteArray &type = "real[]");
    Result<void> sql(const QByteArray &text);

    test::Servers m_servers;
};

void TestLoad::initTestCase()
{
    VERIFY_DONE(m_servers.start());
}

void TestLoad::init()
{
    VERIFY_DONE(m_servers.freshDatabase());
}

TestLoad::Done TestLoad::run(Source source, const std::stop_token &stop, const Progress &progress)
{
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    if (!database)
        return database.error();
    return analyzeDatabase(**database, {}, source, stop, progress);
}

Result<void> TestLoad::write(const World &world, const QByteArray &type)
{
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    if (!session)
        return session.error();
    if (!type.isEmpty() && type != "real[]") {
        if (const Result<void> set = setVectorType(*session, type); !set)
            return set;
    }
    return writeWorld(*session, world, type);
}

Result<void> TestLoad::sql(const QByteArray &text)
{
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    return session ? session->execute(text) : Result<void>(session.error());
}

void TestLoad::everyVectorTypeGivesTheSame_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"real[]", "double precision[]", "bytea"})
        QTest::newRow(type) << QByteArray(type);
}

void TestLoad::everyVectorTypeGivesTheSame()
{
    QFETCH(QByteArray, type);
    const World world = smallWorld();
    VERIFY_DONE(write(world, type));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    const Analysis memory = analyzeWorld(world);
    const Analysis &analysis = **loaded;
    QCOMPARE(analysis.source, std::string("vectors"));
    QCOMPARE(analysis.counts.assigned, memory.counts.assigned);
    QCOMPARE(analysis.counts.unassignedEligible, memory.counts.unassignedEligible);
    for (int t = 0; t <= kTicksPerUnit; t += 25)
        QVERIFY(same(analysis.evaluate(fromTicks(t)), memory.evaluate(fromTicks(t))));
    QCOMPARE(analysis.recommendation.status, memory.recommendation.status);
    QCOMPARE(analysis.recommendation.threshold, memory.recommendation.threshold);
}

void TestLoad::rowsAreReadWhole()
{
    World world = smallWorld();
    world.data.detections[7].valid = false;
    world.data.detections[7].box = {1.5, -2, 30, 40.25};
    VERIFY_DONE(write(world));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    const Dataset &data = (*loaded)->data;
    const auto found = std::ranges::find(data.detections, world.data.detections[7].id, &Detection::id);
    QVERIFY(found != data.detections.end());
    QVERIFY(!found->valid && !found->duplicate);
    QCOMPARE(found->image, world.data.detections[7].image);
    QCOMPARE(found->burst, world.data.detections[7].burst);
    QCOMPARE(found->box.x, 1.5F);
    QCOMPARE(found->box.height, 40.25F);
    QCOMPARE(found->takenAt, world.data.detections[7].takenAt);
    QCOMPARE(data.locations[static_cast<std::size_t>(found->location)],
             world.data.locations[static_cast<std::size_t>(world.data.detections[7].location)]);
    QVERIFY(std::ranges::is_sorted(data.profiles, {}, &Profile::id));
    QCOMPARE(data.profiles[0].name.substr(0, 5), std::string("Deer "));
    QCOMPARE((*loaded)->fingerprint.newestDetection, std::string("2026-11-01T12:00:00.000000Z"));
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    const Result<Fingerprint> again = readFingerprint(**database);
    VERIFY_DONE(again);
    QVERIFY(*again == (*loaded)->fingerprint);
    VERIFY_DONE(sql("DELETE FROM detections WHERE deer_id IS NULL"));
    QVERIFY(*readFingerprint(**database) != (*loaded)->fingerprint);
}

void TestLoad::storedScoresServeWithoutVectors() // fault 19: the deployed tables have no detections.feature_vector
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world));
    VERIFY_DONE(session->execute("ALTER TABLE detections DROP COLUMN feature_vector"));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    const Analysis &analysis = **loaded;
    QCOMPARE(analysis.source, std::string("stored scores"));
    const Analysis memory = analyzeWorld(world);
    for (const double t : {.5, .55, .6, .65}) {
        // Stored scores are rounded, computed ones exact.
        const auto stored = static_cast<double>(analysis.evaluate(t).added);
        QVERIFY(stored >= static_cast<double>(memory.evaluate(t + .0001).added) &&
                stored <= static_cast<double>(memory.evaluate(t - .0001).added));
        QCOMPARE(analysis.evaluate(t).unjudged, analysis.evaluate(t).added);
    }
    QCOMPARE(check(analysis, "coverage")->outcome, Check::Outcome::Pass);
    QCOMPARE(check(analysis, "founder")->outcome, Check::Outcome::Pass);
    QCOMPARE(check(analysis, "profiles")->outcome, Check::Outcome::NotApplicable); // their vectors aren't read
    QVERIFY(toJson(analysis)[QStringLiteral("counts")][QStringLiteral("vectors")].isNull());
    QCOMPARE(analysis.fingerprint.scoreRows, std::uint64_t(700 * world.data.profiles.size()));
    QVERIFY(!analysis.fingerprint.newestCalculatedAt.empty());
    VERIFY_DONE(sql("UPDATE reid_similarity_scores SET similarity_score = 0 WHERE id IN (SELECT id FROM "
                    "reid_similarity_scores LIMIT 1)"));
    const Done zero = run();
    VERIFY_DONE(zero);
    QCOMPARE(check(**zero, "censored")->outcome, Check::Outcome::NotApplicable); // nobody knows
}

void TestLoad::sameSexScoresAloneServeToo()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world, false));
    const Done loaded = run(Source::Stored);
    VERIFY_DONE(loaded);
    const Recommendation &r = (*loaded)->recommendation;
    QCOMPARE(r.status, Status::Abstain);
    QVERIFY(r.reason.find("compute from vectors") != std::string::npos);
    QVERIFY(r.candidate && r.trial && !r.trial->judged);

    // Whose sex was corrected since has scores with the other sex only; it isn't that its sex has no profile.
    VERIFY_DONE(sql(
        "UPDATE detections SET corrected_classification = CASE classification WHEN 'doe' THEN 'buck' ELSE 'doe' END "
        "WHERE id IN (SELECT id FROM detections WHERE deer_id IS NULL ORDER BY id LIMIT 3)"));
    const Done corrected = run(Source::Stored);
    VERIFY_DONE(corrected);
    const std::vector<FunnelStep> before = (*loaded)->funnel(.7);
    const std::vector<FunnelStep> steps = (*corrected)->funnel(.7);
    QCOMPARE(steps[4].lost, before[4].lost + 3);
    QCOMPARE(steps[5].lost, std::uint64_t(0));
}

void TestLoad::versionsThatArentRecorded()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world));
    VERIFY_DONE(sql("UPDATE deer SET embedding_version = '1.0'"));
    VERIFY_DONE(sql("UPDATE deer SET embedding_version = NULL WHERE id IN (SELECT id FROM deer LIMIT 2)"));
    for (const Source source : {Source::Vectors, Source::Stored}) {
        const Done loaded = run(source);
        VERIFY_DONE(loaded);
        const Check *versions = check(**loaded, "versions");
        QCOMPARE(versions->outcome, Check::Outcome::Warn);
        QVERIFY2(versions->detail.find("Not known of 2 of") != std::string::npos, versions->detail.c_str());
        QVERIFY((*loaded)->recommendation.lacking != Lacking::SoundData);
    }
}

void TestLoad::whatWasntReadIsntFine()
{
    VERIFY_DONE(write(smallWorld()));
    const Done stored = run(Source::Stored); // of an empty table
    VERIFY_DONE(stored);
    QCOMPARE(check(**stored, "thresholds")->outcome, Check::Outcome::NotApplicable);
    QCOMPARE(check(**stored, "censored")->outcome, Check::Outcome::NotApplicable);
    VERIFY_DONE(sql("UPDATE deer SET feature_vector = NULL"));
    const Done vectors = run(Source::Vectors);
    VERIFY_DONE(vectors);
    QCOMPARE(check(**vectors, "vectors")->outcome, Check::Outcome::NotApplicable);
    VERIFY_DONE(sql("ALTER TABLE deer DROP COLUMN feature_vector"));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, smallWorld()));
    const Done best = run(); // detections have vectors, but there is nothing to compare them with
    VERIFY_DONE(best);
    QCOMPARE((*best)->source, std::string("stored scores"));
    QVERIFY((*best)->counts.eligible > 0);
    VERIFY_DONE(sql("ALTER TABLE deer ADD COLUMN feature_vector real[]"));
    const Done nothing = run(Source::Stored);
    VERIFY_DONE(nothing);
    QCOMPARE(check(**nothing, "coverage")->outcome, Check::Outcome::NotApplicable);
}

void TestLoad::scoresBeyondOneAreRefused_data()
{
    QTest::addColumn<QByteArray>("score");
    for (const char *score : {"1.2", "7.4", "74", "10000.5", "1e9"})
        QTest::newRow(score) << QByteArray(score);
}

void TestLoad::scoresBeyondOneAreRefused()
{
    QFETCH(QByteArray, score);
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world));
    VERIFY_DONE(sql("ALTER TABLE reid_similarity_scores DROP CONSTRAINT "
                    "reid_similarity_scores_similarity_score_check, ALTER similarity_score TYPE float8"));
    VERIFY_DONE(sql("UPDATE reid_similarity_scores SET similarity_score = 'NaN' WHERE id IN (SELECT id FROM "
                    "reid_similarity_scores LIMIT 3)"));
    const Done odd = run(Source::Stored);
    VERIFY_DONE(odd);
    QVERIFY(check(**odd, "scores"));
    QCOMPARE(check(**odd, "scores")->outcome, Check::Outcome::Warn);
    VERIFY_DONE(sql("UPDATE reid_similarity_scores SET similarity_score = " + score +
                    " WHERE id IN (SELECT id FROM reid_similarity_scores LIMIT 1)"));
    const Done refused = run(Source::Stored);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    QVERIFY(refused.error().message.contains(QLatin1String("similarity_score")));
}

void TestLoad::neitherVectorsNorScores() // fault 19
{
    VERIFY_DONE(write(smallWorld()));
    VERIFY_DONE(sql("ALTER TABLE detections DROP COLUMN feature_vector; DROP TABLE reid_similarity_scores"));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    QCOMPARE((*loaded)->recommendation.status, Status::NoData);
    QCOMPARE((*loaded)->counts.detections, std::uint64_t(700));
    QVERIFY((*loaded)->funnel(.7)[4].lost > 600);
}

void TestLoad::olderSchemas()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    const Analysis memory = analyzeWorld(world);
    VERIFY_DONE(sql("ALTER TABLE detections DROP COLUMN is_duplicate, DROP COLUMN is_valid, DROP COLUMN is_reviewed, "
                    "DROP COLUMN burst_group_id, "
                    "DROP COLUMN corrected_classification;"
                    "ALTER TABLE deer DROP COLUMN feature_vector_multiscale, DROP COLUMN feature_vector_efficientnet, "
                    "DROP COLUMN embedding_version, "
                    "DROP COLUMN best_photo_id; DROP TABLE reid_similarity_scores"));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    QCOMPARE((*loaded)->evaluate(.6).added, memory.evaluate(.6).added); // bursts are made up, so the bounds differ
    QCOMPARE(check(**loaded, "schema")->outcome, Check::Outcome::Warn);
    QVERIFY(check(**loaded, "schema")->detail.find("detections.is_valid") != std::string::npos);
    QCOMPARE((*loaded)->fingerprint.scoreRows, std::uint64_t(0));
}

void TestLoad::correctionsWin()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    VERIFY_DONE(sql("UPDATE detections SET corrected_classification = 'pig' WHERE deer_id IS NULL"));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    QCOMPARE((*loaded)->counts.unassignedEligible, std::uint64_t(0));
}

void TestLoad::emptyDatabase() // fault 23
{
    const Done loaded = run();
    VERIFY_DONE(loaded);
    QCOMPARE((*loaded)->recommendation.status, Status::NoData);
    QVERIFY(!(*loaded)->evaluate(.7).rate);
}

void TestLoad::brokenVectorsAreCounted() // fault 22
{
    World world = smallWorld();
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    std::size_t broken = 0;
    for (std::size_t i = 0; broken < 50; ++i) {
        if (world.data.detections[i].assigned())
            continue;
        const auto start = world.vectors.begin() + static_cast<std::ptrdiff_t>(i * dimension);
        std::fill_n(start, dimension, broken % 2 == 0 ? 0.0F : std::numeric_limits<float>::quiet_NaN());
        ++broken;
    }
    VERIFY_DONE(write(world));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    QCOMPARE((*loaded)->counts.zero, std::uint64_t(25));
    QCOMPARE((*loaded)->counts.notFinite, std::uint64_t(25));
    QVERIFY(same((*loaded)->evaluate(.6), analyzeWorld(world).evaluate(.6)));
    QCOMPARE(check(**loaded, "vectors")->rows.size(), std::size_t(50));
    // Profiles that only have another length are usable; those of zeros aren't.
    VERIFY_DONE(sql("UPDATE deer SET feature_vector = (SELECT array_agg(2 * v ORDER BY n) FROM "
                    "unnest(feature_vector) WITH ORDINALITY AS u(v, n))"));
    const Done longer = run();
    VERIFY_DONE(longer);
    QCOMPARE(check(**longer, "profiles")->outcome, Check::Outcome::Pass);
    VERIFY_DONE(sql("UPDATE deer SET name = 'Nobody', feature_vector = array_fill(0::real, "
                    "ARRAY[cardinality(feature_vector)]) WHERE id = (SELECT min(id::text)::uuid FROM deer)"));
    const Done without = run();
    VERIFY_DONE(without);
    QCOMPARE(check(**without, "profiles")->outcome, Check::Outcome::Warn);
    QCOMPARE(check(**without, "profiles")->names, std::vector<std::string>{"Nobody"});
    VERIFY_DONE(sql("UPDATE deer SET feature_vector = NULL WHERE name = 'Nobody'"));
    const Done none = run();
    VERIFY_DONE(none);
    QCOMPARE(check(**none, "profiles")->names, std::vector<std::string>{"Nobody"});
    QCOMPARE(check(**none, "profiles")->rows.size(), std::size_t(1));
}

void TestLoad::negativeScoresAreKept() // fault 25
{
    World world = smallWorld();
    std::size_t i = 0;
    while (world.data.detections[i].assigned())
        ++i;
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    for (std::size_t k = 0; k < dimension; ++k)
        world.vectors[i * dimension + k] *= -1;
    VERIFY_DONE(write(world));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    const auto place = std::ranges::find((*loaded)->data.detections, world.data.detections[i].id, &Detection::id) -
                       (*loaded)->data.detections.begin();
    const Match &match = (*loaded)->data.matches[static_cast<std::size_t>(place)];
    QVERIFY(match.best < 0 && match.best != kNoScore && match.second != kNoScore);
    QVERIFY((*loaded)->eligible(static_cast<std::size_t>(place)));
}

void TestLoad::refusals_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<Source>("source");
    QTest::addColumn<QString>("named");
    QTest::newRow("other length") << QByteArray(
                                         "UPDATE detections SET feature_vector = '{1,2,3}' WHERE deer_id IS NULL")
                                  << Source::Best << QStringLiteral("detections.feature_vector");
    QTest::newRow("profiles of two lengths")
        << QByteArray("UPDATE deer SET feature_vector = CASE n % 3 WHEN 0 THEN '{1,2,3}' WHEN 1 THEN '{1,2,3,4}' "
                      "ELSE feature_vector END FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM deer) o "
                      "WHERE o.id = deer.id")
        << Source::Best << QStringLiteral("deer.feature_vector");
    const auto nth = [](const char *table, int share) {
        return QStringLiteral(
                   "UPDATE %1 SET feature_vector = '{1,2,3}' FROM (SELECT id, row_number() OVER (ORDER BY id) "
                   "AS n FROM %1) o WHERE o.id = %1.id AND n %% %2 = 0")
            .arg(QLatin1String(table))
            .arg(share)
            .replace(QLatin1String("%%"), QLatin1String("%"))
            .toLatin1();
    };
    QTest::newRow("6% of another length")
        << nth("detections", 17) << Source::Best << QStringLiteral("detections.feature_vector");
    QTest::newRow("some of the profiles") << nth("deer", 9) << Source::Best << QStringLiteral("deer.feature_vector");
    QTest::newRow("two dimensions") << QByteArray("UPDATE detections SET feature_vector = '{{1,2},{3,4}}'")
                                    << Source::Best << QStringLiteral("detections.feature_vector");
    QTest::newRow("type") << QByteArray("ALTER TABLE detections ALTER COLUMN feature_vector TYPE text") << Source::Best
                          << QStringLiteral("detections.feature_vector is of type text");
    QTest::newRow("no table") << QByteArray("DROP TABLE detections CASCADE") << Source::Best
                              << QStringLiteral("table detections");
    QTest::newRow("no column") << QByteArray("ALTER TABLE deer DROP COLUMN sex") << Source::Best
                               << QStringLiteral("column deer.sex");
    QTest::newRow("vectors asked for") << QByteArray("ALTER TABLE detections DROP COLUMN feature_vector")
                                       << Source::Vectors << QStringLiteral("detections.feature_vector");
    QTest::newRow("scores asked for") << QByteArray("DROP TABLE reid_similarity_scores") << Source::Stored
                                      << QStringLiteral("reid_similarity_scores");
    const QByteArray twice("ALTER TABLE reid_similarity_scores DROP CONSTRAINT "
                           "reid_similarity_scores_detection_id_deer_id_key; INSERT INTO reid_similarity_scores "
                           "(detection_id, deer_id, similarity_score, sex_match, matched, threshold_used) SELECT d.id, "
                           "e.id, 0.5, true, false, 0.7 FROM (SELECT id FROM detections LIMIT 1) d, (SELECT id FROM "
                           "deer LIMIT 1) e, generate_series(1, 2)");
    for (const Source source : {Source::Best, Source::Stored})
        QTest::newRow(source == Source::Best ? "scores twice" : "scores asked for, twice")
            << twice << source << QStringLiteral("reid_similarity_scores.detection_id and deer_id holds");
}

void TestLoad::refusals()
{
    QFETCH(QByteArray, change);
    QFETCH(Source, source);
    QFETCH(QString, named);
    VERIFY_DONE(write(smallWorld()));
    VERIFY_DONE(sql(change));
    const Done loaded = run(source);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Corrupt);
    QVERIFY2(loaded.error().message.contains(named), qPrintable(loaded.error().message));
}

void TestLoad::mixedThresholdsAbstain()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world));
    VERIFY_DONE(
        session->execute("UPDATE reid_similarity_scores SET threshold_used = 0.6 WHERE similarity_score > 0.7"));
    const Done loaded = run(Source::Stored);
    VERIFY_DONE(loaded);
    QCOMPARE(check(**loaded, "thresholds")->outcome, Check::Outcome::Fail);
    QCOMPARE((*loaded)->recommendation.status, Status::Abstain);
    QVERIFY((*run(Source::Vectors))->recommendation.lacking != Lacking::SoundData);
}

void TestLoad::anotherThresholdThanStoredIsNamed()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world)); // 0.70 used
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    VERIFY_DONE(database);
    for (const double inForce : {.7, .55}) {
        Options options;
        options.current = inForce;
        const Done loaded = analyzeDatabase(**database, options, Source::Stored, {});
        VERIFY_DONE(loaded);
        const Check *thresholds = check(**loaded, "thresholds");
        QCOMPARE(thresholds->outcome, inForce < .7 ? Check::Outcome::Warn : Check::Outcome::Pass);
        QCOMPARE(thresholds->detail.find("In force is 0.55") != std::string::npos, inForce < .7);
        QCOMPARE(thresholds->fix.find("Check REID_THRESHOLD") != std::string::npos, inForce < .7);
    }
}

void TestLoad::incompleteScoresAbstain()
{
    const World world = smallWorld();
    VERIFY_DONE(write(world));
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    VERIFY_DONE(writeScores(*session, world));
    VERIFY_DONE(session->execute("DELETE FROM reid_similarity_scores WHERE deer_id IN (SELECT id FROM deer LIMIT 2)"));
    const Done loaded = run(Source::Stored);
    VERIFY_DONE(loaded);
    QCOMPARE(check(**loaded, "coverage")->outcome, Check::Outcome::Fail);
    QCOMPARE((*loaded)->recommendation.status, Status::Abstain);
}

void TestLoad::everyChangeIsSeen_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("seen");
    const auto row = [](const char *name, const char *change, bool seen = true) {
        QTest::newRow(name) << QByteArray(change) << seen;
    };
    row("nothing", "SELECT 1", false);
    row("vacuumed", "VACUUM (FREEZE) detections; ANALYZE", false);
    row("two deer exchanged",
        "UPDATE detections a SET deer_id = b.deer_id FROM detections b WHERE a.deer_id <> b.deer_id AND a.id IN "
        "(SELECT "
        "min(id::text)::uuid FROM detections WHERE deer_id IS NOT NULL) AND b.id IN (SELECT max(id::text)::uuid FROM "
        "detections WHERE deer_id IS NOT NULL AND deer_id <> a.deer_id)");
    row("a vector", "UPDATE detections SET feature_vector[1] = 0.5 WHERE id IN (SELECT id FROM detections LIMIT 1)");
    row("a box", "UPDATE detections SET bbox = '{}' WHERE id IN (SELECT id FROM detections LIMIT 1)");
    row("the same again", "UPDATE detections SET is_valid = is_valid WHERE id IN (SELECT id FROM detections LIMIT 1)");
    row("a profile", "UPDATE deer SET feature_vector[1] = 0.5 WHERE id IN (SELECT id FROM deer LIMIT 1)");
    row("a photo's time", "UPDATE images SET \"timestamp\" = now() WHERE id IN (SELECT id FROM images LIMIT 1)");
    row("a location's name", "UPDATE locations SET name = 'Elsewhere' WHERE id IN (SELECT id FROM locations LIMIT 1)");
    row("one for another",
        "WITH gone AS (DELETE FROM detections WHERE id IN (SELECT id FROM detections WHERE deer_id IS "
        "NULL LIMIT 1) RETURNING *) INSERT INTO images SELECT * FROM images WHERE false; "
        "INSERT INTO detections SELECT * FROM detections WHERE false");
    row("a stored score", "INSERT INTO reid_similarity_scores (detection_id, deer_id, similarity_score, sex_match, "
                          "matched, threshold_used) SELECT d.id, e.id, 0.5, true, false, 0.7 FROM detections d, deer e "
                          "LIMIT 1");
    // These leave every row's version as it is.
    row("a column dropped", "ALTER TABLE detections DROP COLUMN corrected_classification");
    row("a column renamed", "ALTER TABLE detections RENAME COLUMN is_valid TO accepted");
    row("a column added", "ALTER TABLE detections DROP COLUMN is_duplicate; ALTER TABLE detections ADD COLUMN "
                          "is_duplicate boolean NOT NULL DEFAULT true");
    row("a table's name and back", "ALTER TABLE deer RENAME TO herd; ALTER TABLE herd RENAME TO deer", false);
}

void TestLoad::everyChangeIsSeen()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, seen);
    VERIFY_DONE(write(smallWorld()));
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    const Result<Fingerprint> before = readFingerprint(**database);
    VERIFY_DONE(before);
    QVERIFY(!before->rowVersions.empty());
    for (const QByteArray &statement : change.split(';'))
        VERIFY_DONE(sql(statement));
    const Result<Fingerprint> after = readFingerprint(**database);
    VERIFY_DONE(after);
    QCOMPARE(after->sameData(*before), !seen);
    VERIFY_DONE(sql("ALTER TABLE images RENAME TO photos"));
    VERIFY_DONE(sql("CREATE VIEW images AS SELECT * FROM photos"));
    const Result<Fingerprint> view = readFingerprint(**database);
    VERIFY_DONE(view);
    QVERIFY(view->rowVersions.empty() && !view->sameData(*view));
}

void TestLoad::keptAsItWas()
{
    VERIFY_DONE(write(smallWorld()));
    const Done loaded = run();
    VERIFY_DONE(loaded);
    Analysis analysis = **loaded;
    certify(analysis,
            {true,
             Certificate{.5, "2026-11-28T02:30:00Z", "ranger", 186, {"doe"}, "ab", 3, 910, 900, .05, .06, "2026-11-27"},
             {}});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("analysis.bin"));
    QVERIFY(!readAnalysis(path));
    VERIFY_DONE(writeAnalysis(analysis, path));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
             QFile::Permissions());
    const std::optional<Analysis> kept = readAnalysis(path);
    QVERIFY(kept);
    QCOMPARE(QJsonDocument(toJson(*kept)).toJson(), QJsonDocument(toJson(analysis)).toJson());
    QVERIFY(kept->options == analysis.options && kept->fingerprint == analysis.fingerprint);
    QVERIFY(std::ranges::equal(kept->data.matches, analysis.data.matches, [](const Match &a, const Match &b) {
        return a.best == b.best && a.bestProfile == b.bestProfile && a.others == b.others;
    }));
    for (int t = 0; t <= kTicksPerUnit; t += 50)
        QVERIFY(same(kept->evaluate(fromTicks(t)), analysis.evaluate(fromTicks(t))));
    QCOMPARE(kept->layers.unassigned.histogram(0, 1, .01), analysis.layers.unassigned.histogram(0, 1, .01));
    Analysis again = *kept;
    certify(again, {});
    QVERIFY(again.recommendation.status == (*loaded)->recommendation.status);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2) && file.putChar('\x55'));
    file.close();
    QVERIFY(!readAnalysis(path));
    VERIFY_DONE(writeAnalysis(analysis, path));
    QVERIFY(QFile::resize(path, file.size() - 5));
    QVERIFY(!readAnalysis(path));
    const Result<void> nowhere = writeAnalysis(analysis, folder.filePath(QStringLiteral("no/such/folder")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Storage);
}

void TestLoad::oneStateIsSeen()
{
    VERIFY_DONE(write(smallWorld()));
    bool changed = false;
    const Done loaded = run(Source::Best, {}, [&](const QString &stage, qint64, qint64) {
        if (stage == QLatin1String("profiles") && !changed) {
            changed = true;
            QVERIFY(sql("DELETE FROM detections WHERE deer_id IS NULL; DELETE FROM deer"));
        }
    });
    VERIFY_DONE(loaded);
    QVERIFY(changed);
    QCOMPARE((*loaded)->counts.detections, std::uint64_t(700));
    QCOMPARE((*loaded)->counts.profiles, std::uint64_t(smallWorld().data.profiles.size()));
}

void TestLoad::cancelledWhileReading()
{
    VERIFY_DONE(write(smallWorld()));
    const auto database = storage::Postgres::open(m_servers.settings().postgres);
    VERIFY_DONE(database);
    std::stop_source stop;
    const Done loaded =
        analyzeDatabase(**database, {}, Source::Best, stop.get_token(), [&](const QString &, qint64 done, qint64) {
            if (done > 0)
                stop.request_stop();
        });
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
    QVERIFY(!(*database)->isOpen()); // what the server still sends of it can't be taken for the next one's
    VERIFY_DONE(run());
}

void TestLoad::connectionLostWhileReading()
{
    VERIFY_DONE(write(smallWorld()));
    bool ended = false;
    const Done loaded = run(Source::Best, {}, [&](const QString &stage, qint64, qint64) {
        if (stage == QLatin1String("profiles"))
            ended = m_servers.terminateConnections().hasValue();
    });
    QVERIFY(ended);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Unreachable);
}

void TestLoad::boxes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<float>("width");
    QTest::newRow("plain") << QByteArray(R"({"x":1,"y":2,"width":3.5,"height":4})") << 3.5F;
    QTest::newRow("other order") << QByteArray(R"({ "height" : 4e0, "width" : 3.5, "y":-2, "x" : 1 })") << 3.5F;
    QTest::newRow("missing") << QByteArray(R"({"x":1,"y":2,"width":3.5})") << 0.0F;
    QTest::newRow("text") << QByteArray(R"({"x":1,"y":2,"width":"3.5","height":4})") << 0.0F;
    QTest::newRow("no json") << QByteArray("nothing") << 0.0F;
    QTest::newRow("empty") << QByteArray() << 0.0F;
}

void TestLoad::boxes()
{
    QFETCH(QByteArray, json);
    QFETCH(float, width);
    QCOMPARE(readBox({json.constData(), static_cast<std::size_t>(json.size())}).width, width);
}

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"

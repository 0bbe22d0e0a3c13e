// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"
#include "core/reid/load/backfill.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/render/exportmaker.h"
#include "core/render/preview.h"
#include "core/render/report/gather.h"
#include "core/storage/connectioncheck.h"
#include "core/storage/imagepaths.h"
#include "core/trial/batch/rights.h"
#include "core/trial/review/certifier.h"
#include "core/trial/review/outcome.h"
#include "core/trial/review/sharedanswers.h"
#include "core/trial/review/sharedcertificates.h"
#include "core/trial/review/sharedtrials.h"
#include "tests/core/season/farm.h"
#include "tests/core/trial/source.h"
#include "tests/support/pooler.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace herdbook;
using exports::ExportRequest;
using test::Proxy;

namespace {

/// What a reader found, in words that differ when anything is missing; or its error.
using Reading = std::function<Result<QString>(const Settings &)>;

struct Reader
{
    const char *name;
    const char *file; ///< where it reads
    Reading read;
};

const QDateTime Now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);

ExportRequest requestOf(exports::ExportKind kind)
{
    ExportRequest request;
    request.kind = kind;
    request.start = QDate(2026, 9, 1);
    request.end = QDate(2026, 11, 22);
    request.includeCrops = false;
    return request;
}

/// What readers are asked about; of the database that initTestCase() fills.
struct Known
{
    std::shared_ptr<const reid::Dataset> data;
    std::shared_ptr<const trial::TrialRecord> trial;
};

Known &known()
{
    static Known one;
    return one;
}

/// What another client of a pooler may have left behind on a connection; for readers that are given theirs.
QString leftBehind;

Result<std::unique_ptr<storage::Postgres>> connect(const Settings &settings)
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres);
    if (connection && !leftBehind.isEmpty()) {
        if (const Result<void> left = (*connection)->runScript(leftBehind); !left)
            return left.error();
    }
    return connection;
}

Result<QString> report(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto data = render::gatherReport(**connection, requestOf(exports::ExportKind::Pdf), settings, {}, Now,
                                           [](const QString &) {}, {});
    if (!data)
        return data.error();
    const season::SeasonStatistics &season = data->season();
    QString words = QStringLiteral("%1 of %2 images at %3, %4 deer: ")
                        .arg(season.detections)
                        .arg(season.images)
                        .arg(season.locations.size())
                        .arg(season.knownDeer.size());
    for (const season::Counts &day : season.days)
        words += QString::number(day.total()) + u' ';
    for (const auto &camera : season.effort.cameras)
        words += camera.name + QString::number(camera.cameraDays()) + u' ';
    return words;
}

Result<QString> zip(const Settings &settings)
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("detections.zip"));
    ExportRequest request = requestOf(exports::ExportKind::Zip);
    request.includeCamtrapDp = true;
    const auto made = render::ExportMaker(
                          settings, [] { return Now; }, 1)
                          .make(request, target);
    if (!made)
        return QFile::exists(target) ? Result<QString>(QStringLiteral("an error, yet a file"))
                                     : Result<QString>(made.error());
    return QStringLiteral("%1 %2").arg(made->processed).arg(QString::fromLatin1(made->sha256));
}

Result<QString> preview(const Settings &settings)
{
    const auto found = render::estimateExport(settings, requestOf(exports::ExportKind::Zip));
    if (!found)
        return found.error();
    return QStringLiteral("%1 %2 %3").arg(found->detections).arg(found->images).arg(found->locations);
}

Result<QString> analysis(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto found = reid::analyzeDatabase(**connection, {}, reid::Source::Best, {});
    if (!found)
        return found.error();
    const reid::Counts &counts = (*found)->counts;
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(counts.detections)
        .arg(counts.assigned)
        .arg(counts.deer)
        .arg(counts.profiles)
        .arg((*found)->data.locations.size());
}

Result<QString> backfill(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto done = reid::backfill(**connection, 0.7, {});
    if (!done)
        return done.error();
    // What a broken run before had stored is not added again.
    const auto stored = (*connection)
                            ->one(QStringLiteral("SELECT count(*) AS n FROM reid_similarity_scores"), {},
                                  [](const storage::Row &row) { return row.integer("n"); });
    return stored ? Result<QString>(QString::number(*stored)) : Result<QString>(stored.error());
}

Result<QString> count(const Settings &settings)
{
    api::Database database(settings.postgres, std::chrono::milliseconds(settings.postgres.silenceSeconds * 1000));
    const auto found = database.countDetections(requestOf(exports::ExportKind::Zip), settings.siteTimeZone);
    return found ? Result<QString>(QString::number(*found)) : Result<QString>(found.error());
}

Result<QString> check(const Settings &settings)
{
    const storage::CheckReport report = storage::checkPostgres(settings.postgres, false);
    QString words;
    for (const storage::CheckStep &step : report.steps) {
        if (step.outcome == storage::CheckStep::Outcome::Failed)
            return Error{ErrorKind::Unreachable, step.detail};
        words += step.what + step.detail;
    }
    return words.remove(QString::number(settings.postgres.port));
}

/// Paths of all photos of the season, as the gallery asks for them.
Result<QString> pictures(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto columns = storage::Columns::probe(**connection, storage::Columns::Use::Analysis);
    if (!columns)
        return columns.error();
    QSet<QUuid> images;
    for (const reid::Detection &detection : known().data->detections)
        images << trial::toQUuid(detection.image);
    const auto paths = storage::readImagePaths(**connection, *columns, images);
    if (!paths)
        return paths.error();
    QStringList all = paths->values();
    all.sort();
    return all.join(u' ');
}

/// What a trial is drawn from.
Result<QString> trialSource(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto found = trial::readSource(**connection, known().data, QStringLiteral("vectors"), settings.imageFolder);
    if (!found)
        return found.error();
    QStringList seen;
    for (const QDateTime &first : (*found)->firstSeen)
        seen << first.toString(Qt::ISODate);
    seen.sort();
    return QStringLiteral("%1 paths, %2 cameras, %3, %4")
        .arg((*found)->paths.size())
        .arg((*found)->cameras.size())
        .arg(seen.join(u' '), (*found)->digest);
}

/// The trials, answers and certificates that others share.
Result<QString> sharing(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    const auto trials = trial::sharedTrials(**connection);
    if (!trials)
        return trials.error();
    const auto reviews = trial::sharedReviews(**connection, *known().trial);
    if (!reviews)
        return reviews.error();
    const auto rivals = trial::sharedRivals(**connection, *known().trial);
    if (!rivals)
        return rivals.error();
    const auto certificates = trial::sharedCertificates(**connection, true);
    if (!certificates)
        return certificates.error();
    const auto without = trial::sharedCertificates(**connection, false);
    if (!without)
        return without.error();
    const auto seed = trial::sharedSeed(**connection, known().trial->digest, 17, QStringLiteral("mo"));
    if (!seed)
        return seed.error();
    return QStringLiteral("%1 trials of %2, %3 answers, %4 rivals, %5 certificates, %6 trials without, seed %7")
        .arg(trials->size())
        .arg(trials->empty() ? QString() : trials->front().digest)
        .arg(reviews->empty() ? 0 : reviews->front().events.size())
        .arg(rivals->size())
        .arg(certificates->size())
        .arg(without->size())
        .arg(*seed);
}

/// A batch from its preview to its undoing. Whether the database keeps both sides of what was cut is told by `unkept`.
Result<QString> batch(const Settings &settings)
{
    auto connection = connect(settings);
    if (!connection)
        return connection.error();
    trial::BatchPlan plan{QUuid::createUuid(), QUuid::createUuid(), 0.6, QStringLiteral("mo@ranch"), {}, {}};
    for (const reid::Detection &detection : known().data->detections) {
        if (plan.changes.size() < 4 && !detection.assigned() && detection.valid && !detection.duplicate &&
            detection.sex() == known().data->profiles.front().sex)
            plan.changes.push_back({trial::toQUuid(detection.id), trial::toQUuid(known().data->profiles.front().id)});
    }
    const auto rights = trial::inspectRights(**connection);
    if (!rights)
        return rights.error();
    const auto before = trial::previewBatch(**connection, plan);
    if (!before)
        return before.error();
    const auto applied = trial::applyBatch(**connection, plan);
    if (!applied)
        return applied.error();
    const auto undoing = trial::previewUndo(**connection, plan.id);
    if (!undoing)
        return undoing.error();
    const auto undone = trial::undoBatch(**connection, plan.id, plan.by);
    if (!undone)
        return undone.error();
    const auto found = trial::findBatch(**connection, plan.id);
    if (!found)
        return found.error();
    const auto all = trial::allBatches(**connection);
    if (!all)
        return all.error();
    const auto ofTrial = trial::batchesOf(**connection, plan.trial);
    if (!ofTrial)
        return ofTrial.error();
    const auto open = trial::assignmentsNotUndone(**connection);
    if (!open)
        return open.error();
    return QStringLiteral(
               "%1, %2 ready of %3, %4 written, %5 to restore, %6 restored, found %7 %8, %9 of trial, %10 open")
        .arg(rights->missing.join(u','))
        .arg(before->ready)
        .arg(before->allBefore.all)
        .arg(applied->written)
        .arg(undoing->restored)
        .arg(undone->restored)
        .arg(*found ? (*found)->sightings.size() : 0)
        .arg(all->size())
        .arg(ofTrial->size())
        .arg(*open);
}

const QString Again =
    QStringLiteral("DELETE FROM reid_similarity_scores; UPDATE detections d SET deer_id = a.old_deer_id FROM "
                   "herdbook.assignment a WHERE a.detection_id = d.id; DELETE FROM herdbook.sighting; "
                   "DELETE FROM herdbook.assignment; DELETE FROM herdbook.batch; SELECT 1");

/// Rows written that the journal doesn't know, or the other way round.
const QString Unkept = QStringLiteral(
    "SELECT count(*)::text FROM herdbook.assignment a JOIN detections d ON d.id = a.detection_id WHERE d.deer_id IS "
    "DISTINCT "
    "FROM CASE WHEN a.outcome = 'written' AND a.undo_outcome IS DISTINCT FROM 'restored' THEN a.new_deer_id ELSE "
    "a.old_deer_id END");

const std::vector<Reader> &readers()
{
    static const std::vector<Reader> list{
        {"report", "core/season/seasonquery.cpp", report},
        {"report", "core/season/effort/effortquery.cpp", report},
        {"report", "core/season/unplaced.cpp", report},
        {"zip", "core/season/detectionrows.cpp", zip},
        {"zip", "core/render/exportmaker.cpp", zip},
        {"zip", "core/render/report/boxunit.cpp", zip},
        {"preview", "core/render/preview.cpp", preview},
        {"analysis", "core/reid/load/detections.cpp", analysis},
        {"analysis", "core/reid/load/profiles.cpp", analysis},
        {"analysis", "core/reid/load/rowversions.cpp", analysis},
        {"backfill", "core/reid/load/backfill.cpp", backfill},
        {"count", "core/api/database.cpp", count},
        {"check", "core/storage/postgrescheck.cpp", check},
        {"check", "core/storage/columns.cpp", check},
        {"check", "core/storage/zones.cpp", check},
        {"report", "core/storage/snapshot.cpp", report},
        {"pictures", "core/storage/imagepaths.cpp", pictures},
        {"trial's source", "core/trial/review/readsource.cpp", trialSource},
        {"sharing", "core/trial/review/sharedanswers.cpp", sharing},
        {"sharing", "core/trial/review/sharedcertificates.cpp", sharing},
        {"sharing", "core/trial/review/sharedtrials.cpp", sharing},
        {"batch", "core/trial/batch/applybatch.cpp", batch},
        {"batch", "core/trial/batch/batchstatements.cpp", batch},
        {"batch", "core/trial/batch/deployed.cpp", batch},
        {"batch", "core/trial/batch/preview.cpp", batch},
        {"batch", "core/trial/batch/queries.cpp", batch},
        {"batch", "core/trial/batch/rights.cpp", batch},
        {"batch", "core/trial/batch/schema.cpp", batch},
        {"batch", "core/trial/batch/undobatch.cpp", batch},
        {"batch", "core/trial/batch/writing.cpp", batch},
    };
    return list;
}

/// Readers with tests of their own for a lost connection, and those that have nothing to lose.
const QSet<QString> Elsewhere{
    QStringLiteral("core/storage/postgresmonitor.cpp"), // one row: SELECT 1
    QStringLiteral("core/storage/postgres.h"),          // the client itself: test_reading
};

/// Where QtSql reads local SQLite files. PostgreSQL's rows come from storage::Postgres alone: a QSqlQuery's end and its error look alike.
const QSet<QString> Sqlite{QStringLiteral("core/jobs/jobhistory.cpp"), QStringLiteral("core/trial/review/store.cpp"),
                           QStringLiteral("core/trial/review/store.h"),
                           QStringLiteral("core/trial/review/storedanswers.cpp"),
                           QStringLiteral("core/storage/localversion.cpp")};

bool readsPostgres(const QString &text)
{
    static const QRegularExpression call(QStringLiteral(
        R"((onnection|atabase|onnection\)|atabase\)|db)\s*(->|\.)\s*(each|all|one|read|copy|copyEach)\(|single(Text|Number)\(\s*connection)"));
    return text.contains(QLatin1String("storage")) && call.match(text).hasMatch();
}

} // namespace

/// Every reader of PostgreSQL there is, with the connection broken or frozen everywhere: the result is whole or an error.
class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReaderIsHere();
    void cutOrFrozenItIsWholeOrAnError_data();
    void cutOrFrozenItIsWholeOrAnError();
    void behindAPooler_data();
    void behindAPooler();
    void whateverTheSessionIsSetTo_data();
    void whateverTheSessionIsSetTo();
    void aTrialsBoxesAreOfOneUnit();

private:
    void share();
    /// Puts back what a reader writes, so that each run of it finds the same.
    bool again(const QString &reader)
    {
        return (reader != QLatin1String("backfill") && reader != QLatin1String("batch")) || m_servers.sql(Again);
    }

    test::Servers m_servers;
};

void TestReaders::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    // Of an empty image folder nobody could tell which photos there are.
    QFile mounted(m_servers.settings().imageFolder + QStringLiteral("/mounted"));
    QVERIFY(mounted.open(QIODevice::WriteOnly));
    auto connection = ::connect(m_servers.settings());
    QVERIFY(connection);
    test::Farm farm;
    farm.season(QDate(2026, 9, 1), QDate(2026, 11, 20), 1.2);
    QVERIFY(farm.store(**connection));
    QVERIFY((*connection)
                ->runScript(QStringLiteral(
                    "UPDATE deer SET feature_vector = (SELECT array_agg(sin(n * (1 + ascii(right(deer.id::text, 1))))) "
                    "FROM generate_series(1, 32) n)::real[];"
                    "UPDATE detections SET feature_vector = (SELECT array_agg(sin(n * (1 + "
                    "ascii(right(detections.id::text, "
                    "1))))) FROM generate_series(1, 32) n)::real[]; ANALYZE")));
    const auto analysis = reid::analyzeDatabase(**connection, {}, reid::Source::Best, {});
    QVERIFY2(analysis, qPrintable(test::reason(analysis)));
    known().data = {*analysis, &(*analysis)->data};
    share();
}

/// A trial that is finished, and shared.
void TestReaders::share()
{
    auto connection = ::connect(m_servers.settings());
    QVERIFY(connection);
    const auto migrated = trial::migrateSchema(**connection, 0, trial::kSchemaVersion);
    QVERIFY2(migrated, qPrintable(test::reason(migrated)));
    const trial::simulation::SimulatedSource source = trial::simulation::simulatedSource();
    known().trial = trial::simulation::simulatedTrial(source);
    const QString reviewer = known().trial->reviewers.front();
    const std::vector<trial::ReviewerEvents> events{
        {reviewer, trial::simulation::review(known().trial, [&](const trial::Pair &pair) {
             return trial::simulation::truth(source, pair);
         })}};
    const QTemporaryDir folder;
    const auto store = trial::TrialStore::open(folder.filePath(QStringLiteral("trials.sqlite")));
    QVERIFY(store && (*store)->save(*known().trial));
    for (const trial::ReviewEvent &event : events.front().events)
        QVERIFY((*store)->append(known().trial->id, reviewer, event));
    QVERIFY((*store)->saveCertificate(trial::concludeTrial(known().trial, events).certificate));
    const auto shared = trial::exchangeAnswers(**connection, **store, *known().trial, reviewer);
    QVERIFY2(shared, qPrintable(test::reason(shared)));
    const auto found = sharing(m_servers.settings());
    QVERIFY2(found && found->contains(QLatin1String("1 certificates")), qPrintable(found.valueOr(test::reason(found))));
}

void TestReaders::everyReaderIsHere()
{
    QSet<QString> known = Elsewhere;
    for (const Reader &reader : readers())
        known.insert(QString::fromLatin1(reader.file));
    const QDir root(QStringLiteral(HERDBOOK_SOURCE_DIR));
    int found = 0;
    QStringList strays;
    for (const char *top : {"core", "ui", "app"}) {
        QDirIterator files(root.filePath(QString::fromLatin1(top)), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const QString name = root.relativeFilePath(file.fileName());
            if (text.contains(QLatin1String("QSqlQuery")) && !Sqlite.contains(name))
                strays << name;
            if (!readsPostgres(text))
                continue;
            ++found;
            QVERIFY2(known.contains(name),
                     qPrintable(name + QStringLiteral(" reads PostgreSQL: give it a line in readers()")));
        }
    }
    QVERIFY(found >= 10);
    QVERIFY2(strays.isEmpty(), qPrintable(strays.join(u' ') + QStringLiteral(": QSqlQuery reads SQLite only")));
}

void TestReaders::cutOrFrozenItIsWholeOrAnError_data()
{
    QTest::addColumn<int>("reader");
    QTest::addColumn<bool>("freeze");
    QSet<QString> names;
    for (std::size_t i = 0; i < readers().size(); ++i) {
        const QString name = QString::fromLatin1(readers()[i].name);
        if (names.contains(name))
            continue;
        names.insert(name);
        QTest::newRow(qPrintable(name + QStringLiteral(", cut"))) << static_cast<int>(i) << false;
        QTest::newRow(qPrintable(name + QStringLiteral(", frozen"))) << static_cast<int>(i) << true;
    }
}

void TestReaders::cutOrFrozenItIsWholeOrAnError()
{
    QFETCH(int, reader);
    QFETCH(bool, freeze);
    const Reading read = readers()[static_cast<std::size_t>(reader)].read;
    const QString name = QString::fromLatin1(readers()[static_cast<std::size_t>(reader)].name);
    Proxy proxy(m_servers.settings().postgres);
    Settings settings = m_servers.settings();
    settings.postgres = proxy.settings();
    settings.postgres.connectSeconds = settings.postgres.statementSeconds = settings.postgres.silenceSeconds = 30;
    const Settings patient = settings;
    if (freeze)
        settings.postgres.connectSeconds = settings.postgres.statementSeconds = settings.postgres.silenceSeconds = 1;
    QVERIFY(again(name));
    const Result<QString> whole = read(patient);
    QVERIFY2(whole, qPrintable(test::reason(whole)));
    const qint64 bytes = proxy.passed();
    const int points = freeze ? 2 : bytes < 25'000 ? static_cast<int>(bytes / 200) : 30;
    qInfo("%lld bytes, every %lld", static_cast<long long>(bytes), static_cast<long long>(bytes / points));
    int errors = 0;
    for (int point = 0; point < points; ++point) {
        QVERIFY(again(name));
        proxy.arm(freeze ? Proxy::Fault::Freeze : Proxy::Fault::Cut, 1 + (bytes - 1) * point / points);
        const Result<QString> broken = read(settings);
        if (broken)
            QVERIFY2(*broken == *whole, qPrintable(QStringLiteral("after %1 of %2 bytes: %3 instead of %4")
                                                       .arg((bytes - 1) * point / points)
                                                       .arg(bytes)
                                                       .arg(*broken, *whole)));
        else
            QVERIFY2(++errors > 0 && broken.error().kind != ErrorKind::Cancelled, qPrintable(broken.error().message));
        if (name == QLatin1String("batch"))
            QCOMPARE(m_servers.sql(Unkept).valueOr({}), QStringLiteral("0"));
        if (!broken && freeze)
            QVERIFY2(broken.error().message.contains(QLatin1String("answer")), qPrintable(broken.error().message));
    }
    QVERIFY(errors > points / 2);
    proxy.heal();
    QVERIFY(again(name));
    const Result<QString> healed = read(patient);
    QVERIFY2(healed && *healed == *whole, qPrintable(test::reason(healed)));
}

void TestReaders::behindAPooler_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("session") << QStringLiteral("session");
    QTest::newRow("transaction") << QStringLiteral("transaction");
}

void TestReaders::behindAPooler()
{
    QFETCH(QString, mode);
    test::Pooler pooler;
    const auto started = pooler.start(m_servers.settings().postgres, mode);
    QVERIFY2(started, qPrintable(test::reason(started)));
    Settings settings = m_servers.settings();
    std::vector<QString> expected;
    std::vector<Reading> all;
    for (const Reading &read : {Reading(report), Reading(zip), Reading(preview), Reading(count), Reading(analysis),
                                Reading(pictures), Reading(trialSource), Reading(sharing)}) {
        const Result<QString> direct = read(settings);
        QVERIFY2(direct, qPrintable(test::reason(direct)));
        expected.push_back(*direct);
        all.push_back(read);
    }
    settings.postgres = pooler.settings();
    QStringList faults;
    std::mutex mutex;
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&, worker] {
                for (int turn = 0; turn < 10; ++turn) {
                    const std::size_t at = static_cast<std::size_t>(worker + turn) % all.size();
                    const Result<QString> found = all[at](settings);
                    const std::lock_guard lock(mutex);
                    if (!found)
                        faults << found.error().message;
                    else if (*found != expected[at])
                        faults << *found + QStringLiteral(" instead of ") + expected[at];
                }
            });
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 of 40: %2").arg(faults.size()).arg(faults.value(0))));
    const Result<QString> added = backfill(settings);
    QVERIFY2(added, qPrintable(test::reason(added)));
    QVERIFY(*added != QLatin1String("0"));
    QVERIFY(m_servers.sql(Again));
    const Result<QString> done = batch(settings);
    QVERIFY2(done, qPrintable(test::reason(done)));
}

void TestReaders::whateverTheSessionIsSetTo_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("refusal"); ///< what an error may say; empty: there is none
    QTest::newRow("how values are written and compared")
        << QStringLiteral(
               "SET bytea_output = escape; SET datestyle = 'SQL, DMY'; SET intervalstyle = sql_standard; SET timezone "
               "= 'Asia/Kathmandu'; SET extra_float_digits = -15; SET standard_conforming_strings = off; SET "
               "backslash_quote = off; SET transform_null_equals = on; SET array_nulls = off; SET "
               "quote_all_identifiers = on; SET default_transaction_isolation = serializable; SET "
               "default_transaction_deferrable = on; SET row_security = off; SET xmloption = document; SET "
               "timezone_abbreviations = 'Australia'; SET plan_cache_mode = force_generic_plan")
        << QString();
    QTest::newRow("no search path") << QStringLiteral("SET search_path = ''")
                                    << QStringLiteral("search_path|Missing: images");
    // Under load PostgreSQL also calls it a user's request, and a connection by the pooler was seen to end: errors all, never a part.
    QTest::newRow("no time") << QStringLiteral("SET statement_timeout = 1")
                             << QStringLiteral("statement timeout|due to user request|The connection to .* was lost");
    QTest::newRow("read only") << QStringLiteral("SET default_transaction_read_only = on")
                               << QStringLiteral("read.only");
    QTest::newRow("another encoding") << QStringLiteral("SET client_encoding = LATIN1") << QStringLiteral("encoding");
}

void TestReaders::whateverTheSessionIsSetTo()
{
    QFETCH(QString, settings);
    QFETCH(QString, refusal);
    test::Pooler pooler;
    const auto started = pooler.start(m_servers.settings().postgres, QStringLiteral("transaction"));
    QVERIFY2(started, qPrintable(test::reason(started)));
    Settings pooled = m_servers.settings();
    pooled.postgres = pooler.settings();
    // Another client, on every connection that the pooler has.
    std::vector<std::unique_ptr<storage::Postgres>> others;
    for (int i = 0; i < 2; ++i) {
        others.push_back(*storage::Postgres::open(pooled.postgres));
        const auto set = others.back()->runScript(QStringLiteral("BEGIN"));
        QVERIFY2(set, qPrintable(test::reason(set)));
    }
    for (const auto &other : others)
        (void)other->runScript(settings + QStringLiteral("; COMMIT"));
    others.clear();
    QSet<QString> done;
    for (const Reader &reader : readers()) {
        const QString name = QString::fromLatin1(reader.name);
        if (done.contains(name))
            continue;
        done << name;
        QVERIFY(again(name));
        const Result<QString> whole = reader.read(m_servers.settings());
        QVERIFY2(whole, qPrintable(test::reason(whole)));
        for (const bool own : {true, false}) {
            QVERIFY(again(name));
            leftBehind = own ? settings : QString();
            const Result<QString> found = reader.read(own ? m_servers.settings() : pooled);
            leftBehind.clear();
            const QString said = found ? *found : found.error().message;
            const bool refused = !refusal.isEmpty() && said.contains(QRegularExpression(refusal));
            QVERIFY2((found && said == *whole) || refused, qPrintable(name + u": " + said + u" instead of " + *whole));
        }
    }
}

/// Fractions where all of the database are; else a box of fractions is none, and its picture isn't shown.
void TestReaders::aTrialsBoxesAreOfOneUnit()
{
    auto connection = ::connect(m_servers.settings());
    QVERIFY(connection);
    auto data = std::make_shared<reid::Dataset>(*known().data);
    for (reid::Detection &detection : data->detections)
        detection.box = {0.25F, 0.5F, 0.5F, 0.25F};
    const QString folder = m_servers.settings().imageFolder;
    const auto read = [&] { return trial::readSource(**connection, data, QStringLiteral("vectors"), folder); };
    QVERIFY((*connection)
                ->runScript(QStringLiteral(
                    R"(UPDATE detections SET bbox = '{"x": 0.25, "y": 0.5, "width": 0.5, "height": 0.25}')")));
    auto source = read();
    QVERIFY2(source, qPrintable(test::reason(source)));
    QVERIFY((*source)->boxUnit == render::BoxUnit::Fractions);
    QFile photo(folder + (*source)->paths.values().value(0).mid(QStringLiteral("/mnt/images").size()));
    QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write("a photo") > 0);
    photo.close();
    source = read();
    QVERIFY2(source, qPrintable(test::reason(source)));
    QVERIFY(std::find((*source)->shown.begin(), (*source)->shown.end(), true) != (*source)->shown.end());
    QVERIFY((*connection)
                ->runScript(
                    QStringLiteral(R"(UPDATE detections SET bbox = '{"x": 100, "y": 80, "width": 200, "height": 150}' )"
                                   "WHERE id = (SELECT id FROM detections LIMIT 1)")));
    source = read();
    QVERIFY2(source, qPrintable(test::reason(source)));
    QVERIFY((*source)->boxUnit == render::BoxUnit::Pixels);
    QVERIFY(std::find((*source)->shown.begin(), (*source)->shown.end(), true) == (*source)->shown.end());
}

QTEST_MAIN(TestReaders)
#include "test_readers.moc"

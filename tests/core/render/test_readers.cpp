// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"
#include "core/reid/load/backfill.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/render/exportmaker.h"
#include "core/render/preview.h"
#include "core/render/report/gather.h"
#include "core/storage/connectioncheck.h"
#include "tests/core/reports/farm.h"
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

Result<std::unique_ptr<storage::Postgres>> connect(const Settings &settings)
{
    return storage::Postgres::open(settings.postgres);
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
    const reports::SeasonStatistics &season = data->season();
    QString words = QStringLiteral("%1 of %2 images at %3, %4 deer: ")
                        .arg(season.detections)
                        .arg(season.images)
                        .arg(season.locations.size())
                        .arg(season.knownDeer.size());
    for (const reports::Counts &day : season.days)
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
    return words;
}

const std::vector<Reader> &readers()
{
    static const std::vector<Reader> list{
        {"report", "core/reports/seasonquery.cpp", report},
        {"report", "core/reports/individualsquery.cpp", report},
        {"report", "core/reports/effort/effortquery.cpp", report},
        {"zip", "core/reports/detectionrows.cpp", zip},
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
    };
    return list;
}

/// Readers with tests of their own for a lost connection, and those that have nothing to lose.
const QSet<QString> Elsewhere{
    QStringLiteral("core/storage/postgresmonitor.cpp"), // one row: SELECT 1
    QStringLiteral("core/storage/postgres.h"),          // the client itself: test_reading
    QStringLiteral("ui/reid/gallery/croploader.cpp"),   // passes the reading's Result on
    QStringLiteral("ui/reid/gallery/pictureindex.cpp"), // the same; nothing is left out where it failed
};

/// Where QtSql reads local SQLite files. PostgreSQL's rows come from storage::Postgres alone: a QSqlQuery's end and its error look alike.
const QSet<QString> Sqlite{QStringLiteral("core/jobs/jobhistory.cpp"), QStringLiteral("core/trial/review/store.cpp"),
                           QStringLiteral("core/trial/review/store.h"),
                           QStringLiteral("core/storage/localversion.cpp")};

bool readsPostgres(const QString &text)
{
    static const QRegularExpression call(QStringLiteral(
        R"((onnection|atabase|onnection\)|atabase\)|db)\s*(->|\.)\s*(each|all|one|read|copy|copyEach)\()"));
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

private:
    test::Servers m_servers;
};

void TestReaders::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
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
            // The trial's statements are broken off one by one in tests/core/trial.
            if (name.startsWith(QLatin1String("core/trial/")) || !readsPostgres(text))
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
    Proxy proxy(m_servers.settings().postgres);
    Settings settings = m_servers.settings();
    settings.postgres = proxy.settings();
    settings.postgres.connectSeconds = settings.postgres.statementSeconds = settings.postgres.silenceSeconds =
        freeze ? 1 : 30;
    QVERIFY(m_servers.sql(QStringLiteral("DELETE FROM reid_similarity_scores RETURNING 1")));
    const Result<QString> whole = read(settings);
    QVERIFY2(whole, qPrintable(test::reason(whole)));
    const qint64 bytes = proxy.passed();
    const int points = freeze ? 2 : static_cast<int>(std::clamp<qint64>(bytes / 200, 20, 40));
    int errors = 0;
    for (int point = 0; point < points; ++point) {
        QVERIFY(m_servers.sql(QStringLiteral("DELETE FROM reid_similarity_scores RETURNING 1")));
        proxy.arm(freeze ? Proxy::Fault::Freeze : Proxy::Fault::Cut, 1 + (bytes - 1) * point / points);
        const Result<QString> broken = read(settings);
        if (broken)
            QVERIFY2(*broken == *whole, qPrintable(QStringLiteral("after %1 of %2 bytes: %3 instead of %4")
                                                       .arg((bytes - 1) * point / points)
                                                       .arg(bytes)
                                                       .arg(*broken, *whole)));
        else
            QVERIFY2(++errors > 0 && broken.error().kind != ErrorKind::Cancelled, qPrintable(broken.error().message));
        if (!broken && freeze)
            QVERIFY2(broken.error().message.contains(QLatin1String("answer")), qPrintable(broken.error().message));
    }
    QVERIFY(errors > points / 2);
    proxy.heal();
    const Result<QString> again = read(settings);
    QVERIFY2(again && *again == *whole, qPrintable(test::reason(again)));
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
    for (const Reading &read : {Reading(report), Reading(zip), Reading(preview), Reading(count), Reading(analysis)}) {
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
}

QTEST_MAIN(TestReaders)
#include "test_readers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// herdbook-analyze as it is run: exit codes, what it prints, what it writes.
#include "core/config/environment.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>

using namespace herdbook;
using namespace herdbook::reid::simulation;

class TestAnalyze : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void recommendsAndWritesEverything();
    void jsonHasTheDocumentedFields();
    void exitCodes_data();
    void exitCodes();
    void abstainsWithItsExitCode();
    void noDataHasItsExitCode();
    void unreachableHasItsExitCode();
    void beforeAFrozenDatabase_data();
    void beforeAFrozenDatabase();
    void unwritableFolderFails();
    void aFullDiskIsSaid();
    void backfillAddsRows();
    void backfillSaysWhatItLeavesOut();

private:
    struct Ended
    {
        int code = -1;
        QByteArray output, errors;
    };
    /// Starts it; what it prints goes to a file where one is named.
    void start(QProcess &process, const QStringList &arguments, const PostgresSettings &postgres) const;
    Ended run(const QStringList &arguments, const PostgresSettings *postgres = nullptr);
    void write(Situation situation);

    test::Servers m_servers;
};

void TestAnalyze::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestAnalyze::init()
{
    QVERIFY(m_servers.freshDatabase());
}

void TestAnalyze::start(QProcess &process, const QStringList &arguments, const PostgresSettings &postgres) const
{
    Settings settings = m_servers.settings();
    settings.postgres = postgres;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const Variables variables = variablesFromSettings(settings);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-analyze"), arguments);
}

TestAnalyze::Ended TestAnalyze::run(const QStringList &arguments, const PostgresSettings *postgres)
{
    QProcess process;
    start(process, arguments, postgres != nullptr ? *postgres : m_servers.settings().postgres);
    process.waitForFinished(300'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestAnalyze::write(Situation situation)
{
    Result<demo::PgSession> session = demo::PgSession::open(m_servers.settings().postgres);
    QVERIFY(session);
    const Result<void> written = writeWorld(*session, simulate(situation, 5, 2500, 50, 25));
    QVERIFY2(written, qPrintable(test::reason(written)));
}

void TestAnalyze::recommendsAndWritesEverything()
{
    write(Situation::Plain);
    QTemporaryDir folder;
    const QDir out(folder.filePath(QStringLiteral("new/report")));
    const Ended ended = run({QStringLiteral("--out"), out.path()});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY(ended.errors.isEmpty()); // quiet in a pipe
    QVERIFY2(ended.output.contains("Recommend 0.") || ended.output.contains("TrialOnly 0."), ended.output.constData());

    QCOMPARE(
        out.entryList(QDir::Files | QDir::Hidden),
        (QStringList{QStringLiteral("analysis.json"), QStringLiteral("histogram.png"), QStringLiteral("histogram.svg"),
                     QStringLiteral("report.md"), QStringLiteral("report.pdf"), QStringLiteral("sweep.csv")}));
    const auto read = [&](const char *name) {
        QFile file(out.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QImage picture(out.filePath(QStringLiteral("histogram.png")));
    QVERIFY(picture.width() > 1000);
    QVERIFY(QSvgRenderer(read("histogram.svg")).isValid());
    QVERIFY(read("report.pdf").startsWith("%PDF-"));
    QProcess words; // poppler-utils, of the tests' packages
    words.start(QStringLiteral("pdftotext"), {out.filePath(QStringLiteral("report.pdf")), QStringLiteral("-")});
    QVERIFY(words.waitForFinished());
    const QByteArray text = words.readAllStandardOutput();
    for (const char *part : {"Recommendation", "Distribution", "Tested thresholds", "Trade-off", "DET curve",
                             "optimistic", "Likeness of the profiles", "By sex", "Why so few are assigned",
                             "Is the data sound?", "Natural clusters", "By class", "By location"})
        QVERIFY2(text.contains(part), part);
    const QByteArray markdown = read("report.md");
    QVERIFY(markdown.startsWith("# Re-identification threshold analysis\n"));
    // Why so few are assigned is answered first.
    const QJsonObject found = QJsonDocument::fromJson(read("analysis.json")).object();
    const QByteArray why =
        found[QStringLiteral("recommendation")].toObject()[QStringLiteral("why_so_few")].toString().toUtf8();
    const auto comesFirst = [&why](const QByteArray &document) {
        const QByteArray all = document.simplified();
        return !why.isEmpty() && all.contains(why) && all.indexOf(why) < all.indexOf("Recommendation");
    };
    QVERIFY2(comesFirst(markdown), markdown.constData());
    QVERIFY2(comesFirst(text), text.constData());
    const QList<QByteArray> rows = read("sweep.csv").split('\n');
    QVERIFY(rows.first().startsWith("threshold,new,assigned,rate,gain,"));
    const auto sex = rows.first().split(',').indexOf("sex");
    const auto ofAll = std::count_if(rows.begin() + 1, rows.end(), [sex](const QByteArray &row) {
        return row.split(',').value(sex, QByteArrayLiteral("end")).isEmpty();
    });
    QCOMPARE(ofAll, 161); // 0.20 to 1.00 by 0.005; every threshold tested is on the grid
    QVERIFY(QJsonDocument::fromJson(read("analysis.json")).object().contains(QStringLiteral("recommendation")));
}

void TestAnalyze::jsonHasTheDocumentedFields()
{
    write(Situation::Plain);
    const Ended ended = run({QStringLiteral("--json"), QStringLiteral("--thresholds"), QStringLiteral("0.7,0.625"),
                             QStringLiteral("--seed"), QStringLiteral("3")});
    QCOMPARE(ended.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(ended.output).object();
    QCOMPARE(json[QStringLiteral("schema_version")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("seed")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("current_threshold")].toDouble(), .7);
    const QJsonObject counts = json[QStringLiteral("counts")].toObject();
    QCOMPARE(counts[QStringLiteral("detections")].toInt(), 2500);
    QCOMPARE(counts[QStringLiteral("profiles")].toInt(), 24); // one of the 25 is never seen
    for (const char *field : {"assigned", "eligible", "unassigned_eligible"})
        QVERIFY(counts[QLatin1String(field)].toInt() > 0);
    const QJsonArray sweep = json[QStringLiteral("sweep")].toArray();
    QCOMPARE(sweep.size(), 2);
    QCOMPARE(sweep[1].toObject()[QStringLiteral("threshold")].toDouble(), .625);
    for (const char *field : {"new", "assigned", "rate", "gain", "fpir", "fdr", "fdr_upper"})
        QVERIFY(sweep[1].toObject()[QLatin1String(field)].isDouble());
    QVERIFY(sweep[0].toObject()[QStringLiteral("fdr")].isNull()); // nothing would be assigned there
    for (const char *field : {"clusters", "funnel", "integrity", "curve", "by_sex", "by_class", "by_location"})
        QVERIFY2(!json[QLatin1String(field)].toArray().isEmpty(), field);
    const QJsonObject recommendation = json[QStringLiteral("recommendation")].toObject();
    QVERIFY(recommendation[QStringLiteral("threshold")].isDouble());
    QVERIFY(!recommendation[QStringLiteral("reason")].toString().isEmpty());
    QCOMPARE(recommendation[QStringLiteral("goals")].toArray().size(), 3);
    // The same again, apart from the time it took.
    QJsonObject again =
        QJsonDocument::fromJson(
            run({QStringLiteral("--json"), QStringLiteral("--thresholds"), QStringLiteral("0.7,0.625"),
                 QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--threads"), QStringLiteral("1")})
                .output)
            .object();
    QJsonObject first = json;
    for (const char *field : {"made_at", "seconds"}) {
        first.remove(QLatin1String(field));
        again.remove(QLatin1String(field));
    }
    QVERIFY(first == again);
}

void TestAnalyze::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0;
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0;
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")} << 2;
    QTest::newRow("argument") << QStringList{QStringLiteral("nonsense")} << 2;
    QTest::newRow("thresholds") << QStringList{QStringLiteral("--thresholds=0.7,x")} << 2;
    QTest::newRow("threshold over 1") << QStringList{QStringLiteral("--thresholds=1.7")} << 2;
    QTest::newRow("alpha") << QStringList{QStringLiteral("--alpha=0")} << 2;
    QTest::newRow("seed") << QStringList{QStringLiteral("--seed=-1")} << 2;
    QTest::newRow("source") << QStringList{QStringLiteral("--source=guess")} << 2;
    QTest::newRow("backfill and json") << QStringList{QStringLiteral("--backfill"), QStringLiteral("--json")} << 2;
    QTest::newRow("missing env file") << QStringList{QStringLiteral("--env=/nowhere/at/all")} << 2;
}

void TestAnalyze::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Ended ended = run(arguments);
    QCOMPARE(ended.code, code);
    QCOMPARE(ended.errors.isEmpty(), code == 0);
}

void TestAnalyze::abstainsWithItsExitCode()
{
    write(Situation::NoSignal);
    const Ended ended = run({});
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.output.contains("Abstain"), ended.output.constData());
}

void TestAnalyze::noDataHasItsExitCode()
{
    const Ended ended = run({QStringLiteral("--json")});
    QCOMPARE(ended.code, 4);
    const QJsonObject row =
        QJsonDocument::fromJson(ended.output).object()[QStringLiteral("sweep")].toArray()[0].toObject();
    QVERIFY(row[QStringLiteral("rate")].isNull());
    QVERIFY(row[QStringLiteral("fdr")].isNull());
}

void TestAnalyze::unreachableHasItsExitCode()
{
    PostgresSettings nowhere = m_servers.settings().postgres;
    nowhere.host = QStringLiteral("127.0.0.1");
    nowhere.port = 1;
    for (int times = 0; times < 20; ++times) // ends at once, while what tried to connect is still being taken apart
        QCOMPARE(run({}, &nowhere).code, 5);
    QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE detections CASCADE")));
    const Ended ended = run({});
    QCOMPARE(ended.code, 5); // the schema doesn't fit
    QVERIFY(ended.errors.contains("table detections"));
}

void TestAnalyze::beforeAFrozenDatabase_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("percent"); ///< of the server's bytes that come; 100: the server is stopped in a statement
    QTest::addColumn<bool>("told");   ///< to end
    for (const bool told : {false, true}) {
        for (const int percent : {1, 60, 100})
            QTest::addRow("analysis, %d %%%s", percent, told ? ", told to end" : "")
                << QStringList{QStringLiteral("--json")} << percent << told;
        QTest::addRow("backfill%s", told ? ", told to end" : "")
            << QStringList{QStringLiteral("--backfill")} << 60 << told;
    }
}

/// It ends within the limits and says so; where it is told to end, it ends before them.
void TestAnalyze::beforeAFrozenDatabase()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, percent);
    QFETCH(bool, told);
    write(Situation::Plain);
    test::Proxy proxy(m_servers.settings().postgres);
    PostgresSettings settings = proxy.settings();
    QVERIFY(run({QStringLiteral("--json")}, &settings).code < 5);
    const qint64 bytes = proxy.passed(); // of an analysis; a backfill reads as much
    if (!told)
        settings.connectSeconds = settings.statementSeconds = settings.silenceSeconds = percent == 100 ? 8 : 1;
    const auto other = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(other && (*other)->runScript(percent == 100 ? QStringLiteral("BEGIN; LOCK TABLE deer") : QString()));
    if (percent < 100)
        proxy.arm(test::Proxy::Fault::Freeze, bytes * percent / 100);
    QProcess process;
    start(process, arguments, settings);
    const auto resume = qScopeGuard([this] { m_servers.postgres().resume(); });
    if (percent == 100) {
        QTRY_COMPARE(
            m_servers
                .sql(QStringLiteral("SELECT count(*)::text FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND "
                                    "datname = current_database()"))
                .valueOr({}),
            QStringLiteral("1"));
        m_servers.postgres().pause();
    } else if (told) {
        QTRY_VERIFY(proxy.broke());
    }
    if (told)
        process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(told ? "ancelled" : "does not answer"), said.constData());
    QCOMPARE(process.exitCode(), told ? 1 : 5);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

/// On disks of several sizes, and where what it prints goes to a full one.
void TestAnalyze::aFullDiskIsSaid()
{
    write(Situation::Plain);
    const QTemporaryDir folder;
    const QByteArray disk = QFile::encodeName(folder.path());
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        QSKIP("Mounting a small disk takes root");
    const QString out = folder.filePath(QStringLiteral("report"));
    int full = 0;
    for (const char *size : {"size=4k", "size=256k", "size=8m"}) {
        QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", 0, size), 0);
        const auto unmount = qScopeGuard([&disk] { ::umount2(disk.constData(), MNT_DETACH); });
        const Ended ended = run({QStringLiteral("--out"), out});
        if (ended.code == 0)
            continue;
        ++full;
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.errors.contains("the disk is full"), ended.errors.constData());
        QCOMPARE(ended.output, QByteArray());
    }
    QVERIFY(full >= 1 && full < 3);
    QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=4k"), 0);
    const auto unmount = qScopeGuard([&disk] { ::umount2(disk.constData(), MNT_DETACH); });
    QProcess process;
    process.setStandardOutputFile(folder.filePath(QStringLiteral("printed")));
    start(process, {QStringLiteral("--json")}, m_servers.settings().postgres);
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("can't be written"), said.constData());
}

void TestAnalyze::unwritableFolderFails()
{
    write(Situation::Plain);
    const Ended ended = run({QStringLiteral("--out"), QStringLiteral("/proc/nowhere")});
    QCOMPARE(ended.code, 1);
    QVERIFY(!ended.errors.isEmpty());
}

void TestAnalyze::backfillSaysWhatItLeavesOut()
{
    write(Situation::Plain);
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE detections SET feature_vector = NULL WHERE id = "
                                         "(SELECT id FROM detections ORDER BY id LIMIT 1)")));
    const Ended one = run({QStringLiteral("--backfill")});
    QCOMPARE(one.code, 0);
    QVERIFY2(one.output.contains("of 2499 detections added; 1 detection has no usable vector\n"),
             one.output.constData());
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE deer SET feature_vector = NULL")));
    const Ended none = run({QStringLiteral("--backfill")});
    QCOMPARE(none.code, 4);
    QVERIFY(none.output.isEmpty());
    QVERIFY2(none.errors.contains("No deer has a usable vector"), none.errors.constData());
}

void TestAnalyze::backfillAddsRows()
{
    write(Situation::Plain);
    const Ended ended = run({QStringLiteral("--backfill")});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY(ended.output.contains("of 2500 detections added"));
    QVERIFY(run({QStringLiteral("--backfill")}).output.startsWith("0 scores"));
    const Ended stored = run({QStringLiteral("--source=scores")});
    QCOMPARE(stored.code, 3); // read, but nobody can judge new assignments without vectors
    QVERIFY2(stored.output.contains("compute from vectors"), stored.output.constData());
}

QTEST_GUILESS_MAIN(TestAnalyze)
#include "test_analyze.moc"

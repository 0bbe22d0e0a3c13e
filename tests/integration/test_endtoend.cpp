// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/session.h"
#include "core/demo/demoranch.h"
#include "core/exports/jobstore.h"
#include "core/storage/postgres.h"
#include "tests/support/cputime.h"
#include "ui/jobs/table/jobtablemodel.h"
#include "ui/reid/reidpage.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <sys/stat.h>
#include <zip.h>

using namespace herdbook;

/// The whole chain on a small demo ranch: the form filled in by events, the queue in Redis, a real worker process, the file, the
/// status back in the table; and what the files hold, against SQL.
class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aReportIsMadeAndItsNumbersAreRight();
    void aDataSetIsMadeAndItsRowsAreCounted();
    void aWrongFieldSaysSoAtOnceAndQueuesNothing();
    void aChangeOfStatusIsSoonOnScreen();
    void anotherDatabaseOfTheProfileIsNotShownThisOnesResult();
    void cleanupTestCase();

private:
    template<class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void openSession(const Settings &settings);
    void choose(int kind);
    void type(const char *field, const QString &text);
    jobs::JobRowPtr rowTitled(const QString &title) const;
    bool isFinished(const QString &title) const
    {
        const jobs::JobRowPtr row = rowTitled(title);
        return row && row->isFinished();
    }
    void fillIn(int kind, const QDate &start, const QDate &end, const QString &title);
    QStringList row(const QString &sql, const QVariantList &values) const;
    QVariantList period() const;

    QTemporaryDir m_base;
    std::unique_ptr<QSettings> m_remembered;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<demo::DemoRanch> m_ranch;
    Settings m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Session> m_session;
    QDate m_start, m_end;
};

void TestEndToEnd::initTestCase()
{
    QVERIFY(m_base.isValid());
    ::chmod(QFile::encodeName(m_base.path()).constData(), 0711);
    m_remembered = std::make_unique<QSettings>(m_base.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_base.filePath(QStringLiteral("data"))));
    qputenv("XDG_CACHE_HOME", QFile::encodeName(m_base.filePath(QStringLiteral("cache"))));
    m_theme = std::make_unique<Theme>(*qApp, *m_remembered);

    demo::DemoRanch::Options options;
    options.folder = m_base.filePath(QStringLiteral("ranch"));
    options.worker = qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-worker");
    options.photos = 260;
    options.later = {.days = 0, .profiles = 0};
    QVERIFY2(QFile::exists(options.worker), qPrintable(options.worker));
    m_ranch = std::make_unique<demo::DemoRanch>(options);
    QString error;
    bool ready = false;
    connect(m_ranch.get(), &demo::DemoRanch::failed, this, [&](const Error &failure) { error = failure.message; });
    connect(m_ranch.get(), &demo::DemoRanch::ready, this, [&](const Settings &settings) {
        m_settings = settings;
        ready = true;
    });
    m_ranch->start();
    QTRY_VERIFY_WITH_TIMEOUT(ready || !error.isEmpty(), 180000);
    QVERIFY2(ready, qPrintable(error));

    m_window = std::make_unique<MainWindow>(*m_remembered, systemClock());
    openSession(m_settings);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->showPage(MainWindow::Page::Exports);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_end = QDateTime::currentDateTimeUtc().toTimeZone(m_settings.siteTimeZone).date();
    m_start = m_end.addDays(-30);
}

void TestEndToEnd::openSession(const Settings &settings)
{
    const Profile profile{QStringLiteral("test"), QStringLiteral("Test"), false, {}};
    m_session =
        std::make_unique<Session>(settings, profile, SessionPlaces::of(settings, profile), *m_remembered, *m_window);
}

/// As with --env: the profile stays, what it reaches is another.
void TestEndToEnd::anotherDatabaseOfTheProfileIsNotShownThisOnesResult()
{
    const auto open = [this](const Settings &settings) {
        m_session.reset();
        openSession(settings);
        m_window->showPage(MainWindow::Page::Reid);
        return qobject_cast<ui::ReidPage *>(m_window->page(MainWindow::Page::Reid));
    };
    const ui::ReidPage *page = open(m_settings);
    QTRY_VERIFY_WITH_TIMEOUT(page->analysis(), 60000);
    Settings other = m_settings;
    other.postgres.port = 1;
    page = open(other); // the old session has written its result before it ended
    const auto failed = [page] {
        const QList<QWidget *> parts = page->findChildren<QWidget *>();
        return std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
            return part->accessibleName().contains(QLatin1String("analysis failed"));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(failed(), 60000);
    QVERIFY(!page->analysis());
    m_ranch.reset(); // the first database's is kept although it can't be reached now
    page = open(m_settings);
    QTRY_VERIFY_WITH_TIMEOUT(page->analysis(), 60000);
}

void TestEndToEnd::cleanupTestCase()
{
    m_session.reset();
    m_window.reset();
    m_ranch.reset();
}

void TestEndToEnd::choose(int kind)
{
    QTest::mouseClick(find<SegmentedControl>("kind")->segment(kind), Qt::LeftButton);
}

void TestEndToEnd::type(const char *field, const QString &text)
{
    auto *edit = find<QLineEdit>(field);
    QVERIFY2(edit != nullptr, field);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

jobs::JobRowPtr TestEndToEnd::rowTitled(const QString &title) const
{
    const auto *model = qobject_cast<ui::JobTableModel *>(find<QTableView>("jobsTable")->model());
    for (int at = 0; at < model->rowCount(); ++at) {
        if (model->row(at)->title == title)
            return model->row(at);
    }
    return nullptr;
}

void TestEndToEnd::fillIn(int kind, const QDate &start, const QDate &end, const QString &title)
{
    choose(kind);
    type("start_date", start.toString(Qt::ISODate));
    type("end_date", end.toString(Qt::ISODate));
    type("title", title);
    auto *make = find<QPushButton>("makeExport");
    // After a job was queued the button says so for a moment and takes no orders.
    QTRY_COMPARE(make->text(), QStringLiteral("Make export"));
    QTRY_VERIFY(make->isEnabled());
    QTest::mouseClick(make, Qt::LeftButton);
    QTRY_VERIFY(rowTitled(title) != nullptr);
}

QStringList TestEndToEnd::row(const QString &sql, const QVariantList &values) const
{
    const auto database = storage::Postgres::open(m_settings.postgres);
    if (!database)
        return {};
    const QString cells = QStringLiteral("SELECT string_agg(cell.value, ' ') AS cells FROM (%1) found, "
                                         "json_each_text(row_to_json(found)) cell");
    return (*database)
        ->one(cells.arg(sql), values, [](const storage::Row &row) { return row.text("cells").split(u' '); })
        .valueOr({});
}

QVariantList TestEndToEnd::period() const
{
    const QString zone = QString::fromLatin1(m_settings.siteTimeZone.id());
    return {m_start.toString(Qt::ISODate), zone, m_end.addDays(1).toString(Qt::ISODate), zone};
}

void TestEndToEnd::aReportIsMadeAndItsNumbersAreRight()
{
    const QString title = QStringLiteral("North <b>ridge</b> & creek");
    fillIn(0, m_start, m_end, title);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(isFinished(title), 60000);
    qInfo("submit to completed, PDF: about %lld ms", timer.elapsed());
    const jobs::JobRowPtr done = rowTitled(title);
    QVERIFY2(done->state == jobs::RowState::Completed, qPrintable(done->error));

    timer.start();
    QFile file(done->localPath);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(done->localPath));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY2(timer.elapsed() < 5000, "SC-002");

    QProcess pdftotext;
    pdftotext.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), done->localPath, QStringLiteral("-")});
    QVERIFY(pdftotext.waitForFinished());
    const QString text = QString::fromUtf8(pdftotext.readAllStandardOutput());
    QVERIFY2(text.contains(title), qPrintable(text.left(400)));
    const QStringList counts = row(QStringLiteral(R"(
        SELECT count(*), count(*) FILTER (WHERE c IN ('buck', 'mature', 'mid', 'young')), count(*) FILTER (WHERE c = 'doe'), count(*) FILTER (WHERE c = 'fawn')
        FROM (SELECT coalesce(d.corrected_classification, d.classification) AS c
              FROM detections d JOIN images i ON i.id = d.image_id
              WHERE i."timestamp" >= (?::timestamp AT TIME ZONE ?) AND i."timestamp" < (?::timestamp AT TIME ZONE ?)
                AND d.is_valid AND NOT d.is_duplicate) AS counted
        WHERE c IN ('buck', 'doe', 'fawn', 'mature', 'mid', 'young', 'unknown'))"),
                                   period());
    QCOMPARE(counts.size(), 4);
    QVERIFY(counts.first().toInt() > 100);
    for (const QString &count : counts) {
        const QString shown = QLocale(QLocale::English, QLocale::UnitedStates).toString(count.toInt());
        QVERIFY2(text.contains(shown), qPrintable(QStringLiteral("%1 is not in\n%2").arg(shown, text)));
    }
}

void TestEndToEnd::aDataSetIsMadeAndItsRowsAreCounted()
{
    const QString title = QStringLiteral("Crops");
    fillIn(2, m_start, m_end, title);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(isFinished(title), 120000);
    qInfo("submit to completed, ZIP: about %lld ms", timer.elapsed());
    const jobs::JobRowPtr done = rowTitled(title);
    QVERIFY2(done->state == jobs::RowState::Completed, qPrintable(done->error));

    int error = 0;
    zip_t *archive = zip_open(QFile::encodeName(done->localPath).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    QVERIFY2(archive != nullptr, qPrintable(done->localPath));
    const auto read = [archive](const char *name) {
        zip_stat_t info;
        QByteArray bytes;
        zip_file_t *entry = zip_stat(archive, name, 0, &info) == 0 ? zip_fopen(archive, name, 0) : nullptr;
        if (entry != nullptr) {
            bytes.resize(static_cast<qsizetype>(info.size));
            bytes.resize(static_cast<qsizetype>(zip_fread(entry, bytes.data(), info.size)));
            zip_fclose(entry);
        }
        return bytes;
    };
    const qsizetype rows = read("metadata.csv").count("\r\n") - 1;
    const qsizetype missing = std::max<qsizetype>(0, read("missing.csv").count("\r\n") - 1);
    qsizetype crops = 0;
    for (zip_int64_t at = 0; at < zip_get_num_entries(archive, 0); ++at)
        crops += QByteArray(zip_get_name(archive, static_cast<zip_uint64_t>(at), 0)).startsWith("crops/") ? 1 : 0;
    zip_discard(archive);

    const QStringList expected = row(QStringLiteral(R"(
        SELECT count(*) FROM detections d JOIN images i ON i.id = d.image_id
        WHERE i."timestamp" >= (?::timestamp AT TIME ZONE ?) AND i."timestamp" < (?::timestamp AT TIME ZONE ?) AND d.is_valid AND NOT d.is_duplicate
          AND coalesce(d.corrected_classification, d.classification) IN ('buck', 'doe', 'fawn', 'mature', 'mid', 'young', 'unknown'))"),
                                     period());
    QCOMPARE(expected.size(), 1);
    QCOMPARE(rows, expected.first().toLongLong());
    QCOMPARE(done->total, expected.first().toInt());
    QVERIFY(crops > 0);
    QCOMPARE(crops + missing, rows);
}

void TestEndToEnd::aWrongFieldSaysSoAtOnceAndQueuesNothing()
{
    storage::Redis redis(m_settings.redis, std::chrono::seconds(20));
    const auto known = redis.command({"KEYS", "export_job:*"}); // other keys go by themselves
    const auto queued = redis.command({"LLEN", "exports"});
    QVERIFY(known && queued);
    QTRY_COMPARE(find<QPushButton>("makeExport")->text(), QStringLiteral("Make export"));
    choose(0);
    type("start_date", m_start.toString(Qt::ISODate));
    type("end_date", m_start.addDays(-1).toString(Qt::ISODate));
    auto *message = find<MessageLabel>("start_date_message");
    const double before = test::cpuMilliseconds();
    QTest::keyClick(find<QLineEdit>("end_date"), Qt::Key_Tab);
    // With the key, not some time later.
    QVERIFY(message->hasError() || find<MessageLabel>("end_date_message")->hasError());
    QVERIFY2(test::cpuMilliseconds() - before < 100, "SC-006");
    const QString shown = message->hasError() ? message->text() : find<MessageLabel>("end_date_message")->text();
    QCOMPARE(shown, QStringLiteral("The start must be before the end"));
    QVERIFY(!find<QPushButton>("makeExport")->isEnabled());
    QTest::mouseClick(find<QPushButton>("makeExport"), Qt::LeftButton);
    QTest::keyClick(find<QLineEdit>("end_date"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(redis.command({"KEYS", "export_job:*"})->items.size(), known->items.size());
    QCOMPARE(redis.command({"LLEN", "exports"})->integer, queued->integer);
}

void TestEndToEnd::aChangeOfStatusIsSoonOnScreen()
{
    storage::Redis redis(m_settings.redis, std::chrono::seconds(20));
    exports::JobStore store(redis, systemClock());
    // A machine that stalls meanwhile doesn't do so each time.
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (int time = 0; time < 5 && shortest >= 1000; ++time) {
        const QString title = QStringLiteral("From the web %1").arg(time);
        exports::JobStatus status;
        status.jobId = QStringLiteral("another-producers-job-%1").arg(time);
        status.createdAt = QDateTime::currentDateTimeUtc();
        status.kind = exports::ExportKind::Pdf;
        status.request = {{QStringLiteral("title"), title}};
        QVERIFY(store.write(status));
        QTRY_VERIFY_WITH_TIMEOUT(rowTitled(title) != nullptr, 60'000);

        status.state = exports::JobState::Failed;
        status.error = QStringLiteral("No detections found in the selected date range");
        status.completedAt = QDateTime::currentDateTimeUtc();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(store.write(status));
        QTRY_VERIFY_WITH_TIMEOUT(rowTitled(title)->state == jobs::RowState::Failed, 60'000);
        shortest = std::min(shortest, timer.elapsed());
        QCOMPARE(rowTitled(title)->error, status.error);
    }
    qInfo("a change of status is on screen after %lld ms", shortest);
    QVERIFY2(shortest < 1000, "SC-001");
}

QTEST_MAIN(TestEndToEnd)
#include "test_endtoend.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/desktop.h"
#include "core/base/language.h"
#include "core/config/storing.h"
#include "core/exports/jobstatus.h"
#include "core/exports/jobstore.h"
#include "core/storage/redis.h"
#include "tests/support/cuttexts.h"
#include "tests/ui/languages/catalog.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "tests/ui/spoken.h"
#include "tests/ui/trial/stage.h"
#include "ui/connection/connectionpage.h"
#include "ui/connection/welcomepage.h"
#include "ui/exports/exportform.h"
#include "ui/exports/exportspage.h"
#include "ui/exports/periodpresets.h"
#include "ui/exports/previewbox.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/reid/charts/chartexport.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/panels/nextstepscard.h"
#include "ui/reid/reidpage.h"
#include "ui/trial/journal/journalmodel.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/text/coretexts.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>

using namespace herdbook;
using test::Catalog;
using test::Spoken;
using Choice = Language::Choice;

/// Every screen in every language: nothing is left in English or cut off, mirroring paints nothing over another, and
/// what programs read stays as it is.
class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void catalogsAreComplete_data();
    void catalogsAreComplete();
    void coreStillSaysItsSentences();
    void coreSpeaksTheLanguageOfTheScreens();
    void oneLocaleForAll_data();
    void oneLocaleForAll();
    void whatProgramsReadStaysEnglish();
    void theChoiceIsInTheMenu();
    void screens_data();
    void screens();

private:
    /// The screens of a row; `look` is called with each.
    using Look = std::function<void(QWidget &window, const QString &name)>;
    void visitWelcomeAndConnection(const Look &look);
    void visitExports(const Look &look);
    void visitReid(const Look &look);
    void visitTrial(const Look &look);
    void visitWithheld(const Look &look);
    void visitAll(const Look &look);
    /// Dark as well, and whole windows in two sizes more: dark in the smaller one, light in the other; with HERDBOOK_PICTURES set, both
    /// in each. It is given back as it was.
    void saveMore(QWidget &window, const QString &path);
    static QString catalogPath(const QString &code)
    {
        return QStringLiteral(HERDBOOK_SOURCE_DIR "/resources/translations/herdbook_%1.ts").arg(code);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Remembered> m_settings;
    test::Stage m_stage;
    QSet<QString> m_englishOverlaps;
};

namespace {

/// Tool tips in which something from outside became markup: what is made of plain text is a paragraph.
QStringList markedUpTips(const QWidget &window)
{
    QStringList tips;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        tips << widget->toolTip();
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        const QAbstractItemModel *model = view != nullptr ? view->model() : nullptr;
        for (int row = 0; model != nullptr && row < std::min(40, model->rowCount()); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                tips << model->index(row, column).data(Qt::ToolTipRole).toString();
        }
    }
    tips.removeIf([](const QString &tip) { return !Qt::mightBeRichText(tip) || tip.startsWith(QLatin1String("<p>")); });
    return tips;
}

/// Layouts in layouts ask their parents in the next round.
void settle()
{
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
}

/// Quickly rather than small: there are hundreds.
void save(QWidget &window, const QString &path)
{
    constexpr int Quick = 80;
    window.grab().save(path + QStringLiteral(".png"), "PNG", Quick);
}

} // namespace

void TestLanguages::initTestCase()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
    m_settings = std::make_unique<Remembered>(m_folder.filePath(QStringLiteral("settings.ini")));
    const Result<void> prepared = m_stage.prepare();
    QVERIFY2(prepared, qPrintable(test::reason(prepared)));
}

void TestLanguages::catalogsAreComplete_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Spanish") << QStringLiteral("es");
}

/// As it is, and after lupdate has looked at the sources of today.
void TestLanguages::catalogsAreComplete()
{
    QFETCH(const QString, code);
    const QString copy = m_folder.filePath(QStringLiteral("herdbook_%1.ts").arg(code));
    QVERIFY(QFile::copy(catalogPath(code), copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(HERDBOOK_SOURCE_DIR));
    lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate"),
                  {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                   QStringLiteral("none"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("ui"),
                   QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("-ts"), copy});
    QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
    for (const QString &path : {catalogPath(code), copy}) {
        const Catalog catalog(path);
        QVERIFY(catalog.messages().size() > 1500);
        const QStringList faults = catalog.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(QString::number(faults.size()) + u'\n' + faults.join(u'\n')));
    }
}

/// What coreText() knows is what core's sources hold.
void TestLanguages::coreStillSaysItsSentences()
{
    QString literals;
    QDirIterator sources(QStringLiteral(HERDBOOK_SOURCE_DIR "/core"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                         QDir::Files, QDirIterator::Subdirectories);
    static const QRegularExpression joint(QStringLiteral("\"\\s*\\n\\s*\""));
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    static const QRegularExpression raw(QStringLiteral("R\"\\((.*?)\\)\""),
                                        QRegularExpression::DotMatchesEverythingOption);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll()).remove(joint);
        for (auto match = literal.globalMatch(text); match.hasNext();)
            literals += match.next().captured(1).replace(QLatin1String("\\\""), QLatin1String("\"")) + u'\n';
        for (auto match = raw.globalMatch(text); match.hasNext();)
            literals += match.next().captured(1) + u'\n';
    }
    QVERIFY(coreSentences().size() > 200);
    // Between placeholders and marks; what is made of several literals is short there.
    static const QRegularExpression between(QStringLiteral("%\\d|[;:,.()]|\\A1 "));
    QStringList unknown;
    for (const CoreSentence &sentence : coreSentences()) {
        QString text = QString::fromUtf8(sentence.source);
        text.replace(QLatin1String("how many of the"), QLatin1String("how many;of the"));
        text.replace(QLatin1String("how many would"), QLatin1String("how many;would"));
        for (const QString &piece : text.split(between)) {
            const QString words = piece.trimmed();
            if (words.size() >= 12 && !literals.contains(words))
                unknown << text + QStringLiteral(" | ") + words;
        }
    }
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
}

void TestLanguages::coreSpeaksTheLanguageOfTheScreens()
{
    const QString english =
        QStringLiteral("Estimated; a trial may certify it. It gives 1,179 more detections a profile (+27.5%). Wrong "
                       "deer among them: fewer than one, at most 4. Nobody said this.");
    QCOMPARE(coreText(english), english);
    const Spoken spoken(m_settings->settings(), Choice::German);
    const QString german = coreText(english);
    for (const char *part :
         {"1.179 weitere Detektionen", "(+27,5\u00a0%)", "weniger als eine, höchstens 4", "Nobody said this."})
        QVERIFY2(german.contains(QString::fromUtf8(part)), qPrintable(german));
    QVERIFY2(!german.contains(QLatin1String("certify")), qPrintable(german));
    QCOMPARE(coreText(german), german); // once more changes nothing
    QCOMPARE(coreText(QStringLiteral("PostgreSQL at barn:5432 is unreachable: PostgreSQL crashed")),
             QStringLiteral("PostgreSQL auf barn:5432 ist nicht erreichbar: PostgreSQL ist abgestürzt"));
    QCOMPARE(
        coreText(QStringLiteral("PostgreSQL at barn:5432 refused: password authentication failed for user \"ox\"")),
        QStringLiteral("PostgreSQL auf barn:5432 hat abgelehnt: Benutzer ox wird mit diesem Passwort abgewiesen"));
    QCOMPARE(coreText(QStringLiteral("Whether there is such a photo can't be told: the image folder is missing")),
             QStringLiteral("Ob es dieses Foto gibt, ist nicht zu sagen: Der Bilderordner fehlt"));
    const EnglishTexts same;
    QCOMPARE(coreText(english), english);
}

void TestLanguages::oneLocaleForAll_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("day");
    QTest::newRow("English in Germany") << Choice::English << "de_DE"
                                        << "en_US"
                                        << "0.70 12,070"
                                        << "28 March 2026";
    QTest::newRow("German") << Choice::German << "en_US"
                            << "de_DE" << QStringLiteral("0,70 12.070") << QStringLiteral("28. März 2026");
    QTest::newRow("Spanish") << Choice::Spanish << "en_US"
                             << "es_US"
                             << "0.70 12,070"
                             << "28 de marzo de 2026";
    QTest::newRow("Spanish in Mexico") << Choice::System << "es_MX"
                                       << "es_US"
                                       << "0.70 12,070"
                                       << "28 de marzo de 2026";
    QTest::newRow("French") << Choice::System << "fr_FR"
                            << "en_US"
                            << "0.70 12,070"
                            << "28 March 2026";
    QTest::newRow("C") << Choice::System << "C"
                       << "en_US"
                       << "0.70 12,070"
                       << "28 March 2026";
}

void TestLanguages::oneLocaleForAll()
{
    QFETCH(const Choice, choice);
    QFETCH(const QString, system);
    QFETCH(const QString, locale);
    QFETCH(const QString, number);
    QFETCH(const QString, day);
    const QLocale before;
    const QLocale spoken = Language::localeOf(choice, QLocale(system));
    QLocale::setDefault(spoken);
    const QString figures = shownNumber(0.7, 2) + u' ' + shownCount(12070);
    const QString date = shownDate(QDate(2026, 3, 28), QStringLiteral("d MMMM yyyy"));
    {
        const EnglishTexts english;
        QCOMPARE(shownNumber(0.7, 2) + u' ' + shownCount(12070), QStringLiteral("0.70 12,070"));
        QCOMPARE(shownDate(QDate(2026, 3, 28), QStringLiteral("d MMM yyyy")), QStringLiteral("28 Mar 2026"));
    }
    QLocale::setDefault(before);
    QCOMPARE(spoken.name(), locale);
    QCOMPARE(figures, number);
    QCOMPARE(date, day);
}

/// Requests, tables for programs, settings, what is copied for a maintainer.
void TestLanguages::whatProgramsReadStaysEnglish()
{
    const auto made = [this](Choice choice) {
        const Spoken spoken(m_settings->settings(), choice);
        QStringList all;
        trial::JournalModel journal(QTimeZone("America/Chicago"));
        trial::BatchRecord batch;
        batch.id = batch.trial = QUuid(QStringLiteral("7d0f5a52-3f0e-4a3c-9a55-0d7c4bd6a101"));
        batch.appliedAt = batch.undoneAt = QDateTime({2026, 3, 1}, {12, 0}, Qt::UTC);
        batch.appliedBy = batch.undoneBy = QStringLiteral("mo@ranch");
        batch.threshold = 0.625;
        batch.written = batch.restored = 1234;
        journal.setBatches({batch});
        all << QString::fromUtf8(journal.csv());
        for (const ui::ComparisonPreset &preset : ui::comparisonPresets(QDate(2026, 3, 20))) {
            for (const ui::FormInput::PeriodInput &period : preset.periods)
                all << period.label + u' ' + period.start + u' ' + period.end;
        }
        ui::NextStepsCard steps;
        steps.setAnalysis(test::syntheticAnalysis(reid::Status::Abstain));
        all << steps.text();
        ui::ThresholdCursor cursor;
        ui::DetView chart(cursor);
        QFile table(m_folder.filePath(QStringLiteral("chart.csv")));
        bool saved = false;
        ui::writeFigures({&chart}, QStringLiteral("csv"), table.fileName(), this,
                         [&saved](const QString &, const Result<void> &) { saved = true; });
        if (QTest::qWaitFor([&saved] { return saved; }, 60'000) && table.open(QIODevice::ReadOnly))
            all << QString::fromUtf8(table.readAll());
        return all;
    };
    const QStringList english = made(Choice::English);
    QVERIFY(english.join(u'\n').contains(QLatin1String("0.625")) &&
            english.join(u'\n').contains(QLatin1String("Undone 1 Mar 2026 by mo@ranch")) &&
            english.join(u'\n').contains(QLatin1String("# Matches missed against wrong matches")));
    for (const Choice choice : {Choice::German, Choice::Spanish})
        QCOMPARE(made(choice), english);
}

void TestLanguages::theChoiceIsInTheMenu()
{
    Remembered settings(m_folder.filePath(QStringLiteral("menu.ini")));
    {
        const Spoken spoken(settings.settings(), Choice::English);
        Desktop desktop(settings, m_stage.theme(), {}, std::nullopt);
        auto *menu = desktop.window().findChild<QMenu *>(QStringLiteral("language"));
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("Español"))
                action->trigger();
        }
        QVERIFY(desktop.window().statusStrip()->undoButton()->accessibleName().contains(
            QLatin1String("Herdbook speaks Spanish from its next start")));
    }
    QCOMPARE(Language::stored(settings.settings()), Choice::Spanish);
    QCOMPARE(settings.settings().value(QStringLiteral("appearance/language")).toString(), QStringLiteral("Spanish"));
    QSettings unknown(m_folder.filePath(QStringLiteral("unknown.ini")), QSettings::IniFormat);
    unknown.setValue(QStringLiteral("appearance/language"), QStringLiteral("Klingon"));
    QCOMPARE(Language::stored(unknown), Choice::System);
}

void TestLanguages::visitWelcomeAndConnection(const Look &look)
{
    Remembered settings(m_folder.filePath(QStringLiteral("first.ini")));
    settings.settings().clear();
    Desktop desktop(settings, m_stage.theme(), {}, std::nullopt);
    desktop.window().resize(1440, 900);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    look(desktop.window(), QStringLiteral("welcome"));
    desktop.welcome()->showOpen(QStringLiteral("Deer"), false);
    look(desktop.window(), QStringLiteral("welcome-open"));
    desktop.welcome()->showDemoRuns({});
    look(desktop.window(), QStringLiteral("welcome-beside-demo"));
    desktop.welcome()->showOpen(QStringLiteral("Deer"), true);
    look(desktop.window(), QStringLiteral("welcome-demo"));
    desktop.welcome()->showDemoIdle();
    desktop.welcome()->showOpen({}, false);
    desktop.window().showPage(MainWindow::Page::Exports);
    look(desktop.window(), QStringLiteral("unconnected"));
    desktop.window().showPage(MainWindow::Page::Connection);
    look(desktop.window(), QStringLiteral("connection-none"));
    desktop.window().showKeys();
    look(desktop.window(), QStringLiteral("keys"));
    for (QAction *action : desktop.window().menu()->actions()) {
        if (action->menu() != nullptr)
            look(*action->menu(), QStringLiteral("menu"));
    }
    look(*desktop.window().menu(), QStringLiteral("menu"));
}

void TestLanguages::visitExports(const Look &look)
{
    using exports::ExportKind;
    using exports::JobState;
    const Settings deployment = m_stage.servers().settings();
    storage::Redis redis(deployment.redis, std::chrono::seconds(20));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto put = [&](const QString &id, ExportKind kind, JobState state,
                         const std::function<void(exports::JobStatus &)> &change) {
        exports::JobStatus status;
        status.jobId = id;
        status.kind = kind;
        status.state = state;
        status.createdAt = now.addSecs(-400);
        if (state != JobState::Processing)
            status.completedAt = now.addSecs(-300);
        status.requestedBy = QStringLiteral("web@barn");
        status.totalDetections = 2314;
        status.processedCount = state == JobState::Completed ? 2314 : 0;
        exports::ExportRequest request;
        request.kind = kind;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 22);
        request.classifications = {QStringLiteral("buck"), QStringLiteral("doe")};
        status.request = exports::toJson(request);
        change(status);
        QVERIFY(redis.command({"SETEX", exports::statusKey(id), "3000", exports::toWire(status)}));
    };
    put(QStringLiteral("failed"), ExportKind::Zip, JobState::Failed,
        [](auto &status) { status.error = QStringLiteral("ENOSPC"); });
    put(QStringLiteral("cancelled"), ExportKind::Pdf, JobState::Failed, [](auto &status) { status.cancelled = true; });
    put(QStringLiteral("gone"), ExportKind::Pdf, JobState::Completed, [](auto &status) {
        status.fileName = QStringLiteral("report_gone.pdf");
        status.fileSize = 2'800'000;
    });
    put(QStringLiteral("lacking"), ExportKind::Zip, JobState::Completed, [](auto &status) {
        status.fileName = QStringLiteral("dataset_gone.zip");
        status.fileSize = 18'000'000;
        exports::CropCounts lacks{1032, 29, 2, 0, 2, {}, {}, {}};
        lacks.reasons = {{QStringLiteral("photo_missing"), {1032, 812}}, {QStringLiteral("photo_damaged"), {2, 2}}};
        status.crops = lacks;
    });
    const auto makeFile = [&deployment](exports::JobStatus &status) {
        status.fileName = exports::exportFileName(*status.kind, status.jobId, status.createdAt);
        status.fileSize = 1000;
        QFile file(deployment.exportFolder + u'/' + status.fileName);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(status.fileSize));
    };
    put(QStringLiteral("fewer"), ExportKind::Zip, JobState::Completed, [&](auto &status) {
        makeFile(status);
        status.request.insert(QStringLiteral("include_crops"), false);
        status.crops.emplace().missing = 3;
    });
    put(QStringLiteral("uncounted"), ExportKind::Zip, JobState::Completed, makeFile);
    put(QStringLiteral("stuck"), ExportKind::Pdf, JobState::Processing, [&](auto &status) {
        status.worker = QStringLiteral("barn-02:812:0");
        status.attempt = 1;
        status.startedAt = now.addSecs(-390);
    });
    exports::ExportRequest waiting;
    waiting.start = QDate(2026, 8, 24);
    waiting.end = QDate(2026, 11, 22);
    waiting.title = QStringLiteral("Herd");
    const Result<QString> queued =
        exports::JobStore(redis, systemClock()).submit({waiting, QStringLiteral("web@barn"), {}, {}});
    QVERIFY2(queued, qPrintable(test::reason(queued)));
    Desktop desktop(*m_settings, m_stage.theme(), variablesFromSettings(deployment), std::nullopt);
    MainWindow &window = desktop.window();
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.showPage(MainWindow::Page::Exports);
    ui::ExportsPage *page = nullptr; // once the session has begun
    QTRY_VERIFY((page = qobject_cast<ui::ExportsPage *>(window.page(MainWindow::Page::Exports))) != nullptr);
    for (const char *job : {"failed", "cancelled", "gone", "lacking", "fewer", "uncounted", "stuck"}) {
        QTRY_VERIFY_WITH_TIMEOUT(page->jobsPanel()->selectJob(QLatin1String(job)), 60'000);
        look(window, QStringLiteral("exports-") + QLatin1String(job));
    }
    QTRY_VERIFY_WITH_TIMEOUT(page->jobsPanel()->selectJob(*queued), 60'000);
    look(window, QStringLiteral("exports-queued"));
    for (const ui::FormKind kind : {ui::FormKind::ComparisonPdf, ui::FormKind::ZipDataset}) {
        ui::FormInput input = page->form().defaults();
        input.kind = kind;
        input.start = QStringLiteral("31.2.2026");
        page->form().setInput(input);
        // At the least width nothing of the fields is beyond the edge.
        auto *split = page->findChild<QSplitter *>();
        const auto *fields = page->formWidget()->fields();
        const QList<int> sizes = split->sizes();
        split->setSizes({1, 2000});
        QTRY_VERIFY_WITH_TIMEOUT(split->sizes().first() <= sizes.first() &&
                                     fields->minimumSizeHint().width() <= fields->parentWidget()->width(),
                                 10'000);
        split->setSizes(sizes);
        look(window,
             kind == ui::FormKind::ZipDataset ? QStringLiteral("exports-zip") : QStringLiteral("exports-comparison"));
    }
    page->form().setInput(page->form().defaults());
    window.showPage(MainWindow::Page::Connection);
    auto *profile = qobject_cast<connection::ConnectionPage *>(window.page(MainWindow::Page::Connection));
    QVERIFY(profile != nullptr);
    profile->refresh(); // its checks
    QTRY_COMPARE_WITH_TIMEOUT(profile->findChildren<QWidget *>(QStringLiteral("testedAt")).size(), 3, 60'000);
    look(window, QStringLiteral("connection"));
}

void TestLanguages::visitReid(const Look &look)
{
    for (const reid::Status status : {reid::Status::Recommend, reid::Status::Abstain, reid::Status::NoData}) {
        QSettings settings(m_folder.filePath(QStringLiteral("reid.ini")), QSettings::IniFormat);
        settings.clear();
        ui::AnalysisRunner runner({QStringLiteral("/nowhere"),
                                   1,
                                   QStringLiteral("nobody"),
                                   {},
                                   QStringLiteral("none"),
                                   QStringLiteral("prefer"),
                                   {}},
                                  0.7);
        ui::ReidPage page(runner, settings);
        page.resize(1340, 830);
        page.setAnalysis(test::syntheticAnalysis(status));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.cursor().setValue(0.55);
        auto *tabs = page.findChild<QTabBar *>();
        for (const int width : {1340, 1212, 1032}) { // the narrowest has a tab more
            page.resize(width, 830);
            settle();
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                const QString name = tabs->tabData(tab).toString();
                if (name == QLatin1String("report"))
                    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<ui::PdfViewer *>()->hasDocument(), 60'000);
                look(page,
                     QStringLiteral("reid-%1-%2-%3").arg(QLatin1String(reid::name(status).data()), name).arg(width));
                if (status == reid::Status::NoData)
                    break;
            }
        }
        tabs->setCurrentIndex(0);
        page.resize(1212, 654); // in a window of 1280 x 720
        look(page, QStringLiteral("reid-%1-small").arg(QLatin1String(reid::name(status).data())));
        page.resize(1340, 830);
        page.gallery()->showScores(0.5, 0.6);
        settle();
        look(*page.distribution(),
             QStringLiteral("reid-%1-beside-gallery").arg(QLatin1String(reid::name(status).data())));
        QTRY_VERIFY(!runner.isRunning());
    }
}

void TestLanguages::visitTrial(const Look &look)
{
    const Result<void> fresh = m_stage.freshRanch();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    trial::TrialPage &page =
        m_stage.open([](trial::Services &services) { services.reviewer = QStringLiteral("<i>a</i>@b"); });
    look(m_stage.window(), QStringLiteral("trial-empty"));
    page.setAnalysis(m_stage.analysis());
    QVERIFY(test::Stage::waitFor([&] { return page.samplePage()->startButton()->isEnabled(); }));
    look(m_stage.window(), QStringLiteral("trial-sample"));
    QTest::mouseClick(page.samplePage()->startButton(), Qt::LeftButton);
    QVERIFY(test::Stage::waitFor(
        [&] { return page.step() == trial::TrialPage::ReviewStep && page.reviewPage()->right()->hasPhoto(); }));
    m_stage.reviewByTruth(page, 60);
    look(m_stage.window(), QStringLiteral("trial-review"));
    m_stage.reviewByTruth(page, 70);
    m_stage.finish(page);
    QTRY_VERIFY_WITH_TIMEOUT(page.desk().applying().state() != nullptr, 60'000);
    look(m_stage.window(), QStringLiteral("trial-verdict"));
    const QSignalSpy read(&page.desk().applying(), &trial::ApplyDesk::journalRead);
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty() && page.journalPage()->model()->rowCount() > 0, 60'000);
    look(m_stage.window(), QStringLiteral("trial-journal"));
    m_stage.close();
}

void TestLanguages::visitWithheld(const Look &look)
{
    const Result<void> fresh = m_stage.freshRanch();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    trial::TrialPage &page = m_stage.openReview();
    m_stage.review(page, 122, [](const trial::Pair &) { return trial::Answer::Same; });
    m_stage.finish(page);
    look(m_stage.window(), QStringLiteral("trial-withheld"));
    // What is copied is what protocol and journal say.
    const QString start = QStringLiteral("Nothing is certified: the certificate is withheld because ");
    auto *copy = page.verdictPage()->applyPanel()->findChild<QPushButton *>(QStringLiteral("copySentence"));
    QVERIFY(copy != nullptr);
    copy->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(start) && copied.contains(QLatin1String("known to be different deer")),
             qPrintable(copied));
    for (const QString &text : test::shownTexts(m_stage.window()))
        QVERIFY2(shownLocale().language() == QLocale::English ||
                     !text.contains(QLatin1String("known to be different deer")),
                 qPrintable(text));
    m_stage.close();
}

void TestLanguages::visitAll(const Look &look)
{
    visitWelcomeAndConnection(look);
    visitExports(look);
    visitReid(look);
    visitTrial(look);
    visitWithheld(look);
}

void TestLanguages::saveMore(QWidget &window, const QString &path)
{
    const bool all = qEnvironmentVariableIsSet("HERDBOOK_PICTURES");
    const bool whole = qobject_cast<MainWindow *>(&window) != nullptr; // pages come in sizes of their own
    const QSize usual = window.size();
    QList<std::pair<QSplitter *, QList<int>>> splits;
    for (QSplitter *split : window.findChildren<QSplitter *>()) {
        if (split->isVisible())
            splits.append({split, split->sizes()});
    }
    const auto saveIn = [&](const QSize &size, const QString &end) {
        window.resize(size);
        settle();
        save(window, QStringLiteral("%1-%2x%3%4").arg(path).arg(size.width()).arg(size.height()).arg(end));
    };
    constexpr QSize Small(1100, 700), Middle(1280, 720);
    const QString dark = QStringLiteral("-dark");
    m_stage.theme().setChoice(Theme::Choice::Dark);
    settle();
    save(window, path + dark);
    if (whole && all)
        saveIn(Middle, dark);
    if (whole)
        saveIn(Small, dark);
    m_stage.theme().setChoice(Theme::Choice::Light);
    if (whole && all)
        saveIn(Small, {});
    if (whole)
        saveIn(Middle, {});
    if (whole)
        window.resize(usual);
    settle();
    for (const auto &[split, sizes] : std::as_const(splits))
        split->setSizes(sizes);
}

void TestLanguages::screens_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("English") << Choice::English << false; // what the mirrored one is compared with
    QTest::newRow("mirrored") << Choice::English << true;
    QTest::newRow("German") << Choice::German << false;
    QTest::newRow("Spanish") << Choice::Spanish << false;
}

void TestLanguages::screens()
{
    QFETCH(const Choice, choice);
    QFETCH(const bool, mirrored);
    const Spoken spoken(m_settings->settings(), choice);
    if (mirrored)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QString code = QLocale().name().left(2);
    const Catalog catalog(catalogPath(code));
    const QString folder =
        QStringLiteral("%1/languages/%2")
            .arg(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()), QLatin1String(QTest::currentDataTag()));
    QVERIFY(QDir().mkpath(folder));
    QStringList wrong;
    QSet<QString> others;
    int looked = 0;
    visitAll([&](QWidget &window, const QString &name) {
        for (const auto *preview : window.findChildren<ui::PreviewBox *>()) // counted to its end
            QTRY_VERIFY2_WITH_TIMEOUT(!preview->accessibleDescription().endsWith(u'…'),
                                      qPrintable(preview->accessibleDescription()), 60'000);
        settle();
        ++looked;
        // For looking at: two languages, and of three widths of a page the middle one only as it is.
        const bool pictured = (choice == Choice::English || choice == Choice::German) && !mirrored &&
                              !name.endsWith(QLatin1String("-1212"));
        const QString path = folder + u'/' + name;
        save(window, path);
        for (const QString &tip : markedUpTips(window))
            wrong << QStringLiteral("%1, markup from outside: %2").arg(name, tip);
        for (const QString &text : test::cutTexts(window))
            wrong << QStringLiteral("%1, cut off: %2").arg(name, text);
        if (choice == Choice::English) {
            for (const QString &text : test::overlaps(window)) {
                if (!mirrored)
                    m_englishOverlaps << name + text;
                else if (!m_englishOverlaps.contains(name + text))
                    wrong << QStringLiteral("%1, over each other: %2").arg(name, text);
            }
            if (pictured)
                saveMore(window, path);
            return;
        }
        for (const QString &text : test::shownTexts(window)) {
            static const QRegularExpression ordinal(QStringLiteral("\\b\\d+(st|nd|rd|th)\\b"));
            if (text.contains(ordinal))
                wrong << QStringLiteral("%1, an English ordinal: %2").arg(name, text);
            if (catalog.isUntranslated(text))
                wrong << QStringLiteral("%1, not translated: %2").arg(name, text);
            else if (!catalog.isTranslated(text))
                others << text;
        }
        if (pictured)
            saveMore(window, path);
    });
    // For reading: data, and texts of others.
    QFile rest(folder + QStringLiteral("/other-texts.txt"));
    QVERIFY(rest.open(QIODevice::WriteOnly));
    QStringList sorted(others.begin(), others.end());
    sorted.sort();
    rest.write(sorted.join(u'\n').toUtf8());
    QVERIFY(looked > 25);
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size()) + u'\n' + wrong.join(u'\n')));
}

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttexts.h"
#include "tests/ui/keyhelp.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "tests/ui/spoken.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/reid/bysextab.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/diagnosistab.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/figurerow.h"
#include "ui/reid/gallery/galleryactions.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/pageheader.h"
#include "ui/reid/panels/funnelview.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/reid/previousanalysis.h"
#include "ui/reid/reidpage.h"
#include "ui/reid/reporttab.h"
#include "ui/reid/words.h"
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QSvgGenerator>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

Q_DECLARE_METATYPE(herdbook::Result<void>)

using namespace herdbook;
using namespace herdbook::ui;

/// The page in all its states, what it remembers, and how it gives way.
class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void keepsTheLastResultWhenAnalysisFails();
    void narrowWindowsHaveATabMore();
    void theGalleryHidesNoRecommendation_data();
    void theGalleryHidesNoRecommendation();
    void whySoFewIsReadWhole_data();
    void whySoFewIsReadWhole();
    void whySoFewByKeysAlone();
    void thresholdsAreNeverRounded();
    void timesAreToldByOneClock();
    void remembers();
    void funnelByKeyboard();
    void funnelStandsAtTheThresholdInForce();
    void bySexFollowsTheCursor();
    void likenessByKeyboard();
    void arrowsMoveTheThresholdOnArrival();
    void suspectsAreSeenLargeAndGoOut();
    void manySuspectsAreShownInTheGallery();
    void pairsWithoutPhotosAreToldOf();
    void detDrawsItsCurve();
    void fullReasonAndChartMenus();
    void reportsAreSaved_data();
    void reportsAreSaved();

private:
    /// A page over a server that isn't there.
    struct Stage
    {
        explicit Stage(const QString &settingsFile, QSize size = {1340, 830});

        QSettings settings;
        AnalysisRunner runner;
        ReidPage page;
    };
    /// One of its checks failed, so that nothing is told of how many are wrong.
    static SharedAnalysis unsoundAnalysis();
    QString settingsFile() const { return m_folder.filePath(QStringLiteral("page.ini")); }
    static QStringList namesOf(const QList<KeyHelp> &keys)
    {
        QStringList names;
        for (const KeyHelp &key : keys)
            names << key.what;
        return names;
    }
    static QTabBar *tabs(const ReidPage &page) { return page.findChild<QTabBar *>(); }
    static void showTab(const ReidPage &page, const char *tab)
    {
        for (int at = 0; at < tabs(page)->count(); ++at) {
            if (tabs(page)->tabData(at) == QLatin1String(tab))
                tabs(page)->setCurrentIndex(at);
        }
    }
    /// How much of it is seen once everything around is scrolled to it. ensureWidgetVisible() asks a table for its current cell alone.
    static int seenOnceScrolledTo(const QWidget &part)
    {
        for (const QWidget *at = part.parentWidget(); at != nullptr; at = at->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(const_cast<QWidget *>(at))) {
                const QPoint middle = part.mapTo(area->widget(), part.rect().center());
                area->ensureVisible(middle.x(), middle.y(), 0, part.height() / 2 + 1);
            }
        }
        return part.visibleRegion().boundingRect().height();
    }
    static QPoint middleOf(const QTabBar &bar, const char *tab)
    {
        int at = bar.count() - 1;
        while (at > 0 && bar.tabData(at) != QLatin1String(tab))
            --at;
        return bar.tabRect(at).center();
    }
    static QPushButton *button(const QWidget &in, const char *text)
    {
        const QList<QPushButton *> buttons = in.findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
                                        [text](const QPushButton *one) { return one->text() == QLatin1String(text); });
        return found == buttons.end() ? nullptr : *found;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend);
};

TestPage::Stage::Stage(const QString &settingsFile, QSize size)
    : settings(settingsFile, QSettings::IniFormat), runner({QStringLiteral("/nowhere"),
                                                            1,
                                                            QStringLiteral("nobody"),
                                                            {},
                                                            QStringLiteral("none"),
                                                            QStringLiteral("prefer"),
                                                            {}},
                                                           0.7),
      page(runner, settings)
{
    page.resize(size);
}

SharedAnalysis TestPage::unsoundAnalysis()
{
    auto analysis = std::make_shared<reid::Analysis>(*test::syntheticAnalysis(reid::Status::Abstain));
    const auto forget = [](reid::Curves &curves) {
        for (std::vector<double> *curve : {&curves.wrong, &curves.wrongUpper, &curves.wrongStrict, &curves.decoyWrong,
                                           &curves.splitWrong, &curves.observedWrong})
            curve->clear();
    };
    forget(analysis->curves);
    reid::Recommendation &recommendation = analysis->recommendation;
    for (const reid::Sex sex : reid::kAllSexes) {
        reid::SexResult &result = analysis->bySex[static_cast<std::size_t>(sex)];
        forget(result.curves);
        if (result.profiles > 0)
            recommendation.sexes.push_back({sex, reid::Strength::None, "the data isn't sound", {}, {}, {}, false});
    }
    analysis->wrongInForce.reset();
    analysis->wrongInForceUpper.reset();
    recommendation.lacking = reid::Lacking::SoundData;
    recommendation.reason = "The data isn't sound: 289 detections have no vector.";
    for (reid::Goal &goal : recommendation.goals)
        goal = {goal.id, goal.title, reid::Verdict::Unknown, std::nullopt, std::nullopt, goal.limit};
    analysis->estimated = recommendation;
    return analysis;
}

void TestPage::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("theme.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp, *m_settings);
    QVERIFY(QDir().mkpath(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path())));
}

void TestPage::pictures_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    const QSize usual(1340, 830);
    for (const bool dark : {false, true}) {
        const QString theme = dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const char *state : {"empty", "loading", "error", "abstained", "recommended", "nodata"})
            QTest::addRow("%s-%s", state, qPrintable(theme))
                << QString::fromLatin1(state) << QStringLiteral("distribution") << usual << dark;
        for (const char *tab : {"distribution", "tradeoff", "bysex", "report"})
            QTest::addRow("unsound-%s-%s", tab, qPrintable(theme))
                << QStringLiteral("unsound") << QString::fromLatin1(tab) << usual << dark;
        for (const char *tab : {"tradeoff", "bysex", "diagnosis", "report"})
            QTest::addRow("%s-%s", tab, qPrintable(theme))
                << QStringLiteral("recommended") << QString::fromLatin1(tab) << usual << dark;
    }
    // Windows of 1100 x 700, 1280 x 720, 1366 x 768 and 2560 x 1440, less the rail and the strip.
    for (const QSize size : {QSize(1032, 634), QSize(1212, 654), QSize(1298, 702), QSize(2492, 1374)}) {
        for (const char *tab : {"distribution", "tradeoff", "bysex", "diagnosis", "report"})
            QTest::addRow("%d-%s", size.width(), tab)
                << QStringLiteral("recommended") << QString::fromLatin1(tab) << size << false;
        QTest::addRow("%d-abstained", size.width())
            << QStringLiteral("abstained") << QStringLiteral("distribution") << size << false;
    }
    QTest::newRow("1032-recommendation") << QStringLiteral("recommended") << QStringLiteral("recommendation")
                                         << QSize(1032, 634) << false;
}

void TestPage::pictures()
{
    QFETCH(QString, state);
    QFETCH(QString, tab);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    QFile::remove(settingsFile());
    Stage stage(settingsFile(), size);
    ReidPage &page = stage.page;
    QSignalSpy failed(&stage.runner, &AnalysisRunner::failed);
    if (state == QLatin1String("nodata"))
        page.setAnalysis(test::syntheticAnalysis(reid::Status::NoData));
    else if (state == QLatin1String("abstained"))
        page.setAnalysis(test::syntheticAnalysis(reid::Status::Abstain));
    else if (state == QLatin1String("unsound"))
        page.setAnalysis(unsoundAnalysis());
    else if (state == QLatin1String("recommended") || state == QLatin1String("loading"))
        page.setAnalysis(m_analysis);
    page.show(); // without an analysis it starts one, which fails
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    if (state == QLatin1String("loading"))
        stage.runner.start();
    if (state == QLatin1String("error"))
        QTRY_COMPARE(failed.size(), 1);
    showTab(page, qPrintable(tab));
    QCOMPARE(tabs(page)->tabData(tabs(page)->currentIndex()).toString(), tab);
    if (state == QLatin1String("recommended"))
        page.cursor().setValue(0.55);
    if (tab == QLatin1String("report")) // laid out elsewhere
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<ui::PdfViewer *>()->hasDocument(), 60'000);
    for (int round = 0; round < 4; ++round) // layouts in layouts; nothing else, so that a state stays as it is
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY2(page.width() <= size.width() && page.height() <= size.height(),
             qPrintable(QStringLiteral("the page is %1 x %2 and asks for %3 x %4")
                            .arg(page.width())
                            .arg(page.height())
                            .arg(page.minimumSizeHint().width())
                            .arg(page.minimumSizeHint().height())));
    const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) +
                         QStringLiteral("/reidpage-%1.png").arg(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(page.grab().save(path));
    if (state == QLatin1String("unsound")) {
        const auto notes = page.findChild<FigureRow *>()->findChildren<QLabel *>();
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const QLabel *note) {
            return note->text().contains(QLatin1String("the data isn't sound"));
        }));
    }
    QStringList cut = test::cutTexts(page);
    if (page.distribution()->isVisible() && page.distribution()->place() == DistributionTab::Place::Beside &&
        state == QLatin1String("recommended")) {
        // Scrolled to, the sweep shows four rows at least, and every figure whole.
        QTableView *table = page.distribution()->sweep()->table();
        const int seen = seenOnceScrolledTo(*table->viewport());
        cut << test::cutCells(*table);
        QVERIFY2(seen >= 4 * table->rowHeight(0), qPrintable(QString::number(seen)));
    }
    if (tab == QLatin1String("diagnosis") && state == QLatin1String("recommended")) {
        // What looks suspicious takes the room there is.
        const DiagnosisTab *diagnosis = page.findChild<DiagnosisTab *>();
        const QList<QScrollBar *> bars = diagnosis->findChildren<QScrollBar *>();
        QVERIFY(std::count_if(bars.begin(), bars.end(), [](const QScrollBar *bar) {
                    return bar->orientation() == Qt::Vertical && bar->isVisible();
                }) <= 1);
        const GalleryView *suspects = diagnosis->suspects()->gallery();
        QVERIFY(suspects->height() >= 330);
        QCOMPARE(diagnosis->moreSuspects()->isVisible(), size.width() > 2000);
        if (size.width() > 2000) {
            const int below = diagnosis->height() - suspects->mapTo(diagnosis, QPoint(0, suspects->height())).y();
            QVERIFY2(below < 40 && suspects->height() > 400, qPrintable(QString::number(below)));
            QVERIFY(diagnosis->moreSuspects()->kinds()->currentIndex() !=
                    diagnosis->suspects()->kinds()->currentIndex());
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    if (state != QLatin1String("recommended"))
        QTRY_VERIFY(!stage.runner.isRunning());
}

void TestPage::keepsTheLastResultWhenAnalysisFails()
{
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    stage.page.setAnalysis(m_analysis);
    stage.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
    auto *banner = stage.page.findChild<Banner *>();
    QVERIFY(!banner->isVisible());
    QSignalSpy failed(&stage.runner, &AnalysisRunner::failed);
    stage.page.refresh();
    QVERIFY(banner->isVisible());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(banner->isVisible()); // says why
    QCOMPARE(stage.page.analysis(), m_analysis);
}

void TestPage::narrowWindowsHaveATabMore()
{
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    stage.page.setAnalysis(m_analysis);
    stage.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
    const int usual = tabs(stage.page)->count();
    DistributionTab *distribution = stage.page.distribution();
    QCOMPARE(distribution->splitter()->count(), 2);
    stage.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stage.page));
    stage.page.resize(1032, 640);
    QCOMPARE(tabs(stage.page)->count(), usual + 1);
    QCOMPARE(distribution->splitter()->count(), 1);
    // A tab that goes takes the focus from nobody in another one.
    tabs(stage.page)->setCurrentIndex(3);
    QWidget *map = stage.page.findChild<BySexTab *>()->map();
    QVERIFY(map->isVisible());
    map->setFocus();
    stage.page.resize(1340, 830);
    QCOMPARE(tabs(stage.page)->count(), usual);
    QVERIFY(map->isVisible() && map->hasFocus());
    stage.page.resize(1032, 640);
    QVERIFY(map->hasFocus());
    tabs(stage.page)->setCurrentIndex(1);
    QVERIFY(distribution->side()->isVisible());
    stage.page.resize(1340, 830);
    QCOMPARE(tabs(stage.page)->count(), usual);
    QCOMPARE(distribution->splitter()->count(), 2);
    tabs(stage.page)->setCurrentIndex(0);
    QVERIFY(distribution->side()->isVisible());
    QVERIFY(distribution->side()->width() >= 340);
}

void TestPage::theGalleryHidesNoRecommendation_data()
{
    QTest::addColumn<QSize>("size"); // of the page: the window less the rail and the strip
    QTest::addColumn<bool>("dark");
    QTest::newRow("1100-light") << QSize(1100 - 68, 673) << false;
    QTest::newRow("1280-light") << QSize(1280 - 68, 693) << false;
    QTest::newRow("1366-light") << QSize(1366 - 68, 741) << false;
    QTest::newRow("1440-light") << QSize(1440 - 68, 873) << false;
    QTest::newRow("1440-dark") << QSize(1440 - 68, 873) << true;
    QTest::newRow("1920-light") << QSize(1920 - 68, 1053) << false;
    QTest::newRow("2560-light") << QSize(2560 - 68, 1413) << false;
}

void TestPage::theGalleryHidesNoRecommendation()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, dark);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    QFile::remove(settingsFile());
    Stage stage(settingsFile(), size);
    ReidPage &page = stage.page;
    page.setAnalysis(m_analysis);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QWidget *card = page.distribution()->recommendation();
    const int before = tabs(page)->count();
    page.gallery()->onlyWithPicture()->setChecked(false);
    page.gallery()->showScores(0.5, 0.6);
    const auto settle = [] {
        for (int round = 0; round < 4; ++round)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    };
    settle();
    QCOMPARE(page.size(), size);
    QVERIFY(page.gallery()->isVisible() && page.gallery()->width() >= page.gallery()->minimumWidth());
    // The card stands under the histogram; number and verdict are in view without scrolling.
    QVERIFY(card->isVisible());
    QVERIFY2(card->visibleRegion().boundingRect().height() >= 200,
             qPrintable(QString::number(card->visibleRegion().boundingRect().height())));
    const HistogramPane *histogram = page.distribution()->histogram();
    const auto placeOf = [&page](const QWidget *part) { return QRect(part->mapTo(&page, QPoint()), part->size()); };
    QVERIFY(histogram->isVisible() && placeOf(histogram).bottom() < placeOf(card).top());
    QVERIFY(placeOf(card).right() < placeOf(page.gallery()).left());
    QVERIFY(!page.distribution()->sweep()->isVisible());
    QCOMPARE(tabs(page)->count(), 5);
    for (int tab = 1; tab < 5 && size.width() > 1200; ++tab) { // each has room beside the gallery
        tabs(page)->setCurrentIndex(tab);
        settle();
        QCOMPARE(page.size(), size);
    }
    tabs(page)->setCurrentIndex(0);
    settle();
    const QStringList cut = test::cutTexts(*page.distribution()) + test::cutTexts(*page.findChild<PageHeader *>());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    QCOMPARE(namesOf(page.keys()).contains(QStringLiteral("Close the gallery")), true);
    QCOMPARE(test::unnamedShortcuts(page, page.keys()).join(u' '), QString());
    const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) +
                         QStringLiteral("/reidpage-gallery-%1.png").arg(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(page.grab().save(path));
    page.gallery()->hide();
    QTRY_COMPARE(tabs(page)->count(), before);
    settle();
    QCOMPARE(page.size(), size);
    QVERIFY(page.distribution()->sweep()->isVisibleTo(page.distribution()->side()));
    QVERIFY(page.findChild<FigureRow *>()->isVisible());
    m_theme->setChoice(Theme::Choice::Light);
}

void TestPage::whySoFewIsReadWhole_data()
{
    QTest::addColumn<Language::Choice>("language");
    QTest::addColumn<int>("width"); // of the window
    for (const int width : {1100, 1280, 1440}) {
        QTest::addRow("English %d", width) << Language::Choice::English << width;
        QTest::addRow("German %d", width) << Language::Choice::German << width;
        QTest::addRow("Spanish %d", width) << Language::Choice::Spanish << width;
    }
}

void TestPage::whySoFewIsReadWhole()
{
    QFETCH(const Language::Choice, language);
    QFETCH(const int, width);
    QFile::remove(settingsFile());
    QSettings settings(settingsFile(), QSettings::IniFormat);
    const test::Spoken spoken(settings, language);
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->recommendation.whySoFew =
        "Of 9,307 detections that could be matched, only 1,026 score 0.70 or more (74 assigned ones score less; they "
        "came with their burst); 2,913 more lie between 0.55 and 0.70.";
    AnalysisRunner runner({QStringLiteral("/nowhere"),
                           1,
                           QStringLiteral("nobody"),
                           {},
                           QStringLiteral("none"),
                           QStringLiteral("prefer"),
                           {}},
                          0.7);
    MainWindow window(settings, systemClock());
    auto *page = new ReidPage(runner, settings);
    page->setAnalysis(analysis);
    window.setPage(MainWindow::Page::Reid, page);
    window.showPage(MainWindow::Page::Reid);
    window.resize(width, 720);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.resize(width, 720);
    const auto *why = page->findChild<LeadText *>(QStringLiteral("whySoFew"));
    QVERIFY(why != nullptr);
    const QTableView *table = page->distribution()->sweep()->table();
    for (const char *tab : {"diagnosis", "distribution", "recommendation"}) { // the last where it is narrow
        showTab(*page, tab);
        QTRY_VERIFY(seenOnceScrolledTo(*why) >= why->heightForWidth(why->width()));
        if (width == 1100)
            QVERIFY(why->linesFor(why->width()) > 1); // or nothing is tried here
    }
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && seenOnceScrolledTo(*table->viewport()) >= 4 * table->rowHeight(0),
                             10'000);
    QVERIFY(window.grab().save(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) +
                               QStringLiteral("/reidpage-why-%1.png").arg(QString::fromUtf8(QTest::currentDataTag()))));
}

/// From the reason to a pair seen large and back, without a pointer.
void TestPage::whySoFewByKeysAlone()
{
    QFile::remove(settingsFile());
    QSettings settings(settingsFile(), QSettings::IniFormat);
    const PostgresSettings nowhere{QStringLiteral("/nowhere"), 1, QStringLiteral("nobody"), {}, QStringLiteral("none"),
                                   QStringLiteral("prefer"),   {}};
    AnalysisRunner runner(nowhere, 0.7);
    MainWindow window(settings, systemClock());
    auto *page = new ReidPage(runner, settings);
    page->setPhotos(nowhere, m_folder.path());
    page->setAnalysis(m_analysis);
    window.setPage(MainWindow::Page::Reid, page);
    window.showPage(MainWindow::Page::Reid);
    window.resize(1440, 900);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    const auto reach = [&press](const QWidget *wanted, Qt::Key key) {
        for (int at = 0; at < 60 && QApplication::focusWidget() != wanted; ++at)
            press(key);
        return QApplication::focusWidget() == wanted;
    };
    page->setFocus();
    page->gallery()->onlyWithPicture()->setChecked(false); // there are none here
    QVERIFY(reach(page->distribution()->histogram(), Qt::Key_F6));
    const double before = page->cursor().value();
    for (int step = 0; step < 3; ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(page->cursor().value() < before - 0.1);
    const QWidget *show = nullptr;
    for (const QAbstractButton *button : page->distribution()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().startsWith(QLatin1String("Show detections")))
            show = button;
    }
    QVERIFY(show);
    QVERIFY(reach(show, Qt::Key_Tab));
    press(Qt::Key_Space);
    QVERIFY(page->gallery()->isVisible());
    GalleryView *view = page->gallery()->view();
    QVERIFY(view->count() > 0);
    QVERIFY(reach(view, Qt::Key_F6));
    press(Qt::Key_Home);
    press(Qt::Key_Space);
    const QPointer<PairView> pair = page->gallery()->pair();
    QVERIFY(pair);
    QVERIFY(pair->isAncestorOf(QApplication::focusWidget()) || pair->hasFocus());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!pair);
    QVERIFY(view->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!page->gallery()->isVisible());
    const QTableView *sweep = page->distribution()->sweep()->table();
    QVERIFY(reach(sweep, Qt::Key_F6));
    QVERIFY(!sweep->viewport()->visibleRegion().isEmpty());
    press(Qt::Key_Tab);
    QVERIFY(!sweep->hasFocus()); // nor is it a trap
}

void TestPage::thresholdsAreNeverRounded()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->options.current = 0.6755;
    analysis->recommendation.threshold = 0.5575;
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    stage.page.setAnalysis(analysis);
    stage.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
    int told = 0;
    const QRegularExpression rounded(QStringLiteral("0\\.(67|68|676|675|55|56|558|557)(?!\\d)"));
    for (const QLabel *label : stage.page.findChildren<QLabel *>()) {
        QVERIFY2(!label->text().contains(rounded), qPrintable(label->text()));
        told += label->text().contains(QLatin1String("0.6755")) || label->text().contains(QLatin1String("0.5575"));
    }
    QVERIFY2(told >= 4, qPrintable(QString::number(told)));
    // The charts, as text in a picture.
    for (Figure *figure : stage.page.distribution()->figures()) {
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize({900, 400});
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPainter painter(&generator);
        figure->paintFigure(painter, lightTokens());
        painter.end();
        QVERIFY2(!QString::fromUtf8(buffer.data())
                      .contains(QRegularExpression(
                          QStringLiteral(">[^<]*(in force|recommended|selected at ≥) 0\\.\\d{1,3}<"))),
                 buffer.data().constData());
    }
}

void TestPage::timesAreToldByOneClock()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->madeAt = "2026-11-22T20:05:00Z";
    PageHeader header;
    header.setTimeZone(QTimeZone("America/Chicago"));
    const PreviousAnalysis previous = PreviousAnalysis::of(*analysis);
    header.setAnalysis(analysis, previous.comparison(*analysis, QTimeZone("America/Chicago"),
                                                     QDateTime(QDate(2026, 11, 22), QTime(21, 30), Qt::UTC)));
    QLocale::setDefault(before);
    QString said;
    for (const QLabel *label : header.findChildren<QLabel *>())
        said += label->text() + u'\n';
    QVERIFY2(said.contains(QLatin1String("analyzed 22 Nov 2026, 14:05 in ")), qPrintable(said));
    QVERIFY2(!said.contains(QLatin1String("PM")), qPrintable(said));
}

void TestPage::remembers()
{
    QFile::remove(settingsFile());
    int split = 0; // between histogram and gallery
    {
        Stage stage(settingsFile());
        stage.page.setAnalysis(m_analysis);
        stage.page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
        HistogramPane *histogram = stage.page.distribution()->histogram();
        histogram->setLogarithmic(true);
        histogram->setBinning({100});
        histogram->setLayers(HistogramPane::Unassigned);
        stage.page.distribution()->splitter()->setSizes({800, 500});
        stage.page.cursor().setValue(0.6125);
        stage.page.distribution()->sweep()->addThreshold(0.58);
        GalleryPanel *gallery = stage.page.gallery();
        gallery->showScores(0.5, 0.6);
        gallery->orderBox()->setCurrentIndex(2);
        gallery->groupBox()->setCurrentIndex(1);
        gallery->view()->setTileWidth(310);
        gallery->onlyWithPicture()->setChecked(false);
        QCoreApplication::processEvents();
        auto *beside = qobject_cast<QSplitter *>(gallery->parentWidget());
        QWidget *handle = beside->handle(1);
        const QPoint to = handle->rect().center() + QPoint(60, 0);
        QTest::mousePress(handle, Qt::LeftButton);
        QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
        split = beside->sizes().first();
        QVERIFY2(split > 480, qPrintable(QString::number(split)));
        tabs(stage.page)->setCurrentIndex(tabs(stage.page)->count() - 1);
    }
    Stage stage(settingsFile());
    stage.page.setAnalysis(m_analysis);
    stage.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
    const HistogramPane *histogram = stage.page.distribution()->histogram();
    QVERIFY(histogram->isLogarithmic());
    QCOMPARE(histogram->binning().bins, 100);
    QCOMPARE(histogram->layers(), HistogramPane::Layers(HistogramPane::Unassigned));
    QCOMPARE(stage.page.cursor().value(), 0.6125);
    QCOMPARE(tabs(stage.page)->currentIndex(), tabs(stage.page)->count() - 1);
    tabs(stage.page)->setCurrentIndex(0);
    QTRY_VERIFY(stage.page.distribution()->side()->width() > 450);
    SweepModel &sweep = stage.page.distribution()->sweep()->model();
    QVERIFY(sweep.isRemovable(sweep.rowOf(0.58)));
    GalleryPanel *gallery = stage.page.gallery();
    QCOMPARE(gallery->orderBox()->currentIndex(), 2);
    QCOMPARE(gallery->groupBox()->currentIndex(), 1);
    QCOMPARE(gallery->view()->tileWidth(), 310);
    QVERIFY(!gallery->onlyWithPicture()->isChecked());
    gallery->showScores(0.5, 0.6);
    QCoreApplication::processEvents();
    QCOMPARE(qobject_cast<QSplitter *>(gallery->parentWidget())->sizes().first(), split);
}

void TestPage::funnelByKeyboard()
{
    DiagnosisTab tab;
    tab.resize(1000, 600);
    tab.setAnalysis(m_analysis);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    QSignalSpy chosen(&tab, &DiagnosisTab::stepChosen);
    FunnelView *funnel = tab.funnel();
    funnel->setFocus();
    QTest::keyClick(funnel, Qt::Key_Down);
    QTest::keyClick(funnel, Qt::Key_Down);
    QCOMPARE(funnel->currentStep(), 1);
    QTest::keyClick(funnel, Qt::Key_Up);
    QTest::keyClick(funnel, Qt::Key_Up);
    QCOMPARE(funnel->currentStep(), 0);
    for (int press = 0; press < 4; ++press)
        QTest::keyClick(funnel, Qt::Key_Down);
    QTest::keyClick(funnel, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("has_vector"));
    QTest::mouseClick(funnel, Qt::LeftButton, {}, {50, funnel->height() - 10});
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("assigned"));
}

void TestPage::funnelStandsAtTheThresholdInForce()
{
    DiagnosisTab tab;
    tab.setAnalysis(m_analysis);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    for (const double inForce : {0.7, 0.55}) {
        auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
        analysis->options.current = inForce;
        tab.setAnalysis(analysis);
        const std::vector<reid::FunnelStep> expected = analysis->funnel(inForce);
        for (int step = 0; step < static_cast<int>(expected.size()); ++step)
            QVERIFY2(tab.funnel()->describe(step).contains(QLocale().toString(
                         static_cast<qulonglong>(expected[static_cast<std::size_t>(step)].remaining))),
                     qPrintable(tab.funnel()->describe(step)));
        const QList<QLabel *> labels = tab.findChildren<QLabel *>();
        const QString at = QStringLiteral("At the threshold in force, %1.").arg(shortThreshold(inForce));
        QVERIFY(
            std::any_of(labels.begin(), labels.end(), [&](const QLabel *one) { return one->text().startsWith(at); }));
    }
}

void TestPage::bySexFollowsTheCursor()
{
    ThresholdCursor cursor;
    BySexTab tab(cursor);
    tab.resize(1200, 700);
    tab.setAnalysis(m_analysis);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    QCOMPARE(tab.charts().size(), 3); // no animal is of unknown sex
    cursor.setValue(0.6);
    const auto &buck = m_analysis->bySex[static_cast<std::size_t>(reid::Sex::Buck)];
    const QString sentence = tab.sentence(reid::Sex::Buck);
    QVERIFY2(sentence.contains(QLocale().toString(static_cast<qulonglong>(buck.curves.at(0.6).added))),
             qPrintable(sentence));
    QVERIFY2(sentence.startsWith(QString::number(buck.profiles)), qPrintable(sentence));
    QStringList shown;
    for (const Label *label : tab.findChildren<Label *>())
        shown << label->text();
    QVERIFY(shown.contains(sentence));
}

void TestPage::likenessByKeyboard()
{
    SimilarityMap map;
    map.resize(400, 420);
    map.setAnalysis(m_analysis);
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    QCOMPARE(map.count(), 53);
    map.setFocus();
    QSignalSpy chosen(&map, &SimilarityMap::pairChosen);
    for (int press = 0; press < 4; ++press)
        QTest::keyClick(&map, Qt::Key_Down);
    for (int press = 0; press < 8; ++press)
        QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const auto first = static_cast<std::size_t>(chosen.first().at(0).value<std::int32_t>());
    const auto second = static_cast<std::size_t>(chosen.first().at(1).value<std::int32_t>());
    QVERIFY(map.accessibleDescription().contains(scoreText(m_analysis->profileSimilarity[first * 53 + second])));
    QVERIFY(map.accessibleDescription().contains(QString::fromStdString(m_analysis->data.profiles[first].name)));
}

void TestPage::arrowsMoveTheThresholdOnArrival()
{
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    ReidPage &page = stage.page;
    page.setAnalysis(m_analysis);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(page.distribution()->histogram()->hasFocus());
    QTabBar *bar = tabs(page);
    const auto click = [bar](const char *tab) { QTest::mouseClick(bar, Qt::LeftButton, {}, middleOf(*bar, tab)); };
    for (const char *tab : {"distribution", "tradeoff", "bysex", "diagnosis", "distribution"}) {
        click(tab);
        QCOMPARE(bar->tabData(bar->currentIndex()).toString(), QLatin1String(tab));
        if (qstrcmp(tab, "diagnosis") == 0) // has no cursor
            continue;
        page.cursor().setValue(0.55);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(page.cursor().value(), 0.545);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(page.cursor().value(), 0.5455);
    }
    // Who walks through the tabs goes on walking.
    bar->setFocus();
    for (int at = 1; at <= 2; ++at) {
        QTest::keyClick(bar, Qt::Key_Right);
        QCOMPARE(bar->currentIndex(), at);
        QVERIFY(bar->hasFocus());
    }
    QCOMPARE(page.cursor().value(), 0.5455);
    // Who types goes on typing.
    page.gallery()->showScores(0.5, 0.6);
    QWidget *day = page.gallery()->fromEdit();
    day->setFocus();
    QVERIFY(day->hasFocus());
    click("distribution");
    QCOMPARE(bar->currentIndex(), 0);
    QVERIFY(day->hasFocus());
    QTest::keyClick(day, Qt::Key_Left);
    QCOMPARE(page.cursor().value(), 0.5455);
}

void TestPage::suspectsAreSeenLargeAndGoOut()
{
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    ReidPage &page = stage.page;
    const PostgresSettings nowhere{QStringLiteral("/nowhere"), 1, QStringLiteral("nobody"), {}, QStringLiteral("none"),
                                   QStringLiteral("prefer"),   {}};
    page.setPhotos(nowhere, m_folder.path());
    page.setExportable(true);
    page.setAnalysis(m_analysis);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::mouseClick(tabs(page), Qt::LeftButton, {}, middleOf(*tabs(page), "diagnosis"));
    SuspectsView *suspects = page.findChild<DiagnosisTab *>()->suspects();
    GalleryView *view = suspects->gallery();
    QVERIFY(view->isVisible());
    const auto closes = [&page, suspects] {
        PairView *const pair = suspects->actions()->pair();
        if (pair == nullptr || pair->geometry() != page.rect())
            return false;
        const QPointer<PairView> open(pair);
        QTest::keyClick(pair, Qt::Key_Escape);
        return QTest::qWaitFor([&open] { return open.isNull(); });
    };
    view->setFocus();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space}) {
        QTest::keyClick(view, key);
        QVERIFY(closes());
        QVERIFY(view->hasFocus());
    }
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->currentRect().center());
    QVERIFY(closes());
    QVERIFY(button(*suspects, "Show the pairs"));
    button(*suspects, "Show the pairs")->click();
    QVERIFY(closes());
    QCOMPARE(view->contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(view->actions().size(), 3);
    view->actions().first()->trigger();
    QVERIFY(closes());
    // Both detections of the pair go out.
    const GalleryRow &row = view->rows().row(0);
    QStringList ids;
    for (const std::size_t at : {static_cast<std::size_t>(row.detection), static_cast<std::size_t>(row.other)})
        ids << QString::fromStdString(reid::toString(m_analysis->data.detections[at].id));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), ids.join(u'\n'));
    const QList<QLabel *> labels = suspects->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels,
                                [](const QLabel *label) { return label->text() == QLatin1String("2 ids copied"); }));
    QSignalSpy asked(&page, &ReidPage::zipAsked);
    button(*suspects, "Export as ZIP")->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toStringList(), ids);
    page.setExportable(false);
    QVERIFY(!button(*suspects, "Export as ZIP")->isVisible());
    // A new analysis closes the pair and leaves the keys to the gallery.
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(suspects->actions()->pair());
    page.setAnalysis(std::make_shared<reid::Analysis>(*m_analysis));
    QVERIFY(!suspects->actions()->pair());
    QVERIFY(view->hasFocus());
}

void TestPage::manySuspectsAreShownInTheGallery()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    for (std::int32_t profile = 0; profile < 40; ++profile)
        analysis->duplicateProfiles.push_back({profile, profile + 1, false, 9000});
    QFile::remove(settingsFile());
    Stage stage(settingsFile(), {1212, 654}); // in a window of 1280 x 720
    const PostgresSettings nowhere{QStringLiteral("/nowhere"), 1, QStringLiteral("nobody"), {}, QStringLiteral("none"),
                                   QStringLiteral("prefer"),   {}};
    stage.page.setPhotos(nowhere, m_folder.path());
    stage.page.setAnalysis(analysis);
    stage.page.show();
    stage.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stage.page));
    QTest::mouseClick(tabs(stage.page), Qt::LeftButton, {}, middleOf(*tabs(stage.page), "diagnosis"));
    DiagnosisTab *diagnosis = stage.page.findChild<DiagnosisTab *>();
    GalleryView *view = diagnosis->suspects()->gallery();
    QTRY_VERIFY(view->isCut());
    QCOMPARE(view->count(), std::size_t{41});
    auto *scroll = diagnosis->findChild<QScrollArea *>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QVERIFY(!view->verticalScrollBar()->isVisible());
    // The wheel over the pairs scrolls the tab.
    scroll->ensureWidgetVisible(view);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() - 1);
    const int before = scroll->verticalScrollBar()->value();
    const QPointF global = view->viewport()->mapToGlobal(QPointF(40, view->viewport()->height() - 40));
    for (QWidget *at = view->viewport(); at != nullptr; at = at->parentWidget()) { // as a real one goes
        QWheelEvent wheel(at->mapFromGlobal(global), global, {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        if (QApplication::sendEvent(at, &wheel) && wheel.isAccepted())
            break;
    }
    QVERIFY(scroll->verticalScrollBar()->value() < before);
    QCOMPARE(view->verticalScrollBar()->value(), 0);
    // Back from another pair that was seen large, its tile is in sight.
    scroll->verticalScrollBar()->setValue(0);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_Space);
    const QPointer<PairView> pair = diagnosis->suspects()->actions()->pair();
    QVERIFY(pair);
    QTest::keyClick(pair, Qt::Key_End);
    QTest::keyClick(pair, Qt::Key_Escape);
    QTRY_VERIFY(!pair);
    QCOMPARE(view->current(), 40);
    const auto tile = [&] {
        return QRect(view->viewport()->mapTo(scroll->viewport(), view->currentRect().topLeft()),
                     view->currentRect().size());
    };
    QTRY_VERIFY(scroll->viewport()->rect().contains(tile()));
    QPushButton *all = button(*diagnosis->suspects(), "Show all");
    QVERIFY(all->isVisible());
    all->setFocus();
    diagnosis->suspects()->kinds()->setCurrentIndex(static_cast<int>(SuspectsView::Kind::WrongSexes)); // a few
    QVERIFY(!all->isVisible());
    QTRY_VERIFY(view->hasFocus());
    diagnosis->suspects()->kinds()->setCurrentIndex(static_cast<int>(SuspectsView::Kind::LookAlikes));
    QTRY_VERIFY(all->isVisible());
    all->click();
    QVERIFY(stage.page.gallery()->isVisible());
    QCOMPARE(stage.page.gallery()->view()->rows().title, view->rows().title);
}

void TestPage::pairsWithoutPhotosAreToldOf()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->integrity.push_back({"duplicate_profiles", "Duplicates", reid::Check::Outcome::Warn, "One pair.", {}});
    DiagnosisTab tab;
    tab.resize(1000, 200);
    tab.setAnalysis(analysis);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    const SuspectsView &suspects = *tab.suspects();
    QVERIFY(suspects.kinds()->visibleRegion().isEmpty());
    button(*tab.checks(), "Show the pairs")->click();
    QVERIFY(suspects.actions()->pair() == nullptr);
    QVERIFY(!suspects.kinds()->visibleRegion().isEmpty());
    // A kind that stands beside is shown there.
    tab.resize(2100, 200);
    QVERIFY(tab.moreSuspects()->isVisible());
    const auto lookAlikes = static_cast<int>(SuspectsView::Kind::LookAlikes);
    const auto wrongSexes = static_cast<int>(SuspectsView::Kind::WrongSexes);
    suspects.kinds()->setCurrentIndex(wrongSexes);
    tab.moreSuspects()->kinds()->setCurrentIndex(lookAlikes);
    button(*tab.checks(), "Show the pairs")->click();
    QCOMPARE(suspects.kinds()->currentIndex(), wrongSexes);
}

void TestPage::fullReasonAndChartMenus()
{
    QFile::remove(settingsFile());
    Stage stage(settingsFile());
    stage.page.setAnalysis(m_analysis);
    stage.page.distribution()->histogram()->setLayers(HistogramPane::Unassigned | HistogramPane::NaturalClusters);
    stage.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.page));
    QVERIFY(stage.page.grab().save(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) +
                                   QStringLiteral("/reidpage-clusters.png")));
    for (const ChartPane *chart : stage.page.findChildren<ChartPane *>())
        QCOMPARE(chart->actions().size(), 4);
    for (QPushButton *button : stage.page.findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Full reason"))
            button->click();
    }
    auto *box = stage.page.findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QVERIFY(box->text().contains(QString::fromStdString(m_analysis->recommendation.reason)));
    box->close();
}

void TestPage::detDrawsItsCurve()
{
    ThresholdCursor cursor;
    DetView det(cursor);
    det.resize(400, 400);
    const auto inked = [&] {
        const QImage image = det.grab().toImage();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == themeTokens(&det).current;
        }
        return pixels;
    };
    const int before = inked();
    det.setAnalysis(m_analysis);
    QVERIFY2(inked() > before + 50, qPrintable(QString::number(inked())));
    cursor.setValue(0.8);
    det.setAnalysis(m_analysis);
    const reid::DetPoint at = reid::errorRates(m_analysis->layers.matches, m_analysis->layers.closestOther, 8000);
    QVERIFY(at.falseNonMatch > 0.1);
    QVERIFY(det.accessibleDescription().contains(QString::number(100 * at.falseNonMatch, 'f', 1)));
}

void TestPage::reportsAreSaved_data()
{
    QTest::addColumn<ReportTab::Format>("format");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("pdf") << ReportTab::Format::Pdf << QByteArray("%PDF-");
    QTest::newRow("markdown") << ReportTab::Format::Markdown << QByteArray("# ");
    QTest::newRow("json") << ReportTab::Format::Json << QByteArray("\"recommendation\"");
    QTest::newRow("csv") << ReportTab::Format::Csv << QByteArray("threshold");
    QTest::newRow("png") << ReportTab::Format::Png << QByteArray("PNG");
    QTest::newRow("svg") << ReportTab::Format::Svg << QByteArray("<svg");
}

void TestPage::reportsAreSaved()
{
    QFETCH(ReportTab::Format, format);
    QFETCH(QByteArray, contains);
    ThresholdCursor cursor;
    ReportTab tab(cursor);
    tab.setAnalysis(m_analysis);
    cursor.setValue(0.58);
    QCOMPARE(tab.settingsLine(), QStringLiteral("REID_THRESHOLD=0.58"));
    QSignalSpy saved(&tab, &ReportTab::saved);
    const QString path = m_folder.filePath(QStringLiteral("report.") + ReportTab::suffix(format));
    tab.save(format, path);
    QCOMPARE(saved.size(), 0); // elsewhere, not here and now
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(saved.first().at(1).value<Result<void>>());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(contains));
    tab.save(format, m_folder.filePath(QStringLiteral("missing/folder/report")));
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY(!saved.last().at(1).value<Result<void>>());
}

QTEST_MAIN(TestPage)
#include "test_page.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// How scores are binned, how figures are saved, what suspects are shown, and how analyses are compared over restarts.
#include "core/reid/text.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/bysextab.h"
#include "ui/reid/charts/chartexport.h"
#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/layerlegend.h"
#include "ui/reid/charts/sharepane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/diagnosistab.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/figurerow.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/panels/nextstepscard.h"
#include "ui/reid/panels/recommendationcard.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/reid/previousanalysis.h"
#include "ui/reid/reidpage.h"
#include "ui/reid/sweepmodel.h"
#include "ui/reid/tradeofftab.h"
#include "ui/reid/words.h"
#include "ui/widgets/fields/segmentedcontrol.h"

#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace herdbook;
using namespace herdbook::ui;

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binsBeginAtTheThresholdInForce();
    void automaticBinsShowBothPeaks();
    void binsAreTypedOrRefused();
    void everyFigureIsSaved_data();
    void everyFigureIsSaved();
    void whatCantBeWrittenIsSaid();
    void grayPrintKeepsLayersApart();
    void suspectsHavePictures();
    void checksNameTheirDeer();
    void unsoundDataShowsItsChecks();
    void comparisonOutlivesTheProgram();
    void aCertificateHasItsDayOrWhatIsWritten();
    void aCertificateInDoubtIsNoGreenTick();
    void falseMatchesAreOfTheUnassigned();
    void aMissedGoalIsNotShownAsReached();
    void anEstimateOfAPartSaysOfWhich();
    void anEmptyDatabaseHasAThresholdInForce();
    void chartsTellNoShareThatNobodyJudged();
    void aLowPlotKeepsALineOfItsLegend();

private:
    QString output(const QString &name) const
    {
        return qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) + u'/' + name;
    }

    QTemporaryDir m_folder;
    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend);
};

void TestFigures::binsBeginAtTheThresholdInForce()
{
    reid::ScoreCounts scores;
    for (const int ticks : {6999, 7000, 7099, 7100, 9999, 10000})
        scores.add(ticks);
    const LayerBins bins = binLayer(scores, 6500, 10000, 100, 7000);
    QCOMPARE(bins.from, 0.65);
    QCOMPARE(bins.counts.size(), std::size_t(35));
    QCOMPARE(bins.counts[4], 1U); // [0.69, 0.70)
    QCOMPARE(bins.counts[5], 2U); // [0.70, 0.71)
    QCOMPARE(bins.counts[6], 1U);
    QCOMPARE(bins.counts.back(), 2U); // with the scores of exactly 1
    const LayerBins wide = binLayer(scores, 6510, 7050, 300, 7000);
    QCOMPARE(wide.from, 0.64);
    QCOMPARE(wide.counts, (std::vector<std::uint32_t>{0, 1, 3})); // 0.64, 0.67, 0.70 .. 0.73
}

void TestFigures::aCertificateHasItsDayOrWhatIsWritten()
{
    reid::Recommendation recommendation;
    recommendation.certification.certificate =
        reid::Certificate{.45, "2026-11-28T02:30:00Z", "ranger", 186, {"doe"}, std::string(64, 'a'), 0};
    recommendation.certification.certificate->day = "2026-11-27"; // at the site
    QCOMPARE(certifiedDay(recommendation), dateText(QDate(2026, 11, 27)));
    recommendation.certification.certificate->day = "in autumn";
    QCOMPARE(certifiedDay(recommendation), QStringLiteral("in autumn"));
}

void TestFigures::chartsTellNoShareThatNobodyJudged()
{
    struct Wrong : WrongSharePane
    {
        using WrongSharePane::sharesOf;
        using WrongSharePane::WrongSharePane;
    };
    struct False : FpirPane
    {
        using FpirPane::FpirPane;
        using FpirPane::sharesOf;
    };
    ThresholdCursor cursor;
    PlotRange range;
    const Wrong wrong(cursor, range);
    const False matches(cursor, range);
    reid::Evaluation at;
    at.added = 100;
    at.fdr = at.fpir = .4;
    at.fdrUpper = at.fpirUpper = .9;
    at.unjudged = 5;
    QVERIFY(wrong.sharesOf(at).first && wrong.sharesOf(at).second && matches.sharesOf(at).first);
    at.unjudged = 40;
    QVERIFY(!wrong.sharesOf(at).first && !matches.sharesOf(at).first);
}

void TestFigures::aLowPlotKeepsALineOfItsLegend()
{
    std::vector<LegendKey> entries;
    for (int at = 0; at < 5; ++at)
        entries.push_back(lineEntry(QStringLiteral("by hidden profiles %1").arg(at), QPen(Qt::black)));
    const qreal room = legendWidth(entries) / 2;
    QVERIFY(legendLines(entries, room) > 1);
    const std::vector<LegendKey> line = legendLine(entries, room);
    QCOMPARE(legendLines(line, room), 1);
    QVERIFY(!line.empty() && line.size() < entries.size());
    QCOMPARE(line.front().text, entries.front().text);
    QCOMPARE(legendLine(entries, legendWidth(entries)).size(), entries.size());

    ThresholdCursor cursor;
    PlotRange range;
    range.setHome(lowestShown(*m_analysis), 1.0);
    WrongSharePane pane(cursor, range);
    pane.resize(420, 110);
    pane.setPlotMargins({58, 44, 20, 6});
    pane.setAnalysis(m_analysis);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({420, 140});
    QPainter painter(&generator);
    pane.paintFigure(painter, lightTokens());
    painter.end();
    QVERIFY2(buffer.data().contains("% bound"), buffer.data().constData());
    QVERIFY(pane.describeAt(0.6).contains(QLatin1String("profiles hidden"))); // what had no room
}

void TestFigures::anEstimateOfAPartSaysOfWhich()
{
    auto part = std::make_shared<reid::Analysis>(*m_analysis);
    part->judgedAssigned = part->counts.assigned - 10;
    FigureRow row;
    row.setAnalysis(part);
    const QString whom = QStringLiteral("of %1 from 0.70 on; an estimate:")
                             .arg(QString::fromStdString(reid::text::count(part->judgedAssigned)));
    const QList<QLabel *> notes = row.findChildren<QLabel *>();
    QVERIFY(std::any_of(notes.begin(), notes.end(), [&](const QLabel *note) {
        return note->text().startsWith(whom) &&
               note->text().endsWith(QLatin1String("; of the other 10 nothing is known"));
    }));
}

void TestFigures::anEmptyDatabaseHasAThresholdInForce()
{
    FigureRow row;
    const auto texts = [&] {
        QStringList all;
        for (const QLabel *label : row.findChildren<QLabel *>())
            all << label->text();
        return all;
    };
    row.setAnalysis(test::syntheticAnalysis(reid::Status::NoData));
    QVERIFY2(texts().contains(QStringLiteral("0.70")), qPrintable(texts().join(u'|')));
    QVERIFY(texts().contains(QStringLiteral("what new photos are assigned by")));
    row.setAnalysis({});
    QVERIFY(!texts().contains(QStringLiteral("0.70")));
}

void TestFigures::aCertificateInDoubtIsNoGreenTick()
{
    auto certified = std::make_shared<reid::Analysis>(*m_analysis);
    reid::Recommendation &recommendation = certified->recommendation;
    recommendation.vouched = true;
    recommendation.certification.certificate =
        reid::Certificate{0.55, "2026-11-28T10:00:00Z", "ranger", 186, {}, std::string(64, 'a'), 0, 500, 500};
    recommendation.certification.certificate->day = "2026-11-28";
    reid::Evaluation &at = *recommendation.at;
    at.unjudged = 0;
    const auto texts = [](const QWidget &widget) {
        QStringList all;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            all << label->text();
        return all.join(u'|');
    };
    RecommendationCard card;
    FigureRow row;
    const auto *doubt = card.findChild<QLabel *>(QStringLiteral("doubt"));
    at.fdr = .01;
    card.setAnalysis(certified);
    row.setAnalysis(certified);
    QVERIFY(doubt->isHidden());
    QVERIFY(texts(card).contains(QLatin1String("Certified 28 Nov 2026")));
    QVERIFY(texts(card).contains(QLatin1String("It gives 500 more detections a profile")));
    QVERIFY(texts(card).contains(QLatin1String("Nobody has looked at what 0.55 would assign besides")));
    QVERIFY(!texts(row).contains(QLatin1String("In doubt")));
    at.fdr = .9;
    card.setAnalysis(certified);
    row.setAnalysis(certified);
    QVERIFY(!doubt->isHidden() && doubt->text().contains(QLatin1String("one of the two is mistaken")));
    QVERIFY(texts(card).contains(QLatin1String("Certified, in doubt")));
    QVERIFY(texts(row).contains(QLatin1String("In doubt")));
}

void TestFigures::falseMatchesAreOfTheUnassigned()
{
    // The estimate over all unassigned: of 500 strangers among 10,000 all may be matched, and it is 5%.
    RecommendationCard card;
    card.setAnalysis(m_analysis);
    const QList<QLabel *> goals = card.findChildren<QLabel *>();
    QVERIFY(std::any_of(goals.begin(), goals.end(), [](const QLabel *label) {
        return label->text() == QLatin1String("False matches under 5% of the unassigned");
    }));
    ThresholdCursor cursor;
    TradeoffTab tab(cursor);
    tab.setAnalysis(m_analysis);
    const auto *pane = tab.findChild<FpirPane *>();
    const SweepModel sweep;
    for (const QString &words :
         {pane->describeAt(.6), sweep.headerData(SweepModel::Fpir, Qt::Horizontal, Qt::ToolTipRole).toString()})
        QVERIFY2(words.contains(QLatin1String("(FPIR)")), qPrintable(words)); // the field's term
    for (const QString &words : {pane->describeAt(.6), pane->accessibleName(),
                                 sweep.headerData(SweepModel::Fpir, Qt::Horizontal, Qt::ToolTipRole).toString()}) {
        QVERIFY2(words.contains(QLatin1String("of the unassigned")), qPrintable(words));
        QVERIFY2(!words.contains(QLatin1String("stranger"), Qt::CaseInsensitive), qPrintable(words));
    }
}

void TestFigures::aMissedGoalIsNotShownAsReached()
{
    auto missed = std::make_shared<reid::Analysis>(*m_analysis);
    missed->recommendation.goals = {
        {"gain", "At least 20% more", reid::Verdict::Fail, .196, std::nullopt, .2},
        {"fdr", "Wrong share under 5%", reid::Verdict::Fail, .0504, .061, .05},
        {"fpir", "False matches under 5% of the unassigned", reid::Verdict::Pass, .0496, std::nullopt, .05}};
    RecommendationCard card;
    card.setAnalysis(missed);
    QStringList shown;
    for (const QLabel *label : card.findChildren<QLabel *>())
        shown << label->text();
    for (const char *value : {"+19.6%", "5.04%, at most 6.1%", "4.96%"})
        QVERIFY2(shown.contains(QLatin1String(value)), qPrintable(shown.join(u'|')));
    const QString reason = fullReason(*missed);
    QVERIFY2(reason.contains(QLatin1String("At least 20% more: +19.6% (fail)")), qPrintable(reason));
}

void TestFigures::automaticBinsShowBothPeaks()
{
    reid::ScoreCounts peaks;
    for (int i = -300; i <= 300; ++i) {
        peaks.add(3700 + i, static_cast<std::uint32_t>(20 - std::abs(i) / 15));
        peaks.add(6000 + 4 * i, static_cast<std::uint32_t>(20 - std::abs(i) / 15));
    }
    QVERIFY(automaticBinTicks(peaks) <= 50); // Freedman and Diaconis' rule over all of it would say about 400
    reid::ScoreCounts one;
    one.add(5000, 40);
    QCOMPARE(automaticBinTicks(one), 100); // nothing to go by
    QCOMPARE(automaticBinTicks({}), 100);
}

void TestFigures::binsAreTypedOrRefused()
{
    ThresholdCursor cursor;
    PlotRange range;
    HistogramPane histogram(cursor, range);
    histogram.setAnalysis(m_analysis);
    LayerLegend legend(histogram);
    auto *bins = legend.findChild<QComboBox *>();
    QVERIFY(bins != nullptr);
    const auto type = [&](const QString &text) {
        bins->lineEdit()->setText(text);
        QTest::keyClick(bins->lineEdit(), Qt::Key_Return);
    };
    type(QStringLiteral("137"));
    QCOMPARE(histogram.binning().bins, 137);
    QCOMPARE(histogram.binWidth(), std::lround(range.width() * 10000 / 137) / 10000.0);
    for (const char *wrong : {"19", "401", "-50", "many", "", "20.5"}) {
        type(QString::fromLatin1(wrong));
        QCOMPARE(histogram.binning().bins, 137);
        QVERIFY2(bins->accessibleDescription().contains(QLatin1String("20 to 400")), wrong);
    }
    type(QStringLiteral("auto"));
    QCOMPARE(histogram.binning().bins, 0);
    QVERIFY(bins->accessibleDescription().isEmpty());
    for (const int edge : {Binning::kFewest, Binning::kMost}) {
        type(QString::number(edge));
        QCOMPARE(histogram.binning().bins, edge);
    }
}

void TestFigures::everyFigureIsSaved_data()
{
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("format");
    for (const char *tab : {"distribution", "tradeoff", "bysex"}) {
        for (const char *format : {"png", "svg", "csv"})
            QTest::addRow("%s %s", tab, format) << QString::fromLatin1(tab) << QString::fromLatin1(format);
    }
}

void TestFigures::everyFigureIsSaved()
{
    QFETCH(QString, tab);
    QFETCH(QString, format);
    ThresholdCursor cursor;
    DistributionTab distribution(cursor);
    TradeoffTab tradeoff(cursor);
    BySexTab bySex(cursor);
    QWidget *shown = tab == QLatin1String("tradeoff") ? static_cast<QWidget *>(&tradeoff)
                     : tab == QLatin1String("bysex")  ? static_cast<QWidget *>(&bySex)
                                                      : &distribution;
    distribution.setAnalysis(m_analysis);
    tradeoff.setAnalysis(m_analysis);
    bySex.setAnalysis(m_analysis);
    cursor.setValue(0.55);
    shown->resize(1300, 680);
    shown->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    const QList<Figure *> figures = shown == &tradeoff ? tradeoff.figures()
                                    : shown == &bySex  ? bySex.figures()
                                                       : distribution.figures();
    QVERIFY(figures.size() >= 3);
    const QString path = output(QStringLiteral("figures-%1.%2").arg(tab, format));
    QFile::remove(path);
    int calls = 0;
    writeFigures(figures, format, path, this, [&](const QString &at, const Result<void> &result) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(at, path);
        QCOMPARE(QThread::currentThread(), qApp->thread());
        ++calls;
    });
    QCOMPARE(calls, 0); // it is written on another thread
    QTRY_COMPARE(calls, 1);
    if (format == QLatin1String("png")) {
        QSize size;
        for (const Figure *figure : figures)
            size = {std::max(size.width(), figure->figureSize().width()),
                    size.height() + figure->figureSize().height()};
        QCOMPARE(QImage(path).size(), 2 * size);
        return;
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (format == QLatin1String("svg")) {
        QVERIFY(bytes.contains("<svg") && bytes.contains("<path"));
        if (tab == QLatin1String("distribution")) // the hatch is there, as lines
            QVERIFY(bytes.count(lightTokens().assignedFill.name().toLatin1()) > 10);
        QVERIFY(!bytes.contains("<image") || tab == QLatin1String("bysex") || bytes.count("<image") < 8); // vectors
        return;
    }
    QCOMPARE(bytes.count("\n# ") + 1, figures.size()); // a block each
    if (tab == QLatin1String("tradeoff"))
        QVERIFY(bytes.contains("threshold,false_match_rate,false_non_match_rate\r\n"));
    if (tab == QLatin1String("bysex")) {
        const std::string id = reid::toString(m_analysis->data.profiles.front().id);
        QVERIFY(bytes.contains(("\ndeer," + id).c_str()));
        QVERIFY(bytes.contains((id + ",1.0000,").c_str()));
    }
}

void TestFigures::whatCantBeWrittenIsSaid()
{
    ThresholdCursor cursor;
    DetView det(cursor);
    det.setAnalysis(m_analysis);
    int calls = 0;
    writeFigures({&det}, QStringLiteral("csv"), QStringLiteral("/nowhere/at/all.csv"), this,
                 [&](const QString &, const Result<void> &result) {
                     QVERIFY(!result);
                     QVERIFY(!result.error().message.isEmpty());
                     ++calls;
                 });
    QTRY_COMPARE(calls, 1);
}

void TestFigures::grayPrintKeepsLayersApart()
{
    ThresholdCursor cursor;
    DistributionTab tab(cursor);
    tab.setAnalysis(m_analysis);
    tab.resize(1300, 680);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    const QImage gray = figuresAsImage(tab.figures()).convertToFormat(QImage::Format_Grayscale8);
    QVERIFY(gray.save(output(QStringLiteral("figures-gray.png"))));
    // The ground, the unassigned's fill and the band are three grays; lines are dark.
    const auto lightness = [](const QColor &color) { return qGray(color.rgb()); };
    const ThemeTokens &tokens = lightTokens();
    QVERIFY(lightness(tokens.surface) - lightness(tokens.unassigned) >= 30);
    QVERIFY(lightness(tokens.unassigned) - lightness(tokens.mate) >= 60);
    QVERIFY(lightness(tokens.surface) - lightness(tokens.band) >= 20);
}

void TestFigures::suspectsHavePictures()
{
    DiagnosisTab *tab = nullptr;
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.setAnalysis(m_analysis);
    DiagnosisTab diagnosis;
    tab = &diagnosis;
    connect(tab, &DiagnosisTab::picturesWanted, this, [&] { tab->suspects()->setSets(panel.sharedSets()); });
    tab->setAnalysis(m_analysis);
    tab->resize(1300, 900);
    tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(tab));
    SuspectsView *suspects = tab->suspects();
    const reid::BurstConflict &burst = m_analysis->burstConflicts.front();
    const QStringList told{QStringLiteral("Deer 4 and Deer 8"),
                           QStringLiteral("only 0.410 with the closest deer of its own sex."),
                           QStringLiteral("two animals of one photo, from 0.560"),
                           QStringLiteral("two deer, %1 and %2, from 0.570")
                               .arg(nameOfDeer(*m_analysis, burst.first), nameOfDeer(*m_analysis, burst.second))};
    QVERIFY(told.last().contains(QLatin1String("Deer 4")));
    for (int kind = 0; kind < SuspectsView::kKinds; ++kind) {
        suspects->kinds()->setCurrentIndex(kind);
        QCOMPARE(suspects->gallery()->count(), SuspectsView::count(*m_analysis, static_cast<SuspectsView::Kind>(kind)));
        QVERIFY(suspects->gallery()->count() > 0);
        QVERIFY2(suspects->sentence(static_cast<SuspectsView::Kind>(kind), 0).contains(told.at(kind)),
                 qPrintable(suspects->sentence(static_cast<SuspectsView::Kind>(kind), 0)));
    }
    // A pair without any detection has no picture; the sentence is of the pair that is shown.
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->duplicateProfiles.insert(analysis->duplicateProfiles.begin(), {1, 2, true, 9500});
    for (reid::Detection &detection : analysis->data.detections)
        detection.ownProfile = detection.ownProfile == 1 || detection.ownProfile == 2 ? -1 : detection.ownProfile;
    panel.setAnalysis(analysis);
    tab->setAnalysis(analysis);
    suspects->kinds()->setCurrentIndex(0);
    QCOMPARE(suspects->gallery()->count(), std::size_t(1));
    const QString sentence = suspects->sentence(SuspectsView::Kind::LookAlikes, 0);
    QVERIFY2(sentence.contains(told.first()), qPrintable(sentence));
    QVERIFY2(sentence.contains(QLatin1String("1 of 2 pairs has a photo")), qPrintable(sentence));
}

void TestFigures::checksNameTheirDeer()
{
    using Outcome = reid::Check::Outcome;
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->data.profiles[7].name.clear();
    const QString unnamed = QString::fromStdString(reid::toString(analysis->data.profiles[7].id)).left(8);
    reid::Check check{"duplicate_profiles", "Are the profiles different animals?", Outcome::Warn, "1 pair.", {}};
    QCOMPARE(IntegrityList::deerOf(*analysis, check), QStringList{QStringLiteral("Deer 4 and ") + unnamed});
    analysis->integrity = {check};
    IntegrityList list;
    list.setWithPairs({QStringLiteral("duplicate_profiles")});
    list.setAnalysis(analysis);
    const QList<QLabel *> labels = list.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == QStringLiteral("Deer: Deer 4 and ") + unnamed;
    }));
    QSignalSpy asked(&list, &IntegrityList::pairsAsked);
    list.findChild<QPushButton *>()->click();
    QCOMPARE(asked.size(), 1);
    check.outcome = Outcome::Pass;
    QVERIFY(IntegrityList::deerOf(*analysis, check).isEmpty());
    // Detections are told by the deer they are assigned to, and not all of many.
    check = {"assigned_sex", "Do assigned detections have their deer's sex?", Outcome::Warn, "10 of 11.", {}};
    for (std::size_t at = 0; at < 10; ++at) {
        reid::Detection &detection = analysis->data.detections[at];
        detection.label = detection.label == reid::Label::Buck ? reid::Label::Doe : reid::Label::Buck;
    }
    const QStringList deer = IntegrityList::deerOf(*analysis, check);
    QCOMPARE(deer.first(), QStringLiteral("Deer 1"));
    QCOMPARE(deer.last(), QStringLiteral("4 more"));
    QCOMPARE(deer.size(), 7);
    // Those without a usable profile are no part of what was analyzed, but have their names.
    check = {"profiles", "Does every deer have a usable profile?", Outcome::Warn, "2 of 55.", {}};
    check.rows = {reid::Uuid{}, analysis->data.profiles[7].id};
    check.names = {"Old Tom", ""};
    QCOMPARE(IntegrityList::deerOf(*analysis, check), (QStringList{QStringLiteral("Old Tom"), unnamed}));
    // Different deer of one name are several; a list that ends at its most doesn't tell how many there are.
    check.rows.clear();
    while (check.rows.size() < reid::Check::kMostRows - 1) {
        check.rows.emplace_back();
        check.rows.back()[0] = static_cast<std::uint8_t>(check.rows.size());
    }
    check.names.assign(check.rows.size(), "Old Tom");
    QCOMPARE(IntegrityList::deerOf(*analysis, check).last(), QStringLiteral("93 more"));
    check.rows.emplace_back();
    check.rows.back()[0] = 200;
    check.names.emplace_back("Old Tom");
    QCOMPARE(IntegrityList::deerOf(*analysis, check), QStringList(6, QStringLiteral("Old Tom"))
                                                          << QStringLiteral("and more"));
}

void TestFigures::unsoundDataShowsItsChecks()
{
    ThresholdCursor cursor;
    DistributionTab tab(cursor);
    tab.resize(1300, 760);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    const auto *next = tab.findChild<NextStepsCard *>();
    tab.setAnalysis(m_analysis);
    QCOMPARE(tab.figures().size(), 3);
    QVERIFY(next->isHidden());
    tab.setAnalysis(test::syntheticAnalysis(reid::Status::Abstain)); // one of its checks failed
    QCOMPARE(tab.figures().size(), 1);
    QVERIFY(next->isVisible());
    QVERIFY(next->text().contains(QLatin1String("1. Embed profiles")));
    tab.setAnalysis(m_analysis);
    QCOMPARE(tab.figures().size(), 3);
}

void TestFigures::comparisonOutlivesTheProgram()
{
    const QString file = m_folder.filePath(QStringLiteral("previous.ini"));
    const QString source = QStringLiteral("Ranch = a/b %1");
    reid::Analysis before = *m_analysis;
    before.madeAt = "2026-11-12T09:30:00Z";
    {
        QSettings settings(file, QSettings::IniFormat);
        QVERIFY(!PreviousAnalysis::load(settings, source));
        PreviousAnalysis::of(before).save(settings, source);
    }
    const QSettings settings(file, QSettings::IniFormat);
    QVERIFY(!PreviousAnalysis::load(settings, QStringLiteral("another")));
    const auto previous = PreviousAnalysis::load(settings, source);
    QVERIFY(previous);
    QVERIFY(previous->fingerprint == before.fingerprint);
    reid::Analysis now = *m_analysis;
    now.madeAt = "2026-11-22T13:58:00Z";
    QCOMPARE(previous->comparison(now, QTimeZone::utc()), QStringLiteral("since 12 Nov 2026: the same counts"));
    now.fingerprint.rowVersions = "1";
    PreviousAnalysis certain = *previous;
    certain.fingerprint.rowVersions = "1";
    const QDateTime asked(QDate(2026, 11, 22), QTime(14, 5), Qt::UTC);
    QCOMPARE(certain.comparison(now, QTimeZone::utc(), asked), QStringLiteral("the data hadn’t changed by 14:05"));
    // A trial certifies or refutes without a change of the data.
    reid::Analysis tried = now;
    tried.recommendation.threshold = 0.5;
    QCOMPARE(certain.comparison(tried, QTimeZone::utc(), asked),
             QStringLiteral("the data hadn’t changed by 14:05, recommended 0.550 → 0.500"));
    tried.fingerprint.rowVersions.clear();
    tried.recommendation.threshold.reset();
    QCOMPARE(previous->comparison(tried, QTimeZone::utc()),
             QStringLiteral("since 12 Nov 2026: the same counts, recommended 0.550 → none"));
    now.fingerprint.scoreRows += 1;
    QCOMPARE(previous->comparison(now, QTimeZone::utc()),
             QStringLiteral("since 12 Nov 2026: the same counts, but other rows"));
    now.fingerprint.detections += 340;
    now.fingerprint.assigned += 67;
    now.recommendation.threshold = 0.56;
    QCOMPARE(previous->comparison(now, QTimeZone::utc()),
             QStringLiteral("since 12 Nov 2026: +340 detections, rate 9.5% → 9.8%, recommended 0.550 → 0.560"));
    now.madeAt = "2027-01-02T00:00:00Z";
    QVERIFY(previous->comparison(now, QTimeZone::utc()).startsWith(QLatin1String("since 12 Nov 2026: ")));
    now.fingerprint.detections = 0;
    now.fingerprint.assigned = 0;
    QVERIFY(previous->comparison(now, QTimeZone::utc()).contains(QStringLiteral("9.5% → none")));
}

QTEST_MAIN(TestFigures)
#include "test_figures.moc"

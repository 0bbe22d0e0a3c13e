// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reid/syntheticanalysis.h"
#include "tests/ui/spoken.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/labelplaces.h"
#include "ui/widgets/style/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace herdbook;
using namespace herdbook::ui;

class TestDistribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void marksGiveWayToEachOther_data();
    void marksGiveWayToEachOther();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

void TestDistribution::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp, *m_settings);
}

void TestDistribution::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<reid::Status>("status");
    QTest::newRow("recommended-light") << false << reid::Status::Recommend;
    QTest::newRow("recommended-dark") << true << reid::Status::Recommend;
    QTest::newRow("abstained-light") << false << reid::Status::Abstain;
}

void TestDistribution::pictures()
{
    QFETCH(bool, dark);
    QFETCH(reid::Status, status);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    ThresholdCursor cursor;
    DistributionTab tab(cursor);
    tab.resize(1340, 690);
    const SharedAnalysis analysis = test::syntheticAnalysis(status);
    tab.setAnalysis(analysis);
    cursor.setValue(0.55);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) +
                         QStringLiteral("/reid-%1.png").arg(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(tab.grab().save(path));
    // Why the bound rises stands under the curves, and only where they leave it room.
    auto *rise = tab.findChild<Label *>(QStringLiteral("rise"));
    QVERIFY(!boundSentence(*analysis).isEmpty());
    QCOMPARE(rise->text(), boundSentence(*analysis));
    QCOMPARE(rise->isVisible(), status == reid::Status::Recommend);
    tab.resize(1340, 480);
    QVERIFY(!rise->isVisible());
}

void TestDistribution::marksGiveWayToEachOther_data()
{
    QTest::addColumn<Language::Choice>("language");
    QTest::newRow("English") << Language::Choice::English;
    QTest::newRow("German") << Language::Choice::German; // its words are long
    QTest::newRow("Spanish") << Language::Choice::Spanish;
}

/// Any thresholds at any width: no label meets another or is cut off by the chart's edge.
void TestDistribution::marksGiveWayToEachOther()
{
    QFETCH(const Language::Choice, language);
    const test::Spoken spoken(*m_settings, language);
    ThresholdCursor cursor;
    PlotRange range;
    HistogramPane pane(cursor, range);
    pane.setPlotMargins({58, 34, 20, 24}); // as on the page
    const SharedAnalysis plain = test::syntheticAnalysis(reid::Status::Recommend, 300);
    std::mt19937 random(17);
    const auto within = [&random](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    constexpr reid::Status recommending[] = {reid::Status::Recommend, reid::Status::TrialOnly};
    for (int round = 0; round < 300; ++round) {
        auto analysis = std::make_shared<reid::Analysis>(*plain);
        analysis->options.current = within(200, 950) / 1000.0;
        analysis->options.thresholds.clear();
        for (int count = within(0, 12); count > 0; --count)
            analysis->options.thresholds.push_back(within(200, 950) / 1000.0);
        reid::Recommendation &recommendation = analysis->recommendation;
        recommendation.status = recommending[within(0, 1)];
        recommendation.vouched = within(0, 3) == 0;
        if (within(0, 4) == 0)
            recommendation.threshold.reset();
        else // often close to the one in force, where they would meet
            recommendation.threshold =
                within(0, 1) == 0 ? analysis->options.current + within(-40, 40) / 1000.0 : within(200, 950) / 1000.0;
        if (within(0, 1) == 0) {
            reid::SexAdvice bucks;
            bucks.sex = reid::Sex::Buck;
            bucks.decides = true;
            recommendation.sexes = {bucks};
        }
        const int from = within(0, 500);
        range.setHome(from / 1000.0, within(from + 100, 1000) / 1000.0);
        pane.resize(round % 2 == 0 ? 1280 : within(220, 1280), within(120, 400));
        pane.setAnalysis(analysis);

        const auto labels = pane.markLabels();
        const auto told = [&](const HistogramPane::MarkLabel &label) {
            return QStringLiteral("round %1, %2 wide: %3 at %4")
                .arg(QString::number(round), QString::number(pane.width()), label.text,
                     QString::number(label.place.left()));
        };
        for (std::size_t at = 0; at < labels.size(); ++at) {
            const HistogramPane::MarkLabel &label = labels[at];
            if (label.place.isNull())
                continue;
            const TextRole role =
                at == HistogramPane::InForce || at == HistogramPane::Proposed ? TextRole::LabelStrong : TextRole::Label;
            QVERIFY2(QRectF(pane.rect()).contains(label.place), qPrintable(told(label)));
            QVERIFY2(labelSize(label.text, role).width() <= std::min(300.0, label.place.width()),
                     qPrintable(told(label)));
            for (std::size_t other = 0; other < at; ++other)
                QVERIFY2(!labels[other].place.intersects(label.place),
                         qPrintable(told(labels[other]) + u'\n' + told(label)));
        }
        // Beside the axis' title there is always room for the one that matters most.
        const HistogramPane::MarkLabel &inForce = labels[HistogramPane::InForce];
        const bool seen = inForce.at >= range.from() && inForce.at <= range.to();
        if (pane.width() == 1280 && seen && pane.xOf(inForce.at) > labels[HistogramPane::Title].place.right())
            QVERIFY2(!inForce.place.isNull(), qPrintable(told(inForce)));
    }
}

QTEST_MAIN(TestDistribution)
#include "test_distribution.moc"

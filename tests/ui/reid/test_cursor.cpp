// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/charts/layerlegend.h"
#include "ui/reid/charts/ratepane.h"
#include "ui/reid/charts/sharepane.h"
#include "ui/reid/charts/similaritymap.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/widgets/style/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace herdbook;
using namespace herdbook::ui;

/// The one threshold cursor under mouse, keyboard and sweep, and what else the hand does in the charts.
class TestCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tab.reset(); }
    void keys_data();
    void keys();
    void drag();
    void dragSticksToMarks();
    void typedInTheSweep();
    void rowOfTheSweep();
    void homeAndEnd();
    void brushAndClear();
    void clickAsksForTheBin();
    void zoomAndReset();
    void legendCanBeReadSwitchedOff_data();
    void legendCanBeReadSwitchedOff();
    void logarithmicFollowsTheKey();
    void legendWraps();
    void accessibility();
    void everyChartHasAValue();

private:
    QPoint at(double score, int y = 80) const { return {qRound(m_tab->histogram()->xOf(score)), y}; }
    /// That whatever follows the cursor says the same threshold.
    void verifyAllFollow(double threshold);

    ThresholdCursor m_cursor;
    std::unique_ptr<DistributionTab> m_tab;
    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend);
};

void TestCursor::init()
{
    m_tab = std::make_unique<DistributionTab>(m_cursor);
    m_tab->resize(1340, 690);
    m_tab->setAnalysis(m_analysis);
    m_cursor.setValue(0.55);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
}

void TestCursor::verifyAllFollow(double threshold)
{
    QCOMPARE(m_cursor.value(), threshold);
    const reid::Evaluation expected = m_analysis->evaluate(threshold);
    QCOMPARE(m_tab->strip()->sentence(), summaryOf(expected));
    QVERIFY(m_tab->strip()->accessibleName().contains(m_cursor.text()));
    const int row = m_tab->sweep()->model().rowOf(threshold);
    const QModelIndexList selected = m_tab->sweep()->table()->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), row < 0 ? 0 : 1);
    if (row >= 0)
        QCOMPARE(selected.first().row(), row);
    for (ChartPane *chart : m_tab->charts())
        QCOMPARE(QAccessible::queryAccessibleInterface(chart)->text(QAccessible::Value), m_cursor.text());
}

void TestCursor::keys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<double>("expected");
    QTest::newRow("left") << Qt::Key_Left << Qt::KeyboardModifiers() << 0.545;
    QTest::newRow("right") << Qt::Key_Right << Qt::KeyboardModifiers() << 0.555;
    QTest::newRow("shift left") << Qt::Key_Left << Qt::KeyboardModifiers(Qt::ShiftModifier) << 0.5495;
    QTest::newRow("shift right") << Qt::Key_Right << Qt::KeyboardModifiers(Qt::ShiftModifier) << 0.5505;
    QTest::newRow("control left") << Qt::Key_Left << Qt::KeyboardModifiers(Qt::ControlModifier) << 0.5;
    QTest::newRow("control right") << Qt::Key_Right << Qt::KeyboardModifiers(Qt::ControlModifier) << 0.6;
}

void TestCursor::keys()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(double, expected);
    for (ChartPane *chart : m_tab->charts()) {
        m_cursor.setValue(0.55);
        QTest::keyClick(chart, key, modifiers);
        verifyAllFollow(expected);
    }
}

void TestCursor::drag()
{
    HistogramPane *histogram = m_tab->histogram();
    QSignalSpy moved(&m_cursor, &ThresholdCursor::moved);
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(0.55));
    for (const double score : {0.53, 0.50, 0.475, 0.4321})
        QTest::mouseMove(histogram, at(score));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(0.4321));
    QCOMPARE(moved.size(), 4);
    QVERIFY(std::abs(m_cursor.value() - 0.4321) < 0.001);
    verifyAllFollow(m_cursor.value());
    QTest::mouseMove(histogram, at(0.6));
    QCOMPARE(moved.size(), 4); // released
}

void TestCursor::dragSticksToMarks()
{
    HistogramPane *histogram = m_tab->histogram();
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(0.55));
    QTest::mouseMove(histogram, at(0.60) + QPoint(3, 0));
    QCOMPARE(m_cursor.value(), 0.6); // a row of the sweep, 3 pixels away
    QTest::mouseMove(histogram, at(0.60) + QPoint(9, 0));
    QVERIFY(m_cursor.value() > 0.601);
    QTest::mouseMove(histogram, at(0.70) - QPoint(3, 0));
    QCOMPARE(m_cursor.value(), 0.7); // in force
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(0.70));
    m_tab->sweep()->addThreshold(0.58);
    QCOMPARE(m_cursor.attracted(0.5805, 0.001), 0.58); // added rows attract as well
}

void TestCursor::typedInTheSweep()
{
    auto *editor = m_tab->sweep()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    const QList<QPushButton *> buttons = m_tab->sweep()->findChildren<QPushButton *>();
    const auto add = std::find_if(buttons.begin(), buttons.end(),
                                  [](const QPushButton *b) { return b->text() == QLatin1String("Add threshold"); });
    QVERIFY(add != buttons.end());
    QTest::mouseClick(*add, Qt::LeftButton);
    QVERIFY(editor->isVisible());
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("0.1"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(editor->isVisible()); // out of range: said, not taken
    QCOMPARE(m_cursor.value(), 0.55);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("0.5825"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(!editor->isVisible());
    QVERIFY(m_tab->sweep()->model().rowOf(0.5825) >= 0);
    verifyAllFollow(0.5825);
}

void TestCursor::rowOfTheSweep()
{
    QTableView *table = m_tab->sweep()->table();
    const int row = m_tab->sweep()->model().rowOf(0.65);
    const QModelIndex index = m_tab->sweep()->model().index(row, SweepModel::Rate);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    verifyAllFollow(0.65);
    m_cursor.setValue(0.6432);
    verifyAllFollow(0.6432); // no row has it: none is selected
}

void TestCursor::homeAndEnd()
{
    m_tab->histogram()->setFocus();
    QTest::keyClick(m_tab->histogram(), Qt::Key_Home);
    verifyAllFollow(0.7);
    QTest::keyClick(m_tab->histogram(), Qt::Key_End);
    verifyAllFollow(0.55);
}

void TestCursor::brushAndClear()
{
    HistogramPane *histogram = m_tab->histogram();
    QSignalSpy brushed(histogram, &ChartPane::brushed);
    QSignalSpy asked(m_tab.get(), &DistributionTab::detectionsAsked);
    QTest::mousePress(histogram, Qt::LeftButton, Qt::ShiftModifier, at(0.45));
    QTest::mouseMove(histogram, at(0.48));
    QTest::mouseRelease(histogram, Qt::LeftButton, Qt::ShiftModifier, at(0.50));
    QCOMPARE(brushed.size(), 1);
    QVERIFY(histogram->brush());
    QVERIFY(std::abs(histogram->brush()->first - 0.45) < 0.002);
    QVERIFY(std::abs(histogram->brush()->second - 0.50) < 0.002);
    QCOMPARE(m_cursor.value(), 0.55);
    QCOMPARE(asked.size(), 1); // the gallery filters
    QCOMPARE(asked.first().at(0).toDouble(), histogram->brush()->first);
    QTest::keyClick(histogram, Qt::Key_Escape);
    QVERIFY(!histogram->brush());
    QCOMPARE(brushed.size(), 2);
}

void TestCursor::clickAsksForTheBin()
{
    QSignalSpy asked(m_tab.get(), &DistributionTab::detectionsAsked);
    QTest::mouseClick(m_tab->histogram(), Qt::LeftButton, {}, at(0.4653));
    QVERIFY(asked.isEmpty()); // it may still become a double click
    QTRY_COMPARE(asked.size(), 1);
    const auto [from, to] = m_tab->histogram()->binAt(0.4653);
    QCOMPARE(asked.first().at(0).toDouble(), from);
    QCOMPARE(asked.first().at(1).toDouble(), to);
    QVERIFY(from <= 0.4653 && 0.4653 < to);
    QCOMPARE(m_cursor.value(), 0.55);
}

void TestCursor::zoomAndReset()
{
    HistogramPane *histogram = m_tab->histogram();
    PlotRange &range = m_tab->range();
    const double width = range.width();
    const QPointF spot = at(0.5);
    QWheelEvent wheel(spot, histogram->mapToGlobal(spot), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(histogram, &wheel);
    QVERIFY(range.width() < width);
    QVERIFY(std::abs(histogram->scoreAt(spot.x()) - 0.5) < 0.002); // stays where it was
    QTest::mousePress(histogram, Qt::LeftButton, Qt::ControlModifier, at(0.5));
    QTest::mouseRelease(histogram, Qt::LeftButton, Qt::ControlModifier, at(0.6));
    QVERIFY(std::abs(range.from() - 0.5) < 0.003);
    QVERIFY(std::abs(range.to() - 0.6) < 0.003);
    QCOMPARE(m_tab->charts().at(2)->scoreAt(m_tab->charts().at(2)->plotArea().left()), range.from()); // all follow
    // As a mouse does it: press and release, then press as a double click and release. It opens nothing.
    QSignalSpy asked(m_tab.get(), &DistributionTab::detectionsAsked);
    const QPointF where = at(0.53);
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick,
                            QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, where, histogram->mapToGlobal(where), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(histogram, &event);
    }
    QVERIFY(!range.isZoomed());
    QTest::qWait(2 * QGuiApplication::styleHints()->mouseDoubleClickInterval());
    QVERIFY(asked.isEmpty());
}

void TestCursor::legendCanBeReadSwitchedOff_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestCursor::legendCanBeReadSwitchedOff()
{
    QFETCH(const bool, dark);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("theme.ini")), QSettings::IniFormat);
    Theme theme(*qApp, settings);
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    QCoreApplication::processEvents(); // the palette reaches every widget
    for (LayerSwitch *entry : m_tab->findChildren<LayerSwitch *>()) {
        entry->setChecked(false);
        const QRect words = entry->rect().adjusted(26, 2, -2, -2);
        const double ratio = test::strongestContrast(test::picture(*entry, words));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(entry->text()).arg(ratio)));
    }
}

void TestCursor::logarithmicFollowsTheKey()
{
    auto *box = m_tab->findChild<QCheckBox *>();
    QVERIFY(box != nullptr);
    m_tab->histogram()->setFocus();
    QTest::keyClick(m_tab->histogram(), Qt::Key_L);
    QVERIFY(m_tab->histogram()->isLogarithmic());
    QVERIFY(box->isChecked());
    box->click();
    QVERIFY(!m_tab->histogram()->isLogarithmic());
    for (LayerSwitch *entry : m_tab->findChildren<LayerSwitch *>()) {
        const bool shown = m_tab->histogram()->layers() & entry->layer();
        QCOMPARE(entry->isChecked(), shown);
        entry->click();
        QCOMPARE(static_cast<bool>(m_tab->histogram()->layers() & entry->layer()), !shown);
    }
}

void TestCursor::legendWraps()
{
    LayerLegend legend(*m_tab->histogram());
    const QSize line = legend.sizeHint();
    const int narrow = line.width() / 2;
    QVERIFY(legend.heightForWidth(narrow) > line.height());
    legend.resize(narrow, legend.heightForWidth(narrow));
    legend.show();
    QVERIFY(QTest::qWaitForWindowExposed(&legend));
    const QList<LayerSwitch *> entries = legend.findChildren<LayerSwitch *>();
    QCOMPARE(entries.size(), 5);
    for (const LayerSwitch *entry : entries) {
        QVERIFY2(entry->width() >= entry->sizeHint().width(), qPrintable(entry->text()));
        QVERIFY2(legend.rect().contains(entry->geometry()), qPrintable(entry->text()));
    }
    QVERIFY(entries.last()->y() > entries.first()->y());
}

void TestCursor::everyChartHasAValue()
{
    PlotRange range;
    DetView det(m_cursor);
    SimilarityMap map;
    RatePane rate(m_cursor, range);
    for (const SharedAnalysis &analysis : {SharedAnalysis(), m_analysis}) {
        det.setAnalysis(analysis);
        map.setAnalysis(analysis);
        rate.setAnalysis(analysis);
        for (QWidget *chart : std::initializer_list<QWidget *>{&det, &map, &rate}) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(chart);
            QCOMPARE(face->role(), QAccessible::Chart);
            QVERIFY(!face->text(QAccessible::Value).isEmpty());
        }
        QVERIFY(!QAccessible::queryAccessibleInterface(&rate)->text(QAccessible::Description).isEmpty());
    }
    QCOMPARE(QAccessible::queryAccessibleInterface(&map)->text(QAccessible::Value), QStringLiteral("53 profiles"));
    QCOMPARE(QAccessible::queryAccessibleInterface(&det)->valueInterface()->currentValue().toDouble(),
             m_cursor.value());
}

void TestCursor::accessibility()
{
    for (ChartPane *chart : m_tab->charts()) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(chart);
        QCOMPARE(face->role(), QAccessible::Chart);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QAccessibleValueInterface *value = face->valueInterface();
        QVERIFY(value != nullptr);
        value->setCurrentValue(0.61);
        QCOMPARE(m_cursor.value(), 0.61);
        const QString before = face->text(QAccessible::Description);
        QVERIFY(!before.isEmpty());
        m_cursor.setValue(0.46);
        QVERIFY(face->text(QAccessible::Description) != before);
        QCOMPARE(face->text(QAccessible::Description), chart->describeAt(0.46));
    }
    const reid::Evaluation here = m_analysis->evaluate(0.46);
    QVERIFY(QAccessible::queryAccessibleInterface(m_tab->charts().at(1))
                ->text(QAccessible::Description)
                .contains(QLocale().toString(static_cast<qulonglong>(here.added))));
}

QTEST_MAIN(TestCursor)
#include "test_cursor.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

class TestDistribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();

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

QTEST_MAIN(TestDistribution)
#include "test_distribution.moc"

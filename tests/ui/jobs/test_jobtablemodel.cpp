// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/table/jobdelegate.h"
#include "ui/jobs/table/jobtable.h"
#include "ui/widgets/style/theme.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QProxyStyle>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace herdbook;
using namespace herdbook::jobs;
using namespace herdbook::ui;

namespace {

const QDateTime Noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

JobRow job(int number, RowState state = RowState::Completed)
{
    JobRow row;
    row.id = QStringLiteral("job-%1").arg(number, 5, 10, QLatin1Char('0'));
    row.title = QStringLiteral("Title %1").arg(number);
    row.state = state;
    row.createdAt = Noon.addSecs(number);
    row.mine = number % 2 == 0;
    row.searchText = row.title.toLower() + u'\n' + row.id;
    return row;
}

JobDelta delta(const QList<JobRow> &rows, const QStringList &gone = {})
{
    JobDelta delta;
    for (const JobRow &row : rows)
        delta.changed << std::make_shared<const JobRow>(row);
    delta.gone = gone;
    delta.health.complete = true;
    return delta;
}

QStringList idsOf(const JobTableModel &model)
{
    QStringList ids;
    for (int at = 0; at < model.rowCount(); ++at)
        ids << model.row(at)->id;
    return ids;
}

} // namespace

/// A desktop that wants nothing to move.
class StillStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

class TestJobTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theYoungestStandsFirst()
    {
        JobTableModel model([] { return Noon; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(delta({job(1), job(3), job(2)}));
        QCOMPARE(idsOf(model), (QStringList{job(3).id, job(2).id, job(1).id}));
        QCOMPARE(model.total(), 3);
        QCOMPARE(model.mineTotal(), 1);
    }

    /// Thousands of random changes, each compared with what filtering and sorting from nothing gives.
    void randomMergesEqualARebuild()
    {
        QRandomGenerator random(20261122);
        JobTableModel model([] { return Noon; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(delta({job(0)}));
        for (int round = 0; round < 400; ++round) {
            QList<JobRow> changed;
            const int count = random.bounded(10) == 0 ? 150 : 1 + random.bounded(6);
            for (int at = 0; at < count; ++at) {
                JobRow row = job(random.bounded(200), static_cast<RowState>(random.bounded(5)));
                row.fileSize = random.bounded(1000);
                row.title = QStringLiteral("Title %1").arg(random.bounded(50));
                changed << row;
            }
            QStringList gone;
            if (random.bounded(4) == 0)
                gone << job(random.bounded(200)).id;
            model.apply(delta(changed, gone));
            if (random.bounded(12) == 0)
                model.sort(random.bounded(int(JobTableModel::ColumnCount)),
                           random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (random.bounded(12) == 0)
                model.setFilter({random.bounded(2) == 0, static_cast<JobFilter::State>(random.bounded(5)), {}});
            const QStringList merged = idsOf(model);
            JobFilter filter = model.filter();
            filter.words = {QStringLiteral("title")};
            model.setFilter(filter); // everything matches: rebuilt
            QCOMPARE(merged, idsOf(model));
            for (int at = 0; at < model.rowCount(); ++at)
                QCOMPARE(model.indexOf(model.row(at)->id), at);
            filter.words.clear();
            model.setFilter(filter);
        }
    }

    void selectionAndScrollSurviveWhatHappensAround()
    {
        JobTableModel model([] { return Noon; });
        JobTable table(model);
        table.resize(900, 300);
        table.show();
        QList<JobRow> rows;
        for (int at = 0; at < 60; ++at)
            rows << job(at);
        model.apply(delta(rows));
        QVERIFY(table.selectJob(job(30).id));
        const int y = table.visualRect(table.currentIndex()).y();
        Q_UNUSED(y)
        model.apply(delta({job(100), job(101)}, {job(5).id}));
        QCOMPARE(table.currentJob()->id, job(30).id);
        QCOMPARE(table.selectedJobs().size(), 1);
        // Also a delivery so large that the model resets.
        QList<JobRow> many;
        for (int at = 200; at < 400; ++at)
            many << job(at);
        const int scroll = table.verticalScrollBar()->value();
        model.apply(delta(many));
        QCOMPARE(table.selectedJobs().value(0)->id, job(30).id);
        QCOMPARE(table.verticalScrollBar()->value(), scroll);
        // And a filter that leaves it.
        model.setFilter(JobFilter::of(false, JobFilter::State::Any, QStringLiteral("title 30")));
        QCOMPARE(table.selectedJobs().value(0)->id, job(30).id);
    }

    void newRowsWaitWhileOneAims()
    {
        JobTableModel model([] { return Noon; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(delta({job(1)}));
        model.setHolding(true);
        model.expect(job(7).id);
        model.apply(delta({job(3), job(5), job(7)}));
        QCOMPARE(idsOf(model), (QStringList{job(7).id, job(1).id}));
        QCOMPARE(model.heldBack(), 2);
        JobRow progress = job(3, RowState::Running);
        model.apply(delta({progress}));
        QCOMPARE(model.heldBack(), 2);
        model.release();
        QCOMPARE(idsOf(model), (QStringList{job(7).id, job(5).id, job(3).id, job(1).id}));
        QCOMPARE(model.row(2)->state, RowState::Running);
    }

    void jobsOfMineNeverWait()
    {
        JobTableModel model([] { return Noon; });
        model.apply(delta({job(1)}));
        model.setHolding(true);
        model.apply(delta({job(2)})); // run again here: whoever asked looks for it
        QCOMPARE(idsOf(model), (QStringList{job(2).id, job(1).id}));
        QCOMPARE(model.heldBack(), 0);
    }

    void hiddenRowsComeBack()
    {
        JobTableModel model([] { return Noon; });
        model.apply(delta({job(1), job(2)}));
        model.setHidden({job(1).id}, true);
        model.apply(delta({job(1, RowState::Failed)}));
        QCOMPARE(idsOf(model), QStringList{job(2).id});
        model.setHidden({job(1).id}, false);
        QCOMPARE(idsOf(model), (QStringList{job(2).id, job(1).id}));
    }

    void onlyJobsOfMineThatRanAreAnnounced()
    {
        JobTableModel model([] { return Noon; });
        QSignalSpy ended(&model, &JobTableModel::ended);
        model.apply(delta({job(2, RowState::Completed), job(4, RowState::Running), job(5, RowState::Running)}));
        QCOMPARE(ended.size(), 0);
        model.apply(delta({job(4, RowState::Completed), job(5, RowState::Completed)}));
        QCOMPARE(ended.size(), 1);
        model.apply(delta({job(4, RowState::Expired)}));
        QCOMPARE(ended.size(), 1);
    }

    /// A file that is missing at first sight is found missing a moment later, or found: until then it isn't called ready.
    void anEndIsToldWhenItsFileIsSeen()
    {
        JobTableModel model([] { return Noon; });
        QSignalSpy ended(&model, &JobTableModel::ended);
        JobRow made = job(2);
        made.fileName = QStringLiteral("report.pdf");
        for (const FileFact doubt : {FileFact::None, FileFact::Gone, FileFact::WrongSize}) {
            ended.clear();
            model.apply(delta({job(2, RowState::Running)}));
            made.contradiction = Contradiction::None;
            made.file = doubt;
            model.apply(delta({made}));
            QCOMPARE(ended.size(), 0);
            made.file = doubt == FileFact::None ? FileFact::Present : doubt;
            if (made.file != FileFact::Present)
                made.contradiction = Contradiction::FileGone;
            model.apply(delta({made}));
            QCOMPARE(ended.size(), 1);
            QCOMPARE(ended.first().first().value<JobRowPtr>()->contradiction, made.contradiction);
            // What becomes of the file later is no end.
            made.file = FileFact::Gone;
            made.contradiction = Contradiction::None;
            model.apply(delta({made}));
            made.contradiction = Contradiction::FileGone;
            model.apply(delta({made}));
            QCOMPARE(ended.size(), 1);
        }
    }

    void finishedRowsCanBeDraggedAsFiles()
    {
        JobTableModel model([] { return Noon; });
        const QTimeZone site("Pacific/Auckland");
        model.setSiteTimeZone(site);
        JobRow row = job(1);
        row.file = FileFact::Present;
        row.localPath = QStringLiteral("/exports/report.pdf");
        model.apply(delta({row, job(2, RowState::Running)}));
        QVERIFY(model.flags(model.index(1, 0)).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.index(0, 0), model.index(0, 1), model.index(1, 0), model.index(1, 1)}));
        QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(row.localPath)});
        QCOMPARE(data->text().count(u'\n'), 1);
        // As it is copied: in the site's time.
        QCOMPARE(data->text().section(u'\n', 1, 1), columnsOf(row, Noon, site).join(u'\t'));
        QVERIFY2(data->text().contains(QLatin1String("2026-11-23 01:00:01")), qPrintable(data->text()));
    }

    void expiredRowsCanBeReadWhenSelected_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void expiredRowsCanBeReadWhenSelected()
    {
        QFETCH(const bool, dark);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("theme.ini")), QSettings::IniFormat);
        Theme theme(*qApp, settings);
        theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        JobTableModel model([] { return Noon; });
        JobTable table(model);
        table.resize(1200, 300);
        table.show();
        JobRow gone = job(1, RowState::Expired);
        gone.createdAt = Noon.addDays(-1);
        model.apply(delta({gone}));
        for (const bool selected : {false, true}) {
            selected ? table.selectRow(0) : table.clearSelection();
            for (const int column : {JobTableModel::Title, JobTableModel::State, JobTableModel::Expires}) {
                const QRect cell = table.visualRect(model.index(0, column)).adjusted(2, 2, -2, -3);
                const double ratio = test::strongestContrast(test::picture(*table.viewport(), cell));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("column %1: %2").arg(column).arg(ratio)));
            }
        }
    }

    void progressGlidesAndNeverGoesBack_data()
    {
        QTest::addColumn<bool>("moving");
        QTest::newRow("moving") << true;
        QTest::newRow("reduced motion") << false;
    }
    void progressGlidesAndNeverGoesBack()
    {
        QFETCH(const bool, moving);
        JobTableModel model([] { return Noon; });
        JobTable table(model);
        StillStyle still;
        if (!moving)
            table.setStyle(&still);
        JobRow row = job(1, RowState::Running);
        row.total = 100;
        row.processed = 20;
        const JobDelegate &delegate = *table.delegate();
        QCOMPARE(delegate.shownProgress(row), 0.2);
        row.processed = 60;
        QCOMPARE(delegate.shownProgress(row), moving ? 0.2 : 0.6); // where it starts from
        QTRY_COMPARE(delegate.shownProgress(row), 0.6);
        row.processed = 50; // a count that came late
        QCOMPARE(delegate.shownProgress(row), 0.6);
        row.attempt = 2; // begun anew
        row.processed = 10;
        QCOMPARE(delegate.shownProgress(row), 0.1);
        table.setStyle(nullptr);
    }

    void rowsFreshenFromTheTop()
    {
        JobTableModel model([] { return Noon; });
        JobTable table(model);
        table.resize(900, 300);
        table.show();
        model.apply(delta({job(1), job(2)}));
        QVERIFY(QTest::qWaitFor([&table] { // again where the machine stalls as long as it takes
            table.setStale(true);
            table.setStale(false);
            return table.delegate()->isMoving(0);
        }));
        QTRY_VERIFY(!table.delegate()->isMoving(1));
        StillStyle still;
        table.setStyle(&still);
        table.setStale(true);
        table.setStale(false);
        QVERIFY(!table.delegate()->isMoving(0));
        table.setStyle(nullptr);
    }

    void textFromOutsideIsNeverMarkup()
    {
        JobTableModel model([] { return Noon; });
        JobRow row = job(1, RowState::Failed);
        row.error = QStringLiteral("<img src=/etc/passwd>");
        model.apply(delta({row}));
        const QString tip = model.index(0, JobTableModel::State).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QLatin1String("<img")) && tip.contains(QLatin1String("&lt;img")), qPrintable(tip));
    }
};

QTEST_MAIN(TestJobTableModel)
#include "test_jobtablemodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/childprocess.h"
#include "tests/core/trial/ranch.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

/// Whatever dies between two statements, a batch is written whole or not at all, and the journal knows.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(reason(started)));
    }
    void init()
    {
        QVERIFY(m_servers.freshDatabase());
        const auto filled = m_ranch.fill(40);
        QVERIFY2(filled, qPrintable(reason(filled)));
    }

    void backendDies_data() { steps(); }
    void backendDies();
    void programDies_data() { steps(); }
    void programDies();
    void serverDies();

private:
    void steps()
    {
        QTest::addColumn<bool>("undo");
        QTest::addColumn<int>("step");
        for (int step = 0; step < kSteps; ++step) {
            QTest::addRow("apply, before step %d", step) << false << step;
            QTest::addRow("undo, before step %d", step) << true << step;
        }
    }
    /// Waits until the server has cleaned up after a client that is gone.
    bool nobodyIsConnected()
    {
        return QTest::qWaitFor(
            [this] {
                return m_ranch.other(
                           QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'herdbook' "
                                          "AND datname = current_database()")) == QLatin1String("0");
            },
            60'000);
    }
    /// Whole or not at all; then the same plan carried out again ends in the whole.
    void verifyWholeOrNothing(const BatchPlan &plan, bool undo, bool done);

    test::Servers m_servers;
    test::Ranch m_ranch{m_servers};
};

void TestCrash::verifyWholeOrNothing(const BatchPlan &plan, bool undo, bool done)
{
    QCOMPARE(m_ranch.fault(), QString());
    const QString before = undo ? QStringLiteral("deer 2") : QStringLiteral("none");
    const QString after = undo ? QStringLiteral("none") : QStringLiteral("deer 2");
    QCOMPARE(m_ranch.holds(1), done ? after : before);
    const auto connection = m_ranch.connect();
    const auto record = findBatch(*connection, plan.id);
    QVERIFY2(record, qPrintable(reason(record)));
    QCOMPARE(undo ? (*record)->isUndone() : record->has_value(), done);
    const Result<BatchRecord> again = undo ? undoBatch(*connection, plan.id, plan.by) : applyBatch(*connection, plan);
    QVERIFY2(again, qPrintable(reason(again)));
    QCOMPARE(undo ? again->restored : again->written, qint64{8});
    QCOMPARE(m_ranch.holds(1), after);
    QCOMPARE(m_ranch.fault(), QString());
}

void TestCrash::backendDies()
{
    QFETCH(bool, undo);
    QFETCH(int, step);
    const BatchPlan plan = m_ranch.plan(1, 9);
    {
        const auto connection = m_ranch.connect();
        if (undo)
            QVERIFY(applyBatch(*connection, plan));
        const StepListener kill = [&](Step at) {
            if (static_cast<int>(at) == step)
                QVERIFY(m_servers.terminateConnections());
        };
        const Result<BatchRecord> done =
            undo ? undoBatch(*connection, plan.id, plan.by, {}, kill) : applyBatch(*connection, plan, {}, kill);
        QVERIFY(!done); // even when it was written: the answer could not be read
        QCOMPARE(done.error().kind, ErrorKind::Unreachable);
    }
    verifyWholeOrNothing(plan, undo, step > static_cast<int>(Step::Commit));
}

void TestCrash::programDies()
{
    QFETCH(bool, undo);
    QFETCH(int, step);
    const BatchPlan plan = m_ranch.plan(1, 9);
    if (undo)
        QVERIFY(applyBatch(*m_ranch.connect(), plan));
    demo::ChildCommand command;
    command.program = QCoreApplication::applicationDirPath() + QStringLiteral("/trial_crasher");
    command.arguments = {undo ? QStringLiteral("undo") : QStringLiteral("apply"), plan.id.toString(),
                         QString::number(step)};
    for (const Change &change : plan.changes)
        command.arguments << change.detection.toString() + u'=' + change.deer.toString();
    const Variables variables = variablesFromSettings(m_servers.settings());
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        command.environment << variable.key() + u'=' + variable.value();
    const Result<int> code = demo::ChildProcess::run(command);
    QVERIFY2(code, qPrintable(reason(code)));
    QCOMPARE(*code, 128 + SIGKILL);
    QVERIFY(nobodyIsConnected());
    verifyWholeOrNothing(plan, undo, step > static_cast<int>(Step::Commit));
}

void TestCrash::serverDies()
{
    const BatchPlan plan = m_ranch.plan(1, 9);
    m_ranch.other(QStringLiteral("CHECKPOINT")); // the private server doesn't sync what is committed
    {
        const auto connection = m_ranch.connect();
        const Result<BatchRecord> done = applyBatch(*connection, plan, {}, [&](Step step) {
            if (step == Step::Commit)
                m_servers.postgres().kill();
        });
        QVERIFY(!done);
    }
    QVERIFY(m_servers.postgres().start());
    verifyWholeOrNothing(plan, false, false);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"

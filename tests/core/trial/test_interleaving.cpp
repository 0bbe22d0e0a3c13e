// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/ranch.h"

#include <QTest>
#include <atomic>
#include <random>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

namespace {

constexpr int kDetections = 40;

/// A random statement of another program, in one transaction of its own.
QByteArray randomStatement(std::mt19937 &random)
{
    const auto detection = [&] { return QByteArray::number(1 + static_cast<int>(random() % kDetections)); };
    const auto deer = [&] { return QByteArray::number(1 + static_cast<int>(random() % test::Ranch::kDeer)); };
    const auto either = [&](const QByteArray &first, const QByteArray &second) {
        return random() % 2 ? first : second;
    };
    switch (random() % 24) {
    case 0:
        return "SELECT other_delete_detection(made(2, " + detection() + "))";
    case 1:
        return "SELECT other_delete_deer(made(1, " + deer() + "))";
    case 2:
    case 3:
    case 4:
        return "SELECT other_set(made(2, " + detection() + "), NULL)";
    case 5:
        return "SELECT other_judge(made(2, " + detection() + "), " + either("true", "false") + ")";
    case 6:
        return "SELECT other_double(made(2, " + detection() + "), " + either("true", "false") + ")";
    case 7:
        return "SELECT other_correct(made(2, " + detection() + "), " + either("NULL", "'mature'") + ")";
    case 9:
        return "SELECT other_confirm(made(2, " + detection() + "))";
    case 10:
        // A migration that takes both tables, in either order, and ends.
        return either("DO $$ BEGIN LOCK TABLE deer; LOCK TABLE detections; END $$",
                      "DO $$ BEGIN LOCK TABLE detections; LOCK TABLE deer; END $$");
    case 8:
        return "SELECT other_sex(made(1, " + deer() + "), " + either("'doe'", "'buck'") + ")";
    default:
        return "SELECT other_set(made(2, " + detection() + "), made(1, " + deer() + "))";
    }
}

BatchPlan randomPlan(const test::Ranch &ranch, std::mt19937 &random)
{
    BatchPlan plan = ranch.plan(1, 0);
    for (int number = 1; number <= kDetections; ++number) {
        if (random() % 3 == 0)
            plan.changes.push_back({test::Ranch::detection(number),
                                    test::Ranch::deer(1 + static_cast<int>(random() % test::Ranch::kDeer))});
    }
    return plan;
}

} // namespace

/// Nothing lost, nothing overwritten, journal and data always agree: whatever others do in between, in whatever order.
class TestInterleaving : public QObject
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
        const auto filled = m_ranch.fill(kDetections);
        QVERIFY2(filled, qPrintable(reason(filled)));
    }

    void anyInterleaving_data();
    void anyInterleaving();
    void twoAdministratorsAndTheSystemAtOnce();

private:
    test::Servers m_servers;
    test::Ranch m_ranch{m_servers};
};

void TestInterleaving::anyInterleaving_data()
{
    QTest::addColumn<unsigned>("seed");
    const int runs = qEnvironmentVariableIntValue("HERDBOOK_INTERLEAVINGS");
    for (unsigned seed = 1; seed <= static_cast<unsigned>(runs > 0 ? runs : 25); ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// One thread plays everybody, so a seed names one interleaving exactly: between any two statements of a batch others get
/// their turn, and sometimes the connection dies. What would have to wait for the batch is given up after 10 ms.
void TestInterleaving::anyInterleaving()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Result<demo::PgSession> other = m_ranch.otherProgram();
    QVERIFY(other);
    QVERIFY(other->execute("SET lock_timeout = '10ms'"));
    auto connection = m_ranch.connect();
    std::vector<QUuid> batches;
    const StepListener others = [&](Step) {
        for (unsigned turns = random() % 3; turns > 0; --turns)
            (void)other->execute(randomStatement(random)); // refused when it would have to wait
        if (random() % 60 == 0)
            (void)other->execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'herdbook' "
                "AND datname = current_database()");
    };
    for (int turn = 0; turn < 6; ++turn) {
        if (!batches.empty() && random() % 3 == 0) {
            const Result<BatchRecord> undone =
                undoBatch(*connection, batches[random() % batches.size()], QStringLiteral("a"), {}, others);
            QVERIFY2(undone || undone.error().kind == ErrorKind::Unreachable ||
                         undone.error().kind == ErrorKind::NotFound,
                     qPrintable(reason(undone)));
        } else {
            const BatchPlan plan = randomPlan(m_ranch, random);
            const Result<BatchRecord> done = applyBatch(*connection, plan, {}, others);
            QVERIFY2(done || done.error().kind == ErrorKind::Unreachable, qPrintable(reason(done)));
            batches.push_back(plan.id);
        }
        QCOMPARE(m_ranch.fault(), QString());
        if (!connection->isOpen())
            connection = m_ranch.connect();
    }
}

/// The same with real concurrency: two administrators, three connections of the deployed system, and a disturber.
void TestInterleaving::twoAdministratorsAndTheSystemAtOnce()
{
    const PostgresSettings settings = m_servers.settings().postgres;
    std::atomic<int> applied = 0;
    std::atomic<int> undone = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> lost = 0;
    std::atomic<int> othersDone = 0;
    std::atomic<int> deadlocks = 0;
    std::vector<std::jthread> threads;
    for (unsigned admin = 1; admin <= 2; ++admin) {
        threads.emplace_back([&, admin] {
            std::mt19937 random(admin);
            Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings);
            // On a slow machine every one of the first turns may be given up; the others end, and then they succeed.
            const auto enough = [&](int turn) { return turn >= 15 && ((applied > 0 && undone > 0) || turn >= 200); };
            for (int turn = 0; !enough(turn) && connection; ++turn) {
                const BatchPlan plan = randomPlan(m_ranch, random);
                Result<BatchRecord> done = applyBatch(**connection, plan);
                applied += done ? 1 : 0;
                if (done && random() % 2 == 0) {
                    done = undoBatch(**connection, plan.id, QStringLiteral("admin"));
                    undone += done ? 1 : 0;
                }
                if (!done)
                    ++(done.error().kind == ErrorKind::Unreachable ? lost : refused);
                // A new connection may be ended as well, before it is open.
                for (int attempt = 0; attempt < 20 && (!connection || !(*connection)->isOpen()); ++attempt)
                    connection = storage::Postgres::open(settings);
            }
        });
    }
    for (unsigned system = 1; system <= 3; ++system) {
        threads.emplace_back([&, system] {
            std::mt19937 random(100 + system);
            Result<demo::PgSession> session = m_ranch.otherProgram();
            for (int turn = 0; turn < 150 && session; ++turn) {
                const Result<void> done = session->execute(randomStatement(random));
                othersDone += done ? 1 : 0;
                deadlocks += !done && done.error().message.contains(QLatin1String("deadlock")) ? 1 : 0;
                if (system == 3 && turn % 50 == 25)
                    (void)session->execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = "
                        "'herdbook' AND datname = current_database()");
            }
        });
    }
    threads.clear();
    qInfo(
        "%d batches applied, %d undone, %d given up, %d connections lost; %d other changes, %d deadlocks among others",
        applied.load(), undone.load(), refused.load(), lost.load(), othersDone.load(), deadlocks.load());
    QVERIFY(applied > 0 && undone > 0 && othersDone > 0);
    QCOMPARE(m_ranch.fault(), QString());
}

QTEST_GUILESS_MAIN(TestInterleaving)
#include "test_interleaving.moc"

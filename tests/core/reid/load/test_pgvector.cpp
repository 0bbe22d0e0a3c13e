// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/deployedschema.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/storage/postgres.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/pgvectorserver.h"
#include "tests/support/servers.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

class TestPgvector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realVectorsAreRead();
};

void TestPgvector::realVectorsAreRead()
{
    test::PgvectorServer server;
    const Result<void> started = server.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    const World world = simulate(Situation::Plain, 5, 700, 40, 16);
    {
        // It serves one connection at a time.
        Result<demo::PgSession> session = demo::PgSession::open(server.settings());
        QVERIFY2(session, qPrintable(test::reason(session)));
        const Result<void> made = session->execute("CREATE EXTENSION IF NOT EXISTS vector;" + demo::deployedSchema());
        QVERIFY2(made, qPrintable(test::reason(made)));
        const Result<void> typed = setVectorType(*session, "vector(128)");
        QVERIFY2(typed, qPrintable(test::reason(typed)));
        const Result<void> written = writeWorld(*session, world, "vector");
        QVERIFY2(written, qPrintable(test::reason(written)));
    }
    const auto database = storage::Postgres::open(server.settings());
    QVERIFY2(database, qPrintable(test::reason(database)));
    const auto loaded = analyzeDatabase(**database, {}, Source::Best, {});
    QVERIFY2(loaded, qPrintable(test::reason(loaded)));
    const Analysis memory = analyzeWorld(world);
    QCOMPARE((*loaded)->source, std::string("vectors"));
    QCOMPARE((*loaded)->counts.unassignedEligible, memory.counts.unassignedEligible);
    for (const double t : {.5, .55, .6, .65}) {
        QCOMPARE((*loaded)->evaluate(t).added, memory.evaluate(t).added);
        QCOMPARE((*loaded)->evaluate(t).fdrUpper, memory.evaluate(t).fdrUpper);
    }
}

QTEST_GUILESS_MAIN(TestPgvector)
#include "test_pgvector.moc"

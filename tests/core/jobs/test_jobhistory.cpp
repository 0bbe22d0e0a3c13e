// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobhistory.h"
#include "core/jobs/tracking/jobrecord.h"
#include "core/storage/owndatabase.h"

#include <QJsonArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::jobs;

namespace {

const QDateTime Noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

JobRow job(const QString &id, const QString &title, int minutes = 0)
{
    JobRow row;
    row.id = id;
    row.state = RowState::Completed;
    row.kind = exports::ExportKind::Zip;
    row.createdAt = Noon.addSecs(60 * minutes);
    row.finishedAt = row.createdAt.addSecs(5);
    row.expiresAt = row.createdAt.addSecs(3600);
    row.mine = true;
    row.requestedBy = QStringLiteral("anna@desk");
    row.fileName = QStringLiteral("detections_x.zip");
    row.fileSize = 123456789012;
    describeRequest(row, {{QStringLiteral("title"), title},
                          {QStringLiteral("start_date"), QStringLiteral("2026-08-24")},
                          {QStringLiteral("end_date"), QStringLiteral("2026-11-22")},
                          {QStringLiteral("classifications"), QJsonArray{QStringLiteral("fawn")}}});
    row.timeline = {{TimelineEvent::Kind::Asked, row.createdAt, QStringLiteral("2"), 0},
                    {TimelineEvent::Kind::Failed, row.finishedAt, QStringLiteral("disk full"), 1}};
    row.searchText = searchTextOf(row);
    return row;
}

QStringList ids(const Result<QList<JobRow>> &rows)
{
    QStringList list;
    for (const JobRow &row : *rows)
        list << row.id;
    return list;
}

QList<JobRowPtr> shared(const QList<JobRow> &rows)
{
    QList<JobRowPtr> list;
    for (const JobRow &row : rows)
        list << std::make_shared<const JobRow>(row);
    return list;
}

} // namespace

class TestJobHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        QFile::remove(path());
        for (const char *part : {".damaged", ".damaged-wal", "-wal"})
            QFile::remove(path() + QLatin1String(part));
    }

    void whatIsWrittenSurvivesARestart()
    {
        JobRow written = job(QStringLiteral("a"), QStringLiteral("Autumn, bucks"));
        QVERIFY(open()->write(shared({written})));
        const auto again = open();
        const auto read = again->newest(10);
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        QVERIFY(read->first() == written);
    }

    void aLaterStateReplacesTheEarlier()
    {
        const auto history = open();
        JobRow row = job(QStringLiteral("a"), QStringLiteral("Autumn"));
        QVERIFY(history->write(shared({row})));
        row.error = QStringLiteral("zebra crossing");
        row.searchText = searchTextOf(row);
        QVERIFY(history->write(shared({row})));
        QCOMPARE(ids(history->newest(10)), QStringList{QStringLiteral("a")});
        QCOMPARE(ids(history->search(QStringLiteral("zebra"), 10)), QStringList{QStringLiteral("a")});
    }

    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QStringList both{QStringLiteral("b"), QStringLiteral("a")};
        QTest::newRow("part of a title, any case") << QStringLiteral("UTUM") << QStringList{QStringLiteral("a")};
        QTest::newRow("two words, both needed") << QStringLiteral("creek fawn") << QStringList{QStringLiteral("b")};
        QTest::newRow("argument") << QStringLiteral("2026-08-24") << both;
        QTest::newRow("quotes are text") << QStringLiteral("\"say\"") << QStringList{};
        QTest::newRow("operators are text") << QStringLiteral("autumn OR creek") << QStringList{};
        QTest::newRow("too short for the index: all") << QStringLiteral("au") << both;
        QTest::newRow("nothing") << QStringLiteral("moose") << QStringList{};
    }

    void search()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        const auto history = open();
        QVERIFY(history->write(shared({job(QStringLiteral("a"), QStringLiteral("Autumn, bucks"), 0),
                                       job(QStringLiteral("b"), QStringLiteral("Creek crossing"), 1)})));
        QCOMPARE(ids(history->search(text, 10)), found);
    }

    void anotherRedisHasItsOwnJobs()
    {
        QVERIFY(
            open(QStringLiteral("one:6379/0"))->write(shared({job(QStringLiteral("a"), QStringLiteral("Autumn"))})));
        const auto other = open(QStringLiteral("two:6379/0"));
        QVERIFY(other->newest(10)->isEmpty());
        QVERIFY(other->search(QStringLiteral("autumn"), 10)->isEmpty());
        QVERIFY(other->remove({QStringLiteral("a")}));
        QCOMPARE(open(QStringLiteral("one:6379/0"))->newest(10)->size(), 1);
    }

    void removedIsNotFoundAnyMore()
    {
        const auto history = open();
        QVERIFY(history->write(shared({job(QStringLiteral("a"), QStringLiteral("Autumn"))})));
        QVERIFY(history->remove({QStringLiteral("a")}));
        QVERIFY(history->newest(10)->isEmpty());
        QVERIFY(history->search(QStringLiteral("autumn"), 10)->isEmpty());
    }

    void theOldestGoWhenThereAreTooMany()
    {
        const auto history = open();
        QList<JobRow> rows;
        for (int at = 0; at < JobHistory::MostEntries + 10; ++at)
            rows << job(QStringLiteral("job-%1").arg(at), QStringLiteral("number%1.").arg(at), at);
        QVERIFY(history->write(shared(rows)));
        QCOMPARE(history->newest(JobHistory::MostEntries * 2)->size(), JobHistory::MostEntries);
        QVERIFY(history->search(QStringLiteral("number9."), 10)->isEmpty());
        QCOMPARE(history->search(QStringLiteral("number10."), 10)->size(), 1);
    }

    void aDamagedFileIsPutAside()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(open()->newest(1)->isEmpty());
        QVERIFY(QFile::exists(path() + QStringLiteral(".damaged")));
    }

    /// It belongs to no other file, and may hold what the damaged one lacks.
    void aDamagedFilesJournalIsPutAsideToo()
    {
        for (const char *part : {"", "-wal"}) {
            QFile file(path() + QLatin1String(part));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(QByteArray(8192, 'x')), 8192);
        }
        const auto history = open();
        QVERIFY(history->wasDamaged());
        QVERIFY(history->write(shared({job(QStringLiteral("a"), QStringLiteral("Autumn"))})));
        QCOMPARE(ids(history->newest(10)), QStringList{QStringLiteral("a")});
        QFile journal(path() + QStringLiteral(".damaged-wal"));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QCOMPARE(journal.readAll(), QByteArray(8192, 'x'));
    }

    void aNewerProgramsFileIsRefusedAndLeftAsItIs()
    {
        open().reset();
        {
            storage::OwnDatabase database("QSQLITE");
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QVERIFY(database.exec(QStringLiteral("PRAGMA user_version = 2")).lastError().type() == QSqlError::NoError);
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto refused = JobHistory::open(path(), QStringLiteral("one:6379/0"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
        QVERIFY(!QFile::exists(path() + QStringLiteral(".damaged")));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const auto opened = JobHistory::open(QStringLiteral("/proc/none/history.sqlite"), QStringLiteral("s"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    std::unique_ptr<JobHistory> open(const QString &source = QStringLiteral("one:6379/0"))
    {
        auto opened = JobHistory::open(path(), source);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return *std::move(opened);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestJobHistory)
#include "test_jobhistory.moc"

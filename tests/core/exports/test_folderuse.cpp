// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/folderuse.h"
#include "core/exports/retention.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace herdbook;
using namespace herdbook::exports;

/// What the export folder takes up, and what of it may go: never less than nobody asks for, never a file that isn't Herdbook's.
class TestFolderUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }

    void init()
    {
        QVERIFY(m_servers.flushRedis());
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(m_place->isValid() && QDir(m_place->path()).mkpath(QStringLiteral(".herdbook/made")));
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
    }

    void countsExportsOnly()
    {
        make(name("old"), 1'000, 30);
        note(name("old"), 30);
        make(name("fresh"), 200, 1);
        note(name("fresh"), 1);
        make(name("python"), 30, 900); // whose worker notes nothing
        make(QStringLiteral("notes.txt"), 5'000, 900);
        make(u'.' + name("running") + QStringLiteral(".x1.part"), 7'000, 0);
        make(QStringLiteral("elsewhere"), 9'000, 900);
        QVERIFY(QFile::link(path(QStringLiteral("elsewhere")), path(name("link"))));
        note(name("link"), 900);
        QVERIFY(QDir().mkdir(path(name("folder"))));
        note(name("folder"), 900);
        note(name("gone"), 900);

        const FolderUse use = look();
        QCOMPARE(use.files, 3);
        QCOMPARE(use.bytes, 1'230);
        QCOMPARE(namesOf(use.aged), QStringList{name("old")});
        QCOMPARE(use.aged.first().bytes, 1'000);
        QVERIFY(use.writable);
        QCOMPARE(namesOf(*agedFiles(m_place->path(), dayAgo())), (QStringList{name("gone"), name("old")}));
    }

    void whatAJobNamesIsKept()
    {
        QList<AgedFile> files;
        for (const char *id : {"expired", "named", "failed", "other", "unreadable", "list"})
            files.append({name(id), QString::fromLatin1(id), 1});
        put("named", JobState::Completed, name("named"));
        put("failed", JobState::Failed, {});
        put("other", JobState::Completed, QStringLiteral("report_other_20260602_120000.pdf"));
        QVERIFY(m_redis->command({"SET", "export_job:unreadable", "{\"status\": \"explo"}));
        QVERIFY(m_redis->command({"LPUSH", "export_job:list", "x"}));
        QCOMPARE(namesOf(*unclaimed(*m_redis, files)), (QStringList{name("expired"), name("failed"), name("other")}));
    }

    void manyAreAskedAbout()
    {
        QList<AgedFile> files;
        for (int i = 0; i < 1'001; ++i)
            files.append({name(QByteArray::number(i)), QString::number(i), 1});
        put("500", JobState::Completed, name("500"));
        const auto found = unclaimed(*m_redis, files);
        QVERIFY2(found, qPrintable(test::reason(found)));
        QCOMPARE(found->size(), 1'000);
    }

    void withoutRedisNothingIsUnclaimed()
    {
        storage::Redis hasty(m_servers.settings().redis);
        m_servers.redis().pause();
        const auto found = unclaimed(hasty, {{name("old"), QStringLiteral("old"), 1}});
        m_servers.redis().resume();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Unreachable);
    }

    void notedAnewIsLeft()
    {
        make(name("again"), 10, 30);
        note(name("again"), 30);
        QCOMPARE(look().aged.size(), 1);
        note(name("again"), 0); // a worker makes it once more
        QCOMPARE(*deleteAged(m_place->path(), name("again"), dayAgo()), false);
        QVERIFY(QFile::exists(path(name("again"))));
        note(name("again"), 30);
        QCOMPARE(*deleteAged(m_place->path(), name("again"), dayAgo()), true);
        QVERIFY(!QFile::exists(path(name("again"))));
        QVERIFY(!QFile::exists(filesNote(m_place->path(), name("again"))));
    }

    void whereOnlyTheNoteIsLeftNothingIsDeleted()
    {
        make(QStringLiteral("another"), 1, 0);
        note(name("gone"), 30);
        const Result<bool> deleted = deleteAged(m_place->path(), name("gone"), dayAgo());
        QVERIFY2(deleted, qPrintable(test::reason(deleted)));
        QVERIFY(!*deleted);
        QVERIFY(!QFile::exists(filesNote(m_place->path(), name("gone"))));
    }

    void aLinkIsNeitherFollowedNorDeleted()
    {
        make(QStringLiteral("elsewhere"), 9, 900);
        QVERIFY(QFile::link(path(QStringLiteral("elsewhere")), path(name("link"))));
        note(name("link"), 900);
        QCOMPARE(*deleteAged(m_place->path(), name("link"), dayAgo()), false);
        QVERIFY(QFileInfo(path(name("link"))).isSymLink());
        QVERIFY(QFile::exists(path(QStringLiteral("elsewhere"))));
    }

    void whoDoesntTellHoldsNothingKnown()
    {
        // A mount point without its disk, a folder that is gone, one that nobody may look into.
        const QTemporaryDir empty;
        QVERIFY(!folderUse(empty.path(), dayAgo()));
        QVERIFY(!agedFiles(empty.path(), dayAgo()));
        QVERIFY(!folderUse(path(QStringLiteral("missing")), dayAgo()));
        make(QStringLiteral("file"), 1, 0);
        QVERIFY(!folderUse(path(QStringLiteral("file")), dayAgo()));
        // One in which no Herdbook worker ever was tells: there is nothing of theirs.
        QVERIFY(QDir(path(QStringLiteral(".herdbook"))).removeRecursively());
        make(name("python"), 30, 900);
        QCOMPARE(look().files, 1);
        QVERIFY(look().aged.isEmpty());
        if (::geteuid() == 0)
            return; // whom nothing is denied
        QCOMPARE(::chmod(QFile::encodeName(m_place->path()).constData(), 0500), 0);
        QVERIFY(!look().writable);
        QCOMPARE(::chmod(QFile::encodeName(m_place->path()).constData(), 0), 0);
        QVERIFY(!folderUse(m_place->path(), dayAgo()));
        QCOMPARE(::chmod(QFile::encodeName(m_place->path()).constData(), 0700), 0);
    }

    void ofTheNewestNotesTheLongestTimeHolds()
    {
        const QString folder = m_place->path();
        QVERIFY(!notedRetention(folder).has_value());
        QVERIFY(noteRetention(folder, 24) && noteRetention(folder, 720) && noteRetention(folder, 48));
        QCOMPARE(notedRetention(folder), std::optional(720));
        // Nobody has said it since, while others did.
        write(path(QStringLiteral(".herdbook/keep-hours/720")), 1, 30);
        QCOMPARE(notedRetention(folder), std::optional(48));
        QVERIFY(noteRetention(folder, 720));
        QCOMPARE(notedRetention(folder), std::optional(720));
        // While no worker runs, what was said last holds on.
        for (const char *hours : {"24", "48", "720"})
            write(path(QStringLiteral(".herdbook/keep-hours/") + QLatin1String(hours)), 1, 2'000);
        QCOMPARE(notedRetention(folder), std::optional(720));
        // A mount that isn't there isn't made.
        QVERIFY(!noteRetention(path(QStringLiteral("missing")), 24));
        QVERIFY(!QFile::exists(path(QStringLiteral("missing"))));
    }

private:
    static QString name(const QByteArray &id)
    {
        return QStringLiteral("report_%1_20260601_120000.pdf").arg(QLatin1String(id));
    }
    static QDateTime dayAgo() { return QDateTime::currentDateTimeUtc().addDays(-1); }
    QString path(const QString &file) const { return m_place->filePath(file); }

    FolderUse look() const
    {
        const Result<FolderUse> use = folderUse(m_place->path(), dayAgo());
        if (!use)
            qWarning("%s", qPrintable(use.error().message));
        return use.valueOr({});
    }

    static QStringList namesOf(const QList<AgedFile> &files)
    {
        QStringList names;
        for (const AgedFile &file : files)
            names << file.name;
        names.sort();
        return names;
    }

    static void write(const QString &path, int bytes, int hoursAgo)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(bytes));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600LL * hoursAgo),
                                 QFileDevice::FileModificationTime));
    }
    void make(const QString &file, int bytes, int hoursAgo) const { write(path(file), bytes, hoursAgo); }
    void note(const QString &file, int hoursAgo) const { write(filesNote(m_place->path(), file), 0, hoursAgo); }

    void put(const QByteArray &id, JobState state, const QString &fileName)
    {
        JobStatus status;
        status.jobId = QString::fromLatin1(id);
        status.state = state;
        status.createdAt = QDateTime::currentDateTimeUtc();
        status.fileName = fileName;
        QVERIFY(m_redis->command({"SET", statusKey(status.jobId), toWire(status)}));
    }

    test::Servers m_servers;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<storage::Redis> m_redis;
};

QTEST_GUILESS_MAIN(TestFolderUse)
#include "test_folderuse.moc"

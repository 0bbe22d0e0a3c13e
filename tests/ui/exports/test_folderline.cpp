// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobfile.h"
#include "core/exports/retention.h"
#include "tests/support/cuttexts.h"
#include "tests/support/silentfolder.h"
#include "tests/ui/exports/stage.h"
#include "ui/jobs/folderline.h"
#include "ui/jobs/notice.h"

#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

/// The line under the jobs on the export folder, in the real page on a real Redis and a real folder.
class TestFolderLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        m_stage = std::make_unique<test::Stage>(m_servers);
    }
    void cleanupTestCase() { m_stage.reset(); }

    void init()
    {
        QVERIFY(m_stage->reset());
        QVERIFY(QDir(folder()).mkpath(QStringLiteral(".herdbook/made")));
        QVERIFY(exports::noteRetention(folder(), 24));
        make("old", 3'000'000, true);
        make("older", 1'500'000, true);
        make("python", 200'000, false);
    }

    void tellsAndFreesAfterAsking()
    {
        open();
        QTRY_COMPARE(line().text(), QStringLiteral("Exports: 4.7 MB in 3 files; 4.5 MB could be freed"));
        QVERIFY(!line().confirmButton()->isVisible());
        picture(QStringLiteral("folder-line"));
        QCOMPARE(line().freeButton()->text(), QStringLiteral("Free 4.5 MB"));
        line().freeButton()->setFocus();
        QTest::keyClick(line().freeButton(), Qt::Key_Space);
        QCOMPARE(line().text(), QStringLiteral("Delete for good: 2 files, 4.5 MB?"));
        QVERIFY(!line().freeButton()->isVisible());
        QVERIFY(line().backButton()->hasFocus());
        picture(QStringLiteral("folder-line-asking"));
        QTest::keyClick(line().backButton(), Qt::Key_Space);
        QVERIFY(line().freeButton()->isVisible());
        QCOMPARE(files().size(), 3);

        QTest::mouseClick(line().freeButton(), Qt::LeftButton);
        QTest::mouseClick(line().confirmButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(line().text(), QStringLiteral("Exports: 200 kB in 1 file"), patience);
        QVERIFY(!line().freeButton()->isVisible());
        QCOMPARE(files(), QStringList{name("python")});
        QTRY_COMPARE(m_stage->page().jobsPanel()->notice()->text(), QStringLiteral("Freed 4.5 MB: 2 files deleted"));
    }

    void whatOthersDeletedIsntToldAsFreed()
    {
        open();
        QTRY_VERIFY(line().freeButton()->isVisible());
        QTest::mouseClick(line().freeButton(), Qt::LeftButton);
        QVERIFY(QFile::remove(folder() + u'/' + name("old")) && QFile::remove(folder() + u'/' + name("older")));
        QTest::mouseClick(line().confirmButton(), Qt::LeftButton);
        QTRY_COMPARE(m_stage->page().jobsPanel()->notice()->text(), QStringLiteral("Nothing was deleted"));
    }

    void whatAJobComesToNameStays()
    {
        open();
        QTRY_VERIFY(line().freeButton()->isVisible());
        QTest::mouseClick(line().freeButton(), Qt::LeftButton);
        put("older"); // after the look, before the deletion
        QTest::mouseClick(line().confirmButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(line().text(), QStringLiteral("Exports: 1.7 MB in 2 files"), patience);
        QVERIFY(files().contains(name("older")));
    }

    void aJobThatEndsIsCounted()
    {
        open();
        QTRY_VERIFY(line().text().contains(QLatin1String("in 3 files")));
        exports::JobStatus made =
            m_stage->status(QStringLiteral("Autumn"), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
        m_stage->makeFile(made, 1'000'000);
        m_stage->put(made);
        QTRY_VERIFY_WITH_TIMEOUT(line().text().contains(QLatin1String("5.7 MB in 4 files")), patience);
    }

    void withoutRedisNothingIsOffered()
    {
        open();
        QTRY_VERIFY(line().freeButton()->isVisible());
        QTest::mouseClick(line().freeButton(), Qt::LeftButton);
        m_servers.redis().pause();
        QTRY_COMPARE_WITH_TIMEOUT(
            line().text(), QStringLiteral("Exports: 4.7 MB in 3 files; what could be freed isn't known without Redis"),
            patience);
        QVERIFY(!line().freeButton()->isVisible() && !line().confirmButton()->isVisible());
        picture(QStringLiteral("folder-line-offline"));
        m_servers.redis().resume();
        QTRY_VERIFY_WITH_TIMEOUT(line().freeButton()->isVisible(), patience);
    }

    void theWorkersTimeHolds()
    {
        QVERIFY(exports::noteRetention(folder(), 720));
        open();
        QTRY_COMPARE(line().text(), QStringLiteral("Exports: 4.7 MB in 3 files"));
        QVERIFY(!line().freeButton()->isVisible());
        m_stage->close();
        QVERIFY(QDir(folder() + QStringLiteral("/.herdbook/keep-hours")).removeRecursively());
        open();
        QTRY_COMPARE(line().text(),
                     QStringLiteral("Exports: 4.7 MB in 3 files; how long workers keep files isn't known"));
        QVERIFY(!line().freeButton()->isVisible());
    }

    void nothingIsOfferedByAWrongClock()
    {
        m_stage->advance(3'600);
        open();
        QTRY_COMPARE(line().text(), QStringLiteral("Exports: 4.7 MB in 3 files; what could be freed isn't known: the "
                                                   "clocks here and of Redis differ"));
        QVERIFY(!line().freeButton()->isVisible());
        picture(QStringLiteral("folder-line-clock"));
    }

    void theDisksAnswerDoesntWaitForRedis()
    {
        m_servers.redis().pause();
        m_stage->open();
        const jobs::FolderLook &look = m_stage->exportFolder();
        QStringList told;
        bool asked = false;
        connect(&look, &jobs::FolderLook::looked, &m_stage->page(), [&] {
            if (!look.sight().use)
                return; // a disk that takes long
            asked = told.isEmpty() ? look.sight().doubt != jobs::FolderSight::Doubt::NotAsked : asked;
            told << line().text();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
        m_servers.redis().resume();
        QVERIFY2(!asked && told.first().startsWith(QLatin1String("Exports: 4.7 MB in 3 files")),
                 qPrintable(told.first()));
        QTRY_VERIFY_WITH_TIMEOUT(line().freeButton()->isVisible(), patience);
    }

    void aReadOnlyProfileIsToldOnly()
    {
        open();
        m_stage->page().setReadOnly(true);
        QTRY_VERIFY(line().text().contains(QLatin1String("4.5 MB could be freed")));
        QVERIFY(!line().freeButton()->isVisible());
    }

    void aFolderThatDoesntTellIsNotEmpty()
    {
        QVERIFY(QDir(folder()).removeRecursively() && QDir().mkpath(folder()));
        open();
        QTRY_COMPARE(line().text(), QStringLiteral("Disk use isn't known: the export folder is empty, as it is while "
                                                   "its disk isn't mounted"));
        test::SilentFolder silent(folder());
        if (!silent.reason().isEmpty())
            QSKIP(qPrintable(silent.reason()));
        m_stage->close();
        open();
        QTRY_COMPARE_WITH_TIMEOUT(line().text(),
                                  QStringLiteral("Disk use isn't known: the export folder doesn't answer"), patience);
        QVERIFY(!line().freeButton()->isVisible());
        m_stage->close();
    }

    void withoutAFolderHereThereIsNoLine()
    {
        m_stage->setRemote(QUrl(QStringLiteral("http://127.0.0.1:9")));
        open();
        QVERIFY(m_stage->page().jobsPanel()->folderLine() == nullptr);
        m_stage->setRemote({});
    }

private:
    static constexpr int patience = 60'000; // ms

    static QString name(const QByteArray &id)
    {
        return QStringLiteral("report_%1_20260601_120000.pdf").arg(QLatin1String(id));
    }
    QString folder() const { return m_servers.settings().exportFolder; }
    FolderLine &line() const { return *m_stage->page().jobsPanel()->folderLine(); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files); }

    void open()
    {
        m_stage->open();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    }

    /// For people to look at; nothing in it is cut off.
    void picture(const QString &name) const
    {
        for (int level = 0; level < 4; ++level) { // a layout in a layout asks its parent in the next round
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        const QString folder = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT");
        if (!folder.isEmpty())
            QVERIFY(m_stage->window().grab().save(folder + u'/' + name + QStringLiteral(".png")));
        const QStringList cut = test::cutTexts(*m_stage->page().jobsPanel());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void make(const QByteArray &id, int bytes, bool noted) const
    {
        QFile file(folder() + u'/' + name(id));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(bytes));
        if (!noted)
            return;
        QFile note(exports::filesNote(folder(), name(id)));
        QVERIFY(note.open(QIODevice::WriteOnly));
        QVERIFY(
            note.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-30 * 3600), QFileDevice::FileModificationTime));
    }

    void put(const QByteArray &id)
    {
        exports::JobStatus status =
            m_stage->status(QStringLiteral("Old"), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
        status.jobId = QString::fromLatin1(id);
        status.fileName = name(id);
        status.fileSize = 1'500'000;
        m_stage->put(status);
    }

    test::Servers m_servers;
    std::unique_ptr<test::Stage> m_stage;
};

QTEST_MAIN(TestFolderLine)
#include "test_folderline.moc"

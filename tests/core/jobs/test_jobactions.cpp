// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"
#include "core/jobs/jobactions.h"
#include "core/jobs/mender.h"
#include "core/jobs/tracking/jobtracker.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace herdbook;
using namespace herdbook::jobs;

class TestJobActions : public QObject
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
        QVERIFY(m_servers.freshDatabase());
        QVERIFY(m_folder.isValid());
        m_now = QDateTime::currentDateTimeUtc();
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
        const Settings settings = m_servers.settings();
        m_actions = std::make_unique<JobActions>(
            JobActions::Options{settings.redis, settings.exportFolder, QStringLiteral("anna@desk"),
                                m_folder.filePath(QStringLiteral("actions.log")), [this] { return m_now; }});
        m_tracker = std::make_unique<JobTracker>(JobTracker::Options{.redis = settings.redis,
                                                                     .exportFolder = settings.exportFolder,
                                                                     .identity = QStringLiteral("anna@desk"),
                                                                     .clock = [this] { return m_now; },
                                                                     .folderPatience = std::chrono::minutes(1)});
    }

    void cleanup()
    {
        m_actions.reset();
        m_tracker.reset();
    }

    void cancelWhileWaiting()
    {
        const QString id = submit();
        const ActionOutcome outcome = m_actions->cancel({row(id)}).result();
        QCOMPARE(outcome.done, 1);
        QCOMPARE(row(id)->state, RowState::Cancelled);
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray("0"));
        QCOMPARE(reply({"EXISTS", "exports:cancel:" + id.toUtf8()}), QByteArray("1"));
        const ActionOutcome again = m_actions->cancel({row(id)}).result();
        QCOMPARE(again.done, 0);
        QCOMPARE(again.errors.size(), 1);
        QVERIFY(audit().contains(QStringLiteral("anna@desk\tcancel\t%1\tdone").arg(id)));
    }

    void removeDeletesStatusAndFile_data()
    {
        QTest::addColumn<bool>("past");
        QTest::newRow("while its key is there") << false;
        QTest::newRow("after its hour") << true;
    }

    void removeDeletesStatusAndFile()
    {
        QFETCH(const bool, past);
        const QString id = submit();
        const QString name = QStringLiteral("report_%1_20261122_120000.pdf").arg(id);
        const QString folder = m_servers.settings().exportFolder;
        const QString path = folder + u'/' + name;
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        exports::JobStatus status = *exports::JobStore(*m_redis, clock()).status(id);
        status.state = exports::JobState::Completed;
        status.fileName = name;
        status.fileSize = 0;
        QVERIFY(exports::JobStore(*m_redis, clock()).write(status));
        reply({"DEL", "exports"});
        const JobRowPtr job = row(id);
        if (past)
            reply({"DEL", exports::statusKey(id)});
        const auto isKept = [&](const char *words) {
            const ActionOutcome kept = m_actions->remove({job}).result();
            const QString said = kept.errors.join(u' ');
            const bool known = reply({"EXISTS", exports::statusKey(id)}) == (past ? "0" : "1");
            if (kept.done == 0 && known && said.contains(QLatin1String(words)))
                return true;
            qWarning().noquote() << kept.done << known << said;
            return false;
        };
        // What can't be deleted, here a folder in its place, keeps its job.
        QVERIFY(QFile::rename(path, folder + QStringLiteral("/aside")) && QDir().mkdir(path));
        QVERIFY(isKept("Can't delete report_"));
        QVERIFY(QDir().rmdir(path) && QFile::rename(folder + QStringLiteral("/aside"), path));
        // So does a folder that doesn't tell: one that is missing, a mount point without its disk, a file in its place.
        const QString away = folder + QStringLiteral(".away");
        QVERIFY(QFile::rename(folder, away));
        QVERIFY(isKept("the export folder is missing"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(isKept("the export folder is empty"));
        QVERIFY(QDir().rmdir(folder) && QFile(folder).open(QIODevice::WriteOnly));
        QVERIFY(isKept("Can't delete report_"));
        QVERIFY(QFile::remove(folder) && QFile::rename(away, folder));
        QCOMPARE(m_actions->remove({job}).result().done, 1);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(reply({"EXISTS", exports::statusKey(id)}), QByteArray("0"));
    }

    /// Before its status is put right by the worker's result.
    void onlyAResultWhoseFileIsThereIsAccepted()
    {
        const QString id = submit();
        reply({"DEL", "exports"});
        const QString name = QStringLiteral("report_%1_20261122_120000.pdf").arg(id);
        reply({"SET", "celery-task-meta-" + id.toUtf8(),
               R"({"status":"SUCCESS","result":{"filename":")" + name.toUtf8() + R"("}})"});
        const QString folder = m_servers.settings().exportFolder;
        QVERIFY(QFile(folder + QStringLiteral("/another")).open(QIODevice::WriteOnly));
        row(id);
        m_now = m_now.addSecs(4);
        const JobRowPtr done = row(id);
        QCOMPARE(done->mending, Mending::AcceptResult);
        const ActionOutcome refused = m_actions->mend({done}).result();
        QVERIFY2(refused.errors.join(u' ').contains(QLatin1String("isn't in the export folder any more")),
                 qPrintable(refused.errors.join(u' ')));
        QCOMPARE(row(id)->state, RowState::Running);
        QVERIFY(QFile(folder + u'/' + name).open(QIODevice::WriteOnly));
        QCOMPARE(m_actions->mend({done}).result().done, 1);
        QCOMPARE(row(id)->state, RowState::Completed);
        QCOMPARE(row(id)->fileSize, 0);
    }

    void runAgainNamesItsParentAndKeepsTheRules()
    {
        const QString id = submit();
        const JobRowPtr old = row(id);
        QCOMPARE(m_actions->runAgain({old}, QDate(2026, 11, 22)).result().done, 1);
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray("2"));
        int children = 0;
        turn();
        for (const JobRowPtr &known : m_tracker->rows())
            children += known->parentJobId == id ? 1 : 0;
        QCOMPARE(children, 1);
        // Before the period's end it is an invalid request like any other: nothing is queued.
        const ActionOutcome early = m_actions->runAgain({old}, QDate(2026, 9, 1)).result();
        QCOMPARE(early.done, 0);
        QCOMPARE(early.errors, QStringList{QStringLiteral("end_date cannot be in the future")});
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray("2"));
    }

    void onlyTheSameRequestIsRunAgain_data()
    {
        QTest::addColumn<QByteArray>("logo");
        QTest::addColumn<int>("ids");
        QTest::addColumn<QStringList>("notKept");
        QTest::newRow("all of it is kept") << QByteArray() << 0 << QStringList();
        QTest::newRow("a hundred ids") << QByteArray() << 100 << QStringList();
        QTest::newRow("a logo") << QByteArray("<svg><path/></svg>") << 0 << QStringList{QStringLiteral("logo")};
        QTest::newRow("more ids") << QByteArray() << 101 << QStringList{QStringLiteral("detection_ids")};
    }

    void onlyTheSameRequestIsRunAgain()
    {
        QFETCH(const QByteArray, logo);
        QFETCH(const int, ids);
        QFETCH(const QStringList, notKept);
        exports::ExportRequest request;
        request.letterhead.logo = logo;
        if (ids > 0) {
            request.kind = exports::ExportKind::Zip;
        } else {
            request.start = QDate(2026, 8, 24);
            request.end = QDate(2026, 11, 20);
        }
        for (int id = 0; id < ids; ++id)
            request.detectionIds << QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QString id = m_actions->submit({request, QStringLiteral("anna@desk"), {}, {}, -1}).result().valueOr({});
        const JobRowPtr waiting = row(id);
        QCOMPARE(waiting->notKept, notKept);
        QCOMPARE(waiting->repeatable, notKept.isEmpty());
        QCOMPARE(m_actions->runAgain({waiting}, QDate(2026, 11, 22)).result().done, notKept.isEmpty() ? 1 : 0);
        // Nobody has the message any more that held all of it.
        exports::JobStatus status = *exports::JobStore(*m_redis, clock()).status(id);
        status.worker = QStringLiteral("barn:1:0");
        QVERIFY(exports::JobStore(*m_redis, clock()).write(status));
        reply({"DEL", "exports"});
        row(id);
        m_now = m_now.addSecs(4);
        const JobRowPtr adrift = row(id);
        QCOMPARE(adrift->contradiction, Contradiction::NobodyHoldsIt);
        QCOMPARE(adrift->mending, notKept.isEmpty() ? Mending::PutBackInQueue : Mending::MarkFailed);
        QCOMPARE(m_actions->mend({adrift}).result().done, 1);
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray(notKept.isEmpty() ? "1" : "0"));
        if (!notKept.isEmpty())
            QVERIFY2(row(id)->error.contains(QLatin1String("not all that was asked for is kept")),
                     qPrintable(row(id)->error));
    }

    void aDeadWorkersJobGoesBackToTheFront()
    {
        submit();
        const QString id = submit();
        const QByteArray list("exports:processing:barn:1:0");
        reply({"LMOVE", "exports", list, "LEFT", "LEFT"}); // the second, for the test
        const QByteArray bytes = reply({"LINDEX", list, "0"});
        row(id);
        m_now = m_now.addSecs(3);
        const JobRowPtr stuck = row(id);
        QCOMPARE(stuck->mending, Mending::PutBackInQueue);
        const ActionOutcome outcome = m_actions->mend({stuck}).result();
        QVERIFY2(outcome.done == 1, qPrintable(outcome.errors.join(u' ')));
        QCOMPARE(reply({"LINDEX", "exports", "-1"}), bytes);
        QCOMPARE(reply({"EXISTS", list}), QByteArray("0"));
        QCOMPARE(row(id)->queuePosition, 1);
        // The same click of somebody else, who still sees the old row.
        QCOMPARE(m_actions->mend({stuck}).result().errors,
                 QStringList{QStringLiteral("It changed meanwhile; nothing was done")});
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray("2"));
    }

    void aWorkerThatCameBackKeepsItsJob()
    {
        const QString id = submit();
        reply({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        row(id);
        m_now = m_now.addSecs(3);
        const JobRowPtr stuck = row(id);
        reply({"SETEX", "exports:alive:barn:1:0", "15", "{}"});
        QCOMPARE(m_actions->mend({stuck}).result().errors,
                 QStringList{QStringLiteral("A worker holds it again; nothing was changed")});
        QCOMPARE(reply({"LLEN", "exports:processing:barn:1:0"}), QByteArray("1"));
    }

    void mendings_data()
    {
        QTest::addColumn<QList<QByteArrayList>>("before");
        QTest::addColumn<Contradiction>("contradiction");
        QTest::addColumn<RowState>("after");
        QTest::newRow("adrift: put back")
            << QList<QByteArrayList>{{"DEL", "exports"}} << Contradiction::NobodyHoldsIt << RowState::Queued;
        QTest::newRow("waiting without a key")
            << QList<QByteArrayList>{{"DEL", "KEY"}} << Contradiction::WaitingStatusExpired << RowState::Queued;
        QTest::newRow("result says failure")
            << QList<QByteArrayList>{{"DEL", "exports"},
                                     {"SET", "RESULT", R"({"status":"FAILURE","result":{"exc_message":["boom"]}})"}}
            << Contradiction::FailedButProcessing << RowState::Failed;
        QTest::newRow("completed, still queued")
            << QList<QByteArrayList>{{"SETEX", "KEY", "3600", R"({"status":"completed","filename":"a.pdf"})"}}
            << Contradiction::FinishedButQueued << RowState::Completed;
        QTest::newRow("completed, still in a priority list")
            << QList<QByteArrayList>{{"RPOPLPUSH", "exports", "PRIORITY"},
                                     {"SETEX", "KEY", "3600", R"({"status":"completed","filename":"a.pdf"})"}}
            << Contradiction::FinishedButQueued << RowState::Completed;
        QTest::newRow("never expires") << QList<QByteArrayList>{{"DEL", "exports"},
                                                                {"SET", "KEY", R"({"status":"failed","error":"x"})"}}
                                       << Contradiction::NeverExpires << RowState::Failed;
        QTest::newRow("unreadable, waiting") << QList<QByteArrayList>{{"SETEX", "KEY", "3600", "garbage"}}
                                             << Contradiction::UnreadableStatus << RowState::Queued;
    }

    void mendings()
    {
        QFETCH(const QList<QByteArrayList>, before);
        QFETCH(const Contradiction, contradiction);
        QFETCH(const RowState, after);
        const QString id = submit();
        row(id);
        for (QByteArrayList command : before) {
            for (QByteArray &word : command) {
                word = word == "KEY"        ? exports::statusKey(id)
                       : word == "RESULT"   ? "celery-task-meta-" + id.toUtf8()
                       : word == "PRIORITY" ? priority()
                                            : word;
            }
            reply(command);
        }
        row(id);
        m_now = m_now.addSecs(130);
        const JobRowPtr seen = row(id);
        QCOMPARE(seen->contradiction, contradiction);
        const ActionOutcome outcome = m_actions->mend({seen}).result();
        QVERIFY2(outcome.done == 1, qPrintable(outcome.errors.join(u' ')));
        QCOMPARE(row(id)->state, after);
        m_now = m_now.addSecs(3);
        const JobRowPtr settled = row(id);
        // The made-up completed job has no file; everything else is in order again.
        if (settled->contradiction != Contradiction::FileGone)
            QCOMPARE(settled->contradiction, Contradiction::None);
    }

    void whatHasAPlaceAfterAllIsNotPutBack_data()
    {
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("the queue") << QByteArray("exports");
        QTest::newRow("a priority list") << priority();
        QTest::newRow("its worker's list") << QByteArray("exports:processing:barn:1:0");
    }

    void whatHasAPlaceAfterAllIsNotPutBack()
    {
        QFETCH(const QByteArray, place);
        const QString id = submit();
        exports::JobStatus status = *exports::JobStore(*m_redis, clock()).status(id);
        status.worker = QStringLiteral("barn:1:0");
        QVERIFY(exports::JobStore(*m_redis, clock()).write(status));
        const QByteArray message = reply({"RPOP", "exports"});
        row(id);
        m_now = m_now.addSecs(4);
        const JobRowPtr adrift = row(id);
        QCOMPARE(adrift->mending, Mending::PutBackInQueue);
        reply({"LPUSH", place, message});
        QCOMPARE(m_actions->mend({adrift}).result().errors,
                 QStringList{QStringLiteral("It changed meanwhile; nothing was done")});
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray(place == "exports" ? "1" : "0"));
        QCOMPARE(reply({"LLEN", place}), QByteArray("1"));
    }

    void cancelWhileInAPriorityList()
    {
        const QString id = submit();
        reply({"RPOPLPUSH", "exports", priority()});
        QCOMPARE(m_actions->cancel({row(id)}).result().done, 1);
        QCOMPARE(row(id)->state, RowState::Cancelled);
        QCOMPARE(reply({"LLEN", priority()}), QByteArray("0"));
    }

    void whatIsTooLateIsAskedForAnewAndTakenOut_data()
    {
        QTest::addColumn<bool>("keyGone");
        QTest::addColumn<RowState>("after");
        QTest::newRow("its status is gone") << true << RowState::Expired;
        QTest::newRow("its status was renewed") << false << RowState::Cancelled;
    }

    void whatIsTooLateIsAskedForAnewAndTakenOut()
    {
        QFETCH(const bool, keyGone);
        QFETCH(const RowState, after);
        const QString id = submit();
        row(id);
        exports::TaskMessage task;
        task.taskId = task.jobId = id;
        task.expires = QDateTime::currentDateTimeUtc().addSecs(-60);
        reply({"DEL", "exports"});
        reply({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("desk"))});
        if (keyGone)
            reply({"DEL", exports::statusKey(id)});
        m_now = m_now.addSecs(3700);
        row(id);
        m_now = m_now.addSecs(4);
        const JobRowPtr late = row(id);
        QCOMPARE(late->contradiction, Contradiction::WaitedTooLong);
        QCOMPARE(late->mending, Mending::SubmitAgain);
        const ActionOutcome outcome = m_actions->runAgain({late}, QDate(2026, 11, 22)).result();
        QVERIFY2(outcome.done == 1, qPrintable(outcome.errors.join(u' ')));
        QCOMPARE(reply({"LLEN", "exports"}), QByteArray("1"));
        const auto queued = exports::decodeTask(reply({"LINDEX", "exports", "0"}));
        QVERIFY(std::holds_alternative<exports::TaskMessage>(queued));
        QVERIFY(std::get<exports::TaskMessage>(queued).jobId != id);
        QVERIFY(std::get<exports::TaskMessage>(queued).expires > QDateTime::currentDateTimeUtc());
        QCOMPARE(row(id)->state, after);
    }

    void withoutRedisTheFirstErrorEndsIt()
    {
        const JobRowPtr one = row(submit());
        m_servers.redis().stop();
        const ActionOutcome outcome = m_actions->cancel({one, one, one}).result();
        QVERIFY(m_servers.redis().start());
        QCOMPARE(outcome.done, 0);
        QCOMPARE(outcome.errors.size(), 1);
        QCOMPARE(outcome.untried(), 2);
    }

    /// What was done before the error is told, and what wasn't tried after it.
    void whatEndsInTheMiddleTellsWhatWasDone()
    {
        const QString folder = m_servers.settings().exportFolder;
        QStringList ids;
        for (int at = 0; at < 4; ++at)
            ids << submit();
        exports::JobStatus status = *exports::JobStore(*m_redis, clock()).status(ids.at(1));
        status.state = exports::JobState::Completed;
        status.fileName = QStringLiteral("report_%1_20261122_120000.pdf").arg(status.jobId);
        QVERIFY(exports::JobStore(*m_redis, clock()).write(status));
        QList<JobRowPtr> jobs;
        for (const QString &id : std::as_const(ids))
            jobs << row(id);
        QVERIFY(QFile::rename(folder, folder + QStringLiteral(".away"))); // the disk of the second one's file
        const ActionOutcome outcome = m_actions->remove(jobs).result();
        QVERIFY(QFile::rename(folder + QStringLiteral(".away"), folder));
        QCOMPARE(outcome.done, 1);
        QCOMPARE(outcome.errors.size(), 1);
        QCOMPARE(outcome.left, ids.mid(1));
        QCOMPARE(outcome.untried(), 2);
        QCOMPARE(outcome.doneOf(ids), ids.mid(0, 1));
    }

    /// The connection is of one thread, and who waits may be another.
    void whoWaitsForAnActionDoesNotDoIt()
    {
        const JobRowPtr job = row(submit());
        std::mutex mutex;
        std::set<std::thread::id> threads;
        QSemaphore gate;
        const auto clock = [&] {
            {
                const std::lock_guard lock(mutex);
                threads.insert(std::this_thread::get_id());
            }
            gate.acquire();
            gate.release();
            return m_now;
        };
        const Settings settings = m_servers.settings();
        JobActions actions({settings.redis, settings.exportFolder, QStringLiteral("anna@desk"), {}, clock});
        const auto first = actions.cancel({job});
        const auto second = actions.cancel({job});
        std::thread waiting([second] { (void)second.result(); });
        QTest::qWait(200); // until it waits
        gate.release();
        waiting.join();
        QVERIFY(first.isFinished());
        QCOMPARE(threads.size(), std::size_t{1});
        QVERIFY(!threads.contains(std::this_thread::get_id()));
    }

    void onlyOldFilesThatNobodyNamesAreFreed()
    {
        const QString folder = m_servers.settings().exportFolder;
        QVERIFY(QDir(folder).mkpath(QStringLiteral(".herdbook/made")));
        QList<exports::AgedFile> files;
        for (const char *id : {"spare", "named", "stuck"}) {
            const QString name = QStringLiteral("report_%1_20260601_120000.pdf").arg(QLatin1String(id));
            for (const QString &path : {QString(folder + u'/' + name), exports::filesNote(folder, name)}) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
                file.close();
                QVERIFY(file.open(QIODevice::ReadWrite) &&
                        file.setFileTime(m_now.addDays(-2), QFileDevice::FileModificationTime));
            }
            files.append({name, QLatin1String(id), 5});
        }
        exports::JobStatus status;
        status.jobId = QStringLiteral("named");
        status.state = exports::JobState::Completed;
        status.createdAt = m_now;
        status.fileName = files.at(1).name;
        QVERIFY(exports::JobStore(*m_redis, clock()).write(status));
        // A folder in the file's place is none of ours.
        QVERIFY(QFile::remove(folder + u'/' + files.at(2).name) && QDir(folder).mkdir(files.at(2).name));

        const FreedFiles freed = m_actions->freeFiles(files, m_now.addDays(-1)).result();
        QCOMPARE(freed.files, 1);
        QCOMPARE(freed.bytes, 5);
        QVERIFY2(freed.errors.isEmpty(), qPrintable(freed.errors.value(0)));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{files.at(1).name});
        QVERIFY(QDir(folder).exists(files.at(2).name));
        QVERIFY(audit().contains(QStringLiteral("anna@desk\tfree\tspare\tdone")));
        QVERIFY(!audit().contains(QStringLiteral("\tnamed\t")));

        m_servers.redis().pause();
        const FreedFiles none = m_actions->freeFiles(files, m_now.addDays(-1)).result();
        m_servers.redis().resume();
        QCOMPARE(none.files, 0);
        QCOMPARE(none.errors.size(), 1);
        QVERIFY(QFile::exists(folder + u'/' + files.at(1).name));
    }

    void whatIsGoneAlreadyIsntFreed()
    {
        const QList<exports::AgedFile> files = makeAged(3);
        const QString folder = m_servers.settings().exportFolder;
        QVERIFY(QFile::remove(folder + u'/' + files.at(0).name) && QFile::remove(folder + u'/' + files.at(1).name));
        const auto before = audit().count(QLatin1String("\tfree\t"));
        const FreedFiles freed = m_actions->freeFiles(files, m_now.addDays(-1)).result();
        QVERIFY2(freed.errors.isEmpty(), qPrintable(freed.errors.value(0)));
        QCOMPARE(freed.files, 1);
        QVERIFY(!QFile::exists(exports::filesNote(folder, files.at(0).name)));
        QCOMPARE(audit().count(QLatin1String("\tfree\t")), before + 1);
    }

    void freeingLetsOthersHaveTheirTurn()
    {
        const QList<exports::AgedFile> files = makeAged(60);
        const QString folder = m_servers.settings().exportFolder;
        const JobRowPtr job = row(submit());
        const QFuture<FreedFiles> freed = m_actions->freeFiles(files, m_now.addDays(-1));
        const QFuture<ActionOutcome> cancelled = m_actions->cancel({job});
        QCOMPARE(freed.result().files, 60);
        QCOMPARE(cancelled.result().done, 1);
        QVERIFY(QDir(folder).entryList(QDir::Files).isEmpty());
        const QString log = audit();
        QVERIFY(log.lastIndexOf(QLatin1String("\tcancel\t")) < log.lastIndexOf(QLatin1String("\tfree\t")));
    }

    void theEndLeavesTheRestOfTheFiles()
    {
        const QList<exports::AgedFile> files = makeAged(200);
        m_servers.redis().pause();
        const QFuture<FreedFiles> freed = m_actions->freeFiles(files, m_now.addDays(-1));
        std::atomic<bool> begun = false;
        std::thread ending([this, &begun] {
            begun = true;
            m_actions.reset();
        });
        QTRY_VERIFY(begun);
        QTest::qWait(1000); // until the end is on its way; Redis is waited for longer
        m_servers.redis().resume();
        ending.join();
        QVERIFY2(freed.result().files <= 1, qPrintable(QString::number(freed.result().files)));
        QVERIFY(QDir(m_servers.settings().exportFolder).entryList(QDir::Files).size() >= 199);
    }

private:
    /// Old files of jobs that nobody knows.
    QList<exports::AgedFile> makeAged(int count)
    {
        const QString folder = m_servers.settings().exportFolder;
        QList<exports::AgedFile> files;
        if (!QDir().mkpath(folder + QStringLiteral("/.herdbook/made")))
            return files;
        for (int at = 0; at < count; ++at) {
            const QString id = QStringLiteral("aged%1").arg(at);
            const QString name = QStringLiteral("report_%1_20260601_120000.pdf").arg(id);
            QFile note(exports::filesNote(folder, name));
            if (QFile(folder + u'/' + name).open(QIODevice::WriteOnly) && note.open(QIODevice::WriteOnly) &&
                note.setFileTime(m_now.addDays(-2), QFileDevice::FileModificationTime))
                files.append({name, id, 0});
        }
        return files;
    }
    Clock clock() const
    {
        return [this] { return m_now; };
    }
    QString submit()
    {
        exports::ExportRequest request;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 20);
        return m_actions->submit({request, QStringLiteral("anna@desk"), {}, {}, -1}).result().valueOr({});
    }
    QByteArray reply(const QByteArrayList &command)
    {
        const auto done = m_redis->command(command);
        if (!done)
            return done.error().message.toUtf8();
        return done->type == storage::RedisReply::Type::Integer ? QByteArray::number(done->integer) : done->text;
    }
    QByteArray priority() const
    {
        return exports::QueueNames(m_servers.settings().redis).priorityQueues().constFirst();
    }
    void turn() { QVERIFY(m_tracker->turn()); }
    JobRowPtr row(const QString &id)
    {
        turn();
        for (const JobRowPtr &known : m_tracker->rows()) {
            if (known->id == id)
                return known;
        }
        return nullptr;
    }
    QString audit() const
    {
        QFile file(m_folder.filePath(QStringLiteral("actions.log")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    test::Servers m_servers;
    QTemporaryDir m_folder;
    QDateTime m_now;
    std::unique_ptr<storage::Redis> m_redis;
    std::unique_ptr<JobActions> m_actions;
    std::unique_ptr<JobTracker> m_tracker;
};

QTEST_GUILESS_MAIN(TestJobActions)
#include "test_jobactions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/farewell.h"
#include "tests/support/silentfolder.h"
#include "tests/ui/exports/stage.h"
#include "tests/ui/keyhelp.h"
#include "ui/exports/datechoice.h"
#include "ui/exports/morefields.h"
#include "ui/exports/previewbox.h"
#include "ui/jobs/actions/undotoast.h"
#include "ui/jobs/details/jobdetails.h"
#include "ui/jobs/details/rawstatus.h"
#include "ui/jobs/jobnotifier.h"
#include "ui/jobs/notice.h"
#include "ui/jobs/table/jobdelegate.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/offertime.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace herdbook;
using namespace herdbook::ui;

/// The page in the real window, driven by keys and clicks, on a real Redis.
class TestExportsPage : public QObject
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
        m_page = &m_stage->open();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_COMPARE(m_stage->feed().connection().state, jobs::FeedConnection::State::Online);
        QTRY_COMPARE(m_page->jobsPanel()->shownPage(), 2);
    }

    /// FR: invalid requests are explained at the field and never reach Redis. SC: at once.
    void wrongInputIsExplainedAndNeverSent()
    {
        auto *end = qobject_cast<QLineEdit *>(field("end_date"));
        MessageLabel *message = m_page->formWidget()->fields()->messageLabel(QStringLiteral("end_date"));
        QTest::mouseClick(end, Qt::LeftButton);
        QTest::keyClick(end, Qt::Key_A, Qt::ControlModifier);
        const QDate day = m_page->form().today();
        const QString future = day.addDays(20).toString(Qt::ISODate);
        QTest::keyClicks(end, future.chopped(1));
        QVERIFY(!message->hasError()); // may still become right
        QTest::keyClicks(end, future.last(1));
        QVERIFY(message->hasError()); // with the key that made it wrong, not some time later
        QCOMPARE(message->text(), QStringLiteral("This day is still to come"));
        QPushButton *button = m_page->formWidget()->submitButton();
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(QLatin1String("End")));
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(end, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("DBSIZE")}), QStringLiteral("0"));

        QTest::keyClick(end, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(end, day.toString(Qt::ISODate));
        QVERIFY(!message->hasError());
        QVERIFY(button->isEnabled());
    }

    /// Left open overnight: the range of a preset of yesterday is none of today's.
    void aPresetIsOfTodayAfterTheNight()
    {
        auto *preset = m_page->findChild<QComboBox *>(QStringLiteral("preset"));
        auto *end = qobject_cast<QLineEdit *>(field("end_date"));
        QCOMPARE(preset->currentText(), QStringLiteral("Last 30 days"));
        const QDate day = m_page->form().today();
        m_stage->advance(24 * 3600);
        m_page->refresh();                                               // F5
        QVERIFY(preset->currentText() != QLatin1String("Last 30 days")); // after November's last day it is last month
        QCOMPARE(end->text(), day.toString(Qt::ISODate));

        QTest::mouseClick(end, Qt::LeftButton);
        QTest::keyClick(end, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(end, day.addDays(2).toString(Qt::ISODate));
        QVERIFY(!m_page->formWidget()->submitButton()->isEnabled());
        m_stage->advance(24 * 3600);
        m_page->hide();
        m_page->show();
        QVERIFY(m_page->formWidget()->submitButton()->isEnabled());
        QVERIFY(!m_page->formWidget()->fields()->messageLabel(QStringLiteral("end_date"))->hasError());
    }

    void whatIsNoDateIsSaidWhenTypingPauses()
    {
        auto *start = qobject_cast<QLineEdit *>(field("start_date"));
        MessageLabel *message = m_page->formWidget()->fields()->messageLabel(QStringLiteral("start_date"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTest::keyClick(start, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(start, QStringLiteral("soon"));
        QTRY_VERIFY(message->hasError());
        QCOMPARE(message->text(), tr("Not a day. Type it as %1").arg(m_page->form().today().toString(Qt::ISODate)));
    }

    void whatIsWrongWithADayIsReadAtTheLeastWidth()
    {
        auto *split = m_page->findChild<QSplitter *>();
        split->setSizes({1, 2000});
        MessageLabel *message = m_page->formWidget()->fields()->messageLabel(QStringLiteral("start_date"));
        const auto margin = [message] { return message->contentsMargins().left(); };
        message->setHint(QStringLiteral("Monday"));
        QTRY_VERIFY(margin() > 84); // under its field
        QString text = QStringLiteral("No day");
        while (message->fontMetrics().horizontalAdvance(text) < message->width() - 60)
            text += QStringLiteral(" at");
        message->setError(text);
        QVERIFY(!message->isElided());
        QVERIFY(margin() < 84);
    }

    void aDoubleClickMakesOneJob()
    {
        QPushButton *button = m_page->formWidget()->submitButton();
        QSignalSpy queued(m_page, &ExportsPage::jobQueued);
        QString said;
        const auto again = connect(m_page, &ExportsPage::jobQueued, this, [&] { // while the button tells it
            QTest::mouseDClick(button, Qt::LeftButton);
            said = button->text();
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseDClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(queued.size(), 1);
        disconnect(again);
        QVERIFY2(said.startsWith(QLatin1String("Queued")), qPrintable(said));
        QTRY_COMPARE(m_page->jobsPanel()->model().rowCount(), 1);
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")}), QStringLiteral("1"));
        QTRY_COMPARE(button->text(), QStringLiteral("Make export"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(queued.size(), 2); // a second one, when meant
    }

    void theKeyboardAloneIsEnough()
    {
        QWidget *first = QApplication::focusWidget();
        QVERIFY2(first && m_page->formWidget()->isAncestorOf(first), "the form has the focus at first");
        QTest::keyClick(first, Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(m_page->form().input().kind, FormKind::ZipDataset);
        // In the order one reads: every field is met by Tab.
        QStringList met;
        for (int at = 0; at < 40; ++at) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            met << QApplication::focusWidget()->objectName();
        }
        QStringList expected{QStringLiteral("preset"),
                             QStringLiteral("start_date"),
                             QStringLiteral("end_date"),
                             QStringLiteral("class_buck"),
                             QStringLiteral("include_crops"),
                             QStringLiteral("crop_size"),
                             QStringLiteral("include_metadata_csv"),
                             QStringLiteral("title"),
                             QStringLiteral("makeExport")};
        qsizetype last = -1;
        for (const QString &name : expected) {
            const qsizetype at = met.indexOf(name);
            QVERIFY2(at > last, qPrintable(name + QStringLiteral(" in ") + met.join(u' ')));
            last = at;
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_page->jobsPanel()->model().rowCount(), 1);
        QCOMPARE(m_page->jobsPanel()->model().row(0)->kind, exports::ExportKind::Zip);
    }

    void screenReadersHearFieldStateAndMessage()
    {
        auto *end = qobject_cast<QLineEdit *>(field("end_date"));
        end->setFocus();
        QTest::keyClick(end, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(end, m_page->form().today().addDays(20).toString(Qt::ISODate));
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(end);
        QCOMPARE(heard->role(), QAccessible::EditableText);
        QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("End"));
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("This day is still to come"));
        QVERIFY(heard->state().focused);
        QAccessibleInterface *button = QAccessible::queryAccessibleInterface(m_page->formWidget()->submitButton());
        QVERIFY(button->state().disabled);
        QCOMPARE(button->text(QAccessible::Description), QStringLiteral("Put right first: End"));

        const QString id = m_stage->submit(QStringLiteral("Heard"));
        QTRY_VERIFY(m_page->jobsPanel()->model().indexOf(id) >= 0);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_page->jobsPanel()->table());
        QCOMPARE(table->role(), QAccessible::Table);
        QAccessibleInterface *cell = table->tableInterface()->cellAt(0, JobTableModel::State);
        QVERIFY(cell->text(QAccessible::Name).startsWith(QLatin1String("Queued, 1st of 1")));
    }

    /// SC: a status change is on screen within a second.
    void whatChangesInRedisIsOnScreenWithTheNextTurn()
    {
        const auto &model = m_page->jobsPanel()->model();
        const auto shownAs = [&](const QString &id) {
            const int at = model.indexOf(id);
            return at < 0 ? QString() : model.index(at, JobTableModel::State).data().toString();
        };
        // Idle for a while first: the slow pace is the one that has to keep up.
        const int turns = m_stage->feed().turns();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->feed().turns() > turns + 3, 60'000);
        exports::JobStatus status =
            m_stage->status(QStringLiteral("Quick"), exports::ExportKind::Pdf, exports::JobState::Processing, 3, false);
        status.worker = QStringLiteral("barn:1:0");
        status.stage = QStringLiteral("Drawing charts");
        // How long a turn takes is the machine's business; that two of them, half a second apart, are enough is ours.
        const auto turnsUntil = [&](const std::function<bool()> &shown) {
            const jobs::JobFeed &feed = m_stage->feed();
            const int from = feed.turns();
            int met = -1;
            QObject context;
            connect(&feed, &jobs::JobFeed::turned, &context, [&] {
                if (met < 0 && shown())
                    met = feed.turns() - from;
            });
            return QTest::qWaitFor([&] { return met >= 0; }, 60'000) ? met : 1000;
        };
        m_stage->put(status);
        QVERIFY(turnsUntil([&] { return shownAs(status.jobId) == QLatin1String("Drawing charts"); }) <= 2);
        m_stage->makeFile(status, 1000);
        status.state = exports::JobState::Completed;
        m_stage->put(status);
        QVERIFY(turnsUntil([&] { return shownAs(status.jobId) == QLatin1String("Completed"); }) <= 2);
        // Another producer takes it away.
        m_stage->run({"DEL", "export_job:" + status.jobId.toUtf8()});
        QVERIFY(turnsUntil([&] { return shownAs(status.jobId) == QLatin1String("Removed by someone else"); }) <= 2);
        QVERIFY(m_stage->feed().pause() <= std::chrono::milliseconds(600));
    }

    void cancelByKeyAndRunAgain()
    {
        const QString id = submitByButton();
        JobTable *table = m_page->jobsPanel()->table();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(m_page->jobsPanel()->model().job(id)->state, jobs::RowState::Cancelled);
        QTest::keyClick(table, Qt::Key_R);
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 2);
        QTRY_COMPARE(m_page->jobsPanel()->model().row(0)->parentJobId, id);
    }

    void removingByButtonGoesOnInTheTable()
    {
        const QString id = submitByButton();
        JobTable *table = m_page->jobsPanel()->table();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(m_page->jobsPanel()->model().job(id)->state, jobs::RowState::Cancelled);
        QTest::keyClick(table, Qt::Key_R);
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 2);
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        QPushButton *remove = m_page->jobsPanel()->actionBar()->button(JobAction::Remove);
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Space);
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 1);
        QTest::qWait(50); // what was disabled meanwhile passes the focus on later
        QTRY_VERIFY(table->hasFocus());
    }

    void removingCanBeUndone()
    {
        const QString id = submitByButton();
        JobTable *table = m_page->jobsPanel()->table();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 0);
        // Header, body and counts say the same meanwhile.
        QCOMPARE(m_page->jobsPanel()->actionBar()->shownText(), QStringLiteral("0 jobs"));
        QCOMPARE(m_page->jobsPanel()->ownerControl()->segment(0)->text(), QStringLiteral("All 0"));
        QCOMPARE(m_page->jobsPanel()->ownerControl()->segment(1)->text(), QStringLiteral("Mine 0"));
        UndoToast *toast = m_page->jobsPanel()->toast();
        QTRY_VERIFY(toast->isVisible());
        QTest::mouseClick(toast->button(), Qt::LeftButton);
        QVERIFY(!toast->isVisible());
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 1);
        QCOMPARE(m_page->jobsPanel()->ownerControl()->segment(0)->text(), QStringLiteral("All 1"));
        QTRY_VERIFY(table->hasFocus());
        // By key too, from the table, and no longer than it is offered.
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 0);
        QTRY_VERIFY(m_page->jobsPanel()->stateBox()->hasFocus());
        QTest::keyClick(m_page->jobsPanel()->searchField()->window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 1);
        QVERIFY(!toast->isVisible());
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(table->currentJob()->id, id);
        QCOMPARE(m_page->jobsPanel()->actionBar()->shownText(), QStringLiteral("1 of 1 selected"));
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("EXISTS"), QStringLiteral("export_job:") + id}),
                 QStringLiteral("1"));
        // Not undone, it is carried out, at the latest when the page closes.
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        m_stage->close();
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("EXISTS"), QStringLiteral("export_job:") + id}),
                 QStringLiteral("0"));
    }

    void detailsAreReadBesideAFewRows()
    {
        m_page = &m_stage->open({1100, 700});
        const QTableView *table = m_page->jobsPanel()->table();
        const JobDetails *details = m_page->jobsPanel()->details();
        const QString id = m_stage->submit(QStringLiteral("First"));
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(id));
        QTRY_VERIFY(details->isVisible() && details->height() >= 200);
        QVERIFY(table->viewport()->height() >= 4 * table->rowHeight(0));
        const int height = details->height();
        for (int at = 0; at < 12; ++at)
            m_stage->submit(QStringLiteral("Side %1").arg(at));
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 13);
        QTRY_VERIFY(table->viewport()->height() > 4 * table->rowHeight(0)); // they need it
        QVERIFY(details->height() >= 200 && details->height() < height);
        // As it was left by hand, it stays.
        m_page->jobsPanel()->detailsPane()->setFocus();
        QTest::mouseClick(m_page->jobsPanel()->detailsPane(), Qt::LeftButton);
        QTRY_VERIFY(details->height() < 100);
        m_stage->submit(QStringLiteral("Last"));
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 14);
        QVERIFY(details->height() < 100);
    }

    void theSectionsSayWhatCheckingThemDoes()
    {
        QListWidget *sections = m_page->formWidget()->fields()->more()->sectionList();
        const auto *note = m_page->findChild<QLabel *>(QStringLiteral("sectionsNote"));
        QVERIFY(note->isVisibleTo(m_page) && note->text().startsWith(QLatin1String("None checked: the usual report")));
        sections->item(0)->setCheckState(Qt::Checked);
        QVERIFY2(note->text().startsWith(QLatin1String("Only these, in this order")), qPrintable(note->text()));
        QCOMPARE(sections->accessibleDescription(), note->text());
        m_page->form().setKind(FormKind::ComparisonPdf);
        QVERIFY(!note->isVisibleTo(m_page));
    }

    void theHelpNamesEveryKey()
    {
        submitByButton();
        QCOMPARE(test::unnamedShortcuts(*m_page, m_page->keys()).join(u' '), QString());
    }

    void aLongReasonTakesNoRoomFromTheFields()
    {
        ExportFormWidget &widget = *m_page->formWidget();
        auto *scroll = widget.findChild<QScrollArea *>();
        auto *reason = widget.findChild<Label *>(QStringLiteral("reason"));
        m_page->form().setKind(FormKind::ComparisonPdf);
        QTest::qWait(0);
        const int height = scroll->height();
        const QString refusal =
            QStringLiteral("Redis refuses the connection: ") + QStringLiteral("words ").repeated(60);
        widget.showFailure(refusal);
        QTest::qWait(0);
        QCOMPARE(scroll->height(), height);
        QCOMPARE(widget.shownReason(), refusal);
        QVERIFY(reason->text().endsWith(QChar(0x2026)) && !reason->toolTip().isEmpty());
        QVERIFY(reason->heightForWidth(reason->width()) <= reason->height());
    }

    /// What was done is told beside what wasn't, and doesn't come back into the table.
    void aRemovalThatEndsInTheMiddleTellsWhatWasDone()
    {
        const QString folder = m_servers.settings().exportFolder;
        const QString first = m_stage->submit(QStringLiteral("First"));
        exports::JobStatus made =
            m_stage->status(QStringLiteral("Second"), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
        m_stage->makeFile(made, 1000);
        m_stage->put(made);
        const QString last = m_stage->submit(QStringLiteral("Last"));
        const JobTableModel &model = m_page->jobsPanel()->model();
        QTRY_COMPARE(model.total(), 3);
        QVERIFY(QFile::rename(folder, folder + QStringLiteral(".away")));
        m_page->controller().trigger(JobAction::Remove, {model.job(first), model.job(made.jobId), model.job(last)},
                                     nullptr);
        Notice *notice = m_page->jobsPanel()->notice();
        QTRY_VERIFY2(notice->text().startsWith(QLatin1String("1 of 3 done, 1 not tried. ")),
                     qPrintable(notice->text()));
        QVERIFY(QFile::rename(folder + QStringLiteral(".away"), folder));
        QVERIFY(model.indexOf(made.jobId) >= 0 && model.indexOf(last) >= 0);
        QTRY_VERIFY(model.job(first) == nullptr);
    }

    /// The last file's success doesn't hide that another failed.
    void oneNoticeTellsOfAllThatAreSaved()
    {
        QList<exports::JobStatus> made;
        for (const char *title : {"One", "Two", "Three"}) {
            exports::JobStatus status =
                m_stage->status(QLatin1String(title), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
            m_stage->makeFile(status, 1000);
            m_stage->put(status);
            made << status;
        }
        QList<jobs::JobRowPtr> rows;
        for (const exports::JobStatus &status : std::as_const(made)) {
            QTRY_VERIFY(m_page->jobsPanel()->model().job(status.jobId) != nullptr);
            QTRY_COMPARE(m_page->jobsPanel()->model().job(status.jobId)->file, jobs::FileFact::Present);
            rows << m_page->jobsPanel()->model().job(status.jobId);
        }
        const QTemporaryDir folder;
        m_page->controller().files().askPath = [&folder](QWidget *, const QString &, bool, const auto &then) {
            then(folder.path());
        };
        Notice *notice = m_page->jobsPanel()->notice();
        m_page->controller().trigger(JobAction::SaveAs, rows, nullptr);
        QTRY_VERIFY2(notice->text().startsWith(QStringLiteral("3 files saved in %1").arg(folder.path())),
                     qPrintable(notice->text()));
        // A folder that takes nothing isn't the one to begin with next time.
        QCOMPARE(m_page->controller().files().saveFolder(), folder.path());
        m_page->controller().files().askPath = [&folder](QWidget *, const QString &, bool, const auto &then) {
            then(folder.filePath(QStringLiteral("gone/saved.pdf")));
        };
        m_page->controller().trigger(JobAction::SaveAs, {rows.first()}, nullptr);
        QTRY_VERIFY2(!notice->text().startsWith(QLatin1String("3 files saved")) &&
                         !notice->text().startsWith(QLatin1String("Saving")),
                     qPrintable(notice->text()));
        QVERIFY2(!notice->text().startsWith(QLatin1String("Saved")), qPrintable(notice->text()));
        QCOMPARE(m_page->controller().files().saveFolder(), folder.path());
        m_page->controller().files().askPath = [&folder](QWidget *, const QString &, bool, const auto &then) {
            then(folder.path());
        };
        QVERIFY(QFile::remove(m_servers.settings().exportFolder + u'/' + made.first().fileName));
        m_page->controller().trigger(JobAction::SaveAs, rows, nullptr);
        QTRY_VERIFY2(notice->text().startsWith(QStringLiteral("2 of 3 files saved in %1. ").arg(folder.path())),
                     qPrintable(notice->text()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 5);
    }

    void whatIsRemovedMeanwhileIsUndoneWithIt()
    {
        const QStringList ids{m_stage->submit(QStringLiteral("First")), m_stage->submit(QStringLiteral("Second")),
                              m_stage->submit(QStringLiteral("Third"))};
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 3);
        const auto kept = [&] {
            int count = 0;
            for (const QString &id : ids)
                count +=
                    m_servers.redisCommand({QStringLiteral("EXISTS"), QStringLiteral("export_job:") + id})->toInt();
            return count;
        };
        JobTable *table = m_page->jobsPanel()->table();
        UndoToast *toast = m_page->jobsPanel()->toast();
        for (int removed = 1; removed <= 2; ++removed) {
            QVERIFY(m_page->jobsPanel()->selectJob(ids.at(removed)));
            table->setFocus();
            QTest::keyClick(table, Qt::Key_Delete);
            QTRY_VERIFY(toast->isVisible());
            toast->button()->setFocus(); // so that its time doesn't end while the feed settles
            QVERIFY(m_stage->settle());
            QCOMPARE(kept(), 3); // each has its time, and its end isn't brought forward by another
        }
        QCOMPARE(toast->text(), QStringLiteral("Removed 2 jobs"));
        // What went wrong is read above it, whichever came first, and takes its place afterwards.
        Notice *notice = m_page->jobsPanel()->notice();
        notice->tell(QString(300, u'x'), true);
        QVERIFY(notice->isVisible() && !notice->geometry().intersects(toast->geometry()));
        const int above = notice->geometry().bottom();
        QTest::mouseClick(toast->button(), Qt::LeftButton);
        QCOMPARE(m_page->jobsPanel()->model().rowCount(), 3);
        QCOMPARE(kept(), 3);
        QVERIFY(!toast->isVisible());
        QVERIFY(notice->geometry().bottom() > above);
        toast->offer(QStringLiteral("Removed 1 job"), 60'000);
        QVERIFY(notice->isVisible() && !notice->geometry().intersects(toast->geometry()));
        toast->withdraw();
    }

    void aHistoryThatCantBeReadIsSaid_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::addColumn<QString>("said");
        QTest::newRow("damaged") << true << QStringLiteral("was damaged");
        QTest::newRow("refused") << false << QStringLiteral("unable to open");
    }
    void aHistoryThatCantBeReadIsSaid()
    {
        QFETCH(const bool, damaged);
        QFETCH(const QString, said);
        auto *line = m_page->jobsPanel()->findChild<Label *>(QStringLiteral("historyProblem"));
        QVERIFY(line && !line->isVisible());
        m_stage->close();
        finishAll(); // who reads may still write
        const QString path = m_stage->historyPath();
        if (damaged) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        } else {
            QVERIFY(QFile::remove(path) && QDir().mkdir(path));
        }
        m_page = &m_stage->open();
        line = m_page->jobsPanel()->findChild<Label *>(QStringLiteral("historyProblem"));
        QTRY_VERIFY(line->isVisible());
        QVERIFY2(line->text().startsWith(QLatin1String("Jobs that Redis no longer holds may be missing here.")) &&
                     line->text().contains(said),
                 qPrintable(line->text()));
        m_stage->close();
        QDir().rmdir(path);
    }

    void theOfferToUndoStaysWhileItHasTheFocusAndWhileTheWindowIsLeft()
    {
        const QString id = submitByButton();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        m_page->jobsPanel()->table()->setFocus();
        QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_Delete);
        UndoToast *toast = m_page->jobsPanel()->toast();
        QTRY_VERIFY(toast->isVisible());
        QTest::mouseMove(&m_stage->window(), QPoint(4, 4));
        QSignalSpy held(toast->findChild<OfferTime *>(), &OfferTime::heldChanged);
        toast->button()->setFocus();
        QTRY_COMPARE(held.size(), 1);
        QVERIFY(held.at(0).at(0).toBool());
        m_page->jobsPanel()->searchField()->setFocus();
        QVERIFY(!toast->button()->hasFocus());
        QTRY_VERIFY2(
            held.size() == 2,
            qPrintable(QStringLiteral("under mouse %1, visible %2").arg(toast->underMouse()).arg(toast->isVisible())));
        QVERIFY(!held.at(1).at(0).toBool());
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_COMPARE(held.size(), 3);
        QVERIFY(held.at(2).at(0).toBool()); // people are elsewhere
        m_stage->window().activateWindow();
        QTRY_COMPARE(held.size(), 4);
        QVERIFY(!held.at(3).at(0).toBool());
    }

    void aRemovalIsCarriedOutWhenItsOfferEnds()
    {
        const QString id = submitByButton();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        m_page->jobsPanel()->table()->setFocus();
        QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_Delete);
        UndoToast *toast = m_page->jobsPanel()->toast();
        QTRY_VERIFY(toast->isVisible());
        QVERIFY(m_page->controller().canUndo());
        Q_EMIT toast->findChild<OfferTime *>()->ended(); // no other clock counts
        QVERIFY(!m_page->controller().canUndo() && !toast->isVisible());
        QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_page->jobsPanel()->selectJob(id));
    }

    void aNewJobIsSelectedWhateverWasAndIsNotHiddenByAFilter()
    {
        const QString first = submitByButton();
        QVERIFY(m_page->jobsPanel()->selectJob(first));
        m_page->jobsPanel()->stateBox()->setCurrentIndex(m_page->jobsPanel()->stateBox()->count() - 1); // expired ones
        QTRY_COMPARE(m_page->formWidget()->submitButton()->text(), QStringLiteral("Make export"));
        QSignalSpy queued(m_page, &ExportsPage::jobQueued);
        QTest::mouseClick(m_page->formWidget()->submitButton(), Qt::LeftButton);
        QTRY_COMPARE(queued.size(), 1);
        const QString second = queued.at(0).at(0).toString();
        QTRY_VERIFY(m_page->jobsPanel()->details()->job() && m_page->jobsPanel()->details()->job()->id == second);
        QCOMPARE(m_page->jobsPanel()->stateBox()->currentIndex(), 0);
    }

    void aWaitingJobSaysThatNoWorkerIsThere()
    {
        const QString id = submitByButton();
        QTRY_VERIFY(m_page->jobsPanel()->details()->job());
        QTRY_VERIFY2(m_page->jobsPanel()->details()->text().contains(QLatin1String("Queued")), qPrintable(id));
        QTRY_VERIFY(m_page->jobsPanel()->details()->banner()->isVisible());
        const Banner *banner = m_page->jobsPanel()->details()->banner();
        QVERIFY(banner->accessibleName().contains(QLatin1String("No worker is online")));
        // Not whenever one starts: its message holds for an hour.
        QTRY_VERIFY2(banner->accessibleName().contains(QLatin1String("the export is made if one starts by ")),
                     qPrintable(banner->accessibleName()));
    }

    void theWiresWordsAreUnderTechnicalAndClosed()
    {
        submitByButton();
        JobDetails *details = m_page->jobsPanel()->details();
        QTRY_VERIFY(details->job());
        const auto words = [details] {
            QStringList shown;
            for (const QLabel *label : details->findChildren<QLabel *>()) {
                if (label->isVisible())
                    shown << label->text();
            }
            return shown.join(u'\n');
        };
        for (const char *word : {"Lease", "hands", "Status key", "export_job:"})
            QVERIFY2(!words().contains(QLatin1String(word)), word);
        QTRY_VERIFY(details->height() > 200); // the first job brings the details their room
        auto *raw = details->findChild<QPlainTextEdit *>(QStringLiteral("rawStatus"));
        QVERIFY(!raw->isVisible());
        auto *fold = details->findChild<QToolButton *>(QStringLiteral("technical"));
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY2(raw->isVisible(), qPrintable(QStringLiteral("%1 of %2, fold %3 at %4")
                                                  .arg(details->technical()->height())
                                                  .arg(details->height())
                                                  .arg(fold->isVisible())
                                                  .arg(fold->mapTo(details, QPoint()).y())));
        QCOMPARE(raw->toPlainText(), spacedJson(details->job()->raw));
        QVERIFY(words().contains(QLatin1String("Lease")));
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(!raw->isVisible());
    }

    void theOrderOfTheRowsSurvivesARestart()
    {
        m_page->jobsPanel()->table()->horizontalHeader()->setSortIndicator(JobTableModel::Title, Qt::DescendingOrder);
        m_stage->close();
        m_page = &m_stage->open();
        QCOMPARE(m_page->jobsPanel()->table()->order().first, int(JobTableModel::Title));
        QCOMPARE(m_page->jobsPanel()->table()->order().second, Qt::DescendingOrder);
    }

    void whatResetTookAwayComesBack()
    {
        auto *title = qobject_cast<QLineEdit *>(field("title"));
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("Rut 2026"));
        QToolButton *reset = m_page->formWidget()->resetButton();
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(title->text().isEmpty());
        QCOMPARE(reset->text(), QStringLiteral("Undo"));
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(title->text(), QStringLiteral("Rut 2026"));
        QTest::mouseClick(reset, Qt::LeftButton);
        QTest::keyClicks(title, QStringLiteral("x")); // something else is put in: that is over
        QCOMPARE(reset->text(), QStringLiteral("Reset"));
    }

    void bothReadingsOfADayAreOfferedAndNothingMoves()
    {
        auto *start = qobject_cast<QLineEdit *>(field("start_date"));
        auto *end = qobject_cast<QLineEdit *>(field("end_date"));
        const auto places = [&] {
            return QList<QPoint>{end->mapTo(m_page, QPoint()), field("title")->mapTo(m_page, QPoint())};
        };
        const QList<QPoint> before = places();
        QTest::mouseClick(start, Qt::LeftButton);
        DateChoice *choice = m_page->formWidget()->fields()->dateChoice(QStringLiteral("start_date"));
        MessageLabel *message = m_page->formWidget()->fields()->messageLabel(QStringLiteral("start_date"));
        QVERIFY(choice && message);
        for (const QString &typed :
             {QStringLiteral("1/3/2026"), QStringLiteral("2026-02-29"),
              QStringLiteral("no day at all, but words for many lines"), QStringLiteral("3/1/2026")}) {
            QTest::keyClick(start, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(start, typed);
            QTRY_VERIFY(choice->isVisible() || message->hasError());
            QCOMPARE(places(), before);
        }
        QTRY_VERIFY(choice->isVisible());
        QTest::mouseClick(choice->button(1), Qt::LeftButton);
        QCOMPARE(start->text(), QStringLiteral("2026-03-01"));
        QVERIFY(!choice->isVisible());
        // What was understood is written out when the field is left.
        QTest::keyClick(start, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(start, QStringLiteral("1.4.2026"));
        QTest::keyClick(start, Qt::Key_Tab);
        QCOMPARE(start->text(), QStringLiteral("2026-04-01"));
    }

    void ctrlEnterMakesOneExportWhereverTheFocusIs()
    {
        int made = 0;
        QSignalSpy queued(m_page, &ExportsPage::jobQueued);
        submitByButton();
        QTRY_VERIFY(!m_page->jobsPanel()->table()->selectedJobs().isEmpty());
        made = static_cast<int>(queued.size());
        for (QWidget *place :
             std::initializer_list<QWidget *>{m_page->jobsPanel()->table(), m_page->jobsPanel()->searchField(),
                                              field("title"), m_page->jobsPanel()->details()->foldButton()}) {
            QTRY_COMPARE(m_page->formWidget()->submitButton()->text(), QStringLiteral("Make export"));
            place->setFocus();
            QTest::keyClick(place, Qt::Key_Return, Qt::ControlModifier);
            ++made;
            QTRY_COMPARE(queued.size(), made);
        }
    }

    void theNextRowIsSelectedAfterARemoval()
    {
        for (int at = 0; at < 3; ++at)
            m_stage->submit(QStringLiteral("Side %1").arg(at));
        JobTableModel &model = m_page->jobsPanel()->model();
        QTRY_COMPARE(model.rowCount(), 3);
        const QString next = model.row(1)->id;
        JobTable *table = m_page->jobsPanel()->table();
        QVERIFY(m_page->jobsPanel()->selectJob(model.row(0)->id));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(table->selectedJobs().value(0)->id, next);
    }

    void aStuckJobIsMendedByTheButtonInItsBanner()
    {
        const QHash<QString, QString> ids = m_stage->fill();
        m_stage->advance(4);
        QVERIFY(m_stage->settle());
        m_stage->advance(4);
        QVERIFY(m_stage->settle());
        const QString id = ids.value(QStringLiteral("stuck"));
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        JobDetails *details = m_page->jobsPanel()->details();
        QCOMPARE(details->mendButton()->text(), QStringLiteral("Put back in queue"));
        QVERIFY(details->text().contains(QLatin1String("Processing, but no worker holds it")));
        QTest::mouseClick(details->mendButton(), Qt::LeftButton);
        QTRY_COMPARE(m_page->jobsPanel()->model().job(id)->state, jobs::RowState::Queued);
        QCOMPARE(m_page->jobsPanel()->model().job(id)->queuePosition, 1);
    }

    void editAndRunAgainFillsTheForm()
    {
        const QHash<QString, QString> ids = m_stage->fill();
        QVERIFY(m_stage->settle());
        QVERIFY(m_page->jobsPanel()->selectJob(ids.value(QStringLiteral("failed"))));
        JobTable *table = m_page->jobsPanel()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_E);
        QCOMPARE(m_page->form().input().kind, FormKind::ZipDataset);
        QCOMPARE(m_page->form().input().title, QStringLiteral("Feeder 3, all classes"));
        QVERIFY(m_page->formWidget()->isAncestorOf(QApplication::focusWidget()));
    }

    void aReportWithALogoIsNotTheSameWithoutIt()
    {
        exports::ExportRequest request;
        request.letterhead.logo = "<svg><path/></svg>";
        const QString failed = putFailed(QStringLiteral("Autumn"), request);
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(failed));
        const auto button = [this](JobAction action) {
            return m_page->jobsPanel()->actionBar()->findChild<QPushButton *>(
                QStringLiteral("job_action_%1").arg(static_cast<int>(action)));
        };
        QVERIFY(!button(JobAction::RunAgain)->isEnabled());
        QVERIFY2(button(JobAction::RunAgain)->toolTip().contains(QLatin1String("its logo isn't kept")),
                 qPrintable(button(JobAction::RunAgain)->toolTip()));
        QVERIFY(button(JobAction::EditAgain)->isEnabled()); // the form has a letterhead of its own
    }

    void anEditedJobIsTheSameOrSaysWhatIsNot()
    {
        exports::ExportRequest request;
        request.language = QStringLiteral("de");
        request.letterhead.client = QStringLiteral("The Neighbors");
        const QString failed = putFailed(QStringLiteral("Herbst"), request);
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(failed));
        m_page->jobsPanel()->table()->setFocus();
        QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_E);
        QCOMPARE(m_page->form().request()->language, QStringLiteral("de"));
        auto *language = m_page->formWidget()->fields()->more()->findChild<QLabel *>(QStringLiteral("language"));
        QVERIFY2(language->isVisibleTo(m_page) && language->text().contains(QLatin1String("German")),
                 qPrintable(language->text()));
        QVERIFY2(m_page->jobsPanel()->notice()->text().contains(QLatin1String("The Neighbors")),
                 qPrintable(m_page->jobsPanel()->notice()->text()));
        m_page->form().setInput(m_page->form().defaults());
        QVERIFY(!language->isVisibleTo(m_page));
    }

    void anEditedJobsZoneIsOfThatJobOnly_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("kept");
        QTest::newRow("the profile's own") << QStringLiteral("America/Chicago") << QString();
        QTest::newRow("another") << QStringLiteral("Asia/Tokyo") << QStringLiteral("Asia/Tokyo");
    }

    /// The next profile's form must not count its days there.
    void anEditedJobsZoneIsOfThatJobOnly()
    {
        QFETCH(const QString, zone);
        QFETCH(const QString, kept);
        exports::ExportRequest request;
        request.siteTimeZone = zone;
        request.allowEmpty = true;
        const QString failed = putFailed(QStringLiteral("Autumn"), request);
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(failed));
        m_page->jobsPanel()->table()->setFocus();
        QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_E);
        QCOMPARE(m_page->form().input().siteTimeZone, kept);
        QVERIFY(m_page->form().input().allowEmpty);
        m_page = &m_stage->open();
        QVERIFY(m_page->form().input().siteTimeZone.isEmpty());
        QVERIFY(!m_page->form().input().allowEmpty);
    }

    void anEmptyExportThatIsAskedForIsNotSaidToFail()
    {
        m_stage->setCounting(true);
        m_page = &m_stage->open();
        m_stage->setCounting(false);
        const PreviewBox *preview = m_page->formWidget()->preview();
        QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String(": such an export fails.")),
                                  qPrintable(preview->text()), 60'000);
        FormInput input = m_page->form().input();
        input.allowEmpty = true;
        m_page->form().setInput(input);
        QTRY_VERIFY2_WITH_TIMEOUT(
            preview->text().contains(QLatin1String(
                "No detections in this period and of these classes: such an export is made all the same.")),
            qPrintable(preview->text()), 60'000);
        // Where there are some elsewhere, the locations are what leaves nothing.
        input.locationIds = {QStringLiteral("11111111-1111-4111-8111-111111111111")};
        m_page->form().setInput(input);
        QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String(" and at these locations: such an export")),
                                  qPrintable(preview->text()), 60'000);
    }

    void idsThatAreNotThereAreTold()
    {
        const auto added = m_servers.sql(QStringLiteral(
            "WITH i AS (INSERT INTO images (id, filename, path, \"timestamp\", created_at) VALUES "
            "(gen_random_uuid(), 'ids', '/mnt/images/ids.jpg', '2016-10-05 12:00+00', now()) RETURNING id) INSERT INTO "
            "detections (id, image_id, bbox, confidence, classification, created_at) SELECT gen_random_uuid(), id, "
            "'{}', 0.9, 'doe', now() FROM i RETURNING id"));
        QVERIFY2(added, qPrintable(test::reason(added)));
        m_stage->setCounting(true);
        m_page = &m_stage->open();
        m_stage->setCounting(false);
        const PreviewBox *preview = m_page->formWidget()->preview();
        FormInput input = m_page->form().input();
        input.kind = FormKind::ZipDataset;
        const QString away = QStringLiteral("11111111-1111-4111-8111-11111111111");
        const auto says = [&](const QStringList &ids, const char *words) {
            input.detectionIds = ids.join(u'\n');
            m_page->form().setInput(input);
            return QTest::qWaitFor([&] { return preview->text().contains(QLatin1String(words)); }, 60'000);
        };
        QVERIFY2(says({*added, away + u'1', away + u'2'}, "1 of 3 ids found in the database"),
                 qPrintable(preview->text()));
        QVERIFY2(says({away + u'1', away + u'2'}, "None of the ids is in the database: such an export fails."),
                 qPrintable(preview->text()));
        QVERIFY2(says({away + u'1'}, "The id is not in the database: such an export fails."),
                 qPrintable(preview->text()));
        QVERIFY2(says({*added}, "1 detection on 1 image"), qPrintable(preview->text()));
        QVERIFY2(!preview->text().contains(QLatin1String("found")), qPrintable(preview->text()));
    }

    void aCountTellsItsAgeAndIsMadeAnew()
    {
        m_stage->setCounting(true);
        m_page = &m_stage->open();
        m_stage->setCounting(false);
        const PreviewBox *preview = m_page->formWidget()->preview();
        QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String("No detections")), qPrintable(preview->text()),
                                  60'000);
        QVERIFY(!preview->text().contains(QLatin1String("Counted at")));
        m_stage->advance(301);
        m_page->hide();
        m_page->show();
        QVERIFY2(preview->text().contains(QLatin1String("Counted at")), qPrintable(preview->text()));
        m_page->refresh();
        QTRY_VERIFY2_WITH_TIMEOUT(!preview->text().contains(QLatin1String("Counted at")), qPrintable(preview->text()),
                                  60'000);
        // A count of something else is no answer to what is asked now.
        PreviewBox box;
        box.setTexts({}, QStringLiteral("2,314 detections"));
        box.setPending(QStringLiteral("Counting…"));
        QCOMPARE(box.accessibleDescription(), QStringLiteral("Counting…"));
        QTRY_COMPARE(box.text(), QStringLiteral("Counting…"));
        box.setTexts({}, QStringLiteral("7 detections"));
        QCOMPARE(box.accessibleDescription(), QStringLiteral("7 detections"));
    }

    void locationsAreThoseOfThisDatabase()
    {
        const QString barn = QStringLiteral("00000000-0000-4000-8000-000000000001");
        MoreFields *more = m_page->formWidget()->fields()->more();
        const auto listed = [more] {
            QStringList texts;
            for (const QAction *action : more->locationsButton()->menu()->actions())
                texts << action->text();
            return texts.join(u'|');
        };
        m_page->form().edit(QStringLiteral("location_ids"), [&](FormInput &input) { input.locationIds = {barn}; });
        QCOMPARE(more->locationsButton()->text(), QStringLiteral("1 location chosen"));
        more->setLocations({}); // read, and there are none
        QVERIFY2(listed().contains(QLatin1String("has no locations")) && !listed().contains(QLatin1String("Reading")),
                 qPrintable(listed()));
        QVERIFY2(more->locationsButton()->text().contains(QLatin1String("not in this database")),
                 qPrintable(more->locationsButton()->text()));
        more->setLocations({{barn, QStringLiteral("Barn & creek")}});
        QCOMPARE(more->locationsButton()->text(), QStringLiteral("Barn && creek"));
        more->setLocations({{barn, QStringLiteral("<b>Barn</b> & creek")}});
        QCOMPARE(more->locationsButton()->toolTip(), QStringLiteral("<p>&lt;b&gt;Barn&lt;/b&gt; &amp; creek</p>"));
        more->setLocations({{barn, QStringLiteral("Barn & creek")}});
        QCOMPARE(more->locationsButton()->toolTip(), QStringLiteral("Barn & creek"));
        more->setLocationsProblem(QStringLiteral("PostgreSQL is away"));
        QVERIFY2(listed().contains(QLatin1String("As read before: PostgreSQL is away")) &&
                     listed().contains(QLatin1String("Barn && creek")),
                 qPrintable(listed()));
    }

    void openSaveAndCopy()
    {
        const QHash<QString, QString> ids = m_stage->fill();
        QVERIFY(m_stage->settle());
        const QString id = ids.value(QStringLiteral("completed"));
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        QTRY_COMPARE(m_page->jobsPanel()->model().job(id)->file, jobs::FileFact::Present);
        const QString path = m_page->jobsPanel()->model().job(id)->localPath;
        QList<QUrl> opened;
        m_page->controller().files().openUrl = [&opened](const QUrl &url) {
            opened << url;
            return true;
        };
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("copy.pdf"));
        m_page->controller().files().askPath = [&target](QWidget *, const QString &, bool, const auto &then) {
            then(target);
        };
        JobTable *table = m_page->jobsPanel()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened, QList<QUrl>{QUrl::fromLocalFile(path)});
        QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(QFileInfo(target).size(), QFileInfo(path).size());
        QApplication::clipboard()->clear();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 path); // no web address is known: a link without a host leads nowhere
        // Of a file that is gone there is no place to copy.
        QVERIFY(m_page->jobsPanel()->selectJob(ids.value(QStringLiteral("gone"))));
        QVERIFY(!m_page->jobsPanel()->actionBar()->action(JobAction::CopyLink)->isEnabled());
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        QVERIFY(m_page->jobsPanel()->actionBar()->action(JobAction::CopyLink)->isEnabled());
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("Kind,Title,")));
        QVERIFY(QApplication::clipboard()->text().contains(id));
        // A file that cannot be written is said, and nothing half is left.
        m_page->controller().files().askPath = [](QWidget *, const QString &, bool, const auto &then) {
            then(QStringLiteral("/proc/none/x.pdf"));
        };
        QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier);
        Notice *notice = m_page->jobsPanel()->notice();
        QTRY_VERIFY(notice->text().startsWith(QLatin1String("Can't write")));
        // Where the folder is that no program opens.
        m_page->controller().files().openUrl = [](const QUrl &) { return false; };
        m_page->controller().files().openFolder(*m_page->jobsPanel()->model().job(id));
        const QString place = QDir::toNativeSeparators(QFileInfo(path).path());
        QCOMPARE(notice->text(), QStringLiteral("No program opens the folder %1").arg(place));
        notice->findChild<QPushButton *>(QStringLiteral("noticeAction"))->click();
        QCOMPARE(QApplication::clipboard()->text(), place);
    }

    void aSilentFolderIsSaidAndHoldsNobody()
    {
        exports::JobStatus made =
            m_stage->status(QStringLiteral("Autumn"), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
        m_stage->makeFile(made, 1000);
        m_stage->put(made);
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(made.jobId));
        QTRY_COMPARE(m_page->jobsPanel()->model().job(made.jobId)->file, jobs::FileFact::Present);
        const auto *line = m_page->jobsPanel()->findChild<QLabel *>(QStringLiteral("silentFiles"));
        QVERIFY(!line->isVisible());
        test::SilentFolder silent(m_servers.settings().exportFolder);
        if (!silent.reason().isEmpty())
            QSKIP(qPrintable(silent.reason()));
        // Before it is known: the copy waits for the folder, and its end is waited for in vain.
        QTemporaryDir folder;
        m_page->controller().files().askPath = [&folder](QWidget *, const QString &, bool, const auto &then) {
            then(folder.filePath(QStringLiteral("copy.pdf")));
        };
        m_page->controller().trigger(JobAction::SaveAs, {m_page->jobsPanel()->model().job(made.jobId)}, nullptr);
        m_stage->advance(6);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->jobsPanel()->model().job(made.jobId)->file, jobs::FileFact::Silent, 60'000);
        QTRY_VERIFY(line->isVisible());
        QVERIFY2(line->text().startsWith(QLatin1String("Files not looked at since")), qPrintable(line->text()));
        QVERIFY(!m_page->jobsPanel()->actionBar()->button(JobAction::Open)->isEnabled());
        QTRY_VERIFY2_WITH_TIMEOUT(
            m_page->jobsPanel()->notice()->text().startsWith(QLatin1String("Not all is saved yet")),
            qPrintable(m_page->jobsPanel()->notice()->text()), 60'000);
        // A copy that isn't done holds no change of the profile.
        QElapsedTimer timer;
        timer.start();
        m_stage->close();
        m_page = nullptr;
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void onlyWhatWasMadeIsSavedAsIt()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("copy.pdf"));
        QVERIFY(AtomicFile::write(target, "of last year"));
        m_page->controller().files().askPath = [&target](QWidget *, const QString &, bool, const auto &then) {
            then(target);
        };
        const auto contentOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        exports::JobStatus made =
            m_stage->status(QStringLiteral("Autumn"), exports::ExportKind::Pdf, exports::JobState::Completed, 60);
        m_stage->makeFile(made, 3'000'000);
        const QString path = m_servers.settings().exportFolder + u'/' + made.fileName;
        const QByteArray good = contentOf(path);
        made.sha256 = QString::fromLatin1(QCryptographicHash::hash(good, QCryptographicHash::Sha256).toHex());
        m_stage->put(made);
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(made.jobId));
        QTRY_COMPARE(m_page->jobsPanel()->model().job(made.jobId)->file, jobs::FileFact::Present);
        QByteArray damaged = good;
        damaged[2'000'000] = 1; // of the same size, so that nothing else tells
        QVERIFY(AtomicFile::write(path, damaged));
        JobTable *table = m_page->jobsPanel()->table();
        const auto save = [table] {
            table->setFocus();
            QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier);
        };
        Notice *notice = m_page->jobsPanel()->notice();
        save();
        QTRY_VERIFY2(notice->text().contains(QLatin1String("its SHA-256 differs")), qPrintable(notice->text()));
        QCOMPARE(contentOf(target), QByteArray("of last year"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(AtomicFile::write(path, good));
        save();
        QTRY_COMPARE(contentOf(target), good);
        QTRY_VERIFY(notice->text().startsWith(QLatin1String("Saved as")));
        QVERIFY(!notice->text().contains(QLatin1String("compared")));
        made.sha256.clear();
        m_stage->put(made);
        QTRY_VERIFY(m_page->jobsPanel()->model().job(made.jobId)->sha256.isEmpty());
        save();
        QTRY_VERIFY2(notice->text().contains(QLatin1String("Only its size could be compared")),
                     qPrintable(notice->text()));
    }

    void aCopiedTableHoldsNoFormula()
    {
        const QString id = m_stage->submit(QStringLiteral("=HYPERLINK(\"http://x\")"));
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(id));
        JobTable *table = m_page->jobsPanel()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("\"'=HYPERLINK(\"\"http://x\"\")\"")));
    }

    void aRowThatEndsSoonOffersToSaveItsFile()
    {
        const QHash<QString, QString> ids = m_stage->fill();
        QVERIFY(m_stage->settle());
        JobTable *table = m_page->jobsPanel()->table();
        JobTableModel &model = m_page->jobsPanel()->model();
        QTRY_COMPARE(model.job(ids.value(QStringLiteral("soon")))->file, jobs::FileFact::Present);
        const auto offerOf = [&](const char *name) {
            const int row = model.indexOf(ids.value(QLatin1String(name)));
            const QModelIndex cell = model.index(row, JobTableModel::State);
            table->scrollTo(cell);
            return table->delegate()->saveRect(table->visualRect(cell), *model.row(row));
        };
        QVERIFY(offerOf("completed").isEmpty()); // has its time
        QVERIFY(offerOf("failed").isEmpty());
        const QRect offer = offerOf("soon");
        QVERIFY(offer.height() >= 26 && offer.width() >= 26);
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("saved.pdf"));
        m_page->controller().files().askPath = [&target](QWidget *, const QString &, bool, const auto &then) {
            then(target);
        };
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, offer.center());
        QTRY_COMPARE(QFileInfo(target).size(), 860'000);
        QTRY_VERIFY(m_page->jobsPanel()->notice()->text().startsWith(QLatin1String("Saved as")));
        // Pressed beside it, it is a selection like any other.
        QVERIFY(QFile::remove(target));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(offer.left() - 20, offer.center().y()));
        QCOMPARE(table->selectedJobs().size(), 1);
        QVERIFY(!QFile::exists(target));
        // Its time runs out where it stands.
        const int before = model.indexOf(ids.value(QStringLiteral("soon")));
        m_stage->run({"DEL", "export_job:" + ids.value(QStringLiteral("soon")).toUtf8()});
        m_stage->advance(300);
        QTRY_VERIFY(model.job(ids.value(QStringLiteral("soon")))->isPast());
        QCOMPARE(model.indexOf(ids.value(QStringLiteral("soon"))), before);
        QVERIFY(offerOf("soon").isEmpty());
    }

    void aCancelOffersToRunItAgain()
    {
        const QString id = submitByButton();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        JobTable *table = m_page->jobsPanel()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Period, Qt::ControlModifier);
        Notice *notice = m_page->jobsPanel()->notice();
        auto *again = notice->findChild<QPushButton *>(QStringLiteral("noticeAction"));
        QTRY_VERIFY(again->isVisible());
        QCOMPARE(again->text(), QStringLiteral("Run again"));
        QTRY_COMPARE(m_page->jobsPanel()->model().job(id)->state, jobs::RowState::Cancelled);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 2);
        // What is told moves nothing: the buttons keep their words.
        m_page->jobsPanel()->notice()->tell(QString(300, u'x'), true);
        QCOMPARE(m_page->jobsPanel()->actionBar()->button(JobAction::Remove)->text(), QStringLiteral("Remove"));
        QVERIFY(
            m_page->jobsPanel()->rect().contains(QRect(notice->mapTo(m_page->jobsPanel(), QPoint()), notice->size())));
    }

    void filtersAndSearch()
    {
        m_stage->fill();
        QVERIFY(m_stage->settle());
        JobsPanel *panel = m_page->jobsPanel();
        const int all = panel->model().rowCount();
        QTest::keyClick(&m_stage->window(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), panel->searchField());
        QTest::keyClicks(panel->searchField(), QStringLiteral("creek"));
        QTRY_COMPARE(panel->model().rowCount(), 2);
        QTest::keyClicks(panel->searchField(), QStringLiteral(" zebra"));
        QTRY_COMPARE(panel->shownPage(), 2);
        QTest::keyClick(panel->searchField(), Qt::Key_Escape);
        QTRY_COMPARE(panel->model().rowCount(), all);
        QTest::mouseClick(panel->ownerControl()->segment(1), Qt::LeftButton);
        QVERIFY(panel->model().rowCount() < all);
        panel->stateBox()->setCurrentIndex(3);
        QCOMPARE(panel->model().rowCount(), 1);
        // Bulk: all that is shown, and the button says how many.
        QTest::mouseClick(panel->ownerControl()->segment(0), Qt::LeftButton);
        panel->stateBox()->setCurrentIndex(1);
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(panel->actionBar()->action(JobAction::Cancel)->text(),
                 QStringLiteral("Cancel %1").arg(panel->model().rowCount()));
        // What was chosen is there again in the next window.
        m_stage->open();
        QCOMPARE(m_stage->page().jobsPanel()->stateBox()->currentIndex(), 1);
    }

    void redisAwayKeepsWhatIsThere()
    {
        const QHash<QString, QString> ids = m_stage->fill();
        QVERIFY(m_stage->settle());
        JobsPanel *panel = m_page->jobsPanel();
        QVERIFY(panel->selectJob(ids.value(QStringLiteral("completed"))));
        QTRY_COMPARE(panel->model().job(ids.value(QStringLiteral("completed")))->file, jobs::FileFact::Present);
        auto *title = qobject_cast<QLineEdit *>(field("title"));
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("Kept"));
        const int rows = panel->model().rowCount();
        m_servers.redis().stop();
        QTRY_VERIFY_WITH_TIMEOUT(panel->offlineBar()->isVisible(), 60'000);
        QVERIFY(panel->offlineBar()->accessibleName().contains(QLatin1String("Redis unreachable since")));
        QCOMPARE(panel->model().rowCount(), rows);
        QVERIFY(panel->model().isStale());
        QVERIFY(!panel->actionBar()->action(JobAction::Remove)->isEnabled());
        QVERIFY(panel->actionBar()->action(JobAction::Open)->isEnabled());
        QVERIFY(!m_page->formWidget()->submitButton()->isEnabled());
        QCOMPARE(m_page->formWidget()->shownReason(), QStringLiteral("Waits for Redis; your input is kept"));
        QVERIFY(m_servers.redis().start());
        QTest::mouseClick(panel->retryButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->formWidget()->submitButton()->isEnabled(), 60'000);
        QCOMPARE(title->text(), QStringLiteral("Kept"));
        QVERIFY(panel->offlineBar()->accessibleName().contains(QLatin1String("Back after")));
        // A sudden stop of the server in the middle of a request is an error above the button, not a crash.
        m_servers.redis().stop();
        m_page->form().setBarrier(ExportForm::Barrier::None);
        m_page->formWidget()->submit();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->formWidget()->submitButton()->isEnabled(), 60'000);
        QVERIFY(m_servers.redis().start());
    }

    void jobsOlderThanAnHourStay()
    {
        const QString id = submitByButton();
        QVERIFY(m_page->jobsPanel()->selectJob(id));
        m_stage->run({"DEL", "exports"});
        m_stage->run({"PEXPIRE", "export_job:" + id.toUtf8(), "400"});
        QTRY_VERIFY_WITH_TIMEOUT(m_page->jobsPanel()->model().job(id)->isPast(), 60'000);
        m_stage->open();
        QTRY_VERIFY(m_stage->page().jobsPanel()->model().job(id) != nullptr);
        QTRY_VERIFY(m_stage->page().jobsPanel()->model().job(id)->isPast());
    }

    void twoWindowsOfOneUserDontDisturbEachOther()
    {
        // The same instant, twenty requests from two sides.
        QSignalSpy queued(m_page, &ExportsPage::jobQueued);
        for (int at = 0; at < 10; ++at)
            m_stage->submit(QStringLiteral("Side %1").arg(at));
        QTest::keyClick(field("title"), Qt::Key_Return, Qt::ControlModifier);
        for (int at = 10; at < 20; ++at)
            m_stage->submit(QStringLiteral("Side %1").arg(at));
        QTRY_COMPARE(queued.size(), 1);
        QTRY_COMPARE(m_page->jobsPanel()->model().total(), 21);
        QSet<int> places;
        for (int at = 0; at < 21; ++at)
            places.insert(m_page->jobsPanel()->model().row(at)->queuePosition);
        QCOMPARE(places.size(), 21);
    }

    void whatHasNoRoomIsUnderMore()
    {
        const QString id = m_stage->fill().value(QStringLiteral("failed"));
        m_page = &m_stage->open({1100, 700});
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(id));
        JobActionBar *bar = m_page->jobsPanel()->actionBar();
        auto *more = bar->findChild<QPushButton *>(QStringLiteral("job_more"));
        QTRY_VERIFY(more->isVisible() && bar->action(JobAction::RunAgain)->isEnabled());
        // What can be done about a failed job keeps its buttons.
        QVERIFY(bar->button(JobAction::RunAgain)->isVisible());
        QVERIFY(bar->button(JobAction::EditAgain)->isVisible());
        QVERIFY(!bar->button(JobAction::CopyLink)->isVisible());
        more->menu()->popup(QPoint());
        for (int at = 0; at <= static_cast<int>(JobAction::Remove); ++at) {
            const QPushButton *button = bar->button(static_cast<JobAction>(at));
            QVERIFY(!button->text().isEmpty());
            QCOMPARE(more->menu()->actions().contains(bar->action(static_cast<JobAction>(at))), !button->isVisible());
        }
        more->menu()->close();
        QTRY_VERIFY(more->menu()->actions().isEmpty()); // else their keys would be this button's
        for (const QPushButton *button : bar->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || bar->rect().contains(button->geometry()));
    }

    void aReadOnlyProfileOffersNothingThatWrites()
    {
        m_stage->fill();
        QVERIFY(m_stage->settle());
        m_page->setReadOnly(true);
        JobActionBar *bar = m_page->jobsPanel()->actionBar();
        for (const JobAction action : {JobAction::Cancel, JobAction::RunAgain, JobAction::EditAgain, JobAction::Remove})
            QVERIFY(!bar->button(action)->isVisible());
        QVERIFY(bar->button(JobAction::Open)->isVisible());
        QVERIFY(!m_page->formWidget()->submitButton()->isEnabled());
        QCOMPARE(m_page->formWidget()->shownReason(), QStringLiteral("This profile is read-only"));
    }

    void theEndOfAJobOfMineIsAnnounced()
    {
        const QString id = submitByButton();
        QSignalSpy notified(m_page->notifier(), &JobNotifier::notified);
        exports::JobStatus status =
            m_stage->status(QStringLiteral("Mine"), exports::ExportKind::Pdf, exports::JobState::Failed, 3);
        status.jobId = id;
        status.error = QStringLiteral("disk is full");
        m_stage->run({"DEL", "exports"});
        m_stage->put(status);
        QTRY_COMPARE(notified.size(), 1);
        QCOMPARE(notified.first().at(0).toString(), QStringLiteral("Export failed"));
        // One that is ready can be opened where it is told.
        const QString other = m_stage->submit(QStringLiteral("Mine"));
        QTRY_VERIFY(m_page->jobsPanel()->model().indexOf(other) >= 0);
        exports::JobStatus ready =
            m_stage->status(QStringLiteral("Mine"), exports::ExportKind::Pdf, exports::JobState::Completed, 3);
        ready.jobId = other;
        m_stage->makeFile(ready, 1000);
        QList<QUrl> opened;
        m_page->controller().files().openUrl = [&opened](const QUrl &url) {
            opened << url;
            return true;
        };
        m_stage->run({"DEL", "exports"});
        Notice *notice = m_page->jobsPanel()->notice();
        notice->hide();
        m_stage->put(ready);
        QTRY_COMPARE(notice->text().section(u':', 0, 0), QStringLiteral("Export ready"));
        QTRY_COMPARE(m_page->jobsPanel()->model().job(other)->file, jobs::FileFact::Present);
        notice->findChild<QPushButton *>(QStringLiteral("noticeAction"))->click();
        QCOMPARE(opened.size(), 1);
        // Several become one.
        const QStringList all{m_stage->submit(QStringLiteral("More")), m_stage->submit(QStringLiteral("More")),
                              m_stage->submit(QStringLiteral("More"))};
        for (const QString &more : all)
            QTRY_VERIFY(m_page->jobsPanel()->model().indexOf(more) >= 0);
        m_stage->run({"DEL", "exports"});
        for (const QString &more : all) {
            status.jobId = more;
            m_stage->put(status);
        }
        QTRY_COMPARE(notice->text(), QStringLiteral("3 exports failed"));
        QCOMPARE(notice->tone(), Tone::Error);
    }

    void editAndRunAgainCanBeUndone()
    {
        exports::ExportRequest request;
        const QStringList ids{putFailed(QStringLiteral("First"), request),
                              putFailed(QStringLiteral("Second"), request)};
        m_page->form().edit(QStringLiteral("title"), [](FormInput &input) { input.title = QStringLiteral("Typed"); });
        const FormInput typed = m_page->form().input();
        JobTable *table = m_page->jobsPanel()->table();
        for (const QString &id : ids) {
            QTRY_VERIFY(m_page->jobsPanel()->selectJob(id));
            table->setFocus();
            QTest::keyClick(table, Qt::Key_E);
            QVERIFY(!(m_page->form().input() == typed));
        }
        QToolButton *reset = m_page->formWidget()->resetButton();
        QCOMPARE(reset->text(), QStringLiteral("Undo"));
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(m_page->form().input() == typed);
        QCOMPARE(reset->text(), QStringLiteral("Reset"));
    }

    void whatIsIncompleteIsNotToldAsReady()
    {
        submitByButton();
        Notice *notice = m_page->jobsPanel()->notice();
        QTRY_COMPARE(notice->text(),
                     QStringLiteral("Queued. No worker is online: it is made if one starts within the hour"));
        QCOMPARE(notice->tone(), Tone::Warn); // it waits for somebody to start one
        notice->hide();
        QStringList ids;
        for (int at = 0; at < 4; ++at) {
            ids << m_stage->submit(QStringLiteral("Crops"));
            QTRY_VERIFY(m_page->jobsPanel()->model().indexOf(ids.last()) >= 0);
        }
        m_stage->run({"DEL", "exports"});
        for (const QString &id : std::as_const(ids)) {
            exports::JobStatus status =
                m_stage->status(QStringLiteral("Crops"), exports::ExportKind::Zip, exports::JobState::Completed, 3);
            status.jobId = id;
            if (id != ids.at(2)) // of that one nobody counted
                status.crops.emplace().missing = id == ids.last() ? 0 : 7;
            m_stage->makeFile(status, 1000);
            m_stage->put(status);
        }
        QTRY_COMPARE(notice->text(),
                     QStringLiteral("1 export ready, 1 export not checked for gaps, 2 exports incomplete"));
        QCOMPARE(notice->tone(), Tone::Warn);
    }

private:
    QWidget *field(const char *name) { return m_page->formWidget()->fields()->input(QLatin1String(name)); }
    /// A failed report of the season; its id.
    QString putFailed(const QString &title, exports::ExportRequest request)
    {
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 22);
        exports::JobStatus made = m_stage->status(title, exports::ExportKind::Pdf, exports::JobState::Failed, 60);
        made.request = exports::toRememberedJson(request);
        m_stage->put(made);
        return made.jobId;
    }
    /// Queues what stands in the form by a click; the job's id once its row is there.
    QString submitByButton()
    {
        QSignalSpy queued(m_page, &ExportsPage::jobQueued);
        QTest::mouseClick(m_page->formWidget()->submitButton(), Qt::LeftButton);
        if (!QTest::qWaitFor([&] { return !queued.isEmpty(); }, 60'000))
            return {};
        const QString id = queued.first().first().toString();
        const bool shown = QTest::qWaitFor([&] { return m_page->jobsPanel()->model().indexOf(id) >= 0; }, 60'000);
        return shown ? id : QString();
    }

    test::Servers m_servers;
    std::unique_ptr<test::Stage> m_stage;
    ExportsPage *m_page = nullptr;
};

QTEST_MAIN(TestExportsPage)
#include "test_exportspage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/tour.h"

#include "core/config/commandline.h"
#include "ui/jobs/table/jobtablemodel.h"
#include "ui/reid/reidpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/trialpage.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTableView>
#include <QTextStream>
#include <QToolButton>

namespace herdbook {

namespace {

void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {})
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QApplication::sendEvent(widget, &event);
    }
}

void type(QWidget *widget, const QString &text)
{
    widget->setFocus();
    press(widget, Qt::Key_A, Qt::ControlModifier);
    for (const QChar c : text)
        press(widget, 0, Qt::NoModifier, c);
}

void click(QWidget *widget, QPointF at)
{
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
    }
}

void click(QWidget *widget)
{
    click(widget, widget->rect().center());
}

} // namespace

Tour::Tour(MainWindow &window, Theme &theme, QString folder, const QDate &today, QObject *parent)
    : QObject(parent), m_window(window), m_theme(theme), m_folder(std::move(folder)), m_today(today),
      m_reportTitle(QStringLiteral("Tour at %1: the last two months").arg(QTime::currentTime().toString())),
      m_dataSetTitle(QStringLiteral("Tour at %1: last week's crops").arg(QTime::currentTime().toString()))
{
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, &Tour::check);
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder))
        return fail(tr("the folder %1 can't be made").arg(m_folder));
    m_theme.setChoice(Theme::Choice::Light);
    m_window.resize(1440, 900);
    addSteps();
    take();
}

void Tour::addSteps()
{
    m_steps.push_back({tr("Opening the exports"), [this] { m_window.showPage(MainWindow::Page::Exports); },
                       [this] { return makeButton() != nullptr; }});
    m_steps.push_back({{}, [this] { m_makeText = makeButton()->text(); }});
    addExport(0, m_reportTitle);
    addExport(2, m_dataSetTitle);
    m_steps.push_back({tr("Waiting for the report"), [] {}, [this] { return isCompleted(m_reportTitle); }});
    m_steps.push_back({tr("Waiting for the data set"), [] {}, [this] { return isCompleted(m_dataSetTitle); }, 240});
    m_steps.push_back({tr("Saving the files"), [this] {
                           if (!saveFile(m_reportTitle, QStringLiteral("report.pdf")) ||
                               !saveFile(m_dataSetTitle, QStringLiteral("dataset.zip")))
                               fail(tr("a finished file can't be copied"));
                       }});
    m_steps.push_back({tr("Choosing the finished report"), [this] {
                           auto *table = m_window.findChild<QTableView *>(QStringLiteral("jobsTable"));
                           const auto *model = qobject_cast<ui::JobTableModel *>(table->model());
                           const jobs::JobRowPtr row = job(m_reportTitle);
                           if (row)
                               click(table->viewport(),
                                     table->visualRect(model->index(model->indexOf(row->id), 1)).center());
                       }});
    addPicture(MainWindow::Page::Exports, QStringLiteral("exports"));
    m_steps.push_back({tr("Analyzing the scores"), [this] { m_window.showPage(MainWindow::Page::Reid); },
                       [this] {
                           const QWidget *page = m_window.page(MainWindow::Page::Reid);
                           const auto *reid = qobject_cast<const ui::ReidPage *>(page);
                           return reid == nullptr || reid->analysis() != nullptr;
                       }});
    addPicture(MainWindow::Page::Reid, QStringLiteral("reid"));
    m_steps.push_back({tr("Looking what a trial can certify"), [this] { m_window.showPage(MainWindow::Page::Trial); },
                       [this] {
                           const auto *trial = qobject_cast<trial::TrialPage *>(m_window.page(MainWindow::Page::Trial));
                           return trial == nullptr || trial->samplePage()->startButton()->isEnabled();
                       }});
    addPicture(MainWindow::Page::Trial, QStringLiteral("trial"));
    addPicture(MainWindow::Page::Connection, QStringLiteral("connection"));
}

QAbstractButton *Tour::makeButton() const
{
    return m_window.findChild<QAbstractButton *>(QStringLiteral("makeExport"));
}

void Tour::addExport(int kind, const QString &title)
{
    const auto field = [this](const char *name) { return m_window.findChild<QLineEdit *>(QString::fromLatin1(name)); };
    m_steps.push_back({tr("Filling in the form: %1").arg(title),
                       [=, this] {
                           click(m_window.findChild<SegmentedControl *>(QStringLiteral("kind"))->segment(kind));
                           type(field("start_date"), m_today.addDays(kind == 0 ? -60 : -7).toString(Qt::ISODate));
                           type(field("end_date"), m_today.toString(Qt::ISODate));
                           type(field("title"), title);
                       },
                       // After a job was queued the button says so for a moment and takes no orders.
                       [this] { return makeButton()->isEnabled() && makeButton()->text() == m_makeText; }, 30});
    m_steps.push_back(
        {tr("Asking for it"), [this] { click(makeButton()); }, [this, title] { return job(title) != nullptr; }, 30});
}

void Tour::addPicture(MainWindow::Page page, const QString &name)
{
    for (const bool dark : {false, true}) {
        m_steps.push_back({tr("Taking a picture: %1").arg(name), [this, page, dark] {
                               m_window.showPage(page);
                               m_theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
                           }});
        m_steps.push_back({{}, [this, name, dark] {
                               const QString path =
                                   QStringLiteral("%1/%2-%3.png")
                                       .arg(m_folder, name, dark ? QStringLiteral("dark") : QStringLiteral("light"));
                               if (m_window.grab().save(path))
                                   m_made << path;
                               else
                                   fail(tr("%1 can't be written").arg(path));
                           }});
    }
    m_steps.push_back({{}, [this] { m_theme.setChoice(Theme::Choice::Light); }});
}

void Tour::take()
{
    if (m_steps.empty()) {
        QTextStream out(stdout);
        out << tr("The tour made:") << '\n';
        for (const QString &path : m_made)
            out << "  " << QDir(path).absolutePath() << '\n';
        out.flush();
        Q_EMIT ended(written(ExitDone));
        return;
    }
    const Step step = m_steps.front();
    if (!step.what.isEmpty())
        QTextStream(stdout) << step.what << Qt::endl;
    m_since.start();
    m_timer.start();
    step.act();
}

void Tour::check()
{
    if (m_steps.empty())
        return;
    const Step step = m_steps.front(); // a copy: failing clears the steps
    const bool done = step.isDone();
    if (m_steps.empty())
        return;
    if (done) {
        m_timer.stop();
        m_steps.pop_front();
        take();
    } else if (m_since.elapsed() > step.seconds * qint64{1000}) {
        fail(tr("\"%1\" took longer than %2 s").arg(step.what).arg(step.seconds));
    }
}

void Tour::fail(const QString &why)
{
    m_timer.stop();
    m_steps.clear();
    QTextStream(stderr) << tr("The tour ended early: %1.").arg(why) << '\n';
    if (m_window.isVisible() && m_window.grab().save(m_folder + QStringLiteral("/failed.png")))
        QTextStream(stderr)
            << tr("How it looked: %1").arg(QDir(m_folder).absoluteFilePath(QStringLiteral("failed.png"))) << '\n';
    Q_EMIT ended(ExitFailure);
}

jobs::JobRowPtr Tour::job(const QString &title) const
{
    const auto *table = m_window.findChild<QTableView *>(QStringLiteral("jobsTable"));
    const auto *model = table != nullptr ? qobject_cast<ui::JobTableModel *>(table->model()) : nullptr;
    for (int at = 0; model != nullptr && at < model->rowCount(); ++at) {
        if (model->row(at)->title == title)
            return model->row(at);
    }
    return nullptr;
}

bool Tour::isCompleted(const QString &title)
{
    const jobs::JobRowPtr row = job(title);
    if (row && row->state == jobs::RowState::Failed)
        fail(tr("the job failed: %1").arg(row->error));
    return row && row->state == jobs::RowState::Completed && row->file == jobs::FileFact::Present;
}

bool Tour::saveFile(const QString &title, const QString &name)
{
    const jobs::JobRowPtr row = job(title);
    const QString to = m_folder + u'/' + name;
    QFile::remove(to);
    if (!row || !QFile::copy(row->localPath, to))
        return false;
    m_made << to;
    return true;
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobscontroller.h"

#include "core/base/farewell.h"
#include "core/base/webaddress.h"
#include "core/base/whendone.h"
#include "core/exports/checkedcopy.h"
#include "core/exports/shownname.h"
#include "core/jobs/filedownload.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/mendingtexts.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>

namespace herdbook::ui {

using jobs::ActionOutcome;
using jobs::JobRowPtr;

namespace {

constexpr int CopySilence = 5000; ///< ms without a step

/// Asks by the desktop's own dialog, without an event loop inside this one; begins where the last one ended.
class PathDialog
{
public:
    void operator()(QWidget *window, const QString &proposed, bool folder, const std::function<void(QString)> &then)
    {
        auto *dialog =
            new QFileDialog(window, folder ? JobsController::tr("Save in") : JobsController::tr("Save as"), *m_folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(folder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
        if (!folder) {
            const QString suffix = QFileInfo(proposed).suffix();
            dialog->setNameFilter(suffix == QLatin1String("pdf") ? JobsController::tr("PDF reports (*.pdf)")
                                                                 : JobsController::tr("ZIP archives (*.zip)"));
            dialog->setDefaultSuffix(suffix);
            dialog->selectFile(proposed);
        }
        QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                         [then, folder, last = m_folder](const QString &chosen) {
                             *last = folder ? chosen : QFileInfo(chosen).path();
                             then(chosen);
                         });
        dialog->open();
    }

private:
    std::shared_ptr<QString> m_folder =
        std::make_shared<QString>(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
};

/// What the file is called when people save it, as in a download by the web address.
QString proposedName(const jobs::JobRow &job)
{
    if (!job.kind)
        return job.fileName;
    exports::JobStatus status;
    status.jobId = job.id;
    status.kind = *job.kind;
    status.request = job.request;
    status.fileName = job.fileName;
    return exports::shownFileName(status);
}

/// A name of the folder that isn't taken: several jobs may have one title.
/// @param used paths that are being written meanwhile, without their case: some folders know none.
QString freePath(const QString &folder, const QString &name, QSet<QString> &used)
{
    const QFileInfo wish(name);
    QString path = folder + u'/' + name;
    for (int number = 2; QFileInfo::exists(path) || used.contains(path.toCaseFolded()); ++number)
        path = QStringLiteral("%1/%2 (%3).%4")
                   .arg(folder, wish.completeBaseName(), QString::number(number), wish.suffix());
    used.insert(path.toCaseFolded());
    return path;
}

/// Where files of a web address are kept that were opened.
QString openedFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/opened");
}

/// Says as well what nobody could compare with what the worker made.
QString savedText(const QString &path, const jobs::JobRow &job)
{
    const QFileInfo file(path);
    const QString saved =
        JobsController::tr("Saved as %1 in %2").arg(file.fileName(), QDir::toNativeSeparators(file.path()));
    if (!job.sha256.isEmpty())
        return saved;
    return saved + (job.fileSize >= 0 ? JobsController::tr(". Only its size could be compared with what was made")
                                      : JobsController::tr(". Nothing is known to compare it with"));
}

QStringList idsOf(const QList<JobRowPtr> &rows)
{
    QStringList ids;
    for (const JobRowPtr &row : rows)
        ids << row->id;
    return ids;
}

} // namespace

JobsController::JobsController(jobs::JobFeed &feed, jobs::JobActions &actions, std::function<QDate()> today,
                               QObject *parent)
    : QObject(parent), openUrl([this](const QUrl &url) { return openHere(url); }), askPath(PathDialog()), m_feed(feed),
      m_actions(actions), m_today(std::move(today))
{
    constexpr int KeptDays = 7;
    const QFileInfoList opened = QDir(openedFolder()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : opened) {
        if (file.lastModified().daysTo(QDateTime::currentDateTime()) > KeptDays)
            QFile::remove(file.filePath());
    }
    m_beat->owner = this;
    m_copying->setMaxThreadCount(1);
    m_copyWatch.setInterval(CopySilence);
    connect(&m_copyWatch, &QTimer::timeout, this, &JobsController::watchCopying);
    m_undo.setSingleShot(true);
    m_undo.setInterval(UndoTime);
    connect(&m_undo, &QTimer::timeout, this, &JobsController::carryOutRemoval);
}

JobsController::~JobsController()
{
    // Nobody will be here to hear later that it is done.
    if (!m_removing.isEmpty())
        m_feed.forgetOnce(idsOf(m_removing), m_actions.remove(m_removing));
    {
        const std::lock_guard lock(m_beat->mutex);
        m_beat->owner = nullptr;
    }
    // What is being saved goes on without this; only the program's end waits for it.
    finishLater([copying = m_copying.release(), beat = m_beat] {
        for (int before = -1; !copying->waitForDone(CopySilence);) {
            if (std::exchange(before, beat->count.load()) == beat->count)
                return; // a disk that doesn't answer keeps its thread, and nothing else
        }
        delete copying;
    });
    m_downloading->quit();
    finishLater([downloading = m_downloading.release()] {
        if (downloading->wait(QDeadlineTimer(CopySilence)))
            delete downloading;
    });
}

void JobsController::trigger(JobAction action, const QList<JobRowPtr> &jobs, QWidget *window)
{
    if (jobs.isEmpty())
        return;
    const auto refresh = [this](const QString &one, const QString &many) {
        return [this, one, many](const ActionOutcome &outcome) { report(outcome, one, many); };
    };
    switch (action) {
    case JobAction::Open:
        return open(jobs);
    case JobAction::OpenFolder:
        if (!openUrl(QUrl::fromLocalFile(QFileInfo(jobs.first()->localPath).path())))
            Q_EMIT told(tr("No program opens the folder"), true);
        return;
    case JobAction::SaveAs:
        return save(jobs, window);
    case JobAction::CopyLink: {
        // A link without a host leads nowhere: where no web address is known, the file's place on this machine is copied, and said to be that.
        QStringList links;
        for (const JobRowPtr &job : jobs) {
            if (canDownload())
                links << urlOf(*job).toString();
            else if (isHere(job->file))
                links << job->localPath;
        }
        if (links.isEmpty())
            Q_EMIT told(tr("Nothing copied: without a web address, and with no export folder that answers, there is no "
                           "link. Both are under Connection"),
                        true);
        else if (!copyText(links.join(u'\n'), nullptr))
            Q_EMIT told(tr("Not copied: the clipboard didn't take it"), true);
        else if (canDownload())
            Q_EMIT told(links.size() == 1 ? tr("Link copied") : tr("%1 links copied").arg(links.size()), false);
        else
            Q_EMIT told(tr("Copied where %1 on this machine. A link for others needs the web address, under Connection")
                            .arg(countText(links.size(), tr("the file is"), tr("%1 files are"))),
                        false);
        return;
    }
    case JobAction::Cancel:
        whenDone(m_actions.cancel(jobs), this, [this, jobs, window](const ActionOutcome &outcome) {
            if (!outcome.errors.isEmpty())
                return report(outcome, {}, {});
            m_feed.refresh();
            const QString done = jobs.size() == 1 ? tr("Cancelled") : tr("%1 jobs cancelled").arg(jobs.size());
            if (std::ranges::all_of(jobs, [](const JobRowPtr &job) { return job->repeatable; }))
                Q_EMIT offered(done, tr("Run again"),
                               [this, jobs, window] { trigger(JobAction::RunAgain, jobs, window); });
            else
                Q_EMIT told(done, false);
        });
        return;
    case JobAction::RunAgain:
        whenDone(m_actions.runAgain(jobs, m_today()), this, refresh(tr("Queued again"), tr("%1 jobs queued again")));
        return;
    case JobAction::EditAgain:
        Q_EMIT editAsked(jobs.first());
        return;
    case JobAction::Remove:
        return remove(jobs);
    case JobAction::Mend: {
        QList<JobRowPtr> again, away, rest;
        for (const JobRowPtr &job : jobs) {
            const bool repeat = job->mending == jobs::Mending::RunAgain || job->mending == jobs::Mending::SubmitAgain;
            (repeat ? again : job->mending == jobs::Mending::Remove ? away : rest) << job;
        }
        if (!again.isEmpty())
            trigger(JobAction::RunAgain, again, window);
        if (!away.isEmpty())
            remove(away);
        if (!rest.isEmpty())
            whenDone(m_actions.mend(rest), this,
                     refresh(mendingText(rest.first()->mending) + tr(": done"), tr("%1 jobs put right")));
        return;
    }
    }
}

void JobsController::report(const ActionOutcome &outcome, const QString &one, const QString &many)
{
    m_feed.refresh();
    if (!outcome.errors.isEmpty()) {
        const QString first = outcome.errors.first();
        Q_EMIT told(outcome.errors.size() == 1
                        ? first
                        : tr("%1 (and %2 more)").arg(first, QString::number(outcome.errors.size() - 1)),
                    true);
    } else {
        Q_EMIT told(outcome.done == 1 ? one : many.arg(outcome.done), false);
    }
}

void JobsController::open(const QList<JobRowPtr> &jobs)
{
    for (const JobRowPtr &job : jobs) {
        if (isElsewhere(job->file)) {
            QDir().mkpath(openedFolder());
            const QString copy = openedFolder() + u'/' + job->fileName;
            // Published whole and under a name of its own: once fetched, it is this file.
            if (job->fileSize >= 0 && QFileInfo(copy).size() == job->fileSize) {
                openFile(copy, proposedName(*job));
                continue;
            }
            fetch(*job, copy, [this, copy, name = proposedName(*job)] { openFile(copy, name); });
            continue;
        }
        openFile(job->localPath, proposedName(*job));
    }
}

bool JobsController::openHere(const QUrl &url) const
{
    const QString path = url.toLocalFile();
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return QDesktopServices::openUrl(url);
    openPdfWindow(path, m_shownNames.value(path, QFileInfo(path).fileName()), QApplication::activeWindow());
    return true;
}

void JobsController::openFile(const QString &path, const QString &name)
{
    m_shownNames.insert(path, name);
    if (!openUrl(QUrl::fromLocalFile(path)))
        Q_EMIT told(tr("No program on this machine opens %1 files").arg(QFileInfo(path).suffix().toUpper()), true);
}

void JobsController::save(const QList<JobRowPtr> &jobs, QWidget *window)
{
    const QPointer<JobsController> self(this); // the dialog may outlive it
    askPath(window, proposedName(*jobs.first()), jobs.size() > 1, [self, jobs](const QString &chosen) {
        if (self && !chosen.isEmpty())
            self->saveTo(jobs, chosen);
    });
}

void JobsController::saveTo(const QList<JobRowPtr> &jobs, const QString &chosen)
{
    const bool many = jobs.size() > 1;
    QSet<QString> used; // two reports of one title must not become one file
    for (const JobRowPtr &job : jobs) {
        const QString to = many ? freePath(chosen, proposedName(*job), used) : chosen;
        if (isElsewhere(job->file)) {
            fetch(*job, to, [this, to, job] { Q_EMIT told(savedText(to, *job), false); });
            continue;
        }
        const auto progress = [beat = m_beat](double fraction) {
            ++beat->count;
            const std::lock_guard lock(beat->mutex);
            if (JobsController *owner = beat->owner)
                QMetaObject::invokeMethod(owner, [owner, fraction] { Q_EMIT owner->saving(fraction); });
        };
        if (m_copies++ == 0) {
            m_beatSeen = m_beat->count;
            m_copyWatch.start();
        }
        const exports::MadeFile made{job->fileName, job->fileSize, job->sha256};
        whenDone(QtConcurrent::run(m_copying.get(), exports::copyChecked, job->localPath, made, to, progress), this,
                 [this, to, job](const Result<void> &done) {
                     if (--m_copies == 0)
                         m_copyWatch.stop();
                     Q_EMIT saving(1);
                     Q_EMIT told(done ? savedText(to, *job) : done.error().message, !done);
                 });
    }
}

void JobsController::watchCopying()
{
    const int now = m_beat->count;
    if (std::exchange(m_beatSeen, now) == now)
        Q_EMIT told(tr("Not all is saved yet: the disk hasn't answered for %1 s").arg(CopySilence / 1000), true);
}

QUrl JobsController::urlOf(const jobs::JobRow &job) const
{
    return underWebAddress(m_api.url, exports::downloadUrl(job.fileName));
}

void JobsController::fetch(const jobs::JobRow &job, const QString &to, const std::function<void()> &then)
{
    if (m_fetching.contains(to)) {
        Q_EMIT told(tr("%1 is being downloaded already").arg(QFileInfo(to).fileName()), false);
        return;
    }
    if (!canDownload() || job.fileName.contains(u'/') || job.fileName.startsWith(u'.')) {
        Q_EMIT told(tr("%1 can't be downloaded").arg(job.fileName), true);
        return;
    }
    m_fetching.insert(to);
    m_downloading->start();
    auto *download = new jobs::FileDownload({urlOf(job), m_api.token, job.fileSize, job.id, job.sha256}, to);
    download->moveToThread(m_downloading.get());
    connect(m_downloading.get(), &QThread::finished, download, &QObject::deleteLater);
    connect(download, &jobs::FileDownload::progressed, this, [this](qint64 done, qint64 total) {
        if (total > 0)
            Q_EMIT saving(static_cast<double>(done) / static_cast<double>(total));
    });
    connect(download, &jobs::FileDownload::finished, this, [this, download, then, to](const QString &error) {
        m_fetching.remove(to);
        download->deleteLater();
        Q_EMIT saving(1);
        if (error.isEmpty())
            then();
        else
            Q_EMIT told(error, true);
    });
    QMetaObject::invokeMethod(download, &jobs::FileDownload::start);
}

void JobsController::remove(const QList<JobRowPtr> &jobs)
{
    m_removing +=
        jobs; // those still to be undone are promised their time: all of them begin it anew, and are undone together
    m_undo.start(UndoTime);
    Q_EMIT hidden(idsOf(jobs));
    Q_EMIT undoOffered(
        countText(m_removing.size(), tr("Removed %1").arg(titleText(*m_removing.first())), tr("Removed %1 jobs")));
}

void JobsController::undoRemove()
{
    m_undo.stop();
    const QStringList ids = idsOf(std::exchange(m_removing, {}));
    Q_EMIT undoOver();
    if (!ids.isEmpty())
        Q_EMIT unhidden(ids);
}

void JobsController::holdRemove(bool held)
{
    if (m_removing.isEmpty())
        return;
    if (held) {
        m_leftToUndo = m_undo.remainingTime();
        m_undo.stop();
    } else if (!m_undo.isActive()) {
        m_undo.start(std::max(1, m_leftToUndo));
    }
}

void JobsController::carryOutRemoval()
{
    m_undo.stop();
    if (m_removing.isEmpty())
        return;
    const QList<JobRowPtr> jobs = std::exchange(m_removing, {});
    Q_EMIT undoOver();
    whenDone(m_actions.remove(jobs), this, [this, jobs](const ActionOutcome &outcome) {
        if (outcome.errors.isEmpty()) {
            m_feed.forget(idsOf(jobs));
        } else {
            Q_EMIT unhidden(idsOf(jobs));
            report(outcome, {}, {});
        }
    });
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/jobfiles.h"

#include "core/base/farewell.h"
#include "core/base/runapart.h"
#include "core/base/webaddress.h"
#include "core/base/whendone.h"
#include "core/exports/checkedcopy.h"
#include "core/exports/shownname.h"
#include "core/jobs/files/filedownload.h"
#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/jobtexts.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/text/texts.h"

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

using jobs::JobRowPtr;

namespace {

constexpr int CopySilence = 5000; ///< ms without a step

/// Asks by the desktop's own dialog, without an event loop inside this one; begins where the last one ended.
class PathDialog
{
public:
    void operator()(QWidget *window, const QString &proposed, bool folder, const std::function<void(QString)> &then)
    {
        auto *dialog = new QFileDialog(window, folder ? JobFiles::tr("Save in") : JobFiles::tr("Save as"), *m_folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(folder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
        if (!folder) {
            const QString suffix = QFileInfo(proposed).suffix();
            dialog->setNameFilter(suffix == QLatin1String("pdf") ? JobFiles::tr("PDF reports (*.pdf)")
                                                                 : JobFiles::tr("ZIP archives (*.zip)"));
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

/// One for each name. Waits for the disk.
QStringList freePaths(const QString &folder, const QStringList &names)
{
    QSet<QString> used; // two reports of one title must not become one file
    QStringList paths;
    for (const QString &name : names)
        paths << freePath(folder, name, used);
    return paths;
}

/// Whether a name from outside stays in the folder it is put into.
bool isPlainName(const QString &name)
{
    return !name.contains(u'/') && !name.startsWith(u'.');
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
    const QString saved = JobFiles::tr("Saved as %1 in %2").arg(file.fileName(), QDir::toNativeSeparators(file.path()));
    if (!job.sha256.isEmpty())
        return saved;
    return saved + (job.fileSize >= 0 ? JobFiles::tr(". Only its size could be compared with what was made")
                                      : JobFiles::tr(". Nothing is known to compare it with"));
}

} // namespace

JobFiles::JobFiles(QObject *parent)
    : QObject(parent), openUrl([this](const QUrl &url) { return openHere(url); }), askPath(PathDialog())
{
    finishLater(
        [folder = openedFolder()] {
            constexpr int KeptDays = 7;
            const QFileInfoList opened = QDir(folder).entryInfoList(QDir::Files);
            for (const QFileInfo &file : opened) {
                if (file.lastModified().daysTo(QDateTime::currentDateTime()) > KeptDays)
                    QFile::remove(file.filePath());
            }
        },
        ReadingPatience);
    m_beat->owner = this;
    m_copying->setMaxThreadCount(1);
    m_copyWatch.setInterval(CopySilence);
    connect(&m_copyWatch, &QTimer::timeout, this, &JobFiles::watchCopying);
}

JobFiles::~JobFiles()
{
    {
        const std::lock_guard lock(m_beat->mutex);
        m_beat->owner = nullptr;
    }
    // What is being saved goes on without this; only the program's end waits for it.
    finishLater([copying = m_copying.release(), beat = m_beat] {
        for (int before = -1; !copying->waitForDone(CopySilence);) {
            if (std::exchange(before, beat->count.load()) == beat->count)
                return leaveBehind(); // a disk that doesn't answer keeps its thread, and nothing else
        }
        delete copying;
    });
    m_downloading->quit();
    finishLater([downloading = m_downloading.release()] {
        if (downloading->wait(QDeadlineTimer(CopySilence)))
            delete downloading;
        else
            leaveBehind();
    });
}

void JobFiles::openFolder(const jobs::JobRow &job)
{
    const QString folder = QFileInfo(job.localPath).path();
    if (!openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT folderNotOpened(QDir::toNativeSeparators(folder));
}

void JobFiles::copyLinks(const QList<JobRowPtr> &jobs)
{
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
}

void JobFiles::open(const QList<JobRowPtr> &jobs)
{
    for (const JobRowPtr &job : jobs) {
        if (isElsewhere(job->file)) {
            const QString folder = openedFolder();
            const QString copy = folder + u'/' + job->fileName;
            // Published whole and under a name of its own: once fetched, it is this file.
            const auto look = [folder, copy, size = isPlainName(job->fileName) ? job->fileSize : -1] {
                return QDir().mkpath(folder) && size >= 0 && QFileInfo(copy).size() == size;
            };
            whenDone(runApart(look), this, [this, job, copy](bool isThere) {
                const auto show = [this, copy, name = proposedName(*job)] { openFile(copy, name); };
                if (isThere)
                    show();
                else
                    fetch(*job, copy, show);
            });
            continue;
        }
        openFile(job->localPath, proposedName(*job));
    }
}

bool JobFiles::openHere(const QUrl &url) const
{
    const QString path = url.toLocalFile();
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return QDesktopServices::openUrl(url);
    openPdfWindow(path, m_shownNames.value(path, QFileInfo(path).fileName()), QApplication::activeWindow());
    return true;
}

void JobFiles::openFile(const QString &path, const QString &name)
{
    m_shownNames.insert(path, name);
    if (!openUrl(QUrl::fromLocalFile(path)))
        Q_EMIT told(tr("No program on this machine opens %1 files").arg(QFileInfo(path).suffix().toUpper()), true);
}

void JobFiles::save(const QList<JobRowPtr> &jobs, QWidget *window)
{
    const QPointer<JobFiles> self(this); // the dialog may outlive it
    askPath(window, proposedName(*jobs.first()), jobs.size() > 1, [self, jobs](const QString &chosen) {
        if (self && !chosen.isEmpty())
            self->saveTo(jobs, chosen);
    });
}

void JobFiles::saveTo(const QList<JobRowPtr> &jobs, const QString &chosen)
{
    if (jobs.size() == 1)
        return saveAs(jobs, {chosen});
    QStringList names;
    for (const JobRowPtr &job : jobs)
        names << proposedName(*job);
    beginCopy();
    whenDone(runApart([chosen, names] { return freePaths(chosen, names); }), this,
             [this, jobs](const QStringList &paths) {
                 endCopy();
                 saveAs(jobs, paths);
             });
}

void JobFiles::beginCopy()
{
    if (m_copies++ == 0) {
        m_beatSeen = m_beat->count;
        m_copyWatch.start();
    }
}

void JobFiles::endCopy()
{
    if (--m_copies == 0)
        m_copyWatch.stop();
}

void JobFiles::saveAs(const QList<JobRowPtr> &jobs, const QStringList &paths)
{
    for (qsizetype at = 0; at < jobs.size(); ++at) {
        const JobRowPtr &job = jobs.at(at);
        const QString &to = paths.at(at);
        if (isElsewhere(job->file)) {
            fetch(*job, to, [this, to, job] { Q_EMIT told(savedText(to, *job), false); });
            continue;
        }
        const auto progress = [beat = m_beat](double fraction) {
            ++beat->count;
            const std::lock_guard lock(beat->mutex);
            if (JobFiles *owner = beat->owner)
                QMetaObject::invokeMethod(owner, [owner, fraction] { Q_EMIT owner->saving(fraction); });
        };
        beginCopy();
        const exports::MadeFile made{job->fileName, job->fileSize, job->sha256};
        whenDone(QtConcurrent::run(m_copying.get(), exports::copyChecked, job->localPath, made, to, progress), this,
                 [this, to, job](const Result<void> &done) {
                     endCopy();
                     Q_EMIT saving(1);
                     Q_EMIT told(done ? savedText(to, *job) : done.error().message, !done);
                 });
    }
}

void JobFiles::watchCopying()
{
    const int now = m_beat->count;
    if (std::exchange(m_beatSeen, now) == now)
        Q_EMIT told(tr("Not all is saved yet: the disk hasn't answered for %1 s").arg(CopySilence / 1000), true);
}

QUrl JobFiles::urlOf(const jobs::JobRow &job) const
{
    return underWebAddress(m_api.url, exports::downloadUrl(job.fileName));
}

void JobFiles::fetch(const jobs::JobRow &job, const QString &to, const std::function<void()> &then)
{
    if (m_fetching.contains(to)) {
        Q_EMIT told(tr("%1 is being downloaded already").arg(QFileInfo(to).fileName()), false);
        return;
    }
    if (!canDownload() || !isPlainName(job.fileName)) {
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

} // namespace herdbook::ui

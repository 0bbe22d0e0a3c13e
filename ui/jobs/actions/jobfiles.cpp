// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/jobfiles.h"

#include "core/base/farewell.h"
#include "core/base/runapart.h"
#include "core/base/webaddress.h"
#include "core/base/whendone.h"
#include "core/exports/shownname.h"
#include "core/jobs/files/filedownload.h"
#include "ui/jobs/actions/filenames.h"
#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/jobtexts.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/text/coretexts.h"
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

#include <algorithm>

namespace herdbook::ui {

using jobs::JobRowPtr;

namespace {

/// Asks by the desktop's own dialog, without an event loop inside this one.
void askByDialog(QWidget *window, const QString &startFolder, const QString &proposed, bool folder,
                 const std::function<void(QString)> &then)
{
    auto *dialog = new QFileDialog(window, folder ? JobFiles::tr("Save in") : JobFiles::tr("Save as"), startFolder);
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
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, then);
    dialog->open();
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
    : QObject(parent), openUrl([this](const QUrl &url) { return openHere(url); }),
      askPath([this](QWidget *window, const QString &proposed, bool folder, const std::function<void(QString)> &then) {
          askByDialog(window, m_saveFolder, proposed, folder, then);
      }),
      m_saveFolder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
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
    connect(&m_copying, &FileCopying::progressed, this, &JobFiles::saving);
    connect(&m_copying, &FileCopying::silent, this, [this](int ms) {
        Q_EMIT told(tr("Not all is saved yet: the disk hasn't answered for %1 s").arg(ms / 1000), true);
    });
}

JobFiles::~JobFiles()
{
    m_downloading->quit();
    finishLater([downloading = m_downloading.release()] {
        if (downloading->wait(QDeadlineTimer(FileCopying::Silence)))
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
                const auto show = [this, copy, name = proposedName(*job)](const QString &problem) {
                    if (problem.isEmpty())
                        openFile(copy, name);
                    else
                        Q_EMIT told(problem, true);
                };
                if (isThere)
                    show({});
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
    m_copying.begin();
    whenDone(runApart([chosen, names] { return freePaths(chosen, names); }), this,
             [this, jobs](const QStringList &paths) {
                 m_copying.end();
                 saveAs(jobs, paths);
             });
}

/// Files that are saved together.
struct JobFiles::Batch
{
    QList<JobRowPtr> jobs;
    QStringList paths;
    qsizetype ended = 0;
    QStringList problems;
};

void JobFiles::tellSaved(const Batch &batch)
{
    if (batch.jobs.size() == 1)
        return Q_EMIT told(batch.problems.isEmpty() ? savedText(batch.paths.first(), *batch.jobs.first())
                                                    : batch.problems.first(),
                           !batch.problems.isEmpty());
    const QString folder = QDir::toNativeSeparators(QFileInfo(batch.paths.first()).path());
    const qsizetype saved = batch.jobs.size() - batch.problems.size();
    if (!batch.problems.isEmpty())
        return Q_EMIT told(tr("%1 of %2 files saved in %3. %4")
                               .arg(countText(saved), countText(batch.jobs.size()), folder, errorsText(batch.problems)),
                           true);
    const bool compared = std::ranges::none_of(batch.jobs, [](const JobRowPtr &job) { return job->sha256.isEmpty(); });
    Q_EMIT told(tr("%1 files saved in %2").arg(countText(saved), folder) +
                    (compared ? QString() : tr(". Not all could be compared fully with what was made")),
                false);
}

void JobFiles::saveAs(const QList<JobRowPtr> &jobs, const QStringList &paths)
{
    const auto batch = std::make_shared<Batch>(Batch{jobs, paths, 0, {}});
    for (qsizetype at = 0; at < jobs.size(); ++at) {
        const JobRowPtr &job = jobs.at(at);
        const QString &to = paths.at(at);
        const auto ended = [this, batch, name = QFileInfo(to).fileName(),
                            folder = QFileInfo(to).path()](const QString &problem) {
            if (problem.isEmpty())
                m_saveFolder = folder;
            else
                batch->problems << (batch->jobs.size() == 1 ? problem
                                                            : QStringLiteral("%1: %2").arg(name, coreText(problem)));
            if (++batch->ended == batch->jobs.size())
                tellSaved(*batch);
        };
        if (isElsewhere(job->file)) {
            fetch(*job, to, ended);
            continue;
        }
        const exports::MadeFile made{job->fileName, job->fileSize, job->sha256};
        m_copying.copy(job->localPath, made, to, [this, ended](const Result<void> &done) {
            Q_EMIT saving(1);
            ended(done ? QString() : done.error().message);
        });
    }
}

QUrl JobFiles::urlOf(const jobs::JobRow &job) const
{
    return underWebAddress(m_api.url, exports::downloadUrl(job.fileName));
}

void JobFiles::fetch(const jobs::JobRow &job, const QString &to,
                     const std::function<void(const QString &problem)> &then)
{
    if (m_fetching.contains(to))
        return then(tr("%1 is being downloaded already").arg(QFileInfo(to).fileName()));
    if (!canDownload() || !isPlainName(job.fileName))
        return then(tr("%1 can't be downloaded").arg(job.fileName));
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
        then(error);
    });
    QMetaObject::invokeMethod(download, &jobs::FileDownload::start);
}

} // namespace herdbook::ui

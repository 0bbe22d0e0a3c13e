// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/jobs/actions/filecopying.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

class QWidget;

namespace herdbook::ui {

/// What jobs made: opens it, saves it elsewhere and copies where it is, without waiting; what isn't on this machine comes over the web API.
class JobFiles : public QObject
{
    Q_OBJECT

public:
    /// Where files are fetched from that are not on this machine.
    struct WebApi
    {
        QUrl url;      ///< empty: there is none
        QString token; ///< secret; may be empty
    };

    explicit JobFiles(QObject *parent = nullptr);
    /// What is being saved is carried out, by the end of the application.
    ~JobFiles() override;

    void open(const QList<jobs::JobRowPtr> &jobs);
    void openFolder(const jobs::JobRow &job);
    void save(const QList<jobs::JobRowPtr> &jobs, QWidget *window);
    void copyLinks(const QList<jobs::JobRowPtr> &jobs);
    void setWebApi(const WebApi &api) { m_api = api; }
    /// Where it is asked first: the last folder that took a file.
    QString saveFolder() const { return m_saveFolder; }
    bool canDownload() const { return !m_api.url.isEmpty(); }

    /// How files and folders are opened: a PDF in a window of this program, all else the desktop's way; tests put in their own.
    std::function<bool(const QUrl &)> openUrl;
    /// Asks where to save under the name proposed (or, with several files, in which folder), and goes on with the answer.
    std::function<void(QWidget *, const QString &proposed, bool folder, const std::function<void(QString)> &then)>
        askPath;

Q_SIGNALS:
    /// One line on what was done or why not.
    void told(const QString &text, bool isError);
    /// No program opens it.
    void folderNotOpened(const QString &folder);
    /// A file is being copied: 0..1; done at 1.
    void saving(double progress);

private:
    void openFile(const QString &path, const QString &name);
    bool openHere(const QUrl &url) const;
    /// @param then hears what went wrong; empty: nothing.
    void fetch(const jobs::JobRow &job, const QString &to, const std::function<void(const QString &problem)> &then);
    QUrl urlOf(const jobs::JobRow &job) const;
    void saveTo(const QList<jobs::JobRowPtr> &jobs, const QString &chosen);
    /// Each under its path; one notice tells of all of them.
    void saveAs(const QList<jobs::JobRowPtr> &jobs, const QStringList &paths);
    struct Batch;
    void tellSaved(const Batch &batch);

    WebApi m_api;
    QString m_saveFolder;
    QSet<QString> m_fetching;             ///< paths that are being written from the web address
    QHash<QString, QString> m_shownNames; ///< of files that were opened, by their path
    std::unique_ptr<QThread> m_downloading = std::make_unique<QThread>(); ///< FileDownload objects live there
    FileCopying m_copying;
};

} // namespace herdbook::ui

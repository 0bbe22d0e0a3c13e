// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobactions.h"
#include "core/jobs/jobfeed.h"
#include "ui/jobs/jobaction.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <mutex>

class QWidget;

namespace herdbook::ui {

/// Carries out what is asked for in the jobs panel, without waiting: opening, saving, cancelling, running again, mending and removing, which
/// takes effect only after a time to undo it.
class JobsController : public QObject
{
    Q_OBJECT

public:
    static constexpr int UndoTime = 6000;

    /// Where files are fetched from that are not on this machine.
    struct WebApi
    {
        QUrl url;      ///< empty: there is none
        QString token; ///< secret; may be empty
    };

    /// @param today the current day in the site's time zone.
    JobsController(jobs::JobFeed &feed, jobs::JobActions &actions, std::function<QDate()> today,
                   QObject *parent = nullptr);
    /// Removals whose time has not run out are carried out, and what is being saved is: by the end of `actions` and of the application.
    ~JobsController() override;

    void trigger(JobAction action, const QList<jobs::JobRowPtr> &jobs, QWidget *window);
    void setWebApi(const WebApi &api) { m_api = api; }
    bool canDownload() const { return !m_api.url.isEmpty(); }
    /// Takes back every removal whose time hasn't run out.
    void undoRemove();
    /// The time for that stands still while `held`.
    void holdRemove(bool held);
    bool canUndo() const { return !m_removing.isEmpty(); }

    /// How files and folders are opened: a PDF in a window of this program, all else the desktop's way; tests put in their own.
    std::function<bool(const QUrl &)> openUrl;
    /// Asks where to save under the name proposed (or, with several files, in which folder), and goes on with the answer.
    std::function<void(QWidget *, const QString &proposed, bool folder, const std::function<void(QString)> &then)>
        askPath;

Q_SIGNALS:
    /// The rows go out of sight at once, and back in when it's undone.
    void hidden(const QStringList &jobIds);
    void unhidden(const QStringList &jobIds);
    void undoOffered(const QString &text);
    /// Taken back, or its time has run out.
    void undoOver();
    void editAsked(const herdbook::jobs::JobRowPtr &job);
    /// Done, and what can be done about it.
    void offered(const QString &text, const QString &action, const std::function<void()> &run);
    /// One line on what was done or why not.
    void told(const QString &text, bool isError);
    /// A file is being copied: 0..1; done at 1.
    void saving(double progress);

private:
    void open(const QList<jobs::JobRowPtr> &jobs);
    void openFile(const QString &path, const QString &name);
    bool openHere(const QUrl &url) const;
    void fetch(const jobs::JobRow &job, const QString &to, const std::function<void()> &then);
    QUrl urlOf(const jobs::JobRow &job) const;
    void save(const QList<jobs::JobRowPtr> &jobs, QWidget *window);
    void saveTo(const QList<jobs::JobRowPtr> &jobs, const QString &chosen);
    void watchCopying();
    void remove(const QList<jobs::JobRowPtr> &jobs);
    void carryOutRemoval();
    void report(const jobs::ActionOutcome &outcome, const QString &one, const QString &many);

    jobs::JobFeed &m_feed;
    jobs::JobActions &m_actions;
    std::function<QDate()> m_today;
    QTimer m_undo;
    int m_leftToUndo = 0; ///< milliseconds, while the time stands still
    QList<jobs::JobRowPtr> m_removing;
    /// What copying tells; it may outlive the controller.
    struct Beat
    {
        std::mutex mutex;
        JobsController *owner = nullptr; ///< null once it is gone
        std::atomic<int> count = 0;
    };
    const std::shared_ptr<Beat> m_beat = std::make_shared<Beat>();
    std::unique_ptr<QThreadPool> m_copying = std::make_unique<QThreadPool>();
    QTimer m_copyWatch; ///< runs while something is copied
    int m_copies = 0, m_beatSeen = 0;
    WebApi m_api;
    QSet<QString> m_fetching;             ///< paths that are being written from the web address
    QHash<QString, QString> m_shownNames; ///< of files that were opened, by their path
    std::unique_ptr<QThread> m_downloading = std::make_unique<QThread>(); ///< FileDownload objects live there
};

} // namespace herdbook::ui

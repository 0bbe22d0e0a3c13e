// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/files/folderlook.h"
#include "tests/support/servers.h"
#include "ui/exports/exportpreview.h"
#include "ui/exports/exportspage.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QUrl>

namespace herdbook::test {

/// The real window with the real exports page on a private Redis, and the means to put jobs of every kind on it.
class Stage
{
public:
    explicit Stage(Servers &servers);
    ~Stage();

    /// The page in a window of that size, shown; made anew with each call.
    ui::ExportsPage &open(QSize size = {1440, 900});
    void close();
    /// Closes, and forgets settings, history and all that is in Redis.
    bool reset();
    MainWindow &window() { return *m_window; }
    ui::ExportsPage &page() { return *m_page; }
    jobs::JobFeed &feed() { return *m_feed; }
    jobs::FolderLook &exportFolder() { return *m_exportFolder; }
    storage::Redis &redis() { return m_redis; }
    QString historyPath() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    QSettings &settings() { return m_settings; }
    /// From the next open() on: the form counts in PostgreSQL.
    void setCounting(bool counting) { m_counting = counting; }
    /// From the next open() on: no export folder here, files come from that web service.
    void setRemote(const QUrl &api) { m_remote = api; }
    void setTheme(Theme::Choice choice) { m_theme.setChoice(choice); }
    /// Site time as the page sees it: the machine's, plus whatever was added.
    void advance(int seconds) { m_offset += seconds; }
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_offset); }

    /// Writes a status as any producer or worker would.
    void put(const exports::JobStatus &status, int lifetime = exports::StatusLifetime);
    /// A status with a request and times so many seconds ago.
    exports::JobStatus status(const QString &title, exports::ExportKind kind, exports::JobState state, int secondsAgo,
                              bool mine = true) const;
    /// Queues a job as the page would.
    QString submit(const QString &title, bool mine = true);
    /// Puts the job into the hands of a worker, alive or not.
    void hold(const QString &jobId, const QByteArray &worker, bool alive);
    /// Makes a file for a completed status and fills in name and size.
    void makeFile(exports::JobStatus &status, int size);
    void run(const QByteArrayList &command);
    /// Jobs in all states, as in the design's pictures; ids by what they show.
    QHash<QString, QString> fill();
    /// Until the feed has shown what is in Redis now.
    bool settle();

private:
    Servers &m_servers;
    QTemporaryDir m_folder;
    QSettings m_settings;
    Theme m_theme;
    storage::Redis m_redis;
    int m_offset = 0;
    QUrl m_remote;
    bool m_counting = false;
    std::unique_ptr<jobs::JobActions> m_actions;
    std::unique_ptr<jobs::JobFeed> m_feed;
    std::unique_ptr<jobs::FolderLook> m_exportFolder;
    std::unique_ptr<ui::ExportPreview> m_preview;
    std::unique_ptr<MainWindow> m_window;
    ui::ExportsPage *m_page = nullptr;
};

} // namespace herdbook::test

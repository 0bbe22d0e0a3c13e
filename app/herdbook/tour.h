// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/window/mainwindow.h"

#include <QElapsedTimer>
#include <QTimer>
#include <deque>

class QAbstractButton;

namespace herdbook {

class Theme;

/// The guided tour: fills in the real form by key and mouse events, waits for the two jobs, and leaves their files and a picture of
/// every screen, light and dark, in a folder.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// @param folder is made when it isn't there.
    /// @param today the current day in the site's time zone.
    Tour(MainWindow &window, Theme &theme, QString folder, const QDate &today, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// An exit code: ExitDone when everything was made.
    void ended(int code);

private:
    /// What to do, and how to tell that it is done.
    struct Step
    {
        QString what;
        std::function<void()> act;
        std::function<bool()> isDone = [] { return true; };
        int seconds = 120;
    };

    void addSteps();
    void addExport(int kind, const QString &title);
    void addPicture(MainWindow::Page page, const QString &name);
    void take();
    void check();
    void fail(const QString &why);
    QAbstractButton *makeButton() const;
    /// The job of that title, once the table has it.
    jobs::JobRowPtr job(const QString &title) const;
    bool isCompleted(const QString &title);
    bool saveFile(const QString &title, const QString &name);

    MainWindow &m_window;
    Theme &m_theme;
    const QString m_folder;
    const QDate m_today;
    const QString m_reportTitle, m_dataSetTitle;
    QString m_makeText; ///< of the button, while it takes orders
    std::deque<Step> m_steps;
    QTimer m_timer;
    QElapsedTimer m_since;
    QStringList m_made;
};

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QDBusMessage;
class QSystemTrayIcon;
class QWidget;

namespace herdbook::ui {

class JobTableModel;

/// Says when a job of mine has ended and the window isn't looked at: by the desktop's notifications with an Open action, where there are
/// none by the tray, and where there is no tray either by the task bar.
class JobNotifier : public QObject
{
    Q_OBJECT

public:
    JobNotifier(JobTableModel &model, QWidget &page, QObject *parent = nullptr);
    ~JobNotifier() override;

    struct Message
    {
        QString title, text;
        bool canOpen = false;
    };
    static Message messageFor(const jobs::JobRow &job);

Q_SIGNALS:
    /// Whatever way it took; for the page and tests.
    void notified(const QString &title, const QString &text, const herdbook::jobs::JobRowPtr &job);
    /// The user chose the notification, or its Open action (`file`).
    void chosen(const QString &jobId, bool file);

private Q_SLOTS:
    void onActionInvoked(const QDBusMessage &message);

private:
    void notify(const jobs::JobRowPtr &job);
    void notifyByTray(const Message &message, const QString &jobId);

    QWidget &m_page;
    QHash<uint, QString> m_sent; ///< notification -> job
    QPointer<QSystemTrayIcon> m_tray;
    QString m_trayJob;
};

} // namespace herdbook::ui

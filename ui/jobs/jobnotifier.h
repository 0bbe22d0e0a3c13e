// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskerrand.h"
#include "core/jobs/jobrow.h"
#include "ui/widgets/style/tokens.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>

class QDBusMessage;
class QSystemTrayIcon;
class QWidget;

namespace herdbook {
enum class SessionBus;
}

namespace herdbook::ui {

class JobTableModel;

/// Says when a job of mine has ended and the window isn't looked at: by the desktop's notifications with an Open action, where there are
/// none by the tray, and where there is no tray either by the task bar. Several in a few seconds are one notification. The bus is asked in another
/// thread before each: a silent one would hold this one.
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

    /// Jobs whose end is told of together.
    struct Ends
    {
        int ready = 0, uncounted = 0, unseen = 0, incomplete = 0, wrong = 0, failed = 0;

        void count(const jobs::JobRow &job);
        int total() const { return ready + uncounted + unseen + incomplete + wrong + failed; }
        /// "2 exports ready, 1 export incomplete".
        QString text() const;
        Tone tone() const;
    };

Q_SIGNALS:
    /// Whatever way it took; for the page and tests.
    void notified(const QString &title, const QString &text, const herdbook::jobs::JobRowPtr &job);
    /// The user chose the notification, or its Open action (`file`).
    void chosen(const QString &jobId, bool file);

private Q_SLOTS:
    void onActionInvoked(const QDBusMessage &message);

private:
    void notify(const jobs::JobRowPtr &job);
    void notifyByBus();
    void send(herdbook::SessionBus bus);
    void notifyByTray();

    QWidget &m_page;
    Ends m_ends; ///< in the last notification
    QElapsedTimer m_sinceLast;
    Message m_last;
    QString m_lastJob;
    uint m_shown = 0;                        ///< the notification on the desktop that the next one replaces; 0: none
    bool m_sending = false, m_again = false; ///< its answer is awaited; there is news to tell after that
    bool m_listening = false;                ///< for what is chosen there
    QHash<uint, QString> m_sent;             ///< notification -> job
    QPointer<QSystemTrayIcon> m_tray;
    DiskErrand m_errand; ///< to the bus, which may be as silent as a disk
};

} // namespace herdbook::ui

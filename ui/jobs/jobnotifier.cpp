// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobnotifier.h"

#include "ui/jobs/croptexts.h"
#include "ui/jobs/jobtablemodel.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/coretexts.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

namespace herdbook::ui {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr qsizetype MostRemembered = 50;

} // namespace

JobNotifier::JobNotifier(JobTableModel &model, QWidget &page, QObject *parent) : QObject(parent), m_page(page)
{
    connect(&model, &JobTableModel::ended, this, &JobNotifier::notify);
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QDBusConnection::sessionBus().connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                                              SLOT(onActionInvoked(QDBusMessage)));
}

JobNotifier::~JobNotifier() = default;

JobNotifier::Message JobNotifier::messageFor(const jobs::JobRow &job)
{
    const QString what = titleText(job);
    switch (job.state) {
    case jobs::RowState::Completed:
        if (job.contradiction != jobs::Contradiction::None)
            return {tr("Export ended, but something is wrong"), tr("%1: %2").arg(what, stateText(job)), false};
        if (lacksCrops(job))
            return {tr("Export ready, but incomplete"),
                    tr("%1: %2, %3").arg(what, lackText(job), sizeText(job.fileSize)), true};
        return {tr("Export ready"), tr("%1, %2").arg(what, sizeText(job.fileSize)), true};
    case jobs::RowState::Failed:
        return {tr("Export failed"), job.error.isEmpty() ? what : tr("%1: %2").arg(what, coreText(job.error)), false};
    case jobs::RowState::Lost:
        return {tr("Export lost"), tr("%1: Redis lost its data").arg(what), false};
    default:
        return {}; // cancelled and removed by hand: who did it knows
    }
}

void JobNotifier::notify(const jobs::JobRowPtr &job)
{
    const Message message = messageFor(*job);
    if (message.title.isEmpty())
        return;
    Q_EMIT notified(message.title, message.text, job);
    const QWidget *window = m_page.window();
    if (window->isActiveWindow() && m_page.isVisible())
        return;
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") || !QDBusConnection::sessionBus().isConnected()) {
        notifyByTray(message, job->id);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    QStringList actions{QStringLiteral("default"), tr("Show")};
    if (message.canOpen)
        actions << QStringLiteral("open") << tr("Open");
    // The body may hold markup as far as the desktop is concerned; what comes from outside is text.
    call.setArguments({QStringLiteral("Herdbook"), 0U, QStringLiteral("herdbook"), message.title,
                       message.text.toHtmlEscaped(), actions, QVariantMap(), -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, message, id = job->id](auto *finished) {
        const QDBusPendingReply<uint> reply = *finished;
        finished->deleteLater();
        if (reply.isError()) {
            notifyByTray(message, id);
            return;
        }
        if (m_sent.size() >= MostRemembered)
            m_sent.clear();
        m_sent.insert(reply.value(), id);
    });
}

void JobNotifier::notifyByTray(const Message &message, const QString &jobId)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        QApplication::alert(m_page.window());
        return;
    }
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT chosen(m_trayJob, false); });
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] { Q_EMIT chosen(m_trayJob, false); });
        m_tray->show();
    }
    m_trayJob = jobId;
    m_tray->showMessage(message.title, message.text, applicationIcon());
}

void JobNotifier::onActionInvoked(const QDBusMessage &message)
{
    const QString job = m_sent.value(message.arguments().value(0).toUInt());
    if (!job.isEmpty())
        Q_EMIT chosen(job, message.arguments().value(1).toString() == QLatin1String("open"));
}

} // namespace herdbook::ui

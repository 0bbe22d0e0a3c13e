// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobnotifier.h"

#include "core/base/sessionbus.h"
#include "ui/jobs/details/croptexts.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/table/jobtablemodel.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

namespace herdbook::ui {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr qsizetype MostRemembered = 50;
constexpr qint64 Together = 10'000; ///< ms between two ends that are told of together

} // namespace

JobNotifier::JobNotifier(JobTableModel &model, QWidget &page, QObject *parent) : QObject(parent), m_page(page)
{
    connect(&model, &JobTableModel::ended, this, &JobNotifier::notify);
}

JobNotifier::~JobNotifier() = default;

JobNotifier::Message JobNotifier::messageFor(const jobs::JobRow &job)
{
    const QString what = titleText(job);
    switch (job.state) {
    case jobs::RowState::Completed:
        if (job.contradiction != jobs::Contradiction::None)
            return {tr("Export ended, but something is wrong"), tr("%1: %2").arg(what, stateText(job)), false};
        if (job.file == jobs::FileFact::Silent)
            return {tr("Export ended"), tr("%1: whether its file is there isn’t known").arg(what), false};
        if (isIncomplete(job))
            return {tr("Export ready, but incomplete"),
                    tr("%1: %2, %3").arg(what, lackText(job), sizeText(job.fileSize)), true};
        if (isUncounted(job))
            return {tr("Export ready"), tr("%1: %2, %3").arg(what, lackText(job), sizeText(job.fileSize)), true};
        return {tr("Export ready"), tr("%1, %2").arg(what, sizeText(job.fileSize)), true};
    case jobs::RowState::Failed:
        return {tr("Export failed"), job.error.isEmpty() ? what : tr("%1: %2").arg(what, coreText(job.error)), false};
    case jobs::RowState::Lost:
        return {tr("Export lost"), tr("%1: Redis lost its data").arg(what), false};
    default:
        return {}; // cancelled and removed by hand: who did it knows
    }
}

void JobNotifier::Ends::count(const jobs::JobRow &job)
{
    if (job.state != jobs::RowState::Completed)
        ++failed;
    else if (job.contradiction != jobs::Contradiction::None)
        ++wrong;
    else if (job.file == jobs::FileFact::Silent)
        ++unseen;
    else
        ++(isIncomplete(job) ? incomplete : isUncounted(job) ? uncounted : ready);
}

QString JobNotifier::Ends::text() const
{
    QStringList parts;
    if (ready > 0)
        parts << countText(ready, JobNotifier::tr("1 export ready"), JobNotifier::tr("%1 exports ready"));
    if (uncounted > 0)
        parts << countText(uncounted, JobNotifier::tr("1 export not checked for gaps"),
                           JobNotifier::tr("%1 exports not checked for gaps"));
    if (unseen > 0)
        parts << countText(unseen, JobNotifier::tr("1 export whose file can’t be seen"),
                           JobNotifier::tr("%1 exports whose files can’t be seen"));
    if (incomplete > 0)
        parts << countText(incomplete, JobNotifier::tr("1 export incomplete"),
                           JobNotifier::tr("%1 exports incomplete"));
    if (wrong > 0)
        parts << countText(wrong, JobNotifier::tr("1 export with something wrong"),
                           JobNotifier::tr("%1 exports with something wrong"));
    if (failed > 0)
        parts << countText(failed, JobNotifier::tr("1 export failed"), JobNotifier::tr("%1 exports failed"));
    return parts.join(QStringLiteral(", "));
}

Tone JobNotifier::Ends::tone() const
{
    if (failed + wrong > 0)
        return Tone::Error;
    return incomplete > 0 ? Tone::Warn : uncounted + unseen > 0 ? Tone::Neutral : Tone::Ok;
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
    if (!m_sinceLast.isValid() || m_sinceLast.hasExpired(Together)) {
        m_ends = {};
        m_shown = 0;
    }
    m_sinceLast.start();
    m_ends.count(*job);
    m_last =
        m_ends.total() == 1 ? message : Message{m_ends.text(), tr("%1: %2").arg(message.title, message.text), false};
    m_lastJob = job->id;
    notifyByBus();
}

void JobNotifier::notifyByBus()
{
    if (m_sending) { // which one to replace is in the answer
        m_again = true;
        return;
    }
    m_sending = true;
    const auto bus = std::make_shared<SessionBus>();
    m_errand.give([bus] { *bus = askSessionBus(); }, [this, bus] { send(*bus); });
}

void JobNotifier::send(SessionBus bus)
{
    m_again = false; // what came meanwhile is in it
    if (bus != SessionBus::Answers || !QDBusConnection::sessionBus().isConnected()) {
        m_sending = false;
        if (bus == SessionBus::Silent)
            QApplication::alert(m_page.window()); // whether there is a tray, Qt asks the bus
        else
            notifyByTray();
        return;
    }
    // Of no service by name: Qt would ask whose it is, and wait for the answer.
    if (!std::exchange(m_listening, true))
        QDBusConnection::sessionBus().connect(QString(), Path, Service, QStringLiteral("ActionInvoked"), this,
                                              SLOT(onActionInvoked(QDBusMessage)));
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    QStringList actions{QStringLiteral("default"), tr("Show")};
    if (m_last.canOpen)
        actions << QStringLiteral("open") << tr("Open");
    // The body may hold markup as far as the desktop is concerned; what comes from outside is text.
    call.setArguments({QStringLiteral("Herdbook"), m_shown, QStringLiteral("herdbook"), m_last.title,
                       m_last.text.toHtmlEscaped(), actions, QVariantMap(), -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, id = m_lastJob](auto *finished) {
        const QDBusPendingReply<uint> reply = *finished;
        finished->deleteLater();
        m_sending = false;
        const bool again = std::exchange(m_again, false);
        if (reply.isError()) {
            if (reply.error().type() == QDBusError::NoReply || reply.error().type() == QDBusError::Timeout)
                QApplication::alert(m_page.window());
            else
                notifyByTray();
            return;
        }
        if (m_sent.size() >= MostRemembered)
            m_sent.clear();
        m_shown = reply.value();
        m_sent.insert(m_shown, id);
        if (again)
            notifyByBus();
    });
}

void JobNotifier::notifyByTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        QApplication::alert(m_page.window());
        return;
    }
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT chosen(m_lastJob, false); });
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] { Q_EMIT chosen(m_lastJob, false); });
        m_tray->show();
    }
    m_tray->showMessage(m_last.title, m_last.text, applicationIcon());
}

void JobNotifier::onActionInvoked(const QDBusMessage &message)
{
    const QString job = m_sent.value(message.arguments().value(0).toUInt());
    if (!job.isEmpty())
        Q_EMIT chosen(job, message.arguments().value(1).toString() == QLatin1String("open"));
}

} // namespace herdbook::ui

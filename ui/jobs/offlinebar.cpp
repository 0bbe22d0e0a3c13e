// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/offlinebar.h"

#include "ui/jobs/actions/countdownbutton.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QVBoxLayout>

namespace herdbook::ui {

using State = jobs::FeedConnection::State;

namespace {

constexpr int BackNotice = 4000; ///< ms
constexpr int Tick = 200;        ///< ms: the button's bar moves on

} // namespace

OfflineBar::OfflineBar(Clock clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_clock(std::move(clock)), m_zone(zone), m_banner(new Banner(Tone::Stale, Icon::Unplugged)),
      m_retry(new CountdownButton(tr("Retry now"))), m_toConnection(nullptr)
{
    m_retry->setIcon(themeIcon(Icon::Retry, &ThemeTokens::text));
    m_retry->setObjectName(QStringLiteral("retryNow"));
    m_banner->addButton(m_retry);
    m_toConnection = m_banner->addButton(tr("Connection…"));
    setButtonKind(m_toConnection, ButtonKind::Flat);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 10);
    layout->addWidget(m_banner);
    connect(m_retry, &QPushButton::clicked, this, &OfflineBar::retryAsked);
    connect(m_toConnection, &QPushButton::clicked, this, &OfflineBar::connectionAsked);
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &OfflineBar::refresh);
    hide();
}

QPushButton *OfflineBar::retryButton() const
{
    return m_retry;
}

void OfflineBar::setConnection(const jobs::FeedConnection &connection)
{
    m_connection = connection;
    if (connection.state == State::Offline) {
        m_awaySince = connection.since;
        m_backSince = {};
    } else if (connection.state == State::Online && m_awaySince.isValid() && !m_backSince.isValid()) {
        m_backSince = m_clock();
    }
    refresh();
}

void OfflineBar::refresh()
{
    const bool offline = m_connection.state == State::Offline;
    const bool back = m_backSince.isValid() && m_backSince.msecsTo(m_clock()) < BackNotice;
    if (m_backSince.isValid() && !back)
        m_awaySince = m_backSince = {};
    setVisible(offline || back);
    m_retry->setVisible(offline);
    m_toConnection->setVisible(offline);
    if (offline) {
        showAway();
    } else if (back) {
        m_banner->setTone(Tone::Ok, Icon::Check);
        m_banner->setTexts(tr("Back after %1").arg(ageText(m_awaySince, m_backSince)), {});
        m_banner->setToolTip({});
    }
    if (const bool ticking = offline || back; ticking != m_tick.isActive())
        ticking ? m_tick.start() : m_tick.stop();
}

void OfflineBar::showAway()
{
    const QDateTime now = m_clock();
    const bool refused = m_connection.isRefusal();
    const auto left = static_cast<double>(now.msecsTo(m_connection.nextTry));
    const qint64 seconds = std::max<qint64>(0, static_cast<qint64>(std::ceil(left / 1000)));
    const QString since = sinceText(m_connection.since, m_zone, now);
    const QString rest = refused ? coreText(m_connection.error) : tr("Jobs a worker already holds go on.");
    m_banner->setTone(Tone::Stale, Icon::Unplugged);
    m_banner->setTexts(
        (refused ? tr("Redis refuses the connection since %1.") : tr("Redis unreachable since %1.")).arg(since),
        seconds > 0 ? tr("Next try in %1 s. %2").arg(seconds).arg(rest) : tr("Trying now. %1").arg(rest));
    m_banner->setToolTip(Qt::convertFromPlainText(coreText(m_connection.error)));
    const auto pause = static_cast<double>(m_connection.lastTry.msecsTo(m_connection.nextTry));
    m_retry->setPassed(pause > 0 && left > 0 ? 1 - left / pause : 0);
}

} // namespace herdbook::ui

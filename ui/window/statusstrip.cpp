// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusstrip.h"

#include "core/base/language.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/offertime.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

namespace herdbook {

StatusStrip::StatusStrip(Clock clock, QWidget *parent)
    : QWidget(parent), m_clock(std::move(clock)), m_offer(new ElidedLabel({}, TextRole::Label)),
      m_undo(new QToolButton), m_offerTime(new OfferTime({m_undo, m_offer})),
      m_profile(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)),
      m_time(new Label({}, TextRole::LabelStrong)), m_tick(new QTimer(this))
{
    setFixedHeight(27);
    setAccessibleName(tr("Status"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 16, 0);
    row->setSpacing(0);
    const std::array names{tr("PostgreSQL"), tr("Redis"), tr("Workers"), tr("Queue")};
    for (size_t i = 0; i < names.size(); ++i) {
        m_cells[i] = new StatusCell(names[i]);
        row->addWidget(m_cells[i]);
        connect(m_cells[i], &QToolButton::clicked, this, [this, i] { Q_EMIT activated(static_cast<Cell>(i)); });
    }
    for (const Cell service : {Cell::PostgreSql, Cell::Redis}) {
        cell(service)->reserve(Tone::Neutral, tr("connecting"));
        cell(service)->reserve(Tone::Ok, tr("%1 ms").arg(QStringLiteral("000")));
    }
    cell(Cell::Workers)->reserve(Tone::Warn, tr("none online"));
    cell(Cell::Workers)->reserve(Tone::Neutral, tr("%1 online").arg(QStringLiteral("00")));
    cell(Cell::Queue)->reserve(Tone::Neutral, tr("%1 waiting").arg(QStringLiteral("000")));
    m_notKept = new StatusCell(tr("This machine"));
    m_notKept->hide();
    row->addWidget(m_notKept);
    connect(m_notKept, &QToolButton::clicked, this,
            [this] { QToolTip::showText(m_notKept->mapToGlobal(QPoint(0, 0)), m_notKept->toolTip(), m_notKept); });
    row->addSpacing(16);
    row->addWidget(m_offer);
    m_undo->setText(tr("Undo"));
    m_undo->setIcon(themeIcon(Icon::Undo, &ThemeTokens::text));
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_undo->setFont(textFont(TextRole::LabelStrong));
    m_undo->setFixedHeight(24);
    row->addSpacing(6);
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(m_profile);
    row->addSpacing(24);
    row->addWidget(new Label(tr("Site time"), TextRole::Label, &ThemeTokens::text2));
    row->addSpacing(8);
    row->addWidget(m_time);
    m_time->setMinimumWidth(
        m_time->fontMetrics().horizontalAdvance(widest(m_time->fontMetrics(), QStringLiteral("00:00:00"))));
    m_offer->hide();
    m_undo->hide();
    const auto endOffer = [this] {
        const bool hadFocus = m_undo->hasFocus();
        m_offer->hide();
        m_undo->hide();
        if (hadFocus)
            Q_EMIT focusLost();
        m_undoAction = nullptr;
        setUndoKey(false); // it belongs to whoever has something to undo
    };
    connect(m_offerTime, &OfferTime::ended, this, endOffer);
    connect(m_undo, &QToolButton::clicked, this, [this, endOffer] {
        const std::function<void()> undo = m_undoAction;
        m_offerTime->stop();
        endOffer();
        if (undo)
            undo();
    });
    m_tick->setSingleShot(true);
    m_tick->setTimerType(Qt::PreciseTimer);
    connect(m_tick, &QTimer::timeout, this, &StatusStrip::tick);
    tick();
}

QString StatusStrip::siteClock(const QDateTime &time, const QString &format) const
{
    return time.toTimeZone(m_zone).toString(format);
}

bool StatusStrip::isSilent(const ServiceHealth &health) const
{
    return health.state == ServiceHealth::State::Connected && health.heardAt.isValid() &&
           health.heardAt.msecsTo(m_clock()) > std::chrono::milliseconds(LongestSilence).count();
}

void StatusStrip::showService(StatusCell &cell, const ServiceHealth &health)
{
    if (isSilent(health)) {
        cell.setState(Tone::Warn, tr("not heard since %1").arg(sinceText(health.heardAt, m_zone, m_clock())),
                      tr("It is asked every few seconds, and the last question hasn't come back"));
        return;
    }
    switch (health.state) {
    case ServiceHealth::State::NotSetUp:
        cell.setState(Tone::Neutral, tr("not set up"), tr("No deployment is connected yet"));
        return;
    case ServiceHealth::State::Unknown:
        cell.setState(Tone::Neutral, tr("connecting"));
        return;
    case ServiceHealth::State::Connected: {
        const double ms = health.latencyMs;
        cell.setState(Tone::Ok, tr("%1 ms").arg(shownNumber(ms, ms < 1 ? 1 : 0)),
                      tr("Connected; a round trip takes %1 ms").arg(shownNumber(ms, 1)));
        return;
    }
    case ServiceHealth::State::Unreachable:
        cell.setState(Tone::Error,
                      (health.refused ? tr("refused since %1") : tr("unreachable since %1"))
                          .arg(sinceText(health.since, m_zone, m_clock())),
                      coreText(health.reason));
        return;
    }
}

void StatusStrip::showCount(StatusCell &cell, const std::optional<int> &count, const QString &unit,
                            const SystemHealth &health)
{
    const bool silent = isSilent(health.redis);
    const bool stale = silent || health.redis.state != ServiceHealth::State::Connected;
    if (health.redis.state == ServiceHealth::State::NotSetUp) {
        cell.setState(Tone::Neutral, tr("none yet"));
    } else if (!count) {
        cell.setState(stale ? Tone::Stale : Tone::Neutral, tr("unknown"));
    } else if (stale) {
        const QString seen = sinceText(health.countsAt, m_zone, m_clock());
        cell.setState(Tone::Stale, tr("unknown (%1 at %2)").arg(countText(*count), seen),
                      silent                 ? tr("As last seen; nothing was heard of Redis since")
                      : health.redis.refused ? tr("As last seen; Redis refuses the connection")
                                             : tr("As last seen; Redis is unreachable"));
    } else {
        cell.setState(Tone::Neutral, unit.arg(countText(*count)));
        if (&cell == this->cell(Cell::Workers))
            showWorkers(cell, *count, health);
    }
}

void StatusStrip::showWorkers(StatusCell &cell, int online, const SystemHealth &health)
{
    const int stuck = health.workersNotReady;
    QStringList values{online == 0 && stuck == 0 ? tr("none online") : tr("%1 online").arg(online)};
    QStringList sentences;
    for (const QString &remark : health.remarks)
        sentences << coreText(remark);
    if (stuck > 0)
        values << tr("%1 not ready").arg(stuck);
    else if (!health.remarks.isEmpty())
        values << tr("%1 to note").arg(health.remarks.size());
    if (online == 0)
        sentences << (stuck > 0
                          ? tr("Exports wait until a worker can work; those asked for in Herdbook wait an hour")
                          : tr("Exports wait until a worker is started; those asked for in Herdbook wait an hour"));
    if (health.pythonWorkers > 0)
        sentences << tr("%1 of Herdbook by their lease, %2 Python workers by their heartbeat")
                         .arg(online - health.pythonWorkers)
                         .arg(health.pythonWorkers);
    const bool warn = online == 0 || stuck > 0 || !health.remarks.isEmpty();
    cell.setState(warn ? Tone::Warn : Tone::Neutral, values.join(QStringLiteral(", ")), sentences.join(u'\n'));
}

void StatusStrip::setHealth(const SystemHealth &health)
{
    m_health = health;
    m_silent = {isSilent(health.postgres), isSilent(health.redis)};
    showService(*cell(Cell::PostgreSql), health.postgres);
    showService(*cell(Cell::Redis), health.redis);
    showCount(*cell(Cell::Workers), health.workersOnline, tr("%1 online"), health);
    showCount(*cell(Cell::Queue), health.queueLength, tr("%1 waiting"), health);
}

void StatusStrip::setProfile(const QString &name, bool readOnly)
{
    m_profile->setIcon(readOnly ? std::optional(Icon::Lock) : std::nullopt);
    m_profile->setText(name.isEmpty() ? tr("No profile") : readOnly ? tr("%1, read only").arg(name) : name);
}

void StatusStrip::setNotKept(const QStringList &sentences)
{
    m_notKept->setVisible(!sentences.isEmpty());
    if (!sentences.isEmpty())
        m_notKept->setState(Tone::Warn, tr("can't store"), sentences.join(u'\n'));
}

void StatusStrip::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    setHealth(m_health);
    tick();
}

void StatusStrip::offerUndo(const QString &text, std::chrono::milliseconds duration, std::function<void()> undo)
{
    m_undoAction = std::move(undo);
    m_offer->setText(text);
    m_undo->setAccessibleName(tr("Undo: %1").arg(text));
    m_offer->show();
    m_undo->show();
    setUndoKey(true);
    m_offerTime->start(static_cast<int>(duration.count()));
}

void StatusStrip::setUndoKey(bool on)
{
    m_undo->setShortcut(on && m_undoAction ? QKeySequence(QKeySequence::Undo) : QKeySequence());
}

void StatusStrip::tick()
{
    const QDateTime now = m_clock();
    // "Since 14:02" is yesterday's at midnight, and a latency is no news after a while.
    const QDate day = now.toTimeZone(m_zone).date();
    if (std::exchange(m_day, day) != day ||
        m_silent != std::pair(isSilent(m_health.postgres), isSilent(m_health.redis)))
        setHealth(m_health);
    m_time->setText(siteClock(now, QStringLiteral("HH:mm:ss")));
    m_time->setToolTip(
        tr("%1, %2").arg(siteClock(now, QStringLiteral("yyyy-MM-dd")), QString::fromLatin1(m_zone.id())));
    m_tick->start(1000 - now.time().msec());
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/progressrow.h"

#include "core/trial/review/words.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kAnnouncementMs = 4000;
constexpr int kBar = 250;
constexpr int kWide = 1200; ///< below this width the bar leaves its room to the words

} // namespace

ProgressRow::ProgressRow(TrialDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_looks = new Label({}, TextRole::Strong);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(kBar, 8);
    m_bar->setAccessibleName(tr("Looks done"));
    m_certified = new Pill(Tone::Neutral, {}, Icon::Shield);
    m_since = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_finish = new QPushButton;
    m_continue = new QPushButton(tr("Continue"));
    setCompact(m_finish);
    setCompact(m_continue);
    m_continue->hide();
    row->addWidget(m_looks);
    row->addWidget(m_bar);
    row->addStretch();
    row->addWidget(m_certified);
    row->addWidget(m_since);
    m_question = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_question->setWordWrap(true);
    m_question->hide();
    row->addWidget(m_question, 1);
    row->addWidget(m_continue); // comes and goes, and Finish stays where it is
    row->addWidget(m_finish);
    m_finish->installEventFilter(this);
    m_fresh = new QTimer(this);
    m_fresh->setSingleShot(true);
    connect(m_fresh, &QTimer::timeout, this, [this] { update(); });
    connect(m_finish, &QPushButton::clicked, this, [this] {
        if (m_state != State::Asking) {
            askFinish();
            return;
        }
        show(State::Usual);
        Q_EMIT finishAsked();
    });
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (goBack())
            return;
        if (m_state == State::Advised) {
            m_advisedAt = m_desk.session() != nullptr ? m_desk.session()->looks() : -1;
            if (m_advisedAt >= m_desk.budget())
                m_desk.extendBudget();
        }
        show(State::Usual);
        update();
        Q_EMIT continued();
    });
}

bool ProgressRow::eventFilter(QObject *watched, QEvent *event)
{
    // A double click asks, and doesn't also say yes.
    return (watched == m_finish && event->type() == QEvent::MouseButtonDblClick) ||
           QWidget::eventFilter(watched, event);
}

bool ProgressRow::goBack()
{
    if (m_state != State::Asking)
        return false;
    show(State::Usual);
    update(); // where finishing is advised it says so again
    Q_EMIT continued();
    return true;
}

QString ProgressRow::certifiedText() const
{
    return m_certified->text();
}

void ProgressRow::reset()
{
    m_announced = -1;
    m_advisedAt = -1;
    m_fresh->stop();
    show(State::Usual);
}

void ProgressRow::askFinish()
{
    if (m_desk.session() == nullptr)
        return;
    show(State::Asking);
    m_finish->setFocus();
}

void ProgressRow::show(State state)
{
    m_state = state;
    fit();
    m_question->setVisible(state == State::Asking);
    m_continue->setVisible(state != State::Usual); // else there is nothing to choose against
    if (state == State::Asking && m_desk.session() != nullptr)
        m_question->setText(finishQuestion());
    m_continue->setText(state == State::Asking ? tr("Back") : tr("Continue"));
    m_finish->setText(state == State::Asking                            ? tr("Finish")
                      : m_desk.session() != nullptr && m_announced >= 1 ? tr("Finish with this…")
                                                                        : tr("Finish…"));
}

void ProgressRow::fit()
{
    // The question needs the room, in a small window what is said of the certificate too.
    const bool wide = width() >= kWide;
    const bool asking = m_state == State::Asking;
    m_looks->setVisible(!asking);
    m_since->setVisible(!asking);
    m_bar->setVisible(!asking && (wide || m_since->text().isEmpty()));
    m_bar->setFixedWidth(wide ? kBar : kBar / 2);
}

void ProgressRow::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

QString ProgressRow::question() const
{
    return m_question->text();
}

/// Says also what going on brings, as simulated before anybody answered: it depends on the certificates that are announced alone.
QString ProgressRow::finishQuestion() const
{
    const int looks = m_desk.session()->looks();
    QString asks = tr("Finish at %1?").arg(Words::count(looks, tr("look"), tr("looks")));
    const std::optional<Expected> &expected = m_desk.expected();
    const auto levels = m_desk.session()->replay().progress().announcements().size();
    if (!expected || m_desk.session()->replay().progress().standing().isDone(m_desk.session()->replay().scheme()))
        return asks;
    if (levels == 0) {
        if (expected->firstShare <= 0)
            return asks;
        // Which answers cost it isn't told before.
        const QString sentence = std::lround(expected->firstLooks) > looks
                                     ? tr("If 1% are wrong, a first certificate takes about %1.")
                                     : tr("If 1% are wrong, a first certificate takes about %1. This trial takes more: "
                                          "the verdict says why, and you can still go on from there.");
        return asks + u' ' + sentence.arg(Words::roughly(expected->firstLooks));
    }
    const Expected::Onward &onward = expected->onward[levels - 1];
    const int now = m_desk.record()->levels[levels - 1].items;
    if (onward.trials == 0 || std::lround(onward.looks) <= looks || std::lround(onward.detections) <= now)
        return asks;
    return asks + u' ' +
           tr("If 1% are wrong, going on to about %1 brings about %2 detections instead of %L3.")
               .arg(Words::roughly(onward.looks), Words::roughly(onward.detections))
               .arg(now);
}

void ProgressRow::update()
{
    const ReviewSession *session = m_desk.session();
    if (session == nullptr)
        return;
    const int looks = session->looks();
    const Progress &progress = session->replay().progress();
    m_looks->setText(tr("%1 of at most %L2").arg(Words::count(looks, tr("look"), tr("looks"))).arg(m_desk.budget()));
    m_bar->setRange(0, m_desk.budget());
    m_bar->setValue(std::min(looks, m_desk.budget()));
    const auto levels = static_cast<int>(progress.announcements().size());
    if (m_announced >= 0 && levels > m_announced)
        m_fresh->start(kAnnouncementMs);
    const bool announced = levels != m_announced;
    m_announced = levels;
    if (levels == 0) {
        m_certified->setState(Tone::Neutral,
                              m_desk.record()->kind == TrialKind::Certificate ? tr("Nothing certified yet")
                                                                              : tr("No certificate comes of this pool"),
                              Icon::Shield);
    } else {
        const Level &level = m_desk.record()->levels[static_cast<std::size_t>(levels) - 1];
        m_certified->setState(Tone::Ok,
                              tr("Certified so far: %1, +%2")
                                  .arg(Words::threshold(reid::fromTicks(level.ticks)),
                                       Words::count(level.items, tr("detection"), tr("detections"))),
                              Icon::Shield);
    }
    if (announced && levels > 0) {
        QAccessibleEvent event(m_certified, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    const Advice advice = progress.advice(m_desk.budget());
    const bool said = m_advisedAt >= 0 && looks < m_advisedAt + kBlock;
    if (m_state == State::Asking) {
        m_question->setText(finishQuestion());
    } else {
        if (advice != Advice::GoOn && !said)
            show(State::Advised);
        else
            show(State::Usual);
        if (m_state == State::Advised)
            m_since->setText(advice == Advice::Unlikely ? tr("A further certificate is unlikely (under 5%).")
                                                        : tr("The budget is spent."));
        else if (m_fresh->isActive())
            m_since->setText(tr("A new certificate has come."));
        else
            m_since->setText(levels == 0 ? QString()
                                         : tr("since look %1; it stays while you look with care")
                                               .arg(progress.announcements().back().looks));
    }
    fit();
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/progressrow.h"

#include "core/trial/review/words.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/style/style.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace herdbook::trial {

namespace {

constexpr int kAnnouncementMs = 4000;

} // namespace

ProgressRow::ProgressRow(TrialDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_looks = new Label({}, TextRole::Strong);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(250, 8);
    m_bar->setAccessibleName(tr("Looks done"));
    m_budget = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_certified = new Pill(Tone::Neutral, {}, Icon::Shield);
    m_since = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_finish = new QPushButton;
    m_continue = new QPushButton(tr("Continue"));
    setCompact(m_finish);
    setCompact(m_continue);
    row->addWidget(m_looks);
    row->addWidget(m_bar);
    row->addWidget(m_budget);
    row->addStretch();
    row->addWidget(m_certified);
    row->addWidget(m_since);
    row->addWidget(m_finish);
    row->addWidget(m_continue);
    m_fresh = new QTimer(this);
    m_fresh->setSingleShot(true);
    connect(m_fresh, &QTimer::timeout, this, [this] { update(); });
    connect(m_finish, &QPushButton::clicked, this, &ProgressRow::askFinish);
    connect(m_continue, &QPushButton::clicked, this, [this] {
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
    if (m_state != State::Usual) {
        show(State::Usual);
        Q_EMIT finishAsked();
        return;
    }
    show(State::Asking);
    m_finish->setFocus();
}

void ProgressRow::show(State state)
{
    m_state = state;
    if (state == State::Asking && m_desk.session() != nullptr)
        m_since->setText(tr("Finish at %1?").arg(Words::count(m_desk.session()->looks(), tr("look"), tr("looks"))));
    m_finish->setText(state != State::Usual                             ? tr("Finish")
                      : m_desk.session() != nullptr && m_announced >= 1 ? tr("Finish with this…")
                                                                        : tr("Finish…"));
}

void ProgressRow::update()
{
    const ReviewSession *session = m_desk.session();
    if (session == nullptr)
        return;
    const int looks = session->looks();
    const Progress &progress = session->replay().progress();
    m_looks->setText(Words::count(looks, tr("look"), tr("looks")));
    m_bar->setRange(0, m_desk.budget());
    m_bar->setValue(std::min(looks, m_desk.budget()));
    m_budget->setText(tr("of a budget of %1").arg(m_desk.budget()));
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
    if (m_state != State::Asking) {
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
                                         : tr("since look %1; it stays").arg(progress.announcements().back().looks));
    }
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/triallist.h"

#include "core/trial/review/words.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

namespace herdbook::trial {

namespace {

const TrialSummary *trialWith(const std::vector<TrialSummary> &trials, const QUuid &id)
{
    const auto found =
        std::find_if(trials.begin(), trials.end(), [&](const TrialSummary &one) { return one.id == id; });
    return found == trials.end() ? nullptr : &*found;
}

int answeredBy(const QString &reviewer, const TrialSummary &trial)
{
    const auto found = std::ranges::find(trial.progress, reviewer, &ReviewerProgress::reviewer);
    return found == trial.progress.end() ? 0 : found->answered;
}

} // namespace

QString TrialList::stateOf(const TrialSummary &trial, int looks)
{
    if (trial.edition != 2)
        return tr("first edition, counts for nothing");
    if (trial.isOutdated())
        return trial.result->holds() ? tr("certified at %1; answered on since, look at its verdict")
                                           .arg(Words::threshold(*trial.result->threshold))
                                     : tr("answered on since its verdict, look at it again");
    if (trial.unjudged)
        return tr("not known: %1").arg(coreText(trial.result->withheld));
    if (trial.result && !trial.result->withheld.isEmpty())
        return tr("withheld");
    if (trial.result && trial.result->threshold)
        return tr("certified at %1").arg(Words::threshold(*trial.result->threshold));
    if (!trial.result && looks > 0)
        return tr("no verdict yet after %1 looks").arg(looks);
    return looks == 0 ? tr("no answers yet") : tr("nothing certified after %1 looks").arg(looks);
}

TrialList::TrialList(TrialDesk &desk, QWidget *parent) : Card(tr("Trials so far"), parent), m_desk(desk)
{
    m_stack = new QStackedWidget;
    m_empty = new EmptyState(tr("Reading …"));
    m_stack->addWidget(m_empty);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Trials so far"));
    m_list->setMinimumHeight(96);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_stack->addWidget(m_list);
    body()->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_review = new QPushButton;
    m_verdict = new QPushButton(tr("Verdict"));
    row->addWidget(m_review);
    row->addWidget(m_verdict);
    row->addStretch();
    body()->addLayout(row);

    setFocusHeirs({m_review, m_verdict}, {m_list});
    connect(&desk, &TrialDesk::trialsListed, this, [this](const std::vector<TrialSummary> &trials) {
        m_here = trials;
        m_hereRead = m_hereAsked = true;
        show();
    });
    connect(&desk, &TrialDesk::trialsUnread, this, [this] {
        m_hereRead = false;
        m_hereAsked = true;
        show();
    });
    connect(&desk, &TrialDesk::sharedTrialsListed, this, [this](const std::vector<TrialSummary> &trials) {
        m_shared = trials;
        m_sharedRead = m_sharedAsked = true;
        show();
    });
    connect(&desk, &TrialDesk::sharedTrialsUnread, this, [this] {
        m_sharedRead = false;
        m_sharedAsked = true;
        show();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &TrialList::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const TrialSummary *trial = current())
            open(TrialDesk::calledFor(*trial, m_reviewer));
    });
    connect(m_review, &QPushButton::clicked, this, [this] { open(TrialDesk::Goal::Review); });
    connect(m_verdict, &QPushButton::clicked, this, [this] { open(TrialDesk::Goal::Verdict); });
    show();
}

void TrialList::setReviewer(const QString &reviewer)
{
    m_reviewer = reviewer;
    updateButtons();
}

const TrialSummary *TrialList::current() const
{
    const int row = m_list->currentRow();
    return row < 0 ? nullptr : &m_shown[static_cast<std::size_t>(row)];
}

void TrialList::open(TrialDesk::Goal goal)
{
    const TrialSummary *trial = current();
    if (trial == nullptr)
        return;
    // What others have answered since is in the database, and a verdict is about all of it; a review goes on from this reviewer's last
    // answer, which may be another computer's.
    const TrialSummary *here = trialWith(m_here, trial->id);
    const TrialSummary *shared = trialWith(m_shared, trial->id);
    if (here != nullptr && (shared == nullptr || (goal == TrialDesk::Goal::Review &&
                                                  answeredBy(m_reviewer, *shared) <= answeredBy(m_reviewer, *here))))
        m_desk.open(trial->id, m_reviewer, goal);
    else
        m_desk.fetch(trial->id, m_reviewer, goal);
}

void TrialList::updateButtons()
{
    const TrialSummary *trial = current();
    const bool first = trial != nullptr && trial->edition != 2;
    const bool own = trial != nullptr && trial->reviewers.contains(m_reviewer);
    m_review->setText(own || trial == nullptr ? tr("Go on") : tr("Review the same pairs"));
    m_review->setEnabled(trial != nullptr && !first && !m_reviewer.isEmpty());
    m_review->setToolTip(
        first ? tr("Trials of the first edition can be read, not gone on with")
              : plainTip((own ? tr("As %1") : tr("As %1: another trial, whose answers count alone")).arg(m_reviewer)));
    m_verdict->setEnabled(trial != nullptr);
}

void TrialList::show()
{
    const QUuid kept = current() != nullptr ? current()->id : QUuid();
    m_shown = together(m_here, m_shared);
    m_list->clear();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    for (const TrialSummary &trial : m_shown) {
        int looks = 0;
        for (const ReviewerProgress &one : trial.progress)
            looks = std::max(looks, one.answered);
        const QString first = Words::threshold(trial.candidate) + QStringLiteral(", ") + stateOf(trial, looks);
        const QString where = trialWith(m_here, trial.id) != nullptr ? QString() : tr("on another computer; ");
        const QString second =
            where + trial.createdBy + QStringLiteral(", ") + Words::shortMoment(trial.createdAt, zone);
        auto *item = new QListWidgetItem(first + u'\n' + second);
        item->setToolTip(plainTip(item->text()));
        item->setSizeHint({0, 48});
        m_list->addItem(item);
        if (trial.id == kept)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    if (!m_hereAsked || !m_sharedAsked)
        m_empty->setTexts(tr("Reading …"));
    else if (m_hereRead && m_sharedRead)
        m_empty->setTexts(tr("No trials yet"),
                          tr("A trial stays here with every answer, to go on with or to look at its verdict."));
    else // which, and why, is said above
        m_empty->setTexts(tr("Not known"), m_hereRead
                                               ? tr("There is none on this computer; those of others can’t be read.")
                                               : tr("The trials of this computer can’t be read."));
    m_stack->setCurrentIndex(m_shown.empty() ? 0 : 1);
    m_review->setVisible(!m_shown.empty());
    m_verdict->setVisible(!m_shown.empty());
    updateButtons();
}

} // namespace herdbook::trial

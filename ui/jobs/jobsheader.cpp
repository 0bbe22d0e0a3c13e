// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobsheader.h"

#include "ui/jobs/jobspanel.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace herdbook::ui {

JobsHeader::JobsHeader(QWidget *parent)
    : QWidget(parent), m_asOf(new Pill(Tone::Stale)), m_newRows(new QPushButton),
      m_owner(new SegmentedControl(JobsPanel::tr("Whose jobs"), {JobsPanel::tr("All"), JobsPanel::tr("Mine")})),
      m_state(new QComboBox), m_search(new SearchField(JobsPanel::tr("Search jobs"), JobsPanel::tr("Title, kind, id")))
{
    setFixedHeight(52);
    m_newRows->setObjectName(QStringLiteral("newRows"));
    setCompact(m_newRows);
    m_newRows->hide();
    m_asOf->hide();
    m_owner->setObjectName(QStringLiteral("owner"));
    m_state->setObjectName(QStringLiteral("state"));
    m_search->setObjectName(QStringLiteral("search"));
    m_state->setAccessibleName(JobsPanel::tr("State"));
    for (const auto &[text, state] : std::initializer_list<std::pair<QString, JobFilter::State>>{
             {JobsPanel::tr("Any state"), JobFilter::State::Any},
             {JobsPanel::tr("Waiting or running"), JobFilter::State::Active},
             {stateWord(jobs::RowState::Completed), JobFilter::State::Completed},
             {stateWord(jobs::RowState::Failed), JobFilter::State::Failed},
             {stateWord(jobs::RowState::Cancelled), JobFilter::State::Cancelled},
             {JobsPanel::tr("Needs attention"), JobFilter::State::Attention},
             {JobsPanel::tr("No longer in Redis"), JobFilter::State::Past}})
        m_state->addItem(text, static_cast<int>(state));
    m_state->setMinimumWidth(126);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(190);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(new Label(JobsPanel::tr("Jobs"), TextRole::PageTitle));
    row->addWidget(m_asOf);
    row->addWidget(m_newRows);
    row->addStretch(1);
    row->addWidget(m_owner);
    row->addWidget(m_state);
    row->addWidget(m_search, 1);
    connect(m_owner, &SegmentedControl::currentChanged, this, &JobsHeader::filterChanged);
    connect(m_state, &QComboBox::currentIndexChanged, this, &JobsHeader::filterChanged);
    connect(m_search, &SearchField::searched, this, &JobsHeader::filterChanged);
}

JobFilter JobsHeader::filter() const
{
    return JobFilter::of(m_owner->currentIndex() == 1, static_cast<JobFilter::State>(m_state->currentData().toInt()),
                         m_search->text());
}

void JobsHeader::showTotals(const JobTableModel &model, qint64 more)
{
    // Before all of them were gone through, how many there are isn't known.
    const bool known = model.hasLoaded();
    m_owner->setSegmentText(
        0, !known ? JobsPanel::tr("All")
                  : (more > 0 ? JobsPanel::tr("Shown %1") : JobsPanel::tr("All %1")).arg(countText(model.total())));
    m_owner->setSegmentText(1,
                            known ? JobsPanel::tr("Mine %1").arg(countText(model.mineTotal())) : JobsPanel::tr("Mine"));
    const int held = model.heldBack();
    m_newRows->setVisible(held > 0);
    m_newRows->setText(JobsPanel::tr("%1 new").arg(countText(held)));
    m_newRows->setAccessibleName(countText(held, JobsPanel::tr("Show 1 new job"), JobsPanel::tr("Show %1 new jobs")));
}

} // namespace herdbook::ui

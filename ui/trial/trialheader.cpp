// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/trialheader.h"

#include "ui/trial/stepheader.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace herdbook::trial {

TrialHeader::TrialHeader(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(52);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(new Label(TrialPage::tr("Trial"), TextRole::PageTitle));
    row->addSpacing(16);
    m_steps = new StepHeader({TrialPage::tr("Sample"), TrialPage::tr("Review"), TrialPage::tr("Verdict")});
    row->addWidget(m_steps);
    row->addStretch();
    m_pause = new QPushButton(themeIcon(Icon::Pause), TrialPage::tr("Pause"));
    m_report = new QPushButton(TrialPage::tr("Protocol as PDF…"));
    m_goOn = new QPushButton(TrialPage::tr("Go on reviewing"));
    m_new = new QPushButton(TrialPage::tr("Sample…"));
    m_journal = new QPushButton(TrialPage::tr("Journal"));
    m_journal->setToolTip(TrialPage::tr("Everything Herdbook wrote into this database, and every trial"));
    row->addWidget(m_journal);
    row->addWidget(m_pause);
    row->addWidget(m_goOn);
    row->addWidget(m_report);
    row->addWidget(m_new);

    setFocusHeirs({m_report}, {m_new, m_journal});
    connect(m_steps, &StepHeader::chosen, this, &TrialHeader::chosen);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT chosen(TrialPage::SampleStep); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT chosen(TrialPage::ReviewStep); });
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT chosen(TrialPage::SampleStep); });
    connect(m_report, &QPushButton::clicked, this, &TrialHeader::protocolAsked);
    connect(m_journal, &QPushButton::clicked, this, &TrialHeader::journalAsked);
}

void TrialHeader::setState(const TrialDesk &desk, TrialPage::Step step, bool journal, bool ended)
{
    const ReviewSession *session = desk.session();
    const bool judged = desk.record() != nullptr && (session == nullptr || ended);
    m_steps->setSteps(step, judged ? 2 : session != nullptr ? 1 : 0, judged && desk.record()->first == std::nullopt);
    m_journal->setVisible(!journal && step != TrialPage::ReviewStep);
    m_pause->setVisible(!journal && step == TrialPage::ReviewStep);
    m_report->setVisible(!journal && step == TrialPage::VerdictStep && session != nullptr);
    m_goOn->setVisible(!journal && step == TrialPage::VerdictStep && session != nullptr &&
                       session->current().has_value());
    m_new->setVisible(!journal && step == TrialPage::VerdictStep);
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/trialpage.h"

namespace herdbook::trial {

class StepHeader;

/// The top of the Trial screen: its steps, and what can be gone to or saved from the one shown.
class TrialHeader : public QWidget
{
    Q_OBJECT

public:
    explicit TrialHeader(QWidget *parent = nullptr);

    QPushButton *journalButton() const { return m_journal; }
    QPushButton *reportButton() const { return m_report; }
    /// @param journal it is shown in the place of the step.
    /// @param ended the review was ended early.
    void setState(const TrialDesk &desk, TrialPage::Step step, bool journal, bool ended);

Q_SIGNALS:
    /// A step is to be shown.
    void chosen(int step);
    void journalAsked();
    void protocolAsked();

private:
    StepHeader *m_steps;
    QPushButton *m_journal;
    QPushButton *m_pause;
    QPushButton *m_goOn;
    QPushButton *m_report;
    QPushButton *m_new;
};

} // namespace herdbook::trial

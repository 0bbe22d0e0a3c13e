// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/widgets/labels/card.h"

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace herdbook {
class EmptyState;
}

namespace herdbook::trial {

/// The trials of this workstation and those that others share in the database: to go on with, or to see their verdict.
class TrialList : public Card
{
    Q_OBJECT

public:
    explicit TrialList(TrialDesk &desk, QWidget *parent = nullptr);

    QListWidget *list() const { return m_list; }
    QPushButton *reviewButton() const { return m_review; }
    QPushButton *verdictButton() const { return m_verdict; }
    /// Under whose name a trial is gone on with.
    void setReviewer(const QString &reviewer);
    /// "certified at 0.60", "withheld", ...
    static QString stateOf(const TrialSummary &trial, int looks);

private:
    void show();
    void open(TrialDesk::Goal goal);
    void updateButtons();
    const TrialSummary *current() const;

    TrialDesk &m_desk;
    QString m_reviewer;
    std::vector<TrialSummary> m_here;
    std::vector<TrialSummary> m_shared;
    bool m_hereRead = false;   ///< so there are no others here
    bool m_sharedRead = false; ///< nor elsewhere
    bool m_hereAsked = false;  ///< they were, or couldn't be
    bool m_sharedAsked = false;
    std::vector<TrialSummary> m_shown; ///< here, then those that are elsewhere only
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QListWidget *m_list;
    QPushButton *m_review;
    QPushButton *m_verdict;
};

} // namespace herdbook::trial

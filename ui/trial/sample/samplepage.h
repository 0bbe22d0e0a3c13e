// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/sample/faultbanner.h"
#include "ui/trial/sample/knowntrials.h"
#include "ui/trial/sample/sampleform.h"
#include "ui/trial/sample/triallist.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace herdbook {
class EmptyState;
} // namespace herdbook

namespace herdbook::trial {

class Prospect;

/// The first step: what to draw, what that can and can't certify, and the trials there are.
class SamplePage : public QWidget
{
    Q_OBJECT

public:
    /// What analysis is on its way.
    enum class Awaited { Nothing, Kept, New };

    explicit SamplePage(TrialDesk &desk, QWidget *parent = nullptr);

    /// Takes over what Re-ID recommends, unless something else was typed.
    void showAnalysis();
    /// Says as long as there is no analysis that one is coming.
    void setAwaited(Awaited awaited);
    /// PostgreSQL has gone away: what is here may be out of date. It is read again until it can be.
    void noticeDatabaseAway();
    /// What the database holds was changed: nothing is drawn from what was read before, until an analysis is here or none comes.
    void noticeChange();
    bool isOutdated() const { return m_outdated; }
    SampleForm *form() const { return m_form; }
    TrialList *trials() const { return m_trials; }
    Prospect *prospect() const { return m_prospect; }
    QPushButton *startButton() const { return m_form->startButton(); }
    QPushButton *photosButton() const;
    QPushButton *reidButton() const { return m_reid; }

Q_SIGNALS:
    /// No analysis, or no threshold to try: the way out is Re-ID.
    void reidAsked();
    /// The database lets nobody in: what is wrong there is to be put right.
    void connectionAsked();
    /// None of the photos can be seen: where they are is to be set.
    void photosAsked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void showEmpty();
    /// Reads the trials, and what trials are drawn from where that failed.
    void lookAgain();
    /// What couldn't be read or done, and what is not known for that.
    void showFault();
    void updateStart();
    /// How far the form's trial of this pool has come with a preset, when it was begun before.
    std::optional<int> begun(Preset preset);
    /// What was tried on this pool and on others, on all computers that share their trials.
    Prospect::Tries tries() const;

    TrialDesk &m_desk;
    FaultBanner *m_banner;
    QScrollArea *m_left;
    SampleForm *m_form;
    TrialList *m_trials;
    QStackedWidget *m_right;
    EmptyState *m_empty;
    QPushButton *m_reid;
    Prospect *m_prospect;
    std::shared_ptr<const Outlook> m_outlook; ///< of what the form says now
    KnownTrials m_known;
    FaultBanner::Faults m_faults;
    bool m_outdated = false; ///< the analysis is of the data as they were
    bool m_looking = false;  ///< those in the database are asked for
    Awaited m_awaited = Awaited::Nothing;
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace herdbook {
class Banner;
class EmptyState;
class Label;
class MessageLabel;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::trial {

class PowerChart;

/// The first step: candidate, size, reviewer and seed; beside them what the trial can and can't certify, for the sample at hand.
class SamplePage : public QWidget
{
    Q_OBJECT

public:
    explicit SamplePage(TrialDesk &desk, QWidget *parent = nullptr);

    /// Takes over what Re-ID recommends, unless something else was typed.
    void showAnalysis();
    QPushButton *startButton() const { return m_start; }
    QLineEdit *candidateField() const { return m_candidate; }
    QLineEdit *sizeField() const { return m_size; }
    QLineEdit *seedField() const { return m_seed; }
    QLineEdit *reviewerField() const { return m_reviewer; }
    QListWidget *trialList() const { return m_trials; }

Q_SIGNALS:
    /// No analysis, or no threshold to try: the way out is Re-ID.
    void reidAsked();

private:
    QWidget *makeForm();
    QWidget *makeProspect();
    void ask();
    std::optional<Plan> readPlan();
    void showOutlook(const Outlook &outlook);
    void showTrials(const std::vector<TrialSummary> &trials);
    void updateStart();
    static quint64 newSeed();

    TrialDesk &m_desk;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLineEdit *m_candidate;
    MessageLabel *m_candidateMessage;
    SegmentedControl *m_presets;
    QLineEdit *m_size;
    MessageLabel *m_sizeMessage;
    QLineEdit *m_reviewer;
    QLineEdit *m_seed;
    MessageLabel *m_seedMessage;
    QPushButton *m_start;
    QListWidget *m_trials;
    QPushButton *m_goOn;
    QWidget *m_trialsBox;
    Banner *m_banner;
    Label *m_promise;
    Label *m_promiseNote;
    PowerChart *m_chart;
    Label *m_tests;
    Label *m_frame;
    QTimer m_typing;
    bool m_outlookFits = false;
};

} // namespace herdbook::trial

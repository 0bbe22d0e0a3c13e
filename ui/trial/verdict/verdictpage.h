// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/photoloader.h"

#include <QWidget>

class QScrollArea;
class QSplitter;

namespace herdbook {
class Card;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

class AnswerShares;
class ApplyPanel;
class ChecksCard;
class EstimateCard;
class TestsView;
class WrongPairs;

/// The third step: what was certified, or why nothing was, and what applying it to the sample would change.
class VerdictPage : public QWidget
{
    Q_OBJECT

public:
    VerdictPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent = nullptr);

    ApplyPanel *applyPanel() const { return m_apply; }
    ChecksCard *checks() const { return m_checks; }
    std::shared_ptr<const Outcome> outcome() const { return m_outcome; }
    /// As chosen here; empty: everybody who has answered all.
    QStringList chosenReviewers() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    void show(std::shared_ptr<const Outcome> outcome);
    void showCertificate();
    void showAnswers();

    TrialDesk &m_desk;
    PhotoLoader &m_loader;
    std::shared_ptr<const Outcome> m_outcome;
    QSplitter *m_splitter;
    Label *m_kind;
    Label *m_threshold;
    Pill *m_pill;
    Label *m_sentence;
    Label *m_meaning;
    Label *m_provenance;
    TestsView *m_tests;
    Label *m_testsNote;
    Label *m_answersTitle;
    AnswerShares *m_shares;
    Label *m_wrongTitle;
    WrongPairs *m_wrong;
    ChecksCard *m_checks;
    EstimateCard *m_estimate;
    ApplyPanel *m_apply;
};

} // namespace herdbook::trial

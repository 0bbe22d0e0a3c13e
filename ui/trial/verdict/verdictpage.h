// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/photoloader.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QSplitter;

namespace herdbook {
class Card;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

class AnswerShares;
class ApplyPanel;
class AssumptionsCard;
class ClaimsCard;
class ReviewerCard;
class Staircase;
class WrongPairs;

/// The third step: what is certified and on what it rests; or why nothing is, or that the certificate is withheld and why, and what to do.
/// And what applying the answers would change.
class VerdictPage : public QWidget
{
    Q_OBJECT

public:
    VerdictPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent = nullptr);

    ApplyPanel *applyPanel() const { return m_apply; }
    ReviewerCard *checks() const { return m_checks; }
    ClaimsCard *claims() const { return m_claims; }
    std::shared_ptr<const Outcome> outcome() const { return m_outcome; }
    /// The sentence that decides, as the protocol begins.
    QString sentence() const;
    /// What stands under the number: "Certificate holds", "Not compared", ...
    QString state() const;
    QPushButton *goOnButton() const { return m_goOn; }
    QPushButton *anotherButton() const { return m_another; }
    QPushButton *stricterButton() const { return m_stricter; }           ///< asks
    QPushButton *beginStricterButton() const { return m_beginStricter; } ///< does it
    /// What is asked before a trial of stricter thresholds begins; empty: nothing is asked.
    QString stricterQuestion() const;
    /// Under the sentence: what it means, or why nothing is certified.
    QString meaning() const;
    /// A trial of the first edition, which has no outcome.
    void showFirstEdition();

Q_SIGNALS:
    void goOnAsked();
    /// The same pairs, by somebody else: a name is asked for on the first step.
    void anotherAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeWays();
    void show(std::shared_ptr<const Outcome> outcome);
    /// Nothing is known: what was shown of an earlier verdict goes.
    void showNoVerdict(const QString &sentence, const QString &meaning);
    void hideParts();
    void showHead();
    QString whyAndWhatNow() const;
    void askStricter(bool asks);
    void showPairs();
    /// Under each other where they have no room beside each other.
    void fitCards();

    TrialDesk &m_desk;
    PhotoLoader &m_loader;
    std::shared_ptr<const Outcome> m_outcome;
    QSplitter *m_splitter;
    Label *m_threshold;
    Pill *m_pill;
    Label *m_sentence;
    Label *m_doubts; ///< what speaks against a certificate that holds, the worst first
    Label *m_meaning;
    Label *m_provenance;
    Label *m_unheard; ///< what the verdict may lack
    Card *m_cameAbout;
    Staircase *m_staircase;
    QBoxLayout *m_middle; ///< claims or answers, and the reviewer's checks
    ClaimsCard *m_claims;
    ReviewerCard *m_checks;
    AssumptionsCard *m_assumptions;
    Card *m_pairsCard;
    Label *m_pairsTitle;
    WrongPairs *m_pairs;
    Card *m_answersCard;
    AnswerShares *m_shares;
    Label *m_answersNote;
    Card *m_waysNote;
    Card *m_ways; ///< what can be done without a certificate, always in view
    QPushButton *m_another;
    QPushButton *m_goOn;
    QPushButton *m_stricter;
    QWidget *m_asksStricter; ///< in place of the ways
    QWidget *m_waysRow;
    Label *m_question;
    QPushButton *m_beginStricter;
    ApplyPanel *m_apply;
};

} // namespace herdbook::trial

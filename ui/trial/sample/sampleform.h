// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/sample/presetcard.h"
#include "ui/widgets/labels/card.h"

#include <QTimer>

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace herdbook {
class MessageLabel;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::trial {

/// What is fixed before the first answer: threshold, how to go about it, who reviews. Says under each field what is wrong with it.
class SampleForm : public Card
{
    Q_OBJECT

public:
    explicit SampleForm(const QString &reviewer, QWidget *parent = nullptr);

    /// The candidate of the analysis, or nothing; taken over unless something else was typed.
    /// @param reason why this one, in a few words.
    void setSuggestion(const std::optional<double> &threshold, const QString &reason);
    /// The preset that is marked, and chosen unless another was.
    void setSuggestedPreset(Preset preset);
    void setProspects(const Prospects *prospects);
    /// Whether any are to come.
    void setSimulated(bool simulated);
    /// Nothing when the field is wrong.
    std::optional<double> candidate();
    Preset preset() const;
    QString reviewer() const;
    /// Nothing when a field is wrong.
    std::optional<TrialDesk::Start> start();
    std::optional<TrialDesk::Start> startWith(Preset preset);
    /// Without data there is nothing to draw from; only the reviewer's name can be typed then, to go on with a trial.
    void setDrawable(bool drawable);
    /// What Begin does and whether it is possible, or why not.
    void setReady(bool ready, const QString &text, const QString &reason);

    /// In no layout of the form: the page puts it where it stays in view.
    QPushButton *startButton() const { return m_start; }
    QLineEdit *candidateField() const { return m_candidate; }
    QLineEdit *reviewerField() const { return m_reviewer; }
    QLineEdit *secondField() const { return m_second; }
    PresetCard *card(Preset preset) const { return m_cards[static_cast<std::size_t>(preset)]; }

Q_SIGNALS:
    /// Something is being typed.
    void edited();
    /// Typing has paused.
    void changed();
    void reviewerChanged();
    void presetChanged();
    void startAsked();

private:
    void readReviewers();

    std::optional<double> m_suggestion;
    QString m_reason;
    QLineEdit *m_candidate;
    MessageLabel *m_candidateMessage;
    QLineEdit *m_reviewer;
    MessageLabel *m_reviewerMessage;
    QPushButton *m_add;
    QWidget *m_secondRow;
    QLineEdit *m_second;
    SegmentedControl *m_pipeline;
    QButtonGroup *m_presets;
    std::array<PresetCard *, kPresets.size()> m_cards{};
    bool m_presetChosen = false;
    QPushButton *m_start;
    QTimer m_typing;
};

} // namespace herdbook::trial

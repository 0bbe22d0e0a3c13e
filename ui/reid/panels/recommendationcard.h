// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/widgets/labels/card.h"

class QGridLayout;
class QPushButton;

namespace herdbook {
class Label;
class LeadText;
class Pill;
} // namespace herdbook

namespace herdbook::ui {

/// What to do about the threshold: the number, what it would change, the three goals, what is not known, and why; or why there is none
/// and what evidence is missing.
class RecommendationCard : public Card
{
    Q_OBJECT

public:
    explicit RecommendationCard(QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);

Q_SIGNALS:
    void tryOnSample(double candidate);
    void fullReasonAsked();

private:
    void showGoals();
    /// A row for each sex under the goal of the wrong share; gives the next row.
    int showSexes(int row);
    QString gainSentence() const;

    SharedAnalysis m_analysis;
    Pill *m_pill;
    Label *m_number;
    Label *m_instead;
    Label *m_doubt; ///< of a certificate that the estimate contradicts
    Label *m_gain;
    QGridLayout *m_goals;
    LeadText *m_why;
    LeadText *m_unknown;
    QPushButton *m_try;
    QPushButton *m_reason;
};

/// The whole reasoning as plain text: reason, goals, what is unknown, what is missing.
QString fullReason(const reid::Analysis &analysis);

} // namespace herdbook::ui

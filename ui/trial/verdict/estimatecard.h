// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace herdbook {
class Label;
}

namespace herdbook::trial {

/// The trial against the label-free estimate, and its shares by sex.
class EstimateCard : public Card
{
    Q_OBJECT

public:
    explicit EstimateCard(QWidget *parent = nullptr);

    void setOutcome(const Outcome &outcome, const TrialRecord &record);

private:
    static QString comparison(const Verdict &verdict, const TrialRecord &record);

    Label *m_estimate;
    QGridLayout *m_sexes;
};

} // namespace herdbook::trial

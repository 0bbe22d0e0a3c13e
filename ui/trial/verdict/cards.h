// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/style/icons.h"

class QGridLayout;

namespace herdbook::trial {

/// What the certificate claims: all together, then each group with a claim of its own; groups without one are named.
class ClaimsCard : public Card
{
    Q_OBJECT

public:
    explicit ClaimsCard(QWidget *parent = nullptr);
    void setOutcome(const TrialRecord &record, const Outcome &outcome);
    QString text() const { return m_text; }

private:
    QGridLayout *m_grid;
    QString m_text;
};

/// Whether the reviewer could tell deer apart, from known pairs, keys and pictures.
class ReviewerCard : public Card
{
    Q_OBJECT

public:
    explicit ReviewerCard(QWidget *parent = nullptr);
    void setOutcome(const Outcome &outcome);
    QString text() const { return m_text; }

private:
    QGridLayout *m_grid;
    QString m_text;
};

/// The three assumptions, numbered.
class AssumptionsCard : public Card
{
    Q_OBJECT

public:
    explicit AssumptionsCard(QWidget *parent = nullptr);
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"
#include "ui/widgets/card.h"

class QComboBox;
class QGridLayout;

namespace herdbook {
class Label;
}

namespace herdbook::trial {

/// How far the reviewers can be relied on, how well two of them agree, and whose answers the verdict is made of.
class ChecksCard : public Card
{
    Q_OBJECT

public:
    explicit ChecksCard(QWidget *parent = nullptr);

    void setOutcome(const Outcome &outcome, int pairs);
    /// Whose answers are to count; empty: everybody's who has answered all.
    QStringList chosen() const { return m_chosen; }
    QComboBox *reviewerBox() const { return m_box; }

Q_SIGNALS:
    void reviewersChosen(const QStringList &reviewers);

private:
    void fillBox(const Outcome &outcome, int pairs);
    void addRow(bool good, const QString &text, const QString &value);
    void addNote(const QString &text, bool warning);

    QComboBox *m_box;
    QGridLayout *m_grid;
    QStringList m_chosen;
    int m_row = 0;
};

} // namespace herdbook::trial

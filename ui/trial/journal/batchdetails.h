// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/journal/journalmodel.h"
#include "ui/widgets/labels/card.h"

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace herdbook {
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

class NumberTable;

/// One row of the journal: what was done, the rows, and what undoing would do, asked once in place of the button.
class BatchDetails : public Card
{
    Q_OBJECT

public:
    explicit BatchDetails(const QTimeZone &zone, bool readOnly, QWidget *parent = nullptr);

    void showNothing();
    void showTrial(const JournalRow &row);
    /// What is known of a batch at once; setBatch() follows.
    void showBatch(const JournalRow &row);
    void setBatch(const BatchRecord &batch);
    /// Why it can't be told what a batch did.
    void setUnread(const QUuid &batch, const QString &why);
    /// Why nothing can be undone here; empty: it can.
    void setObstacle(const QString &why) { m_obstacle = why; }
    QUuid batch() const { return m_batch; }
    /// Asks whether to undo; asked already, undoes.
    void askUndo();
    QPushButton *openButton() const { return m_open; }
    QPushButton *undoButton() const { return m_undo; }
    QPushButton *confirmButton() const { return m_confirm; }
    QPushButton *showAllButton() const { return m_showAll; } ///< of what undo leaves alone
    QString undoText() const;

Q_SIGNALS:
    void undoAsked(const QUuid &batch);
    void openAsked(const QUuid &trial);

private:
    QString conflictText(const Conflict &conflict) const;
    void showStaying(bool all);
    static QString effectText(const BatchRecord &batch);
    static QString miscountText(const Miscount &miscount);
    static QString sightingText(const Sighting &sighting);

    const QTimeZone m_zone;
    const bool m_readOnly;
    QUuid m_batch;
    QUuid m_trial;
    Label *m_title;
    Pill *m_pill;
    QPushButton *m_open;
    QWidget *m_columns;
    QScrollArea *m_scroll; ///< they; the buttons stay in view below
    NumberTable *m_facts;
    Label *m_rowsTitle;
    NumberTable *m_rows;
    QWidget *m_third;
    Label *m_thirdTitle;
    Label *m_effect;
    Label *m_stay;
    std::vector<Conflict> m_staying;
    QString m_none; ///< what is said where none stays
    QString m_obstacle;
    QPushButton *m_showAll;
    QStackedWidget *m_buttons;
    QPushButton *m_undo;
    Label *m_question;
    QPushButton *m_confirm;
};

} // namespace herdbook::trial

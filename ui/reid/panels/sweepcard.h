// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/sweepmodel.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/labels/card.h"

class QLineEdit;
class QTableView;

namespace herdbook {
class Label;
class MessageLabel;
} // namespace herdbook

namespace herdbook::ui {

/// The sweep table. A row moves the cursor; two selected rows are compared; thresholds can be added and taken away.
class SweepCard : public Card
{
    Q_OBJECT

public:
    SweepCard(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);
    void addThreshold(double threshold);
    SweepModel &model() { return m_model; }
    QTableView *table() const { return m_table; }
    QString legend() const;

Q_SIGNALS:
    /// The user wants the detections that two rows differ in.
    void differenceAsked(double from, double to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Each column has room for its texts, and what is left is shared; under the header the least rows have room.
    void fitColumns();
    void openEditor();
    void acceptEditor();
    void followSelection();
    void followCursor();

    ThresholdCursor &m_cursor;
    SweepModel m_model;
    QTableView *m_table;
    QWidget *m_editorRow;
    QLineEdit *m_editor;
    MessageLabel *m_message;
    QWidget *m_comparisonRow;
    Label *m_comparison;
    Label *m_legend;
    bool m_following = false; ///< the selection moves because the cursor did
};

} // namespace herdbook::ui

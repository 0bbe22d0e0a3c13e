// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/journal/journalmodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace herdbook {
class Banner;
class EmptyState;
class SearchField;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::trial {

class BatchDetails;
class Maintenance;

/// Everything Herdbook wrote into this database, and every trial: with undo, details, search and CSV. Set up, upgrade and going back are
/// in Maintenance, closed.
class JournalPage : public QWidget
{
    Q_OBJECT

public:
    explicit JournalPage(TrialDesk &desk, QWidget *parent = nullptr);

    /// Shown anew: Maintenance is closed, everything is read. @param reviewer under whose name trials are gone on with.
    void open(const QString &reviewer);
    void read();
    QTableView *table() const { return m_table; }
    JournalModel *model() const { return m_model; }
    BatchDetails *details() const { return m_details; }
    Maintenance *maintenance() const { return m_maintenance; }
    SearchField *search() const { return m_search; }
    QPushButton *backButton() const { return m_back; }
    QPushButton *waitButton() const { return m_wait; } ///< after an undo that found a lock held
    QList<QWidget *> panes() const;

Q_SIGNALS:
    void backAsked();

private:
    void filter();
    void showCurrent();
    /// Where its state calls for; what was written is taken back on the verdict.
    void openTrial(const QUuid &trial, JournalRow::What what);
    void saveCsv();
    void showCounts();
    void showUnread(const QString &lead, const QString &why);
    static QString obstacle(const Rights &rights);

    TrialDesk &m_desk;
    QString m_reviewer;
    std::vector<TrialSummary> m_here;
    std::vector<TrialSummary> m_shared;
    JournalModel *m_model;
    Banner *m_banner;
    QPushButton *m_wait; ///< for a lock that was held
    QUuid m_asked;       ///< the batch whose undo was asked for and isn't done
    bool m_batchesKnown = false;
    bool m_hereKnown = false;
    bool m_sharedKnown = false;
    bool m_journalThere = false;
    QString m_unread;     ///< why the batches aren't known
    QString m_hereUnread; ///< why the trials of this computer aren't
    SegmentedControl *m_kind;
    QComboBox *m_state;
    SearchField *m_search;
    QTableView *m_table;
    EmptyState *m_empty;
    BatchDetails *m_details;
    Maintenance *m_maintenance;
    QPushButton *m_back;
};

} // namespace herdbook::trial

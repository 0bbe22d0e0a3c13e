// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/actions/jobactionbar.h"
#include "ui/jobs/actions/jobscontroller.h"
#include "ui/jobs/table/jobtable.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QSettings;
class QShortcut;
class QSplitter;
class QStackedWidget;

namespace herdbook {
class Banner;
class EmptyState;
class Label;
class Pill;
class SearchField;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::jobs {
class FolderLook;
}

namespace herdbook::ui {

class FolderLine;
class JobDetails;
class Notice;
class OfflineBar;
class UndoToast;

/// The right side of the exports page: filters, the bar while Redis is away, the table, what can be done, and the details.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `feed` and `controller` must outlive the panel.
    JobsPanel(jobs::JobFeed &feed, JobsController &controller, QSettings &settings, Clock clock, const QTimeZone &zone,
              QWidget *parent = nullptr);

    JobTableModel &model() { return m_model; }
    JobTable *table() const { return m_table; }
    JobDetails *details() const { return m_details; }
    /// What takes the focus in the details.
    QWidget *detailsPane() const;
    JobActionBar *actionBar() const { return m_bar; }
    SearchField *searchField() const { return m_search; }
    SegmentedControl *ownerControl() const { return m_owner; }
    QComboBox *stateBox() const { return m_state; }
    Banner *offlineBar() const;
    QPushButton *retryButton() const;
    Notice *notice() const { return m_notice; }
    /// Beside the table while a removal can be taken back.
    UndoToast *toast() const { return m_toast; }
    QPushButton *newRowsButton() const { return m_newRows; }
    /// What stands in the table's place: 0 table, 1 placeholder rows, 2 a sentence.
    int shownPage() const;

    /// A line at the bottom tells what the export folder takes up. All must outlive the panel.
    void showFolder(jobs::FolderLook &look, jobs::JobActions &actions);
    /// Null before showFolder().
    FolderLine *folderLine() const { return m_folder; }
    /// This profile writes nothing, whatever Redis would allow.
    void setReadOnly(bool readOnly);
    bool selectJob(const QString &id);
    /// Shows and selects it as soon as it comes; a filter that would hide it is taken off.
    void expectJob(const QString &id);
    void refresh() { m_feed.refresh(); }

Q_SIGNALS:
    void connectionAsked();
    void photosAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int LeastRows = 4; ///< of the table, in sight

    QWidget *makeHeader();
    QWidget *makeTablePart();
    void makeActions();
    void showMenu(const QPoint &at);
    void applyFilter();
    void showTotals();
    void showHistoryProblem();
    void showConnection();
    void showSelection();
    void showPage();
    void copySelection(bool csv);
    void hideJobs(const QStringList &ids);
    void foldDetails();
    void splitByHeight();
    void restore();
    void remember();

    jobs::JobFeed &m_feed;
    JobsController &m_controller;
    QSettings &m_settings;
    Clock m_clock;
    QTimeZone m_zone;
    JobTableModel m_model;
    Pill *m_asOf;
    Label *m_more, *m_history; ///< what of Redis isn't listed
    Label *m_silent;           ///< since when no file was looked at
    QPushButton *m_newRows;
    SegmentedControl *m_owner;
    QComboBox *m_state;
    SearchField *m_search;
    OfflineBar *m_offline;
    QSplitter *m_split;
    QStackedWidget *m_pages;
    JobTable *m_table;
    EmptyState *m_empty;
    Notice *m_notice;
    UndoToast *m_toast;
    QShortcut *m_undoKey;
    JobActionBar *m_bar;
    JobDetails *m_details;
    FolderLine *m_folder = nullptr;
    QString m_expected; ///< just asked for here: selected when it comes
    bool m_readOnly = false, m_folded = false;
    bool m_splitByUser = false; ///< now or in an earlier window
    bool m_lentFocus = false;   ///< the state's box has it only while the last job is removed
    int m_rows = 0;             ///< as many as there were at most
};

} // namespace herdbook::ui

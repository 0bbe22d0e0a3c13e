// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/table/jobtablemodel.h"

#include <QTableView>
#include <QTimer>

namespace herdbook::ui {

class JobDelegate;

/// The table of jobs as a view: columns that fit themselves to the width until the user arranges them, a selection by job id that survives
/// filters, ages that go on, and rows that don't move under the pointer.
class JobTable : public QTableView
{
    Q_OBJECT

public:
    explicit JobTable(JobTableModel &model, QWidget *parent = nullptr);

    QList<jobs::JobRowPtr> selectedJobs() const;
    jobs::JobRowPtr currentJob() const;
    /// Selects a job and brings it into view; nothing when it isn't shown.
    bool selectJob(const QString &id);
    JobDelegate *delegate() const { return m_delegate; }

    /// Redis is away; when it comes back the rows freshen from the top.
    void setStale(bool stale);
    void setDownloadable(bool downloadable);

    /// Order, widths and hidden columns, for the settings.
    QByteArray columnState() const;
    void restoreColumns(const QByteArray &state);
    /// The order of the rows; kept apart from the columns, which are only the user's once they were arranged.
    QPair<int, Qt::SortOrder> order() const;
    void setOrder(int column, Qt::SortOrder order);
    /// Menu of the columns, of the header's context menu.
    QMenu *columnMenu();

    /// Milliseconds the last paint took; for benchmarks.
    double lastPaint() const { return m_lastPaint; }

Q_SIGNALS:
    void selectedJobsChanged();
    void columnsChanged();
    /// The offer in a row that ends soon was taken.
    void saveAsked(const herdbook::jobs::JobRowPtr &job);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitColumns();
    int widestIn(int column) const;
    void repaintRows(const std::function<void(int row)> &repaint);
    void repaintTimes();
    void repaintMoving();
    void showOrder();
    /// The job whose offer to save stands at a point of the viewport; null where none does.
    jobs::JobRowPtr offerAt(const QPoint &point) const;
    void keepSelection();
    void restoreSelection();

    JobTableModel &m_model;
    JobDelegate *m_delegate;
    QTimer m_seconds, m_fit;
    int m_stateWidth = 0;
    QString m_pressed; ///< the job whose offer the button went down on
    QStringList m_kept;
    QString m_keptCurrent;
    int m_keptScroll = 0;
    bool m_arranged = false; ///< by the user
    bool m_fitting = false;
    double m_lastPaint = 0;
};

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/widgets/style/tokens.h"

#include <QElapsedTimer>
#include <QHash>
#include <QStyledItemDelegate>
#include <QTimer>

namespace herdbook::ui {

class JobTableModel;

/// Paints the rows of the jobs table: state with icon, words and progress; what is past in grey; what just arrived with a tint. Progress
/// glides to the value last read and never goes back.
class JobDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int Padding = 10;

    JobDelegate(JobTableModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The progress a row shows right now, 0..1; for tests.
    double shownProgress(const jobs::JobRow &row) const;

    /// Whether files can be had over the web API that aren't on this machine.
    void setDownloadable(bool downloadable) { m_downloadable = downloadable; }
    /// Where a row that ends soon offers to save its file, in the cell of its state; empty where it doesn't.
    QRect saveRect(const QRect &cell, const jobs::JobRow &row) const;
    /// The job whose offer the pointer is on.
    void setHovered(const QString &jobId) { m_hovered = jobId; }
    /// Lets rows lose their stale look one after the other, from the first on.
    void freshen(int first, int last);
    /// Whether a row has to be painted again although nothing about it changed.
    bool isMoving(int index) const;

Q_SIGNALS:
    /// Something glides or fades: paint the visible rows again.
    void moving();

private:
    struct Glide
    {
        double from = 0, to = 0;
        int attempt = 0;
        QElapsedTimer since;
    };

    void paintState(QPainter &painter, const QStyleOptionViewItem &option, const jobs::JobRow &row, bool stale) const;
    void paintProgress(QPainter &painter, const QStyleOptionViewItem &option, const jobs::JobRow &row, QRect rest,
                       bool stale) const;
    QRect visual(const QRect &cell, const QRect &place) const;
    void paintSave(QPainter &painter, const QRect &button, bool hovered, const ThemeTokens &tokens) const;
    bool isStale(int index) const;
    void paintTint(QPainter &painter, const QStyleOptionViewItem &option, const jobs::JobRow &row) const;
    double glide(const jobs::JobRow &row, bool animated) const;
    void keepMoving() const;

    JobTableModel &m_model;
    mutable QHash<QString, Glide> m_glides;
    mutable QTimer m_frame;
    bool m_downloadable = false;
    QString m_hovered;
    QElapsedTimer m_freshening;
    int m_freshFirst = 0, m_freshLast = -1;
};

} // namespace herdbook::ui

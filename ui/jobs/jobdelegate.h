// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

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

    void paintState(QPainter &painter, const QStyleOptionViewItem &option, const jobs::JobRow &row) const;
    void paintTint(QPainter &painter, const QStyleOptionViewItem &option, const jobs::JobRow &row) const;
    double glide(const jobs::JobRow &row, bool animated) const;
    void keepMoving() const;

    JobTableModel &m_model;
    mutable QHash<QString, Glide> m_glides;
    mutable QTimer m_frame;
};

} // namespace herdbook::ui

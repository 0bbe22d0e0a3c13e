// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/tracking/jobtracker.h"
#include "ui/jobs/table/jobfilter.h"
#include "ui/jobs/table/joborder.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace herdbook::ui {

/// The jobs, filtered and sorted by itself: changes are merged by job id, so that selection, scroll position and the row one aims at stay.
/// Only a change of filter or order, or a delivery that changes a great deal, resets it.
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using enum JobOrder::Column;
    enum Role { IdRole = Qt::UserRole };

    explicit JobTableModel(Clock clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    /// Files of finished jobs, to be dropped into a file manager; plain text else.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    void setSiteTimeZone(const QTimeZone &zone) { m_zone = zone; }
    void apply(const jobs::JobDelta &delta);
    void setFilter(const JobFilter &filter);
    const JobFilter &filter() const { return m_filter; }
    /// What is shown is as it was once: Redis is away.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }
    /// Little room: kinds as icons, ranges of this year without the year.
    void setCompact(bool compact);

    /// While true, new rows wait behind heldBack() instead of moving what one aims at.
    void setHolding(bool holding);
    int heldBack() const { return static_cast<int>(m_held.size()); }
    /// Shows the rows held back now, and goes on holding.
    void release();
    /// Keeps rows out of sight, or lets them be seen again: removals that can still be undone.
    void setHidden(const QStringList &jobIds, bool hidden);
    /// A job that is shown at once in any case: one just asked for here.
    void expect(const QString &jobId) { m_expected.insert(jobId); }

    jobs::JobRowPtr row(int index) const { return m_shown.at(static_cast<size_t>(index)); }
    jobs::JobRowPtr job(const QString &id) const { return m_all.value(id); }
    /// The place of a job among the rows shown; -1 when it isn't.
    int indexOf(const QString &id) const;
    /// All jobs but those hidden: what was removed and can still be had back counts for nothing.
    int total() const;
    int mineTotal() const;
    bool hasLoaded() const { return m_loaded; }
    QDateTime now() const { return m_clock(); }
    /// When a row came in while the table was already shown; null otherwise.
    QDateTime arrival(const QString &id) const { return m_arrivals.value(id); }

Q_SIGNALS:
    void heldBackChanged();
    void totalsChanged();
    /// A job of mine has ended, and how it stands with its file is told, or that it can't be.
    void ended(const herdbook::jobs::JobRowPtr &row);

private:
    bool passes(const jobs::JobRow &row) const { return !m_hidden.contains(row.id) && m_filter.passes(row); }
    int place(const jobs::JobRow &row) const;
    void applyOne(const jobs::JobRowPtr &row);
    void remove(const QString &id);
    void insertShown(const jobs::JobRowPtr &row);
    void removeShown(int at);
    bool applyMany(const QList<jobs::JobRowPtr> &rows);
    void rebuild();
    void store(const jobs::JobRowPtr &row);

    Clock m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QHash<QString, jobs::JobRowPtr> m_all;
    std::vector<jobs::JobRowPtr> m_shown;
    QHash<QString, QDateTime> m_arrivals;
    QSet<QString> m_held, m_expected, m_hidden;
    QSet<QString> m_ending; ///< of mine that ended and aren't told of yet
    JobFilter m_filter;
    JobOrder m_order;
    int m_mine = 0;
    bool m_stale = false, m_compact = false, m_holding = false, m_loaded = false;
};

} // namespace herdbook::ui

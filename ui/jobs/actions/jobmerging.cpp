// SPDX-License-Identifier: GPL-3.0-or-later
// How the jobs table's model merges what a delivery changed, by job id.
#include "ui/jobs/table/jobtablemodel.h"

namespace herdbook::ui {

using jobs::JobRow;
using jobs::JobRowPtr;

namespace {

/// Deliveries that change more than this are merged as a whole.
constexpr qsizetype MostSingleChanges = 30;
constexpr size_t MostRuns = 20;
constexpr qsizetype MostArrivals = 200; ///< kept longer than
constexpr int ArrivalTime = 10;         ///< seconds

/// Completed, and its file not looked at yet, or not found as it was made: the row says so after a moment, unless it turns up.
bool isInDoubt(const JobRow &row)
{
    using jobs::FileFact;
    return row.state == jobs::RowState::Completed && row.contradiction == jobs::Contradiction::None &&
           !row.fileName.isEmpty() &&
           (row.file == FileFact::None || row.file == FileFact::Gone || row.file == FileFact::WrongSize);
}

} // namespace

int JobTableModel::place(const JobRow &row) const
{
    const auto at = std::lower_bound(m_shown.begin(), m_shown.end(), row,
                                     [this](const JobRowPtr &a, const JobRow &b) { return m_order.less(*a, b); });
    return static_cast<int>(at - m_shown.begin());
}

int JobTableModel::indexOf(const QString &id) const
{
    const JobRowPtr known = m_all.value(id);
    if (!known)
        return -1;
    const int at = place(*known);
    return at < rowCount() && m_shown[static_cast<size_t>(at)] == known ? at : -1;
}

void JobTableModel::store(const JobRowPtr &row)
{
    JobRowPtr &known = m_all[row->id];
    m_mine += (row->mine ? 1 : 0) - (known && known->mine ? 1 : 0);
    const bool was = known && known->isWaitingOrRunning();
    known = row;
    if (row->isWaitingOrRunning())
        m_ending.remove(row->id);
    else if (was && row->mine)
        m_ending.insert(row->id);
    if (!isInDoubt(*row) && m_ending.remove(row->id))
        Q_EMIT ended(row);
}

void JobTableModel::insertShown(const JobRowPtr &row)
{
    const int at = place(*row);
    beginInsertRows({}, at, at);
    m_shown.insert(m_shown.begin() + at, row);
    endInsertRows();
}

void JobTableModel::removeShown(int at)
{
    beginRemoveRows({}, at, at);
    m_shown.erase(m_shown.begin() + at);
    endRemoveRows();
}

void JobTableModel::applyOne(const JobRowPtr &row)
{
    const JobRowPtr known = m_all.value(row->id);
    const int from = known ? indexOf(row->id) : -1;
    const bool show = passes(*row);
    const bool isNew = !known;
    if (from < 0) {
        store(row);
        if (m_held.contains(row->id) || !show)
            return;
        if (isNew && m_loaded)
            m_arrivals.insert(row->id, m_clock());
        if (isNew && m_holding && !m_expected.remove(row->id) && !row->mine) {
            m_held.insert(row->id);
            return;
        }
        insertShown(row);
        return;
    }
    if (!show) {
        removeShown(from);
        store(row);
        return;
    }
    const auto at = static_cast<size_t>(from);
    const bool afterPrevious = at == 0 || m_order.less(*m_shown[at - 1], *row);
    const bool beforeNext = at + 1 == m_shown.size() || m_order.less(*row, *m_shown[at + 1]);
    if (afterPrevious && beforeNext) {
        m_shown[at] = row;
        store(row);
        Q_EMIT dataChanged(index(from, 0), index(from, ColumnCount - 1));
        return;
    }
    // Its own place doesn't count: what stands behind it moves up.
    int to = place(*row);
    if (beginMoveRows({}, from, from, {}, to)) {
        m_shown.erase(m_shown.begin() + from);
        m_shown.insert(m_shown.begin() + (to > from ? to - 1 : to), row);
        endMoveRows();
    } else {
        m_shown[at] = row;
    }
    store(row);
    const int now = indexOf(row->id);
    Q_EMIT dataChanged(index(now, 0), index(now, ColumnCount - 1));
}

void JobTableModel::remove(const QString &id)
{
    const int at = indexOf(id);
    if (at >= 0)
        removeShown(at);
    const JobRowPtr known = m_all.take(id);
    m_mine -= known && known->mine ? 1 : 0;
    m_arrivals.remove(id);
    m_held.remove(id);
    m_hidden.remove(id);
    m_ending.remove(id);
}

bool JobTableModel::applyMany(const QList<JobRowPtr> &rows)
{
    // Most of a large delivery stays where it is or is new; new rows mostly stand together. Whatever else is in it makes a rebuild cheaper.
    std::vector<JobRowPtr> fresh;
    QHash<QString, JobRowPtr> kept;
    for (const JobRowPtr &row : rows) {
        const JobRowPtr known = m_all.value(row->id);
        const bool wasShown = known && passes(*known) && !m_held.contains(row->id);
        const bool show = passes(*row);
        if (!known && show && !m_holding)
            fresh.push_back(row);
        else if (!known || wasShown != show || (show && m_order.compare(*known, *row) != 0))
            return false;
        else
            kept.insert(row->id, row);
    }
    std::sort(fresh.begin(), fresh.end(),
              [this](const JobRowPtr &a, const JobRowPtr &b) { return m_order.less(*a, *b); });
    std::vector<std::pair<size_t, size_t>> runs; // of fresh rows with no row shown in between
    for (size_t at = 0; at < fresh.size(); ++at) {
        if (at == 0 || place(*fresh[at]) != place(*fresh[at - 1]))
            runs.emplace_back(at, at);
        runs.back().second = at + 1;
    }
    if (runs.size() > MostRuns)
        return false;
    for (JobRowPtr &shown : m_shown) {
        if (const auto at = kept.constFind(shown->id); at != kept.constEnd())
            shown = *at;
    }
    for (const JobRowPtr &row : rows)
        store(row);
    if (!kept.isEmpty() && !m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    const QDateTime now = m_clock();
    for (const auto &[from, to] : runs) {
        const int at = place(*fresh[from]);
        beginInsertRows({}, at, at + static_cast<int>(to - from) - 1);
        m_shown.insert(m_shown.begin() + at, fresh.begin() + static_cast<std::ptrdiff_t>(from),
                       fresh.begin() + static_cast<std::ptrdiff_t>(to));
        endInsertRows();
        for (size_t row = from; row < to; ++row)
            m_arrivals.insert(fresh[row]->id, now);
    }
    return true;
}

void JobTableModel::rebuild()
{
    beginResetModel();
    m_held.clear();
    m_shown.clear();
    m_shown.reserve(static_cast<size_t>(m_all.size()));
    for (const JobRowPtr &row : std::as_const(m_all)) {
        if (passes(*row))
            m_shown.push_back(row);
    }
    std::sort(m_shown.begin(), m_shown.end(),
              [this](const JobRowPtr &a, const JobRowPtr &b) { return m_order.less(*a, *b); });
    endResetModel();
    Q_EMIT heldBackChanged();
}

void JobTableModel::apply(const jobs::JobDelta &delta)
{
    const int heldBefore = heldBack();
    if (m_arrivals.size() > MostArrivals)
        m_arrivals.removeIf(
            [now = m_clock()](const auto &arrival) { return arrival.value().secsTo(now) > ArrivalTime; });
    for (const QString &id : delta.gone)
        remove(id);
    if (delta.changed.size() <= MostSingleChanges) {
        for (const JobRowPtr &row : delta.changed)
            applyOne(row);
    } else if (!m_loaded || !applyMany(delta.changed)) {
        for (const JobRowPtr &row : delta.changed)
            store(row);
        rebuild();
    }
    m_loaded = m_loaded || delta.health.complete;
    if (heldBack() != heldBefore)
        Q_EMIT heldBackChanged();
    Q_EMIT totalsChanged();
}

} // namespace herdbook::ui

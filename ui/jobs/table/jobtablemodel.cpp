// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/jobtablemodel.h"

#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/jobtexts.h"

#include <QMimeData>
#include <QUrl>

namespace herdbook::ui {

using jobs::JobRow;
using jobs::JobRowPtr;

JobTableModel::JobTableModel(Clock clock, QObject *parent) : QAbstractTableModel(parent), m_clock(std::move(clock)) {}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobRow &job = *m_shown[static_cast<size_t>(index.row())];
    if (role == IdRole)
        return job.id;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() >= Age ? Qt::AlignRight | Qt::AlignVCenter
                                                         : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == State && job.percent >= 0 && job.isWaitingOrRunning())
        return QString(stateText(job) + tr(", %1 percent").arg(job.percent));
    if (role == Qt::AccessibleTextRole && index.column() == State && expiresSoon(job, m_clock()))
        return QString(stateText(job) + tr(", expires soon, can still be saved"));
    if (role == Qt::ToolTipRole && index.column() == State)
        return Qt::convertFromPlainText(stateText(job)); // errors come from outside
    if (role == Qt::ToolTipRole && index.column() == Age && job.createdAt.isValid())
        return tr("Asked for on %1").arg(momentText(job.createdAt, m_zone));
    if (role == Qt::ToolTipRole && index.column() == AskedBy)
        return Qt::convertFromPlainText(job.requestedBy);
    if (role == Qt::ToolTipRole && index.column() == Title)
        return Qt::convertFromPlainText(titleText(job));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Kind:
        return kindText(job);
    case Title:
        return titleText(job);
    case Range:
        return m_compact && role == Qt::DisplayRole ? shortRangeText(job, m_clock().date()) : rangeText(job);
    case State:
        return stateText(job);
    case AskedBy:
        return askedByText(job);
    case Age:
        return ageText(job.createdAt, m_clock());
    case Expires:
        return expiryText(job, m_clock(), m_stale);
    case Size:
        return sizeText(job.fileSize);
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section >= Age ? Qt::AlignRight | Qt::AlignVCenter
                                                  : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Kind)
        return tr("Kind");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return m_compact ? QString() : tr("Kind");
    case Title:
        return tr("Title");
    case Range:
        return tr("Range");
    case State:
        return tr("State and progress");
    case AskedBy:
        return tr("Asked by");
    case Age:
        return tr("Age");
    case Expires:
        return tr("Expires in");
    default:
        return tr("Size");
    }
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() ? plain | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : plain;
}

QStringList JobTableModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QMimeData *JobTableModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> files;
    QStringList lines;
    int last = -1;
    for (const QModelIndex &index : indexes) {
        if (std::exchange(last, index.row()) == index.row())
            continue;
        const JobRow &job = *row(index.row());
        if (isHere(job.file))
            files << QUrl::fromLocalFile(job.localPath);
        lines << columnsOf(job, m_clock(), m_zone).join(u'\t');
    }
    auto *data = new QMimeData;
    if (!files.isEmpty())
        data->setUrls(files);
    data->setText(lines.join(u'\n'));
    return data;
}

void JobTableModel::setFilter(const JobFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    rebuild();
    Q_EMIT totalsChanged();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    const JobOrder wanted{column, order};
    if (column < 0 || wanted == m_order)
        return;
    m_order = wanted;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<std::pair<JobRowPtr, int>> kept;
    for (const QModelIndex &index : before)
        kept.append({row(index.row()), index.column()});
    std::sort(m_shown.begin(), m_shown.end(),
              [this](const JobRowPtr &a, const JobRowPtr &b) { return m_order.less(*a, *b); });
    QModelIndexList after;
    for (const auto &[job, at] : std::as_const(kept))
        after.append(index(place(*job), at));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobTableModel::setHidden(const QStringList &jobIds, bool hidden)
{
    for (const QString &id : jobIds) {
        const JobRowPtr row = m_all.value(id);
        if (hidden) {
            if (const int at = indexOf(id); at >= 0)
                removeShown(at);
            m_hidden.insert(id);
        } else if (m_hidden.remove(id) && row && indexOf(id) < 0 && passes(*row)) {
            insertShown(row);
        }
    }
    Q_EMIT totalsChanged();
}

int JobTableModel::total() const
{
    const auto hidden =
        std::count_if(m_hidden.cbegin(), m_hidden.cend(), [this](const QString &id) { return m_all.contains(id); });
    return static_cast<int>(m_all.size() - hidden);
}

int JobTableModel::mineTotal() const
{
    const auto hidden = std::count_if(m_hidden.cbegin(), m_hidden.cend(), [this](const QString &id) {
        const JobRowPtr row = m_all.value(id);
        return row && row->mine;
    });
    return m_mine - static_cast<int>(hidden);
}

void JobTableModel::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, Kind, Kind);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, Range), index(rowCount() - 1, Range));
}

void JobTableModel::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale && !m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void JobTableModel::setHolding(bool holding)
{
    if (std::exchange(m_holding, holding) != holding && !holding)
        release();
}

void JobTableModel::release()
{
    if (m_held.isEmpty())
        return;
    const QSet<QString> held = std::exchange(m_held, {});
    for (const QString &id : held) {
        if (const JobRowPtr row = m_all.value(id); row && passes(*row))
            insertShown(row);
    }
    Q_EMIT heldBackChanged();
}

} // namespace herdbook::ui

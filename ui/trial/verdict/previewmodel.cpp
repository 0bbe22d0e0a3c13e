// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/previewmodel.h"

#include "core/base/language.h"
#include "core/render/dataset/csv.h"
#include "core/trial/review/words.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/style/typeface.h"
#include "ui/widgets/text/texts.h"

#include <algorithm>

namespace herdbook::trial {

PreviewModel::PreviewModel(const QTimeZone &zone, QObject *parent) : QAbstractTableModel(parent), m_zone(zone) {}

void PreviewModel::setPreview(const Preview &preview, const std::optional<BatchRecord> &batch)
{
    beginResetModel();
    m_rows = preview.rows;
    m_written = batch.has_value() && !batch->isUndone();
    m_conflicts.clear();
    m_byBatch.clear();
    if (batch) {
        for (const Conflict &conflict : batch->isUndone() ? batch->undoConflicts : batch->applyConflicts)
            m_conflicts.insert(conflict.detection, conflict);
        for (const Change &change : batch->rows)
            m_byBatch << change.detection;
    }
    // What was left alone is what one has to see.
    std::stable_partition(m_rows.begin(), m_rows.end(), [this](const PreviewRow &row) {
        return isLeftAlone(row) || m_conflicts.contains(row.change.detection);
    });
    endResetModel();
}

bool PreviewModel::isLeftAlone(const PreviewRow &row) const
{
    return m_written ? row.now != row.change.deer || !m_byBatch.contains(row.change.detection)
                     : row.state != RowState::Ready;
}

QString PreviewModel::nowText(const PreviewRow &row) const
{
    if (row.state == RowState::Deleted)
        return tr("deleted");
    if (row.now.isNull())
        return tr("unassigned");
    return row.nowName.isEmpty() ? Words::shortId(row.now) : row.nowName;
}

QString PreviewModel::afterText(const PreviewRow &row) const
{
    const auto conflict = m_conflicts.constFind(row.change.detection);
    const bool known = conflict != m_conflicts.constEnd();
    if (!m_written && known)
        return tr("undo left it alone");
    if (m_written && m_byBatch.contains(row.change.detection))
        return isLeftAlone(row) ? tr("written, changed since") : tr("written");
    if (m_written && !known)
        return tr("not in this batch");
    if (!isLeftAlone(row))
        return row.deerName.isEmpty() ? Words::shortId(row.change.deer) : row.deerName;
    switch (known ? conflict->state : row.state) {
    case RowState::Changed:
        return tr("left alone: assigned");
    case RowState::Deleted:
        return tr("left alone: deleted");
    case RowState::ProfileGone:
        return tr("left alone: profile gone");
    case RowState::Invalid:
        return tr("left alone: not valid");
    case RowState::Duplicate:
        return tr("left alone: duplicate");
    case RowState::OtherSex:
        return tr("left alone: other sex");
    case RowState::Reviewed:
        return tr("left alone: reviewed since");
    case RowState::LaterBatch:
        return tr("left alone: a later batch");
    case RowState::Ready:
        break;
    }
    return tr("changed since");
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PreviewRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && index.column() == Detection)
        return textFont(TextRole::Mono);
    if (role == Qt::ToolTipRole && index.column() == Detection)
        return row.change.detection.toString(QUuid::WithoutBraces);
    if (role == Qt::ToolTipRole && index.column() == Afterwards)
        return plainTip(afterText(row));
    if (role == Qt::DecorationRole && index.column() == (m_written ? Now : Afterwards) && !isLeftAlone(row))
        return sexIcon(sexOfClassification(row.deerSex));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Detection:
        return Words::shortId(row.change.detection);
    case Taken:
        return row.takenAt.isValid() ? Words::shortMoment(row.takenAt, m_zone) : QString();
    case Now:
        return nowText(row);
    case Afterwards:
        return afterText(row);
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Detection:
        return tr("Detection");
    case Taken:
        return tr("Taken");
    case Now:
        return tr("Now");
    default:
        return m_written ? tr("This batch") : tr("Afterwards");
    }
}

QByteArray PreviewModel::csv() const
{
    const EnglishTexts english;
    QByteArray all =
        m_written ? "detection_id,taken_at,now,batch,deer_id\r\n" : "detection_id,taken_at,now,afterwards,deer_id\r\n";
    for (const PreviewRow &row : m_rows)
        all += render::CsvLine()
                   .plain(row.change.detection.toByteArray(QUuid::WithoutBraces))
                   .plain(row.takenAt.toUTC().toString(Qt::ISODate).toLatin1())
                   .text(nowText(row))
                   .text(afterText(row))
                   .plain(row.change.deer.toByteArray(QUuid::WithoutBraces))
                   .end();
    return all;
}

} // namespace herdbook::trial

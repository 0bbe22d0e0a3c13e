// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace herdbook::trial {

/// The rows a batch would change, or has changed.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Detection, Taken, Now, Afterwards, Columns };

    explicit PreviewModel(const QTimeZone &zone, QObject *parent = nullptr);

    /// @param batch the batch of this trial: when it was written, the rows are shown as they are now; what it (or its undo) left alone
    /// comes first, with the reason.
    void setPreview(const Preview &preview, const std::optional<BatchRecord> &batch);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All rows as CSV with full ids.
    QByteArray csv() const;

private:
    QString nowText(const PreviewRow &row) const;
    QString afterText(const PreviewRow &row) const;
    bool isLeftAlone(const PreviewRow &row) const;

    const QTimeZone m_zone;
    std::vector<PreviewRow> m_rows;
    QHash<QUuid, Conflict> m_conflicts; ///< of the batch's last act
    QSet<QUuid> m_byBatch;              ///< rows the batch wrote
    bool m_written = false;
};

} // namespace herdbook::trial

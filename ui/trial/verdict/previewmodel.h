// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace herdbook::trial {

/// The rows a batch would change, or has changed.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Detection, Taken, Now, Afterwards, Columns };

    explicit PreviewModel(QTimeZone zone, QObject *parent = nullptr);

    /// @param batch the batch that was written and not undone; then the rows are shown as they are now.
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
    bool m_written = false;
};

} // namespace herdbook::trial

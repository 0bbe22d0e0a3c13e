// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

#include <QAbstractTableModel>

namespace herdbook::ui {

/// The sweep as a table: a row per threshold, strictest first, with what it would add and how much of that would be wrong. Where a sex has
/// a threshold of its own, a row has that sex's figures.
class SweepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Threshold, New, Rate, Wrong, AtMost, Fpir, ColumnCount };
    enum Role { ThresholdRole = Qt::UserRole, OverLimitRole, InForceRole, RecommendedRole, SexRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the thresholds an administrator added.
    void setAnalysis(SharedAnalysis analysis);

    /// Adds a row; false when there is one already or it is outside 0..1.
    bool addThreshold(double threshold);
    /// Removes an added row; the analysis' own ones stay.
    bool removeThreshold(int row);
    bool isRemovable(int row) const;
    double threshold(int row) const { return m_rows.at(static_cast<std::size_t>(row)).at.threshold; }
    /// The sex a row is about; nothing: all.
    std::optional<reid::Sex> sex(int row) const { return m_rows.at(static_cast<std::size_t>(row)).sex; }
    const std::vector<double> &addedThresholds() const { return m_added; }
    /// What was added another day; what is no threshold is left out.
    void setAddedThresholds(const std::vector<double> &thresholds);
    /// The row of a threshold and sex, -1 when there is none.
    int rowOf(double threshold, std::optional<reid::Sex> sex = {}) const;

    /// What changes from one row to another, in a sentence.
    QString compare(int first, int second) const;
    /// Of how many the shares of the sexes' rows are, in a sentence; empty where there is no such row.
    QString legend() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        reid::Evaluation at;
        std::optional<reid::Sex> sex;
    };
    void refill();
    QString text(const reid::Evaluation &row, int column) const;
    const reid::Curves &curvesOf(std::optional<reid::Sex> sex) const;

    SharedAnalysis m_analysis;
    std::vector<double> m_added;
    std::vector<Row> m_rows;
};

} // namespace herdbook::ui

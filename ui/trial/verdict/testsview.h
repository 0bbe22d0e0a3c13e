// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/verdict.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace herdbook::trial {

/// The thresholds tested, strict to loose.
class TestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Threshold, Judged, Wrong, Allowed, Interval, AtMost, PValue, Result, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setVerdict(const Verdict &verdict);
    const Verdict &verdict() const { return m_verdict; }
    const Test &test(int row) const { return m_verdict.tests[static_cast<std::size_t>(row)]; }
    bool isCertified(int row) const;
    /// The right end of the intervals' shared axis.
    double axisEnd() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Verdict m_verdict;
};

/// A table whose intervals stand over one axis in the header; as high as its rows.
class TestsView : public QTableView
{
    Q_OBJECT

public:
    explicit TestsView(QWidget *parent = nullptr);
    void setVerdict(const Verdict &verdict);
    TestsModel *testsModel() const { return m_model; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

private:
    TestsModel *m_model;
};

} // namespace herdbook::trial

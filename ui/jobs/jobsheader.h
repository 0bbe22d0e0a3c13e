// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/jobs/table/jobfilter.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace herdbook {
class Pill;
class SearchField;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::ui {

class JobTableModel;

/// The line above the table of jobs: of when it is, what has come meanwhile, and which of them are shown.
class JobsHeader : public QWidget
{
    Q_OBJECT

public:
    explicit JobsHeader(QWidget *parent = nullptr);

    QPushButton *newRows() const { return m_newRows; }
    SegmentedControl *owner() const { return m_owner; }
    QComboBox *state() const { return m_state; }
    SearchField *search() const { return m_search; }
    JobFilter filter() const;
    /// @param more as many as are not among them.
    void showTotals(const JobTableModel &model, qint64 more);
    /// Says, while it is visible, from when the rows are.
    Pill *asOf() const { return m_asOf; }

Q_SIGNALS:
    void filterChanged();

private:
    Pill *m_asOf;
    QPushButton *m_newRows;
    SegmentedControl *m_owner;
    QComboBox *m_state;
    SearchField *m_search;
};

} // namespace herdbook::ui

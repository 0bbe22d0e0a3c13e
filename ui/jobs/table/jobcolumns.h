// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QTableView;

namespace herdbook::ui {

class JobTableModel;

/// The columns of the table of jobs: they fit themselves to its width until the user arranges them.
class JobColumns : public QObject
{
    Q_OBJECT

public:
    /// `table` has the model already; both must outlive it.
    JobColumns(QTableView &table, JobTableModel &model);

    /// Order, widths and hidden columns, for the settings.
    QByteArray state() const;
    void restore(const QByteArray &state);
    /// Of the header.
    QMenu *menu();
    void fit();
    /// The width is another: the state's column may become narrower again.
    void forgetWidth() { m_stateWidth = 0; }

Q_SIGNALS:
    /// By the user.
    void changed();

private:
    int widestIn(int column) const;

    QTableView &m_table;
    JobTableModel &m_model;
    int m_stateWidth = 0;
    bool m_arranged = false; ///< by the user
    bool m_fitting = false;
};

} // namespace herdbook::ui

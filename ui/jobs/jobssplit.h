// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace herdbook::ui {

class JobActionBar;
class JobTable;

/// The table of jobs with its bar above the details of one: each as high as it needs, until somebody moves what is between them.
class JobsSplit : public QSplitter
{
    Q_OBJECT

public:
    static constexpr int LeastRows = 4; ///< of the table, in sight

    /// Both are in the upper part.
    JobsSplit(const JobTable &table, const JobActionBar &bar);

    bool isByUser() const { return m_byUser; }
    void restore(const QByteArray &state) { m_byUser = restoreState(state); }
    /// By height, for so many jobs.
    void share(int jobs);
    /// The same, where there were never so many.
    void makeRoom(int jobs);
    /// Folds the details to their title, or unfolds them.
    void fold();

private:
    const JobTable &m_table;
    const JobActionBar &m_bar;
    bool m_byUser = false; ///< now or in an earlier window
    int m_rows = 0;        ///< as many as there were at most
};

} // namespace herdbook::ui

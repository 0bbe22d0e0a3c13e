// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobssplit.h"

#include "ui/jobs/actions/jobactionbar.h"
#include "ui/jobs/table/jobtable.h"

#include <QHeaderView>

namespace herdbook::ui {

JobsSplit::JobsSplit(const JobTable &table, const JobActionBar &bar)
    : QSplitter(Qt::Vertical), m_table(table), m_bar(bar)
{
    connect(this, &QSplitter::splitterMoved, this, [this] { m_byUser = true; });
}

void JobsSplit::fold()
{
    const int height = this->height();
    const bool folded = sizes().value(1) > 60;
    m_byUser = true;
    setSizes(folded ? QList<int>{height - 46, 46} : QList<int>{height * 52 / 100, height * 48 / 100});
}

void JobsSplit::share(int jobs)
{
    if (m_byUser)
        return;
    m_rows = std::max(m_rows, jobs); // it doesn't shrink under the hand of one who removes
    const int height = this->height() > 100 ? this->height() : parentWidget()->height() - 52;
    const int around = m_bar.height() + 2 + m_table.horizontalHeader()->height();
    const int row = m_table.verticalHeader()->defaultSectionSize();
    const auto fitting = [=](int room) { return (room - around) / row; }; // the table's last row is a whole one
    // The table has its share; where there is little height, no more of it than its rows need, and the details fold to title and banner
    // only if they can't be read beside a few rows.
    constexpr int Roomy = 720, LeastDetails = 200, Folded = 122;
    int rows = std::max(LeastRows, fitting(height * 52 / 100));
    if (height < Roomy)
        rows = std::clamp(m_rows, LeastRows, rows);
    if (height - around - rows * row < LeastDetails)
        rows = std::max(LeastRows, fitting(height - Folded));
    const int table = around + rows * row;
    setSizes({table, height - table});
}

void JobsSplit::makeRoom(int jobs)
{
    if (jobs > m_rows)
        share(jobs);
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/jobcolumns.h"

#include "ui/jobs/table/jobdelegate.h"
#include "ui/jobs/table/jobtable.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>

namespace herdbook::ui {

JobColumns::JobColumns(QTableView &table, JobTableModel &model) : QObject(&table), m_table(table), m_model(model)
{
    const QHeaderView *header = table.horizontalHeader();
    const auto arranged = [this] {
        if (m_fitting)
            return;
        m_arranged = true;
        Q_EMIT changed();
    };
    connect(header, &QHeaderView::sectionMoved, this, arranged);
    connect(header, &QHeaderView::sectionResized, this, [this, arranged](int section) {
        if (section != JobTableModel::Title && (QGuiApplication::mouseButtons() & Qt::LeftButton) != 0)
            arranged();
    });
}

QByteArray JobColumns::state() const
{
    // Widths that only follow from the window's are found anew the next time.
    return m_arranged ? m_table.horizontalHeader()->saveState() : QByteArray();
}

void JobColumns::restore(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    m_fitting = true;
    m_arranged = m_table.horizontalHeader()->restoreState(state);
    m_fitting = false;
    QHeaderView *header = m_table.horizontalHeader();
    header->setSectionResizeMode(JobTableModel::Title, QHeaderView::Stretch);
    m_model.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

QMenu *JobColumns::menu()
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < JobTableModel::ColumnCount; ++column) {
        if (column == JobTableModel::Title || column == JobTableModel::State)
            continue;
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_arranged = true;
            m_table.setColumnHidden(column, !shown);
            Q_EMIT changed();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(JobTable::tr("Usual columns")), &QAction::triggered, this, [this] {
        QHeaderView *header = m_table.horizontalHeader();
        m_arranged = false;
        m_fitting = true;
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            header->moveSection(header->visualIndex(column), column);
        m_fitting = false;
        m_table.sortByColumn(JobTableModel::Age, Qt::AscendingOrder);
        fit();
        Q_EMIT changed();
    });
    return menu;
}

void JobColumns::fit()
{
    if (m_arranged)
        return;
    m_fitting = true;
    const int width = m_table.viewport()->width();
    const int digits = m_table.fontMetrics().horizontalAdvance(QStringLiteral("0"));
    m_table.setColumnHidden(JobTableModel::Size, width < 760);
    m_table.setColumnHidden(JobTableModel::Range, width < 600);
    m_table.setColumnHidden(JobTableModel::Kind, false);
    m_table.setColumnHidden(JobTableModel::AskedBy, width < 900);
    const bool roomy = width >= 900;
    m_table.setColumnWidth(JobTableModel::Kind, width < 760 ? 36 : 56);
    const bool compact = width < 760;
    m_model.setCompact(compact);
    m_table.setColumnWidth(JobTableModel::Range, (roomy ? 26 : compact ? 15 : 20) * digits + 20);
    m_table.setColumnWidth(JobTableModel::AskedBy,
                           std::clamp(widestIn(JobTableModel::AskedBy), 9 * digits, 16 * digits) + 20);
    m_table.setColumnWidth(JobTableModel::Age, 6 * digits + 24);
    m_table.setColumnWidth(JobTableModel::Expires,
                           m_table.fontMetrics().horizontalAdvance(JobTable::tr("Expires in")) + 20);
    m_table.setColumnWidth(JobTableModel::Size, 7 * digits + 26);
    int taken = 0;
    for (const int column : {JobTableModel::Kind, JobTableModel::Range, JobTableModel::AskedBy, JobTableModel::Age,
                             JobTableModel::Expires, JobTableModel::Size})
        taken += m_table.isColumnHidden(column) ? 0 : m_table.columnWidth(column);
    // State has what its words need and Title the rest; where that isn't enough for both, each gives way by half. It doesn't shrink while
    // the window stays as it is, so that nothing flutters with what jobs are doing.
    const int both = width - taken;
    const int state = std::max(widestIn(JobTableModel::State) + 2 * JobDelegate::Padding + 22, m_stateWidth);
    const int title = widestIn(JobTableModel::Title) + 2 * JobDelegate::Padding + 10;
    m_stateWidth = std::clamp(state, 190, std::max(190, both - std::min(title, both / 2)));
    m_table.setColumnWidth(JobTableModel::State, m_stateWidth);
    m_fitting = false;
}

int JobColumns::widestIn(int column) const
{
    constexpr int Looked = 100; // rows; more are not on a screen
    const QFontMetrics metrics(m_table.font());
    int widest = 0;
    for (int row = 0; row < std::min(Looked, m_model.rowCount()); ++row) {
        int text = metrics.horizontalAdvance(m_model.index(row, column).data().toString());
        if (column == JobTableModel::State && m_model.row(row)->isWaitingOrRunning())
            text = std::max(text + 80, 340); // bar, percent and time left
        widest = std::max(widest, text);
    }
    return widest;
}

} // namespace herdbook::ui

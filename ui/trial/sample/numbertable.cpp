// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/numbertable.h"

#include "ui/trial/clearlayout.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"

#include <QGridLayout>

namespace herdbook::trial {

namespace {

TextRole roleOf(NumberTable::Row::Look look)
{
    switch (look) {
    case NumberTable::Row::Look::Strong:
        return TextRole::Strong;
    case NumberTable::Row::Look::Header:
        return TextRole::Label;
    default:
        return TextRole::Body;
    }
}

} // namespace

NumberTable::NumberTable(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
}

void NumberTable::setRows(const std::vector<Row> &rows)
{
    clearLayout(*m_grid);
    QStringList lines;
    int place = 0;
    for (const Row &row : rows) {
        lines << row.cells.join(u'\t');
        if (row.lineAbove)
            m_grid->addWidget(new Divider, place++, 0, 1, static_cast<int>(row.cells.size()));
        const bool loud = row.look == Row::Look::Plain || row.look == Row::Look::Strong;
        for (int column = 0; column < row.cells.size(); ++column) {
            auto *label =
                new Label(row.cells[column], roleOf(row.look), loud ? &ThemeTokens::text : &ThemeTokens::text2);
            label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_grid->addWidget(label, place, column);
        }
        ++place;
    }
    m_text = lines.join(u'\n');
}

} // namespace herdbook::trial

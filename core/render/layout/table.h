// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/paragraph.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace herdbook::layout {

/// Paints a cell in place of text.
using DrawCell = std::function<void(QPainter &painter, const QRectF &rect)>;

/// One column of a table.
struct Column
{
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool stretches = false; ///< takes what the others leave, and wraps where that is little; if none does, all share it
    std::optional<Fill> swatch; ///< shown before the title
    QString group{};            ///< neighbors of one group have it as a title over them
    qreal width = 0;            ///< of a column that is drawn; 0: by its texts
    DrawCell drawTitle{};       ///< instead of the title
};

struct Row
{
    QStringList cells;                       ///< plain text, one for each column
    bool strong = false;                     ///< a sum
    std::optional<Fill> swatch;              ///< shown before the first cell
    bool faint = false;                      ///< beside the sums, not in them
    std::map<std::size_t, DrawCell> drawn{}; ///< by column
};

struct Table
{
    std::vector<Column> columns;
    std::vector<Row> rows;
    QString note{}; ///< small print below the last row, on its page
};

/// A table's geometry for a width. Columns are as wide as their longest text, as far as there is room.
class TableLayout
{
public:
    TableLayout(Table table, qreal width);

    /// Header and the rows [first, end).
    qreal height(std::size_t first, std::size_t end) const;
    void paint(QPainter &painter, const QPointF &top, std::size_t first, std::size_t end) const;

private:
    qreal indent(std::size_t column) const;
    void measureColumns(qreal width);
    void fitColumns(const std::vector<qreal> &needs, std::vector<qreal> &wants, qreal width) const;
    QRectF cell(std::size_t column, qreal y, qreal height) const;
    void paintGroups(QPainter &painter, qreal y) const;
    void paintHeader(QPainter &painter, qreal y) const;
    void paintRow(QPainter &painter, qreal y, std::size_t row) const;

    Table m_table;
    qreal m_margin;             ///< left and right of a cell's text
    std::vector<qreal> m_lefts; ///< one more than there are columns
    std::vector<qreal> m_heights;
    std::vector<qreal> m_tops; ///< sums of the heights before
    qreal m_headerHeight = 0;
    qreal m_groupHeight = 0; ///< of the titles over groups of columns, part of the header
    bool m_hasSwatches = false;
};

} // namespace herdbook::layout

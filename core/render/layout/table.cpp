// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/table.h"

#include <numeric>

namespace herdbook::layout {

namespace {

constexpr qreal WideMargin = 5;
constexpr qreal NarrowMargin = 3.2; // of tables with many columns
constexpr std::size_t ManyColumns = 9;
constexpr qreal RowMargin = 2.6;
constexpr qreal SwatchSize = 7;
constexpr qreal SwatchGap = 4;
constexpr int HeaderLines = 3;
constexpr double LeastStretch = 0.28; // of the table's width, for the column with the names
constexpr double LastStretch = 0.16;  // the same, before words of the others would break

} // namespace

TableLayout::TableLayout(Table table, qreal width)
    : m_table(std::move(table)), m_margin(m_table.columns.size() >= ManyColumns ? NarrowMargin : WideMargin)
{
    m_hasSwatches =
        std::any_of(m_table.rows.begin(), m_table.rows.end(), [](const Row &row) { return row.swatch.has_value(); });
    measureColumns(width);
    const QFont label = font(Role::Label);
    qreal headerText = 0;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        const Column &made = m_table.columns[column];
        const qreal room = cell(column, 0, 0).width() - (made.swatch ? SwatchSize + SwatchGap : 0);
        headerText = std::max(headerText, Paragraph(made.title, label, room, HeaderLines).height());
    }
    if (std::any_of(m_table.columns.begin(), m_table.columns.end(),
                    [](const Column &made) { return !made.group.isEmpty(); }))
        m_groupHeight = lineHeight(label) + 2 * RowMargin;
    m_headerHeight = m_groupHeight + headerText + 2 * RowMargin + 2;
    m_tops.push_back(0);
    for (const Row &row : m_table.rows) {
        const QFont face = font(row.strong ? Role::Strong : Role::Body);
        int lines = 1;
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
            const qreal room = cell(column, 0, 0).width() - indent(column);
            const QString text = row.cells.value(static_cast<qsizetype>(column));
            if (textWidth(face, text) > room + 0.01)
                lines = std::max(lines, Paragraph(text, face, room).lineCount());
        }
        m_heights.push_back(lines * lineHeight(face) + 2 * RowMargin);
        m_tops.push_back(m_tops.back() + m_heights.back());
    }
}

qreal TableLayout::indent(std::size_t column) const
{
    return column == 0 && m_hasSwatches ? SwatchSize + SwatchGap : 0;
}

void TableLayout::measureColumns(qreal width)
{
    const QFont label = font(Role::Label);
    const std::size_t count = m_table.columns.size();
    std::vector<qreal> needs(count); // for the cells on one line
    std::vector<qreal> wants(count); // for the title as well
    for (std::size_t column = 0; column < count; ++column) {
        const Column &made = m_table.columns[column];
        if (made.width > 0) {
            needs[column] = wants[column] = made.width;
            continue;
        }
        const qreal Margins = 2 * m_margin + 1.5;
        for (const Row &row : m_table.rows) {
            const QFont face = font(row.strong ? Role::Strong : Role::Body);
            const QString text = row.cells.value(static_cast<qsizetype>(column));
            needs[column] = std::max(needs[column], textWidth(face, text) + indent(column) + Margins);
        }
        const qreal title = textWidth(label, made.title);
        qreal word = 0; // a title may break into lines, but not into pieces of words
        for (const QString &part : made.title.split(u' '))
            word = std::max(word, textWidth(label, part));
        const qreal lines = std::max(word, std::min(title, std::max(title * 0.5 + 8, 60.0)));
        const qreal swatch = made.swatch ? SwatchSize + SwatchGap : 0;
        needs[column] = std::max(needs[column], std::min(word, width / 4) + Margins + swatch);
        wants[column] = std::max(needs[column], std::min(lines, width / 4) + Margins + swatch);
    }
    for (std::size_t first = 0; first < count;) { // a group's title over its columns
        std::size_t end = first + 1;
        while (end < count && m_table.columns[end].group == m_table.columns[first].group)
            ++end;
        const QString &group = m_table.columns[first].group;
        const qreal title = std::min(textWidth(label, group), width / 4) + 2 * m_margin + 1.5;
        const qreal lacking =
            group.isEmpty() ? 0 : title - std::accumulate(wants.begin() + first, wants.begin() + end, 0.0);
        for (std::size_t column = first; column < end && lacking > 0; ++column)
            wants[column] += m_table.columns[column].width > 0 ? 0 : lacking / static_cast<qreal>(end - first);
        first = end;
    }
    fitColumns(needs, wants, width);
    m_lefts.push_back(0);
    for (const qreal want : wants)
        m_lefts.push_back(m_lefts.back() + want);
}

void TableLayout::fitColumns(const std::vector<qreal> &needs, std::vector<qreal> &wants, qreal width) const
{
    const auto total = [&wants] { return std::accumulate(wants.begin(), wants.end(), 0.0); };
    const auto stretches = [this](std::size_t column) { return m_table.columns[column].stretches; };
    // First what stretches gives way down to its least, then titles, then everything.
    for (std::size_t column = 0; column < wants.size(); ++column) {
        const qreal room = width - (total() - wants[column]);
        if (stretches(column))
            wants[column] = std::max({room, std::min(wants[column], LeastStretch * width), 20.0});
    }
    qreal spare = 0;
    for (std::size_t column = 0; column < wants.size(); ++column)
        spare += stretches(column) ? 0 : wants[column] - needs[column];
    const qreal over = total() - width;
    if (over > 0 && spare > 0) {
        const qreal share = std::min(1.0, over / spare);
        for (std::size_t column = 0; column < wants.size(); ++column)
            wants[column] -= stretches(column) ? 0 : share * (wants[column] - needs[column]);
    }
    for (std::size_t column = 0; column < wants.size(); ++column) {
        if (stretches(column))
            wants[column] -= std::clamp(total() - width, 0.0, std::max(0.0, wants[column] - LastStretch * width));
    }
    const bool stretching =
        std::any_of(m_table.columns.begin(), m_table.columns.end(), [](const Column &made) { return made.stretches; });
    if (total() > width + 0.01 || !stretching) {
        const qreal scale = width / total();
        for (qreal &want : wants)
            want *= scale;
    }
}

QRectF TableLayout::cell(std::size_t column, qreal y, qreal height) const
{
    return {m_lefts[column] + m_margin, y, m_lefts[column + 1] - m_lefts[column] - 2 * m_margin, height};
}

qreal TableLayout::height(std::size_t first, std::size_t end) const
{
    return m_headerHeight + m_tops[end] - m_tops[first] + 1;
}

void TableLayout::paint(QPainter &painter, const QPointF &top, std::size_t first, std::size_t end) const
{
    painter.translate(top);
    paintHeader(painter, 0);
    for (std::size_t row = first; row < end; ++row)
        paintRow(painter, m_headerHeight + m_tops[row] - m_tops[first], row);
    const qreal bottom = m_headerHeight + m_tops[end] - m_tops[first];
    painter.setPen(QPen(QColor(ink::axis), 0.7));
    painter.drawLine(QPointF(0, bottom), QPointF(m_lefts.back(), bottom));
}

void TableLayout::paintHeader(QPainter &painter, qreal y) const
{
    painter.fillRect(QRectF(0, y, m_lefts.back(), m_headerHeight), QColor(ink::sunken));
    painter.setPen(QPen(QColor(ink::axis), 0.7));
    painter.drawLine(QPointF(0, y + m_headerHeight), QPointF(m_lefts.back(), y + m_headerHeight));
    paintGroups(painter, y);
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        const Column &made = m_table.columns[column];
        QRectF rect = cell(column, y, m_headerHeight);
        if (made.drawTitle) {
            made.drawTitle(painter, rect.adjusted(0, m_groupHeight, 0, 0));
            continue;
        }
        const qreal swatch = made.swatch ? SwatchSize + SwatchGap : 0;
        const Paragraph title(made.title, font(Role::Label), rect.width() - swatch, HeaderLines, made.alignment);
        if (made.swatch) {
            const qreal left =
                made.alignment.testFlag(Qt::AlignRight) ? rect.right() - title.width() - swatch : rect.left();
            const qreal middle = m_headerHeight - RowMargin - title.height() + lineHeight(font(Role::Label)) / 2;
            paintFill(painter, QRectF(left, y + middle - SwatchSize / 2 - 0.5, SwatchSize, SwatchSize), *made.swatch);
        }
        const qreal lead = m_headerHeight - RowMargin - title.height();
        title.paint(painter, QPointF(rect.left() + swatch, y + lead - 0.5), QColor(ink::text2));
    }
}

void TableLayout::paintGroups(QPainter &painter, qreal y) const
{
    if (m_groupHeight <= 0)
        return;
    painter.setPen(QPen(QColor(ink::border), 0.6));
    for (std::size_t first = 0; first < m_table.columns.size();) {
        std::size_t end = first + 1;
        while (end < m_table.columns.size() && m_table.columns[end].group == m_table.columns[first].group)
            ++end;
        const QString &group = m_table.columns[first].group;
        if (!group.isEmpty()) {
            const QRectF rect(m_lefts[first] + m_margin, y + RowMargin, m_lefts[end] - m_lefts[first] - 2 * m_margin,
                              m_groupHeight - 2 * RowMargin);
            paintLine(painter, rect, group, font(Role::Label), QColor(ink::text2), Qt::AlignHCenter);
            painter.setPen(QPen(QColor(ink::border), 0.6));
            painter.drawLine(QPointF(rect.left(), y + m_groupHeight), QPointF(rect.right(), y + m_groupHeight));
        }
        first = end;
    }
}

void TableLayout::paintRow(QPainter &painter, qreal y, std::size_t row) const
{
    const Row &made = m_table.rows[row];
    const QFont face = font(made.strong ? Role::Strong : Role::Body);
    const QColor color(made.faint ? ink::text2 : ink::text);
    const qreal line = lineHeight(face);
    if (row > 0 || made.strong) {
        painter.setPen(QPen(QColor(made.strong ? ink::axis : ink::grid), 0.5));
        painter.drawLine(QPointF(0, y), QPointF(m_lefts.back(), y));
    }
    if (made.swatch) {
        const QRectF mark(m_margin, y + RowMargin + (line - SwatchSize) / 2, SwatchSize, SwatchSize);
        paintFill(painter, mark, *made.swatch);
    }
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        const Qt::Alignment alignment = m_table.columns[column].alignment;
        const QString text = made.cells.value(static_cast<qsizetype>(column));
        if (const auto drawn = made.drawn.find(column); drawn != made.drawn.end()) {
            painter.save();
            drawn->second(painter, cell(column, y, m_heights[row]));
            painter.restore();
            continue;
        }
        const QRectF rect = cell(column, y + RowMargin, line).adjusted(indent(column), 0, 0, 0);
        if (textWidth(face, text) <= rect.width() + 0.01)
            paintLine(painter, rect, text, face, color, alignment);
        else
            Paragraph(text, face, rect.width(), 0, alignment).paint(painter, rect.topLeft(), color);
    }
}

} // namespace herdbook::layout

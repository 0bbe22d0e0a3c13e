// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;

namespace herdbook::trial {

/// A few rows of words and numbers: the first column left, the others right-aligned. Only for what fits on a card; plain text.
class NumberTable : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells;
        enum class Look { Plain, Quiet, Strong, Header } look = Look::Plain;
        bool lineAbove = false;
    };

    explicit NumberTable(QWidget *parent = nullptr);

    void setRows(const std::vector<Row> &rows);
    /// Rows as text, for tests and the clipboard: cells parted by tabs.
    QString text() const { return m_text; }

private:
    QGridLayout *m_grid;
    QString m_text;
};

} // namespace herdbook::trial

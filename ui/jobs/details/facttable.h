// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/icons.h"

#include <QWidget>
#include <optional>

class QGridLayout;

namespace herdbook {
class Label;
} // namespace herdbook

namespace herdbook::ui {

/// Names and values one below the other, values selectable, each perhaps with an icon. Rows are kept while only their texts change, so that
/// a selection in them survives a poll.
class FactTable : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name, value; ///< a value without a name has the whole width
        std::optional<Icon> icon;
        ColorToken color = &ThemeTokens::text;
        QStringList classes; ///< shown as sex marks and names instead of the value
    };

    explicit FactTable(int nameWidth, QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    QString text() const;

private:
    struct Row
    {
        Label *name;
        Label *icon;
        QWidget *value;
        Label *text; ///< null for classes
        QStringList classes;
    };
    void addRow(const Fact &fact);

    QGridLayout *m_grid;
    QList<Row> m_rows;
    QList<Fact> m_facts;
};

} // namespace herdbook::ui

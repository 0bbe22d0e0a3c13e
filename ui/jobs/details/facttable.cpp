// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/facttable.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/sexmark.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>

namespace herdbook::ui {

namespace {

constexpr int RowHeight = 25;

class IconLabel : public Label
{
public:
    IconLabel() { setFixedSize(18, RowHeight); }
    void set(std::optional<Icon> icon, ColorToken color)
    {
        m_icon = icon;
        setColor(color);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_icon)
            return;
        QPainter painter(this);
        paintIcon(painter, rect(), *m_icon, themeTokens(this).*color(), 15);
    }

private:
    std::optional<Icon> m_icon;
};

} // namespace

FactTable::FactTable(int nameWidth, QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(2, 1);
}

void FactTable::addRow(const Fact &fact)
{
    const int at = static_cast<int>(m_rows.size());
    Row row;
    row.name = new Label(fact.name, TextRole::Body, &ThemeTokens::text2);
    row.name->setFixedHeight(RowHeight);
    row.icon = new IconLabel;
    row.classes = fact.classes;
    row.text = nullptr;
    if (fact.classes.isEmpty()) {
        row.text = new Label;
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        row.text->setFocusPolicy(Qt::ClickFocus);
        row.text->setMinimumWidth(20);
        row.text->setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        row.text->setSizePolicy(policy);
        row.value = row.text;
    } else {
        row.value = new QWidget;
        auto *lines = new FlowLayout(0, row.value);
        for (const QString &name : fact.classes) {
            auto *one = new QWidget;
            one->setFixedHeight(RowHeight);
            auto *line = new QHBoxLayout(one);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(5);
            line->addWidget(new SexMark(sexOfClassification(name)));
            const QString word = name.left(1).toUpper() + name.mid(1);
            line->addWidget(new Label(QCoreApplication::translate("herdbook::ui::ClassFields", qUtf8Printable(word))));
            line->addSpacing(8);
            lines->addWidget(one);
        }
        row.value->setMinimumWidth(20);
        row.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row.value->setToolTip(Qt::convertFromPlainText(fact.classes.join(QLatin1String(", "))));
    }
    row.value->setMinimumHeight(RowHeight);
    m_grid->addWidget(row.name, at, 0, Qt::AlignTop);
    m_grid->addWidget(row.icon, at, 1, Qt::AlignTop);
    if (fact.name.isEmpty())
        m_grid->addWidget(row.value, at, 0, 1, 3);
    else
        m_grid->addWidget(row.value, at, 2);
    m_rows << row;
}

void FactTable::setFacts(const QList<Fact> &facts)
{
    bool same = facts.size() == m_rows.size();
    for (qsizetype at = 0; same && at < facts.size(); ++at)
        same = facts.at(at).classes == m_rows.at(at).classes &&
               facts.at(at).name.isEmpty() == m_rows.at(at).name->text().isEmpty();
    if (!same) {
        for (const Row &row : std::as_const(m_rows)) {
            delete row.name;
            delete row.icon;
            delete row.value;
        }
        m_rows.clear();
        for (const Fact &fact : facts)
            addRow(fact);
    }
    m_facts = facts;
    for (qsizetype at = 0; at < facts.size(); ++at) {
        const Fact &fact = facts.at(at);
        const Row &row = m_rows.at(at);
        if (row.name->text() != fact.name)
            row.name->setText(fact.name);
        static_cast<IconLabel *>(row.icon)->set(fact.icon, fact.color);
        row.icon->setVisible(fact.icon.has_value());
        if (row.text == nullptr)
            continue;
        if (row.text->text() != fact.value)
            row.text->setText(fact.value);
        row.text->setToolTip(Qt::convertFromPlainText(fact.value));
        row.text->setAccessibleName(fact.name.isEmpty() ? fact.value : fact.name + QStringLiteral(": ") + fact.value);
        row.text->setColor(fact.color == &ThemeTokens::warn || fact.color == &ThemeTokens::error ? fact.color
                                                                                                 : &ThemeTokens::text);
    }
}

QString FactTable::text() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines << (fact.name.isEmpty() ? QString() : fact.name + QStringLiteral(": ")) +
                     (fact.classes.isEmpty() ? fact.value : fact.classes.join(QLatin1String(", ")));
    return lines.join(u'\n');
}

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/periodfields.h"

#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace herdbook::ui {

namespace {

constexpr int LabelWidth = 84;

QString pathOf(int index, const char *part)
{
    return QStringLiteral("comparison_periods[%1].%2").arg(index).arg(QLatin1String(part));
}

} // namespace

PeriodFields::PeriodFields(FormFields &fields, ExportForm &form)
    : m_fields(fields), m_form(form), m_preset(new QComboBox),
      m_add(new QPushButton(themeIcon(Icon::Plus), tr("Add period")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_preset->setObjectName(QStringLiteral("comparison_preset"));
    m_preset->setAccessibleName(tr("Periods to compare"));
    m_preset->setFocusPolicy(Qt::StrongFocus);
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // long names don't widen the form
    m_preset->setMinimumContentsLength(12);
    auto *preset = new Label(tr("Preset"), TextRole::Body, &ThemeTokens::text2);
    preset->setBuddy(m_preset);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setColumnMinimumWidth(0, LabelWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(preset, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_preset, 0, 1);
    column->addLayout(grid);
    column->addSpacing(6);
    connect(m_preset, &QComboBox::activated, this, &PeriodFields::applyPreset);
    for (int index = 0; index < Most; ++index) {
        m_rows << makePeriod(index);
        column->addWidget(m_rows.last());
    }
    m_add->setObjectName(QStringLiteral("add_period"));
    setCompact(m_add);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_form.edit(QStringLiteral("comparison_periods"),
                    [](FormInput &input) { input.periods.append(FormInput::PeriodInput()); });
        if (QWidget *name = m_fields.input(pathOf(static_cast<int>(m_form.input().periods.size()) - 1, "label")))
            name->setFocus();
    });
}

QWidget *PeriodFields::makePeriod(int index)
{
    auto *period = new QWidget;
    auto *grid = new QGridLayout(period);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, LabelWidth);
    grid->setColumnStretch(1, 1);
    const QString number = tr("Period %1").arg(index + 1);
    // Rows beyond the list's end stay hidden; their values are never read.
    static QString nowhere;
    const auto bind = [this, index](QLineEdit *edit, const QString &field, QString FormInput::PeriodInput::*part) {
        m_fields.bindText(edit, field, [index, part](FormInput &input) -> QString & {
            return index < input.periods.size() ? input.periods[index].*part : nowhere;
        });
    };

    auto *nameRow = new QWidget;
    auto *name = new QLineEdit;
    name->setAccessibleName(tr("%1 name").arg(number));
    auto *line = new QHBoxLayout(nameRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    auto *remove = new QToolButton;
    remove->setIcon(themeIcon(Icon::Close));
    remove->setToolTip(tr("Take this period away"));
    remove->setAccessibleName(tr("Take %1 away").arg(number));
    line->addWidget(name, 1);
    line->addWidget(remove);
    m_removeButtons << remove;
    setFocusHeirs({remove}, {m_add});
    connect(remove, &QToolButton::clicked, this, [this, index] {
        m_form.edit(QStringLiteral("comparison_periods"), [index](FormInput &input) { input.periods.removeAt(index); });
    });
    auto *nameMessage = m_fields.addRow(*grid, number, nameRow, pathOf(index, "label"));
    nameMessage->setField(name);
    name->setObjectName(pathOf(index, "label"));
    m_fields.m_inputs.insert(pathOf(index, "label"), name);
    bind(name, pathOf(index, "label"), &FormInput::PeriodInput::label);

    const std::tuple<const char *, QString, QString FormInput::PeriodInput::*> ends[]{
        {"start_date", tr("Start"), &FormInput::PeriodInput::start},
        {"end_date", tr("End"), &FormInput::PeriodInput::end}};
    for (const auto &[part, label, value] : ends) {
        auto *date = new DateField(number + u' ' + label);
        m_fields.addRow(*grid, label, date, pathOf(index, part));
        bind(date, pathOf(index, part), value);
    }
    return period;
}

void PeriodFields::fillPresets()
{
    if (std::exchange(m_today, m_form.today()) == m_form.today())
        return;
    m_preset->clear();
    m_preset->addItem(tr("Own periods"));
    for (const ComparisonPreset &preset : comparisonPresets(m_form.today())) {
        m_preset->addItem(preset.name);
        const int at = m_preset->count() - 1;
        if (preset.problem.isEmpty())
            continue;
        m_preset->setItemData(at, preset.problem, Qt::ToolTipRole);
        if (auto *items = qobject_cast<QStandardItemModel *>(m_preset->model()))
            items->item(at)->setEnabled(false);
    }
}

void PeriodFields::applyPreset(int index)
{
    const QList<ComparisonPreset> presets = comparisonPresets(m_form.today());
    if (index < 1 || index > presets.size())
        return;
    FormInput input = m_form.input();
    input.periods = presets.at(index - 1).periods;
    m_form.setInput(input);
}

void PeriodFields::refresh()
{
    fillPresets();
    int found = 0;
    const QList<ComparisonPreset> presets = comparisonPresets(m_form.today());
    for (int at = 0; at < presets.size() && found == 0; ++at)
        found = presets.at(at).periods == m_form.input().periods ? at + 1 : 0;
    m_preset->setCurrentIndex(found);
    const qsizetype count = m_form.input().periods.size();
    for (int index = 0; index < Most; ++index) {
        m_rows.at(index)->setVisible(index < count);
        m_removeButtons.at(index)->setVisible(count > Least);
    }
    m_add->setVisible(count < Most);
}

} // namespace herdbook::ui

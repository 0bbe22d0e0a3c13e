// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/presetbox.h"

#include "ui/exports/periodpresets.h"

#include <QStandardItemModel>
#include <QWheelEvent>

namespace herdbook::ui {

using Range = QPair<QDate, QDate>;

PresetBox::PresetBox(ExportForm &form, QWidget *parent) : QComboBox(parent), m_form(form)
{
    setObjectName(QStringLiteral("preset"));
    setAccessibleName(tr("Preset"));
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon); // long names don't widen the form
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, &PresetBox::apply);
}

void PresetBox::fill()
{
    if (std::exchange(m_today, m_form.today()) == m_form.today())
        return;
    clear();
    addItem(tr("Own dates"));
    for (const DatePreset &preset : datePresets(m_form.today())) {
        addItem(preset.name, QVariant::fromValue(Range(preset.start, preset.end)));
        const int at = count() - 1;
        if (preset.problem.isEmpty())
            continue;
        setItemData(at, preset.problem, Qt::ToolTipRole);
        if (auto *items = qobject_cast<QStandardItemModel *>(model()))
            items->item(at)->setEnabled(false);
    }
}

void PresetBox::apply(int index)
{
    const auto range = itemData(index).value<Range>();
    if (!range.first.isValid())
        return;
    FormInput input = m_form.input();
    input.start = range.first.toString(Qt::ISODate);
    input.end = range.second.toString(Qt::ISODate);
    m_form.setInput(input);
}

void PresetBox::refresh()
{
    fill();
    const FormInput &input = m_form.input();
    int found = 0;
    for (int at = 1; at < count() && found == 0; ++at) {
        const auto range = itemData(at).value<Range>();
        if (range.first.toString(Qt::ISODate) == input.start && range.second.toString(Qt::ISODate) == input.end)
            found = at;
    }
    setCurrentIndex(found);
}

void PresetBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace herdbook::ui

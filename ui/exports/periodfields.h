// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/boundfields.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace herdbook::ui {

/// The two to five periods of a comparison: name, start and end of each, one to be added or taken away.
class PeriodFields : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Least = 2;
    static constexpr int Most = 5;

    PeriodFields(BoundFields &fields, ExportForm &form);

    /// As many rows as the input has periods.
    void refresh();
    QPushButton *addButton() const { return m_add; }
    QComboBox *presetBox() const { return m_preset; }

private:
    QWidget *makePeriod(int index);
    void fillPresets();
    void applyPreset(int index);

    BoundFields &m_fields;
    ExportForm &m_form;
    QList<QWidget *> m_rows;
    QList<QWidget *> m_removeButtons;
    QComboBox *m_preset;
    QPushButton *m_add;
    QDate m_today; ///< of the presets filled in
};

} // namespace herdbook::ui

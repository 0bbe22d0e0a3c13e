// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QComboBox>

namespace herdbook::ui {

/// The presets of a date range. Shows the one whose dates stand in the form, or "Own dates"; one that would give no range is disabled and says
/// why. The wheel changes it only while it has the focus, so that it doesn't when the form is scrolled.
class PresetBox : public QComboBox
{
    Q_OBJECT

public:
    explicit PresetBox(ExportForm &form, QWidget *parent = nullptr);

    /// Takes over what stands in the form.
    void refresh();

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    void apply(int index);

    ExportForm &m_form;
    QDate m_today; ///< the presets' day
};

} // namespace herdbook::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QLineEdit>
#include <QWidget>

namespace herdbook {
class Label;
class MessageLabel;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::ui {

class BoundFields;
class ClassFields;
class DateChoice;
class MoreFields;
class PeriodFields;
class PresetBox;

/// The scrolling part of the export form: its sections, and which of them and their fields are shown.
class FormFields : public QWidget
{
    Q_OBJECT

public:
    explicit FormFields(ExportForm &form, QWidget *parent = nullptr);

    SegmentedControl *kindControl() const { return m_kind; }
    /// Puts the focus into the first field whose value is wrong or missing.
    void focusFirstWrong();
    void focusFirst();
    /// The input of a field by its name in the request; for tests, the tour and jumps.
    QWidget *input(const QString &field) const;
    MessageLabel *messageLabel(const QString &field) const;
    /// Of a date field: the two days it can mean, to choose from.
    DateChoice *dateChoice(const QString &field) const;
    PresetBox *presetBox() const { return m_preset; }
    MoreFields *more() const { return m_more; }

Q_SIGNALS:
    /// A field got the focus: the scroll area brings it into view.
    void focused(QWidget *widget);

private:
    QWidget *makePeriod();
    QWidget *makeClasses();
    QWidget *makeOptions();
    QWidget *makePdfOptions();
    QWidget *makeZipOptions();
    void refresh();

    ExportForm &m_form;
    BoundFields *m_bound;
    SegmentedControl *m_kind;
    PresetBox *m_preset;
    QWidget *m_period;
    PeriodFields *m_periods;
    SegmentedControl *m_group;
    ClassFields *m_classes;
    Label *m_byIds; ///< why period, classes and locations can't be chosen
    MoreFields *m_more = nullptr;
    QWidget *m_pdfOptions, *m_zipOptions; ///< one of them is shown
    bool m_refreshing = false;
};

} // namespace herdbook::ui

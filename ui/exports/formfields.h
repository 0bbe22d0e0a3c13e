// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QLineEdit>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QVBoxLayout;

namespace herdbook {
class DateField;
class Label;
class MessageLabel;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::ui {

class ClassFields;
class DateChoice;
class MoreFields;
class PeriodFields;
class PresetBox;

/// The scrolling part of the export form: all fields, each with its message line, bound to the form's logic both ways.
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
    QWidget *input(const QString &field) const { return m_inputs.value(field); }
    MessageLabel *messageLabel(const QString &field) const { return m_messages.value(field); }
    /// Of a date field: the two days it can mean, to choose from.
    DateChoice *dateChoice(const QString &field) const { return m_choices.value(field); }
    PresetBox *presetBox() const { return m_preset; }
    MoreFields *more() const { return m_more; }

Q_SIGNALS:
    /// A field got the focus: the scroll area brings it into view.
    void focused(QWidget *widget);

private:
    friend class PeriodFields;

    QWidget *makePeriod();
    QWidget *makeClasses();
    QWidget *makeOptions();
    QWidget *makePdfOptions();
    QWidget *makeZipOptions();
    MessageLabel *addRow(QGridLayout &grid, const QString &label, QWidget *control, const QString &field);
    void bindText(QLineEdit *edit, const QString &field, const std::function<QString &(FormInput &)> &value);
    void bindCheck(QCheckBox *box, bool FormInput::*value, const QString &field);
    void refresh();
    QString hintFor(const QString &field) const;
    void addChoice(QGridLayout &grid, int row, const QString &field, QLineEdit *edit);
    bool eventFilter(QObject *watched, QEvent *event) override;

    ExportForm &m_form;
    SegmentedControl *m_kind;
    PresetBox *m_preset;
    QWidget *m_period;
    PeriodFields *m_periods;
    SegmentedControl *m_group;
    ClassFields *m_classes;
    Label *m_byIds; ///< why period, classes and locations can't be chosen
    MoreFields *m_more = nullptr;
    QWidget *m_pdfOptions, *m_zipOptions; ///< one of them is shown
    QHash<QString, QWidget *> m_inputs;
    QHash<QString, MessageLabel *> m_messages;
    QHash<QString, DateChoice *> m_choices;
    QHash<QCheckBox *, bool FormInput::*> m_checks;
    QHash<QLineEdit *, std::function<QString &(FormInput &)>> m_texts;
    QTimer m_pause; ///< since the last key in a field
    QString m_typing;
    bool m_refreshing = false;
};

} // namespace herdbook::ui

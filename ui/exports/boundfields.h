// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"

#include <QTimer>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QWidget;

namespace herdbook {
class MessageLabel;
} // namespace herdbook

namespace herdbook::ui {

class DateChoice;

/// The fields of the export form by their names in the request, each with its message line, bound to the form's logic both ways.
class BoundFields : public QObject
{
    Q_OBJECT

public:
    static constexpr int LabelWidth = 84;

    explicit BoundFields(ExportForm &form, QObject *parent = nullptr);

    /// A row with its message line; without one, and null, where the field has no name.
    MessageLabel *addRow(QGridLayout &grid, const QString &label, QWidget *control, const QString &field);
    /// A field that stands in no such row.
    void add(const QString &field, QWidget *input, MessageLabel *message = nullptr);
    void bindText(QLineEdit *edit, const QString &field, const std::function<QString &(FormInput &)> &value);
    void bindCheck(QCheckBox *box, bool FormInput::*value, const QString &field);

    QWidget *input(const QString &field) const { return m_inputs.value(field); }
    MessageLabel *message(const QString &field) const { return m_messages.value(field); }
    DateChoice *choice(const QString &field) const { return m_choices.value(field); }

    void showValues();
    void showMessages();
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A field got the focus.
    void focused(QWidget *widget);

private:
    void addChoice(QGridLayout &grid, int row, const QString &field, QLineEdit *edit);
    QString hintFor(const QString &field) const;

    ExportForm &m_form;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/fieldgrid.h"

#include "core/config/setting.h"
#include "core/config/sitezone.h"
#include "ui/connection/connectionmodel.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLineEdit>

namespace herdbook::connection {

QString settingText(const char *words)
{
    return *words != '\0' ? QCoreApplication::translate("Setting", words) : QString();
}

FieldGrid::FieldGrid(ConnectionModel &model, QObject *parent) : QObject(parent), m_model(model)
{
    connect(&model, &ConnectionModel::draftReplaced, this, &FieldGrid::replaceAll);
    connect(&model, &ConnectionModel::draftEdited, this, &FieldGrid::update);
}

QGridLayout *FieldGrid::makeLayout()
{
    auto *layout = new QGridLayout;
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(0);
    layout->setColumnMinimumWidth(0, 84);
    layout->setColumnStretch(1, 1);
    return layout;
}

void FieldGrid::add(QGridLayout *layout, const Setting &setting)
{
    const QString variable = QLatin1String(setting.name);
    const QString label = settingText(setting.field.label);
    QList<QPair<QString, QString>> choices;
    switch (setting.type.form) {
    case ValueForm::Port:
        addBeside(layout, label, variable, 72);
        break;
    case ValueForm::Secret:
        addSecret(layout, label, variable);
        break;
    case ValueForm::Folder:
        addFolder(layout, label, variable);
        break;
    case ValueForm::Switch:
        addSwitch(layout, label, variable);
        break;
    case ValueForm::Choice:
        for (const auto &[value, words] : setting.type.choices)
            choices.append({QString::fromLatin1(value), settingText(words)});
        addChoice(layout, label, variable, choices);
        break;
    case ValueForm::Zone:
        for (const QByteArray &id : siteZones())
            choices.append({QString::fromLatin1(id), QString::fromLatin1(id)});
        addChoice(layout, label, variable, choices, true);
        break;
    default:
        addText(layout, label, variable);
    }
    m_fields.last().hint = settingText(setting.field.hint);
    if (auto *edit = qobject_cast<QLineEdit *>(m_fields.constLast().input))
        edit->setPlaceholderText(settingText(setting.field.placeholder));
}

int FieldGrid::addRow(QGridLayout *layout, const QString &label, QWidget *input, const QString &variable)
{
    const int row = layout->rowCount();
    auto *caption = new Label(label, TextRole::Body, &ThemeTokens::text2);
    caption->setBuddy(input);
    auto *message = new MessageLabel(input);
    if (input->accessibleName().isEmpty())
        input->setAccessibleName(label);
    input->setObjectName(variable);
    layout->addWidget(caption, row, 0);
    layout->addWidget(input, row, 1, 1, -1);
    layout->addWidget(message, row + 1, 1, 1, -1);
    m_fields.append({variable, input, message, {}, {}});
    return row;
}

void FieldGrid::bindText(QLineEdit *edit, const QString &variable)
{
    m_fields.last().show = [edit](const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    connect(edit, &QLineEdit::textEdited, this,
            [this, variable](const QString &text) { m_model.setValue(variable, text); });
}

QLineEdit *FieldGrid::addText(QGridLayout *layout, const QString &label, const QString &variable)
{
    auto *edit = new QLineEdit;
    addRow(layout, label, edit, variable);
    bindText(edit, variable);
    return edit;
}

QLineEdit *FieldGrid::addBeside(QGridLayout *layout, const QString &label, const QString &variable, int width)
{
    const int row = layout->rowCount() - 2;
    QWidget *left = m_fields.constLast().input;
    layout->removeWidget(left);
    layout->addWidget(left, row, 1);
    auto *edit = new QLineEdit;
    edit->setFixedWidth(width);
    edit->setAccessibleName(label);
    edit->setObjectName(variable);
    auto *caption = new Label(label, TextRole::Body, &ThemeTokens::text2);
    caption->setBuddy(edit);
    layout->addWidget(caption, row, 2);
    layout->addWidget(edit, row, 3);
    m_fields.append({variable, edit, m_fields.constLast().message, {}, {}});
    bindText(edit, variable);
    return edit;
}

QLineEdit *FieldGrid::addSecret(QGridLayout *layout, const QString &label, const QString &variable)
{
    QLineEdit *edit = addText(layout, label, variable);
    edit->setEchoMode(QLineEdit::Password);
    auto *look = edit->addAction(themeIcon(Icon::Eye), QLineEdit::TrailingPosition);
    look->setText(tr("Show"));
    look->setCheckable(true);
    connect(look, &QAction::toggled, this, [edit, look](bool shown) {
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        look->setIcon(themeIcon(shown ? Icon::EyeOff : Icon::Eye));
        look->setText(shown ? tr("Hide") : tr("Show"));
    });
    connect(&m_model, &ConnectionModel::draftReplaced, look, [look] { look->setChecked(false); });
    return edit;
}

QLineEdit *FieldGrid::addFolder(QGridLayout *layout, const QString &label, const QString &variable)
{
    QLineEdit *edit = addText(layout, label, variable);
    auto *choose = edit->addAction(themeIcon(Icon::Folder), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a folder"));
    connect(choose, &QAction::triggered, this, [this, edit, variable, label] {
        auto *dialog = new QFileDialog(edit->window(), label, edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this, edit, variable](const QString &folder) {
            edit->setText(folder);
            m_model.setValue(variable, folder);
        });
        dialog->open();
    });
    return edit;
}

void FieldGrid::addChoice(QGridLayout *layout, const QString &label, const QString &variable,
                          const QList<QPair<QString, QString>> &choices, bool editable)
{
    auto *box = new QComboBox;
    box->setEditable(editable);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    addRow(layout, label, box, variable);
    if (editable) {
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->completer()->setFilterMode(Qt::MatchContains);
        m_fields.last().show = [box](const QString &value) {
            if (box->currentText() != value)
                box->setEditText(value);
        };
        connect(box, &QComboBox::editTextChanged, this,
                [this, variable](const QString &text) { m_model.setValue(variable, text); });
    } else {
        m_fields.last().show = [box](const QString &value) { box->setCurrentIndex(box->findData(value)); };
        connect(box, &QComboBox::activated, this,
                [this, box, variable](int index) { m_model.setValue(variable, box->itemData(index).toString()); });
    }
}

void FieldGrid::addSwitch(QGridLayout *layout, const QString &text, const QString &variable)
{
    const QString on = QStringLiteral("on");
    auto *box = new QCheckBox(text);
    addRow(layout, {}, box, variable);
    // The environment may write it otherwise than a profile.
    m_fields.last().show = [box, variable, on](const QString &value) {
        const Result<Settings> read = settingsFromVariables({{variable, value}});
        box->setChecked(read && variablesFromSettings(*read).value(variable) == on);
    };
    connect(box, &QCheckBox::clicked, this,
            [this, variable, on](bool checked) { m_model.setValue(variable, checked ? on : QStringLiteral("off")); });
}

void FieldGrid::focusFirstProblem()
{
    for (const Field &field : m_fields) {
        if (!m_model.problem(field.variable).isEmpty()) {
            field.input->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

QWidget *FieldGrid::input(const QString &variable) const
{
    const auto field = std::ranges::find(m_fields, variable, &Field::variable);
    return field != m_fields.end() ? field->input : nullptr;
}

void FieldGrid::replaceAll()
{
    for (const Field &field : m_fields)
        field.show(m_model.shownValue(field.variable));
    update();
}

void FieldGrid::update()
{
    QHash<MessageLabel *, const Field *>
        spoken; // a line that two fields share belongs to the first that has something to say
    for (const Field &field : m_fields) {
        const bool overridden = m_model.isOverridden(field.variable);
        field.input->setEnabled(m_model.isEditable() && !overridden);
        const QString problem = m_model.problem(field.variable);
        const Field *before = spoken.value(field.message);
        if (before && !m_model.problem(before->variable).isEmpty())
            continue;
        if (before && problem.isEmpty() && !overridden && field.hint.isEmpty())
            continue;
        spoken.insert(field.message, &field);
        field.message->setField(field.input);
        if (!problem.isEmpty())
            field.message->setError(tr("%1 %2").arg(field.input->accessibleName(), problem));
        else
            field.message->setHint(!overridden ? field.hint
                                   : m_model.isOfProcess(field.variable)
                                       ? tr("Set by %1 (environment)").arg(field.variable)
                                       : tr("Set by %1 (--env)").arg(field.variable));
    }
}

} // namespace herdbook::connection

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QHash>
#include <functional>

class QLineEdit;

namespace herdbook {
class MessageLabel;
struct Setting;
} // namespace herdbook

namespace herdbook::connection {

class ConnectionModel;

/// A setting's words in the language of the screens.
QString settingText(const char *words);

/// A column of labelled fields bound to a ConnectionModel's values: text goes in, problems come out under the field.
class FieldGrid : public QObject
{
    Q_OBJECT

public:
    explicit FieldGrid(ConnectionModel &model, QObject *parent = nullptr);

    /// A layout to add rows to; labels are 84 wide.
    static QGridLayout *makeLayout();

    /// What asks for a setting, by its form.
    void add(QGridLayout *layout, const Setting &setting);

    /// The first field that has a problem gets the focus.
    void focusFirstProblem();
    /// What a setting is typed into; nullptr where the form doesn't have it.
    QWidget *input(const QString &variable) const;

private:
    struct Field
    {
        QString variable;
        QWidget *input = nullptr;
        MessageLabel *message = nullptr;
        QString hint; ///< a quiet line under the field while nothing is wrong
        std::function<void(const QString &)> show;
    };

    /// A row with one text field.
    QLineEdit *addText(QGridLayout *layout, const QString &label, const QString &variable);
    /// A second, narrow field in the row of the last one; both share the message line.
    QLineEdit *addBeside(QGridLayout *layout, const QString &label, const QString &variable, int width);
    /// Shown dots, with a button that shows the text.
    QLineEdit *addSecret(QGridLayout *layout, const QString &label, const QString &variable);
    /// A folder on this machine, with a button that chooses it.
    QLineEdit *addFolder(QGridLayout *layout, const QString &label, const QString &variable);
    /// One of several; the text shown for each value. `editable` lets any text be typed.
    void addChoice(QGridLayout *layout, const QString &label, const QString &variable,
                   const QList<QPair<QString, QString>> &choices, bool editable = false);
    void addSwitch(QGridLayout *layout, const QString &text, const QString &variable);
    int addRow(QGridLayout *layout, const QString &label, QWidget *input, const QString &variable);
    void bindText(QLineEdit *edit, const QString &variable);
    void replaceAll();
    void update();

    ConnectionModel &m_model;
    QList<Field> m_fields;
};

} // namespace herdbook::connection

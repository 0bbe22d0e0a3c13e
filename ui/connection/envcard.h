// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/envimport.h"
#include "ui/widgets/labels/card.h"

#include <QHash>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace herdbook {
class ElidedLabel;
class Label;
class Pill;
class SecretStore;
} // namespace herdbook

namespace herdbook::connection {

class EnvRow;

/// "Connect to a deployment": its .env file, one row for each thing in it with the server's live answer, and in the row what mends it. On the
/// welcome page and behind Connection's Import. Takes a dropped file.
class EnvCard : public Card
{
    Q_OBJECT

public:
    EnvCard(EnvImport &import, SecretStore &secrets, QWidget *parent = nullptr);

    QLineEdit *fileEdit() const { return m_file; }
    QPushButton *connectButton() const { return m_connect; }
    QPushButton *connectWithoutRedisButton() const { return m_withoutRedis; }
    Pill *pill() const { return m_pill; }
    EnvRow *row(EnvImport::Row row) const { return m_rows.at(static_cast<size_t>(row)); }
    /// As by the button; nothing while something is red.
    void connectNow();

Q_SIGNALS:
    void connectAsked(const QString &name, const herdbook::Variables &values);
    /// The user would rather type it, beginning with what was read; of nothing `values` are empty.
    void byHandAsked(const QString &name, const herdbook::Variables &values);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFooter(SecretStore &secrets);
    void choose();
    /// To the next thing that has to be done.
    void goOnFrom(int row);
    void refresh();

    EnvImport &m_import;
    Pill *m_pill;
    QLineEdit *m_file;
    ElidedLabel *m_count;
    Label *m_leftOut;
    QPushButton *m_again;
    Label *m_note;
    QWidget *m_table;
    std::array<EnvRow *, EnvImport::RowCount> m_rows{};
    Label *m_waits = nullptr;
    QString m_shownPath;
    QPushButton *m_withoutRedis = nullptr, *m_connect = nullptr;
};

/// One row of the card: name, what was found, the answer, and the fields that mend it. It changes in place, so that who types keeps the focus,
/// and has the room of its fields when they are gone, so that the rows below stay where they are.
class EnvRow : public QWidget
{
    Q_OBJECT

public:
    explicit EnvRow(EnvImport &import, EnvImport::Row row, QWidget *parent = nullptr);

    /// What the row asks for changes only where all is `settled`: while lines are judged rows keep their places, and fields the focus.
    void show(const EnvImport::Line &line, bool settled);
    /// Of another file: the room of what an earlier one had asked for isn't kept.
    void forgetPlace();
    const EnvImport::Line &line() const { return m_line; }
    QLineEdit *field(const QString &variable) const { return m_fields.value(variable); }
    /// Null where nothing is asked for.
    QLineEdit *firstField() const;

Q_SIGNALS:
    /// A field or button that had the focus is gone: nothing is asked for any more.
    void focusLost();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeFields();

    EnvImport &m_import;
    const EnvImport::Row m_row;
    EnvImport::Line m_line;
    Label *m_name, *m_found, *m_answer, *m_note;
    ElidedLabel *m_mark;
    QWidget *m_inputs = nullptr;
    QList<EnvImport::Field> m_asked; ///< what m_fields are for
    QHash<QString, QLineEdit *> m_fields;
};

} // namespace herdbook::connection

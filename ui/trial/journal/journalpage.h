// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/applydesk.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace herdbook {
class Banner;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

/// Creates, upgrades, takes back and removes the journal (schema `herdbook`): always by an explicit act, with the SQL in view.
class JournalPage : public QWidget
{
    Q_OBJECT

public:
    explicit JournalPage(ApplyDesk &desk, bool readOnly, QWidget *parent = nullptr);

    QComboBox *targetBox() const { return m_target; }
    QPlainTextEdit *sql() const { return m_sql; }
    QPushButton *runButton() const { return m_run; }
    /// Answers the question before a removal.
    QPushButton *removeButton() const { return m_remove; }
    QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    void backAsked();

private:
    QWidget *makeButtons();
    void show(const JournalState &state);
    void showTarget();
    void run();
    int target() const;

    ApplyDesk &m_desk;
    const bool m_readOnly;
    JournalState m_state;
    bool m_read = false;
    Pill *m_pill;
    Banner *m_banner;
    Label *m_found;
    QComboBox *m_target;
    Label *m_consequence;
    QPlainTextEdit *m_sql;
    QStackedWidget *m_buttons;
    QPushButton *m_run;
    Label *m_question;
    QPushButton *m_remove;
    QPushButton *m_back;
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/applydesk.h"

#include "ui/widgets/labels/card.h"

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace herdbook {
class Banner;
class ElidedLabel;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

/// Creates, upgrades, takes back and removes the journal (schema `herdbook`): always by an explicit act, with the SQL in view. Closed at
/// every opening unless one comes for it. What is missing is chosen in it; of a journal that is complete, nothing.
class Maintenance : public Card
{
    Q_OBJECT

public:
    explicit Maintenance(ApplyDesk &desk, bool readOnly, QWidget *parent = nullptr);

    QComboBox *targetBox() const { return m_target; }
    QPlainTextEdit *sql() const { return m_sql; }
    QPushButton *runButton() const { return m_run; }
    /// Answers the question before a removal.
    QPushButton *removeButton() const { return m_remove; }
    QPushButton *toggleButton() const { return m_toggle; }
    bool isOpen() const;
    void setOpen(bool open);
    /// Closed, nothing chosen.
    void reset();
    /// Open; once it is read what there is, the button that does what is missing has the focus.
    void openToSetUp();

Q_SIGNALS:
    void opened(bool open);

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
    bool m_cameForIt = false;
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
    QPushButton *m_toggle;
    ElidedLabel *m_summary;
    QWidget *m_content;
};

} // namespace herdbook::trial

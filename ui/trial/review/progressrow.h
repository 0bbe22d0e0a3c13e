// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QTimer;

namespace herdbook {
class ElidedLabel;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

/// Looks done of the budget, what is certified so far, Finish, which asks, and before it Back from the question or Continue where finishing
/// is advised. Nothing here moves with single answers: the bar counts looks, and the certificate changes only when one comes.
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRow(TrialDesk &desk, QWidget *parent = nullptr);

    void update();
    /// A trial was opened: nothing is announced of what was certified before.
    void reset();
    QPushButton *finishButton() const { return m_finish; }
    QPushButton *continueButton() const { return m_continue; } ///< Back, where it is asked
    QString certifiedText() const;
    /// What is asked before finishing.
    QString question() const;
    /// Asks whether to finish; the button then does it.
    void askFinish();
    /// Takes the question back; false: none is asked.
    bool goBack();

Q_SIGNALS:
    void finishAsked();
    void continued();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class State { Usual, Asking, Advised };
    void show(State state);
    void fit();
    QString finishQuestion() const;

    TrialDesk &m_desk;
    State m_state = State::Usual;
    int m_announced = -1; ///< levels certified when last looked
    int m_advisedAt = -1; ///< looks at which Continue was chosen against advice
    Label *m_looks;
    QProgressBar *m_bar;
    Pill *m_certified;
    ElidedLabel *m_since;
    Label *m_question; ///< in its place
    QPushButton *m_finish;
    QPushButton *m_continue;
    QTimer *m_fresh;
};

} // namespace herdbook::trial

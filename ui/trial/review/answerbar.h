// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/certify/answers.h"

#include <QPushButton>
#include <array>

class QLineEdit;

namespace herdbook {
class KeyCap;
class Label;
} // namespace herdbook

namespace herdbook::trial {

/// A large button with its key: [S] Same.
class KeyButton : public QPushButton
{
    Q_OBJECT

public:
    KeyButton(const QString &key, const QString &text, bool keyLast, QWidget *parent = nullptr);

    void setWords(const QString &text);
    /// Shows the key pressed for 120 ms.
    void flash();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    KeyCap *m_cap;
    Label *m_words;
};

/// The question, the five answers, a note and Undo; always in view.
class AnswerBar : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerBar(QWidget *parent = nullptr);

    void setHint(const QString &hint);
    void setUndoPossible(bool possible);
    /// Same, Different and Background make no sense without a picture.
    void setPictureMissing(bool missing);
    QString takeNote();
    void setNote(const QString &note);
    QLineEdit *noteField() const { return m_note; }
    void press(Answer answer);
    KeyButton *button(Answer answer) const { return m_buttons[static_cast<std::size_t>(answer)]; }
    KeyButton *undoButton() const { return m_undo; }

Q_SIGNALS:
    void answered(herdbook::trial::Answer answer);
    void undoAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::array<KeyButton *, kAnswers> m_buttons{};
    KeyButton *m_undo;
    Label *m_hint;
    QWidget *m_zoomHint;
    QLineEdit *m_note;
};

} // namespace herdbook::trial

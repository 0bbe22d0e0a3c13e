// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/answerbar.h"

#include "core/trial/review/words.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace herdbook::trial {

namespace {

constexpr int kPressedMs = 120;
constexpr int kNarrow = 1120;

} // namespace

KeyButton::KeyButton(const QString &key, const QString &text, bool keyLast, QWidget *parent)
    : QPushButton(parent), m_cap(new KeyCap(key)), m_words(new Label(text, TextRole::Sentence))
{
    m_words->setFont(textFont(TextRole::Body));
    QFont font = textFont(TextRole::Body);
    font.setPointSizeF(11);
    m_words->setFont(font);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(12);
    row->addStretch();
    row->addWidget(m_cap);
    row->addWidget(m_words);
    if (keyLast)
        row->addWidget(m_cap);
    row->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_cap), static_cast<QWidget *>(m_words)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(text);
    setMinimumHeight(50);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyButton::setWords(const QString &text)
{
    m_words->setText(text);
}

void KeyButton::flash()
{
    m_cap->setPressed(true);
    QTimer::singleShot(kPressedMs, m_cap, [this] { m_cap->setPressed(false); });
}

QSize KeyButton::sizeHint() const
{
    return {layout()->sizeHint().width() + 4, 50};
}

QSize KeyButton::minimumSizeHint() const
{
    return {layout()->minimumSize().width(), 50};
}

void KeyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        m_words->setColor(isEnabled() ? &ThemeTokens::text : &ThemeTokens::disabled);
    QPushButton::changeEvent(event);
}

AnswerBar::AnswerBar(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(126); // what wraps at its foot may need more
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 9, 16, 14);
    column->setSpacing(8);
    auto *question = new QHBoxLayout;
    question->setSpacing(12);
    question->addWidget(new Label(tr("Is this the same deer?"), TextRole::Sentence));
    m_hint = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // a longer hint moves nothing
    question->addWidget(m_hint, 1);
    m_note = new QLineEdit;
    m_note->setPlaceholderText(tr("Note (T)"));
    m_note->setAccessibleName(tr("Note on this pair"));
    m_note->setMaxLength(500);
    m_note->setFixedWidth(200);
    setCompact(m_note);
    question->addWidget(m_note);
    m_zoomHint = new QWidget;
    auto *zoom = new QHBoxLayout(m_zoomHint);
    zoom->setContentsMargins(4, 0, 0, 0);
    zoom->setSpacing(7);
    zoom->addWidget(new Label(tr("Wheel zooms both; hold"), TextRole::Label, &ThemeTokens::text2));
    zoom->addWidget(new KeyCap(tr("Space")));
    zoom->addWidget(new Label(tr("for the animal"), TextRole::Label, &ThemeTokens::text2));
    question->addWidget(m_zoomHint);
    column->addLayout(question);

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (const Answer answer : kAllAnswers) {
        auto *button = new KeyButton(QString(QLatin1Char(letter(answer))), Words::answer(answer), false);
        connect(button, &QPushButton::clicked, this, [this, answer] { Q_EMIT answered(answer); });
        m_buttons[static_cast<std::size_t>(answer)] = button;
        row->addWidget(button, 6);
    }
    auto *line = new Divider(Qt::Vertical);
    row->addWidget(line);
    m_undo = new KeyButton(tr("Backspace"), tr("Undo"), true);
    connect(m_undo, &QPushButton::clicked, this, &AnswerBar::undoAsked);
    row->addWidget(m_undo, 5);
    column->addLayout(row);
    auto *foot =
        new Label(tr("Each answer is kept at once. Can’t tell comes back once. Scores, counts, dates and places "
                     "are shown after Finish."),
                  TextRole::Label, &ThemeTokens::text2);
    foot->setWordWrap(true);
    column->addWidget(foot);
}

void AnswerBar::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void AnswerBar::setUndoPossible(bool possible)
{
    m_undo->setEnabled(possible);
}

void AnswerBar::setPictureMissing(bool missing)
{
    for (const Answer answer : {Answer::Same, Answer::Different, Answer::Background})
        button(answer)->setEnabled(!missing);
}

QString AnswerBar::takeNote()
{
    QString note = m_note->text().trimmed();
    m_note->clear();
    return note;
}

void AnswerBar::setNote(const QString &note)
{
    m_note->setText(note);
}

void AnswerBar::press(Answer answer)
{
    button(answer)->flash();
}

void AnswerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    painter.fillRect(rect(), tokens.sunken);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
}

void AnswerBar::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < kNarrow;
    button(Answer::Background)->setWords(narrow ? tr("Background") : Words::answer(Answer::Background));
    m_zoomHint->setVisible(!narrow);
    QWidget::resizeEvent(event);
}

} // namespace herdbook::trial

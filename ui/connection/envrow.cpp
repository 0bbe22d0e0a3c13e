// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/envcard.h"

#include "ui/widgets/keeproom.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace herdbook::connection {

namespace {

constexpr int NameWidth = 104;
constexpr int FoundWidth = 236;

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Icon::Completed;
    case Tone::Error:
        return Icon::Failed;
    case Tone::Warn:
        return Icon::Warning;
    case Tone::Accent:
        return Icon::Running;
    default:
        return Icon::Queued;
    }
}

} // namespace

EnvRow::EnvRow(EnvImport &import, EnvImport::Row row, QWidget *parent)
    : QWidget(parent), m_import(import), m_row(row), m_name(new Label({}, TextRole::Body, &ThemeTokens::text2)),
      m_found(new Label), m_answer(new Label({}, TextRole::Body)),
      m_note(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_mark(new ElidedLabel({}, TextRole::Body))
{
    setObjectName(QStringLiteral("envRow%1").arg(static_cast<int>(row)));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 7, 0, 7);
    layout->setSpacing(8);
    m_name->setFixedWidth(NameWidth);
    m_found->setFixedWidth(FoundWidth);
    m_mark->setFixedSize(16, 19);
    for (Label *label : {m_found, m_answer, m_note})
        label->setWordWrap(true);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(m_answer);
    right->addWidget(m_note);
    m_inputs = new QWidget;
    m_inputs->setLayout(new QHBoxLayout);
    m_inputs->layout()->setContentsMargins(0, 0, 0, 0);
    right->addWidget(m_inputs);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_found, m_mark})
        layout->addWidget(widget, 0, Qt::AlignTop);
    layout->addLayout(right, 1);
    m_note->hide();
    m_inputs->hide();
}

void EnvRow::forgetPlace()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_note, m_inputs})
        setKeepsRoom(*widget, false);
}

void EnvRow::show(const EnvImport::Line &line, bool settled)
{
    m_line = line;
    m_name->setText(line.name);
    m_found->setText(line.found);
    m_answer->setText(line.answer);
    const bool loud = line.tone == Tone::Warn || line.tone == Tone::Error;
    m_answer->setColor(loud ? toneInk(line.tone) : &ThemeTokens::text2);
    m_mark->setColor(line.tone == Tone::Neutral ? &ThemeTokens::disabled : toneInk(line.tone));
    m_mark->setIcon(iconOf(line.tone));
    setAccessibleName(QStringLiteral("%1: %2").arg(line.name, line.answer));
    if (settled) {
        m_note->setVisible(!line.note.isEmpty());
        if (!line.note.isEmpty()) {
            m_note->setText(line.note);
            setKeepsRoom(*m_note, true);
        }
        if (line.fields != m_asked)
            makeFields();
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (!it.value()->hasFocus() && it.value()->text() != m_import.value(it.key()))
            it.value()->setText(m_import.value(it.key()));
    }
}

QLineEdit *EnvRow::firstField() const
{
    return m_asked.isEmpty() ? nullptr : m_fields.value(m_asked.constFirst().variable);
}

void EnvRow::makeFields()
{
    auto *layout = static_cast<QHBoxLayout *>(m_inputs->layout());
    QWidget *const focus = m_inputs->window()->focusWidget();
    const bool hadFocus = m_inputs->isAncestorOf(focus);
    const QString wasIn = m_fields.key(qobject_cast<QLineEdit *>(focus)); // of the button: none
    const bool onButton = hadFocus && qobject_cast<QPushButton *>(focus) != nullptr;
    m_asked = m_line.fields;
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater(); // it may be the one that asked
        delete item;
    }
    m_fields.clear();
    m_inputs->setVisible(!m_asked.isEmpty());
    for (const EnvImport::Field &field : std::as_const(m_asked)) {
        auto *edit = new QLineEdit(m_import.value(field.variable));
        setCompact(edit);
        edit->setObjectName(field.variable);
        edit->setAccessibleName(field.label);
        edit->setPlaceholderText(field.label);
        if (field.variable.endsWith(QLatin1String("_PORT")))
            edit->setFixedWidth(72);
        if (field.secret) {
            edit->setEchoMode(QLineEdit::Password);
            QAction *look = edit->addAction(themeIcon(Icon::Eye), QLineEdit::TrailingPosition);
            look->setText(tr("Show"));
            look->setCheckable(true);
            connect(look, &QAction::toggled, edit,
                    [edit](bool shown) { edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
        }
        const auto take = [this, edit, variable = field.variable] {
            if (edit->text() == m_import.value(variable) && m_line.tone != Tone::Error)
                return;
            m_import.setValue(variable, edit->text());
            m_import.test(m_row);
        };
        if (field.folder) {
            QAction *choose = edit->addAction(themeIcon(Icon::Folder), QLineEdit::TrailingPosition);
            choose->setText(tr("Choose a folder"));
            connect(choose, &QAction::triggered, this, [this, edit, take, label = field.label] {
                auto *dialog = new QFileDialog(window(), label, edit->text());
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->setFileMode(QFileDialog::Directory);
                dialog->setOption(QFileDialog::ShowDirsOnly);
                connect(dialog, &QFileDialog::fileSelected, edit, [edit, take](const QString &folder) {
                    edit->setText(folder);
                    take();
                });
                dialog->open();
            });
        }
        connect(edit, &QLineEdit::textEdited, this,
                [this, variable = field.variable](const QString &text) { m_import.setValue(variable, text); });
        connect(edit, &QLineEdit::returnPressed, this, [this] { m_import.test(m_row); });
        m_fields.insert(field.variable, edit);
        layout->addWidget(edit, field.variable.endsWith(QLatin1String("_PORT")) ? 0 : 1);
        if (hadFocus && !onButton && (m_fields.size() == 1 || field.variable == wasIn))
            edit->setFocus(Qt::OtherFocusReason);
    }
    if (!m_asked.isEmpty()) {
        auto *button = new QPushButton(tr("Test"));
        setCompact(button);
        button->setAccessibleName(tr("Test %1").arg(m_line.name));
        connect(button, &QPushButton::clicked, this, [this] { m_import.test(m_row); });
        layout->addWidget(button);
        if (onButton)
            button->setFocus(Qt::OtherFocusReason);
        m_inputs->setMinimumHeight(m_inputs->sizeHint().height());
        setKeepsRoom(*m_inputs, true);
    } else if (hadFocus) {
        Q_EMIT focusLost();
    }
}

void EnvRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), themeTokens(this).border);
}

} // namespace herdbook::connection

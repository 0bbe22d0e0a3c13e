// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/boundfields.h"

#include "ui/exports/datechoice.h"
#include "ui/exports/formfields.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace herdbook::ui {

namespace {

constexpr int TypingPause = 400;

} // namespace

BoundFields::BoundFields(ExportForm &form, QObject *parent) : QObject(parent), m_form(form)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_form.settle(m_typing); });
}

MessageLabel *BoundFields::addRow(QGridLayout &grid, const QString &label, QWidget *control, const QString &field)
{
    const int row = grid.rowCount();
    auto *name = new Label(label, TextRole::Body, &ThemeTokens::text2);
    name->setBuddy(control);
    grid.addWidget(name, row, 0, Qt::AlignVCenter);
    grid.addWidget(control, row, 1);
    if (field.isEmpty())
        return nullptr;
    control->setObjectName(field);
    auto *message = new MessageLabel(control);
    message->setObjectName(field + QStringLiteral("_message"));
    message->setCaptionWidth(LabelWidth + grid.horizontalSpacing());
    grid.addWidget(message, row + 1, 0, 1, 2);
    grid.setRowMinimumHeight(row + 2, 4);
    add(field, control, message);
    if (field.endsWith(QLatin1String("_date")))
        addChoice(grid, row + 1, field, qobject_cast<QLineEdit *>(control));
    return message;
}

void BoundFields::add(const QString &field, QWidget *input, MessageLabel *message)
{
    m_inputs.insert(field, input);
    if (message != nullptr)
        m_messages.insert(field, message);
}

void BoundFields::addChoice(QGridLayout &grid, int row, const QString &field, QLineEdit *edit)
{
    auto *choice = new DateChoice(edit->accessibleName());
    grid.addWidget(choice, row, 1);
    m_choices.insert(field, choice);
    connect(choice, &DateChoice::chosen, this, [this, field, edit](QDate day) {
        edit->setText(day.toString(Qt::ISODate));
        edit->setFocus(Qt::OtherFocusReason);
        m_form.settle(field);
    });
}

void BoundFields::bindText(QLineEdit *edit, const QString &field, const std::function<QString &(FormInput &)> &value)
{
    m_texts.insert(edit, value);
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, [this, field, value](const QString &text) {
        if (m_refreshing)
            return;
        m_typing = field;
        m_form.edit(field, [&](FormInput &input) { value(input) = text; });
        m_pause.start();
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { m_form.leave(field); });
}

void BoundFields::bindCheck(QCheckBox *box, bool FormInput::*value, const QString &field)
{
    m_checks.insert(box, value);
    box->setObjectName(field);
    add(field, box);
    connect(box, &QCheckBox::toggled, this, [this, value, field](bool checked) {
        if (!m_refreshing)
            m_form.edit(field, [=](FormInput &input) { input.*value = checked; });
    });
}

QString BoundFields::hintFor(const QString &field) const
{
    const auto day = [](const QString &text) {
        const TypedDate typed = TypedDate::read(text);
        return typed.isDay() ? typed.days.first() : QDate();
    };
    if (field.endsWith(QLatin1String("_date"))) {
        const FormInput &input = m_form.input();
        const bool period = field.startsWith(QLatin1String("comparison_periods["));
        const auto own = input.periods.value(field.mid(19, field.indexOf(u']') - 19).toInt());
        const QDate start = day(period ? own.start : input.start);
        const QDate end = day(period ? own.end : input.end);
        if (field.endsWith(QLatin1String("start_date")))
            return start.isValid() ? QLocale().dayName(start.dayOfWeek()) : QString();
        // Both ends count as days of the range: that is how a preset's name counts too.
        if (start.isValid() && end.isValid() && start < end)
            return FormFields::tr("%1 days of at most %2").arg(start.daysTo(end) + 1).arg(exports::MaximumDays + 1);
        return {};
    }
    if (field == QLatin1String("crop_size") && m_form.input().crops)
        return FormFields::tr("128 to 1024 pixels, never enlarged");
    return {};
}

void BoundFields::showValues()
{
    m_refreshing = true;
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check)
        check.key()->setChecked(m_form.input().*check.value());
    FormInput copy = m_form.input();
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text) {
        const QString value = text.value()(copy);
        if (text.key()->text() != value)
            text.key()->setText(value);
    }
    m_refreshing = false;
}

void BoundFields::showMessages()
{
    for (auto message = m_messages.begin(); message != m_messages.end(); ++message) {
        const QString wrong = m_form.message(message.key());
        if (DateChoice *choice = m_choices.value(message.key())) {
            const QList<QDate> days = wrong.isEmpty() ? QList<QDate>() : m_form.readings(message.key());
            choice->setDays(days);
            message.value()->setVisible(days.isEmpty());
        }
        if (wrong.isEmpty())
            message.value()->setHint(hintFor(message.key()));
        else
            message.value()->setError(wrong);
    }
}

bool BoundFields::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the form over a choice means to scroll.
    const auto *choice = qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && choice && !choice->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(qobject_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

} // namespace herdbook::ui

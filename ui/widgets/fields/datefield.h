// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>
#include <QPointer>
#include <optional>

class QToolButton;

namespace herdbook {

/// A day typed as yyyy-MM-dd, with a calendar behind the button at its end (Alt+Down, F4). It takes any text and judges nothing: what
/// is wrong with it is for the form's validation to say, about the text as typed.
class DateField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is the accessible name, "Start".
    explicit DateField(const QString &name, QWidget *parent = nullptr);

    /// The day, if the text is one, strictly yyyy-MM-dd; 2024-02-31 is none.
    std::optional<QDate> date() const;
    void setDate(QDate date);

    /// Limits what the calendar offers (not what can be typed); invalid dates leave that side open.
    void setCalendarRange(QDate first, QDate last);

    /// The month the calendar opens on: that of the text even when its day is impossible, else today's or
    /// the last one of the range.
    QDate calendarPage() const;

    QToolButton *calendarButton() const { return m_button; }
    void openCalendar();
    /// The open calendar's window, for tests; null when closed.
    QWidget *calendarPopup() const { return m_popup; }

Q_SIGNALS:
    /// A day was picked in the calendar (textChanged comes as well).
    void picked(QDate date);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_button;
    QPointer<QWidget> m_popup;
    QDate m_first;
    QDate m_last;
};

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/datefield.h"

#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScreen>
#include <QStyle>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace herdbook {

namespace {

const QString dayFormat = QStringLiteral("yyyy-MM-dd");

/// Qt's calendar in the application's colors.
QCalendarWidget *makeCalendar(QWidget *parent)
{
    const ThemeTokens &tokens = themeTokens(parent);
    auto *calendar = new QCalendarWidget(parent);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setGridVisible(false);
    QTextCharFormat plain;
    plain.setForeground(tokens.text);
    calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    QTextCharFormat header;
    header.setForeground(tokens.text);
    header.setBackground(tokens.surface);
    header.setFont(textFont(TextRole::Label));
    calendar->setHeaderTextFormat(header);
    QTextCharFormat today;
    today.setForeground(tokens.accent);
    today.setFontWeight(QFont::DemiBold);
    calendar->setDateTextFormat(QDate::currentDate(), today);
    if (auto *bar = calendar->findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar"))) {
        bar->setBackgroundRole(QPalette::Base);
        bar->setAutoFillBackground(true);
    }
    for (auto *button : calendar->findChildren<QToolButton *>()) {
        button->setAutoRaise(true);
        button->setFont(textFont(TextRole::Strong));
        setCompact(button);
        button->setFont(textFont(TextRole::Strong));
    }
    if (auto *previous = calendar->findChild<QToolButton *>(QStringLiteral("qt_calendar_prevmonth"))) {
        previous->setIcon(themeIcon(Icon::ChevronLeft));
        previous->setAccessibleName(QCalendarWidget::tr("Previous month"));
    }
    if (auto *next = calendar->findChild<QToolButton *>(QStringLiteral("qt_calendar_nextmonth"))) {
        next->setIcon(themeIcon(Icon::ChevronRight));
        next->setAccessibleName(QCalendarWidget::tr("Next month"));
    }
    return calendar;
}

/// Esc closes it, and not what is around the field besides.
class CalendarPopup : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return QFrame::event(event);
    }
};

} // namespace

DateField::DateField(const QString &name, QWidget *parent) : QLineEdit(parent), m_button(new QToolButton(this))
{
    setAccessibleName(name);
    setPlaceholderText(dayFormat);
    setMaxLength(40);
    setTextMargins(layoutDirection() == Qt::RightToLeft ? 24 : 0, 0, layoutDirection() == Qt::RightToLeft ? 0 : 24, 0);
    m_button->setIcon(themeIcon(Icon::Calendar));
    m_button->setAccessibleName(tr("%1: calendar").arg(name));
    m_button->setToolTip(tr("Calendar (Alt+Down)"));
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setFocusPolicy(Qt::TabFocus);
    setCompact(m_button);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
}

std::optional<QDate> DateField::date() const
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}$"));
    const QDate date = QDate::fromString(text(), dayFormat);
    return date.isValid() && shape.match(text()).hasMatch() ? std::optional(date) : std::nullopt;
}

void DateField::setDate(QDate date)
{
    setText(date.toString(dayFormat));
}

void DateField::setCalendarRange(QDate first, QDate last)
{
    m_first = first;
    m_last = last;
}

QDate DateField::calendarPage() const
{
    if (const ui::TypedDate whole = ui::TypedDate::read(text()); !whole.days.isEmpty())
        return QDate(whole.days.first().year(), whole.days.first().month(), 1);
    static const QRegularExpression month(QStringLiteral("^(\\d{4})-(\\d{1,2})"));
    const QRegularExpressionMatch match = month.match(text());
    const QDate typed = match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), 1) : QDate();
    QDate today = QDate::currentDate();
    if (m_last.isValid())
        today = std::min(today, m_last);
    return typed.isValid() ? typed : QDate(today.year(), today.month(), 1);
}

void DateField::openCalendar()
{
    if (m_popup)
        return;
    auto *popup = new CalendarPopup(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    popup->setBackgroundRole(QPalette::Base);
    popup->setAutoFillBackground(true);
    popup->setAccessibleName(tr("%1: calendar").arg(accessibleName()));
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(5, 5, 5, 5);
    auto *calendar = makeCalendar(popup);
    layout->addWidget(calendar);
    if (m_first.isValid())
        calendar->setMinimumDate(m_first);
    if (m_last.isValid())
        calendar->setMaximumDate(m_last);
    if (const ui::TypedDate typed = ui::TypedDate::read(text()); typed.isDay())
        calendar->setSelectedDate(typed.days.first());
    calendar->setCurrentPage(calendarPage().year(), calendarPage().month());
    const auto pick = [this, popup](QDate day) {
        setDate(day);
        popup->close();
        setFocus(Qt::PopupFocusReason);
        Q_EMIT picked(day);
    };
    connect(calendar, &QCalendarWidget::clicked, this, pick);
    connect(calendar, &QCalendarWidget::activated, this, pick);
    m_popup = popup;
    popup->adjustSize();
    const QRect room = screen()->availableGeometry();
    QPoint place = mapToGlobal(QPoint(0, height() + 2));
    if (place.y() + popup->height() > room.bottom())
        place.setY(mapToGlobal(QPoint(0, 0)).y() - popup->height() - 2);
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    popup->move(place);
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4) {
        openCalendar();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void DateField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = height() - 4;
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {width() - side - 3, 2, side, side}));
}

} // namespace herdbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/undotoast.h"

#include "ui/widgets/pill.h"
#include "ui/widgets/style/style.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace herdbook::ui {

namespace {

constexpr int Height = 40;
constexpr int BarWidth = 60;
constexpr int Widest = 520;

} // namespace

UndoToast::UndoToast(QWidget *host)
    : QFrame(host), m_text(new ElidedLabel({}, TextRole::Body, &ThemeTokens::onTooltip)),
      m_undo(new QPushButton(themeIcon(Icon::Undo, &ThemeTokens::text), tr("Undo"))),
      m_key(new KeyCap(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)))
{
    setObjectName(QStringLiteral("undoToast"));
    setFixedHeight(Height);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(40, 0, 10, 0);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    row->addSpacing(BarWidth);
    row->addWidget(m_undo);
    row->addWidget(m_key);
    m_undo->setObjectName(QStringLiteral("undoRemove"));
    setCompact(m_undo);
    m_frame.setInterval(50);
    connect(&m_frame, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(m_undo, &QPushButton::clicked, this, &UndoToast::undoAsked);
    m_undo->installEventFilter(this);
    host->installEventFilter(this);
    hide();
}

QString UndoToast::text() const
{
    return m_text->text();
}

void UndoToast::offer(const QString &text, int milliseconds)
{
    m_text->setText(text);
    m_undo->setAccessibleName(tr("Undo: %1").arg(text));
    setAccessibleName(text);
    m_total = m_left = milliseconds;
    m_held = false;
    m_since.start();
    m_frame.start();
    show();
    place();
    raise();
    hold();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UndoToast::withdraw()
{
    m_frame.stop();
    m_away = false;
    hide();
}

int UndoToast::left() const
{
    return m_held ? m_left : std::max(0, m_left - static_cast<int>(m_since.elapsed()));
}

void UndoToast::hold()
{
    if (isActiveWindow())
        m_away = false; // it may have been hidden when the window was come back to
    const bool held = underMouse() || m_undo->hasFocus() || m_away;
    if (held == m_held)
        return;
    m_left = left();
    m_held = held;
    m_since.start();
    Q_EMIT heldChanged(held);
}

void UndoToast::place()
{
    const int width = std::min({sizeHint().width() + 8, Widest, parentWidget()->width() - 24});
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(),
                                   {12, parentWidget()->height() - Height - 8, width, Height}));
}

bool UndoToast::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate || event->type() == QEvent::WindowActivate) {
        m_away = event->type() == QEvent::WindowDeactivate;
        hold();
    }
    return QFrame::event(event);
}

bool UndoToast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_undo && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        QMetaObject::invokeMethod(this, &UndoToast::hold, Qt::QueuedConnection);
    else if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoToast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    hold();
}

void UndoToast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    hold();
}

void UndoToast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.tooltip, QColor(), 5);
    paintIcon(painter, QRect(12, 0, 18, height()), Icon::Remove, tokens.onTooltip);
    const QRectF bar(m_undo->x() - BarWidth - 8, height() / 2.0 - 2, BarWidth, 4);
    QColor track = tokens.onTooltip;
    track.setAlphaF(0.3F);
    paintBox(painter, bar, track, QColor(), 2);
    const double share = m_total > 0 ? static_cast<double>(left()) / m_total : 0;
    // Of the other theme, as the toast is: light on dark in the light one.
    const QColor fill = (tokens.dark ? lightTokens() : darkTokens()).accent;
    paintBox(painter, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), fill, QColor(), 2);
}

} // namespace herdbook::ui

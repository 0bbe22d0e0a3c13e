// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/undotoast.h"

#include "ui/widgets/labels/pill.h"
#include "ui/widgets/offertime.h"
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
      m_key(new KeyCap(QKeySequence(QKeySequence::Undo).toString(QKeySequence::PortableText))),
      m_time(new OfferTime({this, m_undo}))
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
    connect(m_time, &OfferTime::ended, this, &UndoToast::ended);
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
    m_total = milliseconds;
    m_frame.start();
    show();
    place();
    raise();
    m_time->start(milliseconds);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UndoToast::withdraw()
{
    m_frame.stop();
    m_time->stop();
    hide();
}

void UndoToast::place()
{
    const int width = std::min({sizeHint().width() + 8, Widest, parentWidget()->width() - 24});
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(),
                                   {12, parentWidget()->height() - Height - 8, width, Height}));
}

bool UndoToast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
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
    const double share = m_total > 0 ? static_cast<double>(m_time->left()) / m_total : 0;
    // Of the other theme, as the toast is: light on dark in the light one.
    const QColor fill = (tokens.dark ? lightTokens() : darkTokens()).accent;
    paintBox(painter, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), fill, QColor(), 2);
}

} // namespace herdbook::ui

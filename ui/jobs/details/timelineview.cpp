// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/timelineview.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"

#include <QPainter>
#include <QStyle>

namespace herdbook::ui {

namespace {

constexpr int RowHeight = 25;

} // namespace

QString timelineText(const jobs::TimelineEvent &event)
{
    using Kind = jobs::TimelineEvent::Kind;
    using jobs::RowState;
    switch (event.kind) {
    case Kind::Asked:
        return event.detail.isEmpty()
                   ? TimelineView::tr("Asked for")
                   : TimelineView::tr("Asked for, %1 in the queue").arg(ordinal(event.detail.toInt()));
    case Kind::Queued:
        return TimelineView::tr("Back in the queue");
    case Kind::Taken:
        if (event.attempt == 1 && !event.detail.isEmpty())
            return TimelineView::tr("Taken by %1").arg(workerText(event.detail));
        return event.detail.isEmpty()
                   ? TimelineView::tr("Taken, attempt %1").arg(event.attempt)
                   : TimelineView::tr("Taken by %1, attempt %2").arg(workerText(event.detail)).arg(event.attempt);
    case Kind::Stage:
        return coreText(event.detail.left(1).toUpper() + event.detail.mid(1));
    case Kind::HolderStopped:
        return event.detail.isEmpty() ? TimelineView::tr("The worker fell silent, nobody took over")
                                      : TimelineView::tr("The worker on %1 fell silent").arg(workerText(event.detail));
    case Kind::Completed:
        return stateWord(RowState::Completed);
    case Kind::Failed:
        return event.detail.isEmpty()
                   ? stateWord(RowState::Failed)
                   : TimelineView::tr("%1: %2").arg(stateWord(RowState::Failed), coreText(event.detail));
    case Kind::Cancelled:
        return stateWord(RowState::Cancelled);
    case Kind::FileGone:
        return TimelineView::tr("File found missing");
    case Kind::Expired:
        return stateWord(RowState::Expired);
    case Kind::Lost:
        return TimelineView::tr("Found missing in Redis");
    case Kind::Removed:
        return TimelineView::tr("Found removed");
    }
    return {};
}

TimelineView::TimelineView(const QTimeZone &zone, QWidget *parent) : QWidget(parent), m_zone(zone)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void TimelineView::setEvents(const QList<jobs::TimelineEvent> &events)
{
    if (events == m_events)
        return;
    m_events = events;
    setAccessibleDescription(text());
    updateGeometry();
    place();
}

void TimelineView::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        place();
}

QSize TimelineView::sizeHint() const
{
    return {240, static_cast<int>(m_events.size()) * RowHeight};
}

QSize TimelineView::minimumSizeHint() const
{
    return {120, 3 * RowHeight};
}

QString TimelineView::timeText(const jobs::TimelineEvent &event) const
{
    return event.time.isValid() ? event.time.toTimeZone(m_zone).toString(QStringLiteral("HH:mm:ss")) : QString();
}

ColorToken TimelineView::colorOf(const jobs::TimelineEvent &event, ColorToken usual) const
{
    using Kind = jobs::TimelineEvent::Kind;
    const bool worrying = event.kind == Kind::HolderStopped || event.kind == Kind::FileGone || event.kind == Kind::Lost;
    if (!worrying && event.kind != Kind::Failed)
        return usual;
    return m_stale ? &ThemeTokens::stale : worrying ? &ThemeTokens::warn : &ThemeTokens::error;
}

QList<int> TimelineView::shown() const
{
    const int count = static_cast<int>(m_events.size());
    const int room = std::max(3, height() / RowHeight);
    QList<int> rows;
    for (int at = 0; at < count; ++at) {
        if (count <= room || at == 0 || at > count - room)
            rows << at;
    }
    return rows;
}

QString TimelineView::text() const
{
    QStringList lines;
    for (const jobs::TimelineEvent &event : m_events)
        lines << timeText(event) + u' ' + timelineText(event);
    return lines.join(u'\n');
}

int TimelineView::textLeft() const
{
    return QFontMetrics(textFont(TextRole::Label)).horizontalAdvance(QStringLiteral("00:00:00")) + 28;
}

void TimelineView::place()
{
    const QList<int> rows = shown();
    while (m_words.size() < rows.size()) {
        auto *words = new Label({}, TextRole::Body, &ThemeTokens::text, this);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->setFocusPolicy(Qt::ClickFocus);
        m_words << words;
    }
    const int left = textLeft();
    const int room = std::max(20, width() - left);
    for (qsizetype at = 0; at < m_words.size(); ++at) {
        Label *words = m_words.at(at);
        words->setVisible(at < rows.size());
        if (at >= rows.size())
            continue;
        const jobs::TimelineEvent &event = m_events.at(rows.at(at));
        const QString text = timelineText(event);
        const QString fitting = words->fontMetrics().elidedText(text, Qt::ElideRight, room);
        if (words->text() != fitting) // a selection in it survives
            words->setText(fitting);
        words->setToolTip(fitting == text ? QString() : Qt::convertFromPlainText(text));
        words->setColor(colorOf(event, &ThemeTokens::text));
        words->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), {left, static_cast<int>(at) * RowHeight, room, RowHeight}));
    }
    update();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? width() - textLeft() + 14 : textLeft() - 14;
    const QList<int> rows = shown();
    if (rows.size() > 1)
        painter.fillRect(QRectF(x - 0.5, RowHeight / 2.0, 1, (static_cast<double>(rows.size()) - 1) * RowHeight),
                         tokens.border);
    painter.setFont(textFont(TextRole::Label));
    int y = 0;
    for (const int at : rows) {
        const jobs::TimelineEvent &event = m_events.at(at);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(mirrored ? x + 14 : 0, y, textLeft() - 28, RowHeight), Qt::AlignVCenter | Qt::AlignRight,
                         timeText(event));
        painter.setPen(QPen(tokens.*(m_stale ? &ThemeTokens::stale : colorOf(event, &ThemeTokens::borderStrong)), 2));
        painter.setBrush(tokens.surface);
        painter.drawEllipse(QPointF(x, y + RowHeight / 2.0), 3.5, 3.5);
        y += RowHeight;
    }
}

} // namespace herdbook::ui

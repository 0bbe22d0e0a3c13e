// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/facttable.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sexmark.h"

#include <QGridLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace herdbook::ui {

namespace {

constexpr int RowHeight = 25;

class IconLabel : public Label
{
public:
    IconLabel() { setFixedSize(18, 18); }
    void set(std::optional<Icon> icon, ColorToken color)
    {
        m_icon = icon;
        setColor(color);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_icon)
            return;
        QPainter painter(this);
        paintIcon(painter, rect(), *m_icon, themeTokens(this).*color(), 15);
    }

private:
    std::optional<Icon> m_icon;
};

} // namespace

FactTable::FactTable(int nameWidth, QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(2, 1);
}

void FactTable::addRow(const Fact &fact)
{
    const int at = static_cast<int>(m_rows.size());
    Row row;
    row.name = new Label(fact.name, TextRole::Body, &ThemeTokens::text2);
    row.name->setFixedHeight(RowHeight);
    row.icon = new IconLabel;
    row.classes = fact.classes;
    row.text = nullptr;
    if (fact.classes.isEmpty()) {
        row.text = new Label;
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        row.text->setFocusPolicy(Qt::ClickFocus);
        row.text->setMinimumWidth(20);
        row.text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row.value = row.text;
    } else {
        row.value = new QWidget;
        auto *line = new QHBoxLayout(row.value);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(5);
        for (const QString &name : fact.classes) {
            line->addWidget(new SexMark(sexOfClassification(name)));
            line->addWidget(new Label(name.left(1).toUpper() + name.mid(1)));
            line->addSpacing(3);
        }
        line->addStretch(1);
        row.value->setMinimumWidth(20);
        row.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row.value->setToolTip(fact.classes.join(QLatin1String(", ")));
    }
    row.value->setFixedHeight(RowHeight);
    m_grid->addWidget(row.name, at, 0);
    m_grid->addWidget(row.icon, at, 1);
    m_grid->addWidget(row.value, at, 2);
    m_rows << row;
}

void FactTable::setFacts(const QList<Fact> &facts)
{
    bool same = facts.size() == m_rows.size();
    for (qsizetype at = 0; same && at < facts.size(); ++at)
        same = facts.at(at).classes == m_rows.at(at).classes;
    if (!same) {
        for (const Row &row : std::as_const(m_rows)) {
            delete row.name;
            delete row.icon;
            delete row.value;
        }
        m_rows.clear();
        for (const Fact &fact : facts)
            addRow(fact);
    }
    m_facts = facts;
    for (qsizetype at = 0; at < facts.size(); ++at) {
        const Fact &fact = facts.at(at);
        const Row &row = m_rows.at(at);
        if (row.name->text() != fact.name)
            row.name->setText(fact.name);
        static_cast<IconLabel *>(row.icon)->set(fact.icon, fact.color);
        row.icon->setVisible(fact.icon.has_value());
        if (row.text == nullptr)
            continue;
        if (row.text->text() != fact.value)
            row.text->setText(fact.value);
        row.text->setToolTip(fact.value);
        row.text->setAccessibleName(fact.name + QStringLiteral(": ") + fact.value);
        row.text->setColor(fact.color == &ThemeTokens::warn || fact.color == &ThemeTokens::error ? fact.color
                                                                                                 : &ThemeTokens::text);
    }
}

QString FactTable::text() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines << fact.name + QStringLiteral(": ") +
                     (fact.classes.isEmpty() ? fact.value : fact.classes.join(QLatin1String(", ")));
    return lines.join(u'\n');
}

TimelineView::TimelineView(QTimeZone zone, QWidget *parent) : QWidget(parent), m_zone(std::move(zone))
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
    update();
}

void TimelineView::setStale(bool stale)
{
    m_stale = stale;
    update();
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

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const QFont small = textFont(TextRole::Label);
    const int timeWidth = QFontMetrics(small).horizontalAdvance(QStringLiteral("00:00:00")) + 8;
    const int x = timeWidth + 6;
    const QList<int> rows = shown();
    if (rows.size() > 1)
        painter.fillRect(QRectF(x - 0.5, RowHeight / 2.0, 1, (static_cast<double>(rows.size()) - 1) * RowHeight),
                         tokens.border);
    int y = 0;
    for (const int at : rows) {
        const jobs::TimelineEvent &event = m_events.at(at);
        const bool worrying = isWorrying(event.kind);
        const QColor mark = m_stale ? tokens.stale : worrying ? tokens.warn : tokens.borderStrong;
        painter.setFont(small);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(0, y, timeWidth - 8, RowHeight), Qt::AlignVCenter | Qt::AlignRight, timeText(event));
        painter.setPen(QPen(mark, 2));
        painter.setBrush(tokens.surface);
        painter.drawEllipse(QPointF(x, y + RowHeight / 2.0), 3.5, 3.5);
        painter.setFont(font());
        painter.setPen(worrying ? (m_stale ? tokens.stale : tokens.warn) : tokens.text);
        const QRect words(x + 14, y, width() - x - 14, RowHeight);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(timelineText(event), Qt::ElideRight, words.width()));
        y += RowHeight;
    }
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / RowHeight;
        const QList<int> rows = shown();
        if (row < rows.size())
            QToolTip::showText(help->globalPos(), timelineText(m_events.at(rows.at(row))), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace herdbook::ui

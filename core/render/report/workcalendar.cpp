// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/workcalendar.h"

#include "core/render/layout/plot.h"
#include "core/render/report/words.h"

#include <QCollator>

namespace herdbook::render {

using layout::Role;

namespace {

constexpr qreal BarHeight = 4.5;
constexpr qreal RowGap = 5;
constexpr qreal AxisHeight = 14;

bool isUnread(const WorkCalendar &calendar)
{
    return std::any_of(calendar.lines.begin(), calendar.lines.end(), [](const WorkCalendar::Line &line) {
        return std::any_of(line.unread.begin(), line.unread.end(), [](const auto &runs) { return !runs.empty(); });
    });
}

/// First and last days on which a camera worked and nothing is read.
std::vector<std::pair<int, int>> unreadRuns(const season::CameraEffort &camera)
{
    std::vector<std::pair<int, int>> runs;
    for (int day = 0; day < static_cast<int>(camera.worked.size()); ++day) {
        if (camera.cameraDays(day, day) > 0 || camera.unreadDays(day, day) <= 0)
            continue;
        if (runs.empty() || runs.back().second + 1 < day)
            runs.emplace_back(day, day);
        runs.back().second = day;
    }
    return runs;
}

qreal rowHeight(const WorkCalendar &calendar)
{
    return std::max(11.0, BarHeight * static_cast<qreal>(calendar.labels.size()) + RowGap);
}

/// Takes out the cameras that worked on every day, where there are more than `most`; says how many.
int leaveOutSteady(WorkCalendar &calendar, std::size_t most)
{
    const auto before = static_cast<int>(calendar.lines.size());
    if (calendar.lines.size() > most)
        std::erase_if(calendar.lines, [](const WorkCalendar::Line &line) {
            return std::all_of(line.worked.begin(), line.worked.end(), [](const std::vector<double> &days) {
                return !days.empty() && std::all_of(days.begin(), days.end(), [](double day) { return day > 0; });
            });
        });
    return before - static_cast<int>(calendar.lines.size());
}

std::vector<WorkCalendar> split(const WorkCalendar &calendar, std::size_t lines)
{
    std::vector<WorkCalendar> parts;
    for (std::size_t first = 0; first < calendar.lines.size(); first += lines) {
        WorkCalendar &part = parts.emplace_back(calendar);
        const auto begin = calendar.lines.begin() + static_cast<std::ptrdiff_t>(first);
        part.lines.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(lines, calendar.lines.size() - first)));
    }
    return parts;
}

} // namespace

WorkCalendar workCalendarOf(const std::vector<season::SeasonStatistics> &periods)
{
    WorkCalendar calendar;
    calendar.start = periods.front().start;
    std::map<QString, std::size_t> lineOf;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const season::SeasonStatistics &period = periods[i];
        calendar.labels << period.label;
        calendar.days = std::max(calendar.days, period.dayCount());
        for (const season::CameraEffort &camera : period.effort.cameras) {
            if (camera.cameraDays() + camera.unreadDays() <= 0 && camera.outages.empty())
                continue;
            const auto [found, isNew] = lineOf.try_emplace(camera.id, calendar.lines.size());
            if (isNew) {
                WorkCalendar::Line &line = calendar.lines.emplace_back();
                line.name = camera.name;
                line.worked.resize(periods.size());
                line.unread.resize(periods.size());
                line.silent.resize(periods.size());
            }
            WorkCalendar::Line &line = calendar.lines[found->second];
            line.worked[i] = camera.worked;
            line.unread[i] = unreadRuns(camera);
            const int first = static_cast<int>(period.start.toJulianDay());
            for (const season::Outage &outage : camera.outages)
                line.silent[i].emplace_back(std::max(0, outage.first - first),
                                            std::min(period.dayCount() - 1, outage.last() - first));
        }
    }
    QCollator byName{QLocale(QLocale::English)};
    byName.setNumericMode(true); // "Stand 2" before "Stand 10"
    std::stable_sort(calendar.lines.begin(), calendar.lines.end(), [&byName](const auto &one, const auto &other) {
        return byName.compare(one.name, other.name) < 0;
    });
    calendar.oneSeason = std::all_of(periods.begin(), periods.end(), [&](const auto &period) {
        return period.start.month() == calendar.start.month() && period.start.day() == calendar.start.day();
    });
    return calendar;
}

qreal workCalendarHeight(const WorkCalendar &calendar)
{
    const qreal legend = 24 + (isUnread(calendar) ? layout::lineHeight(layout::font(Role::Label)) : 0);
    return layout::lineHeight(layout::font(Role::Strong)) + legend + AxisHeight +
           rowHeight(calendar) * static_cast<qreal>(calendar.lines.size());
}

void paintWorkCalendar(QPainter &painter, const QRectF &rect, const WorkCalendar &calendar)
{
    std::vector<layout::LegendEntry> legend;
    const bool compares = calendar.labels.size() > 1;
    for (qsizetype i = 0; i < calendar.labels.size(); ++i)
        legend.push_back({compares ? calendar.labels[i] : QStringLiteral("worked"),
                          fillOfPeriod(static_cast<std::size_t>(i)),
                          false,
                          {}});
    const layout::Fill hollow{QColor(layout::ink::axis), layout::Fill::Pattern::Empty};
    if (isUnread(calendar))
        legend.push_back({QStringLiteral("not read"), hollow, false, {}});
    legend.push_back({QStringLiteral("silent"), {}, true, QPen(QColor(layout::ink::warn), 1, Qt::DashLine)});
    const QRectF frame =
        layout::paintFigureHead(painter, rect, QStringLiteral("When the cameras worked"), QString(), legend);
    qreal names = 40;
    for (const WorkCalendar::Line &line : calendar.lines)
        names = std::max(names, layout::textWidth(layout::font(Role::Label), line.name) + 8);
    names = std::min(names, rect.width() * 0.34);
    const QRectF area(frame.left() + names, frame.top() + AxisHeight, frame.width() - names,
                      frame.height() - AxisHeight);
    const qreal day = area.width() / std::max(1, calendar.days);
    const qreal row = rowHeight(calendar);
    const int months = calendar.days > 150 ? calendar.days / 150 + 1 : 1;
    qreal free = area.left() - 1;
    for (int i = 0; i < calendar.days; ++i) {
        const QDate date = calendar.start.addDays(i);
        const bool isMonth =
            calendar.oneSeason ? date.day() == 1 && (date.month() - 1) % months == 0 : (i + 1) % (30 * months) == 0;
        if (i > 0 && !isMonth)
            continue;
        const qreal x = area.left() + i * day;
        painter.setPen(QPen(QColor(layout::ink::grid), 0.6));
        painter.drawLine(QPointF(x, area.top()),
                         QPointF(x, area.top() + row * static_cast<qreal>(calendar.lines.size())));
        const QString text = !calendar.oneSeason ? QStringLiteral("day %1").arg(i + 1)
                                                 : QLocale::c().toString(date, compares || date.month() != 1
                                                                                   ? QStringLiteral("d MMM")
                                                                                   : QStringLiteral("d MMM yyyy"));
        const qreal width = layout::textWidth(layout::font(Role::Small), text);
        if (x < free || x + width > area.right() + 4)
            continue;
        layout::paintLine(painter, QRectF(x, frame.top(), width + 2, AxisHeight - 2), text, layout::font(Role::Small),
                          QColor(layout::ink::text2));
        free = x + width + 8;
    }
    for (std::size_t i = 0; i < calendar.lines.size(); ++i) {
        const WorkCalendar::Line &line = calendar.lines[i];
        const qreal top = area.top() + static_cast<qreal>(i) * row;
        layout::paintLine(painter, QRectF(frame.left(), top, names - 6, row - 1), line.name, layout::font(Role::Label),
                          QColor(layout::ink::text));
        const qreal bars = BarHeight * static_cast<qreal>(line.worked.size());
        for (std::size_t period = 0; period < line.worked.size(); ++period) {
            const qreal y = top + (row - bars) / 2 + static_cast<qreal>(period) * BarHeight;
            const std::vector<double> &worked = line.worked[period];
            for (std::size_t first = 0; first < worked.size();) {
                std::size_t end = first;
                while (end < worked.size() && worked[end] > 0)
                    ++end;
                if (end > first)
                    painter.fillRect(QRectF(area.left() + static_cast<qreal>(first) * day, y,
                                            static_cast<qreal>(end - first) * day, BarHeight - 0.8),
                                     fillOfPeriod(period).color);
                first = std::max(end, first + 1);
            }
            for (const auto &[from, to] : line.unread[period])
                layout::paintFill(painter, QRectF(area.left() + from * day, y, (to - from + 1) * day, BarHeight - 0.8),
                                  hollow);
            for (const auto &[from, to] : line.silent[period]) {
                painter.setPen(QPen(QColor(layout::ink::warn), 0.7, Qt::DashLine));
                painter.setBrush(QColor(layout::ink::warnsoft));
                painter.drawRect(QRectF(area.left() + from * day, y, (to - from + 1) * day, BarHeight - 0.8));
            }
        }
    }
}

void addWorkCalendar(layout::Document &document, WorkCalendar calendar)
{
    constexpr std::size_t MostLines = 20; // more would leave pages half empty
    const int steady = leaveOutSteady(calendar, MostLines);
    for (const WorkCalendar &part : split(calendar, MostLines))
        document.figure(workCalendarHeight(part),
                        [part](QPainter &painter, const QRectF &rect) { paintWorkCalendar(painter, rect, part); });
    if (steady == 0)
        return;
    document.paragraph((calendar.lines.empty() ? QStringLiteral("All %1 worked on every day.")
                                               : QStringLiteral("Not shown are %1 that worked on every day."))
                           .arg(camerasText(steady)),
                       Role::Small, QColor(layout::ink::text2));
}

} // namespace herdbook::render

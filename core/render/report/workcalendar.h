// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"
#include "core/render/report/reportdata.h"

namespace herdbook::render {

/// When each camera worked: a bar for each period, hollow where no photo is read, dashed where it was silent too long for its own rhythm.
struct WorkCalendar
{
    struct Line
    {
        QString name;
        std::vector<std::vector<double>> worked; ///< for each period, camera-days of each day
        std::vector<std::vector<std::pair<int, int>>>
            unread; ///< for each period, runs of days of which nothing is read
        std::vector<std::vector<std::pair<int, int>>> silent; ///< for each period, first and last day of its outages
    };
    QStringList labels;    ///< of the periods
    QDate start;           ///< of the first period
    int days = 0;          ///< of the longest period
    bool oneSeason = true; ///< all periods begin on the same day of the year; else days are numbered
    std::vector<Line> lines;
};

WorkCalendar workCalendarOf(const std::vector<season::SeasonStatistics> &periods);
qreal workCalendarHeight(const WorkCalendar &calendar);
void paintWorkCalendar(QPainter &painter, const QRectF &rect, const WorkCalendar &calendar);
/// Adds it as figures that fit on a page each. Of many cameras, those that worked on every day are only counted.
void addWorkCalendar(layout::Document &document, WorkCalendar calendar);

} // namespace herdbook::render

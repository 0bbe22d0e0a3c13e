// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"

#include <QDateTime>
#include <QTimeZone>
#include <vector>

namespace herdbook::season {

/// One column of a timeline: the days of the calendar unit that fall into the period, both inclusive. The first and the
/// last bucket may be cut by the period.
struct Bucket
{
    QDate unit;  ///< first day of the whole unit (the Monday, the 1st): what PostgreSQL's date_trunc gives
    QDate start; ///< first day within the period
    QDate end;
    int days() const { return static_cast<int>(start.daysTo(end)) + 1; }
    bool operator==(const Bucket &) const = default;
};

/// All buckets of the period without gaps, in order; weeks are ISO weeks (from Monday). Empty when `end` is before
/// `start`.
std::vector<Bucket> bucketsOf(const QDate &start, const QDate &end, exports::GroupBy groupBy);

/// First day of the day, ISO week or month that `day` belongs to.
QDate unitOf(const QDate &day, exports::GroupBy groupBy);

/// Sortable name: "2026-11-22", "2026-W47" (with the ISO year), "2026-11".
QString unitKey(const QDate &day, exports::GroupBy groupBy);

/// Words for people: "22 November 2026", "week of 16 November 2026", "November 2026".
QString unitName(const QDate &unit, exports::GroupBy groupBy);
/// As few letters as an axis needs: "22 Nov", "16 Nov", "Nov 2026".
QString shortUnitName(const QDate &unit, exports::GroupBy groupBy);

/// "1 September to 30 November 2026"; the year is said once where it is the same.
QString periodName(const QDate &start, const QDate &end);
/// "22 November 2026", always in English.
QString dayName(const QDate &day);

/// The instants between which the days lie: [first, last). A day that begins in a gap of the clock begins after the
/// gap.
struct InstantRange
{
    QDateTime first; ///< UTC
    QDateTime last;  ///< UTC, exclusive
};
InstantRange instantsOf(const QDate &start, const QDate &end, const QTimeZone &zone);

} // namespace herdbook::season

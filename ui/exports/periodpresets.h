// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/forminput.h"

#include <QDate>

namespace herdbook::ui {

/// A range of dates by name. One that can't be chosen today says why.
struct DatePreset
{
    QString name;
    QDate start, end;
    QString problem;
};

/// The presets as of a day: last 30 days, this month, last month, rut seasons (1 October to 31 January, up to today), a year up to today.
QList<DatePreset> datePresets(const QDate &today);

/// Periods to compare, by name.
struct ComparisonPreset
{
    QString name;
    QList<FormInput::PeriodInput> periods;
    QString problem; ///< why it can't be chosen today
};

/// Rut against rut, month against the same month, year against year, as of a day. Periods of one preset end at the same day of their
/// season, so that an unfinished one is compared with as much of the other.
QList<ComparisonPreset> comparisonPresets(const QDate &today);

/// What a period is called that nobody named: "September 2026", "2025", "1 Sep – 15 Oct 2026"; empty where the dates give none. English, as the
/// report it is printed in.
QString periodLabel(const QDate &start, const QDate &end);

} // namespace herdbook::ui

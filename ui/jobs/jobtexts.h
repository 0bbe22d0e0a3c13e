// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/texts.h"

#include <QTimeZone>

/// Words, icons and colors for jobs: what the table, the details, a copy and a notification say are the same.
namespace herdbook::ui {

struct StateLook
{
    Icon icon;
    ColorToken color;
};

StateLook stateLook(const jobs::JobRow &row);
/// The state's own word: "Queued", "Completed", "Lost by Redis".
QString stateWord(jobs::RowState state);
/// "Queued, 3rd of 7", "Making crops", "Failed: disk is full", "Processing, but no worker holds it".
QString stateText(const jobs::JobRow &row);
QString kindText(const jobs::JobRow &row);
/// The title, or what kind of report it is.
QString titleText(const jobs::JobRow &row);
/// "24 Aug – 22 Nov 2026", "2 periods", "412 detections".
QString rangeText(const jobs::JobRow &row);
QString rangeText(const QDate &start, const QDate &end);
/// The same without the year where it is today's.
QString shortRangeText(const jobs::JobRow &row, const QDate &today);
/// "12 s", "7 min", "2 h", "3 d"; a dash where the time isn't known.
QString ageText(const QDateTime &since, const QDateTime &now);
/// Counting down "52:36"; "≈ 49 min" while it can't be looked up; a dash before the end.
QString expiryText(const jobs::JobRow &row, const QDateTime &now, bool stale);
/// Under five minutes from the end.
bool expiresSoon(const jobs::JobRow &row, const QDateTime &now);
/// "1.2 MB"; a dash where it isn't known.
QString sizeText(qint64 bytes);
/// "8 s", "1 min", rounded so that it doesn't flicker.
QString durationText(int seconds);
/// "116/s, 8 s left"; empty before it can be told.
QString speedText(const jobs::JobRow &row);
QString ordinal(int number);

/// What is not kept of the request: "its logo", "its list of detections"; empty where all is.
QString notKeptText(const jobs::JobRow &row);

/// Who asked: "you", or the name without the machine; a dash where nobody said.
QString askedByText(const jobs::JobRow &row);

/// Host part of `host:pid:slot`.
QString workerText(const QString &worker);
/// "Seasonal PDF", "Comparison PDF", "ZIP dataset".
QString reportText(const jobs::JobRow &row);

/// One line for the clipboard: all columns, separated by tabs or as CSV.
QStringList columnsOf(const jobs::JobRow &row, const QDateTime &now, const QTimeZone &zone);
QStringList columnTitles();

} // namespace herdbook::ui

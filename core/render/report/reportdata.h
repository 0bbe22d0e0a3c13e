// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/findings.h"

#include <QImage>

namespace herdbook::render {

/// All that a report says, read once; sections only arrange it.
struct ReportData
{
    exports::ExportRequest request;
    QTimeZone zone;
    QDateTime made;                                ///< UTC
    std::vector<season::SeasonStatistics> periods; ///< one, or the 2-5 of a comparison
    qint64 detections = 0;                         ///< in any of them: in several, it counts once
    std::vector<season::Finding> findings;
    QStringList missing;              ///< columns and tables that this database hasn't got
    QHash<QString, QImage> portraits; ///< of the most-seen deer, by id; a missing photo is missing here
    int photosTried = 0;              ///< for the portraits
    QStringList remarks;              ///< how the database was read where that isn't plain: storage::Columns::remarks()
    QMap<QString, int> photoFaults;   ///< of these, the ones that couldn't be used, by the names of missing.csv

    const season::SeasonStatistics &season() const { return periods.front(); }
    bool isComparison() const { return periods.size() > 1; }
    bool isEmpty() const;
    /// The title asked for, else the report's kind in words.
    QString title() const;
    QString periodText() const;
    /// The same, with the dates of a comparison's periods.
    QString datesText() const;
};

/// The report's kind in words, such as "Seasonal activity".
QString kindName(exports::ReportType type);

} // namespace herdbook::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/reportdata.h"

namespace herdbook::render {

bool ReportData::isEmpty() const
{
    return std::all_of(periods.begin(), periods.end(), [](const auto &period) { return period.detections == 0; });
}

QString ReportData::title() const
{
    const QString asked = request.title.trimmed();
    return asked.isEmpty() ? kindName(request.reportType) : asked;
}

QString ReportData::periodText() const
{
    if (!isComparison())
        return season::periodName(season().start, season().end);
    QStringList labels;
    for (const season::SeasonStatistics &period : periods)
        labels.push_back(period.label);
    return labels.join(QStringLiteral(" \u00b7 "));
}

QString ReportData::datesText() const
{
    if (!isComparison())
        return periodText();
    QStringList dated;
    for (const season::SeasonStatistics &period : periods)
        dated << QStringLiteral("%1 (%2)").arg(period.label, season::periodName(period.start, period.end));
    return dated.join(QStringLiteral(" \u00b7 "));
}

QString kindName(exports::ReportType type)
{
    switch (type) {
    case exports::ReportType::SeasonalActivity:
        return QStringLiteral("Seasonal activity");
    case exports::ReportType::Comparison:
        return QStringLiteral("Comparison of periods");
    case exports::ReportType::Custom:
        return QStringLiteral("Deer activity");
    }
    return {};
}

} // namespace herdbook::render

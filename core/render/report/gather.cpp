// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/gather.h"

#include "core/config/imagepath.h"
#include "core/render/photo/photocrops.h"
#include "core/reports/seasonquery.h"

#include <future>

namespace herdbook::render {

namespace {

constexpr int PortraitSize = 420; // pixels; about 250 dots per inch in print
constexpr double PortraitMargin = 0.18;

const Error &cancelled()
{
    static const Error error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
    return error;
}

/// From the best photo that is there.
QImage portraitOf(const reports::IndividualStatistics &deer, const QString &imageFolder, const std::stop_token &stop)
{
    for (const reports::IndividualStatistics::Photo &photo : deer.photos) {
        const Result<QString> path = localImagePath(photo.path, imageFolder);
        std::optional<Box> box = boxFromJson(photo.box);
        if (stop.stop_requested())
            break;
        if (!path || !box)
            continue;
        const double margin = PortraitMargin * std::max(box->width(), box->height());
        box->adjust(-margin, -margin, margin, margin);
        if (const QImage portrait = cropPhoto(path.value(), {box}, PortraitSize).front().image; !portrait.isNull())
            return portrait;
    }
    return {};
}

std::vector<exports::Period> periodsOf(const exports::ExportRequest &request)
{
    if (request.reportType == exports::ReportType::Comparison)
        return {request.comparisonPeriods.begin(), request.comparisonPeriods.end()};
    return {{QString(), request.start, request.end}};
}

bool wantsPortraits(const exports::ExportRequest &request)
{
    return request.reportType == exports::ReportType::SeasonalActivity ||
           request.sections.contains(QStringLiteral("individuals"));
}

} // namespace

Result<ReportData> gatherReport(storage::Postgres &connection, const exports::ExportRequest &request,
                                const Settings &settings, const QDateTime &now,
                                const std::function<void(const QString &)> &step, std::stop_token stop)
{
    ReportData data;
    data.request = request;
    data.zone = settings.siteTimeZone;
    data.made = now;
    const Result<reports::DetectionColumns> columns = reports::DetectionColumns::probe(connection);
    if (!columns)
        return columns.error();
    {
        const Result<storage::Transaction> snapshot =
            storage::Transaction::begin(connection, storage::Transaction::Mode::ReadOnlySnapshot);
        if (!snapshot)
            return snapshot.error();
        for (const exports::Period &period : periodsOf(request)) {
            step(QStringLiteral("Reading ") +
                 (period.label.isEmpty() ? reports::periodName(period.start, period.end) : period.label));
            Result<reports::SeasonStatistics> season = reports::readSeason(
                connection, columns.value(),
                {period.start, period.end, request.groupBy, exports::coveredClassifications(request),
                 settings.siteTimeZone, wantsPortraits(request) ? 8 : 0});
            if (stop.stop_requested())
                return cancelled();
            if (!season)
                return season.error();
            season->label = period.label;
            data.periods.push_back(std::move(*season));
        }
    }
    if (request.includeInsights)
        data.findings =
            data.isComparison() ? reports::findingsBetween(data.periods) : reports::findingsOf(data.season());
    if (wantsPortraits(request) && !data.season().mostSeen.empty()) {
        step(QStringLiteral("Cutting portraits"));
        std::vector<std::future<QImage>> portraits;
        for (const reports::IndividualStatistics &deer : data.season().mostSeen)
            portraits.push_back(std::async(portraitOf, std::cref(deer), std::cref(settings.imageFolder), stop));
        for (std::size_t i = 0; i < portraits.size(); ++i) {
            if (const QImage portrait = portraits[i].get(); !portrait.isNull())
                data.portraits.insert(data.season().mostSeen[i].id, portrait);
        }
        if (stop.stop_requested())
            return cancelled();
    }
    return data;
}

} // namespace herdbook::render

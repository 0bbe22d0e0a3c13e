// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/gather.h"

#include "core/render/photo/photocrops.h"
#include "core/render/photo/photosinhand.h"
#include "core/render/photo/photostore.h"
#include "core/render/report/boxunit.h"
#include "core/season/seasonquery.h"
#include "core/season/unplaced.h"
#include "core/storage/snapshot.h"
#include "core/storage/zones.h"

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

struct Portrait
{
    QImage image;
    std::vector<CropFault> faults; ///< of the photos that were tried before
};

/// What cutting portraits needs.
struct Studio
{
    PhotoStore photos;
    PhotosInHand inHand;
    BoxUnit unit = BoxUnit::Pixels;
};

/// From the best photo that is there and whole.
Portrait portraitOf(const season::IndividualStatistics &deer, Studio &studio, const std::stop_token &stop)
{
    Portrait portrait;
    for (const season::IndividualStatistics::Photo &photo : deer.photos) {
        std::optional<Box> box = boxFromJson(photo.box);
        if (stop.stop_requested())
            break;
        if (!box)
            continue;
        if (studio.unit == BoxUnit::Pixels && looksLikeFractions(*box)) {
            portrait.faults.push_back(CropFault::BadBox);
            continue;
        }
        const double margin = PortraitMargin * std::max(box->width(), box->height());
        box->adjust(-margin, -margin, margin, margin);
        if (studio.inHand.isGivenUp(photo.path)) {
            portrait.faults.push_back(CropFault::PhotoUnreadable);
            continue;
        }
        const PhotosInHand::Hold hold(studio.inHand, photo.path);
        const Crop crop = cropPhoto(studio.photos, photo.path, {{box}, PortraitSize, studio.unit, {}}, stop).front();
        if (!crop.fault && !crop.damaged) {
            portrait.image = crop.image;
            break;
        }
        portrait.faults.push_back(crop.fault.value_or(CropFault::PhotoDamaged));
    }
    return portrait;
}

/// Pixels, unless a portrait's own boxes leave it open and all of the database say otherwise.
Result<BoxUnit> portraitUnit(storage::Postgres &connection, const storage::Columns &columns,
                             const season::SeasonStatistics &season)
{
    for (const season::IndividualStatistics &deer : season.mostSeen) {
        for (const season::IndividualStatistics::Photo &photo : deer.photos) {
            const std::optional<Box> box = boxFromJson(photo.box);
            if (box && looksLikeFractions(*box))
                return boxUnitOf(connection, columns);
        }
    }
    return BoxUnit::Pixels;
}

Result<void> cutPortraits(const Settings &settings, const QString &target, BoxUnit unit, const std::stop_token &stop,
                          ReportData &data)
{
    Studio studio{PhotoStore(settings), PhotosInHand(target), unit};
    std::vector<std::future<Portrait>> portraits;
    for (const season::IndividualStatistics &deer : data.season().mostSeen)
        portraits.push_back(std::async(std::launch::async, portraitOf, std::cref(deer), std::ref(studio), stop));
    for (std::size_t i = 0; i < portraits.size(); ++i) {
        const Portrait portrait = portraits[i].get();
        data.photosTried += static_cast<int>(portrait.faults.size()) + (portrait.image.isNull() ? 0 : 1);
        for (const CropFault fault : portrait.faults)
            ++data.photoFaults[wireName(fault)];
        if (!portrait.image.isNull())
            data.portraits.insert(data.season().mostSeen[i].id, portrait.image);
    }
    const std::optional<Error> fault = studio.photos.fault();
    return fault ? Result<void>(*fault) : Result<void>();
}

std::vector<exports::Period> periodsOf(const exports::ExportRequest &request)
{
    if (request.reportType == exports::ReportType::Comparison)
        return {request.comparisonPeriods.begin(), request.comparisonPeriods.end()};
    return {{QString(), request.start, request.end}};
}

/// A name that is written from right to left keeps to itself, so that figures beside it in a sentence stay in their order.
void isolate(QString &name)
{
    constexpr QChar Begin(0x2068), End(0x2069);
    if (std::any_of(name.begin(), name.end(),
                    [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; }))
        name = Begin + name + End;
}

void isolateNames(season::SeasonStatistics &season)
{
    isolate(season.label);
    for (season::LocationStatistics &place : season.locations)
        isolate(place.name);
    for (season::CameraEffort &camera : season.effort.cameras)
        isolate(camera.name);
    for (auto &[one, other] : season.effort.nearby) {
        isolate(one);
        isolate(other);
    }
    for (season::IndividualStatistics &deer : season.mostSeen)
        isolate(deer.name);
    for (season::IndividualHistory &deer : season.knownDeer)
        isolate(deer.name);
}

/// What the compared periods are called: those without a name, or with one that another has as well, by their numbers.
QStringList labelsOf(const std::vector<exports::Period> &periods)
{
    QStringList given;
    for (const exports::Period &period : periods)
        given << period.label.simplified();
    QStringList labels;
    for (qsizetype i = 0; i < given.size() && given.size() > 1; ++i) {
        QString label = given[i];
        for (qsizetype number = i + 1; label.isEmpty() || given.count(label) > 1 || labels.contains(label) ||
                                       (label != given[i] && given.contains(label));
             ++number)
            label = given[i].isEmpty() ? QStringLiteral("Period %1").arg(number)
                                       : QStringLiteral("%1 (%2)").arg(given[i], QString::number(number));
        labels << label;
    }
    return labels;
}

bool wantsPortraits(const exports::ExportRequest &request)
{
    return request.reportType == exports::ReportType::SeasonalActivity ||
           request.sections.contains(QStringLiteral("individuals"));
}

} // namespace

season::Condition countedFor(const exports::ExportRequest &request, const QTimeZone &zone)
{
    std::vector<season::InstantRange> ranges;
    for (const exports::Period &period : periodsOf(request))
        ranges.push_back(season::instantsOf(period.start, period.end, zone));
    return season::countedIn(ranges, exports::coveredClassifications(request), request.locationIds);
}

Result<ReportData> gatherReport(storage::Postgres &connection, const exports::ExportRequest &request,
                                const Settings &settings, const QString &target, const QDateTime &now,
                                const std::function<void(const QString &)> &step, const std::stop_token &stop)
{
    ReportData data;
    data.request = request;
    data.zone = settings.siteTimeZone;
    data.made = now;
    BoxUnit unit = BoxUnit::Pixels;
    const QStringList labels = labelsOf(periodsOf(request));
    {
        const Result<storage::Snapshot> snapshot = storage::Snapshot::begin(connection);
        if (!snapshot)
            return snapshot.error();
        data.remarks = snapshot->columns().remarks();
        data.missing = snapshot->columns().missing();
        for (const exports::Period &period : periodsOf(request)) {
            if (const Result<void> zone = storage::checkZone(connection, data.zone, period.start, period.end); !zone)
                return zone.error();
            step(QStringLiteral("Reading ") +
                 (period.label.isEmpty() ? season::periodName(period.start, period.end) : period.label));
            Result<season::SeasonStatistics> season =
                season::readSeason(connection, snapshot->columns(),
                                   {period.start, period.end, request.groupBy, exports::coveredClassifications(request),
                                    settings.siteTimeZone, wantsPortraits(request) ? 8 : 0, request.locationIds});
            if (stop.stop_requested())
                return cancelled();
            if (!season)
                return season.error();
            season->label = labels.value(static_cast<qsizetype>(data.periods.size()));
            isolateNames(*season);
            data.periods.push_back(std::move(*season));
        }
        data.detections = data.season().detections;
        if (data.isComparison()) { // whose periods may share days
            const Result<qint64> counted =
                season::countDetections(connection, snapshot->columns(), countedFor(request, settings.siteTimeZone));
            if (!counted)
                return counted.error();
            data.detections = *counted;
        }
        if (const QString classes = season::unknownClassesText(data.periods); !classes.isEmpty())
            data.remarks << classes;
        if (const QString statuses = season::unknownStatusesText(data.periods); !statuses.isEmpty())
            data.remarks << statuses;
        const QString unknown = season::unknownLocationsText(request.locationIds, data.season().effort);
        if (!unknown.isEmpty())
            data.remarks << unknown;
        const Result<QStringList> unplaced = season::unplacedTexts(connection, snapshot->columns());
        if (!unplaced)
            return unplaced.error();
        data.remarks << *unplaced;
        if (wantsPortraits(request)) {
            const Result<BoxUnit> found = portraitUnit(connection, snapshot->columns(), data.season());
            if (!found)
                return found.error();
            unit = *found;
        }
    }
    if (request.includeInsights)
        data.findings = data.isComparison() ? season::findingsBetween(data.periods) : season::findingsOf(data.season());
    if (wantsPortraits(request) && !data.season().mostSeen.empty()) {
        step(QStringLiteral("Cutting portraits"));
        const Result<void> cut = cutPortraits(settings, target, unit, stop, data);
        if (stop.stop_requested())
            return cancelled();
        if (!cut)
            return cut.error();
    }
    return data;
}

} // namespace herdbook::render

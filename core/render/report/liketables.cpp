// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/liketables.h"

#include "core/render/report/forest.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"

#include <cmath>
#include <map>

namespace herdbook::render {

using layout::Document;
using season::LikeWithLike;
using season::Rate;
using season::RateRatio;
using season::SeasonStatistics;

namespace {

layout::Row rowOf(const ReportData &data, const LikeWithLike &like, const QString &name, const QStringList &cameras)
{
    layout::Row row{{name}, false, {}};
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        const Rate rate = like.rate(i, std::nullopt, cameras);
        const bool worked = rate.days > 0;
        row.cells << (worked ? daysText(rate.days) : QStringLiteral("0"))
                  << (worked ? number(std::lround(rate.count)) : noValue()) << rateFigure(rate);
    }
    return row;
}

/// Locations of the periods with the rate of the last one, highest first.
std::vector<const season::CameraEffort *> camerasOf(const ReportData &data, const QStringList &matched, bool among)
{
    std::map<QString, const season::CameraEffort *> byId;
    for (const SeasonStatistics &period : data.periods) {
        for (const season::CameraEffort &camera : period.effort.cameras) {
            if (matched.contains(camera.id) == among && camera.cameraDays() > 0)
                byId[camera.id] = &camera;
        }
    }
    std::vector<const season::CameraEffort *> cameras;
    for (const auto &[id, camera] : byId)
        cameras.push_back(camera);
    const auto rate = [](const season::CameraEffort *camera) {
        return static_cast<double>(camera->counted(std::nullopt)) / camera->cameraDays();
    };
    std::stable_sort(cameras.begin(), cameras.end(), [&](const auto *a, const auto *b) { return rate(a) > rate(b); });
    return cameras;
}

} // namespace

void addLocationsOfTwo(Document &document, const ReportData &data, const LikeWithLike &like)
{
    const QStringList matched = like.matched(1, 0);
    const std::vector<const season::CameraEffort *> compared = camerasOf(data, matched, true);
    std::vector<std::optional<RateRatio>> ratios;
    for (const season::CameraEffort *camera : compared)
        ratios.push_back(like.ratioAt(camera->id, 1, 0));
    const std::optional<RateRatio> together = like.ratio(1, 0, std::nullopt);
    ratios.push_back(together);
    const Forest forest(ratios);
    layout::Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    for (const SeasonStatistics &period : data.periods) {
        for (const char *title : {"days", "count", "per 100"}) {
            table.columns.push_back({QString::fromLatin1(title), Qt::AlignRight, false, {}});
            table.columns.back().group = period.label;
        }
    }
    const QString group = QStringLiteral("%1 to %2").arg(data.periods[1].label, data.periods[0].label);
    table.columns.push_back({QStringLiteral("ratio"), Qt::AlignRight, false, {}});
    table.columns.push_back(forest.column(108));
    table.columns[7].group = table.columns[8].group = group;
    const auto ratioCell = [](const std::optional<RateRatio> &ratio) {
        return ratio && !ratio->hasZero ? decimal(ratio->ratio, 2) : noValue();
    };
    for (std::size_t i = 0; i < compared.size(); ++i) {
        layout::Row row = rowOf(data, like, compared[i]->name, {compared[i]->id});
        row.cells << ratioCell(ratios[i]);
        row.drawn[8] = forest.cell(ratios[i]);
        table.rows.push_back(std::move(row));
    }
    if (!matched.isEmpty()) {
        layout::Row sum = rowOf(data, like, camerasText(matched.size()) + QStringLiteral(", both periods"), matched);
        sum.cells << ratioCell(together);
        sum.drawn[8] = forest.cell(together, true);
        sum.strong = true;
        table.rows.push_back(std::move(sum));
    }
    for (const season::CameraEffort *camera : camerasOf(data, matched, false)) {
        layout::Row row = rowOf(data, like, camera->name, {camera->id});
        row.cells << noValue() << QStringLiteral("not compared");
        row.faint = true;
        table.rows.push_back(std::move(row));
    }
    layout::Row all = rowOf(data, like, QStringLiteral("All cameras"), {});
    bool unrated = false;
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        all.cells[3 * static_cast<qsizetype>(i) + 2] = number(data.periods[i].detections);
        unrated = unrated || data.periods[i].detections != data.periods[i].effort.counted(std::nullopt);
    }
    const double before = static_cast<double>(data.periods[0].detections);
    all.cells << noValue()
              << (before > 0 ? QStringLiteral("counts alone: %1")
                                   .arg(season::changeText(static_cast<double>(data.periods[1].detections) / before))
                             : QString());
    all.faint = true;
    table.rows.push_back(std::move(all));
    table.note =
        QStringLiteral(
            "Days are camera-days. A camera is compared where it worked at least 7 days and half of the days of both "
            "periods%1. Bars: 95% intervals, each on its own. A dash: no rate under 7 camera-days, no ratio where "
            "nothing was seen in one of the two.")
            .arg(like.anyUnread() ? QStringLiteral(" with enough of its photos read") : QString());
    if (unrated)
        table.note +=
            QStringLiteral(" The count of all cameras holds what was counted while no camera is known to "
                           "have worked, or on photos that are not read or bear impossible dates; no rate does.");
    document.heading(QStringLiteral("Detections per 100 camera-days, by location"), 2);
    document.table(table);
}

void addLocationsOfSeveral(Document &document, const ReportData &data, const LikeWithLike &like,
                           const QStringList &compared)
{
    const QStringList &matched = like.matchedInAll();
    layout::Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    for (const SeasonStatistics &period : data.periods) {
        table.columns.push_back({QStringLiteral("days"), Qt::AlignRight, false, {}});
        table.columns.back().group = period.label;
        table.columns.push_back({QStringLiteral("per 100"), Qt::AlignRight, false, {}});
        table.columns.back().group = period.label;
    }
    const auto row = [&](const QString &name, const QStringList &cameras) {
        layout::Row made{{name}, false, {}};
        for (std::size_t i = 0; i < data.periods.size(); ++i) {
            const Rate rate = like.rate(i, std::nullopt, cameras);
            made.cells << daysText(rate.days) << rateFigure(rate);
        }
        return made;
    };
    for (const season::CameraEffort *camera : camerasOf(data, compared, true))
        table.rows.push_back(row(camera->name, {camera->id}));
    if (!matched.isEmpty()) {
        table.rows.push_back(row(camerasText(matched.size()) + QStringLiteral(", all periods"), matched));
        table.rows.back().strong = true;
    }
    for (const season::CameraEffort *camera : camerasOf(data, compared, false)) {
        table.rows.push_back(row(camera->name, {camera->id}));
        table.rows.back().faint = true;
    }
    table.rows.push_back(row(QStringLiteral("All cameras"), {}));
    table.rows.back().faint = true;
    const bool unread = like.anyUnread();
    table.note =
        compared.isEmpty() ? QStringLiteral("Days are camera-days. No camera can be compared between any two periods.")
        : matched.isEmpty()
            ? QStringLiteral("Days are camera-days. No camera worked at least 7 days and half of the days of every "
                             "period%1, so each two are compared by the cameras that did so in both. Gray: not "
                             "compared.")
                  .arg(unread ? QStringLiteral(" with enough of its photos read") : QString())
            : QStringLiteral("Days are camera-days. Gray: not compared, as by its photos the camera worked less than 7 "
                             "days or half of the days of some period%1.")
                  .arg(unread ? QStringLiteral(", or too few of its photos are read") : QString());
    table.note +=
        QStringLiteral(" Together: the intervals allow for all comparisons with %1.").arg(data.periods[0].label);
    document.heading(QStringLiteral("Detections per 100 camera-days, by location"), 2);
    document.table(table);
}

} // namespace herdbook::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"
#include "core/render/report/forest.h"
#include "core/render/report/section.h"
#include "core/render/report/sketchmap.h"
#include "core/render/report/words.h"
#include "core/render/report/workcalendar.h"
#include "core/season/effort/words.h"
#include "core/season/likewithlike.h"

#include <cmath>

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::LikeWithLike;
using season::Rate;
using season::RateRatio;
using season::SeasonStatistics;

namespace {

/// "59", "50.5"
QString daysText(double days)
{
    return decimal(days, std::abs(days - std::round(days)) < 0.05 ? 0 : 1);
}

/// What stands below a rate: what it is of, or why there is none.
QString noteBelow(const Rate &rate, const QString &usual)
{
    return rate.value && rate.count > 0 ? usual : rateNote(rate);
}

QString verdictOn(const RateRatio &ratio)
{
    return !ratio.hasInterval                  ? QStringLiteral(", and whether that is more than chance can't be told.")
           : ratio.low <= 1 && ratio.high >= 1 ? QStringLiteral(", and no clear change.")
                                               : QStringLiteral(".");
}

/// The periods side by side by rates of the same cameras.
class LikeSection : public Section
{
public:
    void add(Document &document, const ReportData &data) const override;

private:
    static void addTwo(Document &document, const ReportData &data, const LikeWithLike &like);
    static void addSeveral(Document &document, const ReportData &data, const LikeWithLike &like);
};

QString headline(const ReportData &data, const LikeWithLike &like, const RateRatio &ratio)
{
    const QStringList cameras = like.matched(1, 0);
    const Rate now = like.rate(1, std::nullopt, cameras);
    const Rate before = like.rate(0, std::nullopt, cameras);
    const double percent = std::abs(100 * (ratio.ratio - 1));
    const double less = std::min(percent, 99.9); // none at all is told elsewhere
    const QString change =
        percent < 0.5
            ? QStringLiteral("%1 (%2)").arg(season::changeText(ratio.ratio), season::changeIntervalText(ratio))
        : ratio.ratio > 1 ? QStringLiteral("%1% more").arg(season::countText(std::lround(std::min(percent, 1e6))))
                          : QStringLiteral("%1% less").arg(decimal(less, less < 99.05 ? 0 : 1));
    // Rates add the cameras up; the ratio takes camera by camera, and may point elsewhere where their shares moved.
    const bool turned = now.value && before.value && (*now.value - *before.value) * (ratio.ratio - 1) < 0;
    const QString how = !turned              ? QString()
                        : like.aligned(1, 0) ? QStringLiteral("camera by camera and week by week, ")
                                             : QStringLiteral("camera by camera, ");
    if (!now.value || !before.value)
        return {};
    return QStringLiteral(
               "Where cameras worked in both, %1 were counted per 100 camera-days in %2, after %3 in %4: %5like "
               "with like %6%7")
        .arg(rateFigure(now), data.periods[1].label, rateFigure(before), data.periods[0].label, how, change,
             verdictOn(ratio));
}

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

void addLocationTable(Document &document, const ReportData &data, const LikeWithLike &like)
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
            "periods%1. Bars: 95% intervals, each on its own. A dash: no rate under 7 camera-days.")
            .arg(like.anyUnread() ? QStringLiteral(" with enough of its photos read") : QString());
    if (unrated)
        table.note +=
            QStringLiteral(" The count of all cameras holds what was counted while no camera is known to "
                           "have worked, or on photos that are not read or bear impossible dates; no rate does.");
    document.heading(QStringLiteral("Detections per 100 camera-days, by location"), 2);
    document.table(table);
}

void addMapAndCalendar(Document &document, const ReportData &data, const QStringList &matched)
{
    SketchMap map = sketchMapOf(data.periods.back().effort, matched);
    map.title = QStringLiteral("Where, in %1").arg(data.periods.back().label);
    const bool dashed =
        std::any_of(map.places.begin(), map.places.end(), [](const MapPlace &place) { return !place.isCompared; });
    const QString note = dashed ? QStringLiteral("; dashed: not compared") : QString();
    map.note += note;
    const WorkCalendar calendar = workCalendarOf(data.periods);
    constexpr qreal Gap = 20;
    constexpr std::size_t Beside = 16; // more cameras need the whole width
    if (!map.places.empty() && !calendar.lines.empty() && calendar.lines.size() <= Beside && data.periods.size() <= 2) {
        map.note = QStringLiteral("disc area: rate") + note;
        const qreal height = std::max(210.0, workCalendarHeight(calendar));
        document.row(
            height,
            {[map](QPainter &painter, const QRectF &rect) { paintSketchMap(painter, rect, map); },
             [calendar](QPainter &painter, const QRectF &rect) { paintWorkCalendar(painter, rect, calendar); }},
            Gap);
        addUnnamed(document, map, {(document.width() - Gap) / 2, height});
        return;
    }
    if (!map.places.empty())
        document.figure(260, [map](QPainter &painter, const QRectF &rect) { paintSketchMap(painter, rect, map); });
    addUnnamed(document, map, {document.width(), 260});
    addWorkCalendar(document, calendar);
}

layout::Card changeCard(const QString &label, const std::optional<RateRatio> &ratio, bool together = false)
{
    return ratio && !ratio->hasZero
               ? layout::Card{label, season::changeText(ratio->ratio), season::changeIntervalText(*ratio, together)}
               : layout::Card{label, noValue(), QStringLiteral("not comparable")};
}

void LikeSection::addTwo(Document &document, const ReportData &data, const LikeWithLike &like)
{
    const QStringList sentences = like.sentences(1, 0);
    const std::optional<RateRatio> ratio = like.overlap(1, 0) ? std::nullopt : like.ratio(1, 0, std::nullopt);
    const QString lead = ratio && !ratio->hasZero ? headline(data, like, *ratio) : QString();
    const QString told = sentences.join(u' ');
    // Where counts alone would turn the sign, that is said first.
    if (like.disagree(1, 0)) {
        document.paragraph(told, Role::Subheading);
        if (!lead.isEmpty())
            document.paragraph(lead, Role::Body, QColor(layout::ink::text2));
    } else if (lead.isEmpty()) {
        document.paragraph(sentences.first(), Role::Subheading);
        document.paragraph(sentences.mid(1).join(u' '), Role::Body, QColor(layout::ink::text2));
    } else {
        document.paragraph(lead, Role::Subheading);
        document.paragraph(told, Role::Body, QColor(layout::ink::text2));
    }
    const QStringList matched = like.matched(1, 0);
    std::vector<layout::Card> cards;
    for (std::size_t i = 0; i < 2; ++i) {
        const Rate rate = matched.isEmpty() ? Rate{} : like.rate(i, std::nullopt, matched);
        cards.push_back({QStringLiteral("%1, %2").arg(data.periods[i].label, camerasText(matched.size())),
                         rateFigure(rate),
                         matched.isEmpty() ? QStringLiteral("none can be compared")
                                           : noteBelow(rate, QStringLiteral("per 100 camera-days"))});
    }
    cards.push_back(changeCard(QStringLiteral("Change, like with like"), ratio));
    cards.push_back(
        {QStringLiteral("Camera-days, all"),
         QStringLiteral("%1 and %2")
             .arg(daysText(data.periods[0].effort.cameraDays()), daysText(data.periods[1].effort.cameraDays())),
         QStringLiteral("of %1 and %2")
             .arg(daysText(data.periods[0].effort.possible()), daysText(data.periods[1].effort.possible()))});
    layout::addCards(document, cards);
    addLocationTable(document, data, like);
}

/// Cameras that some comparison rests on: those of every period, or else those of each two.
QStringList comparedAnywhere(const ReportData &data, const LikeWithLike &like)
{
    QStringList cameras = like.matchedInAll();
    for (std::size_t i = 0; like.matchedInAll().isEmpty() && i < data.periods.size(); ++i) {
        for (std::size_t j = i + 1; j < data.periods.size(); ++j)
            cameras += like.overlap(i, j) ? QStringList() : like.matched(i, j);
    }
    cameras.removeDuplicates();
    return cameras;
}

void LikeSection::addSeveral(Document &document, const ReportData &data, const LikeWithLike &like)
{
    const QStringList &matched = like.matchedInAll();
    const double alpha = season::FamilyError / static_cast<double>(data.periods.size() - 1);
    if (const QStringList unread = like.unreadSentences(); !unread.isEmpty())
        document.paragraph(unread.join(u' '));
    std::vector<layout::Card> cards;
    for (std::size_t i = 1; i < data.periods.size(); ++i) {
        document.paragraph(QStringLiteral("%1 to %2").arg(data.periods[i].label, data.periods[0].label), Role::Strong);
        document.paragraph(like.sentences(i, 0, alpha).join(u' '));
        cards.push_back(changeCard(QStringLiteral("%1 to %2").arg(data.periods[i].label, data.periods[0].label),
                                   like.ratio(i, 0, std::nullopt, alpha), true));
    }
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        const Rate rate = like.rate(i, std::nullopt, matched);
        cards.push_back({data.periods[i].label, rateFigure(rate),
                         noteBelow(rate, QStringLiteral("per 100 camera-days, %1")
                                             .arg(matched.isEmpty() ? QStringLiteral("all cameras")
                                                                    : camerasText(matched.size())))});
    }
    layout::addCards(document, cards, data.periods.size() == 4 ? 4 : 3);
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
    const QStringList compared = comparedAnywhere(data, like);
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

void LikeSection::add(Document &document, const ReportData &data) const
{
    const LikeWithLike like(data.periods);
    document.heading(QStringLiteral("Like with like"));
    if (data.periods.size() == 2)
        addTwo(document, data, like);
    else
        addSeveral(document, data, like);
    if (data.request.includeCharts)
        addMapAndCalendar(document, data, data.periods.size() == 2 ? like.matched(1, 0) : comparedAnywhere(data, like));
}

} // namespace

std::unique_ptr<Section> makeComparedFigures()
{
    return std::make_unique<LikeSection>();
}

} // namespace herdbook::render

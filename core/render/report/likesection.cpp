// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"
#include "core/render/report/liketables.h"
#include "core/render/report/section.h"
#include "core/render/report/sketchmap.h"
#include "core/render/report/words.h"
#include "core/render/report/workcalendar.h"
#include "core/season/effort/words.h"
#include "core/season/likesentences.h"

#include <cmath>

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::LikeWithLike;
using season::Rate;
using season::RateRatio;
using season::SeasonStatistics;

namespace {

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

/// How the rate of period `one` stands to that of the first.
layout::Card changeCard(const QString &label, const LikeWithLike &like, std::size_t one,
                        double alpha = season::FamilyError)
{
    const std::optional<RateRatio> ratio = like.ratio(one, 0, std::nullopt, alpha);
    if (!ratio)
        return {label, noValue(), QStringLiteral("not comparable")};
    if (!ratio->hasZero)
        return {label, season::changeText(ratio->ratio),
                season::changeIntervalText(*ratio, alpha < season::FamilyError)};
    const bool onlyNow = ratio->ratio > 1;
    const bool isElsewhere = like.counted(onlyNow ? 0 : one, std::nullopt, like.matched(one, 0)) > 0;
    return {label, noValue(),
            (isElsewhere ? QStringLiteral("seen only in %1, as far as comparable") : QStringLiteral("seen only in %1"))
                .arg(like.periods()[onlyNow ? one : 0].label)};
}

layout::Card cameraDaysCard(const season::SeasonEffort &one, const season::SeasonEffort &other)
{
    const auto both = [](double first, double second) {
        return QStringLiteral("%1 and %2").arg(daysText(first), daysText(second));
    };
    const QString counted = both(one.cameraDays(), other.cameraDays());
    const QString worked = both(one.daysAtWork(), other.daysAtWork());
    const QString possible = both(one.possible(), other.possible());
    return {QStringLiteral("Camera-days, all"), counted,
            counted == worked ? QStringLiteral("of %1").arg(possible)
                              : QStringLiteral("counted; cameras worked %1 of %2").arg(worked, possible)};
}

void LikeSection::addTwo(Document &document, const ReportData &data, const LikeWithLike &like)
{
    const QStringList sentences = season::likeSentences(like, 1, 0);
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
    cards.push_back(changeCard(QStringLiteral("Change, like with like"), like, 1));
    cards.push_back(cameraDaysCard(data.periods[0].effort, data.periods[1].effort));
    layout::addCards(document, cards);
    addLocationsOfTwo(document, data, like);
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
    if (const QStringList unread = season::unreadSentences(like); !unread.isEmpty())
        document.paragraph(unread.join(u' '));
    std::vector<layout::Card> cards;
    for (std::size_t i = 1; i < data.periods.size(); ++i) {
        document.paragraph(QStringLiteral("%1 to %2").arg(data.periods[i].label, data.periods[0].label), Role::Strong);
        document.paragraph(season::likeSentences(like, i, 0, alpha).join(u' '));
        cards.push_back(
            changeCard(QStringLiteral("%1 to %2").arg(data.periods[i].label, data.periods[0].label), like, i, alpha));
    }
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        const Rate rate = like.rate(i, std::nullopt, matched);
        cards.push_back({data.periods[i].label, rateFigure(rate),
                         noteBelow(rate, QStringLiteral("per 100 camera-days, %1")
                                             .arg(matched.isEmpty() ? QStringLiteral("all cameras")
                                                                    : camerasText(matched.size())))});
    }
    layout::addCards(document, cards, data.periods.size() == 4 ? 4 : 3);
    addLocationsOfSeveral(document, data, like, comparedAnywhere(data, like));
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

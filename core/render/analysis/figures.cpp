// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/analysis/figures.h"

#include "core/reid/analyze.h"
#include "core/reid/figures.h"
#include "core/reid/text.h"
#include "core/render/layout/plot.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace herdbook::render {

namespace {

using layout::Fill;
using layout::LegendEntry;
using layout::Plot;
using reid::Analysis;

constexpr double kFrom = 0.2;
constexpr double kBin = 0.01;
constexpr int kStepTicks = 50; // the estimate's
constexpr QRgb kUnassigned = 0xffc6d1d8;
constexpr QRgb kUnassignedLine = 0xff5b6f7c;
constexpr QRgb kStrangers = 0xff7b2a8a;
constexpr QRgb kBand = 0xffe5d9ea;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

layout::Axis scoreAxis(bool titled)
{
    layout::Axis axis{kFrom, 1, false, {}, {}, {}};
    for (int i = 2; i <= 10; ++i) {
        axis.ticks.push_back(i / 10.0);
        axis.labels << QString::number(i / 10.0, 'f', 2);
    }
    if (titled)
        axis.title = QStringLiteral("best similarity score among the profiles it may match (cosine)");
    return axis;
}

layout::Axis percentAxis(double most)
{
    layout::Axis axis = layout::roundAxis(0, most);
    for (const double tick : axis.ticks)
        axis.labels << qt(reid::text::percent(tick));
    return axis;
}

/// Shares per bin from 0.2 to 1.
std::vector<double> shares(const reid::ScoreCounts &layer)
{
    std::vector<double> result;
    for (const std::uint32_t bin : layer.histogram(kFrom, 1, kBin))
        result.push_back(layer.empty() ? 0 : bin / static_cast<double>(layer.total()));
    return result;
}

QPolygonF steps(const std::vector<double> &bins)
{
    QPolygonF line;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const double left = kFrom + kBin * static_cast<double>(i);
        line << QPointF(left, bins[i]) << QPointF(left + kBin, bins[i]);
    }
    return line;
}

QPolygonF densityLine(const reid::ScoreCounts &layer)
{
    const reid::DensityCurve curve = reid::describeDensity(layer);
    QPolygonF line;
    for (std::size_t i = 0; i < curve.at.size(); ++i) {
        if (curve.at[i] >= kFrom && curve.at[i] <= 1)
            line << QPointF(curve.at[i], curve.density[i] * kBin);
    }
    return line;
}

/// Diagonal lines across a bar. Drawn one by one: a hatched brush or a clip gets lost in SVG.
void paintHatch(QPainter &painter, const QRectF &bar, const QColor &color)
{
    constexpr qreal kApart = 4;
    painter.setPen(QPen(color, .6));
    for (qreal c = std::ceil((bar.left() + bar.top()) / kApart) * kApart; c < bar.right() + bar.bottom(); c += kApart) {
        const qreal left = std::max(bar.left(), c - bar.bottom());
        const qreal right = std::min(bar.right(), c - bar.top());
        painter.drawLine(QPointF(left, c - left), QPointF(right, c - right));
    }
}

void paintStepArea(QPainter &painter, const Plot &plot, const std::vector<double> &bins, const Fill &fill,
                   const QColor &outline)
{
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] <= 0)
            continue;
        const double left = kFrom + kBin * static_cast<double>(i);
        const QRectF bar(plot.map(QPointF(left, bins[i])), plot.map(QPointF(left + kBin, 0)));
        if (fill.pattern == Fill::Pattern::Hatch)
            paintHatch(painter, bar, fill.color);
        else
            painter.fillRect(bar, fill.color);
    }
    painter.setPen(QPen(outline, .8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(plot.map(steps(bins)));
}

void paintMark(QPainter &painter, const Plot &plot, double at, const QColor &color, Qt::PenStyle style,
               const QString &label, int line)
{
    const QRectF area = plot.area();
    const qreal x = plot.x(at);
    painter.setPen(QPen(color, 1.2, style));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    if (label.isEmpty())
        return;
    const QFont font = layout::font(layout::Role::Label);
    const qreal height = layout::lineHeight(font);
    const bool left = at > .8;
    const QRectF place(left ? x - 204 : x + 4, area.top() + line * height, 200, height);
    layout::paintLine(painter, place, label, font, color, left ? Qt::AlignRight : Qt::AlignLeft);
}

void paintMarks(QPainter &painter, const Plot &plot, const Analysis &analysis, bool labeled)
{
    using Kind = reid::ThresholdMark::Kind;
    const auto paint = [&](double at, QRgb color, Qt::PenStyle style, const QString &name, int line) {
        paintMark(painter, plot, at, QColor(color), style, labeled ? name + qt(' ' + reid::text::score(at)) : QString(),
                  line);
    };
    for (const reid::ThresholdMark &mark : reid::thresholdMarks(analysis)) {
        if (mark.at < kFrom)
            continue;
        if (mark.kind == Kind::Tested)
            paintMark(painter, plot, mark.at, QColor(layout::ink::border), Qt::SolidLine, {}, 0);
        else if (mark.kind == Kind::InForce)
            paint(mark.at, layout::ink::text, Qt::DashLine, QStringLiteral("in force"), 0);
        else if (mark.kind != Kind::OwnSex)
            paint(mark.at, layout::ink::accent, Qt::SolidLine, markName(mark.kind), 1);
    }
}

/// A curve of the whole as points, broken where it is unknown.
/// @param value of an evaluation, nothing where it isn't known.
template<class Value>
std::vector<QPolygonF> curve(const Analysis &analysis, Value value)
{
    std::vector<QPolygonF> parts(1);
    for (int t = reid::thresholdTicks(kFrom); t <= reid::kTicksPerUnit; t += kStepTicks) {
        const reid::Evaluation e = analysis.evaluate(reid::fromTicks(t));
        if (const std::optional<double> y = value(e))
            parts.back() << QPointF(e.threshold, *y);
        else if (!parts.back().isEmpty())
            parts.emplace_back();
    }
    return parts;
}

void paintCurve(QPainter &painter, const Plot &plot, const std::vector<QPolygonF> &parts, const QPen &pen)
{
    painter.save();
    painter.setClipRect(plot.area());
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &part : parts)
        painter.drawPolyline(plot.map(part));
    painter.restore();
}

QString whyUnknown(const Analysis &analysis)
{
    switch (reid::whyNotTold(analysis)) {
    case reid::NotTold::UnsoundData:
        return QStringLiteral("not told: the data isn't sound");
    case reid::NotTold::UnsoundThreshold:
        return QStringLiteral("not told: the threshold in force is itself unsound");
    case reid::NotTold::Unknown:
        break;
    }
    return QStringLiteral("not known");
}

void paintLevel(QPainter &painter, const Plot &plot, double at, const QColor &color, const QString &label)
{
    const QRectF area = plot.area();
    painter.setPen(QPen(color, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), plot.y(at)), QPointF(area.right(), plot.y(at)));
    const QFont font = layout::font(layout::Role::Label);
    const qreal height = layout::lineHeight(font);
    layout::paintLine(painter, QRectF(area.right() - 260, plot.y(at) - height, 256, height), label, font, color,
                      Qt::AlignRight);
}

} // namespace

QString markName(reid::ThresholdMark::Kind kind)
{
    switch (kind) {
    case reid::ThresholdMark::Kind::Certified:
        return QStringLiteral("certified");
    case reid::ThresholdMark::Kind::ToBeTried:
        return QStringLiteral("to be tried");
    default:
        return QStringLiteral("recommended");
    }
}

void paintHistogram(QPainter &painter, const QRectF &rect, const Analysis &analysis, std::optional<reid::Sex> sex)
{
    const reid::Layers &layers = sex ? analysis.bySex[static_cast<std::size_t>(*sex)].layers : analysis.layers;
    const QPen strangersPen(QColor(kStrangers), 1.4);
    const Fill unassigned{QColor(kUnassigned), Fill::Pattern::Solid};
    const Fill assigned{QColor(layout::ink::ok), Fill::Pattern::Hatch};
    const QRectF inner = layout::paintFigureHead(
        painter, rect, sex ? qt(std::string(name(*sex))) : QStringLiteral("Best scores"),
        QStringLiteral("% of each layer per 0.01"),
        sex ? std::vector<LegendEntry>()
            : std::vector<LegendEntry>{
                  {QStringLiteral("unassigned (%1)").arg(qt(reid::text::count(layers.unassigned.total()))),
                   unassigned,
                   false,
                   {}},
                  {QStringLiteral("assigned, selected at ≥ %1 (%2)")
                       .arg(qt(reid::text::score(analysis.options.current)),
                            qt(reid::text::count(layers.assigned.total()))),
                   assigned,
                   false,
                   {}},
                  {QStringLiteral("strangers would score"), {}, true, strangersPen}});
    const std::vector<double> free = shares(layers.unassigned);
    const std::vector<double> taken = shares(layers.assigned);
    const QPolygonF strangers = densityLine(layers.strangers);
    double most = .01;
    for (const std::vector<double> &bins : {free, taken})
        most = std::max(most, *std::ranges::max_element(bins));
    for (const QPointF &point : strangers)
        most = std::max(most, point.y());
    const Plot plot(inner, scoreAxis(!sex), percentAxis(most));
    plot.paintGrid(painter);
    paintStepArea(painter, plot, free, unassigned, QColor(kUnassignedLine));
    paintStepArea(painter, plot, taken, assigned, QColor(layout::ink::ok));
    paintCurve(painter, plot, {densityLine(layers.unassigned)}, QPen(QColor(kUnassignedLine), 1.4));
    paintCurve(painter, plot, {strangers}, strangersPen);
    paintMarks(painter, plot, analysis, !sex); // no room for names in a small one
    for (const reid::Valley &valley : analysis.clusters.valleys) {
        if (!sex && valley.at >= kFrom)
            layout::paintLine(painter, QRectF(plot.x(valley.at) - 40, plot.area().bottom() - 12, 80, 10),
                              QStringLiteral("valley"), layout::font(layout::Role::Small), QColor(layout::ink::text2),
                              Qt::AlignHCenter);
    }
    plot.paintAxes(painter);
}

void paintRates(QPainter &painter, const QRectF &rect, const Analysis &analysis)
{
    const QRectF inner = layout::paintFigureHead(
        painter, rect, QStringLiteral("Assigned"),
        QStringLiteral("share of %1 detections").arg(qt(reid::text::count(analysis.counts.detections))));
    const Plot plot(inner, scoreAxis(false), percentAxis(1));
    plot.paintGrid(painter);
    paintMarks(painter, plot, analysis, false);
    paintCurve(painter, plot, curve(analysis, std::mem_fn(&reid::Evaluation::rate)),
               QPen(QColor(layout::ink::accent), 1.6));
    if (const std::optional<double> goal = reid::rateGoal(analysis))
        paintLevel(painter, plot, *goal, QColor(layout::ink::text2),
                   QStringLiteral("goal %1, a gain of %2")
                       .arg(qt(reid::text::percent(*goal)), qt(reid::text::percent(analysis.options.gainGoal))));
    plot.paintAxes(painter);
}

void paintErrors(QPainter &painter, const QRectF &rect, const Analysis &analysis)
{
    const QPen line(QColor(layout::ink::text), 1.8);
    const QPen decoys(QColor(kStrangers), 1);
    const QPen split(QColor(layout::ink::accent), 1, Qt::DashLine);
    const QPen observed(QColor(layout::ink::text2), 1, Qt::DotLine);
    const double alpha = analysis.options.alpha;
    const QRectF inner =
        layout::paintFigureHead(painter, rect, QStringLiteral("Wrong share of the new ones"), QString(),
                                {{QStringLiteral("estimate"), {}, true, line},
                                 {QStringLiteral("up to the %1 bound").arg(qt(reid::text::percent(reid::kConfidence))),
                                  {QColor(kBand), Fill::Pattern::Solid},
                                  false,
                                  {}},
                                 {QStringLiteral("decoys"), {}, true, decoys},
                                 {QStringLiteral("split gallery"), {}, true, split},
                                 {QStringLiteral("observed"), {}, true, observed}});
    const Plot plot(inner, scoreAxis(true), percentAxis(std::min(1.0, 4 * alpha)));
    plot.paintGrid(painter);
    painter.save();
    painter.setClipRect(plot.area());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(kBand));
    for (const QPolygonF &upper : curve(analysis, std::mem_fn(&reid::Evaluation::fdrUpper))) {
        if (upper.isEmpty())
            continue;
        QPolygonF band = plot.map(upper);
        band << QPointF(band.last().x(), plot.area().bottom()) << QPointF(band.first().x(), plot.area().bottom());
        painter.drawPolygon(band);
    }
    painter.restore();
    paintMarks(painter, plot, analysis, false);
    const auto part = [](std::optional<double> reid::Evaluation::*wrong) {
        return [wrong](const reid::Evaluation &e) -> std::optional<double> {
            return e.*wrong && e.added > 0 ? std::optional(*(e.*wrong) / static_cast<double>(e.added)) : std::nullopt;
        };
    };
    paintCurve(painter, plot, curve(analysis, part(&reid::Evaluation::decoyWrong)), decoys);
    paintCurve(painter, plot, curve(analysis, part(&reid::Evaluation::splitWrong)), split);
    const std::vector<QPolygonF> estimate =
        curve(analysis, [](const reid::Evaluation &e) { return e.judged() ? e.fdr : std::nullopt; });
    const bool unknown = std::ranges::all_of(estimate, &QPolygonF::isEmpty);
    if (!unknown)
        paintCurve(painter, plot, curve(analysis, part(&reid::Evaluation::observedWrong)), observed);
    paintCurve(painter, plot, estimate, line);
    if (unknown) {
        const QFont font = layout::font(layout::Role::Label);
        const QRectF middle(inner.left(), plot.area().center().y(), inner.width(), layout::lineHeight(font));
        layout::paintLine(painter, middle, whyUnknown(analysis), font, QColor(layout::ink::text2), Qt::AlignHCenter);
    }
    paintLevel(painter, plot, alpha, QColor(layout::ink::error),
               QStringLiteral("limit %1").arg(qt(reid::text::percent(alpha))));
    plot.paintAxes(painter);
}

} // namespace herdbook::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartdata.h"

#include "core/base/language.h"
#include "core/reid/analyze.h"
#include "core/reid/text.h"
#include "ui/reid/words.h"

#include <QObject>
#include <algorithm>
#include <cmath>
#include <limits>

namespace herdbook::ui {

namespace {

/// The rule for the scores in [from, to), in ticks; nothing for under two scores, or when half of them are equal.
std::optional<double> freedmanDiaconis(const reid::ScoreCounts &scores, int from, int to)
{
    const std::uint64_t below = scores.total() - scores.atOrAbove(from);
    const std::uint64_t count = scores.atOrAbove(from) - scores.atOrAbove(to);
    if (count < 2)
        return std::nullopt;
    const int quartiles[] = {scores.orderStatistic(below + (count - 1) / 4),
                             scores.orderStatistic(below + 3 * (count - 1) / 4)};
    if (quartiles[1] <= quartiles[0])
        return std::nullopt;
    return 2 * (quartiles[1] - quartiles[0]) * std::pow(static_cast<double>(count), -1.0 / 3);
}

} // namespace

std::optional<Binning> Binning::fromText(const QString &text)
{
    const QString word = text.trimmed().section(u' ', 0, 0);
    if (word.compare(QObject::tr("auto"), Qt::CaseInsensitive) == 0 || text.trimmed() == Binning().text())
        return Binning();
    bool isNumber = false;
    const int bins = word.toInt(&isNumber);
    if (!isNumber || bins < kFewest || bins > kMost)
        return std::nullopt;
    return Binning{bins};
}

QString Binning::text() const
{
    return bins == 0 ? QObject::tr("auto bins") : QObject::tr("%1 bins").arg(bins);
}

int automaticBinTicks(const reid::ScoreCounts &scores)
{
    constexpr double leastShare = 0.05; // of the scores in a part that counts
    const reid::DensityCurve density = reid::describeDensity(scores);
    std::vector<int> edges{-reid::kTicksPerUnit};
    for (const reid::Valley &valley : reid::valleys(density.at, density.density, 0.1, leastShare))
        edges.push_back(reid::thresholdTicks(valley.at));
    edges.push_back(reid::kTicksPerUnit + 1);
    std::optional<double> least;
    for (std::size_t part = 0; part + 1 < edges.size(); ++part) {
        const auto width = freedmanDiaconis(scores, edges[part], edges[part + 1]);
        if (width && (!least || *width < *least))
            least = width;
    }
    int nearest = 100;
    double distance = std::numeric_limits<double>::infinity();
    for (const int round : {25, 50, 100, 200, 250, 500}) {
        if (least && std::abs(std::log(*least / round)) < distance) {
            distance = std::abs(std::log(*least / round));
            nearest = round;
        }
    }
    return nearest;
}

LayerBins binLayer(const reid::ScoreCounts &scores, int from, int to, int width, int anchor)
{
    const auto edge = [&](int ticks, bool up) { // the bin edge at or beside a place
        const int bins = (ticks - anchor) / width;
        const int rest = (ticks - anchor) % width;
        return anchor + width * (up ? bins + (rest > 0 ? 1 : 0) : bins - (rest < 0 ? 1 : 0));
    };
    const int first = edge(from, false);
    const int last = edge(to, true);
    // The last bin keeps a score of exactly 1; any other begins the bin after it.
    const int end = last >= reid::kTicksPerUnit ? last : last - 1;
    LayerBins bins{reid::fromTicks(first),
                   reid::fromTicks(width),
                   {},
                   scores.histogram(reid::fromTicks(first), reid::fromTicks(end), reid::fromTicks(width))};
    const double factor = scores.empty() ? 0 : 100.0 / static_cast<double>(scores.total()) * (100.0 / width);
    bins.percent.reserve(bins.counts.size());
    for (const std::uint32_t count : bins.counts)
        bins.percent.push_back(count * factor);
    return bins;
}

double lowestShown(const reid::Analysis &analysis)
{
    double lowest = analysis.layers.unassigned.empty() ? 0.2 : analysis.layers.unassigned.quantile(0.001);
    if (!analysis.layers.strangers.empty())
        lowest = std::min(lowest, analysis.layers.strangers.quantile(0.01));
    return std::clamp(std::floor(lowest * 20) / 20, -0.2, 0.6);
}

QList<QPointF> stepOutline(const LayerBins &bins)
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(bins.percent.size()) * 2 + 2);
    points.append({bins.from, 0});
    double x = bins.from;
    for (const double height : bins.percent) {
        points.append({x, height});
        x += bins.width;
        points.append({x, height});
    }
    points.append({x, 0});
    return points;
}

QList<QPointF> densityLine(const reid::ScoreCounts &scores, double from, double to, int points,
                           std::uint64_t independent)
{
    if (scores.total() < 2)
        return {};
    reid::ScoreCounts::Weighted fine = scores.weighted(1);
    if (independent > 0 && independent < scores.total()) {
        for (double &weight : fine.weights)
            weight *= static_cast<double>(independent) / static_cast<double>(scores.total());
    }
    double bandwidth = reid::improvedSheatherJones({fine.values, fine.weights});
    if (!(bandwidth > 0))
        return {};
    bandwidth = std::max(bandwidth, 2 * (to - from) / points); // finer than its points, it would be a comb
    const reid::ScoreCounts::Weighted sample = scores.weighted(10);
    std::vector<double> at(static_cast<std::size_t>(points));
    for (int i = 0; i < points; ++i)
        at[static_cast<std::size_t>(i)] = from + (to - from) * i / (points - 1);
    const std::vector<double> density = reid::kernelDensity({sample.values, sample.weights}, bandwidth, at);
    QList<QPointF> line;
    line.reserve(points);
    for (std::size_t i = 0; i < at.size(); ++i)
        line.append({at[i], density[i]}); // a density of 1 per unit of score is 1% per 0.01
    return line;
}

QList<QList<QPointF>> curveLines(const std::vector<float> &curve, double from, double to, int points, double factor)
{
    QList<QList<QPointF>> lines(1);
    const int first = std::clamp(static_cast<int>(std::floor(from * reid::kTicksPerUnit)), 0, reid::kTicksPerUnit);
    const int last = std::clamp(static_cast<int>(std::ceil(to * reid::kTicksPerUnit)), 0, reid::kTicksPerUnit);
    const int step = std::max(1, (last - first) / std::max(1, points));
    for (int tick = first; tick <= last && tick < static_cast<int>(curve.size()); tick += step) {
        const float value = curve[static_cast<std::size_t>(tick)];
        if (!std::isnan(value))
            lines.back().append({reid::fromTicks(tick), static_cast<double>(value) * factor});
        else if (!lines.back().isEmpty())
            lines.append(QList<QPointF>());
    }
    if (lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

QString shareText(std::optional<double> share, bool narrow)
{
    if (!share)
        return QStringLiteral("–");
    if (*share < 0.001)
        return narrow ? u'<' + shownPercent(shownNumber(0.1, 1)) : QObject::tr("under 0.1%");
    if (*share < 1 && *share >= 0.9995)
        return narrow ? u'>' + shownPercent(shownNumber(99.9, 1)) : QObject::tr("over 99.9%");
    return shownPercent(shownNumber(100 * *share, 1));
}

QString mostShareText(std::optional<double> upper, bool narrow)
{
    return shareText(upper ? std::optional(reid::text::upward(*upper)) : upper, narrow);
}

QString aboutText(double estimate)
{
    return estimate < 0.5 ? QObject::tr("fewer than one") : QObject::tr("about %L1").arg(std::llround(estimate));
}

QString mostText(double upper)
{
    return shownCount(std::llround(std::ceil(upper)));
}

QString boundSentence(const reid::Analysis &analysis)
{
    constexpr double Rise = 1.2;
    double least = 2;
    double last = 0;
    for (const int tick : analysis.grid) {
        const reid::Evaluation at = analysis.evaluate(reid::fromTicks(tick));
        if (at.added == 0 || !at.judged() || !at.fdrUpper)
            continue;
        last = *at.fdrUpper;
        least = std::min(least, last);
    }
    if (last <= Rise * least)
        return {};
    return QObject::tr(
               "Towards %1 the bound rises: it always allows for a few wrong ones that no search can find, and of "
               "the few new detections there these would be a large share.")
        .arg(shortThreshold(analysis.options.current));
}

QString evaluationsCsv(const reid::Analysis *analysis,
                       const std::vector<std::pair<const char *, std::optional<double> reid::Evaluation::*>> &fields)
{
    QString text = QStringLiteral("threshold,new,assigned");
    for (const auto &[name, field] : fields)
        text += u',' + QLatin1String(name);
    text += u'\n';
    for (int tick = 0; analysis != nullptr && tick <= reid::kTicksPerUnit; tick += 25) {
        const reid::Evaluation at = analysis->evaluate(reid::fromTicks(tick));
        text += QStringLiteral("%1,%2,%3").arg(at.threshold, 0, 'f', 4).arg(at.added).arg(at.assigned);
        for (const auto &[name, field] : fields) {
            // An estimate that only says that nobody can judge is none.
            const bool estimate = field == &reid::Evaluation::fdr || field == &reid::Evaluation::fpir;
            const std::optional<double> value = estimate && !at.judged() ? std::nullopt : at.*field;
            text += u',' + (value ? QString::number(*value, 'g', 8) : QString());
        }
        text += u'\n';
    }
    return text;
}

} // namespace herdbook::ui

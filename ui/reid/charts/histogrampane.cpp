// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/histogrampane.h"

#include "ui/reid/charts/chartpainting.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace herdbook::dashboard {

namespace {

constexpr double LeastLog = 0.01; ///< percent at the foot of the logarithmic scale

QString percentText(double value)
{
    return value >= 1 || value == 0 ? QStringLiteral("%1%").arg(value, 0, 'f', 0) : QStringLiteral("%1%").arg(value);
}

double heightAt(const QList<QPointF> &line, double score)
{
    const auto right =
        std::lower_bound(line.begin(), line.end(), score, [](const QPointF &p, double x) { return p.x() < x; });
    if (right == line.end() || right == line.begin())
        return 0;
    const QPointF &a = *(right - 1);
    return a.y() + (right->y() - a.y()) * (score - a.x()) / (right->x() - a.x());
}

} // namespace

void HistogramPane::setAnalysis(SharedAnalysis analysis, std::optional<reid::Sex> sex)
{
    m_analysis = std::move(analysis);
    m_sex = sex;
    rebuild();
}

void HistogramPane::setLayers(Layers layers)
{
    m_layers = layers;
    rebuild();
    Q_EMIT optionsChanged();
}

void HistogramPane::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    rebuild();
    Q_EMIT optionsChanged();
}

void HistogramPane::setBinning(Binning binning)
{
    m_binning = binning;
    rebuild();
    Q_EMIT optionsChanged();
}

const reid::ScoreCounts &HistogramPane::counts(Layer layer) const
{
    const reid::Layers &layers =
        m_sex ? m_analysis->bySex[static_cast<std::size_t>(*m_sex)].layers : m_analysis->layers;
    return layer == Unassigned    ? layers.unassigned
           : layer == MateRemoved ? layers.mateRemoved
           : layer == CrossSex    ? layers.crossSex
                                  : layers.assigned;
}

double HistogramPane::binWidth() const
{
    if (m_binning.bins > 0)
        return range().width() / m_binning.bins;
    return m_analysis ? automaticBinWidth(counts(Unassigned)) : 0.01;
}

std::pair<double, double> HistogramPane::binAt(double score) const
{
    const double width = binWidth();
    const double from = range().from() + std::floor((score - range().from()) / width + 1e-9) * width;
    return {from, from + width};
}

LayerBins HistogramPane::binsOf(Layer layer) const
{
    const double width = binWidth();
    const double to = range().from() + std::ceil(range().width() / width - 1e-9) * width;
    return binLayer(counts(layer), range().from(), to, width);
}

void HistogramPane::addArea(const LayerBins &bins, const QPen &pen, const QBrush &brush)
{
    QList<QPointF> outline = stepOutline(bins);
    auto *upper = new QLineSeries;
    if (m_logarithmic) {
        for (QPointF &point : outline)
            point.setY(std::max(point.y(), LeastLog));
    }
    upper->replace(outline);
    auto *lower = new QLineSeries;
    const double foot = m_logarithmic ? LeastLog : 0;
    lower->replace(QList<QPointF>{{outline.first().x(), foot}, {outline.last().x(), foot}});
    auto *area = new QAreaSeries(upper, lower);
    upper->setParent(area);
    lower->setParent(area);
    area->setPen(pen);
    area->setBrush(brush);
    add(area);
}

void HistogramPane::addLine(const QList<QPointF> &points, const QPen &pen)
{
    auto *line = new QLineSeries;
    QList<QPointF> shown = points;
    if (m_logarithmic) {
        for (QPointF &point : shown)
            point.setY(std::max(point.y(), LeastLog));
    }
    line->replace(shown);
    line->setPen(pen);
    add(line);
}

void HistogramPane::setHeights(double highest)
{
    std::vector<Tick> ticks;
    if (m_logarithmic) {
        auto *axis = new QLogValueAxis;
        const double top = std::pow(10, std::ceil(std::log10(std::max(highest, 1.0))));
        axis->setRange(LeastLog, top);
        setVerticalAxis(axis);
        for (double value = LeastLog; value <= top * 1.001; value *= 10)
            ticks.push_back({value, percentText(value)});
    } else {
        auto *axis = new QValueAxis;
        const double step = niceStep(std::max(highest, 0.1), 4);
        const double top = std::ceil(std::max(highest, 0.1) / step) * step;
        axis->setRange(0, top);
        setVerticalAxis(axis);
        for (double value = 0; value <= top + step / 2; value += step)
            ticks.push_back({value, value == 0 ? QStringLiteral("0") : percentText(value)});
    }
    setVerticalTicks(std::move(ticks));
}

void HistogramPane::build(const ThemeTokens &tokens)
{
    m_density.clear();
    if (!m_analysis) {
        setHeights(8);
        return;
    }
    const double from = range().from();
    const double to = range().to();
    const int points = std::max(120, width() / 3);
    const LayerBins unassigned = binsOf(Unassigned);
    const LayerBins assigned = binsOf(Assigned);
    const QList<QPointF> mate =
        m_layers & MateRemoved ? densityLine(counts(MateRemoved), from, to, points) : QList<QPointF>();
    const QList<QPointF> cross =
        m_layers & CrossSex ? densityLine(counts(CrossSex), from, to, points) : QList<QPointF>();
    m_density = densityLine(counts(Unassigned), from, to, points);

    // A spike, such as the founders' own scores at 1, is cut off rather than flattening everything else.
    double highest = 0;
    const auto raise = [&](double value) { highest = std::max(highest, value); };
    if (m_layers & Unassigned)
        std::for_each(unassigned.percent.begin(), unassigned.percent.end(), raise);
    for (const QList<QPointF> *line : {&mate, &cross})
        std::for_each(line->begin(), line->end(), [&](const QPointF &point) { raise(point.y()); });
    if (m_layers & Assigned) {
        std::vector<double> sorted = assigned.percent;
        std::sort(sorted.rbegin(), sorted.rend());
        raise(sorted.size() > 1 ? sorted[1] * 1.1 : sorted.empty() ? 0 : sorted[0]);
    }
    setHeights(std::min(highest * 1.04, 100.0));

    if ((m_layers & Assigned) && !counts(Assigned).empty())
        addArea(assigned, QPen(tokens.assigned, 1),
                hatchBrush(tokens.assigned, tokens.assignedFill, devicePixelRatioF()));
    if ((m_layers & Unassigned) && !counts(Unassigned).empty())
        addArea(unassigned, QPen(tokens.unassignedEdge, 1), tokens.unassigned);
    if ((m_layers & Unassigned) && (m_layers & Density) && !m_density.isEmpty())
        addLine(m_density, QPen(tokens.unassignedEdge, 1.6));
    if (!mate.isEmpty())
        addLine(mate, QPen(tokens.mate, 2));
    QPen dashed(tokens.cross, 2);
    dashed.setDashPattern({5, 4});
    if (!cross.isEmpty())
        addLine(cross, dashed);
}

void HistogramPane::paintClusters(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    const std::vector<reid::Valley> &valleys = m_analysis->clusters.valleys;
    if (valleys.empty()) {
        paintPlotText(painter, tokens, area.adjusted(8, 4, -8, 0), Qt::AlignRight | Qt::AlignTop,
                      tr("no natural break"), tokens.text2);
        return;
    }
    QColor shade = tokens.accent;
    shade.setAlphaF(0.09F);
    for (std::size_t at = 0; at <= valleys.size(); ++at) {
        const double from = std::max(range().from(), at == 0 ? -1 : valleys[at - 1].at);
        const double to = std::min(range().to(), at == valleys.size() ? 1.0 : valleys[at].at);
        if (from >= to)
            continue;
        const QRectF part(xOf(from), area.top(), xOf(to) - xOf(from), area.height());
        if (at % 2 == 0)
            painter.fillRect(part, shade);
        const double share = (at == valleys.size() ? 1 : valleys[at].below) - (at == 0 ? 0 : valleys[at - 1].below);
        paintPlotText(painter, tokens, part.adjusted(6, 3, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                      tr("cluster %1, %2%").arg(at + 1).arg(100 * share, 0, 'f', 0), tokens.text2);
        if (at == valleys.size())
            continue;
        QPen pen(tokens.text2, 1);
        pen.setDashPattern({1, 3});
        painter.setPen(pen);
        painter.drawLine(part.topRight(), part.bottomRight());
    }
}

void HistogramPane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!m_analysis)
        return;
    const QRectF area = plotArea();
    const auto inside = [&](double score) { return score >= range().from() && score <= range().to(); };
    if (m_layers & NaturalClusters)
        paintClusters(painter, tokens);
    const double current = m_analysis->options.current;
    const std::optional<double> recommended = m_analysis->recommendation.threshold;
    painter.setPen(tokens.text2);
    for (const double threshold : m_analysis->options.thresholds) {
        const bool close =
            std::abs(threshold - current) < 0.03 || (recommended && std::abs(threshold - *recommended) < 0.03);
        if (!inside(threshold) || close)
            continue;
        painter.setPen(tokens.text2);
        painter.drawLine(QPointF(xOf(threshold), area.top() - 6), QPointF(xOf(threshold), area.top() + 2));
        painter.drawText(QRectF(xOf(threshold) - 30, area.top() - 24, 60, 16), Qt::AlignHCenter,
                         QString::number(threshold, 'f', 2));
    }
    if (recommended && inside(*recommended))
        paintMark(
            painter, area, xOf(*recommended), tokens.recommended,
            (m_analysis->recommendation.status == reid::Status::Recommend ? tr("recommended %1") : tr("to be tried %1"))
                .arg(*recommended, 0, 'f', 3),
            false, *recommended <= current);
    if (inside(current))
        paintMark(painter, area, xOf(current), tokens.current, tr("in force %1").arg(current, 0, 'f', 2), true,
                  recommended && *recommended > current);
}

void HistogramPane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    if (!(m_layers & Unassigned) || m_density.isEmpty())
        return;
    const double height = heightAt(m_density, cursor().value());
    if (height > (m_logarithmic ? LeastLog : 0))
        paintRing(painter, tokens, {xOf(cursor().value()), yOf(height)});
}

QString HistogramPane::describeAt(double score) const
{
    if (!m_analysis)
        return {};
    const auto [from, to] = binAt(score);
    const QLocale locale;
    QStringList lines{tr("Best score %1 to %2").arg(from, 0, 'f', 4).arg(to, 0, 'f', 4)};
    const std::pair<Layer, QString> named[] = {{Unassigned, tr("unassigned")},
                                               {Assigned, tr("assigned")},
                                               {MateRemoved, tr("mate-removed")},
                                               {CrossSex, tr("cross-sex, shifted")}};
    for (const auto &[layer, name] : named) {
        const std::uint64_t count =
            counts(layer).atOrAbove(reid::thresholdTicks(from)) - counts(layer).atOrAbove(reid::thresholdTicks(to));
        if (m_layers & layer)
            lines << tr("%1: %2 of %3")
                         .arg(name, locale.toString(static_cast<qulonglong>(count)),
                              locale.toString(static_cast<qulonglong>(counts(layer).total())));
    }
    return lines.join(u'\n');
}

QString HistogramPane::csv() const
{
    QString text = QStringLiteral("from,to,unassigned,assigned,mate_removed,cross_sex_shifted\n");
    if (!m_analysis)
        return text;
    const LayerBins layers[] = {binsOf(Unassigned), binsOf(Assigned), binsOf(MateRemoved), binsOf(CrossSex)};
    for (std::size_t bin = 0; bin < layers[0].counts.size(); ++bin) {
        const double from = layers[0].from + static_cast<double>(bin) * layers[0].width;
        text += QStringLiteral("%1,%2").arg(from, 0, 'f', 4).arg(from + layers[0].width, 0, 'f', 4);
        for (const LayerBins &layer : layers)
            text += u',' + QString::number(layer.counts[bin]);
        text += u'\n';
    }
    return text;
}

} // namespace herdbook::dashboard

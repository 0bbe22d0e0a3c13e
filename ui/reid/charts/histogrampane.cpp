// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/histogrampane.h"

#include "core/base/language.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QLogValueAxis>
#include <QValueAxis>

#include <cmath>

namespace herdbook::ui {

namespace {

QString percentText(double value)
{
    return shownPercent(value >= 1 ? shownNumber(value, 0) : shownLocale().toString(value, 'g', 6));
}

} // namespace

void HistogramPane::setSex(reid::Sex sex)
{
    m_sex = sex;
    analysisChanged();
    rebuild();
}

void HistogramPane::analysisChanged()
{
    m_automatic = {100, 100};
    if (analysis())
        m_automatic = {automaticBinTicks(counts(Unassigned)), automaticBinTicks(counts(Assigned))};
}

void HistogramPane::setLayers(Layers layers)
{
    m_layers = layers & Layers::fromInt(kAllLayers); // a setting of an older version may name others
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
        m_sex ? analysis()->bySex[static_cast<std::size_t>(*m_sex)].layers : analysis()->layers;
    return layer == Unassigned ? layers.unassigned : layer == Strangers ? layers.strangers : layers.assigned;
}

int HistogramPane::binTicks(Layer layer) const
{
    if (m_binning.bins > 0)
        return std::max(1, static_cast<int>(std::lround(range().width() * reid::kTicksPerUnit / m_binning.bins)));
    return m_automatic[layer == Assigned ? 1 : 0];
}

double HistogramPane::binWidth() const
{
    return reid::fromTicks(binTicks(Unassigned));
}

std::pair<double, double> HistogramPane::binAt(double score) const
{
    const int at = static_cast<int>(std::floor(score * reid::kTicksPerUnit));
    const LayerBins bin = binLayer({}, at, at + 1, binTicks(Unassigned),
                                   analysis() ? reid::thresholdTicks(analysis()->options.current) : 0);
    const double to = bin.from + bin.width;
    return {bin.from, to >= 1 ? 1.0001 : to}; // scores of exactly 1 are in the last bin
}

LayerBins HistogramPane::binsOf(Layer layer, int width) const
{
    // Bins begin at the threshold in force: what was selected there and what wasn't never share one.
    return binLayer(counts(layer), reid::thresholdTicks(range().from()), reid::thresholdTicks(range().to()),
                    width > 0 ? width : binTicks(layer), reid::thresholdTicks(analysis()->options.current));
}

void HistogramPane::addArea(const LayerBins &bins, const QPen &pen, const QBrush &brush)
{
    QList<QPointF> outline = stepOutline(bins);
    auto *upper = new QLineSeries;
    if (m_logarithmic) {
        for (QPointF &point : outline)
            point.setY(std::max(point.y(), kLeastLog));
    }
    upper->replace(outline);
    auto *lower = new QLineSeries;
    const double foot = m_logarithmic ? kLeastLog : 0;
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
            point.setY(std::max(point.y(), kLeastLog));
    }
    line->replace(shown);
    line->setPen(pen);
    add(line);
}

void HistogramPane::addFilledLine(const QList<QPointF> &points, const QPen &pen, const QBrush &brush)
{
    const double foot = m_logarithmic ? kLeastLog : 0;
    auto *upper = new QLineSeries;
    auto *lower = new QLineSeries;
    for (const QPointF &point : points) {
        upper->append(point.x(), std::max(point.y(), foot));
        lower->append(point.x(), foot);
    }
    auto *area = new QAreaSeries(upper, lower);
    upper->setParent(area);
    lower->setParent(area);
    area->setPen(QPen(Qt::transparent, 0));
    area->setBrush(brush);
    add(area);
    addLine(points, pen);
}

void HistogramPane::setHeights(double highest)
{
    std::vector<Tick> ticks;
    if (m_logarithmic) {
        auto *axis = new QLogValueAxis;
        const double top = std::pow(10, std::ceil(std::log10(std::max(highest, 1.0))));
        m_top = top;
        axis->setRange(kLeastLog, top);
        setVerticalAxis(axis);
        for (double value = kLeastLog; value <= top * 1.001; value *= 10)
            ticks.push_back({value, percentText(value)});
    } else {
        auto *axis = new QValueAxis;
        const double step = niceStep(std::max(highest, 0.1), height() > 150 ? 6 : 3);
        const double top = std::ceil(std::max(highest, 0.1) / step - 0.02) * step;
        m_top = top;
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
    m_strangers.clear();
    m_cuts.clear();
    if (!analysis()) {
        setHeights(8);
        return;
    }
    const double from = range().from();
    const double to = range().to();
    const int points = std::max(120, width() / 3);
    const LayerBins unassigned = binsOf(Unassigned);
    const LayerBins assigned = binsOf(Assigned);
    m_strangers = m_layers & Strangers ? densityLine(counts(Strangers), from, to, points, counts(Unassigned).total())
                                       : QList<QPointF>();
    m_density = densityLine(counts(Unassigned), from, to, points);

    // A spike, such as the founders' own scores at 1, is cut off rather than flattening everything else.
    double highest = 0;
    const auto raise = [&](double value) { highest = std::max(highest, value); };
    if (m_layers & Unassigned)
        std::for_each(unassigned.percent.begin(), unassigned.percent.end(), raise);
    for (const QPointF &point : std::as_const(m_strangers))
        raise(point.y());
    if (m_layers & Assigned) {
        std::vector<double> sorted = assigned.percent;
        std::sort(sorted.rbegin(), sorted.rend());
        raise(sorted.size() > 1 ? sorted[1] * 1.1 : sorted.empty() ? 0 : sorted[0]);
    }
    setHeights(std::min(highest, 100.0));
    const auto noteCuts = [&](Layer layer, const LayerBins &bins, ColorToken color) {
        for (std::size_t bin = 0; (m_layers & layer) && bin < bins.percent.size(); ++bin) {
            if (bins.percent[bin] > m_top)
                m_cuts.emplace_back(bins.from + (static_cast<double>(bin) + 0.5) * bins.width, color);
        }
    };
    noteCuts(Assigned, assigned, &ThemeTokens::assigned);
    noteCuts(Unassigned, unassigned, &ThemeTokens::unassignedEdge);

    if ((m_layers & Assigned) && !counts(Assigned).empty())
        addArea(assigned, QPen(tokens.assigned, 1),
                hatchBrush(tokens.assigned, tokens.assignedFill, devicePixelRatioF()));
    if ((m_layers & Unassigned) && !counts(Unassigned).empty())
        addArea(unassigned, QPen(tokens.unassignedEdge, 1), tokens.unassigned);
    if ((m_layers & Unassigned) && (m_layers & Density) && !m_density.isEmpty())
        addLine(m_density, QPen(tokens.unassignedEdge, 1.6));
    if (!m_strangers.isEmpty())
        addFilledLine(m_strangers, QPen(tokens.mate, 2),
                      hatchBrush(tokens.mate, Qt::transparent, devicePixelRatioF(), true));
}

QString HistogramPane::describeAt(double score) const
{
    if (!analysis())
        return {};
    const auto [from, to] = binAt(score);
    const QLocale locale;
    QStringList lines{tr("Best score %1 to %2").arg(shownNumber(from, 4), shownNumber(std::min(to, 1.0), 4))};
    for (const Layer layer : {Unassigned, Assigned, Strangers}) {
        const std::uint64_t count =
            counts(layer).atOrAbove(reid::thresholdTicks(from)) - counts(layer).atOrAbove(reid::thresholdTicks(to));
        if (m_layers & layer)
            lines << tr("%1: %2 of %3")
                         .arg(layerName(layer), locale.toString(static_cast<qulonglong>(count)),
                              locale.toString(static_cast<qulonglong>(counts(layer).total())));
    }
    return lines.join(u'\n');
}

QString HistogramPane::csv() const
{
    QString text = QStringLiteral("from,to,unassigned,assigned,strangers\n");
    if (!analysis())
        return text;
    const int width = binTicks(Unassigned); // one row is one bin of all
    const LayerBins layers[] = {binsOf(Unassigned, width), binsOf(Assigned, width), binsOf(Strangers, width)};
    for (std::size_t bin = 0; bin < layers[0].counts.size(); ++bin) {
        const double from = layers[0].from + static_cast<double>(bin) * layers[0].width;
        text += QStringLiteral("%1,%2").arg(from, 0, 'f', 4).arg(from + layers[0].width, 0, 'f', 4);
        for (const LayerBins &layer : layers)
            text += u',' + QString::number(layer.counts[bin]);
        text += u'\n';
    }
    return text;
}

} // namespace herdbook::ui

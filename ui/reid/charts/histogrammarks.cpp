// SPDX-License-Identifier: GPL-3.0-or-later
// What a HistogramPane draws beside its layers: legend, axis title, thresholds, natural parts, cut-off bins, the ring at the cursor.
#include "ui/reid/charts/histogrampane.h"

#include "core/base/language.h"
#include "core/reid/figures.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/labelplaces.h"
#include "ui/widgets/text/coretexts.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace herdbook::ui {

namespace {

constexpr qreal kNarrow = 420; ///< a plot's width, under which words are few
constexpr qreal kNumberRoom = 34;

/// "does, and so all: 0.55" where one sex decides and there is room, else "recommended 0.55".
QString recommendedWords(const reid::ThresholdMark &mark, bool brief)
{
    const QString number = shortThreshold(mark.at);
    if (mark.kind == reid::ThresholdMark::Kind::Certified)
        return HistogramPane::tr("certified %1").arg(number);
    if (mark.kind == reid::ThresholdMark::Kind::ToBeTried)
        return HistogramPane::tr("to be tried %1").arg(number);
    if (!mark.sex || brief)
        return HistogramPane::tr("recommended %1").arg(number);
    return HistogramPane::tr("%1, and so all: %2").arg(sexWord(*mark.sex), number);
}

/// Where the words of a mark go: on the one side of its line or on the other.
std::vector<QRectF> besideMark(const QRectF &area, qreal x, const QString &words, bool left)
{
    const QSizeF size(labelSize(words, TextRole::LabelStrong).width(), 18);
    const QRectF before(QPointF(x - 10 - size.width(), area.top() - 19), size);
    const QRectF after(QPointF(x + 10, area.top() - 19), size);
    return left ? std::vector{before, after} : std::vector{after, before};
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

void HistogramPane::paintHatchInSvg(QPainter &painter, const ThemeTokens &tokens) const
{
    if (!(m_layers & Assigned))
        return;
    const LayerBins bins = binsOf(Assigned);
    const QRectF area = plotArea();
    for (std::size_t bin = 0; bin < bins.percent.size(); ++bin) {
        const double from = bins.from + static_cast<double>(bin) * bins.width;
        const double height = std::min(bins.percent[bin], m_top);
        if (height <= (m_logarithmic ? kLeastLog : 0))
            continue;
        const QRectF bar(QPointF(xOf(from), yOf(height)), QPointF(xOf(from + bins.width), area.bottom()));
        const QRectF shown = bar & area;
        paintHatchLines(painter, shown, tokens.assigned, tokens.assignedFill);
        painter.setPen(QPen(tokens.assigned, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(shown);
    }
}

QString HistogramPane::layerName(Layer layer)
{
    switch (layer) {
    case Strangers:
        return tr("strangers would score");
    case Assigned:
        return tr("assigned");
    case Density:
        return tr("density");
    case NaturalClusters:
        return tr("natural breaks");
    case Unassigned:
        break;
    }
    return tr("unassigned");
}

LegendKey HistogramPane::layerEntry(Layer layer, const QString &text, const ThemeTokens &tokens)
{
    switch (layer) {
    case Strangers:
        return lineEntry(text, QPen(tokens.mate, 2));
    case Density:
        return lineEntry(text, QPen(tokens.unassignedEdge, 1.6));
    case Assigned:
        return {text, [line = tokens.assigned, fill = tokens.assignedFill](QPainter &painter, const QRectF &mark) {
                    paintHatchLines(painter, mark, line, fill);
                    painter.setPen(QPen(line, 1));
                    painter.setBrush(Qt::NoBrush);
                    painter.drawRect(mark);
                }};
    case NaturalClusters: {
        QColor shade = tokens.accent;
        shade.setAlphaF(0.14F);
        QPen pen(tokens.text2, 1);
        pen.setDashPattern({1, 2});
        return areaEntry(text, pen, shade);
    }
    case Unassigned:
        break;
    }
    return areaEntry(text, QPen(tokens.unassignedEdge, 1), tokens.unassigned);
}

std::vector<LegendKey> HistogramPane::legend(const ThemeTokens &tokens) const
{
    std::vector<LegendKey> entries;
    for (const Layer layer : {Unassigned, Strangers, Assigned}) {
        if (!(m_layers & layer))
            continue;
        const QString name = layer == Assigned && analysis()
                                 ? tr("assigned, selected at ≥ %1").arg(shortThreshold(analysis()->options.current))
                                 : layerName(layer);
        entries.push_back(layerEntry(layer, name, tokens));
    }
    return entries;
}

void HistogramPane::paintAxisTitle(QPainter &painter, const ThemeTokens &tokens) const
{
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    if (const QRectF place = axisTitlePlace(); !place.isNull())
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, tr("% per 0.01"));
}

QRectF HistogramPane::axisTitlePlace() const
{
    const QRectF area = plotArea();
    return area.top() < 30 || area.width() < kNarrow
               ? QRectF()
               : QRectF(14, area.top() - 32, labelSize(tr("% per 0.01"), TextRole::Label).width(), 18);
}

void HistogramPane::paintCuts(QPainter &painter, const ThemeTokens &tokens) const
{
    for (const auto &[score, color] : m_cuts) {
        const qreal x = xOf(score);
        const qreal y = plotArea().top() + 6;
        if (x < plotArea().left() || x > plotArea().right() + 1)
            continue;
        for (const qreal down : {0.0, 4.0}) {
            painter.setPen(QPen(tokens.surface, 3));
            painter.drawLine(QPointF(x - 7, y + down + 3), QPointF(x + 7, y + down - 3));
            painter.setPen(QPen(tokens.*color, 1.2));
            painter.drawLine(QPointF(x - 7, y + down + 3), QPointF(x + 7, y + down - 3));
        }
    }
}

void HistogramPane::paintClusters(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    const std::vector<reid::Valley> &valleys = analysis()->clusters.valleys;
    if (valleys.empty()) {
        paintPlotText(painter, tokens, area.adjusted(8, 4, -8, 0), Qt::AlignRight | Qt::AlignTop,
                      coreText(reid::noBreakText(analysis()->clusters)), tokens.text2);
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
                      tr("cluster %1, %2%").arg(QString::number(at + 1), shownNumber(100 * share, 0)), tokens.text2);
        if (at == valleys.size())
            continue;
        QPen pen(tokens.text2, 1);
        pen.setDashPattern({1, 3});
        painter.setPen(pen);
        painter.drawLine(part.topRight(), part.bottomRight());
    }
}

std::vector<HistogramPane::MarkLabel> HistogramPane::markLabels() const
{
    const QRectF area = plotArea();
    const auto inside = [&](double score) { return score >= range().from() && score <= range().to(); };
    const double current = analysis()->options.current;
    const std::optional<reid::ThresholdMark> recommended = reid::recommendedMark(*analysis(), m_sex);
    // First come the threshold in force and the one proposed; the numbers of others are left out where their words are.
    std::vector<MarkLabel> labels(Numbers);
    labels[InForce] = {current, tr("in force %1").arg(shortThreshold(current)), {}};
    if (recommended)
        labels[Proposed] = {recommended->at, recommendedWords(*recommended, area.width() < kNarrow), {}};
    // The axis' title and its uppermost number are where they are, and marks give way to them.
    std::vector<std::vector<QRectF>> wishes(Numbers);
    wishes[Title] = {axisTitlePlace() & QRectF(rect())};
    wishes[Uppermost] = {QRectF(0, area.top() - 8, area.left(), 16)};
    if (inside(current))
        wishes[InForce] =
            besideMark(area, xOf(current), labels[InForce].text, recommended && recommended->at > current);
    if (recommended && inside(recommended->at))
        wishes[Proposed] = besideMark(area, xOf(recommended->at), labels[Proposed].text, recommended->at <= current);
    for (const double threshold : analysis()->options.thresholds) {
        const bool close =
            std::abs(threshold - current) < 0.03 || (recommended && std::abs(threshold - recommended->at) < 0.03);
        if (!inside(threshold) || close)
            continue;
        labels.push_back({threshold, shortThreshold(threshold), {}});
        const qreal room = std::max(kNumberRoom, labelSize(labels.back().text, TextRole::Label).width());
        wishes.push_back({QRectF(xOf(threshold) - room / 2, area.top() - 24, room, 16)});
    }
    const std::vector<QRectF> places = placeLabels(rect(), wishes);
    for (std::size_t at = 0; at < labels.size(); ++at)
        labels[at].place = places[at];
    return labels;
}

void HistogramPane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!analysis())
        return;
    const QRectF area = plotArea();
    if (m_layers & NaturalClusters)
        paintClusters(painter, tokens);
    if (painter.paintEngine()->type() == QPaintEngine::SVG)
        paintHatchInSvg(painter, tokens);
    paintCuts(painter, tokens);
    paintAxisTitle(painter, tokens);
    paintLayerNames(painter, tokens);
    const std::vector<MarkLabel> labels = markLabels();
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    for (std::size_t at = Numbers; at < labels.size(); ++at) {
        const qreal x = xOf(labels[at].at);
        painter.drawLine(QPointF(x, area.top() - 6), QPointF(x, area.top() + 2));
        if (!labels[at].place.isNull())
            painter.drawText(labels[at].place, Qt::AlignHCenter, labels[at].text);
    }
    paintOwnMarks(painter, tokens);
    const auto paint = [&](const MarkLabel &label, const QColor &color, bool dashed) {
        const qreal x = xOf(label.at);
        if (!label.text.isEmpty() && label.at >= range().from() && label.at <= range().to())
            paintMark(painter, area, x, color, label.place.isNull() ? QString() : label.text, dashed,
                      label.place.left() < x);
    };
    paint(labels[Proposed], tokens.recommended, false);
    paint(labels[InForce], tokens.current, true);
}

void HistogramPane::paintOwnMarks(QPainter &painter, const ThemeTokens &tokens) const
{
    const std::optional<double> all = analysis()->recommendation.threshold;
    const QRectF area = plotArea();
    qreal y = area.top() + 2; // under the names of the other marks, each on a line of its own
    for (const reid::ThresholdMark &mark : reid::thresholdMarks(*analysis(), m_sex)) {
        if (mark.kind != reid::ThresholdMark::Kind::OwnSex || std::abs(mark.at - *all) < 0.02 ||
            mark.at < range().from() || mark.at > range().to())
            continue;
        const QColor color = tokens.*sexColor(sexClass(*mark.sex));
        const qreal x = xOf(mark.at);
        painter.setPen(QPen(color, 1.4));
        painter.drawLine(QPointF(x, area.top() - 8), QPointF(x, area.top() + 10));
        const bool left = mark.at < *all;
        paintPlotText(painter, tokens, QRectF(left ? x - 186 : x + 6, y, 180, 16),
                      (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                      tr("%1 alone %2").arg(sexWord(*mark.sex), shortThreshold(mark.at)),
                      tokens.text); // the colors of the sexes are strong enough for marks, not for words
        y += 18;
    }
}

void HistogramPane::paintLayerNames(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    if (area.height() < 120 || m_strangers.isEmpty())
        return;
    const auto peak = std::ranges::max_element(m_strangers, {}, &QPointF::y);
    const qreal x = xOf(peak->x()) + 60;
    if (x < area.left() || x + 190 > area.right())
        return;
    const qreal y = std::max(area.top() + 20, yOf(std::min(peak->y(), m_top)) + 22);
    paintPlotText(painter, tokens, QRectF(x, y, 220, 16), Qt::AlignLeft | Qt::AlignVCenter, tr("Strangers would score"),
                  tokens.mate, true);
    paintPlotText(painter, tokens, QRectF(x, y + 16, 220, 16), Qt::AlignLeft | Qt::AlignVCenter,
                  tr("deer with no profile"), tokens.text2);
}

void HistogramPane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    paintLayerNames(painter, tokens); // again, over the cursor that would cross them out
    if (!(m_layers & Unassigned) || m_density.isEmpty())
        return;
    const double height = heightAt(m_density, cursor().value());
    if (height > (m_logarithmic ? kLeastLog : 0))
        paintRing(painter, tokens, {xOf(cursor().value()), yOf(height)});
}

} // namespace herdbook::ui

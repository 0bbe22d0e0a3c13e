// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/sharepane.h"

#include "ui/reid/charts/chartpainting.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>
#include <limits>

namespace herdbook::dashboard {

namespace {

QPen crossPen(const ThemeTokens &tokens)
{
    QPen dashed(tokens.cross, 1.2);
    dashed.setDashPattern({5, 4});
    return dashed;
}

/// What share of the added a method alone would call wrong. Wrong ones can't become more as the threshold gets stricter.
std::vector<float> wrongShare(const std::vector<float> &fpir, const reid::Curves &curves)
{
    std::vector<float> share(fpir.size(), NAN);
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t tick = 0; tick < fpir.size(); ++tick) {
        if (std::isnan(fpir[tick]))
            continue;
        least = std::min(least, fpir[tick] * static_cast<float>(curves.population));
        if (curves.added[tick] > 0)
            share[tick] = std::min(1.0F, least / static_cast<float>(curves.added[tick]));
    }
    return share;
}

} // namespace

void SharePane::analysisChanged()
{
    m_shares = analysis() ? shares(*analysis()) : Shares();
    m_top = analysis() ? 2 * analysis()->options.alpha : 0.10;
}

void SharePane::addLines(const std::vector<float> &share, const QPen &pen)
{
    for (const QList<QPointF> &points : curveLines(share, range().from(), range().to(), width(), 100)) {
        auto *line = new QLineSeries;
        line->replace(points);
        line->setPen(pen);
        add(line);
    }
}

void SharePane::addBand(const QBrush &brush)
{
    std::vector<float> floor(m_shares.estimate);
    for (std::size_t tick = 0; tick < floor.size(); ++tick)
        floor[tick] = std::isnan(m_shares.upper[tick]) ? NAN : floor[tick];
    const auto tops = curveLines(m_shares.upper, range().from(), range().to(), width(), 100);
    const auto bottoms = curveLines(floor, range().from(), range().to(), width(), 100);
    for (qsizetype part = 0; part < std::min(tops.size(), bottoms.size()); ++part) {
        auto *upper = new QLineSeries;
        upper->replace(tops.at(part));
        auto *lower = new QLineSeries;
        lower->replace(bottoms.at(part));
        auto *area = new QAreaSeries(upper, lower);
        upper->setParent(area);
        lower->setParent(area);
        area->setBrush(brush);
        area->setPen(QPen(Qt::transparent, 0));
        add(area);
    }
}

void SharePane::build(const ThemeTokens &tokens)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, 100 * m_top);
    setVerticalAxis(axis);
    const auto percent = [](double value) { return QStringLiteral("%1%").arg(value, 0, 'g', 3); };
    setVerticalTicks(
        {{0, QStringLiteral("0")}, {50 * m_top, percent(50 * m_top)}, {100 * m_top, percent(100 * m_top)}});
    if (!analysis())
        return;
    addBand(tokens.band);
    addLines(m_shares.m1, QPen(tokens.mate, 1.2));
    addLines(m_shares.m2, crossPen(tokens));
    addLines(m_shares.estimate, QPen(tokens.current, 2.6));
}

void SharePane::paintLimit(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    const double alpha = analysis()->options.alpha;
    QPen pen(tokens.limit, 1.4);
    pen.setDashPattern({6, 4});
    painter.setPen(pen);
    const qreal y = yOf(100 * alpha);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    // At the left, where the curves are far above.
    paintPlotText(painter, tokens, QRectF(area.left() + 8, y - 18, 120, 16), Qt::AlignLeft | Qt::AlignVCenter,
                  tr("limit %1%").arg(100 * alpha, 0, 'g', 3), tokens.limit, true);
}

void SharePane::paintInPlotLegend(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    constexpr qreal least = 84; // below, it would lie on the limit
    if (area.height() < least)
        return;
    const double confidence = 100 * analysis()->options.confidence;
    paintLegend(painter, tokens, QRectF(area.left(), area.top() + 22, area.width() - 6, 16),
                {areaEntry(tr("up to the %1% bound").arg(confidence, 0, 'g', 3), QPen(tokens.mate, 0.6), tokens.band),
                 lineEntry(tr("mate-removed"), QPen(tokens.mate, 1.6)), lineEntry(tr("cross-sex"), crossPen(tokens))});
}

void SharePane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!analysis())
        return;
    const QRectF area = plotArea();
    paintInForce(painter, tokens, analysis()->options.current);
    paintPlotText(painter, tokens, area.adjusted(0, 4, -6, 0), Qt::AlignRight | Qt::AlignTop, title(), tokens.text,
                  true);
    const bool unknown =
        std::all_of(m_shares.estimate.begin(), m_shares.estimate.end(), [](float share) { return std::isnan(share); });
    if (unknown) {
        paintPlotText(painter, tokens, area, Qt::AlignCenter, tr("not known: there is no evidence of impostor scores"),
                      tokens.text2);
        return;
    }
    paintInPlotLegend(painter, tokens);
    paintLimit(painter, tokens);
}

void SharePane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    if (!analysis())
        return;
    const reid::Evaluation at = analysis()->evaluate(cursor().value());
    const auto [estimate, upper] = sharesOf(at);
    const qreal x = xOf(cursor().value());
    if (!estimate) {
        paintChip(painter, tokens, {x, plotArea().bottom() - 4}, at.added == 0 ? tr("none new") : tr("not known"));
        return;
    }
    const bool inView = *estimate <= m_top;
    const QPointF point(x, inView ? yOf(100 * *estimate) : plotArea().top());
    if (inView)
        paintRing(painter, tokens, point);
    paintChip(painter, tokens, point, tr("%1, at most %2").arg(shareText(estimate), shareText(upper)));
}

SharePane::Shares WrongSharePane::shares(const reid::Analysis &analysis) const
{
    const reid::Curves &curves = analysis.curves;
    Shares shares{std::vector<float>(curves.added.size(), NAN), {}, {}, {}};
    shares.upper = shares.estimate;
    for (std::size_t tick = 0; tick < curves.added.size(); ++tick) {
        const auto added = static_cast<float>(curves.added[tick]);
        if (added <= 0)
            continue;
        shares.estimate[tick] = curves.wrong[tick] / added; // at most 1: wrong is at most added
        shares.upper[tick] = curves.wrongUpper[tick] / added;
    }
    shares.m1 = wrongShare(curves.m1, curves);
    shares.m2 = wrongShare(curves.m2, curves);
    return shares;
}

QString WrongSharePane::describeAt(double score) const
{
    if (!analysis())
        return {};
    const reid::Evaluation at = analysis()->evaluate(score);
    return tr("At %1: wrong share %2, at most %3\nFPIR %4; mate-removed %5, cross-sex %6")
        .arg(QString::number(at.threshold, 'f', 4), shareText(at.fdr), shareText(at.fdrUpper), shareText(at.fpir),
             shareText(at.m1), shareText(at.m2));
}

QString WrongSharePane::csv() const
{
    return evaluationsCsv(analysis().get(), {{"wrong_share", &reid::Evaluation::fdr},
                                             {"wrong_share_upper", &reid::Evaluation::fdrUpper},
                                             {"fpir", &reid::Evaluation::fpir},
                                             {"fpir_upper", &reid::Evaluation::fpirUpper},
                                             {"m1", &reid::Evaluation::m1},
                                             {"m2", &reid::Evaluation::m2}});
}

SharePane::Shares FpirPane::shares(const reid::Analysis &analysis) const
{
    return {analysis.curves.fpir, analysis.curves.fpirUpper, analysis.curves.m1, analysis.curves.m2};
}

QString FpirPane::describeAt(double score) const
{
    if (!analysis())
        return {};
    const reid::Evaluation at = analysis()->evaluate(score);
    return tr("At %1: FPIR %2, at most %3\nmate-removed %4, cross-sex %5")
        .arg(QString::number(at.threshold, 'f', 4), shareText(at.fpir), shareText(at.fpirUpper), shareText(at.m1),
             shareText(at.m2));
}

QString FpirPane::csv() const
{
    return evaluationsCsv(analysis().get(), {{"fpir", &reid::Evaluation::fpir},
                                             {"fpir_upper", &reid::Evaluation::fpirUpper},
                                             {"m1", &reid::Evaluation::m1},
                                             {"m2", &reid::Evaluation::m2}});
}

} // namespace herdbook::dashboard

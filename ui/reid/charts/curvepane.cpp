// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/curvepane.h"

#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/charts/ratepane.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace herdbook::dashboard {

void CurvePane::addLines(const std::vector<float> &share, const QPen &pen)
{
    for (const QList<QPointF> &points : curveLines(share, range().from(), range().to(), width() / 2, 100)) {
        auto *line = new QLineSeries;
        line->replace(points);
        line->setPen(pen);
        add(line);
    }
}

void CurvePane::addBand(const std::vector<float> &low, const std::vector<float> &high, const QBrush &brush)
{
    std::vector<float> floor(low);
    for (std::size_t tick = 0; tick < floor.size(); ++tick)
        floor[tick] = std::isnan(high[tick]) ? NAN : floor[tick];
    const auto tops = curveLines(high, range().from(), range().to(), width() / 2, 100);
    const auto bottoms = curveLines(floor, range().from(), range().to(), width() / 2, 100);
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

void CurvePane::setTop(double top)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, 100 * top);
    setVerticalAxis(axis);
    const auto percent = [](double value) { return QStringLiteral("%1%").arg(value, 0, 'g', 3); };
    setVerticalTicks({{0, QStringLiteral("0")}, {50 * top, percent(50 * top)}, {100 * top, percent(100 * top)}});
}

void CurvePane::paintLimit(QPainter &painter, const ThemeTokens &tokens, double alpha) const
{
    const QRectF area = plotArea();
    QPen pen(tokens.limit, 1.4);
    pen.setDashPattern({6, 4});
    painter.setPen(pen);
    const qreal y = yOf(100 * alpha);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    paintPlotText(painter, tokens, QRectF(area.left(), y - 18, area.width() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                  tr("limit %1%").arg(100 * alpha, 0, 'g', 3), tokens.limit, true);
}

void FpirPane::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    rebuild();
}

void FpirPane::build(const ThemeTokens &tokens)
{
    setTop(m_analysis ? top() : 0.1);
    if (!m_analysis)
        return;
    addBand(m_analysis->curves.fpir, m_analysis->curves.fpirUpper, tokens.band);
    addLines(m_analysis->curves.m1, QPen(tokens.mate, 1.2));
    QPen dashed(tokens.cross, 1.2);
    dashed.setDashPattern({5, 4});
    addLines(m_analysis->curves.m2, dashed);
    addLines(m_analysis->curves.fpir, QPen(tokens.current, 2.6));
}

void FpirPane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!m_analysis)
        return;
    paintInForce(painter, tokens, m_analysis->options.current);
    paintLimit(painter, tokens, m_analysis->options.alpha);
    paintPlotText(painter, tokens, plotArea().adjusted(0, 4, -6, 0), Qt::AlignRight | Qt::AlignTop,
                  tr("False positives (FPIR): a stranger is given a profile"), tokens.text, true);
}

void FpirPane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    if (!m_analysis)
        return;
    const reid::Evaluation at = m_analysis->evaluate(cursor().value());
    const qreal x = xOf(cursor().value());
    if (!at.fpir) {
        paintChip(painter, tokens, {x, plotArea().bottom() - 4}, tr("not known"));
        return;
    }
    const bool inView = *at.fpir <= top();
    const QPointF point(x, inView ? yOf(100 * *at.fpir) : plotArea().top());
    if (inView)
        paintRing(painter, tokens, point);
    paintChip(painter, tokens, point, tr("%1, at most %2").arg(shareText(at.fpir), shareText(at.fpirUpper)));
}

QString FpirPane::describeAt(double score) const
{
    if (!m_analysis)
        return {};
    const reid::Evaluation at = m_analysis->evaluate(score);
    return tr("At %1: FPIR %2, at most %3\nmate-removed %4, cross-sex %5")
        .arg(QString::number(at.threshold, 'f', 4), shareText(at.fpir), shareText(at.fpirUpper), shareText(at.m1),
             shareText(at.m2));
}

QString FpirPane::csv() const
{
    QString text = QStringLiteral("threshold,fpir,fpir_upper,m1,m2\n");
    for (int tick = 0; m_analysis && tick <= reid::kTicksPerUnit; tick += 25) {
        const reid::Evaluation at = m_analysis->evaluate(reid::fromTicks(tick));
        text += QString::number(at.threshold, 'f', 4);
        for (const std::optional<double> value : {at.fpir, at.fpirUpper, at.m1, at.m2})
            text += u',' + (value ? QString::number(*value, 'g', 8) : QString());
        text += u'\n';
    }
    return text;
}

} // namespace herdbook::dashboard

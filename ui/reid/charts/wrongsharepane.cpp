// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/charts/ratepane.h"

#include <QPainter>

#include <cmath>

namespace herdbook::dashboard {

QString shareText(std::optional<double> share, bool narrow)
{
    if (!share)
        return QStringLiteral("–");
    if (*share > 0 && *share < 0.001)
        return narrow ? QStringLiteral("<0.1%") : WrongSharePane::tr("under 0.1%");
    return QStringLiteral("%1%").arg(100 * *share, 0, 'f', 1);
}

void WrongSharePane::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    const std::size_t size = m_analysis ? m_analysis->curves.added.size() : 0;
    for (std::vector<float> *curve : {&m_estimate, &m_upper, &m_m1, &m_m2})
        curve->assign(size, NAN);
    if (m_analysis) {
        const reid::Curves &curves = m_analysis->curves;
        const auto population = static_cast<float>(curves.population);
        for (std::size_t tick = 0; tick < size; ++tick) {
            const auto added = static_cast<float>(curves.added[tick]);
            if (added <= 0)
                continue;
            m_estimate[tick] = std::min(1.0F, curves.wrong[tick] / added);
            m_upper[tick] = std::min(1.0F, curves.wrongUpper[tick] / added);
            m_m1[tick] = std::min(1.0F, curves.m1[tick] * population / added);
            m_m2[tick] = std::min(1.0F, curves.m2[tick] * population / added);
        }
        m_top = 2 * m_analysis->options.alpha;
    }
    rebuild();
}

void WrongSharePane::build(const ThemeTokens &tokens)
{
    setTop(m_top);
    if (!m_analysis)
        return;
    addBand(m_estimate, m_upper, tokens.band);
    addLines(m_m1, QPen(tokens.mate, 1.2));
    QPen dashed(tokens.cross, 1.2);
    dashed.setDashPattern({5, 4});
    addLines(m_m2, dashed);
    addLines(m_estimate, QPen(tokens.current, 2.6));
}

void WrongSharePane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!m_analysis)
        return;
    const QRectF area = plotArea();
    paintInForce(painter, tokens, m_analysis->options.current);
    paintLimit(painter, tokens, m_analysis->options.alpha);
    paintPlotText(painter, tokens, area.adjusted(0, 4, -6, 0), Qt::AlignRight | Qt::AlignTop,
                  tr("Wrong share of the new ones"), tokens.text, true);
    const bool unknown =
        std::all_of(m_estimate.begin(), m_estimate.end(), [](float share) { return std::isnan(share); });
    if (unknown)
        paintPlotText(painter, tokens, area, Qt::AlignCenter, tr("not known: there is no evidence of impostor scores"),
                      tokens.text2);
}

void WrongSharePane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    if (!m_analysis)
        return;
    const reid::Evaluation at = m_analysis->evaluate(cursor().value());
    const qreal x = xOf(cursor().value());
    if (!at.fdr) {
        paintChip(painter, tokens, {x, plotArea().bottom() - 4}, at.added == 0 ? tr("none new") : tr("not known"));
        return;
    }
    const bool inView = *at.fdr <= m_top;
    const QPointF point(x, inView ? yOf(100 * *at.fdr) : plotArea().top());
    if (inView)
        paintRing(painter, tokens, point);
    paintChip(painter, tokens, point, tr("%1, at most %2").arg(shareText(at.fdr), shareText(at.fdrUpper)));
}

QString WrongSharePane::describeAt(double score) const
{
    if (!m_analysis)
        return {};
    const reid::Evaluation at = m_analysis->evaluate(score);
    return tr("At %1: wrong share %2, at most %3\nFPIR %4; mate-removed %5, cross-sex %6")
        .arg(QString::number(at.threshold, 'f', 4), shareText(at.fdr), shareText(at.fdrUpper), shareText(at.fpir),
             shareText(at.m1), shareText(at.m2));
}

QString WrongSharePane::csv() const
{
    QString text = QStringLiteral("threshold,wrong_share,wrong_share_upper,fpir,fpir_upper,m1,m2\n");
    for (int tick = 0; m_analysis && tick <= reid::kTicksPerUnit; tick += 25) {
        const reid::Evaluation at = m_analysis->evaluate(reid::fromTicks(tick));
        text += QString::number(at.threshold, 'f', 4);
        for (const std::optional<double> value : {at.fdr, at.fdrUpper, at.fpir, at.fpirUpper, at.m1, at.m2})
            text += u',' + (value ? QString::number(*value, 'g', 8) : QString());
        text += u'\n';
    }
    return text;
}

} // namespace herdbook::dashboard

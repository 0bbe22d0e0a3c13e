// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/ratepane.h"

#include "core/base/language.h"
#include "core/reid/figures.h"
#include "core/reid/text.h"
#include "ui/reid/charts/chartpainting.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace herdbook::ui {

double RatePane::rateAt(double score) const
{
    return analysis() ? analysis()->evaluate(score).rate.value_or(0) : 0;
}

void RatePane::build(const ThemeTokens &tokens)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, 100);
    setVerticalAxis(axis);
    setVerticalTicks({{0, QStringLiteral("0")},
                      {50, shownPercent(QStringLiteral("50"))},
                      {100, shownPercent(QStringLiteral("100"))}});
    if (!analysis() || analysis()->counts.detections == 0)
        return;
    const int points = std::max(120, width() / 2);
    QList<QPointF> line;
    for (int i = 0; i <= points; ++i) {
        const double score = range().from() + range().width() * i / points;
        line.append({score, 100 * rateAt(score)});
    }
    auto *upper = new QLineSeries;
    upper->replace(line);
    auto *lower = new QLineSeries;
    lower->replace(QList<QPointF>{{line.first().x(), 0}, {line.last().x(), 0}});
    auto *area = new QAreaSeries(upper, lower);
    upper->setParent(area);
    lower->setParent(area);
    area->setBrush(tokens.rateFill);
    area->setPen(QPen(Qt::transparent, 0));
    add(area);
    auto *edge = new QLineSeries;
    edge->replace(line);
    edge->setPen(QPen(tokens.rateLine, 2));
    add(edge);
}

void RatePane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    const QRectF area = plotArea();
    if (!analysis() || analysis()->counts.detections == 0)
        return;
    paintInForce(painter, tokens, analysis()->options.current);
    if (const std::optional<double> goal = reid::rateGoal(*analysis())) {
        QPen pen(tokens.text, 1);
        pen.setDashPattern({1, 2});
        painter.setPen(pen);
        const qreal y = yOf(100 * *goal);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        paintPlotText(
            painter, tokens, QRectF(area.left(), y - 19, area.width() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
            tr("goal %1%, %2% more than now")
                .arg(shownNumber(100 * *goal, 1), shownLocale().toString(100 * analysis()->options.gainGoal, 'g', 3)),
            tokens.text2);
    }
    paintPlotText(painter, tokens, area.adjusted(0, 4, -6, 0), Qt::AlignRight | Qt::AlignTop,
                  tr("Assigned, share of %L1 detections").arg(static_cast<qulonglong>(analysis()->counts.detections)),
                  tokens.text, true);
}

void RatePane::paintAtCursor(QPainter &painter, const ThemeTokens &tokens)
{
    if (!analysis() || analysis()->counts.detections == 0)
        return;
    const double rate = 100 * rateAt(cursor().value());
    const QPointF at(xOf(cursor().value()), yOf(rate));
    paintRing(painter, tokens, at);
    paintChip(painter, tokens, at, shownFigure(reid::text::share(rate / 100)));
}

QString RatePane::describeAt(double score) const
{
    if (!analysis() || analysis()->counts.detections == 0)
        return {};
    const reid::Evaluation at = analysis()->evaluate(score);
    return tr("At %1: %L2 of %L3 detections assigned (%4%), %L5 of them new")
        .arg(shownNumber(at.threshold, 4))
        .arg(static_cast<qulonglong>(at.assigned))
        .arg(static_cast<qulonglong>(analysis()->counts.detections))
        .arg(shownNumber(100 * at.rate.value_or(0), 2))
        .arg(static_cast<qulonglong>(at.added));
}

QString RatePane::csv() const
{
    return evaluationsCsv(analysis().get(), {{"rate", &reid::Evaluation::rate}, {"gain", &reid::Evaluation::gain}});
}

} // namespace herdbook::ui

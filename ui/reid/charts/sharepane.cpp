// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/sharepane.h"

#include "core/base/language.h"
#include "core/reid/figures.h"
#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/words.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace herdbook::ui {

namespace {

QPen splitPen(const ThemeTokens &tokens)
{
    QPen dashed(tokens.cross, 1.2);
    dashed.setDashPattern({6, 3, 1, 3}); // unlike the limit's also without its color
    return dashed;
}

QPen observedPen(const ThemeTokens &tokens)
{
    QPen dotted(tokens.text2, 1.2);
    dotted.setDashPattern({1, 2});
    return dotted;
}

/// What the decoys are that the estimate is made of.
QString decoyWords(const reid::Analysis &analysis)
{
    bool other = false;
    bool same = false;
    for (const reid::SexResult &sex : analysis.bySex) {
        other = other || sex.strength() == reid::Strength::Strong;
        same = same || sex.strength() == reid::Strength::Weak;
    }
    return !same ? SharePane::tr("the other sex") : other ? SharePane::tr("either sex") : SharePane::tr("the same sex");
}

/// Joins values at the ascending thresholds of a grid by straight lines.
std::vector<float> joined(const std::vector<int> &grid, const std::vector<float> &values)
{
    std::vector<float> all(reid::kTicksPerUnit + 1, NAN);
    for (std::size_t at = 0; at < grid.size(); ++at) {
        all[static_cast<std::size_t>(grid[at])] = values[at];
        for (int tick = grid[at] + 1; at + 1 < grid.size() && tick < grid[at + 1]; ++tick) {
            const float part = static_cast<float>(tick - grid[at]) / static_cast<float>(grid[at + 1] - grid[at]);
            all[static_cast<std::size_t>(tick)] = values[at] + part * (values[at + 1] - values[at]);
        }
    }
    return all;
}

} // namespace

void SharePane::analysisChanged()
{
    m_shares = analysis() ? shares(*analysis()) : Shares();
    m_top = analysis() ? 2 * analysis()->options.alpha : 0.10;
}

SharePane::Shares SharePane::shares(const reid::Analysis &analysis) const
{
    const auto joinedOf = [&](const auto &shareOf) {
        std::vector<float> values;
        for (const int tick : analysis.grid) {
            const std::optional<double> share = shareOf(analysis.evaluate(reid::fromTicks(tick)));
            values.push_back(share ? static_cast<float>(*share) : NAN);
        }
        return joined(analysis.grid, values);
    };
    const auto part = [&](std::optional<double> reid::Evaluation::*wrong) {
        return joinedOf([&, wrong](const reid::Evaluation &at) -> std::optional<double> {
            const double of = whole(at, analysis);
            return at.*wrong && of > 0 && at.added > 0 ? std::optional(*(at.*wrong) / of) : std::nullopt;
        });
    };
    return {joinedOf([this](const reid::Evaluation &at) { return sharesOf(at).first; }),
            joinedOf([this](const reid::Evaluation &at) { return sharesOf(at).second; }),
            part(&reid::Evaluation::decoyWrong), part(&reid::Evaluation::splitWrong),
            part(&reid::Evaluation::observedWrong)};
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
    const auto percent = [](double value) { return shownPercent(shownLocale().toString(value, 'g', 3)); };
    setVerticalTicks(
        {{0, QStringLiteral("0")}, {50 * m_top, percent(50 * m_top)}, {100 * m_top, percent(100 * m_top)}});
    if (!analysis() || isUnknown())
        return;
    addBand(tokens.band);
    addLines(m_shares.decoys, QPen(tokens.mate, 1.2));
    addLines(m_shares.split, splitPen(tokens));
    addLines(m_shares.observed, observedPen(tokens));
    addLines(m_shares.estimate, QPen(tokens.current, 2.6));
}

bool SharePane::isUnknown() const
{
    return std::all_of(m_shares.estimate.begin(), m_shares.estimate.end(),
                       [](float share) { return std::isnan(share); });
}

bool SharePane::headAbove() const
{
    return plotArea().top() >= kHead;
}

qreal SharePane::headTop() const
{
    return headAbove() ? plotArea().top() - kHead : plotArea().top();
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
                  tr("limit %1%").arg(shownLocale().toString(100 * alpha, 'g', 3)), tokens.limit, true);
}

void SharePane::paintInPlotLegend(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    const QRectF row(area.left(), headTop() + 22, area.width() - 6, 16);
    const double confidence = 100 * reid::kConfidence;
    const std::vector<LegendKey> entries{
        areaEntry(tr("up to the %1% bound").arg(shownLocale().toString(confidence, 'g', 3)), QPen(tokens.mate, 0.6),
                  tokens.band),
        lineEntry(tr("by %1").arg(decoyWords(*analysis())), QPen(tokens.mate, 1.6)),
        lineEntry(tr("by hidden profiles"), splitPen(tokens)), lineEntry(tr("seen"), observedPen(tokens))};
    constexpr qreal least = 84; // below, it would lie on the limit
    if (!headAbove() && area.height() < least)
        return;
    // On a low plot those that don't fit beside the others are left to the tool tip.
    const bool low = area.height() < least + (legendLines(entries, row.width()) - 1) * kLegendLine;
    paintLegend(painter, tokens, row, low ? legendLine(entries, row.width()) : entries);
}

void SharePane::paintLabels(QPainter &painter, const ThemeTokens &tokens)
{
    if (!analysis())
        return;
    const QRectF area = plotArea();
    paintInForce(painter, tokens, analysis()->options.current);
    paintPlotText(painter, tokens, QRectF(area.left(), headTop() + 4, area.width() - 6, 16),
                  Qt::AlignRight | Qt::AlignTop, title(), tokens.text, true);
    if (isUnknown()) {
        const reid::NotTold why = reid::whyNotTold(*analysis());
        paintPlotText(painter, tokens, area, Qt::AlignCenter,
                      why == reid::NotTold::UnsoundData ? tr("not told: the data isn't sound")
                      : why == reid::NotTold::UnsoundThreshold
                          ? tr("not told: the threshold in force is itself unsound")
                          : tr("not known"),
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
    const float drawn = m_shares.estimate[static_cast<std::size_t>(cursor().ticks())];
    const double height = std::isnan(drawn) ? *estimate : static_cast<double>(drawn);
    const bool inView = height <= m_top;
    const QPointF point(x, inView ? yOf(100 * height) : plotArea().top());
    if (inView)
        paintRing(painter, tokens, point);
    paintChip(painter, tokens, point, tr("%1, at most %2").arg(shareText(estimate), mostShareText(upper)));
}

double WrongSharePane::whole(const reid::Evaluation &at, const reid::Analysis &) const
{
    return static_cast<double>(at.added);
}

QString WrongSharePane::describeAt(double score) const
{
    if (!analysis())
        return {};
    const reid::Evaluation at = analysis()->evaluate(score);
    const auto part = [&](std::optional<double> wrong) {
        return shareText(wrong && at.added > 0 ? std::optional(*wrong / static_cast<double>(at.added)) : std::nullopt);
    };
    QString text = tr("At %1: wrong share %2, at most %3\n"
                      "searching among %7 (decoys) %4, with profiles hidden (split gallery) %5, of a second animal "
                      "under one profile %8, seen to contradict each other %6")
                       .arg(thresholdText(at.threshold), shareText(at.judged() ? at.fdr : std::nullopt),
                            mostShareText(at.fdrUpper), part(at.decoyWrong), part(at.splitWrong),
                            part(at.observedWrong), decoyWords(*analysis()), part(at.intruderWrong));
    if (const QString why = boundSentence(*analysis()); !why.isEmpty())
        text += u'\n' + why;
    return text;
}

QString WrongSharePane::csv() const
{
    return evaluationsCsv(analysis().get(), {{"wrong_share", &reid::Evaluation::fdr},
                                             {"wrong_share_upper", &reid::Evaluation::fdrUpper},
                                             {"fpir", &reid::Evaluation::fpir},
                                             {"fpir_upper", &reid::Evaluation::fpirUpper},
                                             {"decoy_wrong", &reid::Evaluation::decoyWrong},
                                             {"split_wrong", &reid::Evaluation::splitWrong},
                                             {"intruder_wrong", &reid::Evaluation::intruderWrong},
                                             {"observed_wrong", &reid::Evaluation::observedWrong}});
}

double FpirPane::whole(const reid::Evaluation &, const reid::Analysis &analysis) const
{
    return static_cast<double>(analysis.curves.population);
}

QString FpirPane::describeAt(double score) const
{
    if (!analysis())
        return {};
    const reid::Evaluation at = analysis()->evaluate(score);
    return tr("At %1: false matches (FPIR) are %2 of the unassigned, at most %3")
        .arg(shownNumber(at.threshold, 4), shareText(at.judged() ? at.fpir : std::nullopt),
             mostShareText(at.fpirUpper));
}

QString FpirPane::csv() const
{
    return evaluationsCsv(analysis().get(),
                          {{"fpir", &reid::Evaluation::fpir}, {"fpir_upper", &reid::Evaluation::fpirUpper}});
}

} // namespace herdbook::ui

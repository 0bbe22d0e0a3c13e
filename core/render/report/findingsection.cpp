// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/forest.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"
#include "core/season/likewithlike.h"

namespace herdbook::render {

using layout::Document;
using season::Animal;
using season::RateRatio;

namespace {

/// What can be claimed, in sentences.
class Findings : public Section
{
public:
    Part part() const override { return Part::Insights; }
    void add(Document &document, const ReportData &data) const override;
};

/// The animals of two periods with their ratios, each at the error that all comparisons share.
void addAnimals(Document &document, const ReportData &data)
{
    constexpr double LeastDetections = 20;
    const season::LikeWithLike like(data.periods);
    const QStringList matched = like.matched(1, 0);
    if (matched.isEmpty() || like.overlap(1, 0))
        return;
    const std::vector<Animal> animals = data.season().animals();
    const double alpha = season::FamilyError / static_cast<double>(animals.size());
    std::vector<std::optional<RateRatio>> ratios;
    for (const Animal animal : animals)
        ratios.push_back(like.ratio(1, 0, animal, alpha));
    const Forest forest(ratios);
    layout::Table table;
    table.columns = {{QStringLiteral("Per 100 camera-days"), Qt::AlignLeft, true, {}},
                     {data.periods[0].label, Qt::AlignRight, false, {}},
                     {data.periods[1].label, Qt::AlignRight, false, {}},
                     {QStringLiteral("ratio"), Qt::AlignRight, false, {}},
                     {QStringLiteral("95% interval, together"), Qt::AlignRight, false, {}},
                     forest.column(120),
                     {QString(), Qt::AlignLeft, false, {}}};
    bool limits = false;
    for (std::size_t i = 0; i < animals.size(); ++i) {
        const season::Rate before = like.rate(0, animals[i], matched);
        const season::Rate now = like.rate(1, animals[i], matched);
        const std::optional<RateRatio> &ratio = ratios[i];
        limits = limits || before.atMost || now.atMost;
        const bool shown = ratio && !ratio->hasZero;
        const bool few = before.count + now.count < LeastDetections;
        const bool clear = !few && ratio && ratio->hasInterval && ratio->pValue < alpha;
        const QString verdict = few                   ? QStringLiteral("too few to tell")
                                : !ratio              ? QStringLiteral("can't be compared")
                                : !ratio->hasInterval ? QStringLiteral("too short to tell")
                                : !clear              ? QStringLiteral("no clear change")
                                         : (ratio->ratio > 1 ? QStringLiteral("more") : QStringLiteral("fewer"));
        layout::Row row{{plural(animals[i]), rateText(before), rateText(now),
                         shown ? decimal(ratio->ratio, 2) : noValue(),
                         shown && ratio->hasInterval
                             ? QStringLiteral("%1 to %2").arg(decimal(ratio->low, 2), season::ratioNumber(ratio->high))
                             : noValue(),
                         QString(), verdict},
                        clear,
                        fillOf(animals[i])};
        row.drawn[5] = forest.cell(ratio, clear);
        table.rows.push_back(std::move(row));
    }
    table.note =
        QStringLiteral("On cameras that worked in both. Intervals allow for bursts, for unequal effort and for all "
                       "animals looked at together.") +
        (limits ? limitNote() : QString());
    document.table(table);
}

void Findings::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Findings"));
    QStringList sentences;
    for (const season::Finding &finding : data.findings)
        sentences << finding.text;
    if (sentences.isEmpty())
        sentences << (data.isComparison() ? season::nothingFound(data.periods) : season::nothingFound(data.season()));
    const QString scope =
        data.isComparison()
            ? QStringLiteral("Only what holds statistically is listed; only cameras that worked %1 are compared, per "
                             "camera-day. ")
                  .arg(season::LikeWithLike(data.periods).inWhich())
            : QStringLiteral("Only what holds statistically is listed; rates are per camera-day. ");
    document.bullets(sentences, scope + QStringLiteral("Intervals allow for detections that come in bursts and for all "
                                                       "comparisons that were looked at together (95%). They speak of "
                                                       "these cameras, not of the whole ranch."));
    if (data.periods.size() == 2)
        addAnimals(document, data);
}

} // namespace

std::unique_ptr<Section> makeFindings()
{
    return std::make_unique<Findings>();
}

} // namespace herdbook::render

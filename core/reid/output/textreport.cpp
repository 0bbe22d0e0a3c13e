// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/textreport.h"

#include "core/reid/figures.h"
#include "core/reid/output/words.h"
#include "core/reid/text.h"

#include <QTextStream>
#include <algorithm>

namespace herdbook::reid {

namespace {

QString qt(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// Text from outside in a Markdown table: nothing in it may become markup.
QString escaped(const std::string &outside)
{
    QString result;
    for (const QChar c : qt(outside)) {
        if (QStringLiteral("\\`*_{}[]<>()#+-.!|&~").contains(c))
            result += u'\\';
        result += c < u' ' ? QChar(u' ') : c;
    }
    return result;
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString tableHead(const QStringList &headers)
{
    return row(headers) + row(QStringList(headers.size(), QStringLiteral("---")));
}

QString outcomeWord(Check::Outcome outcome)
{
    switch (outcome) {
    case Check::Outcome::Pass:
        return QStringLiteral("ok");
    case Check::Outcome::Warn:
        return QStringLiteral("warning");
    case Check::Outcome::Fail:
        return QStringLiteral("failed");
    case Check::Outcome::NotApplicable:
        break;
    }
    return QStringLiteral("not applicable");
}

void writeClusters(QTextStream &out, const Clusters &clusters)
{
    out << "## Natural clusters\n\nDescription only; no threshold follows from it.\n\n";
    if (clusters.valleys.empty())
        out << "- " << qt(noBreakText(clusters)) << ".\n";
    for (const Valley &valley : clusters.valleys)
        out << "- Valley at " << qt(text::score(valley.at)) << ", " << percentOr(valley.depth) << " deep, "
            << percentOr(valley.below) << " of the scores under it.\n";
    for (const Mixture &mixture : clusters.mixtures) {
        const int k = static_cast<int>(mixture.components.size());
        out << "- Mixture of " << k << (k == clusters.bestK ? " (least BIC)" : "") << ": ";
        for (const Component &c : mixture.components)
            out << percentOr(c.weight) << " about " << qt(text::score(c.mean)) << " (sd " << qt(text::score(c.sd))
                << "); ";
        out << "BIC " << QString::number(mixture.bic, 'f', 1) << ".\n";
    }
    if (clusters.otsu)
        out << "- Otsu's split: " << qt(text::score(clusters.otsu->at)) << ".\n";
    out << '\n';
}

void writeGroups(QTextStream &out, const QString &title, const std::vector<Group> &groups,
                 const std::vector<double> &thresholds)
{
    out << "## " << title << "\n\n";
    QStringList headers{QStringLiteral("name"), QStringLiteral("detections"), QStringLiteral("assigned"),
                        QStringLiteral("eligible")};
    for (const double threshold : thresholds)
        headers << QStringLiteral("new at ") + qt(text::score(threshold));
    out << tableHead(headers);
    for (const Group &group : groups) {
        QStringList cells{group.name.empty() ? QStringLiteral("(none)") : escaped(group.name),
                          qt(text::count(group.detections)), qt(text::count(group.assigned)),
                          qt(text::count(group.eligible))};
        for (const double threshold : thresholds)
            cells << qt(text::count(group.added(thresholdTicks(threshold))));
        out << row(cells);
    }
    out << '\n';
}

} // namespace

QByteArray sweepCsv(const Analysis &analysis)
{
    std::vector<int> ticks;
    for (int t = 2000; t <= kTicksPerUnit; t += 50)
        ticks.push_back(t);
    for (const double tested : analysis.options.thresholds)
        ticks.push_back(thresholdTicks(tested));
    if (analysis.recommendation.threshold)
        ticks.push_back(thresholdTicks(*analysis.recommendation.threshold));
    std::ranges::sort(ticks);
    ticks.erase(std::unique(ticks.begin(), ticks.end()), ticks.end());

    const auto field = [](std::optional<double> value) {
        return value ? QByteArray::number(*value, 'g', 6) : QByteArray();
    };
    const auto whole = [](std::optional<std::uint64_t> value) {
        return value ? QByteArray::number(static_cast<qulonglong>(*value)) : QByteArray();
    };
    QByteArray csv =
        "threshold,new,assigned,rate,gain,wrong,wrong_upper,wrong_strict,fdr,fdr_upper,fpir,fpir_upper,decoy_wrong,"
        "split_wrong,intruder_wrong,observed_wrong,unjudged,contradictions,burst_conflicts,sex,detections,"
        "unassigned\r\n";
    // The rate is of `detections`, the FPIR of `unassigned`: all of them, or those of the row's sex.
    const auto add = [&](const Curves &curves, int t, std::string_view sex) {
        const Evaluation e = curves.at(fromTicks(t));
        const auto judged = [&](std::optional<double> value) { return field(e.judged() ? value : std::nullopt); };
        csv += QByteArrayList{field(e.threshold),
                              whole(e.added),
                              whole(e.assigned),
                              field(e.rate),
                              field(e.gain),
                              judged(e.wrong),
                              field(e.wrongUpper),
                              field(e.wrongStrict),
                              judged(e.fdr),
                              field(e.fdrUpper),
                              judged(e.fpir),
                              field(e.fpirUpper),
                              field(e.decoyWrong),
                              field(e.splitWrong),
                              field(e.intruderWrong),
                              field(e.observedWrong),
                              whole(e.unjudged),
                              whole(e.contradictions),
                              whole(e.burstConflicts),
                              QByteArray(sex.data(), static_cast<qsizetype>(sex.size())),
                              whole(curves.detections),
                              whole(curves.population)}
                   .join(',') +
               "\r\n";
    };
    for (const int t : ticks)
        add(analysis.curves, t, {});
    for (const SexAdvice &sex : analysis.recommendation.sexes) {
        if (analysis.recommendation.threshold && sex.threshold)
            add(analysis.bySex[static_cast<std::size_t>(sex.sex)].curves, thresholdTicks(*sex.threshold),
                name(sex.sex));
    }
    return csv;
}

QString summary(const Analysis &analysis)
{
    QString result;
    QTextStream out(&result);
    out << assignedLine(analysis) << ".\n\n";
    const QStringList headers = sweepHeaders();
    for (const QString &header : headers)
        out << header.rightJustified(10);
    out << '\n';
    for (const Evaluation &e : toldSweep(analysis)) {
        for (const QString &cell : sweepCells(e))
            out << cell.rightJustified(10);
        out << '\n';
    }
    const Recommendation &r = analysis.recommendation;
    out << "\nIn force " << qt(text::score(analysis.options.current)) << ": " << wrongInForce(analysis) << ".\n\n"
        << statusLine(r) << '\n'
        << qt(r.reason) << '\n';
    for (const Goal &goal : r.goals)
        out << "  " << goalLine(goal) << '\n';
    if (!r.whySoFew.empty())
        out << "Why so few? " << qt(r.whySoFew) << '\n';
    for (const QString &line : sentences(r))
        out << line << '\n';
    for (const Check &check : analysis.integrity) {
        if (check.outcome == Check::Outcome::Warn || check.outcome == Check::Outcome::Fail)
            out << (check.outcome == Check::Outcome::Fail ? "Failed: " : "Note: ") << qt(check.title) << ' '
                << qt(check.detail) << '\n';
    }
    return result;
}

QString markdown(const Analysis &analysis, const QTimeZone &zone)
{
    const Recommendation &r = analysis.recommendation;
    QString result;
    QTextStream out(&result);
    out << "# Re-identification threshold analysis\n\n"
        << assignedLine(analysis) << ". Made " << madeText(analysis, zone) << " from " << qt(analysis.source)
        << ", seed " << analysis.options.seed << ".\n\n";
    if (!r.whySoFew.empty())
        out << qt(r.whySoFew) << "\n\n";
    out << "## Recommendation: " << statusLine(r) << "\n\n" << qt(r.reason) << "\n\n";
    for (const Goal &goal : r.goals)
        out << "- " << goalLine(goal) << '\n';
    for (const QString &line : sentences(r))
        out << "- " << escaped(line.toStdString()) << '\n';

    out << "\n## Sweep\n\nRates are of all detections; wrong is the estimated wrong share of the new assignments, with "
           "its upper "
        << percentOr(kConfidence) << " bound.\n\n"
        << tableHead(sweepHeaders());
    for (const Evaluation &e : toldSweep(analysis))
        out << row(sweepCells(e));
    out << "\nIn force " << qt(text::score(analysis.options.current)) << ": " << wrongInForce(analysis)
        << ".\n\n## Why so few are assigned\n\n"
        << tableHead({QStringLiteral("step"), QStringLiteral("remaining"), QStringLiteral("lost")});
    const std::vector<FunnelStep> steps = analysis.funnel(analysis.options.current);
    for (const FunnelStep &step : steps)
        out << row({qt(step.title), qt(text::count(step.remaining)), qt(text::count(step.lost))});
    if (const QString outside = assignedOutsideFunnel(analysis, steps.back().remaining); !outside.isEmpty())
        out << '\n' << outside << '\n';
    out << "\n## Integrity\n\n"
        << tableHead({QStringLiteral("check"), QStringLiteral("result"), QStringLiteral("detail")});
    for (const Check &check : analysis.integrity)
        out << row({qt(check.title), outcomeWord(check.outcome),
                    escaped(check.fix.empty() ? check.detail : check.detail + " " + check.fix)});
    out << "\n" << suspects(analysis) << "\n\n";
    writeClusters(out, analysis.clusters);
    if (const auto &s = analysis.separation)
        out << "Separation of the assigned (optimistic: their scores were selected at the threshold in force): AUC "
            << QString::number(s->auc, 'f', 4) << ", d' " << QString::number(s->dPrime, 'f', 2) << ", equal error rate "
            << percentOr(s->equalErrorRate) << ".\n\n";
    writeGroups(out, QStringLiteral("By class"), analysis.byClass, analysis.options.thresholds);
    writeGroups(out, QStringLiteral("By location"), analysis.byLocation, analysis.options.thresholds);
    return result;
}

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/textreport.h"

#include "core/base/sitemoment.h"
#include "core/reid/figures.h"
#include "core/reid/text.h"

#include <QDateTime>
#include <QTextStream>
#include <algorithm>

namespace herdbook::reid {

namespace {

QString qt(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString percentOr(std::optional<double> value)
{
    return value ? qt(text::percent(*value)) : QStringLiteral("–");
}

QString mostOr(std::optional<double> upper)
{
    return upper ? qt(text::atMost(*upper)) : QStringLiteral("–");
}

QString statusLine(const Recommendation &r)
{
    const std::string_view status = name(r.status);
    QString line = QString::fromUtf8(status.data(), static_cast<qsizetype>(status.size()));
    if (r.threshold)
        line += u' ' + qt(text::score(*r.threshold));
    return line + QStringLiteral(" (") + standing(r) + u')';
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

QString assignedLine(const Analysis &analysis)
{
    const Evaluation now = analysis.inForce();
    QString line = qt(text::counted(analysis.counts.detections, "detection, ", "detections, ") +
                      text::count(analysis.counts.assigned) + " assigned");
    if (now.rate)
        line += QStringLiteral(" (%1 of all)")
                    .arg(qt(text::percent(static_cast<double>(analysis.counts.assigned) /
                                          static_cast<double>(analysis.counts.detections))));
    return line + QStringLiteral(", %1 unassigned could be matched with %2")
                      .arg(qt(text::count(analysis.counts.unassignedEligible)),
                           qt(text::counted(analysis.counts.profiles, "profile", "profiles")));
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

QString goalLine(const Goal &goal)
{
    const std::string_view verdict = name(goal.verdict);
    QString line = qt(goal.title) + u": " + QString::fromUtf8(verdict.data(), static_cast<qsizetype>(verdict.size()));
    if (!goal.value && goal.upper)
        return line + QStringLiteral(" (at most ") + mostOr(goal.upper) + u')';
    if (!goal.value)
        return line + (goal.id == "gain" && goal.verdict != Verdict::Unknown
                           ? QStringLiteral(" (nothing is assigned now)")
                       : goal.unjudged.empty() ? QString()
                                               : QStringLiteral(" (not known for the %1)").arg(qt(goal.unjudged)));
    line += QStringLiteral(" (") + percentOr(goal.value);
    return line + (goal.upper ? QStringLiteral(", at most ") + mostOr(goal.upper) : QString()) + u')';
}

QString estimateOr(std::optional<double> share, const Evaluation &e)
{
    return share && e.judged() ? qt(text::estimate(*share)) : QStringLiteral("–");
}

QString wrongInForce(const Analysis &analysis)
{
    const Evaluation now = analysis.inForce();
    if (analysis.counts.assigned == 0)
        return QStringLiteral("nothing is assigned");
    const QString wrong = now.wrong
                              ? qt(text::wrongOnes(*now.wrong, *now.wrongUpper)) + QStringLiteral(" (an estimate)")
                              : QStringLiteral("not known");
    const auto seen = static_cast<std::uint64_t>(now.observedWrong.value_or(0));
    const QString whom = analysis.judgesAll() ? QStringLiteral("the %1 assigned").arg(qt(text::count(now.assigned)))
                                              : QStringLiteral("the %1 of %2 assigned that score %3 or more")
                                                    .arg(qt(text::count(now.added)), qt(text::count(now.assigned)),
                                                         qt(text::score(now.threshold)));
    return QStringLiteral("wrong among %1: ").arg(whom) + wrong +
           (!now.wrong && seen > 0 ? QStringLiteral(", %1 for sure").arg(qt(text::count(seen))) : QString()) +
           (analysis.judgesAll()
                ? QString()
                : QStringLiteral("; of the other %1 nothing is known").arg(qt(text::count(now.assigned - now.added))));
}

QString assignedOutsideFunnel(const Analysis &analysis, std::uint64_t through)
{
    const std::uint64_t assigned = analysis.counts.assigned;
    if (assigned <= through)
        return {};
    return QStringLiteral("Of the %1 assigned, %2 fell out at a step before the last.")
        .arg(qt(text::count(assigned)), qt(text::count(assigned - through)));
}

QString suspects(const Analysis &analysis)
{
    const LookedFor looked = analysis.lookedFor();
    const Evaluation asked = analysis.evaluate(fromTicks(analysis.loosestAsked()));
    const std::string at = text::score(asked.threshold);
    QStringList seen;
    QStringList unseen;
    const auto add = [&](bool known, const std::string &words, const QString &what) {
        if (known)
            seen << qt(words);
        else
            unseen << what;
    };
    add(looked.duplicates || !analysis.duplicateProfiles.empty(),
        text::counted(analysis.duplicateProfiles.size(), "pair", "pairs") + " of profiles that may be one animal",
        QStringLiteral("profiles that may be one animal"));
    add(looked.wrongSexes,
        text::counted(analysis.mislabeled.size(), "detection", "detections") + " more like the other sex",
        QStringLiteral("wrong sexes"));
    add(looked.contradictions,
        text::counted(asked.contradictions, "pair", "pairs") + " of one image with one deer at " + at,
        QStringLiteral("one deer twice in an image"));
    add(looked.burstConflicts,
        text::counted(asked.burstConflicts, "burst", "bursts") + " of one animal with several deer at " + at,
        QStringLiteral("several deer in one animal's burst"));
    QString line;
    if (!seen.empty())
        line = QStringLiteral("Suspects: ") + seen.join(QStringLiteral(", ")) + u'.';
    if (!unseen.empty())
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + QStringLiteral("Not to be seen in this data: ") +
                unseen.join(QStringLiteral("; ")) + u'.';
    return line;
}

QString standing(const Recommendation &r)
{
    if (r.status == Status::Recommend)
        return !r.certified()     ? QStringLiteral("estimated, not certified")
               : doubt(r).empty() ? QStringLiteral("certified by a trial")
                                  : QStringLiteral("certified by a trial, but the estimate contradicts it");
    return r.status == Status::TrialOnly ? QStringLiteral("a trial first") : QStringLiteral("no number");
}

QStringList sentences(const Recommendation &r)
{
    QStringList lines;
    for (const SexAdvice &sex : r.sexes) {
        const std::string_view strength = name(sex.strength);
        QString line = qt(plural(sex.sex)) + QStringLiteral(": ") +
                       (sex.strength == Strength::None
                            ? QStringLiteral("no")
                            : QString::fromUtf8(strength.data(), static_cast<qsizetype>(strength.size()))) +
                       QStringLiteral(" evidence; ") + qt(sex.words);
        if (sex.threshold)
            line += QStringLiteral("; alone they could go to %1").arg(qt(text::score(*sex.threshold)));
        lines << line;
    }
    if (r.trial)
        lines << qt(r.trial->words);
    if (!r.certification.readable)
        lines << QStringLiteral("No certificate found here.");
    for (const std::string &line : r.unknown)
        lines << QStringLiteral("Not known: ") + qt(line);
    for (const std::string &line : r.missing)
        lines << QStringLiteral("Missing: ") + qt(line);
    for (const std::string &line : r.next)
        lines << QStringLiteral("To do: ") + qt(line);
    return lines;
}

QStringList sweepHeaders()
{
    return {QStringLiteral("score ≥"), QStringLiteral("new"),     QStringLiteral("rate"), QStringLiteral("gain"),
            QStringLiteral("wrong"),   QStringLiteral("at most"), QStringLiteral("FPIR")};
}

QStringList sweepCells(const Evaluation &e)
{
    return {qt(text::score(e.threshold)),
            u'+' + qt(text::count(e.added)),
            percentOr(e.rate),
            e.gain ? u'+' + percentOr(e.gain) : percentOr({}),
            estimateOr(e.fdr, e),
            mostOr(e.fdrUpper),
            estimateOr(e.fpir, e)};
}

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
    const auto whole = [](std::uint64_t value) { return QByteArray::number(static_cast<qulonglong>(value)); };
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

std::vector<Evaluation> toldSweep(const Analysis &analysis)
{
    std::vector<Evaluation> rows = analysis.sweep();
    const std::optional<double> &recommended = analysis.recommendation.threshold;
    const auto isIt = [&](const Evaluation &e) { return e.threshold == *recommended; };
    if (!recommended || std::any_of(rows.begin(), rows.end(), isIt))
        return rows;
    const bool falls = rows.size() < 2 || rows.front().threshold > rows.back().threshold;
    const auto place = std::find_if(rows.begin(), rows.end(), [&](const Evaluation &e) {
        return falls ? e.threshold < *recommended : e.threshold > *recommended;
    });
    rows.insert(place, analysis.evaluate(*recommended));
    return rows;
}

QString madeText(const Analysis &analysis, const QTimeZone &zone)
{
    return siteMoment(QDateTime::fromString(qt(analysis.madeAt), Qt::ISODateWithMs), zone);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/words.h"

#include "core/base/sitemoment.h"
#include "core/reid/text.h"

#include <QDateTime>
#include <algorithm>

namespace herdbook::reid {

namespace {

QString qt(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString mostOr(std::optional<double> upper)
{
    return upper ? qt(text::atMost(*upper)) : QStringLiteral("–");
}

} // namespace

QString percentOr(std::optional<double> value)
{
    return value ? qt(text::percent(*value)) : QStringLiteral("–");
}

QString statusLine(const Recommendation &r)
{
    const std::string_view status = name(r.status);
    QString line = QString::fromUtf8(status.data(), static_cast<qsizetype>(status.size()));
    if (r.threshold)
        line += u' ' + qt(text::score(*r.threshold));
    return line + QStringLiteral(" (") + standing(r) + u')';
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
    line += QStringLiteral(" (") + qt(text::percentBeside(goal.limit, *goal.value));
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
        text::counted(asked.contradictions.value_or(0), "pair", "pairs") + " of one image with one deer at " + at,
        QStringLiteral("one deer twice in an image"));
    add(looked.burstConflicts,
        text::counted(asked.burstConflicts.value_or(0), "burst", "bursts") + " of one animal with several deer at " +
            at,
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

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/analysisjson.h"

#include "core/reid/output/descriptionjson.h"
#include "core/reid/output/findingsjson.h"
#include "core/reid/output/jsonvalues.h"

#include <QJsonArray>
#include <algorithm>

namespace herdbook::reid {

namespace {

using json::count;
using json::number;
using json::text;

QJsonArray strings(const std::vector<std::string> &list)
{
    QJsonArray array;
    for (const std::string &item : list)
        array.append(text(item));
    return array;
}

QJsonObject evaluation(const Evaluation &e)
{
    // An estimate that only says that nobody can judge is none.
    const auto judged = [&](std::optional<double> value) { return number(e.judged() ? value : std::nullopt); };
    return {{QStringLiteral("threshold"), e.threshold},
            {QStringLiteral("new"), count(e.added)},
            {QStringLiteral("assigned"), count(e.assigned)},
            {QStringLiteral("rate"), number(e.rate)},
            {QStringLiteral("gain"), number(e.gain)},
            {QStringLiteral("wrong"), judged(e.wrong)},
            {QStringLiteral("wrong_upper"), number(e.wrongUpper)},
            {QStringLiteral("wrong_strict"), number(e.wrongStrict)},
            {QStringLiteral("fdr"), judged(e.fdr)},
            {QStringLiteral("fdr_upper"), number(e.fdrUpper)},
            {QStringLiteral("fpir"), judged(e.fpir)},
            {QStringLiteral("fpir_upper"), number(e.fpirUpper)},
            {QStringLiteral("decoy_wrong"), number(e.decoyWrong)},
            {QStringLiteral("split_wrong"), number(e.splitWrong)},
            {QStringLiteral("intruder_wrong"), number(e.intruderWrong)},
            {QStringLiteral("observed_wrong"), number(e.observedWrong)},
            {QStringLiteral("unjudged"), count(e.unjudged)},
            {QStringLiteral("contradictions"), count(e.contradictions)},
            {QStringLiteral("burst_conflicts"), count(e.burstConflicts)}};
}

QJsonArray sweep(const Curves &curves, const std::vector<double> &thresholds)
{
    QJsonArray rows;
    for (const double threshold : thresholds)
        rows.append(evaluation(curves.at(threshold)));
    return rows;
}

QJsonArray curve(const Curves &curves)
{
    QJsonArray rows;
    for (int t = 2000; t <= kTicksPerUnit; t += 50)
        rows.append(evaluation(curves.at(fromTicks(t))));
    return rows;
}

QJsonObject counts(const Analysis &analysis)
{
    const Counts &c = analysis.counts;
    QJsonObject bySex;
    for (const Sex sex : kAllSexes)
        bySex.insert(text(name(sex)), count(c.profilesBySex[static_cast<std::size_t>(sex)]));
    return {{QStringLiteral("detections"), count(c.detections)},
            {QStringLiteral("assigned"), count(c.assigned)},
            {QStringLiteral("eligible"), count(c.eligible)},
            {QStringLiteral("unassigned_eligible"), count(c.unassignedEligible)},
            {QStringLiteral("profiles"), count(c.profiles)},
            {QStringLiteral("deer"), count(c.deer)},
            {QStringLiteral("profiles_by_sex"), bySex},
            {QStringLiteral("vectors"),
             analysis.source == "vectors" ? QJsonValue(QJsonObject{{QStringLiteral("missing"), count(c.withoutVector)},
                                                                   {QStringLiteral("rescaled"), count(c.rescaled)},
                                                                   {QStringLiteral("not_finite"), count(c.notFinite)},
                                                                   {QStringLiteral("zero"), count(c.zero)}})
                                          : QJsonValue()}};
}

QJsonObject fingerprint(const Fingerprint &f)
{
    return {{QStringLiteral("detections"), count(f.detections)},
            {QStringLiteral("assigned"), count(f.assigned)},
            {QStringLiteral("profiles"), count(f.profiles)},
            {QStringLiteral("score_rows"), count(f.scoreRows)},
            {QStringLiteral("newest_detection"), text(f.newestDetection)},
            {QStringLiteral("newest_calculated_at"), text(f.newestCalculatedAt)},
            {QStringLiteral("embedding_versions"), text(f.embeddingVersions)},
            {QStringLiteral("row_versions"), text(f.rowVersions)}};
}

/// What a sex is judged by; null where it has no part of U.
QJsonValue judgedBy(const SexResult &result)
{
    if (!result.evidence)
        return QJsonValue::Null;
    const SexEvidence &e = *result.evidence;
    return QJsonObject{{QStringLiteral("groups"), e.groups},
                       {QStringLiteral("assigned"), count(e.mates)},
                       {QStringLiteral("decoy_bursts"), e.decoyBursts},
                       {QStringLiteral("decoy_clusters"), e.decoyClusters},
                       {QStringLiteral("median_shift"), e.medianShift / static_cast<double>(kTicksPerUnit)},
                       {QStringLiteral("self_shift"), e.selfShift / static_cast<double>(kTicksPerUnit)},
                       {QStringLiteral("strangers"), number(e.searched ? std::optional(e.strangers) : std::nullopt)}};
}

QJsonArray bySex(const Analysis &analysis)
{
    QJsonArray rows;
    for (const Sex sex : kAllSexes) {
        const SexResult &result = analysis.bySex[static_cast<std::size_t>(sex)];
        const auto advice = std::ranges::find(analysis.recommendation.sexes, sex, &SexAdvice::sex);
        const bool advised = advice != analysis.recommendation.sexes.end();
        rows.append(QJsonObject{{QStringLiteral("name"), text(name(sex))},
                                {QStringLiteral("profiles"), result.profiles},
                                {QStringLiteral("detections"), count(result.curves.detections)},
                                {QStringLiteral("assigned"), count(result.curves.assigned)},
                                {QStringLiteral("unassigned_eligible"), count(result.curves.population)},
                                {QStringLiteral("evidence"), text(name(analysis.strength(sex)))},
                                {QStringLiteral("words"), advised ? QJsonValue(text(advice->words)) : QJsonValue()},
                                {QStringLiteral("own_threshold"), advised ? number(advice->threshold) : QJsonValue()},
                                {QStringLiteral("judged_by"), judgedBy(result)},
                                {QStringLiteral("sweep"), sweep(result.curves, analysis.options.thresholds)},
                                {QStringLiteral("curve"), curve(result.curves)}});
    }
    return rows;
}

QJsonObject evidence(const Analysis &analysis)
{
    QJsonObject object;
    for (const Sex sex : kAllSexes)
        object.insert(text(name(sex)), text(name(analysis.strength(sex))));
    return object;
}

QJsonValue certificate(const Recommendation &recommendation)
{
    if (!recommendation.certification.certificate || recommendation.refuted)
        return QJsonValue::Null;
    const Certificate &c = *recommendation.certification.certificate;
    return QJsonObject{{QStringLiteral("threshold"), c.threshold},
                       {QStringLiteral("date"), text(c.date)},
                       {QStringLiteral("reviewer"), text(c.reviewer)},
                       {QStringLiteral("looks"), count(c.looks)},
                       {QStringLiteral("groups"), strings(c.groups)},
                       {QStringLiteral("digest"), text(c.digest)},
                       {QStringLiteral("newer"), count(c.newer)},
                       {QStringLiteral("items"), count(c.items)},
                       {QStringLiteral("open"), count(c.open)},
                       {QStringLiteral("open_not_same"), count(c.openNotSame)},
                       {QStringLiteral("alpha"), c.alpha},
                       {QStringLiteral("risk"), c.risk}};
}

QJsonValue trial(const std::optional<TrialOffer> &offer)
{
    if (!offer)
        return QJsonValue::Null;
    const auto looks = [](std::optional<int> value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return QJsonObject{{QStringLiteral("threshold"), offer->threshold},
                       {QStringLiteral("detections"), count(offer->detections)},
                       {QStringLiteral("judged"), offer->judged},
                       {QStringLiteral("looks"), looks(offer->looks)},
                       {QStringLiteral("looks_with_two_errors"), looks(offer->looksWithErrors)},
                       {QStringLiteral("words"), text(offer->words)}};
}

QJsonObject recommendation(const Recommendation &r, const QJsonObject &evidence)
{
    QJsonArray goals;
    for (const Goal &goal : r.goals)
        goals.append(QJsonObject{
            {QStringLiteral("id"), text(goal.id)},
            {QStringLiteral("title"), text(goal.title)},
            {QStringLiteral("verdict"), text(name(goal.verdict))},
            {QStringLiteral("value"), number(goal.value)},
            {QStringLiteral("upper"), number(goal.upper)},
            {QStringLiteral("limit"), goal.limit},
            {QStringLiteral("unjudged"), goal.unjudged.empty() ? QJsonValue() : QJsonValue(text(goal.unjudged))}});
    return {{QStringLiteral("status"), text(name(r.status))},
            {QStringLiteral("threshold"), number(r.threshold)},
            {QStringLiteral("candidate"), number(r.candidate)},
            {QStringLiteral("reason"), text(r.reason)},
            {QStringLiteral("doubt"), doubt(r).empty() ? QJsonValue() : QJsonValue(text(doubt(r)))},
            {QStringLiteral("why_so_few"), text(r.whySoFew)},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("trial"), trial(r.trial)},
            {QStringLiteral("unknown"), strings(r.unknown)},
            {QStringLiteral("missing"), strings(r.missing)},
            {QStringLiteral("next"), strings(r.next)},
            {QStringLiteral("goals"), goals},
            {QStringLiteral("at"), r.at ? QJsonValue(evaluation(*r.at)) : QJsonValue(QJsonValue::Null)}};
}

} // namespace

QJsonObject toJson(const Analysis &analysis)
{
    const Options &options = analysis.options;
    const Evaluation now = analysis.inForce();
    QJsonObject object{
        {QStringLiteral("schema_version"), kJsonSchemaVersion},
        {QStringLiteral("made_at"), text(analysis.madeAt)},
        {QStringLiteral("seconds"), number(analysis.seconds)},
        {QStringLiteral("seed"), count(options.seed)},
        {QStringLiteral("source"), text(analysis.source)},
        {QStringLiteral("fingerprint"), fingerprint(analysis.fingerprint)},
        {QStringLiteral("counts"), counts(analysis)},
        {QStringLiteral("current_threshold"), options.current},
        {QStringLiteral("alpha"), options.alpha},
        {QStringLiteral("confidence"), kConfidence},
        {QStringLiteral("gain_goal"), options.gainGoal},
        {QStringLiteral("in_force"), QJsonObject{{QStringLiteral("wrong"), number(now.wrong)},
                                                 {QStringLiteral("wrong_upper"), number(now.wrongUpper)},
                                                 {QStringLiteral("fdr"), number(now.fdr)},
                                                 {QStringLiteral("fdr_upper"), number(now.fdrUpper)},
                                                 {QStringLiteral("of"), now.wrong ? count(now.added) : QJsonValue()},
                                                 {QStringLiteral("unsound"), analysis.unsoundInForce},
                                                 {QStringLiteral("observed_wrong"), number(now.observedWrong)}}},
        {QStringLiteral("burst_effect"), number(analysis.burstEffect)},
        {QStringLiteral("evidence"), evidence(analysis)},
        {QStringLiteral("certificate"), certificate(analysis.recommendation)},
        {QStringLiteral("certificates_read"), analysis.recommendation.certification.readable},
        {QStringLiteral("sweep"), sweep(analysis.curves, options.thresholds)},
        {QStringLiteral("curve"), curve(analysis.curves)},
        {QStringLiteral("by_sex"), bySex(analysis)},
        {QStringLiteral("recommendation"), recommendation(analysis.recommendation, evidence(analysis))}};
    json::addDescription(analysis, object);
    json::addFindings(analysis, object);
    return object;
}

} // namespace herdbook::reid

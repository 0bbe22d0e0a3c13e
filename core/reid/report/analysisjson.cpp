// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/report/analysisjson.h"

#include "core/reid/report/findingsjson.h"
#include "core/reid/report/jsonvalues.h"

#include <QJsonArray>

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

QJsonValue methodName(Method method)
{
    switch (method) {
    case Method::MateRemoved:
        return QStringLiteral("m1");
    case Method::CrossSex:
        return QStringLiteral("m2");
    case Method::Mixed:
        return QStringLiteral("mixed");
    case Method::None:
        break;
    }
    return QJsonValue::Null;
}

QJsonObject evaluation(const Evaluation &e)
{
    return {{QStringLiteral("threshold"), e.threshold},
            {QStringLiteral("new"), count(e.added)},
            {QStringLiteral("assigned"), count(e.assigned)},
            {QStringLiteral("rate"), number(e.rate)},
            {QStringLiteral("gain"), number(e.gain)},
            {QStringLiteral("fpir"), number(e.fpir)},
            {QStringLiteral("fpir_upper"), number(e.fpirUpper)},
            {QStringLiteral("fdr"), number(e.fdr)},
            {QStringLiteral("fdr_upper"), number(e.fdrUpper)},
            {QStringLiteral("wrong"), number(e.wrong)},
            {QStringLiteral("wrong_upper"), number(e.wrongUpper)},
            {QStringLiteral("m1"), number(e.m1)},
            {QStringLiteral("m2"), number(e.m2)},
            {QStringLiteral("method"), methodName(e.method)},
            {QStringLiteral("trials"), count(e.trials)},
            {QStringLiteral("clusters"), e.clusters},
            {QStringLiteral("effective_trials"), number(e.effectiveTrials)},
            {QStringLiteral("contradictions"), count(e.contradictions)},
            {QStringLiteral("burst_conflicts"), count(e.burstConflicts)},
            {QStringLiteral("observed_wrong"), count(e.observedWrong)}};
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
    for (int t = 3000; t <= 9500; t += 50)
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
            {QStringLiteral("vectors"), QJsonObject{{QStringLiteral("missing"), count(c.withoutVector)},
                                                    {QStringLiteral("rescaled"), count(c.rescaled)},
                                                    {QStringLiteral("not_finite"), count(c.notFinite)},
                                                    {QStringLiteral("zero"), count(c.zero)}}}};
}

QJsonObject fingerprint(const Fingerprint &f)
{
    return {{QStringLiteral("detections"), count(f.detections)},
            {QStringLiteral("assigned"), count(f.assigned)},
            {QStringLiteral("profiles"), count(f.profiles)},
            {QStringLiteral("score_rows"), count(f.scoreRows)},
            {QStringLiteral("newest_detection"), text(f.newestDetection)},
            {QStringLiteral("newest_calculated_at"), text(f.newestCalculatedAt)},
            {QStringLiteral("embedding_versions"), text(f.embeddingVersions)}};
}

QJsonArray bySex(const Analysis &analysis)
{
    QJsonArray rows;
    for (const Sex sex : kAllSexes) {
        const SexResult &result = analysis.bySex[static_cast<std::size_t>(sex)];
        rows.append(QJsonObject{{QStringLiteral("name"), text(name(sex))},
                                {QStringLiteral("profiles"), result.profiles},
                                {QStringLiteral("detections"), count(result.curves.detections)},
                                {QStringLiteral("assigned"), count(result.curves.assigned)},
                                {QStringLiteral("unassigned_eligible"), count(result.curves.population)},
                                {QStringLiteral("cross_sex_shift"), number(result.shift)},
                                {QStringLiteral("left_out_of_m2"), count(result.leftOutOfM2)},
                                {QStringLiteral("sweep"), sweep(result.curves, analysis.options.thresholds)}});
    }
    return rows;
}

QJsonArray groups(const std::vector<Group> &list, const std::vector<double> &thresholds)
{
    QJsonArray rows;
    for (const Group &group : list) {
        QJsonArray added;
        for (const double threshold : thresholds)
            added.append(count(group.added(thresholdTicks(threshold))));
        rows.append(QJsonObject{
            {QStringLiteral("name"), group.name.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text(group.name))},
            {QStringLiteral("detections"), count(group.detections)},
            {QStringLiteral("assigned"), count(group.assigned)},
            {QStringLiteral("eligible"), count(group.eligible)},
            {QStringLiteral("new"), added}});
    }
    return rows;
}

QJsonArray clusters(const Clusters &found)
{
    const QString kind = QStringLiteral("kind");
    QJsonArray rows;
    if (found.density.bandwidth > 0)
        rows.append(QJsonObject{{kind, QStringLiteral("density")},
                                {QStringLiteral("bandwidth"), number(found.density.bandwidth)}});
    for (const Valley &valley : found.valleys)
        rows.append(QJsonObject{{kind, QStringLiteral("valley")},
                                {QStringLiteral("at"), number(valley.at)},
                                {QStringLiteral("depth"), number(valley.depth)},
                                {QStringLiteral("below"), number(valley.below)}});
    for (const Mixture &mixture : found.mixtures) {
        QJsonArray components;
        for (const Component &c : mixture.components)
            components.append(QJsonObject{{QStringLiteral("weight"), number(c.weight)},
                                          {QStringLiteral("mean"), number(c.mean)},
                                          {QStringLiteral("sd"), number(c.sd)}});
        const int k = static_cast<int>(mixture.components.size());
        rows.append(QJsonObject{{kind, QStringLiteral("mixture")},
                                {QStringLiteral("k"), k},
                                {QStringLiteral("best"), k == found.bestK},
                                {QStringLiteral("bic"), number(mixture.bic)},
                                {QStringLiteral("log_likelihood"), number(mixture.logLikelihood)},
                                {QStringLiteral("components"), components}});
    }
    if (found.otsu)
        rows.append(QJsonObject{{kind, QStringLiteral("otsu")},
                                {QStringLiteral("at"), number(found.otsu->at)},
                                {QStringLiteral("below"), number(found.otsu->below)},
                                {QStringLiteral("above"), number(found.otsu->above)},
                                {QStringLiteral("goodness"), number(found.otsu->goodnessOfFit)}});
    return rows;
}

QJsonObject histogram(const Layers &layers)
{
    const auto bins = [](const ScoreCounts &scores) {
        QJsonArray counts;
        for (const std::uint32_t bin : scores.histogram(0, 1, .01))
            counts.append(static_cast<qint64>(bin));
        return counts;
    };
    return {{QStringLiteral("from"), 0},
            {QStringLiteral("width"), .01},
            {QStringLiteral("unassigned"), bins(layers.unassigned)},
            {QStringLiteral("assigned"), bins(layers.assigned)},
            {QStringLiteral("mate_removed"), bins(layers.mateRemoved)},
            {QStringLiteral("cross_sex"), bins(layers.crossSex)}};
}

QJsonObject recommendation(const Recommendation &r)
{
    QJsonArray goals;
    for (const Goal &goal : r.goals)
        goals.append(QJsonObject{{QStringLiteral("id"), text(goal.id)},
                                 {QStringLiteral("title"), text(goal.title)},
                                 {QStringLiteral("verdict"), text(name(goal.verdict))},
                                 {QStringLiteral("value"), number(goal.value)},
                                 {QStringLiteral("upper"), number(goal.upper)},
                                 {QStringLiteral("limit"), goal.limit}});
    return {{QStringLiteral("status"), text(name(r.status))},
            {QStringLiteral("threshold"), number(r.threshold)},
            {QStringLiteral("certifiable"), number(r.certifiable)},
            {QStringLiteral("candidate"), number(r.candidate)},
            {QStringLiteral("reason"), text(r.reason)},
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
    QJsonObject object{{QStringLiteral("schema_version"), kJsonSchemaVersion},
                       {QStringLiteral("made_at"), text(analysis.madeAt)},
                       {QStringLiteral("seconds"), number(analysis.seconds)},
                       {QStringLiteral("seed"), count(options.seed)},
                       {QStringLiteral("replicates"), options.replicates},
                       {QStringLiteral("source"), text(analysis.source)},
                       {QStringLiteral("fingerprint"), fingerprint(analysis.fingerprint)},
                       {QStringLiteral("counts"), counts(analysis)},
                       {QStringLiteral("current_threshold"), options.current},
                       {QStringLiteral("alpha"), options.alpha},
                       {QStringLiteral("confidence"), options.confidence},
                       {QStringLiteral("gain_goal"), options.gainGoal},
                       {QStringLiteral("in_force"), QJsonObject{{QStringLiteral("fpir"), number(now.fpir)},
                                                                {QStringLiteral("fdr"), number(now.fdr)},
                                                                {QStringLiteral("fdr_upper"), number(now.fdrUpper)}}},
                       {QStringLiteral("sweep"), sweep(analysis.curves, options.thresholds)},
                       {QStringLiteral("curve"), curve(analysis.curves)},
                       {QStringLiteral("by_sex"), bySex(analysis)},
                       {QStringLiteral("by_class"), groups(analysis.byClass, options.thresholds)},
                       {QStringLiteral("by_location"), groups(analysis.byLocation, options.thresholds)},
                       {QStringLiteral("clusters"), clusters(analysis.clusters)},
                       {QStringLiteral("histogram"), histogram(analysis.layers)},
                       {QStringLiteral("separation"), QJsonValue::Null},
                       {QStringLiteral("recommendation"), recommendation(analysis.recommendation)}};
    if (const auto &s = analysis.separation)
        object[QStringLiteral("separation")] =
            QJsonObject{{QStringLiteral("auc"), number(s->auc)},
                        {QStringLiteral("d_prime"), number(s->dPrime)},
                        {QStringLiteral("equal_error_rate"), number(s->equalErrorRate)},
                        {QStringLiteral("optimistic"), true}};
    json::addFindings(analysis, object);
    return object;
}

} // namespace herdbook::reid

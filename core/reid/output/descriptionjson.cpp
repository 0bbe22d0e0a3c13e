// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/descriptionjson.h"

#include "core/reid/output/jsonvalues.h"

#include <QJsonArray>

namespace herdbook::reid::json {

namespace {

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
            {QStringLiteral("closest_other"), bins(layers.closestOther)},
            {QStringLiteral("strangers"), bins(layers.strangers)}};
}

} // namespace

void addDescription(const Analysis &analysis, QJsonObject &object)
{
    object[QStringLiteral("by_class")] = groups(analysis.byClass, analysis.options.thresholds);
    object[QStringLiteral("by_location")] = groups(analysis.byLocation, analysis.options.thresholds);
    object[QStringLiteral("clusters")] = clusters(analysis.clusters);
    object[QStringLiteral("histogram")] = histogram(analysis.layers);
    object[QStringLiteral("separation")] = QJsonValue::Null;
    if (const auto &s = analysis.separation)
        object[QStringLiteral("separation")] =
            QJsonObject{{QStringLiteral("auc"), number(s->auc)},
                        {QStringLiteral("d_prime"), number(s->dPrime)},
                        {QStringLiteral("equal_error_rate"), number(s->equalErrorRate)},
                        {QStringLiteral("optimistic"), true}};
}

} // namespace herdbook::reid::json

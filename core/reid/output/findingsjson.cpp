// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/findingsjson.h"

#include "core/reid/output/jsonvalues.h"

#include <QJsonArray>

namespace herdbook::reid::json {

namespace {

/// Null where both detections are assigned already.
QJsonValue level(int ticks)
{
    return ticks > kTicksPerUnit ? QJsonValue(QJsonValue::Null) : score(ticks);
}

QJsonArray funnel(const Analysis &analysis)
{
    QJsonArray rows;
    for (const FunnelStep &step : analysis.funnel(analysis.options.current))
        rows.append(QJsonObject{{QStringLiteral("id"), text(step.id)},
                                {QStringLiteral("title"), text(step.title)},
                                {QStringLiteral("remaining"), count(step.remaining)},
                                {QStringLiteral("lost"), count(step.lost)}});
    return rows;
}

QString outcomeName(Check::Outcome outcome)
{
    switch (outcome) {
    case Check::Outcome::Pass:
        return QStringLiteral("pass");
    case Check::Outcome::Warn:
        return QStringLiteral("warn");
    case Check::Outcome::Fail:
        return QStringLiteral("fail");
    case Check::Outcome::NotApplicable:
        break;
    }
    return QStringLiteral("not_applicable");
}

QJsonArray integrity(const std::vector<Check> &checks)
{
    QJsonArray rows;
    for (const Check &check : checks) {
        QJsonArray ids;
        for (const Uuid &id : check.rows)
            ids.append(text(toString(id)));
        rows.append(QJsonObject{{QStringLiteral("id"), text(check.id)},
                                {QStringLiteral("title"), text(check.title)},
                                {QStringLiteral("outcome"), outcomeName(check.outcome)},
                                {QStringLiteral("detail"), text(check.detail)},
                                {QStringLiteral("fix"), text(check.fix)},
                                {QStringLiteral("rows"), ids}});
    }
    return rows;
}

} // namespace

void addFindings(const Analysis &analysis, QJsonObject &object)
{
    const QJsonArray steps = funnel(analysis);
    object.insert(QStringLiteral("funnel"), steps);
    const auto through = static_cast<std::uint64_t>(steps.last().toObject()[QStringLiteral("remaining")].toInteger());
    object.insert(QStringLiteral("assigned_outside_funnel"), count(analysis.counts.assigned - through));
    object.insert(QStringLiteral("integrity"), integrity(analysis.integrity));
    const Dataset &data = analysis.data;
    const auto deer = [&](std::int32_t profile) {
        return text(toString(data.profiles[static_cast<std::size_t>(profile)].id));
    };
    QJsonArray duplicates;
    for (const DuplicatePair &pair : analysis.duplicateProfiles)
        duplicates.append(QJsonObject{{QStringLiteral("first"), deer(pair.first)},
                                      {QStringLiteral("second"), deer(pair.second)},
                                      {QStringLiteral("linked"), pair.linked},
                                      {QStringLiteral("cosine"), score(pair.cosine)}});
    object.insert(QStringLiteral("duplicate_profiles"), duplicates);
    QJsonArray mislabeled;
    for (const MislabelSuspect &suspect : analysis.mislabeled)
        mislabeled.append(
            QJsonObject{{QStringLiteral("detection"), text(toString(data.detections[suspect.detection].id))},
                        {QStringLiteral("best"), score(suspect.best)},
                        {QStringLiteral("cross"), score(suspect.cross)},
                        {QStringLiteral("cross_deer"), deer(suspect.crossProfile)}});
    object.insert(QStringLiteral("mislabel_suspects"), mislabeled);
    QJsonArray contradictions;
    for (const Contradiction &pair : analysis.contradictions)
        contradictions.append(QJsonObject{{QStringLiteral("first"), text(toString(data.detections[pair.first].id))},
                                          {QStringLiteral("second"), text(toString(data.detections[pair.second].id))},
                                          {QStringLiteral("deer"), text(toString(pair.deer))},
                                          {QStringLiteral("level"), level(pair.level)},
                                          {QStringLiteral("overlap"), number(pair.overlap)}});
    object.insert(QStringLiteral("contradictions"), contradictions);
    QJsonArray bursts;
    for (const BurstConflict &conflict : analysis.burstConflicts)
        bursts.append(QJsonObject{{QStringLiteral("burst"), text(toString(data.detections[conflict.first].burst))},
                                  {QStringLiteral("first"), text(toString(data.detections[conflict.first].id))},
                                  {QStringLiteral("second"), text(toString(data.detections[conflict.second].id))},
                                  {QStringLiteral("level"), level(conflict.level)}});
    object.insert(QStringLiteral("burst_conflicts"), bursts);
}

} // namespace herdbook::reid::json

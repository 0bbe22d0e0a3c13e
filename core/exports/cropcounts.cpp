// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/cropcounts.h"

#include <QJsonArray>

namespace herdbook::exports {

namespace {

struct Field
{
    QLatin1String name;
    int CropCounts::*count;
};

constexpr Field Fields[] = {{QLatin1String("crops_missing"), &CropCounts::missing},
                            {QLatin1String("crops_unreadable"), &CropCounts::unreadable},
                            {QLatin1String("crops_damaged"), &CropCounts::damaged},
                            {QLatin1String("crops_outside"), &CropCounts::outside},
                            {QLatin1String("crops_flagged"), &CropCounts::withCrop}};

int countFrom(const QJsonValue &value)
{
    const double number = value.toDouble();
    return number > 0 && number < 2e9 ? static_cast<int>(number) : 0;
}

} // namespace

void insertCropCounts(QJsonObject &status, const CropCounts &counts)
{
    for (const Field &field : Fields)
        status.insert(field.name, counts.*field.count);
    QJsonObject reasons;
    for (auto at = counts.reasons.begin(); at != counts.reasons.end(); ++at)
        reasons.insert(at.key(), QJsonObject{{QLatin1String("detections"), at->detections},
                                             {QLatin1String("photos"), at->photos}});
    if (!reasons.isEmpty())
        status.insert(QLatin1String("crops_reasons"), reasons);
    if (!counts.names.isEmpty())
        status.insert(QLatin1String("crops_names"), QJsonArray::fromStringList(counts.names));
    if (!counts.whys.isEmpty())
        status.insert(QLatin1String("crops_whys"), QJsonArray::fromStringList(counts.whys));
}

std::optional<CropCounts> cropCountsIn(const QJsonObject &status)
{
    CropCounts counts;
    bool any = false;
    for (const Field &field : Fields) {
        any = any || status.value(field.name).isDouble();
        counts.*field.count = countFrom(status.value(field.name));
    }
    if (!any)
        return std::nullopt;
    counts.withCrop = std::min(counts.withCrop, counts.damaged);
    const QJsonObject reasons = status.value(QLatin1String("crops_reasons")).toObject();
    for (auto at = reasons.begin(); at != reasons.end() && counts.reasons.size() < 20; ++at)
        counts.reasons.insert(at.key().left(40), {countFrom(at.value()[QLatin1String("detections")]),
                                                  countFrom(at.value()[QLatin1String("photos")])});
    for (const QJsonValue &name : status.value(QLatin1String("crops_names")).toArray()) {
        if (counts.names.size() < CropCounts::MostNames)
            counts.names << name.toString().left(255);
    }
    for (const QJsonValue &why : status.value(QLatin1String("crops_whys")).toArray()) {
        if (counts.whys.size() < CropCounts::MostWhys)
            counts.whys << why.toString().left(1000);
    }
    return counts;
}

} // namespace herdbook::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/digest.h"

#include <QCryptographicHash>
#include <QSet>
#include <algorithm>
#include <numeric>

namespace herdbook::trial {

namespace {

QByteArray idText(const QUuid &id)
{
    return id.toByteArray(QUuid::WithoutBraces);
}

QString hex(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

QString counted(qint64 number, const char *one, const char *many)
{
    return QString::number(number) + u' ' + QLatin1String(number == 1 ? one : many);
}

} // namespace

QString profilesDigest(const reid::Dataset &data)
{
    std::vector<std::size_t> order(data.profiles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return data.profiles[a].id < data.profiles[b].id; });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto width = static_cast<std::size_t>(std::max(0, data.dimension));
    for (const std::size_t i : order) {
        QByteArray vector;
        if (width > 0 && data.profileVectors.size() >= (i + 1) * width)
            vector = QByteArray(reinterpret_cast<const char *>(data.profileVectors.data() + i * width),
                                static_cast<qsizetype>(width * sizeof(float)));
        hash.addData(QByteArray(idText(toQUuid(data.profiles[i].id)) + ' ' + sexText(data.profiles[i].sex).toLatin1() +
                                ' ' + QCryptographicHash::hash(vector, QCryptographicHash::Sha256).toHex() + '\n'));
    }
    return hex(hash);
}

QString poolDigest(const QString &source, const QString &profilesDigest, const std::vector<PoolItem> &pool)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(
        QByteArray("herdbook trial, second edition\n" + source.toUtf8() + '\n' + profilesDigest.toLatin1() + '\n'));
    for (const PoolItem &item : pool)
        hash.addData(QByteArray(idText(item.id) + ' ' + sexText(item.sex).toLatin1() + ' ' +
                                QByteArray::number(item.score) + ' ' + idText(item.profile) + '\n'));
    return hex(hash);
}

std::vector<PoolItem> poolItems(const reid::Dataset &data, const Pool &pool)
{
    std::vector<PoolItem> items;
    items.reserve(pool.items.size());
    for (const Item &item : pool.items)
        items.push_back({toQUuid(data.detections[item.detection].id), item.sex, item.score,
                         toQUuid(data.profiles[static_cast<std::size_t>(item.profile)].id)});
    return items;
}

PoolState checkPool(const TrialRecord &record, const reid::Dataset &data, const QString &sourceNow, double threshold)
{
    PoolState state;
    QHash<QUuid, std::size_t> known;
    known.reserve(static_cast<qsizetype>(data.detections.size()));
    for (std::size_t i = 0; i < data.detections.size(); ++i)
        known.insert(toQUuid(data.detections[i].id), i);
    qint64 deleted = 0;
    qint64 otherSex = 0;
    qint64 otherScore = 0;
    qint64 otherProfile = 0;
    std::vector<PoolItem> now;
    now.reserve(record.pool.size());
    QSet<QUuid> frozen;
    const QSet<QUuid> outside(record.outside.begin(), record.outside.end());
    for (const PoolItem &item : record.pool) {
        frozen << item.id;
        const auto at = known.constFind(item.id);
        if (at == known.constEnd()) {
            ++deleted;
            continue;
        }
        const reid::Detection &detection = data.detections[*at];
        const reid::Match &match = data.matches[*at];
        PoolItem today = item;
        today.sex = detection.sex();
        // What a person has meanwhile judged as not valid or as a duplicate is scored no more: no change of the pool.
        if (match.best != reid::kNoScore && match.bestProfile >= 0) {
            today.score = match.best;
            today.profile = toQUuid(data.profiles[static_cast<std::size_t>(match.bestProfile)].id);
        } else if (detection.valid && !detection.duplicate) {
            today.score = reid::kNoScore;
        }
        otherSex += today.sex != item.sex ? 1 : 0;
        otherScore += today.score != item.score ? 1 : 0;
        otherProfile += today.profile != item.profile ? 1 : 0;
        now.push_back(today);
    }
    const QString profilesNow = profilesDigest(data);
    QStringList reasons;
    if (sourceNow != record.source)
        reasons << QStringLiteral("scores come from %1 now, not from %2").arg(sourceNow, record.source);
    if (profilesNow != record.profilesDigest)
        reasons << QStringLiteral("the profiles have changed");
    if (deleted > 0)
        reasons << counted(deleted, "detection was deleted", "detections were deleted");
    if (otherSex > 0)
        reasons << counted(otherSex, "detection has another sex now", "detections have another sex now");
    if (otherScore > 0)
        reasons << counted(otherScore, "detection has another score now", "detections have another score now");
    if (otherProfile > 0)
        reasons << counted(otherProfile, "detection matches another profile best now",
                           "detections match another profile best now");
    if (reasons.isEmpty() && poolDigest(sourceNow, profilesNow, now) != record.digest)
        reasons << QStringLiteral("the pool's digest is another one");
    state.changed = reasons.join(QStringLiteral("; "));
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const reid::Detection &detection = data.detections[i];
        if (!detection.assigned() && detection.valid && !detection.duplicate && detection.deerClass() &&
            data.matches[i].best != reid::kNoScore && data.matches[i].best >= reid::thresholdTicks(threshold)) {
            const QUuid id = toQUuid(detection.id);
            state.open += frozen.contains(id) ? 1 : 0;
            state.newer += frozen.contains(id) || outside.contains(id) ? 0 : 1;
        }
    }
    return state;
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trial/design/sample.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QRectF>
#include <QUuid>

namespace herdbook::trial {

/// A photo with one detection in it, as far as showing it takes.
struct Picture
{
    QUuid detection;
    QString path; ///< as in the database
    QRectF box;   ///< pixels of the photo as stored
    QDateTime takenAt;
    QString location;
    QString classification;
    bool operator==(const Picture &) const = default;
};

/// A profile as the reviewer gets to see it.
struct ShownProfile
{
    QUuid deer;
    QString name;
    QString sex;
    QDateTime firstSeen;
    bool founderFirst = false;   ///< the first photo is the one the profile was made of
    std::vector<QUuid> pictures; ///< detections: the founding one, then varied ones; at least one
    bool operator==(const ShownProfile &) const = default;
};

/// One pair of the review.
struct Pair
{
    Item::Kind kind = Item::Kind::Sampled;
    int original = -1; ///< Repeat: position of the pair it repeats
    QUuid detection;
    QUuid deer;
    QUuid runnerUp;                     ///< null: none
    reid::Ticks score = reid::kNoScore; ///< never shown during the review
    reid::Sex sex = reid::Sex::Unknown;
    bool severalAnimals = false;
    std::vector<QUuid> burst;
    std::vector<QUuid> carried;
    bool operator==(const Pair &) const = default;
};

/// What the label-free estimate said of a threshold when the sample was drawn.
struct Estimate
{
    double threshold = 0;
    std::optional<double> wrongShare;
    std::optional<double> upper;
    bool operator==(const Estimate &) const = default;
};

/// A frozen trial: everything the review, the verdict and the protocol need, so that it can go on without the database.
struct TrialRecord
{
    QUuid id;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    Plan plan;
    std::vector<double> thresholds;
    qint64 frameSize = 0;
    qint64 scoredUnits = 0;
    qint64 belowFrame = 0;
    qint64 withoutPicture = 0;
    qint64 withoutProfilePicture = 0;
    QString checksum;                ///< of the frame: detections, profiles, scores
    QStringList fingerprint;         ///< of the data, in words
    std::vector<Estimate> estimates; ///< one for each threshold
    std::vector<Pair> pairs;
    std::vector<ShownProfile> profiles;
    QHash<QUuid, Picture> pictures; ///< by detection

    const ShownProfile *profile(const QUuid &deer) const;
    /// Sampled units with score >= each threshold.
    std::vector<int> judgedAt() const;
    int sampled() const;
};

QJsonObject toJson(const TrialRecord &record);
/// Corrupt when something essential is missing or doesn't fit.
Result<TrialRecord> recordFromJson(const QJsonObject &json);

QUuid toQUuid(const reid::Uuid &id);

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/render/photo/photocrops.h"
#include "core/trial/certify/plants.h"
#include "core/trial/certify/progress.h"

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
    QRectF box;   ///< of the photo as stored
    render::BoxUnit unit = render::BoxUnit::Pixels;
    QDateTime takenAt; ///< UTC; invalid when it isn't known
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
    std::vector<QUuid> pictures; ///< detections; at least one
    bool operator==(const ShownProfile &) const = default;
};

/// One pair of the review: an item, or a known different pair.
struct Pair
{
    QUuid id; ///< the item's detection; a plant's own id
    QUuid detection;
    QUuid deer;
    QUuid runnerUp;                     ///< null: none
    reid::Ticks score = reid::kNoScore; ///< never shown during the review; kNoScore: unknown
    reid::Sex sex = reid::Sex::Unknown;
    int level = 0;            ///< items: the strictest level that holds it
    std::vector<QUuid> burst; ///< detections by time
    std::vector<QUuid>
        photos; ///< of the profile, the first beside the detection; never of the detection's own image or burst
    std::vector<QUuid> runnerUpPhotos; ///< the same
    std::optional<PlantKind> known;    ///< plants: why they are known to be different
    double meters = 0, seconds = 0;    ///< Elsewhere
    bool operator==(const Pair &) const = default;
};

/// One item of the frozen pool, as the digest covers it.
struct PoolItem
{
    QUuid id;
    reid::Sex sex = reid::Sex::Unknown;
    reid::Ticks score = reid::kNoScore;
    QUuid profile;
    bool operator==(const PoolItem &) const = default;
};

/// What the label-free estimate said of the candidate when the trial began. It is used for nothing.
struct Estimate
{
    std::optional<double> wrongShare;
    std::optional<double> upper;
    bool operator==(const Estimate &) const = default;
};

/// What a trial can come to.
enum class TrialKind : std::uint8_t {
    Certificate,
    CountOnly, ///< fewer known different pairs than a certificate needs: counts alone
    ReviewAll  ///< under 20 items: all of them are reviewed, what is Same may be written
};

/// What a trial of the first edition has to say. It counts for nothing.
struct FirstEdition
{
    int pairs = 0;
    std::vector<double> thresholds;
    QJsonObject definition; ///< as it was saved
    bool operator==(const FirstEdition &) const = default;
};

/// A frozen trial: everything the review, the verdict and the protocol need, so that it can go on without the database.
struct TrialRecord
{
    QUuid id;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    std::optional<FirstEdition> first; ///< then of the rest only the candidate and the fingerprint are known
    TrialKind kind = TrialKind::Certificate;
    double candidate = 0; ///< a multiple of 0.0001
    Preset preset = Preset::Short;
    quint64 seed = 0; ///< of the pool, drawn once
    /// Of the places and the order of the plants, drawn for each trial: who has reviewed the pool knows neither. Nothing: earlier trials
    /// have the pool's places, and the most alike first.
    std::optional<quint64> plantSeed;
    Pipeline pipeline = Pipeline::Single;
    QStringList reviewers; ///< one, or two of a pipeline
    int ordinal = 1;       ///< which trial of this pool it is
    QString source;        ///< of the scores: "vectors", "stored scores"
    QString digest;        ///< SHA-256 of the pool, hex
    QString profilesDigest;
    std::vector<PoolItem> pool; ///< by id
    std::vector<QUuid> outside; ///< detections with a score that lacked a picture: in no level, and not newer later
    std::vector<Level> levels;  ///< strict to loose
    qint64 eligible = 0;        ///< unassigned detections with a score
    qint64 below = 0;           ///< of these under the candidate
    qint64 withoutPicture = 0;  ///< of the rest
    qint64 withoutProfilePicture = 0;
    QStringList fingerprint; ///< of the data, in words
    Estimate estimate;
    std::vector<Pair> pairs;         ///< in the trial's order
    std::vector<Pair> plants;        ///< in theirs: the most alike six, then the next six, ..., each six by `plantSeed`
    int plantsNeeded = kLeastPlants; ///< for a first certificate
    std::vector<ShownProfile> profiles;
    QHash<QUuid, Picture> pictures; ///< by detection

    bool isFirstEdition() const { return first.has_value(); }
    const ShownProfile *profile(const QUuid &deer) const;
    const Pair &pair(const Look &look) const { return look.plant ? plants[look.index] : pairs[look.index]; }
    /// The look each pair's id stands for.
    QHash<QUuid, Look> looks() const;
    /// Items at the candidate.
    int atCandidate() const;
    Scheme scheme() const;
    quint64 placesSeed() const { return plantSeed.value_or(seed); }
    /// The chance that the procedure errs, in percent: 5, and one more for each trial of the pool before.
    int riskPercent() const { return 4 + ordinal; }
};

/// What the log e-value of a pool's first, second, ... trial must reach.
double boundOf(int ordinal);

QJsonObject toJson(const TrialRecord &record);
/// Corrupt when something essential is missing or doesn't fit. Trials of the first edition are read as such.
Result<TrialRecord> recordFromJson(const QJsonObject &json);

QUuid toQUuid(const reid::Uuid &id);
QRectF rectOf(const reid::Box &box);
/// Whether a box leaves its unit open: then the database has to be asked, see render::boxUnitOf().
bool mayBeFractions(const QRectF &box);
/// Why a box can't be shown, whatever its photo; empty where it can.
QString boxProblem(const QRectF &box, render::BoxUnit unit);
/// A detection's picture. @param path of its photo, as in the database. @param unit of the database's boxes.
Picture pictureOf(const reid::Dataset &data, std::size_t detection, const QString &path, render::BoxUnit unit);
QString sexText(reid::Sex sex);

} // namespace herdbook::trial

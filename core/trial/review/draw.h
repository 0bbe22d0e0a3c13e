// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/certify/simulate.h"
#include "core/trial/review/photochoice.h"
#include "core/trial/review/record.h"

#include <memory>
#include <stop_token>

namespace herdbook::trial {

/// The data trials are drawn from, with what is known of its pictures. Made once for an analysis; drawing from it is quick.
struct Source
{
    std::shared_ptr<const reid::Dataset> data;
    QString scores; ///< where they come from: "vectors", "stored scores"
    Pool pool;
    std::vector<Plant> plants;                         ///< the most alike first
    std::vector<PhotoChoice> photos;                   ///< by profile
    int unread = 0;                                    ///< photos of which it can't be told whether they are there
    std::vector<bool> shown;                           ///< by detection: its picture is there, and its box can be used
    render::BoxUnit boxUnit = render::BoxUnit::Pixels; ///< of all detections
    QHash<QUuid, QString> paths;                       ///< by image
    QHash<QUuid, QDateTime> firstSeen;                 ///< by deer
    Cameras cameras;
    QString profilesDigest;
    QString digest;

    Pictures pictures() const;
    /// What follows from data, paths and cameras: pool, plants, photos, digests. `shown` has to be set.
    void prepare();
    /// Photos of a profile that may stand beside a detection: none of its image, its burst or (for a plant) the witness's.
    std::vector<std::size_t> photosBeside(std::int32_t profile, std::size_t detection,
                                          std::optional<std::size_t> witness) const;
};

/// Asks the database for the paths of the pictures, the unit of their boxes and the places of the cameras, and looks which pictures are
/// there. Storage where none can be seen from here, as the image folder is missing, silent or can't be read. Cancelled on request.
Result<std::shared_ptr<const Source>> readSource(storage::Postgres &connection,
                                                 std::shared_ptr<const reid::Dataset> data, const QString &scores,
                                                 const QString &imageFolder, const std::stop_token &stop = {});

/// What a trial at a candidate would be drawn from.
struct Outlook
{
    double candidate = 0;
    int ordinal = 1; ///< it would be this trial of the pool: from the second on it takes more proof
    TrialKind kind = TrialKind::Certificate;
    int eligible = 0, below = 0, withoutPicture = 0, withoutProfilePicture = 0;
    int unread = 0;      ///< photos of which it can't be told whether they are there; they count as without
    int atCandidate = 0; ///< items
    std::array<int, reid::kSexes> bySex{};
    int plants = 0;
    int plantsNeeded = kLeastPlants; ///< for a first certificate
    QString digest;
    std::array<Scheme, kPresets.size()> schemes; ///< by preset; items in no particular order
};
Outlook lookAhead(const Source &source, double candidate, int ordinal = 1);

/// What trials would come to, by preset and true wrong share.
struct Prospects
{
    double candidate = 0;
    int ordinal = 1;                                           ///< as of the outlook
    std::array<std::vector<Expected>, kPresets.size()> curves; ///< over kShares
    int trials = 0;                                            ///< simulated for each point
};
inline constexpr std::array<double, 11> kShares{0, .01, .02, .03, .04, .05, .06, .07, .08, .09, .10};
inline constexpr std::size_t kOnePercent = 1; ///< of kShares: what is told where one number has to do
/// What trials of a scheme come to where the share kShares[share] is wrong: the same for an outlook and for the trial that is begun of it.
/// Nothing when cancelled.
std::optional<Expected> expected(const Scheme &scheme, int atCandidate, std::size_t share, int trials,
                                 Evaluator &evaluator, const std::stop_token &stop = {});
/// Simulates; nothing when cancelled.
std::optional<Prospects> prospects(const Outlook &outlook, int trials, const std::stop_token &stop = {});

/// What is fixed when a trial begins.
struct Beginning
{
    double candidate = 0;
    Preset preset = Preset::Short;
    QStringList reviewers;
    Pipeline pipeline = Pipeline::Single;
    quint64 seed = 0;                 ///< of the pool
    std::optional<quint64> plantSeed; ///< of the trial: TrialRecord::plantSeed
    int ordinal = 1;
    QString by;
    QDateTime now;
    QStringList fingerprint; ///< of the data, in words
    Estimate estimate;
    std::optional<Level>
        failed; ///< then the levels are stricterLevels() of it, and the candidate is the loosest of them
};

/// The levels of another path after the strictest level failed; empty when it is too small for any.
std::vector<Level> stricterLevels(const Source &source, const Level &failed);

/// Freezes the pool and draws the order. Two known different pairs or more are kept for as long as a review may get.
TrialRecord freeze(const Source &source, const Beginning &beginning);

/// Another trial of the same frozen pool for other reviewers: same pairs, same order, a new id and number; the known different ones by
/// `plantSeed`.
TrialRecord anotherTrial(const TrialRecord &record, const QStringList &reviewers, Pipeline pipeline, int ordinal,
                         const QString &by, const QDateTime &now, quint64 plantSeed);

} // namespace herdbook::trial

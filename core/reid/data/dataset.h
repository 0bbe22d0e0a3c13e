// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <string>
#include <vector>

namespace herdbook::reid {

/// Why a detection's vector can't be used, or that it can.
enum class VectorState : std::uint8_t { Missing, Usable, Rescaled, NotFinite, Zero };

inline bool isUsable(VectorState state)
{
    return state == VectorState::Usable || state == VectorState::Rescaled;
}

/// As the database has it: in pixels of the image as stored, or in fractions of it; `width` 0 when the row's box can't be read.
struct Box
{
    float x = 0, y = 0, width = 0, height = 0;
};

/// Whether both boxes are there and may be of one unit: only then their overlap tells something.
bool areComparable(const Box &a, const Box &b);

/// Intersection over union of two boxes, 0..1; 0 when either is empty.
double intersectionOverUnion(const Box &a, const Box &b);

/// What the analysis knows of one detection, apart from its scores.
struct Detection
{
    Uuid id{};
    Uuid image{};
    Uuid deer{};                  ///< null: unassigned
    Uuid burst{};                 ///< null: none, or the column is missing
    std::int64_t takenAt = 0;     ///< microseconds since 1970 UTC; 0: not known
    std::int32_t location = -1;   ///< index into Dataset::locations, -1: none
    std::int32_t ownProfile = -1; ///< index into Dataset::profiles; -1: unassigned, or its deer has no usable vector
    Box box;
    float confidence = 0;
    Label label = Label::Other;
    bool valid = true;
    bool duplicate = false;
    VectorState vector = VectorState::Missing;

    bool assigned() const { return deer != Uuid{}; }
    bool deerClass() const { return isDeer(label); }
    Sex sex() const { return sexOf(label); }
};

/// One detection's scores, in ticks; kNoScore and index -1 where there is none. Profiles are indices into Dataset::profiles.
struct Match
{
    Ticks best = kNoScore;   ///< among the profiles of its sex
    Ticks second = kNoScore; ///< runner-up of the same sex
    Ticks cross = kNoScore;  ///< best among the profiles of the other sexes
    Ticks own = kNoScore;    ///< on the profile it is assigned to
    std::array<Ticks, kSexes> others{kNoScore, kNoScore, kNoScore,
                                     kNoScore}; ///< best by sex; its own sex's stays empty
    std::int32_t bestProfile = -1;
    std::int32_t secondProfile = -1;
    std::int32_t crossProfile = -1;

    /// The best score of another deer than the one it is assigned to: "the closest other deer".
    Ticks closestOther(std::int32_t ownProfile) const { return bestProfile == ownProfile ? second : best; }
};

/// Many short texts in one piece of memory, by index.
class Texts
{
public:
    void add(std::string_view text);
    /// Under, at or over 0 as text a comes before, with or after text b; 0 where either isn't there.
    int compare(std::size_t a, std::size_t b) const;
    void clear() { *this = {}; }

private:
    std::string_view at(std::size_t i) const;

    std::string m_all;
    std::vector<std::size_t> m_ends;
};

/// A deer with a usable vector.
struct Profile
{
    Uuid id{};
    std::string name; ///< UTF-8; may be empty
    Sex sex = Sex::Unknown;
    std::string embeddingVersion;
    Uuid bestPhoto{}; ///< image id; null: none
};

/// One consistent state of the database, in memory. Profiles are sorted by id.
struct Dataset
{
    std::vector<Detection> detections;
    std::vector<Match> matches; ///< one per detection
    Texts paths;                ///< of the detections' images; empty once the estimate is made
    std::vector<Profile> profiles;
    std::vector<float> profileVectors;  ///< of length 1, profiles x dimension; empty for stored scores
    std::vector<std::string> locations; ///< names, UTF-8
    int dimension = 0;

    /// Whether the detection is a deer of another sex than the profile it is assigned to.
    bool isOfOtherSex(const Detection &detection) const;
};

} // namespace herdbook::reid

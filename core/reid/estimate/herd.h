// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace herdbook::reid {

struct Dataset;
struct MatchResult;
class Gallery;

/// One detection with scores, as the estimate sees it.
struct Subject
{
    /// Unassigned: in U. Assigned: to a profile of its sex, not its founder. Other: assigned elsewhere, or no profile of its sex.
    enum class Role : std::uint8_t { Unassigned, Assigned, Founder, Other };

    std::uint32_t detection = 0; ///< index into Dataset::detections
    std::int32_t burst = 0;      ///< index into Herd::bursts
    std::int32_t place = -1;     ///< of its best profile among those of its sex
    std::int32_t own = -1;       ///< of the profile it is assigned to, likewise; Assigned and Founder only
    std::array<Ticks, kSexes> best{kNoScore, kNoScore, kNoScore, kNoScore}; ///< on the profiles of each sex
    Sex sex = Sex::Unknown;
    Role role = Role::Other;
};

/// What a burst tells. Single: no more than one detection, or an image that shows two. Sure: all of one sex. Mixed: of several.
enum class BurstKind : std::uint8_t { Single, Sure, Mixed };

/// What the estimate works on, in an order that depends on nothing random.
struct Herd
{
    std::vector<Subject> subjects; ///< by time, image path, box
    std::vector<BurstKind> bursts;
    std::array<std::vector<std::int32_t>, kSexes> profiles; ///< of each sex by place: indices into Dataset::profiles
    std::array<std::vector<std::int32_t>, kSexes> rank;     ///< of those, among all profiles
    std::array<std::vector<int>, kSexes> groups;            ///< step 1: the group of each place, 0, 1, ...
    std::array<std::vector<std::pair<std::int32_t, std::int32_t>>, kSexes> linked; ///< linkedPairs()

    int groupCount(Sex sex) const;
    std::size_t profileCount(Sex sex) const { return profiles[static_cast<std::size_t>(sex)].size(); }
};

/// How many of p's detections reach the threshold in force on q, by places (p, q), p != q.
using Links = std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t>;

/// Step 1: profiles are linked when over half of one's assigned detections without its founder (`sizes`, at least 2) reach the
/// threshold in force on the other. Ascending pairs of places, the smaller one first.
std::vector<std::pair<std::int32_t, std::int32_t>> linkedPairs(const Links &links,
                                                               std::span<const std::uint32_t> sizes);
/// What links connect, also through others, numbered by their first place.
std::vector<int> frozenGroups(const Links &links, std::span<const std::uint32_t> sizes);

/// The detections that count, with their profiles in the order of their founders. A founder is the best of a profile's own detections
/// where it scores at least .99. Where burst_group_id is missing, a burst is what one location took within 5 s, else (also without a
/// time) the image.
/// @param data with its matches. @param scores what the matches left to link profiles by. @param threshold in force, in ticks.
Herd makeHerd(const Dataset &data, const MatchResult &scores, const Gallery &gallery, int threshold);

} // namespace herdbook::reid

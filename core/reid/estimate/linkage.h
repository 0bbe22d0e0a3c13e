// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/matching.h"

namespace herdbook::reid {

/// Which profiles of one sex look like one animal, at every threshold at once. Two are linked at t when over half of one's
/// detections score >= t on the other, either way; groups are what links connect. N x N by place within the sex.
struct Linkage
{
    std::size_t size = 0;
    std::vector<Ticks> link;  ///< the strictest threshold at which the two are linked directly
    std::vector<Ticks> group; ///< the strictest threshold at which the two are in one group; 10000 on the diagonal
    int wholeUpTo = -1;       ///< at this tick and looser ones all profiles are one group

    Ticks linkOf(std::size_t p, std::size_t q) const { return link[p * size + q]; }
    Ticks groupOf(std::size_t p, std::size_t q) const { return group[p * size + q]; }
};

/// Of profiles with very many detections the 256 first are looked at: enough for a median.
Linkage linkProfiles(const MateRows &rows);

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/draws.h"
#include "core/reid/estimate/herd.h"

namespace herdbook::reid {

/// The constants of the estimate. Those fitted on tuning sets are marked.
namespace decoys {
inline constexpr std::size_t kSplits = 40;       ///< R
inline constexpr std::size_t kGalleries = 60;    ///< B
inline constexpr std::size_t kMost = 1500;       ///< decoys
inline constexpr std::size_t kSearchers = 20000; ///< at most
inline constexpr std::size_t kChecked = 2000;    ///< assigned detections looked at for the threshold in force
inline constexpr std::size_t kCheckGalleries = 10;
inline constexpr int kMislabeled = 500;    ///< ticks by which another sex's profile is better
inline constexpr std::size_t kFewest = 10; ///< of U, to say anything
} // namespace decoys

/// A decoy gallery, or half a one: places in a list of decoys.
using Gathered = std::vector<std::uint16_t>;

/// All that is drawn at random for one sex. Drawing needs no vectors, so they can be read afterwards.
struct DecoyPlan
{
    std::vector<std::uint32_t> rows;      ///< of U, ascending indices into Herd::subjects: whose scores are looked at
    std::vector<std::uint32_t> searchers; ///< of those, the places of what searches the decoys, ascending
    std::vector<std::vector<bool>>
        splits; ///< step 3: per replicate and group, whether it is in the first half; empty: not done
    std::vector<std::uint32_t> mates; ///< step 4: assigned subjects as decoys; empty: not done
    std::vector<std::vector<bool>> mateSplits;
    std::vector<std::array<Gathered, 2>>
        mateGalleries;                    ///< places in `mates`: what detections of the first, of the second half meet
    std::vector<std::uint32_t> decoys;    ///< step 5: subjects of other sexes
    int clusters = 0;                     ///< K_o: profiles they resemble most
    int bursts = 0;                       ///< D
    std::vector<Gathered> galleries;      ///< step 6: places in `decoys`; empty: not done
    std::vector<std::uint32_t> checked;   ///< step 9
    std::vector<Gathered> checkGalleries; ///< places in `decoys`
};

/// Draws steps 3 to 6 and 9 for one sex, in this order. @param unassigned the sex's part of U, at least decoys::kFewest.
DecoyPlan drawDecoys(const Herd &herd, Sex sex, const std::vector<std::uint32_t> &unassigned, Draws &draws);

} // namespace herdbook::reid

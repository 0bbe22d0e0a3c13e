// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/matching.h"

namespace herdbook::reid {

/// Takes stored pairs in any order and gives what matching the vectors would give, as far as pairs are stored.
class StoredScores
{
public:
    /// The gallery and the detections must outlive it; detections have their own profile set.
    StoredScores(const Gallery &gallery, std::span<const Detection> detections, std::span<const Profile> profiles,
                 const MatchPlan &plan);

    /// One row of the table; indices into detections and profiles. Each pair at most once.
    void add(std::size_t detection, int profile, Ticks score);

    MatchResult finish();

    /// Of the same-sex pairs of valid, not duplicate deer that should be stored, the share that is; nothing when there are none.
    std::optional<double> coverage() const;

private:
    const Gallery &m_gallery;
    std::vector<Probe> m_probes;
    std::vector<bool> m_counts; ///< per detection: valid, not duplicate, deer
    MatchResult m_result;
    std::uint64_t m_expected = 0, m_found = 0;
};

} // namespace herdbook::reid

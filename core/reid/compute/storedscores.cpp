// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/storedscores.h"

#include <limits>

namespace herdbook::reid {

namespace {

/// Ties go to the lower profile index, whatever the order of the rows.
bool beats(Ticks score, int profile, Ticks holder, int holdingProfile)
{
    return score > holder || (score == holder && profile < holdingProfile);
}

} // namespace

StoredScores::StoredScores(const Gallery &gallery, std::span<const Detection> detections,
                           std::span<const Profile> profiles, const MatchPlan &plan)
    : m_gallery(gallery), m_counts(detections.size())
{
    m_result.matches.resize(detections.size());
    m_result.states.resize(detections.size(), VectorState::Missing);
    m_result.cosineWithMean.assign(profiles.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < detections.size(); ++i) {
        const Detection &d = detections[i];
        const Probe probe = Probe::of(d, profiles, plan);
        m_probes.push_back(probe);
        m_counts[i] = d.valid && !d.duplicate && probe.deer;
        if (m_counts[i])
            m_expected += static_cast<std::uint64_t>(gallery.of(probe.sex).size());
    }
}

void StoredScores::add(std::size_t detection, int profile, Ticks score)
{
    const Probe &probe = m_probes[detection];
    if (!probe.deer)
        return;
    m_result.states[detection] = VectorState::Usable;
    Match &match = m_result.matches[detection];
    if (profile == probe.ownProfile)
        match.own = score;
    const int column = m_gallery.columnOf(profile);
    const Gallery::Range same = m_gallery.of(probe.sex);
    if (probe.countPairs)
        m_result.pairs.add(score);
    if (column >= same.begin && column < same.end) {
        m_found += m_counts[detection] ? 1 : 0;
        if (beats(score, profile, match.best, match.bestProfile)) {
            match.second = match.best;
            match.secondProfile = match.bestProfile;
            match.best = score;
            match.bestProfile = profile;
        } else if (beats(score, profile, match.second, match.secondProfile)) {
            match.second = score;
            match.secondProfile = profile;
        }
        return;
    }
    Ticks &other = match.others[static_cast<std::size_t>(m_gallery.sexAt(column))];
    other = std::max(other, score);
    if (beats(score, profile, match.cross, match.crossProfile)) {
        match.cross = score;
        match.crossProfile = profile;
    }
}

MatchResult StoredScores::finish()
{
    return std::move(m_result);
}

std::optional<double> StoredScores::coverage() const
{
    if (m_expected == 0)
        return std::nullopt;
    return static_cast<double>(m_found) / static_cast<double>(m_expected);
}

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/storedscores.h"

#include <limits>

namespace herdbook::reid {

namespace {

bool inRun(int column, Gallery::Range range, int start, int wanted)
{
    const int place = column - range.begin - start;
    return (place < 0 ? place + range.size() : place) < wanted;
}

/// Ties go to the lower profile index, whatever the order of the rows.
bool beats(Ticks score, int profile, Ticks holder, int holdingProfile)
{
    return score > holder || (score == holder && profile < holdingProfile);
}

} // namespace

StoredScores::StoredScores(const Gallery &gallery, std::span<const Detection> detections,
                           std::span<const Profile> profiles, const MatchPlan &plan)
    : m_gallery(gallery), m_counts(detections.size()), m_row(detections.size(), -1)
{
    m_result.matches.resize(detections.size());
    m_result.states.resize(detections.size(), VectorState::Missing);
    m_result.mates = emptyMateRows(gallery);
    m_result.cosineWithMean.assign(profiles.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < detections.size(); ++i) {
        const Detection &d = detections[i];
        const Probe probe = Probe::of(d, profiles, plan);
        m_probes.push_back(probe);
        m_counts[i] = d.valid && !d.duplicate && probe.deer;
        if (m_counts[i]) {
            m_same.expected += static_cast<std::uint64_t>(gallery.of(probe.sex).size());
            if (const auto opposite = oppositeSex(probe.sex))
                m_cross.expected += static_cast<std::uint64_t>(gallery.of(*opposite).size());
        }
        if (!probe.keepMates)
            continue;
        MateRows &rows = m_result.mates[static_cast<std::size_t>(probe.sex)];
        m_row[i] = static_cast<std::int64_t>(rows.detections.size());
        rows.detections.push_back(i);
        rows.own.push_back(gallery.columnOf(d.ownProfile) - gallery.of(probe.sex).begin);
        rows.scores.resize(rows.scores.size() + rows.width(), kNoScore);
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
    const auto sex = static_cast<std::size_t>(probe.sex);
    if (column >= same.begin && column < same.end) {
        m_same.found += m_counts[detection] ? 1 : 0;
        if (probe.countPairs)
            m_result.pairs[sex].same.add(score);
        if (m_row[detection] >= 0) {
            MateRows &rows = m_result.mates[sex];
            rows.scores[static_cast<std::size_t>(m_row[detection]) * rows.width() +
                        static_cast<std::size_t>(column - same.begin)] = score;
        }
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
    const auto opposite = oppositeSex(probe.sex);
    if (!opposite)
        return;
    const Gallery::Range others = m_gallery.of(*opposite);
    if (column < others.begin || column >= others.end)
        return;
    m_cross.found += m_counts[detection] ? 1 : 0;
    if (probe.countPairs)
        m_result.pairs[sex].cross.add(score);
    if (beats(score, profile, match.cross, match.crossProfile)) {
        match.cross = score;
        match.crossProfile = profile;
    }
    const int wanted = std::min(same.size(), others.size());
    if (inRun(column, others, Gallery::shadowStart(probe.shadowHash, others), wanted))
        match.shadow = std::max(match.shadow, score);
}

MatchResult StoredScores::finish()
{
    return std::move(m_result);
}

double StoredScores::coverage() const
{
    return m_same.share();
}

double StoredScores::crossCoverage() const
{
    return m_cross.share();
}

} // namespace herdbook::reid

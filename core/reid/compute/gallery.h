// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"

#include <optional>
#include <span>

namespace herdbook::reid {

/// Scales a vector to length 1 in place and tells what was found: Rescaled when the length was off by more than 1e-3,
/// NotFinite or Zero (then it is set to zeros) when no direction can be told.
VectorState normalize(std::span<float> vector);

/// The profiles as columns to multiply with: sorted by sex, and within a sex as they are in the data.
class Gallery
{
public:
    struct Range
    {
        int begin = 0, end = 0;
        int size() const { return end - begin; }
    };

    /// @param vectors profiles.size() x dimension, row by row, each of length 1; empty when there are only stored scores.
    Gallery(std::span<const Profile> profiles, std::span<const float> vectors, int dimension);

    int columns() const { return static_cast<int>(m_profileAt.size()); }
    int paddedColumns() const { return m_padded; } ///< a multiple of 16; the rest are zeros
    int dimension() const { return m_dimension; }
    Range of(Sex sex) const { return m_ranges[static_cast<std::size_t>(sex)]; }
    int profileAt(int column) const { return m_profileAt[static_cast<std::size_t>(column)]; }
    int columnOf(int profile) const { return m_columnOf[static_cast<std::size_t>(profile)]; }
    Sex sexAt(int column) const;

    /// paddedColumns x dimension, row by row.
    const float *weights() const { return m_weights.data(); }

    /// A profile's vector, of length 1.
    std::span<const float> vector(int profile) const;
    /// The cosine of two profiles.
    Ticks likeness(int profile, int other) const;

    struct Alike
    {
        int first = -1, second = -1; ///< profiles, first < second
        Ticks cosine = kNoScore;
    };
    /// The pairs of profiles of one sex whose cosine reaches a tick, at most `most` of them.
    std::vector<Alike> alike(int ticks, std::size_t most) const;

    /// Cosines of all pairs of profiles, N x N by profile index.
    std::vector<Ticks> similarity() const;

private:
    int m_dimension;
    int m_padded;
    std::array<Range, kSexes> m_ranges;
    std::vector<int> m_profileAt;
    std::vector<int> m_columnOf;
    std::vector<float> m_weights;
};

} // namespace herdbook::reid

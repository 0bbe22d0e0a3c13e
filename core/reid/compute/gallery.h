// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"

#include <optional>
#include <span>

namespace herdbook::reid {

/// Scales a vector to length 1 in place and tells what was found: Rescaled when the length was off by more than 1e-3,
/// NotFinite or Zero (then it is set to zeros) when no direction can be told.
VectorState normalize(std::span<float> vector);

/// The sex whose profiles serve as a shadow gallery: bucks for does and the reverse, nothing for fawn and unknown.
std::optional<Sex> oppositeSex(Sex sex);

/// The profiles as columns to multiply with: sorted by sex, and within a sex in an order drawn from the seed and the profiles'
/// ids, so that a run of neighboring columns is a random sample.
class Gallery
{
public:
    struct Range
    {
        int begin = 0, end = 0;
        int size() const { return end - begin; }
    };

    /// @param vectors profiles.size() x dimension, row by row, each of length 1; empty when there are only stored scores.
    Gallery(std::span<const Profile> profiles, std::span<const float> vectors, int dimension, std::uint64_t seed);

    int columns() const { return static_cast<int>(m_profileAt.size()); }
    int paddedColumns() const { return m_padded; } ///< a multiple of 16; the rest are zeros
    int dimension() const { return m_dimension; }
    Range of(Sex sex) const { return m_ranges[static_cast<std::size_t>(sex)]; }
    int profileAt(int column) const { return m_profileAt[static_cast<std::size_t>(column)]; }
    int columnOf(int profile) const { return m_columnOf[static_cast<std::size_t>(profile)]; }
    Sex sexAt(int column) const;

    /// paddedColumns x dimension, row by row.
    const float *weights() const { return m_weights.data(); }

    /// Where the run of a detection's shadow gallery starts within `opposite` (its `wanted` columns go round).
    static int shadowStart(std::uint64_t hash, Range opposite)
    {
        return static_cast<int>(hash % static_cast<std::uint64_t>(opposite.size()));
    }

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/gallery.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace herdbook::reid {

VectorState normalize(std::span<float> vector)
{
    if (vector.empty())
        return VectorState::Usable; // there are no profiles to compare with, so its values weren't read
    // In this order wherever the vector stands in memory, and wide enough for any squares of floats.
    std::array<double, 4> squares{};
    for (std::size_t i = 0; i < vector.size(); ++i)
        squares[i % 4] += static_cast<double>(vector[i]) * static_cast<double>(vector[i]);
    const double length = std::sqrt((squares[0] + squares[1]) + (squares[2] + squares[3]));
    if (std::isfinite(length) && length > 1e-30) {
        const double scale = 1 / length;
        for (float &v : vector)
            v = static_cast<float>(static_cast<double>(v) * scale);
        return std::abs(length - 1) > 1e-3 ? VectorState::Rescaled : VectorState::Usable;
    }
    std::ranges::fill(vector, 0.0F);
    return std::isfinite(length) ? VectorState::Zero : VectorState::NotFinite;
}

Gallery::Gallery(std::span<const Profile> profiles, std::span<const float> vectors, int dimension)
    : m_dimension(dimension), m_padded(static_cast<int>((profiles.size() + 15) / 16 * 16)),
      m_profileAt(profiles.size()), m_columnOf(profiles.size())
{
    std::iota(m_profileAt.begin(), m_profileAt.end(), 0);
    std::ranges::sort(m_profileAt, {}, [&](int p) { return std::pair(profiles[static_cast<std::size_t>(p)].sex, p); });
    for (int column = 0; column < columns(); ++column) {
        const int profile = profileAt(column);
        m_columnOf[static_cast<std::size_t>(profile)] = column;
        Range &range = m_ranges[static_cast<std::size_t>(profiles[static_cast<std::size_t>(profile)].sex)];
        if (range.size() == 0)
            range.begin = column;
        range.end = column + 1;
    }
    if (vectors.empty())
        return;
    const auto length = static_cast<std::size_t>(dimension);
    m_weights.resize(static_cast<std::size_t>(m_padded) * length);
    for (int column = 0; column < columns(); ++column) {
        const auto from =
            vectors.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(profileAt(column)) * length);
        std::copy_n(from, length,
                    m_weights.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(column) * length));
    }
}

Sex Gallery::sexAt(int column) const
{
    for (const Sex sex : kAllSexes) {
        if (column >= of(sex).begin && column < of(sex).end)
            return sex;
    }
    return Sex::Unknown;
}

std::span<const float> Gallery::vector(int profile) const
{
    const auto length = static_cast<std::size_t>(m_dimension);
    return {m_weights.data() + static_cast<std::size_t>(columnOf(profile)) * length, length};
}

Ticks Gallery::likeness(int profile, int other) const
{
    const std::span<const float> a = vector(profile);
    const std::span<const float> b = vector(other);
    return scoreTicks(std::clamp(std::inner_product(a.begin(), a.end(), b.begin(), 0.0F), -1.0F, 1.0F));
}

std::vector<Gallery::Alike> Gallery::alike(int ticks, std::size_t most) const
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    constexpr int kRows = 256;
    std::vector<Alike> found;
    if (m_weights.empty())
        return found;
    const Eigen::Map<const Rows> weights(m_weights.data(), columns(), m_dimension);
    for (const Range &range : m_ranges) {
        for (int from = range.begin; from < range.end; from += kRows) {
            const int rows = std::min(kRows, range.end - from);
            const Rows cosines =
                weights.middleRows(from, rows) * weights.middleRows(range.begin, from + rows - range.begin).transpose();
            for (int a = 0; a < rows; ++a) {
                for (int b = 0; b < from + a - range.begin && found.size() < most; ++b) {
                    const Ticks cosine = scoreTicks(std::clamp(cosines(a, b), -1.0F, 1.0F));
                    if (cosine >= ticks)
                        found.push_back({profileAt(range.begin + b), profileAt(from + a), cosine});
                }
            }
        }
    }
    return found;
}

std::vector<Ticks> Gallery::similarity() const
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Rows> weights(m_weights.data(), columns(), m_dimension);
    Rows cosines(columns(), columns());
    cosines.noalias() = weights * weights.transpose();
    const auto n = m_profileAt.size();
    std::vector<Ticks> result(n * n);
    for (int a = 0; a < columns(); ++a) {
        for (int b = 0; b < columns(); ++b)
            result[static_cast<std::size_t>(profileAt(a)) * n + static_cast<std::size_t>(profileAt(b))] =
                scoreTicks(std::clamp(cosines(a, b), -1.0F, 1.0F));
    }
    return result;
}

} // namespace herdbook::reid

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/panels.h"

#include <Eigen/Core>
#include <algorithm>

namespace herdbook::reid {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rounds half to even: beyond 2^23 a float has no fraction left.
void toTicks(const float *scores, std::size_t count, Ticks *out)
{
    constexpr float kWhole = 12582912.0F; // 1.5 x 2^23
    for (std::size_t i = 0; i < count; ++i) {
        const float ticks = std::clamp(scores[i], -1.0F, 1.0F) * static_cast<float>(kTicksPerUnit);
        out[i] = static_cast<Ticks>(static_cast<int>((ticks + kWhole) - kWhole));
    }
}

class VectorPanels : public Panels
{
public:
    VectorPanels(const Gallery &gallery, std::shared_ptr<const KeptVectors> kept, ReadVectors read)
        : m_gallery(gallery), m_kept(std::move(kept)), m_read(std::move(read))
    {
    }

    bool hold(std::vector<std::uint32_t> detections) override
    {
        if (m_kept)
            return true;
        if (!m_read)
            return false;
        std::ranges::sort(detections);
        detections.erase(std::unique(detections.begin(), detections.end()), detections.end());
        m_held = std::move(detections);
        m_values.clear();
        m_values.resize(m_held.size() * dimension());
        return m_read(m_held, m_values);
    }

    Panel ofProfiles(std::span<const std::int32_t> profiles) const override
    {
        auto weights = std::make_shared<Rows>(static_cast<Eigen::Index>(profiles.size()), m_gallery.dimension());
        for (std::size_t i = 0; i < profiles.size(); ++i)
            std::ranges::copy(m_gallery.vector(profiles[i]), weights->data() + i * dimension());
        return panel(std::move(weights));
    }

    Panel ofDetections(std::span<const std::uint32_t> detections) const override
    {
        auto weights = std::make_shared<Rows>(static_cast<Eigen::Index>(detections.size()), m_gallery.dimension());
        for (std::size_t i = 0; i < detections.size(); ++i)
            std::copy_n(vector(detections[i]), dimension(), weights->data() + i * dimension());
        return panel(std::move(weights));
    }

    std::span<const float> vectorOf(std::uint32_t detection) const override { return {vector(detection), dimension()}; }
    std::span<const float> profileVector(std::int32_t profile) const override { return m_gallery.vector(profile); }

private:
    std::size_t dimension() const { return static_cast<std::size_t>(m_gallery.dimension()); }

    const float *vector(std::uint32_t detection) const
    {
        if (m_kept)
            return m_kept->rows[detection];
        const auto at = std::ranges::lower_bound(m_held, detection) - m_held.begin();
        return m_values.data() + static_cast<std::size_t>(at) * dimension();
    }

    Panel panel(std::shared_ptr<const Rows> weights) const
    {
        return [this, weights](std::span<const std::uint32_t> detections, Ticks *out) {
            Rows probes = Rows::Zero(kPanelWidth, m_gallery.dimension());
            for (std::size_t i = 0; i < detections.size(); ++i)
                std::copy_n(vector(detections[i]), dimension(), probes.data() + i * dimension());
            constexpr Eigen::Index kStep = 256; // of the list at once, so that the products stay in the cache
            Rows scores(kStep, kPanelWidth);
            for (Eigen::Index from = 0; from < weights->rows(); from += kStep) {
                const Eigen::Index rows = std::min(kStep, weights->rows() - from);
                scores.topRows(rows).noalias() = weights->middleRows(from, rows) * probes.transpose();
                toTicks(scores.data(), static_cast<std::size_t>(rows) * kPanelWidth,
                        out + static_cast<std::size_t>(from) * kPanelWidth);
            }
        };
    }

    const Gallery &m_gallery;
    std::shared_ptr<const KeptVectors> m_kept;
    ReadVectors m_read;
    std::vector<std::uint32_t> m_held; ///< ascending
    std::vector<float> m_values;
};

} // namespace

std::unique_ptr<Panels> vectorPanels(const Gallery &gallery, std::shared_ptr<const KeptVectors> kept, ReadVectors read)
{
    return std::make_unique<VectorPanels>(gallery, std::move(kept), std::move(read));
}

} // namespace herdbook::reid

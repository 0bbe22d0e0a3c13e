// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/matching.h"

#include <functional>
#include <memory>

namespace herdbook::reid {

/// Detections that are scored at once by a Panel.
inline constexpr std::size_t kPanelWidth = 128;

/// Scores up to kPanelWidth detections on a fixed list of vectors: `out` gets the list's length times kPanelWidth ticks, the
/// detections of one entry side by side. May be called from several threads.
using Panel = std::function<void(std::span<const std::uint32_t> detections, Ticks *out)>;

/// Scores between detections and profiles beyond the best ones that a Match keeps. Detections and profiles are indices into the
/// dataset.
class Panels
{
public:
    virtual ~Panels() = default;

    /// Makes the vectors of these detections ready; panels are asked for no others afterwards. False when that can't be done.
    virtual bool hold(std::vector<std::uint32_t> detections) = 0;
    virtual Panel ofProfiles(std::span<const std::int32_t> profiles) const = 0;
    virtual Panel ofDetections(std::span<const std::uint32_t> detections) const = 0;
    /// The vectors themselves, of length 1.
    virtual std::span<const float> vectorOf(std::uint32_t detection) const = 0;
    virtual std::span<const float> profileVector(std::int32_t profile) const = 0;
};

/// Reads detections' vectors into rows of length 1; false when that can't be done.
using ReadVectors = std::function<bool(std::span<const std::uint32_t> detections, std::span<float> to)>;

/// Panels over vectors in memory, or over those that are read when they are held. The gallery must outlive them.
std::unique_ptr<Panels> vectorPanels(const Gallery &gallery, std::shared_ptr<const KeptVectors> kept,
                                     ReadVectors read = {});

} // namespace herdbook::reid

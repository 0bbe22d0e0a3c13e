// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/coordinates.h"
#include "core/trial/certify/pool.h"

namespace herdbook::trial {

/// Why two animals are known to be different.
enum class PlantKind : std::uint8_t {
    FoundingImage, ///< both stand in the image the profile was made of
    LaterImage,    ///< both stand in the image of a later assigned detection
    Elsewhere      ///< the profile's deer was at another camera, too far to walk in the time between
};
inline constexpr std::array<PlantKind, 3> kPlantKinds{PlantKind::FoundingImage, PlantKind::LaterImage,
                                                      PlantKind::Elsewhere};

/// A known different pair of one sex: shown like any other, never applied.
struct Plant
{
    std::size_t detection = 0;
    std::int32_t profile = -1;
    PlantKind kind = PlantKind::FoundingImage;
    std::size_t witness = 0;          ///< the detection of the profile's deer by which they are known to be different
    std::optional<reid::Ticks> score; ///< of the detection on the profile, where it is known
    double meters = 0;                ///< Elsewhere: between the two cameras
    double seconds = 0;               ///< Elsewhere: between the two photos
};

/// A camera's place by location index; nothing where it is unknown.
using Cameras = std::vector<std::optional<Coordinates>>;

/// All known different pairs that can be shown, those of one image first: what is known of two cameras is so only by their clocks and
/// today's coordinates, and where a clock is an hour off the most alike of these are one deer. Then the most alike first (scores that are
/// unknown last), ties by kind and id; no detection twice. @param cameras by location; may be shorter. @param pictures by profile: what may stand beside a detection; a pair
/// without a photo other than the witness's image is left out.
std::vector<Plant> findPlants(const reid::Dataset &data, const Cameras &cameras, const Pictures &pictures,
                              const std::function<bool(std::int32_t profile, std::size_t witness)> &hasOtherPhoto);

} // namespace herdbook::trial

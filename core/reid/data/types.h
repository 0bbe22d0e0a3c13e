// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

/// The part of the re-identification analysis that needs no Qt: plain values and plain threads.
namespace herdbook::reid {

/// A UUID's 16 bytes in the order they are written; all zero for null.
using Uuid = std::array<std::uint8_t, 16>;

/// "8-4-4-4-12" in lower case.
std::string toString(const Uuid &id);

/// A well-mixed number from a UUID and a seed; the only source of randomness that is tied to a row, so that results
/// don't depend on the order rows arrive in.
std::uint64_t mix(const Uuid &id, std::uint64_t seed);

/// A cosine in steps of 1/10000, rounded half to even.
using Ticks = std::int16_t;
inline constexpr int kTicksPerUnit = 10000;
inline constexpr Ticks kNoScore = INT16_MIN;
/// What a detection scores at least on the profile that is its copy.
inline constexpr Ticks kFounder = 9900;

/// Rounds a cosine from -1 to 1 to ticks.
inline Ticks scoreTicks(float cosine)
{
    return static_cast<Ticks>(std::lrint(cosine * static_cast<float>(kTicksPerUnit)));
}

/// The nearest tick of a threshold in 0..1.
inline int thresholdTicks(double threshold)
{
    return static_cast<int>(std::lround(threshold * kTicksPerUnit));
}

inline double fromTicks(int ticks)
{
    return static_cast<double>(ticks) / kTicksPerUnit;
}

/// Sex of a profile, and the group of profiles a detection may match.
enum class Sex : std::uint8_t { Buck, Doe, Fawn, Unknown };
inline constexpr int kSexes = 4;
inline constexpr std::array<Sex, kSexes> kAllSexes{Sex::Buck, Sex::Doe, Sex::Fawn, Sex::Unknown};

/// A detection's class after a person's correction. Other is anything the deployed system doesn't know.
enum class Label : std::uint8_t { Buck, Doe, Fawn, Mature, Mid, Young, Unknown, Cattle, Pig, Raccoon, Other };
inline constexpr int kLabels = 11;

std::string_view name(Sex sex);
std::string_view name(Label label);
/// "does", "bucks", "fawns", "deer of unknown sex".
std::string plural(Sex sex);

/// Other when the text is none of the known classes.
Label labelFromText(std::string_view text);

/// Unknown when the text is none of buck, doe, fawn.
Sex sexFromText(std::string_view text);

inline bool isDeer(Label label)
{
    return label <= Label::Unknown;
}

/// Which profiles a deer class may match: doe->doe, fawn->fawn, unknown->unknown, buck|mature|mid|young->buck.
Sex sexOf(Label label);

} // namespace herdbook::reid

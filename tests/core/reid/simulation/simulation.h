// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analyze.h"

#include <vector>

/// Made-up herds whose truth is known, to see what an analysis would have done.
namespace herdbook::reid::simulation {

enum class Situation { Moderate, Weak, NoSignal, SharedBackground, DuplicateProfiles };
inline constexpr Situation kSituations[] = {Situation::Moderate, Situation::Weak, Situation::NoSignal,
                                            Situation::SharedBackground, Situation::DuplicateProfiles};
const char *name(Situation situation);

struct World
{
    Dataset data;               ///< without matches
    std::vector<float> vectors; ///< detections x dimension
    std::vector<float> profileVectors;
    std::vector<int> animalOf; ///< per detection
    std::vector<int> animalOfProfile;
};

/// 130 animals in bursts at eight places, 4% wrong sexes; 53 have a profile (a founding detection's vector). Detections that reach
/// 0.70 on a profile of their (labeled) sex are assigned to it, as the deployed system does.
World simulate(Situation situation, std::uint64_t seed, int detections = 11570, int animals = 130, int profiles = 53);

/// Matches and analyzes. @param threads as in Options.
Analysis analyzeWorld(const World &world, Options options = {});

/// The true share of wrong among the assignments a threshold would add; nothing when it adds none.
std::optional<double> trueWrongShare(const World &world, const Analysis &analysis, double threshold);

/// Puts detections and profiles into another order.
World shuffled(const World &world, std::uint64_t seed);

} // namespace herdbook::reid::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analyze.h"

#include <vector>

/// Made-up herds whose truth is known, to see what an analysis would have done.
namespace herdbook::reid::simulation {

/// Plain: animals can be told apart. Weak: hardly. DuplicateProfiles: ten of an animal that has one. SingleFounders: founded by a poor photo
/// of its own burst. OneSex: nobody to judge by. LookAlikes: many strangers resemble a profile. StoredScores: no vectors.
/// What no method was tuned on: OneCamera; OneDominates and StrangerDominates: nine of ten detections are of one animal, with or without a
/// profile; OneNight: all founders in one night's light; TwoHerds: two places of their own background, profiles mostly of one;
/// RoundedVectors: components of two decimals; Twins: six strangers whose cosine with a profile's identity is .9; SexesUnknown;
/// CopiedVectors: every second vector is the one before it; TenDetections.
enum class Situation {
    Plain,
    Weak,
    NoSignal,
    DuplicateProfiles,
    SharedBackground,
    SingleFounders,
    OneSex,
    LookAlikes,
    StoredScores,
    OneCamera,
    OneDominates,
    StrangerDominates,
    OneNight,
    TwoHerds,
    RoundedVectors,
    Twins,
    SexesUnknown,
    CopiedVectors,
    TenDetections
};
inline constexpr Situation kSituations[] = {Situation::Plain,
                                            Situation::Weak,
                                            Situation::NoSignal,
                                            Situation::DuplicateProfiles,
                                            Situation::SharedBackground,
                                            Situation::SingleFounders,
                                            Situation::OneSex,
                                            Situation::LookAlikes,
                                            Situation::StoredScores,
                                            Situation::OneCamera,
                                            Situation::OneDominates,
                                            Situation::StrangerDominates,
                                            Situation::OneNight,
                                            Situation::TwoHerds,
                                            Situation::RoundedVectors,
                                            Situation::Twins,
                                            Situation::SexesUnknown,
                                            Situation::CopiedVectors,
                                            Situation::TenDetections};
const char *name(Situation situation);

struct World
{
    Dataset data;               ///< without matches
    std::vector<float> vectors; ///< detections x dimension
    std::vector<float> profileVectors;
    std::vector<int> animalOf; ///< per detection
    std::vector<int> animalOfProfile;
    bool hasVectors = true; ///< what the analysis may use
};

/// Animals seen with heavy-tailed frequency in bursts of one to eight photos with up to three animals, 4-7% wrong sexes; 38 does and 15
/// bucks of 93 have a profile (a founding detection's vector), six pairs are relatives (identities with cosine .4), eight strangers
/// resemble a profile (.55). Detections that reach 0.70 on a profile of their (labeled) sex are assigned to it, as the deployed system does.
World simulate(Situation situation, std::uint64_t seed, int detections = 11570, int animals = 93, int profiles = 53);

/// Matches and analyzes. @param threads as in Options.
Analysis analyzeWorld(const World &world, Options options = {});

/// The true share of wrong among the assignments a threshold would add; nothing when it adds none.
std::optional<double> trueWrongShare(const World &world, const Analysis &analysis, double threshold);

/// How many of the assignments that each threshold tick 0..10000 would add are truly wrong.
std::vector<std::uint32_t> trulyWrong(const World &world, const Analysis &analysis);

/// How many of the assignments of today are truly wrong.
std::size_t trulyWrongInForce(const World &world);

/// Puts detections and profiles into another order.
World shuffled(const World &world, std::uint64_t seed);

} // namespace herdbook::reid::simulation

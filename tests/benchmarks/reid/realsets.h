// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/core/reid/simulation/simulation.h"

#include <QStringList>

/// Real identity sets (../shared/realsets) mapped onto the deployed schema, with their truth.
namespace herdbook::reid::realsets {

/// Features of real individuals, in the order of time within each.
struct Features
{
    QString name;
    int dimension = 0;
    std::vector<float> vectors; ///< rows x dimension, of length 1
    std::vector<int> individual, order, session, group;
    std::size_t rows() const { return individual.size(); }
};

/// The file of the sets where it is there: beside the source tree or under HERDBOOK_REALSETS.
QString archive();

/// Reads every set of an .npz: a zip of arrays with a plain header.
Result<std::vector<Features>> read(const QString &npz);

/// How a set is mapped: Random sexes (65% does), Skew (88%), by Group where a set has two, or a Single sex.
enum class Sexes { Random, Skew, Group, Single };
const char *name(Sexes sexes);

struct Case
{
    Sexes sexes = Sexes::Random;
    double open = .4; ///< share of the individuals without a profile
    double rate = .1; ///< share of the detections that is assigned
    std::uint64_t seed = 1;
    bool anyFounder = false; ///< profiles are founded by any photo of an individual, not by its first
    bool bursts = true;      ///< whether it is known what belongs to one burst
    int perIndividual = 0;   ///< at most so many photos of each; 0: all
};
/// "att_hog_cen single open 0.4 rate 0.10 seed 13, no bursts".
QString describe(const Features &features, const Case &one);

/// A set as a herd, and the threshold in force that assigns so many. Individuals become profiles by a founding detection; detections at
/// or over the threshold are assigned to their best profile.
struct Mapped
{
    simulation::World world;
    double threshold = 0;
    std::vector<std::int32_t> bestProfile; ///< -1: none of its sex
    std::vector<float> best;
};
Mapped map(const Features &features, const Case &one);

/// The new detections that a threshold, in ticks, would truly assign wrongly.
int trulyWrong(const Mapped &mapped, int ticks);

} // namespace herdbook::reid::realsets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/combine.h"

#include "core/reid/estimate/plan.h"

#include <algorithm>

namespace herdbook::reid {

namespace {

using Curve = std::vector<double>;

/// The constants fitted on the tuning sets.
constexpr double kStrongFactor = 1.5, kStrongShare = .01, kStrongFloor = 5;
constexpr double kWeakFactor = 5, kWeakShare = .03, kWeakFloor = 10, kWeakMates = 30;

double at(const Curve &curve, std::size_t t)
{
    return t < curve.size() ? curve[t] : 0;
}

/// A count of wrong assignments can't fall as the threshold gets looser.
void neverFallWhenLooser(Curve &curve, const Curve &most)
{
    double largest = 0;
    for (std::size_t t = curve.size(); t-- > 0;) {
        largest = std::max(largest, curve[t]);
        curve[t] = std::min(largest, most[t]);
    }
}

/// Step 11: E_c, Q_c and the Q_c of a recommendation, with eta.
struct Part
{
    Curve wrong, shown, strict;
    double share = 0;
};

Part partOf(const SexEvidence &e)
{
    const std::size_t size = e.added.size();
    Part part{Curve(size), Curve(size), {}, 0};
    const Strength strength = e.strength();
    for (std::size_t t = 0; t < size; ++t) {
        if (strength == Strength::Strong) {
            part.wrong[t] = std::max({at(e.decoys, t), at(e.split, t), e.observed[t], at(e.intruders, t)});
            part.shown[t] =
                std::max(kStrongFactor * std::max({at(e.decoysUpper, t), at(e.decoysByMedian, t), at(e.splitUpper, t)}),
                         e.observed[t]) +
                at(e.intruders, t);
        } else if (strength == Strength::Weak) {
            part.wrong[t] = std::max({2 * e.mateDecoys[t], at(e.split, t), e.observed[t], at(e.intruders, t)});
            // Decoys of the same sex show no stranger that resembles one profile only: it may have all that this profile takes.
            part.shown[t] = std::max(kWeakFactor * std::max(e.mateDecoysUpper[t], at(e.splitUpper, t)), e.observed[t]) +
                            at(e.intruders, t) + at(e.largest, t);
        } else {
            part.wrong[t] = part.shown[t] = e.added[t];
        }
    }
    neverFallWhenLooser(part.wrong, e.added);
    neverFallWhenLooser(part.shown, e.added);
    part.strict = strength == Strength::Strong ? part.shown : e.added;
    part.share = strength == Strength::Strong ? kStrongShare : strength == Strength::Weak ? kWeakShare : 0;
    return part;
}

/// What strangers that no decoy resembles may come to, in bursts: more where weak evidence is of few assigned detections.
double floorOf(const SexEvidence &e)
{
    return e.strength() == Strength::Weak ? kWeakFloor * std::max(1.0, kWeakMates / static_cast<double>(e.mates))
                                          : kStrongFloor;
}

double sizeFactor(std::uint64_t unassigned)
{
    return std::max(1.0, static_cast<double>(unassigned) / static_cast<double>(decoys::kSearchers));
}

} // namespace

Combined combine(const std::array<std::optional<SexEvidence>, kSexes> &sexes, double burstEffect, std::size_t gridSize)
{
    Combined result;
    result.burstEffect = burstEffect;
    Curve room(gridSize); // sum of eta A
    double largest = 1;
    double floor = kStrongFloor;
    for (const auto &sex : sexes) {
        floor = std::max(floor, sex ? floorOf(*sex) : 0);
        largest = std::max(largest, sex ? sizeFactor(sex->unassigned) : 1);
    }
    const double stranger = floor * std::max(1.0, burstEffect);
    Bounds &whole = result.whole;
    for (Curve *curve : {&whole.added, &whole.wrong, &whole.upper, &whole.strict})
        curve->assign(gridSize, 0);
    for (std::size_t s = 0; s < kSexes; ++s) {
        if (!sexes[s])
            continue;
        const SexEvidence &evidence = *sexes[s];
        Part part = partOf(evidence);
        Bounds &own = result.bySex[s];
        own.added = evidence.added;
        own.wrong = part.wrong;
        own.strict = part.strict;
        for (std::size_t t = 0; t < gridSize; ++t) {
            whole.added[t] += evidence.added[t];
            whole.wrong[t] += part.wrong[t];
            whole.upper[t] += part.shown[t];
            whole.strict[t] += part.strict[t];
            room[t] += part.share * evidence.added[t];
            own.strict[t] = std::max(
                own.wrong[t], std::min(evidence.added[t], part.strict[t] + stranger * sizeFactor(evidence.unassigned) +
                                                              part.share * evidence.added[t]));
        }
        own.upper = own.strict;
        if (evidence.strength() == Strength::Strong) {
            result.wrongInForce += evidence.wrongInForce;
            result.wrongInForceUpper +=
                kStrongFactor * evidence.wrongInForceUpper + kStrongShare * static_cast<double>(evidence.mates);
        }
    }
    result.wrongInForceUpper += stranger;
    for (std::size_t t = 0; t < gridSize; ++t) {
        whole.wrong[t] = std::min(whole.wrong[t], whole.added[t]);
        for (Curve *bound : {&whole.upper, &whole.strict})
            (*bound)[t] =
                std::max(whole.wrong[t], std::min(whole.added[t], (*bound)[t] + stranger * largest + room[t]));
    }
    return result;
}

double burstEffect(const Herd &herd)
{
    std::vector<double> sizes(herd.bursts.size());
    for (const Subject &subject : herd.subjects) {
        if (subject.role == Subject::Role::Unassigned)
            ++sizes[static_cast<std::size_t>(subject.burst)];
    }
    double sum = 0;
    double squares = 0;
    for (const double size : sizes) {
        sum += size;
        squares += size * size;
    }
    return sum > 0 ? squares / sum : 1;
}

} // namespace herdbook::reid

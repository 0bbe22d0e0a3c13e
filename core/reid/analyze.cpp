// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/analyze.h"

#include "core/reid/estimate/estimate.h"
#include "core/reid/steps.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace herdbook::reid {

namespace {

/// The counts of one scope, spread over all thresholds.
void setCurves(Curves &curves, const ScoreCounts &unassigned, const std::vector<int> &grid, const Bounds &bounds,
               bool sound)
{
    curves.population = unassigned.total();
    curves.added = unassigned.atOrAbove();
    if (!sound)
        return;
    curves.wrong = curves.spread(grid, bounds.wrong);
    curves.wrongUpper = curves.spread(grid, bounds.upper);
    curves.wrongStrict = curves.spread(grid, bounds.strict);
}

/// What an estimate is made of, for a look at its parts. Nothing where nobody can be judged.
void setParts(Curves &curves, const SexEvidence &evidence, const std::vector<int> &grid)
{
    const Strength strength = evidence.strength();
    std::vector<double> decoys = strength == Strength::Strong ? evidence.decoys : evidence.mateDecoys;
    for (double &wrong : decoys)
        wrong *= strength == Strength::Strong ? 1 : 2;
    const std::vector<double> none;
    curves.decoyWrong = curves.spread(grid, strength == Strength::None ? none : decoys);
    curves.splitWrong = curves.spread(grid, strength == Strength::None ? none : evidence.split);
    curves.intruderWrong = curves.spread(grid, strength == Strength::None ? none : evidence.intruders);
}

void addTo(std::vector<double> &sum, const std::vector<double> &part)
{
    if (sum.empty())
        sum = part;
    else
        std::ranges::transform(sum, part, sum.begin(), std::plus()); // unknown stays unknown
}

/// The assigned detections that reach the threshold in force, and those of them that the estimate speaks of: of strong sexes, and of a
/// deer of their own sex.
struct InForce
{
    std::uint64_t reaching = 0, judged = 0;
};

InForce countInForce(const Analysis &analysis)
{
    const int reaching = std::min<int>(thresholdTicks(analysis.options.current), kFounder);
    InForce found;
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        const Detection &d = analysis.data.detections[i];
        if (d.ownProfile < 0 || analysis.data.matches[i].own < reaching)
            continue;
        ++found.reaching;
        found.judged += analysis.eligible(i) &&
                        analysis.data.profiles[static_cast<std::size_t>(d.ownProfile)].sex == d.sex() &&
                        analysis.bySex[static_cast<std::size_t>(d.sex())].strength() == Strength::Strong;
    }
    return found;
}

/// The share of what is assigned that is expected to be wrong, where nearly all of it can be judged or came with a burst; in its bound all
/// that isn't judged counts as wrong. Where people or a trial assigned many that score less, it is the share of the others.
void judgeInForce(Analysis &analysis, const Combined &found)
{
    constexpr double kNearlyAll = .95;
    const auto [reaching, judged] = countInForce(analysis);
    const auto nearlyAll = [judged = judged](std::uint64_t carried, std::uint64_t of) {
        return of > 0 && static_cast<double>(judged + carried) >= kNearlyAll * static_cast<double>(of);
    };
    const auto [eligible, less] = analysis.lessThanInForce();
    if (nearlyAll(analysis.cameWithBurst(), analysis.counts.assigned))
        analysis.judgedAssigned = analysis.counts.assigned;
    else if (reaching > 0 && 2 * less <= eligible &&
             nearlyAll(analysis.cameWithBurst(), analysis.counts.assigned - less))
        analysis.judgedAssigned = reaching;
    else
        return;
    const auto assigned = static_cast<double>(analysis.judgedAssigned);
    const double unjudged = assigned - static_cast<double>(judged);
    analysis.wrongInForce = std::min(1.0, found.wrongInForce / assigned);
    analysis.wrongInForceUpper = std::min(1.0, (found.wrongInForceUpper + unjudged) / assigned);
}

void take(Analysis &analysis, Estimate found)
{
    analysis.grid = std::move(found.grid);
    analysis.burstEffect = found.bounds.burstEffect;
    const std::vector<int> &grid = analysis.grid;
    const bool sound = found.bounds.wrongInForce <=
                       kUnsound * static_cast<double>(std::max<std::uint64_t>(analysis.counts.assigned, 1));
    setCurves(analysis.curves, analysis.layers.unassigned, grid, found.bounds.whole, sound);
    analysis.curves.detections = analysis.counts.detections;
    analysis.curves.assigned = analysis.counts.assigned;
    analysis.curves.unjudged.assign(kTicksPerUnit + 1, 0);
    std::vector<double> wrong;
    for (std::size_t s = 0; s < kSexes; ++s) {
        SexResult &result = analysis.bySex[s];
        result.profiles = static_cast<int>(analysis.counts.profilesBySex[s]);
        result.evidence = std::move(found.sexes[s]);
        setCurves(result.curves, result.layers.unassigned, grid, found.bounds.bySex[s], sound && result.evidence);
        if (!result.evidence)
            continue;
        // Whatever the scores are worth: one animal is in one place only.
        result.curves.observedWrong = result.curves.spread(grid, result.evidence->observed);
        addTo(analysis.curves.observedWrong, result.curves.observedWrong);
        if (sound) {
            addTo(wrong, result.curves.wrong);
            setParts(result.curves, *result.evidence, grid);
            addTo(analysis.curves.decoyWrong, result.curves.decoyWrong);
            addTo(analysis.curves.splitWrong, result.curves.splitWrong);
            addTo(analysis.curves.intruderWrong, result.curves.intruderWrong);
        }
        if (result.strength() == Strength::None) {
            result.curves.unjudged = result.curves.added;
            for (std::size_t t = 0; t < result.curves.added.size(); ++t)
                analysis.curves.unjudged[t] += result.curves.added[t];
        }
        result.layers.strangers = std::move(result.evidence->strangerScores);
        analysis.layers.strangers.add(result.layers.strangers);
    }
    if (!wrong.empty())
        analysis.curves.wrong = std::move(wrong); // also between the thresholds of the grid the sexes add up
    if (sound)
        judgeInForce(analysis, found.bounds);
    analysis.unsoundInForce = !sound;
}

/// Scores that are not sound say nothing of how many are wrong; what is seen to be wrong stays.
void forgetEstimates(Analysis &analysis)
{
    const auto forget = [](Curves &curves) {
        for (std::vector<double> *curve : {&curves.wrong, &curves.wrongUpper, &curves.wrongStrict, &curves.decoyWrong,
                                           &curves.splitWrong, &curves.intruderWrong})
            curve->clear();
    };
    forget(analysis.curves);
    for (SexResult &sex : analysis.bySex)
        forget(sex.curves);
    analysis.wrongInForce.reset();
    analysis.wrongInForceUpper.reset();
    analysis.judgedAssigned = 0;
}

void addSimilarity(Analysis &analysis, const Gallery &gallery)
{
    constexpr std::size_t kMostProfiles = 2000;
    const std::size_t n = analysis.data.profiles.size();
    if (gallery.dimension() == 0 || n == 0 || n > kMostProfiles)
        return;
    analysis.profileSimilarity = gallery.similarity();
}

} // namespace

std::optional<Analysis> analyze(Dataset data, MatchResult scores, const Gallery &gallery, Provenance provenance,
                                const Options &options, const std::stop_token &stop, const ReadVectors &read)
{
    Analysis analysis;
    analysis.options = options;
    analysis.source = std::move(provenance.source);
    analysis.madeAt = std::move(provenance.madeAt);
    analysis.fingerprint = std::move(provenance.fingerprint);
    analysis.integrity = std::move(provenance.checks);
    analysis.counts.deer = provenance.deer;
    analysis.data = std::move(data);
    analysis.data.matches = std::move(scores.matches);
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i)
        analysis.data.detections[i].vector = scores.states[i];

    steps::count(analysis);
    steps::findConflicts(analysis);
    const int threshold = thresholdTicks(options.current);
    const Herd herd = makeHerd(analysis.data, scores, gallery, threshold);
    analysis.data.paths.clear();
    if (stop.stop_requested())
        return std::nullopt;
    const bool hasVectors = scores.vectors || read;
    const std::unique_ptr<Panels> panels = hasVectors ? vectorPanels(gallery, scores.vectors, read) : nullptr;
    const Grid grid(options.thresholds);
    std::optional<Estimate> found = estimate(herd, panels.get(), grid, steps::contradictingImages(analysis, grid),
                                             threshold, options.seed, options.threads, stop);
    if (!found)
        return std::nullopt;
    take(analysis, std::move(*found));
    scores.vectors.reset();
    addSimilarity(analysis, gallery);
    if (stop.stop_requested())
        return std::nullopt;
    analysis.separation = separate(analysis.layers.matches, analysis.layers.closestOther);
    steps::describe(analysis);
    steps::findMislabeled(analysis);
    steps::checkIntegrity(analysis, scores);
    steps::checkDuplicates(analysis, herd, gallery);
    if (stop.stop_requested())
        return std::nullopt;
    if (std::ranges::find(analysis.integrity, Check::Outcome::Fail, &Check::outcome) != analysis.integrity.end())
        forgetEstimates(analysis);
    analysis.recommendation = steps::recommend(analysis);
    steps::checkConflicts(analysis);
    steps::advise(analysis);
    analysis.estimated = analysis.recommendation;
    return analysis;
}

} // namespace herdbook::reid

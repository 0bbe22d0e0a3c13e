// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/analyze.h"

#include "core/reid/estimate/combine.h"
#include "core/reid/estimate/impostors.h"
#include "core/reid/steps.h"

#include <algorithm>
#include <cmath>

namespace herdbook::reid {

namespace {

constexpr int kMislabelTicks = 500; // a cross-sex score better by more than 0.05

struct Searches
{
    std::vector<ShadowSearch> list;
    std::uint64_t leftOut = 0;
};

/// The cross-sex searches of one sex, without the detections that are probably mislabeled.
Searches shadowSearches(const Analysis &analysis, const Gallery &gallery, Sex sex)
{
    Searches searches;
    const Gallery::Range range = gallery.of(sex);
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        const Match &match = analysis.data.matches[i];
        if (match.shadow == kNoScore || analysis.data.detections[i].sex() != sex || !analysis.eligible(i))
            continue;
        if (match.cross - match.best > kMislabelTicks) {
            ++searches.leftOut;
            continue;
        }
        const std::int32_t own = analysis.data.detections[i].ownProfile;
        const int column =
            gallery.columnOf(own >= 0 && gallery.sexAt(gallery.columnOf(own)) == sex ? own : match.bestProfile);
        searches.list.push_back({match.shadow, static_cast<std::size_t>(column - range.begin)});
    }
    return searches;
}

/// M1 and M2 of one sex, and what they are drawn from.
SexEvidence gather(Analysis &analysis, const MatchResult &scores, const Gallery &gallery, Sex sex, bool useCrossSex,
                   std::span<const int> grid)
{
    const auto s = static_cast<std::size_t>(sex);
    const Options &options = analysis.options;
    SexResult &result = analysis.bySex[s];
    const MateRows &rows = scores.mates[s];
    result.profiles = gallery.of(sex).size();

    SexEvidence evidence;
    evidence.unassigned = &result.layers.unassigned;
    const Linkage linkage = linkProfiles(rows);
    evidence.mateRemoved = mateRemovedEvidence(rows, linkage, grid);
    result.layers.mateRemoved = mateRemovedScores(rows, linkage, thresholdTicks(options.current));
    for (std::size_t p = 0; p < linkage.size; ++p) {
        for (std::size_t q = 0; q < p; ++q) {
            if (linkage.linkOf(p, q) >= 0)
                analysis.duplicateProfiles.push_back({std::min(rows.profiles[p], rows.profiles[q]),
                                                      std::max(rows.profiles[p], rows.profiles[q]),
                                                      linkage.linkOf(p, q), kNoScore});
        }
    }
    evidence.mateRemovedVariance =
        bootstrapVariance(evidence.mateRemoved, grid, options.replicates, options.seed * 8 + s);

    const PairCounts &pairs = scores.pairs[s];
    Searches searches;
    int others = 0;
    if (const auto opposite = oppositeSex(sex);
        opposite && useCrossSex && !pairs.same.empty() && !pairs.cross.empty()) {
        result.shift = pairs.same.median() - pairs.cross.median();
        others = gallery.of(*opposite).size();
        searches = shadowSearches(analysis, gallery, sex);
    }
    const int shift = static_cast<int>(std::lround(result.shift * kTicksPerUnit));
    evidence.crossSex = crossSexEvidence(searches.list, shift, rows.width(), result.profiles, others, grid);
    evidence.crossSexVariance =
        bootstrapVariance(evidence.crossSex, grid, options.replicates, options.seed * 8 + 4 + s);
    result.leftOutOfM2 = searches.leftOut;
    for (const ShadowSearch &search : searches.list)
        result.layers.crossSex.add(search.shadow + shift);
    return evidence;
}

void estimate(Analysis &analysis, const MatchResult &scores, const Gallery &gallery, bool useCrossSex)
{
    const std::vector<int> grid = boundGrid(analysis.options.thresholds);
    std::array<SexEvidence, kSexes> evidence;
    for (const Sex sex : kAllSexes)
        evidence[static_cast<std::size_t>(sex)] = gather(analysis, scores, gallery, sex, useCrossSex, grid);
    CombinedCurves curves = combine(evidence, grid, analysis.options.confidence);
    analysis.curves = std::move(curves.whole);
    analysis.curves.detections = analysis.counts.detections;
    analysis.curves.assigned = analysis.counts.assigned;
    for (std::size_t s = 0; s < kSexes; ++s) {
        SexResult &result = analysis.bySex[s];
        std::swap(curves.bySex[s].detections, result.curves.detections); // counted before
        std::swap(curves.bySex[s].assigned, result.curves.assigned);
        result.curves = std::move(curves.bySex[s]);
        analysis.layers.mateRemoved.add(result.layers.mateRemoved);
        analysis.layers.crossSex.add(result.layers.crossSex);
    }
    std::ranges::sort(analysis.duplicateProfiles, [](const DuplicatePair &a, const DuplicatePair &b) {
        return std::tuple(b.level, a.first, a.second) < std::tuple(a.level, b.first, b.second);
    });
}

void addSimilarity(Analysis &analysis, const Gallery &gallery)
{
    constexpr std::size_t kMostProfiles = 2000;
    const std::size_t n = analysis.data.profiles.size();
    if (gallery.dimension() == 0 || n == 0 || n > kMostProfiles)
        return;
    analysis.profileSimilarity = gallery.similarity();
    for (DuplicatePair &pair : analysis.duplicateProfiles)
        pair.cosine =
            analysis
                .profileSimilarity[static_cast<std::size_t>(pair.first) * n + static_cast<std::size_t>(pair.second)];
}

} // namespace

std::optional<Analysis> analyze(Dataset data, MatchResult scores, const Gallery &gallery, Provenance provenance,
                                const Options &options, const std::stop_token &stop)
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
    if (stop.stop_requested())
        return std::nullopt;
    estimate(analysis, scores, gallery, provenance.crossCoverage >= 0.95);
    addSimilarity(analysis, gallery);
    if (stop.stop_requested())
        return std::nullopt;
    analysis.separation = separate(analysis.layers.assigned, analysis.layers.mateRemoved);
    steps::describe(analysis);
    steps::findMislabeled(analysis);
    steps::findConflicts(analysis);
    steps::checkIntegrity(analysis, scores);
    if (stop.stop_requested())
        return std::nullopt;
    analysis.recommendation = steps::recommend(analysis);
    steps::checkDuplicates(analysis);
    steps::advise(analysis);
    return analysis;
}

} // namespace herdbook::reid

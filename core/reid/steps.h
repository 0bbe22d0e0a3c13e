// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/reid/compute/matching.h"
#include "core/reid/estimate/estimate.h"

/// The steps of analyze(), each filling its part of the result. Not for use from outside.
namespace herdbook::reid::steps {

void count(Analysis &analysis);
void describe(Analysis &analysis);
/// What is hard evidence of wrong assignments: contradictions within images and bursts.
void findConflicts(Analysis &analysis);
/// Per sex and threshold, images in which a new assignment gives one deer twice: each has a wrong one at least.
std::array<std::vector<std::uint32_t>, kSexes> contradictingImages(const Analysis &analysis, const Grid &grid);
void findMislabeled(Analysis &analysis);

/// The founder check, the shape of the scores, vectors that could not be used.
void checkIntegrity(Analysis &analysis, const MatchResult &scores);

/// Are there profiles of one animal? Profiles that the estimate links are, or those whose vectors are as alike as a match.
void checkDuplicates(Analysis &analysis, const Herd &herd, const Gallery &gallery);

/// After the recommendation: what images and bursts show at its threshold.
void checkConflicts(Analysis &analysis);

/// What would make scores good enough, as a phrase.
constexpr std::string_view kBetterScores =
    "scores that tell animals apart better, or more profiles of the animals seen";

/// Last: what mends each warning and failure, and what to do now.
void advise(Analysis &analysis);

/// Whether a threshold assigns enough more to be worth it.
bool gainsEnough(const Analysis &analysis, const Evaluation &e);

/// The goals at one threshold.
std::vector<Goal> judge(const Analysis &analysis, const Evaluation &e);

/// What can be said of each sex at a threshold, and the threshold it would do with alone.
std::vector<SexAdvice> adviseBySex(const Analysis &analysis, std::optional<double> threshold);

/// Why so few are assigned now, in one sentence.
std::string whySoFew(const Analysis &analysis, std::optional<double> threshold);

/// "a trial proves at most 5%, not 3%", where less may be wrong than a certificate allows; else empty.
std::string whatNoTrialProves(const Analysis &analysis);

/// What a trial at a threshold would take.
TrialOffer offerTrial(const Analysis &analysis, const Evaluation &at, bool judged);
/// Where these very detections were tried before: the next trial takes more proof.
void offerAnother(TrialOffer &offer);

/// How what isn't known is told as long as there was no trial.
constexpr std::string_view kNobodyLooked = "Nobody has looked at these matches.";
constexpr std::string_view kUntilLooked = ", until somebody looks.";

/// Reads counts, curves, layers, evidence and integrity.
Recommendation recommend(const Analysis &analysis);

} // namespace herdbook::reid::steps

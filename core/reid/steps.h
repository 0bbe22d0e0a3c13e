// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/reid/compute/matching.h"

/// The steps of analyze(), each filling its part of the result. Not for use from outside.
namespace herdbook::reid::steps {

void count(Analysis &analysis);
void describe(Analysis &analysis);
/// What is hard evidence of wrong assignments: contradictions within images and bursts. An estimate of the wrong ones can't be under
/// what is observed, so both it and its bound are raised to that.
void findConflicts(Analysis &analysis);
void findMislabeled(Analysis &analysis);

/// The founder check, the shape of the scores, vectors that could not be used.
void checkIntegrity(Analysis &analysis, const MatchResult &scores);

/// After the recommendation: do the two estimates disagree, are there profiles of one animal?
void checkDuplicates(Analysis &analysis);

/// Last: what mends each warning and failure, and what to do now.
void advise(Analysis &analysis);

/// Whether a threshold assigns enough more to be worth it.
bool gainsEnough(const Analysis &analysis, const Evaluation &e);

/// The goals at one threshold.
std::vector<Goal> judge(const Analysis &analysis, const Evaluation &e);

/// Reads counts, curves, layers and integrity.
Recommendation recommend(const Analysis &analysis);

} // namespace herdbook::reid::steps

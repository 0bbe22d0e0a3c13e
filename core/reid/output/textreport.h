// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QByteArray>
#include <QString>

class QTimeZone;

namespace herdbook::reid {

/// The sweep as CSV: the tested thresholds and 0.20 .. 1.00 by 0.005, ascending, a field empty where nothing is known.
QByteArray sweepCsv(const Analysis &analysis);

/// The figures, the sweep and the recommendation, for a terminal.
QString summary(const Analysis &analysis);

/// The whole report as Markdown.
/// @param zone of the site.
QString markdown(const Analysis &analysis, const QTimeZone &zone);

/// When it was made: "28 November 2026, 14:00 (America/Chicago)".
QString madeText(const Analysis &analysis, const QTimeZone &zone);

/// What a recommendation rests on, in two or three words: "estimated, not certified".
QString standing(const Recommendation &recommendation);

/// "At least 20% more: pass (36%)".
QString goalLine(const Goal &goal);

/// What is wrong among what is assigned now, with its bound: "wrong among the 1,100 assigned: about 1, at most 31 (an estimate)".
QString wrongInForce(const Analysis &analysis);

/// An estimated share; "–" where nothing of it can be judged.
QString estimateOr(std::optional<double> share, const Evaluation &e);

/// Where not all that are assigned pass every step of the funnel: how many fell out before the last; else empty.
/// @param through whom all steps leave.
QString assignedOutsideFunnel(const Analysis &analysis, std::uint64_t through);

/// How many suspects of each kind, or that nobody could look for them.
QString suspects(const Analysis &analysis);

/// The sentences under a recommendation: what each sex is judged by, what a trial would take, what isn't known, what to do.
QStringList sentences(const Recommendation &recommendation);

/// The sweep with a row of the recommended threshold, which may be none of those that were asked for.
std::vector<Evaluation> toldSweep(const Analysis &analysis);

/// A sweep row's cells as people read them: score, new, rate, gain, wrong, at most, FPIR; "–" where nothing is known.
QStringList sweepCells(const Evaluation &evaluation);
QStringList sweepHeaders();

} // namespace herdbook::reid

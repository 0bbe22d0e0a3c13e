// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QByteArray>
#include <QString>

namespace herdbook::reid {

/// The sweep as CSV: the tested thresholds and 0.30 .. 0.95 by 0.005, ascending, a field empty where nothing is known.
QByteArray sweepCsv(const Analysis &analysis);

/// The figures, the sweep and the recommendation, for a terminal.
QString summary(const Analysis &analysis);

/// The whole report as Markdown.
QString markdown(const Analysis &analysis);

/// What a recommendation rests on, in two or three words: "estimated, not certified".
QString standing(const Recommendation &recommendation);

/// "At least 20% more: pass (36%)".
QString goalLine(const Goal &goal);

/// What is wrong among what is assigned now, with its bound: "wrong among the 1,100 assigned: about 1, at most 31 (an estimate)".
QString wrongInForce(const Analysis &analysis);

/// An estimated share; "–" where nothing of it can be judged.
QString estimateOr(std::optional<double> share, const Evaluation &e);

/// How many suspects of each kind, or that nobody could look for them.
QString suspects(const Analysis &analysis);

/// The sentences under a recommendation: what each sex is judged by, what a trial would take, what isn't known, what to do.
QStringList sentences(const Recommendation &recommendation);

/// A sweep row's cells as people read them: score, new, rate, gain, wrong, at most, FPIR; "–" where nothing is known.
QStringList sweepCells(const Evaluation &evaluation);
QStringList sweepHeaders();

} // namespace herdbook::reid

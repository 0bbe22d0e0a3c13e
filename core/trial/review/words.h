// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <optional>

namespace herdbook::trial {

/// How the Trial screen writes things.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    /// "2.1%", "<0.1%", ">99.9%"; a dash for what is not known.
    static QString percent(const std::optional<double> &share, int decimals = 1);
    /// The same of an upper bound: never less than it is.
    static QString atMost(const std::optional<double> &upper);
    /// "0.55", or as many as four decimals where needed.
    static QString threshold(double value);
    /// "1 row", "412 rows": `one` and `many` are the words.
    static QString count(qint64 number, const QString &one, const QString &many);
    /// What is only simulated, no finer than it is known: by fives from 100 on, by tens from 1,000 on.
    static QString roughly(double value);
    static QString answer(Answer answer);
    /// What was answered of a pair that somebody has seen: "Same", or "Taken back".
    static QString answered(const Decision &decision);
    /// "not looked at again"; empty where nothing is lacking.
    static QString lacks(Lacks lacks);
    /// That so many announced levels don't count, and why. @param levels at least 1.
    static QString unreliable(int levels);
    /// What makes a certificate doubtful without voiding it, the worst first. Not `Outcome::doubt`, which is worse.
    static QStringList doubts(const ReviewerChecks &checks);
    /// "14 of 14, 3 of them only after an answer Same was taken back".
    static QString plantsSeen(const ReviewerChecks &checks);
    /// What the count of Can't tell is of: pairs looked at twice, or not yet.
    static QString cantTell(const ReviewerChecks &checks);
    /// What a trial came to, one sentence: what is certified, or why nothing is, or that it is withheld and why. The protocol's first
    /// sentence and the journal's.
    static QString verdict(const TrialRecord &record, const Outcome &outcome);
    /// Why nothing is certified by these answers: what is counted, which of it costs how much, and what it takes now. Empty where verdict()
    /// says all there is to say.
    static QString whyNothing(const TrialRecord &record, const Outcome &outcome);
    /// "does", "bucks", ...; "all together" for an empty group.
    static QString group(const QString &sex);
    /// " of the does", as part of a sentence; empty for all together.
    static QString ofGroup(const std::optional<reid::Sex> &sex);
    static QString preset(const QString &name);
    /// Why two deer of a pair are known to be different.
    static QString known(const Pair &pair, const QTimeZone &zone, const Picture &picture);
    /// "3 Nov 2026 06:42:10" in the site's time zone.
    static QString moment(const QDateTime &time, const QTimeZone &zone);
    static QString shortMoment(const QDateTime &time, const QTimeZone &zone);
    static QString month(const QDateTime &time, const QTimeZone &zone);
    static QString day(const QDateTime &time, const QTimeZone &zone);
    /// "24 min", "1 h 05 min", "40 s".
    static QString duration(qint64 milliseconds);
    /// A profile's name, or the start of its id.
    static QString profile(const ShownProfile *profile, const QUuid &deer);
    /// "4b1f…07"
    static QString shortId(const QUuid &id);
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/review/certificate.h"
#include "core/trial/review/store.h"

namespace herdbook::trial {

/// k of n.
struct Count
{
    int of = 0;
    int all = 0;
};

/// Whether the reviewer can be relied on. What a second look left is counted once, by its final answer.
struct ReviewerChecks
{
    Count plantsSeen;          ///< known different pairs not called the same, of those shown
    int corrected = 0;         ///< of these, only after an answer Same was taken back, or not answered again
    int byClocks = 0;          ///< of those answered Same, even if that was taken back: PlantKind::Elsewhere
    int ignored = 0;           ///< keys within the first second: no answers
    int tooFast = 0;           ///< recorded answers of under a second (none can come from this program)
    Count cantTell;            ///< of the items that don't wait for the other reviewer
    int awaiting = 0;          ///< of these: without their second look
    Count failed;              ///< looks with a picture that couldn't be shown, of all
    std::optional<int> median; ///< milliseconds of an answer

    bool plantsOk() const { return plantsSeen.all == 0 || 2 * missed() < plantsSeen.all; }
    /// The same where each counts that was answered Same, even if that was taken back.
    bool correctedOk() const { return corrected == 0 || 2 * (missed() + corrected) < plantsSeen.all; }
    int missed() const { return plantsSeen.all - plantsSeen.of; }
    /// Whether all that were answered Same are different deer only if clocks and coordinates are right.
    bool onlyByClocks() const { return byClocks > 0 && byClocks == missed() + corrected; }
    /// Doubts, which withhold nothing: keys before one could have looked, over a tenth of the answers; and pairs hardly looked at.
    bool ignoredOk() const { return 10 * ignored <= failed.all; }
    bool medianOk() const { return !median || *median >= kHasty; }
    static constexpr int kHasty = 2000; ///< milliseconds, of which the first thousand take no answer
    bool cantTellOk() const { return 5 * cantTell.of <= cantTell.all; } ///< at most 20%
    bool picturesOk() const { return 50 * failed.of <= failed.all; }    ///< at most 2%
};

/// What a pair that somebody answered still needs before its answer is final.
enum class Lacks : std::uint8_t {
    Nothing,
    SecondLook,    ///< after Can't tell; counts as not Same
    OtherReviewer, ///< counts as nothing yet
    NewAnswer      ///< taken back after a certificate had used it; counts as not Same
};
inline constexpr std::array<Lacks, 3> kAllLacks{Lacks::SecondLook, Lacks::OtherReviewer, Lacks::NewAnswer};

/// A pair with what finally counts.
struct Decision
{
    Look look;
    std::optional<Answer> answer; ///< of one reviewer alone where the other's is lacking; nothing: see `lacks`
    Final counts = Final::None;
    Lacks lacks = Lacks::Nothing;
};

/// Answers of all reviewers of a trial, as if one stopped now, and what they prove.
struct Outcome
{
    CertificateRecord certificate;   ///< with why it is withheld, if it is
    std::vector<Decision> decisions; ///< of pairs seen, in the trial's order; plants last
    Claim lacking;                   ///< the test that came no further
    /// Where nothing is certified: what that test takes at best; nothing where it can't pass any more.
    std::optional<Remaining> remaining;
    /// So many judged would have passed it, each Same and each known different pair seen through.
    std::optional<int> enough;
    bool exhausted = false;   ///< every item of that level is judged
    int unreliable = 0;       ///< levels announced that don't count: Progress::reliable()
    bool plantsSpent = false; ///< as many as the known different pairs allow are judged
    ReviewerChecks checks;
    std::optional<Agreement> agreement; ///< of two reviewers; decides nothing
    std::vector<ReviewerProgress> everybody;
    int looks = 0;
    qint64 milliseconds = 0;    ///< spent on all answers
    bool reviewAllDone = false; ///< TrialKind::ReviewAll: every item has its answer
    QString
        notCompared; ///< why it isn't known whether the data are still those of the trial; empty: they are, or `certificate` says no
    QString
        unheard; ///< why other trials of the pool, or the other reviewer's answers, may be missing; empty: they aren't
    QString doubt; ///< why it and the estimate can't both be right: reid::doubt(); empty: nothing is known against it
    QString
        besides; ///< what its threshold would assign that it doesn't cover: reid::besides(); empty: nothing, or it isn't known
    std::optional<qint64> others; ///< it covers that have no profile still, besides those written from it
    bool unshared = false;        ///< the database has no journal in which trials of other computers would be

    bool certified() const { return certificate.holds(); }
    /// Not while something may be missing by which less would be certified, or an answer another one.
    bool mayApply(const TrialRecord &record) const;
};

/// @param changed what checkPool() says of today's data: a reason to withhold; empty: nothing. @param rivals how many other trials of
/// the pool have answers and weren't known when this one began or are numbered like it or lower: each makes it one more try, which
/// needs the stronger evidence.
Outcome concludeTrial(const std::shared_ptr<const TrialRecord> &record, const std::vector<ReviewerEvents> &all,
                      const QString &changed = {}, int rivals = 0);

/// Why a trial of data that have changed since says nothing: a reason to withhold.
QString dataChanged(const QString &changed);

/// How the reviewed detections fall when the answers are applied.
struct ApplyCounts
{
    int written = 0;                                 ///< judged Same at the certified threshold
    std::array<int, kAnswers> others{};              ///< judged otherwise there: stay as they are
    std::array<int, 1 + kAllLacks.size()> lacking{}; ///< without a final answer there, by Lacks
    int under = 0;                                   ///< under the certified threshold
};

/// What applying does: every item answered Same at the certified threshold, and nothing else: no known pairs, no bursts. Empty when
/// nothing may be applied.
BatchPlan planBatch(const TrialRecord &record, const Outcome &outcome, const QString &by,
                    ApplyCounts *counts = nullptr);

} // namespace herdbook::trial

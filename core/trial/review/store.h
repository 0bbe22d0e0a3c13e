// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/owndatabase.h"
#include "core/trial/review/certificate.h"

#include <functional>
#include <memory>

namespace herdbook::trial {

/// How far somebody has come with a trial.
struct ReviewerProgress
{
    QString reviewer;
    int answered = 0; ///< looks of the second edition; pairs, taken-back ones not counted, of the first
    bool operator==(const ReviewerProgress &) const = default;
};

/// A trial in the list of trials.
struct TrialSummary
{
    QUuid id;
    QDateTime createdAt;
    QString createdBy;
    double candidate = 0;
    int pairs = 0;   ///< items at the loosest level
    int edition = 2; ///< 1: counts for nothing
    QString digest;
    QStringList reviewers;                   ///< of the second edition: whose trial it is
    std::optional<Preset> preset;            ///< of the second edition, where its definition can be read
    Pipeline pipeline = Pipeline::Single;    ///< the same
    int ordinal = 1;                         ///< the same
    std::vector<ReviewerProgress> progress;  ///< by name
    std::optional<CertificateRecord> result; ///< of the last verdict looked at, by the rules of then: judgedTrials()
    bool unjudged = false;                   ///< by judgedTrials(): KeptVerdict::unjudged
    QDateTime touchedAt;                     ///< when an answer was last given or taken back; invalid: never

    /// Whether anybody has answered: then it counts as a try of its pool.
    bool answered() const;
    /// Whether answers came or went since the verdict that `result` is of.
    bool isOutdated() const { return result && touchedAt > result->finishedAt; }
};

/// The trials of this workstation as the shared journal knows them besides, then those that are only there. Answers here may not have been
/// sent, those there not been fetched; the newest verdict counts, wherever it is.
std::vector<TrialSummary> together(const std::vector<TrialSummary> &here, const std::vector<TrialSummary> &there);

/// A pool's seed as journals keep it. Corrupt when it is no number.
Result<quint64> seedFrom(const QString &text);

/// A reviewer's answers of which some are here only.
struct UnsentReview
{
    QUuid trial;
    QString reviewer;
};

/// A reviewer's events in order, and those of them that the shared journal has not got yet.
struct KeptEvents
{
    std::vector<ReviewEvent> all;
    std::vector<ReviewEvent> unsent;
};

/// The journal on this workstation: trials and every answer, in one SQLite file. What append() has returned from survives a
/// crash of the program and of the machine. Made, used and destroyed by one thread; several programs may use the file.
class TrialStore
{
public:
    /// Opens or makes the file (its folder too). Storage when that can't be; Conflict when a newer version wrote it.
    static Result<std::unique_ptr<TrialStore>> open(const QString &path);

    /// Keeps a trial; one that is there already stays as it is (a frozen sample never changes).
    Result<void> save(const TrialRecord &record);
    /// Newest first.
    Result<std::vector<TrialSummary>> trials();
    /// NotFound, or Corrupt.
    Result<TrialRecord> load(const QUuid &trial);
    /// Removes a trial with its answers.
    Result<void> remove(const QUuid &trial);

    /// Adds one event. Conflict when its sequence number is taken: another window of the same reviewer.
    Result<void> append(const QUuid &trial, const QString &reviewer, const ReviewEvent &event, bool sent = false);
    /// The same for an event that may be there already, as after an attempt that failed nobody knows how far.
    Result<void> keep(const QUuid &trial, const QString &reviewer, const ReviewEvent &event);
    /// In order. Corrupt when one is missing or has an answer that doesn't exist.
    Result<std::vector<ReviewEvent>> events(const QUuid &trial, const QString &reviewer);
    /// Everybody who has answered, by name.
    Result<std::vector<ReviewerProgress>> progress(const QUuid &trial);

    /// The seed of a pool: the one that is kept, or `fresh`, which is kept from now on.
    Result<quint64> seedOf(const QString &digest, quint64 fresh);
    /// What the shared journal says the seed is: from now on that.
    Result<void> setSeed(const QString &digest, quint64 seed);

    /// Keeps what a trial came to; a later verdict of the same trial replaces it.
    Result<void> saveCertificate(const CertificateRecord &certificate);
    Result<std::optional<CertificateRecord>> certificate(const QUuid &trial);

    /// events(), and those that have to be shared yet.
    Result<KeptEvents> kept(const QUuid &trial, const QString &reviewer);
    Result<std::vector<UnsentReview>> unsentReviews();
    Result<void> markSent(const QUuid &trial, const QString &reviewer, int upToSequence);

private:
    TrialStore() = default;
    Result<void> prepare(const QString &path);
    Result<void> shape();
    Result<void> keepHeading(const TrialRecord &record);
    Result<void> fillHeadings();
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// Reads all rows by `take(query)`; an error also when reading them breaks off.
    Result<void> each(const QString &sql, const QVariantList &values,
                      const std::function<void(const QSqlQuery &)> &take);

    storage::OwnDatabase m_database{"QSQLITE"};
};

/// The events of a trial's reviewers; `own` as they are in hand: the last of them may still be on their way to the disk.
Result<std::vector<ReviewerEvents>> readReviews(TrialStore &store, const TrialRecord &record,
                                                const std::optional<ReviewerEvents> &own = {});

/// Other trials of the same pool that have answers and no higher number: each was one more try.
QSet<QUuid> rivals(const std::vector<TrialSummary> &trials, const TrialRecord &record);
Result<QSet<QUuid>> rivals(TrialStore &store, const TrialRecord &record);

/// Corrupt unless the events are numbered 1, 2, ... without a gap: one that was taken out would change what counts.
Result<void> checkComplete(const std::vector<ReviewEvent> &events);

} // namespace herdbook::trial

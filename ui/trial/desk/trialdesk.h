// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/batch/rights.h"
#include "core/trial/review/draw.h"
#include "core/trial/review/outcome.h"
#include "core/trial/review/store.h"
#include "ui/trial/desk/lane.h"
#include "ui/trial/desk/services.h"

#include <QTimer>
#include <deque>

namespace herdbook::trial {

struct JournalTool;
struct DatabaseTool;
struct PaperTool;

/// Everything about applying a verdict, as it was read last.
struct ApplyState
{
    Rights rights;
    BatchPlan plan;
    ApplyCounts counts;
    Preview preview;
    std::optional<BatchRecord> batch; ///< the newest one of this trial
};

/// The logic of the Trial screen without widgets: draws samples, keeps the review and its journal, concludes, applies. Whatever takes
/// PostgreSQL or a disk happens on two threads of its own (the journal never waits for the database); signals come on the thread of
/// this object.
class TrialDesk : public QObject
{
    Q_OBJECT

public:
    explicit TrialDesk(Services services, QObject *parent = nullptr);
    ~TrialDesk() override;

    const Services &services() const { return m_services; }

    // Sample
    /// Reads the pictures' paths for this analysis; sourceReady() or failed() follows.
    void setAnalysis(std::shared_ptr<const reid::Analysis> analysis);
    const reid::Analysis *analysis() const { return m_analysis.get(); }
    /// Recommended threshold, else candidate; nothing when there is none.
    std::optional<double> suggestedThreshold() const;
    /// How the wrong share at these thresholds is to that at the last, by the analysis' estimate; empty where it has none.
    Shape expectedShape(const std::vector<double> &thresholds) const;
    bool hasSource() const { return m_source != nullptr; }
    void readSourceAgain();
    /// What the plan would come to: outlookReady().
    void lookAhead(const Plan &plan);
    /// Freezes the sample last looked at and opens it for `reviewer`: trialOpened().
    void start(const QString &reviewer);
    /// trialsListed()
    void listTrials();
    /// Goes on with a trial: trialOpened().
    void open(const QUuid &trial, const QString &reviewer);

    // Review
    std::shared_ptr<const TrialRecord> record() const { return m_record; }
    const ReviewSession *session() const { return m_session.get(); }
    QString reviewer() const { return m_reviewer; }
    void answer(Answer answer, const QString &note, int milliseconds);
    bool undo();
    /// Answers that are not on disk yet; over 0 for longer than a moment only when the disk fails.
    int unsaved() const { return static_cast<int>(m_unsaved.size()); }
    void saveAgain();
    /// Answers that the shared journal lacks; nothing when trials aren't shared (schema missing).
    std::optional<int> unsent() const { return m_unsent; }
    /// Whether failure is certain whatever is still to come: the one reason to stop early.
    bool failureIsCertain() const;

    // Verdict
    /// Reads all reviewers' answers and judges: concluded(). Empty: every reviewer who answered all.
    void conclude(const QStringList &reviewers = {});
    /// What applying would do, what the role may do: applyStateReady().
    void readApplyState();
    void apply();
    void undoApplied();
    void migrate(int from, int to);
    /// Writes the trial's protocol: protocolSaved() or applyFailed().
    void saveProtocol(const QString &path);

Q_SIGNALS:
    void protocolSaved(const QString &path);
    void sourceReady();
    void outlookReady(std::shared_ptr<const herdbook::trial::Outlook> outlook);
    void trialsListed(const std::vector<herdbook::trial::TrialSummary> &trials);
    void trialOpened();
    /// The pair to be shown is another one; also after opening.
    void pairChanged();
    void savingChanged();
    void concluded(std::shared_ptr<const herdbook::trial::Outcome> outcome);
    void applyStateReady(std::shared_ptr<const herdbook::trial::ApplyState> state);
    /// Apply or undo under way: "Locking rows" ...
    void applying(bool underWay);
    /// What went wrong and for which part of the screen.
    void sampleFailed(const herdbook::Error &error);
    void reviewFailed(const herdbook::Error &error);
    void applyFailed(const herdbook::Error &error);

private:
    void opened(Result<TrialRecord> record, std::vector<ReviewEvent> events);
    void save(const ReviewEvent &event);
    void exchange();
    void changeData(std::function<Result<BatchRecord>(storage::Postgres &, std::stop_token)> job);

    const Services m_services;
    std::shared_ptr<const reid::Analysis> m_analysis;
    std::shared_ptr<const Source> m_source;
    std::shared_ptr<const Outlook> m_outlook;
    std::shared_ptr<const TrialRecord> m_record;
    std::unique_ptr<ReviewSession> m_session;
    QString m_reviewer;
    std::deque<ReviewEvent> m_unsaved;
    std::optional<int> m_unsent;
    std::shared_ptr<const Outcome> m_outcome;
    std::shared_ptr<const ApplyState> m_applyState;
    int m_lookAheads = 0; ///< asked for and not answered yet: only the last answer counts
    QTimer m_exchangeTimer;
    std::stop_source m_stop;
    std::unique_ptr<Lane<JournalTool>> m_journal;
    std::unique_ptr<Lane<DatabaseTool>> m_database;
    std::unique_ptr<Lane<PaperTool>> m_paper; ///< made for the first protocol
};

} // namespace herdbook::trial

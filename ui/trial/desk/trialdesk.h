// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/leftanswers.h"
#include "ui/trial/desk/applydesk.h"
#include "ui/trial/desk/sampledesk.h"

#include <QTimer>
#include <deque>

namespace herdbook::trial {

struct Heard;
struct OpenedTrial;

/// The logic of the Trial screen without widgets: keeps the review and its journal, shares it, concludes; drawing and applying are desks of
/// their own. Whatever takes PostgreSQL or a disk happens on threads of its own (trialwork.h; the journal never waits for the database);
/// signals come on the thread of this object.
class TrialDesk : public QObject
{
    Q_OBJECT

public:
    explicit TrialDesk(Services services, QObject *parent = nullptr);
    ~TrialDesk() override;

    const Services &services() const { return m_services; }

    /// What an outcome says in English, for a screen.
    static QString shown(const QString &english);

    // Sample
    SampleDesk &sample() { return *m_sample; }
    /// What is fixed when a trial begins.
    struct Start
    {
        double candidate = 0;
        Preset preset = Preset::Short;
        QStringList reviewers; ///< the first one is who reviews here
        Pipeline pipeline = Pipeline::Single;
    };
    /// Freezes the pool and opens the trial: trialOpened(). The same trial of the same pool, begun before, goes on.
    void start(const Start &start);
    /// Whether a trial is the one that start() would go on with.
    static bool isSame(const TrialSummary &trial, const Start &start, const QString &digest);
    /// Another trial of the pool in hand, by somebody else: same pairs, same order, answers of its own.
    void startAnother(const QString &reviewer);
    /// Whether stricter levels than those that failed can be tried: nothing is certified or withheld, and the pool is today's.
    bool canTryStricter() const;
    /// Another trial of the pool, at stricter levels, that keeps the answers given; it needs the stronger proof.
    void tryStricter();
    /// trialsListed() or trialsUnread(), then sharedTrialsListed() when the database answers, or sharedTrialsUnread().
    void listTrials();
    /// What a trial is opened for.
    enum class Goal { Review, Verdict };
    Q_ENUM(Goal)
    /// What the state of a trial calls for: to go on with one's own review, or to see what it came to, which is also where it is taken back.
    static Goal calledFor(const TrialSummary &trial, const QString &reviewer);
    /// Opens a trial of this workstation: trialOpened().
    void open(const QUuid &trial, const QString &reviewer, herdbook::trial::TrialDesk::Goal goal = Goal::Review);
    /// Takes a shared trial, or what others have answered since, over from the database and opens it.
    void fetch(const QUuid &trial, const QString &reviewer, herdbook::trial::TrialDesk::Goal goal = Goal::Review);

    // Review
    std::shared_ptr<const TrialRecord> record() const { return m_record; }
    const ReviewSession *session() const { return m_session.get(); }
    QString reviewer() const { return m_reviewer; }
    /// False: there is nothing to be answered by this reviewer.
    bool answer(Answer answer, const QString &note, int milliseconds, int ignored = 0, bool pictureFailed = false);
    bool undo();
    /// Whether the trial is the reviewer's own: another's answers can only be looked at.
    bool isOwn() const { return m_record && m_record->reviewers.contains(m_reviewer); }
    /// Answers that are not on disk yet; over 0 for longer than a moment only when the disk fails.
    int unsaved() const { return static_cast<int>(m_unsaved.size()); }
    /// The last attempt to save one failed.
    bool savingFailed() const { return m_savingFailed; }
    void saveAgain();
    /// Answers that the shared journal lacks; nothing when trials aren't shared (schema missing).
    std::optional<int> unsent() const { return m_unsent; }
    /// Why they won't get there without somebody's doing; empty: they will.
    QString unsentWhy() const { return m_unsentWhy; }
    /// What trials like this one come to if 1% of the matches are wrong; nothing until it is simulated, or where no certificate can come.
    const std::optional<Expected> &expected() const { return m_expected; }
    /// Looks that are meant to be taken; more by extendBudget().
    int budget() const { return m_budget; }
    void extendBudget() { m_budget += kMoreLooks; }

    // Verdict
    /// Fetches what others have answered, judges as if one stopped now and keeps the result: concluded(). Where the database takes longer than
    /// Services::hearWithin, what this computer knows is judged first, and again when it answers. What was judged before is gone at once:
    /// judging(), then concluded() or notJudged().
    void conclude();
    /// Why the verdict isn't kept in the journal here; empty: it is.
    QString unkept() const { return m_unkept; }
    /// What the verdict may lack, as the shared journal couldn't be asked; empty: nothing.
    QString unheard() const { return m_outcome ? m_outcome->unheard : QString(); }
    std::shared_ptr<const Outcome> outcome() const { return m_outcome; }
    /// Applying the verdict, and the journal in the database.
    ApplyDesk &applying() { return *m_apply; }
    /// Writes the trial's protocol: saved().
    void saveProtocol(const QString &path);
    /// Writes a file off the UI thread: saved().
    void saveFile(const QString &path, const QByteArray &bytes);

Q_SIGNALS:
    /// A file was written, or why not.
    void saved(const QString &path, const herdbook::Result<void> &done);
    /// Answers that couldn't be stored when they were given: what became of them.
    void leftAnswersTold(const herdbook::trial::LeftReport &report);
    void trialsListed(const std::vector<herdbook::trial::TrialSummary> &trials);
    void trialsUnread(const herdbook::Error &error);
    /// What is in the database, this workstation's shared ones among them.
    void sharedTrialsListed(const std::vector<herdbook::trial::TrialSummary> &trials);
    /// There may be more than is known here, and why that can't be told.
    void sharedTrialsUnread(const herdbook::Error &error);
    void trialOpened(herdbook::trial::TrialDesk::Goal goal);
    /// The pair to be shown is another one; also after opening.
    void pairChanged();
    void savingChanged();
    void judging();
    void concluded(std::shared_ptr<const herdbook::trial::Outcome> outcome);
    void notJudged(const herdbook::Error &error);
    /// Answers from other computers have arrived.
    void othersAnswered();
    /// What went wrong and for which part of the screen.
    void sampleFailed(const herdbook::Error &error);
    void reviewFailed(const herdbook::Error &error);

private:
    static constexpr int kMoreLooks = 100;
    bool mayLeave();
    void opened(OpenedTrial opened, const QString &reviewer, Goal goal);
    void begin(std::function<TrialRecord(quint64 seed, int ordinal)> make, const QString &digest, const Start &start,
               const QString &reviewer, const std::shared_ptr<const TrialRecord> &from = {});
    void tellLeft(const LeftReport &report);
    void leaveUnsaved();
    void reread();
    void save(const ReviewEvent &event);
    void exchange();
    void forgetVerdict();
    void judge(const Heard &heard);
    ReviewerEvents ownEvents() const;
    int savedEvents() const;

    const Services m_services;
    std::shared_ptr<const TrialRecord> m_record;
    std::unique_ptr<ReviewSession> m_session;
    QString m_reviewer;
    std::deque<ReviewEvent> m_unsaved;
    bool m_savingFailed = false;
    int m_toldUnsaved = 0; ///< the last one of which it was said that another trial gives it up; 0: none
    std::optional<int> m_unsent;
    QString m_unsentWhy;
    int m_budget = kBudget;
    std::optional<Expected> m_expected;
    std::shared_ptr<const Outcome> m_outcome;
    QString m_unkept;
    int m_hearing = 0; ///< the latest conclude()
    int m_judging = 0; ///< the same, until another trial is opened
    QTimer m_exchangeTimer;
    int m_exchangesAsked = 0; ///< since the one under way began, with it
    std::stop_source m_stop;
    std::unique_ptr<Lane<JournalTool>> m_journal;
    std::unique_ptr<Lane<DatabaseTool>> m_database;
    std::unique_ptr<Lane<PaperTool>> m_paper; ///< made for the first protocol
    std::unique_ptr<SampleDesk> m_sample;
    std::unique_ptr<ApplyDesk> m_apply;
};

} // namespace herdbook::trial

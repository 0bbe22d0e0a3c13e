// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/rights.h"
#include "core/trial/review/outcome.h"
#include "ui/trial/desk/lane.h"
#include "ui/trial/desk/services.h"
#include "ui/trial/desk/tools.h"

#include <QObject>
#include <QTimer>

namespace herdbook::trial {

/// Everything about applying a verdict, as it was read last.
struct ApplyState
{
    Rights rights;
    BatchPlan plan;
    ApplyCounts counts;
    Preview preview;
    std::vector<BatchRecord> batches; ///< all of this trial, newest first
    std::optional<BatchRecord>
        batch;            ///< of these the one Undo is about: the newest that can be undone, otherwise the newest
    QString batchUnknown; ///< why it isn't known whether there is one; empty: it is
    QString underWay;     ///< who else applies or undoes one now; empty: nobody
};

/// The schema `herdbook`, as it was read last.
struct JournalState
{
    Rights rights;
    qint64 notUndone = 0;             ///< rows that batches wrote and that could still be taken back
    std::vector<BatchRecord> batches; ///< newest first
    QString unread;                   ///< why there may be others; empty: these are all
    QString underWay;                 ///< who else applies or undoes one now; empty: nobody
};

/// What a failure leaves known of what was asked for.
enum class Fault {
    NotRead,
    NotDone,
    NotReadBack, ///< it was done; the journal couldn't be read afterwards
    Unknown      ///< the connection was lost while it was being done
};

/// What the Trial screen does to the database: previews, writes and takes back a batch, creates, upgrades and removes the journal. All of
/// it happens on the database's lane; signals come on the thread of this object. A read-only profile writes nothing whatever is asked.
class ApplyDesk : public QObject
{
    Q_OBJECT

public:
    /// `services` and `database` must outlive this object.
    ApplyDesk(const Services &services, Lane<DatabaseTool> &database, QObject *parent = nullptr);

    /// Nothing more is begun, what waits is given up: before the lane ends.
    void stop() { m_stop.request_stop(); }

    /// What is to be applied by whom, or nothing; whatever was read of another one is forgotten.
    void setVerdict(std::shared_ptr<const TrialRecord> record, std::shared_ptr<const Outcome> outcome,
                    const QString &by);
    std::shared_ptr<const ApplyState> state() const { return m_state; }
    /// All batches of the trial, newest first, as they were read last; an error where that isn't known.
    Result<std::vector<BatchRecord>> written() const;
    /// What goes before the message of a failure.
    static QString lead(Fault fault, const Error &error);

    /// What applying would do and what the role may do: stateReady().
    void read();
    void apply();
    void undo();

    /// Takes back any batch of the journal: journalRead() follows.
    void undoBatchOf(const QUuid &batch, const QString &by);

    /// journalRead()
    void readJournal();
    /// What a batch did, and what undoing it would do: batchRead(), or batchUnread().
    void readBatch(const QUuid &batch);
    /// Changes the journal's version: migrated(), or journalFailed(). What was read is read again. @param notUndone as it was shown.
    void migrate(int from, int to, qint64 notUndone);

Q_SIGNALS:
    void stateReady(std::shared_ptr<const herdbook::trial::ApplyState> state);
    /// Apply or undo began or ended.
    void writing(bool underWay);
    /// A batch was written or taken back, or may have been: which detection has which profile is no longer as it was read.
    void assignmentsChanged();
    void failed(herdbook::trial::Fault fault, const herdbook::Error &error);
    void journalRead(const herdbook::trial::JournalState &state);
    void batchRead(const herdbook::trial::BatchRecord &batch);
    void batchUnread(const QUuid &batch, const herdbook::Error &error);
    void journalFailed(herdbook::trial::Fault fault, const herdbook::Error &error);
    void migrated(int to);

private:
    using Job = std::function<Result<BatchRecord>(storage::Postgres &, const std::stop_token &, const StepListener &)>;
    struct Done
    {
        Result<BatchRecord> record;
        Fault fault = Fault::NotDone; ///< of an error
    };
    /// Reads the state anew once another one's write is over, or somebody else's has begun.
    void lookAgain();
    void tellChanged(const Done &done, const QString &nothing);
    static Done carryOut(DatabaseTool &tool, const Job &job, const std::stop_token &stop);
    /// @param nothing why a batch did nothing; empty: it did something.
    void change(Job job, std::function<QString(const BatchRecord &)> nothing);

    const Services &m_services;
    Lane<DatabaseTool> &m_database;
    std::shared_ptr<const TrialRecord> m_record;
    std::shared_ptr<const Outcome> m_outcome;
    QString m_by;
    std::shared_ptr<const ApplyState> m_state;
    QString m_unread;       ///< why the state wasn't read
    int m_journalReads = 0; ///< asked for and not answered yet: only the last answer counts
    QTimer m_lookAgain;     ///< whether another one's write is still under way
    std::stop_source m_stop;
};

} // namespace herdbook::trial

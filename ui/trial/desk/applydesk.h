// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/rights.h"
#include "core/trial/review/outcome.h"
#include "ui/trial/desk/lane.h"
#include "ui/trial/desk/services.h"
#include "ui/trial/desk/tools.h"

#include <QObject>

namespace herdbook::trial {

/// Everything about applying a verdict, as it was read last.
struct ApplyState
{
    Rights rights;
    BatchPlan plan;
    ApplyCounts counts;
    Preview preview;
    std::optional<BatchRecord> batch; ///< of this trial: the newest one that can be undone, otherwise the newest
};

/// The schema `herdbook`, as it was read last.
struct JournalState
{
    Rights rights;
    qint64 notUndone = 0;             ///< rows that batches wrote and that could still be taken back
    std::vector<BatchRecord> batches; ///< newest first
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

    /// What applying would do and what the role may do: stateReady().
    void read();
    void apply();
    void undo();

    /// Takes back any batch of the journal: journalRead() follows.
    void undoBatchOf(const QUuid &batch, const QString &by);

    /// journalRead()
    void readJournal();
    /// What a batch did, and what undoing it would do: batchRead().
    void readBatch(const QUuid &batch);
    /// Changes the journal's version: migrated(), or failed(). What was read is read again.
    void migrate(int from, int to);

Q_SIGNALS:
    void stateReady(std::shared_ptr<const herdbook::trial::ApplyState> state);
    /// Apply or undo began or ended.
    void writing(bool underWay);
    void failed(const herdbook::Error &error);
    void journalRead(const herdbook::trial::JournalState &state);
    void batchRead(const herdbook::trial::BatchRecord &batch);
    void journalFailed(const herdbook::Error &error);
    void migrated(int to);

private:
    void change(std::function<Result<BatchRecord>(storage::Postgres &, std::stop_token)> job);

    const Services &m_services;
    Lane<DatabaseTool> &m_database;
    std::shared_ptr<const TrialRecord> m_record;
    std::shared_ptr<const Outcome> m_outcome;
    QString m_by;
    std::shared_ptr<const ApplyState> m_state;
    std::stop_source m_stop;
};

} // namespace herdbook::trial

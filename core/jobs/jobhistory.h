// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrow.h"
#include "core/storage/owndatabase.h"

namespace herdbook::jobs {

/// Jobs seen on one Redis, kept in the user's data folder beyond the hour Redis keeps them: what was asked for, what became of it, when.
/// Bounded: the oldest go. Holds no secrets (requests and statuses have none). Made, used and destroyed by the same thread.
class JobHistory
{
public:
    static constexpr int MostEntries = 5000;

    /// Opens or makes the file. A damaged file is put aside (`.damaged`) and a new one begun.
    /// @param source tells one Redis from another, such as "host:6379/0"; only its entries are seen.
    static Result<std::unique_ptr<JobHistory>> open(const QString &path, const QString &source);

    /// Whether open() found a damaged file, so that what was in it is missing.
    bool wasDamaged() const { return m_wasDamaged; }

    /// Writes rows in one transaction; an older entry of the same job is replaced.
    Result<void> write(const QList<JobRowPtr> &rows);
    Result<void> remove(const QStringList &jobIds);

    /// The newest entries, newest first.
    Result<QList<JobRow>> newest(int limit);

private:
    explicit JobHistory(QString source) : m_source(std::move(source)) {}
    Result<void> createTables();
    Result<QList<JobRow>> read(const QString &sql, const QVariantList &values);
    Result<void> prune();

    QString m_source;
    bool m_wasDamaged = false;
    storage::OwnDatabase m_database{"QSQLITE"};
};

} // namespace herdbook::jobs

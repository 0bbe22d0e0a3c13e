// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobhistory.h"

#include "core/base/logging.h"
#include "core/jobs/tracking/jobrecord.h"
#include "core/storage/localversion.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace herdbook::jobs {

namespace {

constexpr int schemaVersion = 1;

Error storageError(const QSqlError &error)
{
    return {ErrorKind::Storage, QStringLiteral("The job history can't be written or read: ") + error.databaseText()};
}

Result<void> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {})
{
    QSqlQuery query(database);
    if (!query.prepare(sql))
        return storageError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec() ? Result<void>() : storageError(query.lastError());
}

} // namespace

Result<std::unique_ptr<JobHistory>> JobHistory::open(const QString &path, const QString &source)
{
    QDir().mkpath(QFileInfo(path).path());
    for (const bool again : {false, true}) {
        std::unique_ptr<JobHistory> history(new JobHistory(source));
        history->m_database.setDatabaseName(path);
        history->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        if (!history->m_database.open())
            return storageError(history->m_database.lastError());
        Result<void> made = storage::acceptLocalVersion(history->m_database, schemaVersion, path);
        if (made)
            made = history->createTables();
        history->m_wasDamaged = again;
        if (made)
            return history;
        const bool damaged = made.error().message.contains(QLatin1String("malformed")) ||
                             made.error().message.contains(QLatin1String("not a database"));
        if (again || !damaged)
            return made.error();
        // With its journal, which would be taken for the new one's, and before closing removes it.
        for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
            QFile::remove(path + QStringLiteral(".damaged") + part);
            QFile::rename(path + part, path + QStringLiteral(".damaged") + part);
        }
    }
    return Error{ErrorKind::Storage, QStringLiteral("The job history can't be opened")};
}

Result<void> JobHistory::createTables()
{
    for (const char *sql :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
          "CREATE TABLE IF NOT EXISTS job (row INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, "
          "created TEXT NOT NULL, record TEXT NOT NULL, UNIQUE (source, id))",
          "CREATE INDEX IF NOT EXISTS job_created ON job (source, created)",
          "CREATE VIRTUAL TABLE IF NOT EXISTS job_text USING fts5(text, tokenize = 'trigram')"}) {
        if (const Result<void> done = run(m_database, QString::fromLatin1(sql)); !done)
            return done;
    }
    return run(m_database, QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion));
}

Result<void> JobHistory::write(const QList<JobRowPtr> &rows)
{
    if (rows.isEmpty())
        return {};
    if (!m_database.transaction())
        return storageError(m_database.lastError());
    QSqlQuery upsert(m_database);
    QSqlQuery dropText(m_database);
    QSqlQuery addText(m_database);
    bool good = upsert.prepare(QStringLiteral("INSERT INTO job (source, id, created, record) VALUES (?, ?, ?, ?) "
                                              "ON CONFLICT (source, id) DO UPDATE SET created = excluded.created, "
                                              "record = excluded.record RETURNING row"));
    good = good && dropText.prepare(QStringLiteral("DELETE FROM job_text WHERE rowid = ?"));
    good = good && addText.prepare(QStringLiteral("INSERT INTO job_text (rowid, text) VALUES (?, ?)"));
    QSqlError error = upsert.lastError();
    for (const JobRowPtr &row : rows) {
        if (!good)
            break;
        const QJsonDocument record(toRecord(*row));
        upsert.addBindValue(m_source);
        upsert.addBindValue(row->id);
        upsert.addBindValue(row->createdAt.toUTC().toString(Qt::ISODateWithMs));
        upsert.addBindValue(QString::fromUtf8(record.toJson(QJsonDocument::Compact)));
        good = upsert.exec() && upsert.next();
        error = upsert.lastError();
        if (!good)
            break;
        const QVariant number = upsert.value(0);
        upsert.finish();
        dropText.addBindValue(number);
        addText.addBindValue(number);
        addText.addBindValue(row->searchText);
        good = dropText.exec() && addText.exec();
        error = addText.lastError();
    }
    if (!good) {
        m_database.rollback();
        return storageError(error);
    }
    const Result<void> pruned = prune();
    if (!pruned || !m_database.commit()) {
        m_database.rollback();
        return pruned ? storageError(m_database.lastError()) : pruned;
    }
    return {};
}

Result<void> JobHistory::prune()
{
    QSqlQuery count(m_database);
    if (!count.exec(QStringLiteral("SELECT count(*) FROM job")) || !count.next())
        return storageError(count.lastError());
    const int surplus = count.value(0).toInt() - MostEntries;
    if (surplus <= 0)
        return {};
    const QString oldest = QStringLiteral("(SELECT row FROM job ORDER BY created LIMIT ?)");
    if (const Result<void> done =
            run(m_database, QStringLiteral("DELETE FROM job_text WHERE rowid IN ") + oldest, {surplus});
        !done)
        return done;
    return run(m_database, QStringLiteral("DELETE FROM job WHERE row IN ") + oldest, {surplus});
}

Result<void> JobHistory::remove(const QStringList &jobIds)
{
    if (!m_database.transaction())
        return storageError(m_database.lastError());
    for (const QString &id : jobIds) {
        const QString which = QStringLiteral("(SELECT row FROM job WHERE source = ? AND id = ?)");
        Result<void> done =
            run(m_database, QStringLiteral("DELETE FROM job_text WHERE rowid IN ") + which, {m_source, id});
        if (done)
            done = run(m_database, QStringLiteral("DELETE FROM job WHERE source = ? AND id = ?"), {m_source, id});
        if (!done) {
            m_database.rollback();
            return done;
        }
    }
    return m_database.commit() ? Result<void>() : storageError(m_database.lastError());
}

Result<QList<JobRow>> JobHistory::read(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storageError(query.lastError());
    QList<JobRow> rows;
    while (query.next())
        rows.append(fromRecord(QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object()));
    if (query.lastError().isValid()) // a file that broke amid the rows ends them as their end does
        return storageError(query.lastError());
    return rows;
}

Result<QList<JobRow>> JobHistory::newest(int limit)
{
    return read(QStringLiteral("SELECT record FROM job WHERE source = ? ORDER BY created DESC LIMIT ?"),
                {m_source, limit});
}

Result<QList<JobRow>> JobHistory::search(const QString &text, int limit)
{
    QStringList words;
    for (QString word : text.toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() >= 3) // the trigram index knows nothing shorter
            words << u'"' + word.replace(u'"', QStringLiteral("\"\"")) + u'"';
    }
    if (words.isEmpty())
        return newest(limit);
    return read(QStringLiteral("SELECT record FROM job WHERE source = ? AND row IN "
                               "(SELECT rowid FROM job_text WHERE text MATCH ?) ORDER BY created DESC LIMIT ?"),
                {m_source, words.join(QLatin1String(" AND ")), limit});
}

} // namespace herdbook::jobs

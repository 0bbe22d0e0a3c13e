// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/store.h"

#include "core/storage/localversion.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr int kVersion = 1;

QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

Error errorOf(const QSqlError &error)
{
    // 19 is SQLITE_CONSTRAINT: the key is taken.
    if (error.nativeErrorCode() == QLatin1String("19") || error.nativeErrorCode() == QLatin1String("1555"))
        return {ErrorKind::Conflict, QStringLiteral("The same reviewer has answered in another window")};
    return {ErrorKind::Storage, QStringLiteral("The journal of trials can't be used: %1").arg(error.databaseText())};
}

} // namespace

bool TrialSummary::isJudged() const
{
    return std::any_of(reviewers.begin(), reviewers.end(),
                       [this](const ReviewerProgress &one) { return one.answered == pairs; });
}

Result<std::unique_ptr<TrialStore>> TrialStore::open(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::Storage, QStringLiteral("Can't make the folder of %1").arg(path)};
    std::unique_ptr<TrialStore> store(new TrialStore);
    if (const Result<void> prepared = store->prepare(path); !prepared)
        return prepared.error();
    return store;
}

Result<void> TrialStore::prepare(const QString &path)
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    if (!m_database.open())
        return errorOf(m_database.lastError());
    if (Result<void> accepted = storage::acceptLocalVersion(m_database, kVersion, path); !accepted)
        return accepted;
    for (const QString &sql :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA foreign_keys = ON"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS trial (id TEXT PRIMARY KEY, created_at TEXT NOT NULL, "
                         "created_by TEXT NOT NULL, candidate REAL NOT NULL, pairs INTEGER NOT NULL, "
                         "definition BLOB NOT NULL)"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS event (trial TEXT NOT NULL REFERENCES trial ON DELETE CASCADE, "
                         "reviewer TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, answer TEXT, "
                         "note TEXT NOT NULL, at TEXT NOT NULL, milliseconds INTEGER NOT NULL, "
                         "sent INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (trial, reviewer, sequence))")}) {
        if (const Result<QSqlQuery> done = run(sql); !done)
            return done.error();
    }
    const Result<QSqlQuery> set = run(QStringLiteral("PRAGMA user_version = %1").arg(kVersion));
    return set ? Result<void>() : Result<void>(set.error());
}

Result<QSqlQuery> TrialStore::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(query.lastError());
    return query;
}

Result<void> TrialStore::save(const TrialRecord &record)
{
    const QByteArray definition = qCompress(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact));
    const Result<QSqlQuery> done =
        run(QStringLiteral("INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
            {text(record.id), record.createdAt.toUTC().toString(Qt::ISODateWithMs), record.createdBy,
             record.plan.candidate, static_cast<int>(record.pairs.size()), definition});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<TrialSummary>> TrialStore::trials()
{
    Result<QSqlQuery> rows = run(
        QStringLiteral("SELECT id, created_at, created_by, candidate, pairs FROM trial ORDER BY created_at DESC, id"));
    if (!rows)
        return rows.error();
    std::vector<TrialSummary> all;
    while (rows->next()) {
        all.push_back({QUuid::fromString(rows->value(0).toString()),
                       QDateTime::fromString(rows->value(1).toString(), Qt::ISODateWithMs),
                       rows->value(2).toString(),
                       rows->value(3).toDouble(),
                       rows->value(4).toInt(),
                       {}});
    }
    for (TrialSummary &trial : all) {
        Result<std::vector<ReviewerProgress>> each = progress(trial.id);
        if (!each)
            return each.error();
        trial.reviewers = std::move(*each);
    }
    return all;
}

Result<TrialRecord> TrialStore::load(const QUuid &trial)
{
    Result<QSqlQuery> row = run(QStringLiteral("SELECT definition FROM trial WHERE id = ?"), {text(trial)});
    if (!row)
        return row.error();
    if (!row->next())
        return Error{ErrorKind::NotFound, QStringLiteral("There is no such trial on this computer")};
    return recordFromJson(QJsonDocument::fromJson(qUncompress(row->value(0).toByteArray())).object());
}

Result<void> TrialStore::remove(const QUuid &trial)
{
    const Result<QSqlQuery> done = run(QStringLiteral("DELETE FROM trial WHERE id = ?"), {text(trial)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> TrialStore::append(const QUuid &trial, const QString &reviewer, const ReviewEvent &event, bool sent)
{
    const Result<QSqlQuery> done =
        run(QStringLiteral("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {text(trial), reviewer, event.sequence, event.position,
             event.answer ? QVariant(QString(QLatin1Char(letter(*event.answer)))) : QVariant(),
             event.note.isNull() ? QStringLiteral("") : event.note, event.at.toUTC().toString(Qt::ISODateWithMs),
             event.milliseconds, sent ? 1 : 0});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<ReviewEvent>> TrialStore::readEvents(const QString &where, const QUuid &trial,
                                                        const QString &reviewer)
{
    Result<QSqlQuery> rows = run(QStringLiteral("SELECT sequence, position, answer, note, at, milliseconds FROM event "
                                                "WHERE trial = ? AND reviewer = ?%1 ORDER BY sequence")
                                     .arg(where),
                                 {text(trial), reviewer});
    if (!rows)
        return rows.error();
    std::vector<ReviewEvent> events;
    while (rows->next()) {
        ReviewEvent event;
        event.sequence = rows->value(0).toInt();
        event.position = rows->value(1).toInt();
        const QString answer = rows->value(2).toString();
        if (!answer.isEmpty())
            event.answer = answerFromLetter(answer.at(0).toLatin1());
        event.note = rows->value(3).toString();
        event.at = QDateTime::fromString(rows->value(4).toString(), Qt::ISODateWithMs);
        event.milliseconds = rows->value(5).toInt();
        events.push_back(std::move(event));
    }
    return events;
}

Result<std::vector<ReviewEvent>> TrialStore::events(const QUuid &trial, const QString &reviewer)
{
    return readEvents({}, trial, reviewer);
}

Result<std::vector<ReviewEvent>> TrialStore::unsent(const QUuid &trial, const QString &reviewer)
{
    return readEvents(QStringLiteral(" AND sent = 0"), trial, reviewer);
}

Result<std::vector<ReviewerProgress>> TrialStore::progress(const QUuid &trial)
{
    // SQLite takes the other columns from the row that has the maximum.
    Result<QSqlQuery> rows =
        run(QStringLiteral("SELECT reviewer, count(answer) FROM (SELECT reviewer, answer, max(sequence) FROM event "
                           "WHERE trial = ? GROUP BY reviewer, position) GROUP BY reviewer ORDER BY reviewer"),
            {text(trial)});
    if (!rows)
        return rows.error();
    std::vector<ReviewerProgress> all;
    while (rows->next())
        all.push_back({rows->value(0).toString(), rows->value(1).toInt()});
    return all;
}

Result<std::vector<UnsentReview>> TrialStore::unsentReviews()
{
    Result<QSqlQuery> rows =
        run(QStringLiteral("SELECT DISTINCT trial, reviewer FROM event WHERE sent = 0 ORDER BY trial, reviewer"));
    if (!rows)
        return rows.error();
    std::vector<UnsentReview> all;
    while (rows->next())
        all.push_back({QUuid::fromString(rows->value(0).toString()), rows->value(1).toString()});
    return all;
}

Result<void> TrialStore::markSent(const QUuid &trial, const QString &reviewer, int upToSequence)
{
    const Result<QSqlQuery> done =
        run(QStringLiteral("UPDATE event SET sent = 1 WHERE trial = ? AND reviewer = ? AND sequence <= ?"),
            {text(trial), reviewer, upToSequence});
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace herdbook::trial

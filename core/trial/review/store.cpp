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

constexpr int kVersion = 2;

const auto kBetweenReviewers = QStringLiteral("\n");

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

/// Of a trial's results in two journals, whether the first counts: of one verdict the one that could be judged.
bool counts(const TrialSummary &one, const TrialSummary &other)
{
    if (one.unjudged != other.unjudged && one.result->finishedAt == other.result->finishedAt)
        return other.unjudged;
    return supersedes(*one.result, *other.result);
}

} // namespace

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
    for (const QString &sql : {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
                               QStringLiteral("PRAGMA foreign_keys = ON")}) {
        if (const Result<QSqlQuery> done = run(sql); !done)
            return done.error();
    }
    // Two programs that open the file of an earlier version at once: one of them changes it, the other finds it changed.
    if (const Result<QSqlQuery> begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    Result<void> shaped = shape();
    const Result<QSqlQuery> ended = run(shaped ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    if (!shaped)
        return shaped;
    return ended ? Result<void>() : Result<void>(ended.error());
}

Result<void> TrialStore::shape()
{
    int version = 0;
    if (Result<void> read = each(QStringLiteral("PRAGMA user_version"), {},
                                 [&](const QSqlQuery &row) { version = row.value(0).toInt(); });
        !read)
        return read;
    QStringList steps;
    if (version < 1)
        steps << QStringLiteral("CREATE TABLE trial (id TEXT PRIMARY KEY, created_at TEXT NOT NULL, "
                                "created_by TEXT NOT NULL, candidate REAL NOT NULL, pairs INTEGER NOT NULL, "
                                "definition BLOB NOT NULL)")
              << QStringLiteral(
                     "CREATE TABLE event (trial TEXT NOT NULL REFERENCES trial ON DELETE CASCADE, "
                     "reviewer TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, answer TEXT, "
                     "note TEXT NOT NULL, at TEXT NOT NULL, milliseconds INTEGER NOT NULL, "
                     "sent INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (trial, reviewer, sequence))");
    if (version < 2)
        steps << QStringLiteral("ALTER TABLE trial ADD COLUMN edition INTEGER NOT NULL DEFAULT 1")
              << QStringLiteral("ALTER TABLE trial ADD COLUMN digest TEXT")
              << QStringLiteral("ALTER TABLE trial ADD COLUMN reviewers TEXT")
              << QStringLiteral("ALTER TABLE event ADD COLUMN item TEXT")
              << QStringLiteral("ALTER TABLE event ADD COLUMN plant INTEGER NOT NULL DEFAULT 0")
              << QStringLiteral("ALTER TABLE event ADD COLUMN ignored INTEGER NOT NULL DEFAULT 0")
              << QStringLiteral("ALTER TABLE event ADD COLUMN picture_failed INTEGER NOT NULL DEFAULT 0")
              << QStringLiteral("CREATE TABLE pool (digest TEXT PRIMARY KEY, seed TEXT NOT NULL)")
              << QStringLiteral("CREATE TABLE certificate (trial TEXT PRIMARY KEY REFERENCES trial ON DELETE CASCADE, "
                                "content TEXT NOT NULL)");
    // What lists need of the definitions. Programs that don't know it make trials without; so it is filled, and is no new version.
    steps << QStringLiteral(
                 "CREATE TABLE IF NOT EXISTS heading (trial TEXT PRIMARY KEY REFERENCES trial "
                 "ON DELETE CASCADE, preset TEXT NOT NULL, pipeline TEXT NOT NULL, ordinal INTEGER NOT NULL)")
          << QStringLiteral("PRAGMA user_version = %1").arg(kVersion);
    for (const QString &step : steps) {
        if (const Result<QSqlQuery> done = run(step); !done)
            return done.error();
    }
    return fillHeadings();
}

Result<void> TrialStore::keepHeading(const TrialRecord &record)
{
    if (record.isFirstEdition())
        return {};
    const Result<QSqlQuery> done =
        run(QStringLiteral("INSERT INTO heading (trial, preset, pipeline, ordinal) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (trial) DO NOTHING"),
            {text(record.id), QString::fromUtf8(name(record.preset).data()),
             QString::fromUtf8(name(record.pipeline).data()), record.ordinal});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> TrialStore::fillHeadings()
{
    std::vector<QUuid> lacking;
    Result<void> read =
        each(QStringLiteral("SELECT id FROM trial WHERE edition = 2 AND id NOT IN (SELECT trial FROM "
                            "heading)"),
             {}, [&](const QSqlQuery &row) { lacking.push_back(QUuid::fromString(row.value(0).toString())); });
    for (std::size_t i = 0; read && i < lacking.size(); ++i) {
        if (const Result<TrialRecord> record = load(lacking[i])) // one that is damaged stays without
            read = keepHeading(*record);
    }
    return read;
}

Result<void> TrialStore::each(const QString &sql, const QVariantList &values,
                              const std::function<void(const QSqlQuery &)> &take)
{
    Result<QSqlQuery> rows = run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        take(*rows);
    // A reading that breaks off looks like a short one.
    return rows->lastError().isValid() ? Result<void>(errorOf(rows->lastError())) : Result<void>();
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
    const int pairs = record.first ? record.first->pairs : static_cast<int>(record.pairs.size());
    const Result<QSqlQuery> done = run(
        QStringLiteral("INSERT INTO trial (id, created_at, created_by, candidate, pairs, definition, edition, "
                       "digest, reviewers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        {text(record.id), record.createdAt.toUTC().toString(Qt::ISODateWithMs), record.createdBy, record.candidate,
         pairs, definition, record.isFirstEdition() ? 1 : 2, record.digest, record.reviewers.join(kBetweenReviewers)});
    return done ? keepHeading(record) : Result<void>(done.error());
}

Result<std::vector<TrialSummary>> TrialStore::trials()
{
    std::vector<TrialSummary> all;
    const Result<void> read = each(
        QStringLiteral("SELECT id, created_at, created_by, candidate, pairs, edition, digest, reviewers, preset, "
                       "pipeline, ordinal FROM trial LEFT JOIN heading ON trial = id ORDER BY created_at DESC, id"),
        {}, [&](const QSqlQuery &row) {
            TrialSummary one;
            one.id = QUuid::fromString(row.value(0).toString());
            one.createdAt = QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs);
            one.createdBy = row.value(2).toString();
            one.candidate = row.value(3).toDouble();
            one.pairs = row.value(4).toInt();
            one.edition = row.value(5).toInt();
            one.digest = row.value(6).toString();
            one.reviewers = row.value(7).toString().split(kBetweenReviewers, Qt::SkipEmptyParts);
            one.preset = presetFromName(row.value(8).toString().toStdString());
            one.pipeline = pipelineFromName(row.value(9).toString().toStdString()).value_or(Pipeline::Single);
            one.ordinal = std::max(1, row.value(10).toInt());
            all.push_back(std::move(one));
        });
    if (!read)
        return read.error();
    for (TrialSummary &trial : all) {
        Result<std::vector<ReviewerProgress>> each = progress(trial.id);
        if (!each)
            return each.error();
        trial.progress = std::move(*each);
        const Result<void> newest =
            this->each(QStringLiteral("SELECT reviewer, max(at) FROM event WHERE trial = ? GROUP BY reviewer"),
                       {text(trial.id)}, [&](const QSqlQuery &row) {
                           if (trial.reviewers.contains(row.value(0).toString()))
                               trial.touchedAt = later(
                                   trial.touchedAt, QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs));
                       });
        if (!newest)
            return newest.error();
        Result<std::optional<CertificateRecord>> result = certificate(trial.id);
        if (!result)
            return result.error();
        trial.result = std::move(*result);
    }
    return all;
}

Result<TrialRecord> TrialStore::load(const QUuid &trial)
{
    std::optional<QByteArray> definition;
    const Result<void> read = each(QStringLiteral("SELECT definition FROM trial WHERE id = ?"), {text(trial)},
                                   [&](const QSqlQuery &row) { definition = row.value(0).toByteArray(); });
    if (!read)
        return read.error();
    if (!definition)
        return Error{ErrorKind::NotFound, QStringLiteral("There is no such trial on this computer")};
    return recordFromJson(QJsonDocument::fromJson(qUncompress(*definition)).object());
}

Result<quint64> TrialStore::seedOf(const QString &digest, quint64 fresh)
{
    const Result<QSqlQuery> kept = run(QStringLiteral("INSERT INTO pool (digest, seed) VALUES (?, ?) "
                                                      "ON CONFLICT (digest) DO NOTHING"),
                                       {digest, QString::number(fresh)});
    if (!kept)
        return kept.error();
    QString seed;
    const Result<void> read = each(QStringLiteral("SELECT seed FROM pool WHERE digest = ?"), {digest},
                                   [&](const QSqlQuery &row) { seed = row.value(0).toString(); });
    return read ? seedFrom(seed) : Result<quint64>(read.error());
}

Result<void> TrialStore::setSeed(const QString &digest, quint64 seed)
{
    const Result<QSqlQuery> done = run(QStringLiteral("INSERT INTO pool (digest, seed) VALUES (?, ?) "
                                                      "ON CONFLICT (digest) DO UPDATE SET seed = excluded.seed"),
                                       {digest, QString::number(seed)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> TrialStore::saveCertificate(const CertificateRecord &certificate)
{
    const Result<QSqlQuery> done =
        run(QStringLiteral("INSERT INTO certificate (trial, content) VALUES (?, ?) "
                           "ON CONFLICT (trial) DO UPDATE SET content = excluded.content"),
            {text(certificate.trial),
             QString::fromUtf8(QJsonDocument(toJson(certificate)).toJson(QJsonDocument::Compact))});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::optional<CertificateRecord>> TrialStore::certificate(const QUuid &trial)
{
    QByteArray content;
    const Result<void> read = each(QStringLiteral("SELECT content FROM certificate WHERE trial = ?"), {text(trial)},
                                   [&](const QSqlQuery &row) { content = row.value(0).toString().toUtf8(); });
    if (!read)
        return read.error();
    if (content.isEmpty())
        return std::optional<CertificateRecord>();
    Result<CertificateRecord> certificate = certificateFromJson(QJsonDocument::fromJson(content).object());
    if (!certificate)
        return certificate.error();
    return std::optional(std::move(*certificate));
}

Result<void> TrialStore::remove(const QUuid &trial)
{
    const Result<QSqlQuery> done = run(QStringLiteral("DELETE FROM trial WHERE id = ?"), {text(trial)});
    return done ? Result<void>() : Result<void>(done.error());
}

std::vector<TrialSummary> together(const std::vector<TrialSummary> &here, const std::vector<TrialSummary> &there)
{
    std::vector<TrialSummary> all = here;
    for (const TrialSummary &shared : there) {
        const auto known = std::ranges::find(all, shared.id, &TrialSummary::id);
        if (known == all.end()) {
            all.push_back(shared);
            continue;
        }
        for (const ReviewerProgress &one : shared.progress) {
            const auto mine = std::ranges::find(known->progress, one.reviewer, &ReviewerProgress::reviewer);
            if (mine == known->progress.end())
                known->progress.push_back(one);
            else
                mine->answered = std::max(mine->answered, one.answered);
        }
        known->touchedAt = later(known->touchedAt, shared.touchedAt);
        if (shared.result && (!known->result || counts(shared, *known))) {
            known->result = shared.result;
            known->unjudged = shared.unjudged;
        }
    }
    return all;
}

Result<quint64> seedFrom(const QString &text)
{
    bool isNumber = false;
    const quint64 seed = text.toULongLong(&isNumber);
    if (!isNumber)
        return Error{ErrorKind::Corrupt, QStringLiteral("The journal has no seed of this pool that can be read")};
    return seed;
}

bool TrialSummary::answered() const
{
    return std::any_of(progress.begin(), progress.end(), [](const ReviewerProgress &one) { return one.answered > 0; });
}

QSet<QUuid> rivals(const std::vector<TrialSummary> &trials, const TrialRecord &record)
{
    QSet<QUuid> all;
    for (const TrialSummary &trial : trials) {
        if (trial.id != record.id && trial.edition == 2 && trial.digest == record.digest && trial.answered() &&
            trial.ordinal <= record.ordinal)
            all << trial.id;
    }
    return all;
}

Result<QSet<QUuid>> rivals(TrialStore &store, const TrialRecord &record)
{
    const Result<std::vector<TrialSummary>> trials = store.trials();
    return trials ? Result<QSet<QUuid>>(rivals(*trials, record)) : Result<QSet<QUuid>>(trials.error());
}

} // namespace herdbook::trial

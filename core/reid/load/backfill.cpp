// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/backfill.h"

#include "core/reid/load/cells.h"
#include "core/reid/load/reader.h"
#include "core/storage/postgres.h"

#include <Eigen/Core>
#include <QUuid>
#include <algorithm>
#include <set>

namespace herdbook::reid {

namespace {

using storage::Postgres;
using storage::Transaction;

constexpr int kBatch = 1000;

/// Detections of a batch with their scores on every profile.
struct Batch
{
    std::vector<Uuid> ids;
    std::vector<Sex> sexes;
    std::vector<float> vectors;
    std::set<std::pair<Uuid, Uuid>> stored; ///< detection, deer
    qint64 unusable = 0;                    ///< detections
    QString last;                           ///< id of its last detection; empty: there is none
};

class Backfill
{
public:
    Backfill(Postgres &database, const Schema &schema, const load::Profiles &profiles, double threshold)
        : m_database(database), m_schema(schema), m_profiles(profiles),
          m_gallery(profiles.list, profiles.vectors, profiles.dimension), m_threshold(threshold)
    {
    }

    /// Works through the detections after `last`; its new value is empty when there are no more.
    Result<void> batch(QString &last, BackfillResult &result);

private:
    /// The tables of a batch live as long as its transaction: a pooler may give the next one another session.
    Result<void> prepare();
    Result<Batch> read(const QString &last);
    Result<void> readVectors(Batch &batch);
    Result<void> readStored(Batch &batch);
    QByteArray missingRows(const Batch &batch, BackfillResult &result) const;
    Result<void> copyIn(const QByteArray &rows);
    Result<qint64> insert();

    Postgres &m_database;
    const Schema &m_schema;
    const load::Profiles &m_profiles;
    Gallery m_gallery;
    double m_threshold;
};

Result<void> Backfill::prepare()
{
    return m_database.runScript(
        QStringLiteral("CREATE TEMP TABLE herdbook_batch (id uuid) ON COMMIT DROP;"
                       "CREATE TEMP TABLE herdbook_new (detection_id uuid, deer_id uuid, score numeric(5,4)) "
                       "ON COMMIT DROP"));
}

Result<void> Backfill::readVectors(Batch &batch)
{
    const VectorType type = m_schema.vectors(QStringLiteral("detections"));
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    return m_database.copyEach(
        QStringLiteral("SELECT d.id, d.label, d.feature_vector FROM herdbook_batch b JOIN %1 d ON d.id = b.id "
                       "WHERE d.is_valid AND NOT d.is_duplicate")
            .arg(m_schema.detections()),
        [&](const CopyReader &row) {
            const Label classed = labelFromText(row[1].text());
            if (!isDeer(classed) || m_gallery.of(sexOf(classed)).size() == 0)
                return;
            const std::size_t start = batch.vectors.size();
            batch.vectors.resize(start + dimension);
            const std::span<float> vector(batch.vectors.data() + start, dimension);
            load::readDetectionVector(row[2], type, vector);
            if (!isUsable(normalize(vector))) {
                batch.vectors.resize(start);
                ++batch.unusable;
                return;
            }
            batch.ids.push_back(row[0].uuid());
            batch.sexes.push_back(sexOf(classed));
        });
}

Result<void> Backfill::readStored(Batch &batch)
{
    return m_database.copyEach(
        QStringLiteral("SELECT s.detection_id, s.deer_id FROM herdbook_batch b JOIN %1 s ON s.detection_id = b.id")
            .arg(m_schema.scores()),
        [&batch](const CopyReader &row) { batch.stored.emplace(row[0].uuid(), row[1].uuid()); });
}

Result<Batch> Backfill::read(const QString &last)
{
    const QString after = last.isEmpty() ? QUuid().toString(QUuid::WithoutBraces) : last;
    const Result<qint64> taken = m_database.execute(
        QStringLiteral("INSERT INTO herdbook_batch SELECT id FROM %1 d WHERE id > $1::uuid ORDER BY id LIMIT $2")
            .arg(m_schema.detections()),
        {after, kBatch});
    if (!taken)
        return taken.error();
    Batch batch;
    const Result<void> end = m_database.each(QStringLiteral("SELECT id FROM herdbook_batch ORDER BY id DESC LIMIT 1"),
                                             {}, [&batch](const storage::Row &row) { batch.last = row.text("id"); });
    if (!end)
        return end.error();
    if (batch.last.isEmpty())
        return batch;
    if (const Result<void> done = readVectors(batch); !done)
        return done.error();
    if (const Result<void> done = readStored(batch); !done)
        return done.error();
    return batch;
}

QByteArray Backfill::missingRows(const Batch &batch, BackfillResult &result) const
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto count = static_cast<Eigen::Index>(batch.ids.size());
    const Eigen::Map<const Rows> vectors(batch.vectors.data(), count, m_gallery.dimension());
    const Eigen::Map<const Rows> weights(m_gallery.weights(), m_gallery.paddedColumns(), m_gallery.dimension());
    const Rows scores = vectors * weights.transpose();
    QByteArray rows;
    for (std::size_t i = 0; i < batch.ids.size(); ++i) {
        const Gallery::Range range = m_gallery.of(batch.sexes[i]);
        const QByteArray id = QByteArray::fromStdString(toString(batch.ids[i]));
        bool lacks = false;
        for (int c = range.begin; c < range.end; ++c) {
            const Uuid &deer = m_profiles.list[static_cast<std::size_t>(m_gallery.profileAt(c))].id;
            if (batch.stored.contains({batch.ids[i], deer}))
                continue;
            const float cosine = std::clamp(scores(static_cast<Eigen::Index>(i), c), 0.0F, 1.0F);
            lacks = true;
            rows += id + '\t' + QByteArray::fromStdString(toString(deer)) + '\t' +
                    QByteArray::number(static_cast<double>(cosine), 'f', 4) + '\n';
        }
        result.detections += lacks ? 1 : 0;
    }
    return rows;
}

Result<void> Backfill::copyIn(const QByteArray &rows)
{
    bool sent = false;
    const Result<qint64> stored =
        m_database.copyIn(QStringLiteral("COPY herdbook_new FROM STDIN"),
                          [&]() -> Result<QByteArray> { return std::exchange(sent, true) ? QByteArray() : rows; });
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<qint64> Backfill::insert()
{
    return m_database.execute(
        QStringLiteral(
            "INSERT INTO reid_similarity_scores (detection_id, deer_id, similarity_score, sex_match, matched, "
            "threshold_used, "
            "detection_classification, deer_sex) "
            "SELECT n.detection_id, n.deer_id, n.score, true, n.score >= $1::numeric, $1::numeric, d.label, e.sex "
            "FROM herdbook_new n JOIN %1 d ON d.id = n.detection_id JOIN %2 e ON e.id = n.deer_id "
            "ON CONFLICT (detection_id, deer_id) DO NOTHING")
            .arg(m_schema.detections(), m_schema.deer()),
        {m_threshold});
}

Result<void> Backfill::batch(QString &last, BackfillResult &result)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    const Result<Batch> batch = read(last);
    if (!batch)
        return batch.error();
    last = batch->last;
    result.compared += static_cast<qint64>(batch->ids.size());
    result.unusable += batch->unusable;
    const QByteArray rows = missingRows(*batch, result);
    if (!rows.isEmpty()) {
        if (const Result<void> copied = copyIn(rows); !copied)
            return copied.error();
        const Result<qint64> added = insert();
        if (!added)
            return added.error();
        result.added += *added;
    }
    return transaction->commit();
}

} // namespace

Result<BackfillResult> backfill(storage::Postgres &database, double threshold, const std::stop_token &stop,
                                const Progress &progress)
{
    database.stopOn(stop);
    const Result<Schema> schema = Schema::probe(database, Schema::Use::Analysis);
    if (!schema)
        return schema.error();
    if (const Result<void> once = schema->checkIds(database); !once)
        return once.error();
    for (const QString &table : {QStringLiteral("deer"), QStringLiteral("detections")}) {
        if (!schema->has(table, QStringLiteral("feature_vector")))
            return Error{ErrorKind::Corrupt,
                         QStringLiteral("This database has no column %1.feature_vector").arg(table)};
    }
    if (!schema->has(QStringLiteral("reid_similarity_scores")))
        return Error{ErrorKind::Corrupt, QStringLiteral("This database has no table reid_similarity_scores")};
    const Result<load::Sizes> sizes = load::readSizes(database, *schema);
    if (!sizes)
        return sizes.error();
    const Result<load::Profiles> profiles = load::readProfiles(database, *schema, true);
    if (!profiles)
        return profiles.error();
    BackfillResult result;
    result.profiles = profiles->list.size();
    if (profiles->list.empty())
        return result;
    Backfill work(database, *schema, *profiles, threshold);
    qint64 done = 0;
    QString last;
    do {
        if (stop.stop_requested())
            return load::cancelled();
        if (const Result<void> worked = work.batch(last, result); !worked)
            return stop.stop_requested() ? load::cancelled() : worked.error();
        done = std::min(done + kBatch, static_cast<qint64>(sizes->detections));
        if (progress)
            progress(QStringLiteral("backfill"), done, static_cast<qint64>(sizes->detections));
    } while (!last.isEmpty());
    return result;
}

} // namespace herdbook::reid

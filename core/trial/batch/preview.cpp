// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QSet>

namespace herdbook::trial {

using storage::Postgres;
using storage::Transaction;

std::optional<double> Rate::share() const
{
    return all > 0 ? std::optional(static_cast<double>(assigned) / static_cast<double>(all)) : std::nullopt;
}

namespace {

Result<Rate> rateOf(Postgres &connection, const QString &where, const QVariantList &values)
{
    Result<QSqlQuery> query =
        connection.query(QStringLiteral("SELECT count(deer_id), count(*) FROM detections") + where, values);
    if (!query)
        return query.error();
    query->next();
    return Rate{query->value(0).toLongLong(), query->value(1).toLongLong()};
}

Result<std::vector<PreviewRow>> readRows(Postgres &connection, const BatchPlan &plan)
{
    std::vector<QUuid> detections;
    std::vector<QUuid> deer;
    for (const Change &change : plan.changes) {
        detections.push_back(change.detection);
        deer.push_back(change.deer);
    }
    Result<QSqlQuery> query = connection.query(
        QStringLiteral("SELECT wanted.detection, wanted.deer, looked.outcome, d.deer_id, "
                       "extract(epoch FROM i.timestamp) * 1000, p.name, p.sex::text, held.name FROM ") +
            wantedRows() +
            QStringLiteral(" LEFT JOIN images i ON i.id = d.image_id LEFT JOIN deer held ON held.id = d.deer_id "
                           "ORDER BY wanted.place"),
        {uuidArray(detections), uuidArray(deer)});
    if (!query)
        return query.error();
    std::vector<PreviewRow> rows;
    while (query->next()) {
        PreviewRow row;
        row.change = {query->value(0).toUuid(), query->value(1).toUuid()};
        row.state = rowStateFromText(query->value(2).toString());
        row.now = query->value(3).toUuid();
        if (!query->isNull(4))
            row.takenAt = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(query->value(4).toDouble()), Qt::UTC);
        row.deerName = query->value(5).toString();
        row.deerSex = query->value(6).toString();
        row.nowName = query->value(7).toString();
        rows.push_back(std::move(row));
    }
    if (const Result<void> ended = readToEnd(*query); !ended)
        return ended.error();
    return rows;
}

} // namespace

Result<Preview> previewBatch(Postgres &connection, const BatchPlan &plan)
{
    Result<Transaction> snapshot = Transaction::begin(connection, Transaction::Mode::ReadOnlySnapshot);
    if (!snapshot)
        return snapshot.error();
    Result<std::vector<PreviewRow>> rows = readRows(connection, plan);
    if (!rows)
        return rows.error();
    const Result<Rate> all = rateOf(connection, {}, {});
    if (!all)
        return all.error();
    const Result<Rate> sample =
        rateOf(connection, QStringLiteral(" WHERE id = ANY(CAST(? AS uuid[]))"), {uuidArray(plan.sample)});
    if (!sample)
        return sample.error();
    Preview preview;
    const QSet<QUuid> inSample(plan.sample.begin(), plan.sample.end());
    QSet<QUuid> profiles;
    qint64 readyInSample = 0;
    for (const PreviewRow &row : *rows) {
        if (row.state != RowState::Ready)
            continue;
        ++preview.ready;
        profiles << row.change.deer;
        readyInSample += inSample.contains(row.change.detection) ? 1 : 0;
    }
    preview.rows = std::move(*rows);
    preview.profiles = profiles.size();
    preview.allBefore = *all;
    preview.allAfter = {all->assigned + preview.ready, all->all};
    preview.sampleBefore = *sample;
    preview.sampleAfter = {sample->assigned + readyInSample, sample->all};
    return preview;
}

} // namespace herdbook::trial

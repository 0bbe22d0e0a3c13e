// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QSet>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

std::optional<double> Rate::share() const
{
    return all > 0 ? std::optional(static_cast<double>(assigned) / static_cast<double>(all)) : std::nullopt;
}

namespace {

Result<Rate> rateOf(Postgres &connection, const Deployed &deployed, const QString &where, const QVariantList &values)
{
    return connection.one(QStringLiteral("SELECT count(d.deer_id) AS assigned, count(*) AS detections FROM %1 d%2")
                              .arg(deployed.columns.detections(), where),
                          values, [](const Row &row) {
                              return Rate{row.integer("assigned"), row.integer("detections")};
                          });
}

/// @param counted profiles that have a sighting count
Result<std::vector<PreviewRow>> readRows(Postgres &connection, const Deployed &deployed, const BatchPlan &plan,
                                         QSet<QUuid> &counted)
{
    std::vector<QUuid> detections;
    std::vector<QUuid> deer;
    for (const Change &change : plan.changes) {
        detections.push_back(change.detection);
        deer.push_back(change.deer);
    }
    std::vector<PreviewRow> rows;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT wanted.detection, wanted.deer, looked.outcome, d.deer_id, i.\"timestamp\" AS taken, "
                       "p.sighting_count IS NOT NULL AS counted, %1 AS name, %2 AS sex, held.name AS held FROM ")
                .arg(deployed.columns.value("deer", "name", "p"), deployed.columns.value("deer", "sex", "p")) +
            wantedRows(deployed, 1) +
            QStringLiteral(" LEFT JOIN %1 i ON i.id = d.image_id LEFT JOIN %2 held ON held.id = d.deer_id "
                           "ORDER BY wanted.place")
                .arg(deployed.columns.images(), deployed.columns.deer()),
        {uuidArray(detections), uuidArray(deer)}, [&](const Row &row) -> Result<void> {
            PreviewRow one;
            one.change = {row.uuid("detection"), row.uuid("deer")};
            const Result<RowState> state = rowStateFromText(row.text("outcome"));
            if (!state)
                return state.error();
            one.state = *state;
            one.now = row.uuid("deer_id");
            one.takenAt = row.instant("taken");
            one.deerName = row.text("name");
            one.deerSex = row.text("sex");
            one.nowName = row.text("held");
            if (row.boolean("counted"))
                counted << one.change.deer;
            rows.push_back(std::move(one));
            return {};
        });
    if (!read)
        return read.error();
    return rows;
}

Result<Preview> readPreview(Postgres &connection, const BatchPlan &plan)
{
    const Result<Deployed> deployed = findDeployed(connection);
    if (!deployed)
        return deployed.error();
    if (const Result<void> fit = requireFit(connection, *deployed); !fit)
        return fit.error();
    QSet<QUuid> counted;
    Result<std::vector<PreviewRow>> rows = readRows(connection, *deployed, plan, counted);
    if (!rows)
        return rows.error();
    const Result<Rate> all = rateOf(connection, *deployed, {}, {});
    if (!all)
        return all.error();
    const Result<Rate> sample = rateOf(connection, *deployed, QStringLiteral(" WHERE d.id = ANY(CAST($1 AS uuid[]))"),
                                       {uuidArray(plan.sample)});
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
        if (counted.contains(row.change.deer))
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

} // namespace

Result<Preview> previewBatch(Postgres &connection, const BatchPlan &plan)
{
    return patiently(connection, [&] { return readPreview(connection, plan); });
}

} // namespace herdbook::trial

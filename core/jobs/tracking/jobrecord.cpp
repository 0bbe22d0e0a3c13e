// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/jobrecord.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::jobs {

namespace {

QDate dateOf(const QJsonObject &object, const char *name)
{
    return QDate::fromString(object.value(QLatin1String(name)).toString(), Qt::ISODate);
}

QJsonArray toJson(const QList<TimelineEvent> &timeline)
{
    QJsonArray array;
    for (const TimelineEvent &event : timeline)
        array.append(QJsonArray{static_cast<int>(event.kind), toWireTime(event.time), event.detail, event.attempt});
    return array;
}

QList<TimelineEvent> timelineFrom(const QJsonArray &array)
{
    QList<TimelineEvent> timeline;
    for (const QJsonValue &value : array) {
        const QJsonArray item = value.toArray();
        const int kind = std::clamp(item.at(0).toInt(), 0, static_cast<int>(TimelineEvent::Kind::Removed));
        timeline.append({static_cast<TimelineEvent::Kind>(kind),
                         fromWireTime(item.at(1).toString()).value_or(QDateTime()), item.at(2).toString(),
                         item.at(3).toInt()});
    }
    return timeline;
}

} // namespace

QJsonObject toRecord(const JobRow &row)
{
    QJsonObject record{{QLatin1String("id"), row.id},
                       {QLatin1String("state"), static_cast<int>(row.state)},
                       {QLatin1String("mine"), row.mine},
                       {QLatin1String("size"), row.fileSize},
                       {QLatin1String("attempt"), row.attempt},
                       {QLatin1String("total"), row.total},
                       {QLatin1String("timeline"), toJson(row.timeline)}};
    const auto text = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            record.insert(QLatin1String(name), value);
    };
    const auto time = [&](const char *name, const QDateTime &value) {
        if (value.isValid())
            record.insert(QLatin1String(name), toWireTime(value));
    };
    if (row.kind)
        text("kind", exports::wireName(*row.kind));
    text("by", row.requestedBy);
    text("parent", row.parentJobId);
    text("worker", row.worker);
    text("error", row.error);
    text("file", row.fileName);
    if (row.crops)
        exports::insertCropCounts(record, *row.crops);
    text("sha256", row.sha256);
    text("seen_in", row.seenIn);
    time("created", row.createdAt);
    time("started", row.startedAt);
    time("finished", row.finishedAt);
    time("expires", row.expiresAt);
    if (!row.request.isEmpty())
        record.insert(QLatin1String("request"), row.request);
    return record;
}

JobRow fromRecord(const QJsonObject &record)
{
    const auto text = [&](const char *name) { return record.value(QLatin1String(name)).toString(); };
    const auto time = [&](const char *name) { return fromWireTime(text(name)).value_or(QDateTime()); };
    JobRow row;
    row.id = text("id");
    const int state = record.value(QLatin1String("state")).toInt();
    row.state = static_cast<RowState>(std::clamp(state, 0, static_cast<int>(RowState::Gone)));
    row.kind = exports::exportKindFromString(text("kind"));
    row.mine = record.value(QLatin1String("mine")).toBool();
    row.fileSize = static_cast<qint64>(record.value(QLatin1String("size")).toDouble(-1));
    row.attempt = record.value(QLatin1String("attempt")).toInt();
    row.total = record.value(QLatin1String("total")).toInt(-1);
    row.timeline = timelineFrom(record.value(QLatin1String("timeline")).toArray());
    row.requestedBy = text("by");
    row.parentJobId = text("parent");
    row.worker = text("worker");
    row.error = text("error");
    row.crops = exports::cropCountsIn(record);
    row.fileName = text("file");
    row.sha256 = text("sha256");
    row.seenIn = text("seen_in");
    row.createdAt = time("created");
    row.startedAt = time("started");
    row.finishedAt = time("finished");
    row.expiresAt = time("expires");
    describeRequest(row, record.value(QLatin1String("request")).toObject());
    row.searchText = searchTextOf(row);
    if (row.state == RowState::Lost) {
        row.contradiction = Contradiction::LostByRedis;
        row.mending = row.repeatable ? Mending::SubmitAgain : Mending::None;
    }
    return row;
}

void describeRequest(JobRow &row, const QJsonObject &request)
{
    row.request = request;
    row.title = request.value(QLatin1String("title")).toString();
    row.start = dateOf(request, "start_date");
    row.end = dateOf(request, "end_date");
    const QJsonArray periods = request.value(QLatin1String("comparison_periods")).toArray();
    row.periods = static_cast<int>(periods.size());
    row.detectionIds = static_cast<int>(request.value(QLatin1String("detection_ids")).toArray().size());
    row.notKept = exports::notKept(request);
    row.repeatable = row.notKept.isEmpty() && (row.start.isValid() || row.periods > 0 || row.detectionIds > 0);
}

QString searchTextOf(const JobRow &row)
{
    QStringList parts{row.title, row.id, row.error, row.requestedBy, row.fileName};
    if (row.kind)
        parts << exports::wireName(*row.kind);
    for (auto argument = row.request.begin(); argument != row.request.end(); ++argument) {
        if (argument->isString() && argument.key() != QLatin1String("title"))
            parts << argument->toString();
        else if (argument->isArray() || argument->isObject())
            parts << QString::fromUtf8(QJsonDocument(QJsonArray{*argument}).toJson(QJsonDocument::Compact));
    }
    return parts.join(u'\n').toLower();
}

} // namespace herdbook::jobs

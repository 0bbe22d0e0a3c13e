// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobreader.h"

#include "core/api/health.h"
#include "core/exports/jobstore.h"

namespace herdbook::api {

Result<KnownJobs> readJobs(storage::Redis &redis)
{
    constexpr qsizetype MostJobs = 5000;
    constexpr qsizetype Batch = 500;
    const QByteArray prefix = exports::statusKey({});
    Result<QByteArrayList> keys = scanKeys(redis, prefix + '*', MostJobs + 1);
    if (!keys)
        return keys.error();
    KnownJobs jobs;
    // Which ones the scan met first is Redis's choice: not the newest.
    if (keys->size() > MostJobs) {
        keys->resize(MostJobs);
        jobs.note = QStringLiteral("Redis holds more jobs than the %1 that are listed, which are not the newest ones")
                        .arg(MostJobs);
    }
    for (qsizetype at = 0; at < keys->size(); at += Batch) {
        const QByteArrayList some = keys->mid(at, Batch);
        const auto values = exports::readStatusValues(redis, some);
        if (!values)
            return values.error();
        for (qsizetype i = 0; i < some.size(); ++i) {
            const QByteArray id = some.at(i).mid(prefix.size());
            const storage::RedisReply &value = values->at(static_cast<std::size_t>(i));
            if (!value.isNil() && exports::isAcceptableJobId(QString::fromUtf8(id)))
                jobs.statuses.emplace(id, value.text);
        }
    }
    return jobs;
}

QString leftOut(const KnownJobs &jobs, qsizetype unreadable)
{
    QStringList notes = jobs.note.isEmpty() ? QStringList() : QStringList(jobs.note);
    if (unreadable > 0)
        notes << (unreadable == 1
                      ? QStringLiteral("1 job is left out: what Redis holds of it is no status")
                      : QStringLiteral("%1 jobs are left out: what Redis holds of them is no status").arg(unreadable));
    return notes.join(QLatin1String("; "));
}

} // namespace herdbook::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/jobkeys.h"

#include "core/exports/jobstore.h"
#include "core/exports/redisnames.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace herdbook::jobs {

namespace {

constexpr size_t KeysPerRead = 500;
constexpr int ResultsPerTurn = 200;

/// File name or error that a Celery result tells.
void readResult(const QByteArray &text, JobFacts &facts)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const QString status = json.value(QLatin1String("status")).toString();
    const QJsonObject result = json.value(QLatin1String("result")).toObject();
    facts.result = ResultFact::None;
    if (status == QLatin1String("SUCCESS")) {
        facts.result = ResultFact::Success;
        facts.resultText = result.value(QLatin1String("filename")).toString();
    } else if (status == QLatin1String("FAILURE") || status == QLatin1String("REVOKED")) {
        facts.result = ResultFact::Failure;
        const QJsonArray message = result.value(QLatin1String("exc_message")).toArray();
        facts.resultText = message.isEmpty() ? result.value(QLatin1String("exc_message")).toString()
                                             : message.first().toVariant().toString();
        if (facts.resultText.isEmpty())
            facts.resultText = QStringLiteral("The worker's task ended with: ") + status;
    }
}

} // namespace

Result<TrackedJobs> readValues(storage::Redis &redis, const TrackedJobs &jobs, const QByteArray &run)
{
    TrackedJobs changed;
    std::vector<storage::RedisReply> page;
    for (size_t at = 0; at < jobs.size(); ++at) {
        if (at % KeysPerRead == 0) {
            QByteArrayList keys;
            for (size_t of = at; of < std::min(jobs.size(), at + KeysPerRead); ++of)
                keys << jobs[of]->key;
            auto read = exports::readStatusValues(redis, keys);
            if (!read)
                return read.error();
            page = *std::move(read);
        }
        storage::RedisReply &value = page.at(at % KeysPerRead);
        TrackedJob &job = *jobs[at];
        const bool had = job.facts.key != KeyFact::Missing;
        const bool changes = job.setRaw(value.text, !value.isNil());
        if (changes)
            changed.push_back(&job);
        if (!value.isNil()) {
            job.seenIn = run;
            job.facts.unwatched = false;
        } else if (changes && had) {
            job.facts.redisLostData = job.seenIn != run;
        } else if (job.facts.wasFinished && job.seenIn == run && !run.trimmed().isEmpty()) {
            job.facts.unwatched = false; // Redis lost nothing since
        }
    }
    return changed;
}

Result<void> readExpiries(storage::Redis &redis, const TrackedJobs &jobs, const QDateTime &now)
{
    QList<QByteArrayList> commands;
    commands.reserve(static_cast<qsizetype>(jobs.size()));
    for (const TrackedJob *job : jobs)
        commands.append(QByteArrayList{"PTTL", job->key});
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    for (size_t at = 0; at < jobs.size(); ++at) {
        const qint64 left = replies->at(at).integer;
        JobFacts &facts = jobs[at]->facts;
        facts.neverExpires = left == -1;
        if (left < 0)
            continue;
        const QDateTime end = now.addMSecs(left);
        if (!facts.expiresAt.isValid() || std::abs(facts.expiresAt.msecsTo(end)) > 1500)
            facts.expiresAt = end;
    }
    return {};
}

Result<void> readResults(storage::Redis &redis, const TrackedJobs &jobs, const FileFinder &fileOf)
{
    TrackedJobs asked;
    QList<QByteArrayList> commands;
    for (TrackedJob *job : jobs) {
        const JobFacts &facts = job->facts;
        const bool processing = facts.status && facts.key == KeyFact::Readable && !facts.status->isFinished();
        if (!processing || facts.queuePosition > 0 || facts.hand || commands.size() >= ResultsPerTurn)
            continue;
        asked.push_back(job);
        commands.append(QByteArrayList{"GET", exports::ResultPrefix + job->id});
    }
    if (commands.isEmpty())
        return {};
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    for (size_t at = 0; at < asked.size(); ++at) {
        if (replies->at(at).isNil() || replies->at(at).isError())
            continue;
        JobFacts &facts = asked[at]->facts;
        readResult(replies->at(at).text, facts);
        facts.file = FileFact::None;
        if (facts.result != ResultFact::Success || !facts.resultText.isEmpty())
            continue;
        if (const std::optional<QString> found = fileOf(QString::fromUtf8(asked[at]->id)))
            facts.resultText = *found;
        else
            facts.file = FileFact::Silent;
    }
    return {};
}

} // namespace herdbook::jobs

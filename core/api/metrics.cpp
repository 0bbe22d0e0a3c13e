// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/metrics.h"

#include "core/api/answers.h"
#include "core/api/health.h"
#include "core/exports/jobstore.h"
#include "core/exports/redisnames.h"

#include <map>

namespace herdbook::api {

namespace {

constexpr qsizetype MostJobs = 20'000;

/// The text, family by family.
class Exposition
{
public:
    void family(const char *name, const char *help, const char *type = "gauge")
    {
        m_name = name;
        m_text.append("# HELP ").append(name).append(1, ' ').append(help).append("\n# TYPE ");
        m_text.append(name).append(1, ' ').append(type).append(1, '\n');
    }
    void sample(double value, const std::string &labels = {})
    {
        m_text.append(m_name).append(labels).append(1, ' ');
        m_text.append(QByteArray::number(value, 'g', 15).toStdString()).append(1, '\n');
    }
    void single(const char *name, const char *help, double value, const char *type = "gauge")
    {
        family(name, help, type);
        sample(value);
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_name;
    std::string m_text;
};

/// Of the jobs of one kind and state.
struct Group
{
    int jobs = 0;
    int attempts = 0;
    double seconds = 0;
};

/// Detections that data sets lack, lack crops of, or have doubtful ones of, by why.
struct Lacks
{
    int missing = 0, unreadable = 0, damaged = 0, outside = 0;
};

struct Jobs
{
    std::map<std::string, Group> groups; ///< by their labels
    Lacks lacks;
    int uncounted = 0;  ///< completed data sets whose worker doesn't say what they lack
    int unreadable = 0; ///< statuses that are none
    int unrenewed = 0;  ///< of those begun
};

std::string labelsOf(const exports::JobStatus &job)
{
    const QString kind = job.kind ? exports::wireName(*job.kind) : QStringLiteral("unknown");
    const QString state = job.cancelled ? QStringLiteral("cancelled") : exports::wireName(job.state);
    return "{kind=\"" + kind.toStdString() + "\",state=\"" + state.toStdString() + "\"}";
}

bool isUncounted(const exports::JobStatus &job)
{
    const std::optional<exports::ExportKind> kind =
        !job.kind && job.fileName.endsWith(QLatin1String(".zip")) ? exports::ExportKind::Zip : job.kind;
    return job.state == exports::JobState::Completed && exports::isUncounted(kind, job.request, job.crops);
}

/// How many of these statuses, which a worker renews once a minute, it has left alone for longer than it can be by chance.
Result<int> countUnrenewed(storage::Redis &redis, const QByteArrayList &keys)
{
    constexpr qint64 MostSilence = 180'000; // ms
    QList<QByteArrayList> commands;
    for (const QByteArray &key : keys)
        commands << QByteArrayList{"PTTL", key};
    const auto left = redis.readings(commands);
    if (!left)
        return left.error();
    return static_cast<int>(std::ranges::count_if(*left, [](const storage::RedisReply &reply) {
        return reply.integer > 0 && reply.integer < qint64{exports::StatusLifetime} * 1000 - MostSilence;
    }));
}

Result<Jobs> readJobs(storage::Redis &redis, const QByteArrayList &keys)
{
    constexpr qsizetype Batch = 500;
    Jobs jobs;
    QByteArrayList begun;
    for (qsizetype at = 0; at < keys.size(); at += Batch) {
        const QByteArrayList some = keys.mid(at, Batch);
        const auto values = exports::readStatusValues(redis, some);
        if (!values)
            return values.error();
        for (qsizetype of = 0; of < some.size(); ++of) {
            const storage::RedisReply &value = values->at(static_cast<size_t>(of));
            const Result<exports::JobStatus> job = exports::jobStatusFromWire(value.text, {});
            if (!job) {
                jobs.unreadable += value.isNil() ? 0 : 1;
                continue;
            }
            Group &group = jobs.groups[labelsOf(*job)];
            ++group.jobs;
            group.attempts += job->attempt;
            if (!job->isFinished() && !job->worker.isEmpty())
                begun << some.at(of);
            jobs.uncounted += isUncounted(*job) ? 1 : 0;
            if (job->crops) {
                jobs.lacks.missing += job->crops->missing;
                jobs.lacks.unreadable += job->crops->unreadable;
                jobs.lacks.damaged += job->crops->damaged;
                jobs.lacks.outside += job->crops->outside;
            }
            if (job->startedAt.isValid() && job->completedAt.isValid())
                group.seconds += std::max(0.0, static_cast<double>(job->startedAt.msecsTo(job->completedAt)) / 1000);
        }
    }
    const Result<int> unrenewed = countUnrenewed(redis, begun);
    if (!unrenewed)
        return unrenewed.error();
    jobs.unrenewed = *unrenewed;
    return jobs;
}

} // namespace

http::Response metricsAnswer(Backend &backend, Connections &connections, const WorkerWatch &watch,
                             const PollTimes &polls)
{
    if (const Result<void> reached = backend.reachRedis(connections); !reached)
        return failure(reached.error(), Server::Redis);
    const exports::QueueNames names(connections.redis.settings());
    const auto lengths = connections.redis.readings(
        {{"LLEN", names.queue()}, {"ZCARD", names.waiting()}, {"LLEN", names.dead()}, {"HLEN", names.unacked()}});
    if (!lengths)
        return failure(lengths.error(), Server::Redis);
    const Result<Workers> workers = watch.online(connections.redis);
    if (!workers)
        return failure(workers.error(), Server::Redis);
    const Result<QByteArrayList> keys = scanKeys(connections.redis, exports::statusKey({}) + '*', MostJobs);
    if (!keys)
        return failure(keys.error(), Server::Redis);
    const Result<Jobs> jobs = readJobs(connections.redis, *keys);
    if (!jobs)
        return failure(jobs.error(), Server::Redis);

    Exposition text;
    // Of a key that holds something else there is no length: /health names it.
    const auto length = [&](size_t at, const char *name, const char *help) {
        if (!lengths->at(at).isError())
            text.single(name, help, static_cast<double>(lengths->at(at).integer));
    };
    length(0, "herdbook_queue_length", "Jobs that wait in the queue.");
    length(1, "herdbook_waiting_jobs", "Jobs that wait for a time to start.");
    length(2, "herdbook_put_aside_messages", "Messages that could not be carried out and are kept.");
    length(3, "herdbook_celery_unacknowledged_messages", "Messages in hand at Python workers.");
    text.single("herdbook_workers_ready", "Workers that are online and, as far as is known, able to work.",
                static_cast<double>(workers->ready));
    text.single("herdbook_workers_celery",
                "Of these, Celery's: counted by their heartbeats, whether or not they take exports.",
                static_cast<double>(workers->celery));
    text.single("herdbook_worker_problems", "Different reasons for which workers can't work.",
                static_cast<double>(workers->problems.size()));
    text.family("herdbook_worker_leases", "Slots of Herdbook's workers, by whether they are able to work.");
    text.sample(workers->leases - workers->stuck, "{state=\"ready\"}");
    text.sample(workers->stuck, "{state=\"not_ready\"}");
    text.single("herdbook_status_polls_total", "Status polls that this service answered.",
                static_cast<double>(polls.count.load()), "counter");
    text.single("herdbook_status_poll_seconds_total", "Time that these waited for their answer, in all.",
                static_cast<double>(polls.microseconds.load()) / 1e6, "counter");
    text.single("herdbook_jobs_complete", "Whether the jobs below are all there are.", keys->size() < MostJobs ? 1 : 0);
    text.single("herdbook_jobs_unreadable", "Keys of jobs that hold no status.", jobs->unreadable);
    text.single("herdbook_jobs_unrenewed",
                "Jobs that a worker of Herdbook has begun and says nothing of any more: perhaps nobody makes them.",
                jobs->unrenewed);
    text.family("herdbook_jobs", "Jobs whose status is known, by kind and state.");
    for (const auto &[labels, group] : jobs->groups)
        text.sample(group.jobs, labels);
    text.family("herdbook_jobs_attempts", "Attempts that these jobs needed, in all.");
    for (const auto &[labels, group] : jobs->groups)
        text.sample(group.attempts, labels);
    text.family("herdbook_jobs_duration_seconds",
                "Time that these jobs took from their last start to their end, in all.");
    for (const auto &[labels, group] : jobs->groups)
        text.sample(group.seconds, labels);
    text.family(
        "herdbook_jobs_crops_lacking",
        "Detections that the data sets of these jobs lack, or have no crop of, or one of a damaged photo, by reason.");
    text.sample(jobs->lacks.missing, "{reason=\"missing\"}");
    text.sample(jobs->lacks.unreadable, "{reason=\"unreadable\"}");
    text.sample(jobs->lacks.damaged, "{reason=\"damaged\"}");
    text.sample(jobs->lacks.outside, "{reason=\"outside\"}");
    text.single("herdbook_jobs_uncounted",
                "Completed data sets of these jobs whose worker doesn't say what they lack: it isn't counted above.",
                jobs->uncounted);
    http::Response response;
    response.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.add("Cache-Control", "no-store");
    response.body = text.take();
    return response;
}

} // namespace herdbook::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstore.h"

#include "core/exports/taskmessage.h"

#include <QJsonDocument>
#include <QSysInfo>
#include <QUuid>

#include <pwd.h>
#include <unistd.h>

namespace herdbook::exports {

namespace {

/// KEYS status, queue and, where there is one, idempotency key; ARGV lifetime, status, message, value of the idempotency key, the value it is known to have (or
/// nothing). Answers nothing, or the value the key has instead. What is refused in the middle is taken back: a message without a
/// status, or the reverse, would be a job that nobody hears of. May be run again where the answer was lost on the way.
const storage::RedisScript Submit{R"(
if redis.call('EXISTS', KEYS[1]) == 1 then return '' end
if KEYS[3] then
  local known = redis.call('GET', KEYS[3]) or ''
  if known ~= ARGV[5] then return known end
end
redis.call('LPUSH', KEYS[2], ARGV[3])
local function refused(...)
  local reply = redis.pcall(...)
  return type(reply) == 'table' and reply.err and reply
end
local why = refused('SETEX', KEYS[1], ARGV[1], ARGV[2])
if not why and KEYS[3] then
  why = refused('SETEX', KEYS[3], ARGV[1], ARGV[4])
  if why then redis.pcall('DEL', KEYS[1]) end
end
if why then
  redis.call('LREM', KEYS[2], 1, ARGV[3])
  return why
end
return ''
)"};

/// The first field in which two requests differ, or nothing.
QString differingField(const QJsonObject &one, const QJsonObject &other)
{
    QStringList fields = one.keys() + other.keys();
    fields.sort();
    for (const QString &field : std::as_const(fields)) {
        if (one.value(field) != other.value(field))
            return field;
    }
    return {};
}

} // namespace

QList<QByteArrayList> submitCommands(const RedisSettings &redis)
{
    const QByteArray nobody = "herdbook-right";
    const QByteArray status = statusKey(QString::fromLatin1(nobody));
    const QByteArray queue = QueueNames(redis).queue();
    return {{"EVALSHA", nobody, "0"},       {"EVAL", "return 1", "0"},    {"EXISTS", status}, {"LPUSH", queue, nobody},
            {"SETEX", status, "1", nobody}, {"LREM", queue, "1", nobody}, {"DEL", status}};
}

JobStore::JobStore(storage::Redis &redis, Clock clock)
    : m_redis(redis), m_clock(std::move(clock)), m_names(redis.settings())
{
}

Result<QString> JobStore::submit(const Submission &submission)
{
    JobStatus status;
    status.jobId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    status.createdAt = m_clock();
    status.kind = submission.request.kind;
    status.stage = QStringLiteral("queued");
    status.requestedBy = submission.requestedBy;
    status.parentJobId = submission.parentJobId;
    status.totalDetections = submission.totalDetections;
    status.processedCount = 0;
    status.request = toRememberedJson(submission.request);
    TaskMessage task;
    task.taskId = status.jobId;
    task.jobId = status.jobId;
    task.kind = submission.request.kind;
    task.request = toJson(submission.request);
    m_inDoubt = false;
    m_earlier.reset();
    // With the status: nobody makes what nobody can ask for any more. By Redis's time, which is the workers' too.
    // Asked for first: what Redis doesn't answer here has surely not been queued.
    const Result<QDateTime> now = serverTime();
    if (!now)
        return now.error();
    task.expires = now->addSecs(StatusLifetime);

    const QByteArray message = encodeTask(task, QSysInfo::machineHostName());
    const bool once = !submission.idempotencyKey.isEmpty();
    const QByteArray value = QJsonDocument(QJsonObject{{QLatin1String("job_id"), status.jobId},
                                                       {QLatin1String("kind"), wireName(task.kind)},
                                                       {QLatin1String("request"), task.request}})
                                 .toJson(QJsonDocument::Compact);
    QByteArray known;
    for (int look = 0; look < 5; ++look) {
        const auto queue = [&] {
            return m_redis.eval(
                Submit,
                once ? QByteArrayList{statusKey(status.jobId), m_names.queue(),
                                      m_names.idempotencyKey(submission.idempotencyKey)}
                     : QByteArrayList{statusKey(status.jobId), m_names.queue()},
                {QByteArray::number(StatusLifetime), toWire(status), message, once ? value : QByteArray(), known});
        };
        auto answer = queue();
        m_inDoubt = !answer && !m_redis.isConnected();
        if (m_inDoubt)
            answer = queue();
        // A refusal of the second says nothing of the first.
        if (!answer && m_inDoubt)
            return Error{ErrorKind::Unreachable, QStringLiteral("%1. Whether the job was queued isn't known: look at "
                                                                "the list of jobs before asking again")
                                                     .arg(answer.error().message)};
        if (!answer)
            return answer.error();
        m_inDoubt = false;
        if (answer->text.isEmpty())
            return status.jobId;
        known = answer->text;
        const auto earlier = earlierJob(known, submission, task.request);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            return **earlier;
    }
    return Error{ErrorKind::Conflict, QStringLiteral("The Idempotency-Key is being used by others; try again")};
}

Result<std::optional<QString>> JobStore::earlierJob(const QByteArray &known, const Submission &submission,
                                                    const QJsonObject &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(known);
    const QJsonObject json = document.object();
    // An earlier version kept the id alone.
    const QString jobId =
        document.isObject() ? json.value(QLatin1String("job_id")).toString() : QString::fromUtf8(known);
    const Result<JobStatus> earlier = status(jobId);
    if (!earlier && earlier.error().kind == ErrorKind::NotFound)
        return std::optional<QString>(); // removed
    if (!earlier && earlier.error().kind != ErrorKind::Corrupt)
        return earlier.error();
    const bool lost =
        earlier && earlier->state == JobState::Completed && submission.isLost && submission.isLost(*earlier);
    const auto sameJob = [&]() -> std::optional<QString> {
        if (lost)
            return std::nullopt;
        m_earlier.emplace(earlier);
        return jobId;
    };
    if (!document.isObject())
        return sameJob();
    const bool sameKind = json.value(QLatin1String("kind")).toString() == wireName(submission.request.kind);
    const QString field =
        sameKind ? differingField(json.value(QLatin1String("request")).toObject(), request) : QStringLiteral("kind");
    if (field.isEmpty())
        return sameJob();
    return Error{ErrorKind::Conflict,
                 QStringLiteral("This Idempotency-Key was used for another request: %1 differs").arg(field)};
}

Result<QDateTime> JobStore::serverTime()
{
    const auto time = m_redis.command({"TIME"});
    if (!time && time.error().kind == ErrorKind::Unreachable)
        return time.error();
    // Where the right is missing, this machine's clock is the best there is.
    return time && !time->items.empty() ? QDateTime::fromSecsSinceEpoch(time->items.front().text.toLongLong(), Qt::UTC)
                                        : QDateTime::currentDateTimeUtc();
}

Result<JobStatus> JobStore::status(const QString &jobId)
{
    const auto reply = m_redis.command({"GET", statusKey(jobId)});
    if (!reply)
        return reply.error();
    if (reply->isNil())
        return Error{ErrorKind::NotFound, QStringLiteral("Job not found or expired")};
    return jobStatusFromWire(reply->text, jobId);
}

Result<void> JobStore::write(const JobStatus &status)
{
    const auto done =
        m_redis.command({"SETEX", statusKey(status.jobId), QByteArray::number(StatusLifetime), toWire(status)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<qint64> JobStore::queueLength()
{
    const auto reply = m_redis.command({"LLEN", m_names.queue()});
    if (!reply)
        return reply.error();
    return reply->integer;
}

Result<std::vector<storage::RedisReply>> readStatusValues(storage::Redis &redis, const QByteArrayList &keys)
{
    QList<QByteArrayList> pieces;
    pieces.reserve(keys.size());
    for (const QByteArray &key : keys)
        pieces << QByteArrayList{"GETRANGE", key, "0", "65535"};
    auto values = redis.readings(pieces);
    if (!values)
        return values;
    // No piece: there is no key, or nothing in it.
    QList<QByteArrayList> questions;
    std::vector<storage::RedisReply *> empty;
    for (size_t at = 0; at < values->size(); ++at) {
        storage::RedisReply &value = values->at(at);
        if (value.isError() || value.text.isEmpty()) {
            empty.push_back(&value);
            questions << QByteArrayList{"EXISTS", keys.at(static_cast<qsizetype>(at))};
        }
    }
    const auto there = redis.readings(questions);
    if (!there)
        return there.error();
    for (size_t at = 0; at < empty.size(); ++at) {
        if (there->at(at).integer == 0)
            *empty[at] = storage::RedisReply{};
    }
    return values;
}

QString requesterIdentity()
{
    const passwd *user = ::getpwuid(::geteuid());
    const QString name = user != nullptr ? QString::fromLocal8Bit(user->pw_name) : QString::number(::geteuid());
    return name + u'@' + QSysInfo::machineHostName();
}

} // namespace herdbook::exports

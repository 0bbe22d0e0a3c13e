// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/mender.h"

#include "core/base/diskhand.h"
#include "core/exports/jobfile.h"
#include "core/exports/messagepages.h"

#include <QSysInfo>

namespace herdbook::jobs {

namespace {

/// KEYS status, queue, worker's list, worker's lease, cancel key; ARGV status as shown (empty: none), message taken back (empty: none),
/// message to queue, new status, lifetime. The first LREM takes out nothing: it is refused before anything is done. What is refused later is
/// taken back.
const storage::RedisScript PutBack{R"(
if redis.call('EXISTS', KEYS[4]) == 1 then return 'held' end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 'changed' end
if ARGV[2] ~= '' then
  local there = false
  for _, each in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do there = there or each == ARGV[2] end
  if not there then return 'changed' end
end
redis.call('LREM', KEYS[3], 1, '')
redis.call('DEL', KEYS[5])
redis.call('RPUSH', KEYS[2], ARGV[3])
local reply = redis.pcall('SETEX', KEYS[1], ARGV[5], ARGV[4])
if type(reply) == 'table' and reply.err then
  redis.call('LREM', KEYS[2], -1, ARGV[3])
  return reply
end
if ARGV[2] ~= '' then redis.call('LREM', KEYS[3], 1, ARGV[2]) end
return 'done'
)"};

/// KEYS list, lease (or a key that isn't there); ARGV message.
const storage::RedisScript TakeOut{R"(
if redis.call('EXISTS', KEYS[2]) == 1 then return 'held' end
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 'changed' end
return 'done'
)"};

/// KEYS status; ARGV status as shown (empty: none), new status, lifetime.
const storage::RedisScript Replace{R"(
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 'changed' end
redis.call('SETEX', KEYS[1], ARGV[3], ARGV[2])
return 'done'
)"};

const QByteArray Lifetime = QByteArray::number(exports::StatusLifetime);

Result<void> outcome(const Result<storage::RedisReply> &reply)
{
    if (!reply)
        return reply.error();
    if (reply->text == "held")
        return Error{ErrorKind::Conflict, QStringLiteral("A worker holds it again; nothing was changed")};
    if (reply->text != "done")
        return Error{ErrorKind::Conflict, QStringLiteral("It changed meanwhile; nothing was done")};
    return {};
}

} // namespace

Result<void> Mender::mend(const JobRow &row)
{
    switch (row.mending) {
    case Mending::PutBackInQueue:
        return putBack(row);
    case Mending::TakeOut:
        return takeOut(row);
    case Mending::RestoreStatus:
        return restoreStatus(row);
    case Mending::AcceptResult:
        return acceptResult(row);
    case Mending::MarkFailed:
        return markFailed(row);
    case Mending::SetExpiry:
        return setExpiry(row);
    case Mending::None:
    case Mending::RunAgain:
    case Mending::SubmitAgain:
    case Mending::Remove:
        break;
    }
    return Error{ErrorKind::Internal, QStringLiteral("There is nothing to mend")};
}

Result<QByteArrayList> Mender::messagesIn(const QByteArray &list, const QString &jobId)
{
    QByteArrayList messages;
    const auto seen = exports::eachTask(m_redis, exports::Shelf::List, list,
                                        [&](const exports::TaskMessage &task, const QByteArray &message) {
                                            if (task.jobId == jobId)
                                                messages.append(message);
                                            return Result<qint64>(0);
                                        });
    return seen ? Result<QByteArrayList>(messages) : seen.error();
}

exports::JobStatus Mender::statusOf(const JobRow &row) const
{
    exports::JobStatus status = exports::jobStatusFromWire(row.raw, row.id).valueOr({});
    status.jobId = row.id;
    if (!status.createdAt.isValid())
        status.createdAt = row.createdAt.isValid() ? row.createdAt : m_clock();
    if (!status.kind)
        status.kind = row.kind;
    if (status.request.isEmpty())
        status.request = row.request;
    if (status.requestedBy.isEmpty())
        status.requestedBy = row.requestedBy;
    return status;
}

Result<void> Mender::replaceStatus(const JobRow &row, const exports::JobStatus &status)
{
    return outcome(m_redis.eval(Replace, {exports::statusKey(row.id)}, {row.raw, exports::toWire(status), Lifetime}));
}

Result<void> Mender::putBack(const JobRow &row)
{
    const QByteArray worker = row.hand ? row.hand->worker.toUtf8() : QByteArray();
    QByteArray taken;
    QByteArray message;
    if (!worker.isEmpty()) {
        const auto messages = messagesIn(m_names.processing(worker), row.id);
        if (!messages)
            return messages.error();
        if (messages->isEmpty())
            return Error{ErrorKind::Conflict, QStringLiteral("It changed meanwhile; nothing was done")};
        taken = message = messages->first();
    } else {
        QByteArrayList places = queues();
        if (!row.worker.isEmpty())
            places << m_names.processing(row.worker.toUtf8());
        for (const QByteArray &place : std::as_const(places)) { // what has a place after all would be made twice
            const auto there = messagesIn(place, row.id);
            if (!there)
                return there.error();
            if (!there->isEmpty())
                return Error{ErrorKind::Conflict, QStringLiteral("It changed meanwhile; nothing was done")};
        }
        if (row.request.isEmpty() || !row.notKept.isEmpty() || !row.kind)
            return Error{ErrorKind::NotFound, QStringLiteral("What was asked for is not known any more")};
        exports::TaskMessage task;
        task.taskId = task.jobId = row.id;
        task.kind = *row.kind;
        task.request = row.request;
        message = exports::encodeTask(task, QSysInfo::machineHostName());
    }
    exports::JobStatus status = statusOf(row);
    status.state = exports::JobState::Processing;
    status.stage = QStringLiteral("queued");
    status.worker.clear();
    status.processedCount = 0;
    // Without a worker, the lease asked for is that of nobody.
    return outcome(m_redis.eval(PutBack,
                                {exports::statusKey(row.id), m_names.queue(), m_names.processing(worker),
                                 m_names.alive(worker), m_names.cancelKey(row.id)},
                                {row.raw, taken, message, exports::toWire(status), Lifetime}));
}

Result<void> Mender::takeOut(const JobRow &row)
{
    // From the stopped worker's list, or from the queue where a living one is at it or it's finished.
    const bool fromList = row.hand && !row.hand->alive && !row.hand->python;
    const QByteArray worker = fromList ? row.hand->worker.toUtf8() : QByteArray();
    const QByteArrayList lists = fromList ? QByteArrayList{m_names.processing(worker)} : queues();
    bool found = false;
    for (const QByteArray &list : lists) {
        const auto messages = messagesIn(list, row.id);
        if (!messages)
            return messages.error();
        for (const QByteArray &message : *messages) {
            const Result<void> done = outcome(m_redis.eval(TakeOut, {list, m_names.alive(worker)}, {message}));
            if (!done)
                return done;
            found = true;
        }
    }
    return found ? Result<void>()
                 : Error{ErrorKind::Conflict, QStringLiteral("It changed meanwhile; nothing was done")};
}

Result<void> Mender::restoreStatus(const JobRow &row)
{
    exports::JobStatus status = statusOf(row);
    status.state = exports::JobState::Processing;
    if (status.stage.isEmpty())
        status.stage = QStringLiteral("queued");
    return replaceStatus(row, status);
}

Result<void> Mender::acceptResult(const JobRow &row)
{
    exports::JobStatus status = statusOf(row);
    status.completedAt = m_clock();
    if (row.contradiction == Contradiction::DoneButProcessing) {
        // Without a folder here the worker's word counts.
        const auto found = m_exportFolder.isEmpty()
                               ? std::optional(exports::FoundFile())
                               : askDisk([folder = m_exportFolder,
                                          name = row.resultText] { return exports::findFile(folder, name, -1); },
                                         DiskPatience);
        if (!found)
            return Error{ErrorKind::Unreachable, QStringLiteral("The export folder doesn't answer")};
        if (found->presence == exports::FilePresence::Gone)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("%1 isn't in the export folder any more. Cancel the job and run it again")
                             .arg(row.resultText)};
        status.state = exports::JobState::Completed;
        status.fileName = row.resultText;
        status.downloadUrl = exports::downloadUrl(status.fileName);
        status.fileSize = found->size;
        if (status.processedCount >= 0)
            status.processedCount = status.totalDetections;
    } else {
        status.state = exports::JobState::Failed;
        status.error = row.resultText;
    }
    return replaceStatus(row, status);
}

Result<void> Mender::markFailed(const JobRow &row)
{
    exports::JobStatus status = statusOf(row);
    status.state = exports::JobState::Failed;
    status.completedAt = m_clock();
    status.error = row.notKept.isEmpty()
                       ? QStringLiteral("No worker held this job any more, and what was asked for is not known")
                       : QStringLiteral("No worker held this job any more, and not all that was asked for is kept");
    return replaceStatus(row, status);
}

Result<void> Mender::setExpiry(const JobRow &row)
{
    const auto done = m_redis.command({"EXPIRE", exports::statusKey(row.id), Lifetime});
    if (!done)
        return done.error();
    if (done->integer == 0)
        return Error{ErrorKind::NotFound, QStringLiteral("Job not found or expired")};
    return {};
}

} // namespace herdbook::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/outbox.h"

#include "core/base/atomicfile.h"
#include "core/base/diskwait.h"
#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace herdbook::worker {

QByteArray Outbox::toText(const Entry &entry)
{
    const QJsonObject json{{QLatin1String("worker"), QString::fromUtf8(entry.job.worker)},
                           {QLatin1String("attempt"), entry.job.attempt},
                           {QLatin1String("message"), QString::fromLatin1(entry.job.message.toBase64())},
                           {QLatin1String("status"), QString::fromUtf8(exports::toWire(entry.job.status))},
                           {QLatin1String("until"), toWireTime(entry.until)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Outbox::Entry> Outbox::fromText(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    Entry entry;
    entry.job.worker = json.value(QLatin1String("worker")).toString().toUtf8();
    entry.job.attempt = json.value(QLatin1String("attempt")).toInt();
    entry.job.message = QByteArray::fromBase64(json.value(QLatin1String("message")).toString().toLatin1());
    const auto task = exports::decodeTask(entry.job.message);
    const auto until = fromWireTime(json.value(QLatin1String("until")).toString());
    if (!std::holds_alternative<exports::TaskMessage>(task) || !until)
        return std::nullopt;
    entry.job.task = std::get<exports::TaskMessage>(task);
    entry.until = *until;
    const auto status =
        exports::jobStatusFromWire(json.value(QLatin1String("status")).toString().toUtf8(), entry.job.task.jobId);
    if (!status || !status->isFinished())
        return std::nullopt;
    entry.job.status = *status;
    return entry;
}

void Outbox::put(const Job &job)
{
    const Entry entry{job, m_clock().addSecs(exports::StatusLifetime)};
    {
        const std::lock_guard lock(m_mutex);
        m_entries.insert_or_assign(job.task.jobId, entry);
    }
    (void)m_folder.look(); // the folder may have been made anew
    if (const auto written = AtomicFile::write(pathOf(job.task.jobId), toText(entry)); !written)
        qCWarning(logWorker).noquote() << "The end of job" << job.task.jobId
                                       << "waits in memory only:" << written.error().message;
}

std::map<QString, Outbox::Entry> Outbox::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

exports::FilePresence Outbox::fileOf(const Job &job) const
{
    return job.status.state == exports::JobState::Completed ? m_folder.lookFor(job.status)
                                                            : exports::FilePresence::There;
}

std::optional<Job> Outbox::find(const QString &jobId) const
{
    std::optional<Job> ended = findEntry(jobId);
    return ended && fileOf(*ended) == exports::FilePresence::There ? ended : std::nullopt;
}

std::optional<Job> Outbox::findEntry(const QString &jobId) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto at = m_entries.find(jobId); at != m_entries.end())
            return at->second.job;
    }
    const DiskWait wait;
    QFile file(pathOf(jobId));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const std::optional<Entry> entry = fromText(file.readAll());
    return entry && entry->until > m_clock() ? std::optional(entry->job) : std::nullopt;
}

void Outbox::remove(const QString &jobId)
{
    const DiskWait wait;
    const std::lock_guard lock(m_mutex);
    m_entries.erase(jobId);
    QFile::remove(pathOf(jobId));
}

void Outbox::load()
{
    const DiskWait wait;
    const QDir folder(m_folder.outboxPath());
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const std::optional<Entry> entry = fromText(file.readAll());
        if (file.error() != QFileDevice::NoError)
            continue; // what couldn't be read may be well
        if (!entry) {
            qCWarning(logWorker).noquote() << "Not a status that waits:" << file.fileName();
            file.rename(file.fileName() + QLatin1String(".bad"));
            continue;
        }
        const std::lock_guard lock(m_mutex);
        m_entries.try_emplace(entry->job.task.jobId, *entry);
    }
}

Outbox::Delivery Outbox::deliver(Custody &custody)
{
    Delivery delivery;
    for (const auto &[jobId, entry] : entries()) {
        const Result<bool> done = deliver(custody, entry);
        if (!done && !delivery.refused)
            delivery.refused.emplace(entry.job, done.error());
        if (!done && done.error().kind == ErrorKind::Unreachable)
            break;
        if (done && *done)
            delivery.told << entry.job.status;
    }
    return delivery;
}

Result<bool> Outbox::deliver(Custody &custody, const Entry &entry)
{
    const Job &job = entry.job;
    const auto left = m_clock().secsTo(entry.until);
    if (left <= 0) {
        if (const auto done = custody.acknowledge(job); !done)
            return done.error();
        remove(job.task.jobId);
        return false;
    }
    const exports::FilePresence file = fileOf(job);
    if (file == exports::FilePresence::Gone) {
        // Its message is still there, and whoever takes that makes it again.
        qCWarning(logWorker).noquote() << "Job" << job.task.jobId << "is not told: its file is gone";
        remove(job.task.jobId);
    }
    if (file != exports::FilePresence::There)
        return false;
    const Result<Outcome> outcome = custody.finish(job, static_cast<int>(left));
    if (!outcome)
        return outcome.error();
    switch (outcome->verdict) {
    case Verdict::Mine:
        break;
    case Verdict::Lost:
        return false; // Who has the job now finds it here, or finishes it anew; either way the next look sees a final status.
    case Verdict::Cancelled:
        if (const auto done = custody.acknowledgeCancelled(job); !done)
            return done.error();
        m_folder.discard(job.status.fileName);
        break;
    case Verdict::Finished:
    case Verdict::Duplicate:
    case Verdict::Taken:
        if (const auto done = custody.acknowledge(job); !done)
            return done.error();
        if (!namesFile(outcome->status, job.status.fileName))
            m_folder.discard(job.status.fileName);
        break;
    }
    remove(job.task.jobId);
    return outcome->verdict == Verdict::Mine;
}

} // namespace herdbook::worker

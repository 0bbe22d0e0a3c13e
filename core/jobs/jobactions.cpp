// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobactions.h"

#include "core/base/diskhand.h"
#include "core/base/logging.h"
#include "core/exports/exportvalidation.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/jobfile.h"
#include "core/jobs/mender.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSet>

#include <memory>

namespace herdbook::jobs {

namespace {

/// As QtConcurrent::run(), whose futures make a thread that waits for them do the work itself where it hasn't begun. This is done in the
/// pool's thread and nowhere else.
template<class Work>
auto runIn(QThreadPool &pool, Work work) -> QFuture<decltype(work())>
{
    const auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace

QStringList ActionOutcome::doneOf(QStringList jobIds) const
{
    const QSet<QString> others(left.cbegin(), left.cend());
    jobIds.removeIf([&others](const QString &id) { return others.contains(id); });
    return jobIds;
}

void AuditLog::write(const QDateTime &time, const QString &who, const QString &action, const QString &jobId,
                     const QString &outcome)
{
    constexpr qint64 Largest = 1 << 20;
    if (m_path.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    if (QFileInfo(m_path).size() > Largest) {
        QFile::remove(m_path + QStringLiteral(".1"));
        QFile::rename(m_path, m_path + QStringLiteral(".1"));
    }
    QFile file(m_path);
    QString text = outcome;
    text.replace(u'\n', u' ').replace(u'\t', u' ');
    const QString line =
        QStringList{time.toUTC().toString(Qt::ISODateWithMs), who, action, jobId, text}.join(u'\t') + u'\n';
    const bool written = file.open(QIODevice::Append) && file.write(line.toUtf8()) >= 0 && file.flush();
    if (!written && !std::exchange(m_complained, true))
        qCWarning(logUi).noquote() << "The log of actions can't be written:" << file.errorString();
}

JobActions::JobActions(Options options)
    : m_options(std::move(options)), m_redis(m_options.redis, std::chrono::seconds(3)), m_audit(m_options.auditPath)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

JobActions::~JobActions()
{
    m_ending = true;
    m_pool.waitForDone();
}

void JobActions::log(const QString &action, const QString &jobId, const Result<void> &result)
{
    m_audit.write(m_options.clock(), m_options.identity, action, jobId,
                  result ? QStringLiteral("done") : QStringLiteral("failed: ") + result.error().message);
}

QFuture<Result<QString>> JobActions::submit(const exports::Submission &submission)
{
    return runIn(m_pool, [this, submission]() -> Result<QString> {
        exports::JobStore store(m_redis, m_options.clock);
        Result<QString> id = store.submit(submission);
        log(QStringLiteral("submit"), id ? *id : QStringLiteral("-"), id ? Result<void>() : id.error());
        return id;
    });
}

QFuture<ActionOutcome> JobActions::each(const QString &action, const QList<JobRowPtr> &rows, Step step)
{
    return runIn(m_pool, [this, action, rows, step = std::move(step)] {
        ActionOutcome outcome;
        bool over = false;
        for (const JobRowPtr &row : rows) {
            if (over) {
                outcome.left << row->id;
                continue;
            }
            const Result<void> done = step(*row);
            log(action, row->id, done);
            if (done) {
                ++outcome.done;
                continue;
            }
            outcome.errors << done.error().message;
            outcome.left << row->id;
            // The rest would each wait for the same timeout.
            over = done.error().kind == ErrorKind::Unreachable || done.error().kind == ErrorKind::Denied;
        }
        return outcome;
    });
}

QFuture<ActionOutcome> JobActions::runAgain(const QList<JobRowPtr> &rows, const QDate &today)
{
    return each(QStringLiteral("run again"), rows, [this, today](const JobRow &row) -> Result<void> {
        if (!row.kind || !row.repeatable)
            return Error{ErrorKind::NotFound, row.notKept.isEmpty()
                                                  ? QStringLiteral("What was asked for is not known any more")
                                                  : QStringLiteral("Not all that was asked for is kept with the job")};
        const exports::Validation checked = exports::validate(*row.kind, row.request, today);
        if (!checked.isValid())
            return Error{ErrorKind::InvalidInput, checked.violations.first().message};
        exports::JobStore store(m_redis, m_options.clock);
        const Result<QString> id = store.submit({*checked.request, m_options.identity, row.id, {}, row.total});
        if (!id)
            return id.error();
        // What is too late to be made would only fail in its turn. Where it can't be taken out it does.
        if (row.queuePosition > 0 && (row.mending == Mending::SubmitAgain || row.mending == Mending::RunAgain))
            (void)exports::cancelJob(m_redis, m_options.clock, row.id);
        return {};
    });
}

QFuture<ActionOutcome> JobActions::cancel(const QList<JobRowPtr> &rows)
{
    return each(QStringLiteral("cancel"), rows,
                [this](const JobRow &row) { return exports::cancelJob(m_redis, m_options.clock, row.id); });
}

QFuture<ActionOutcome> JobActions::remove(const QList<JobRowPtr> &rows)
{
    return each(QStringLiteral("remove"), rows, [this](const JobRow &row) { return removeOne(row); });
}

QFuture<ActionOutcome> JobActions::mend(const QList<JobRowPtr> &rows)
{
    return each(QStringLiteral("mend"), rows, [this](const JobRow &row) {
        return Mender(m_redis, m_options.clock, m_options.exportFolder).mend(row);
    });
}

/// Files that are being freed, through the tasks that it takes.
struct JobActions::Freeing
{
    QList<exports::AgedFile> files;
    QDateTime before;
    qsizetype next = 0;
    FreedFiles freed;
    DiskHand hand;
    QPromise<FreedFiles> promise;
};

QFuture<FreedFiles> JobActions::freeFiles(const QList<exports::AgedFile> &files, const QDateTime &before)
{
    const auto freeing = std::make_shared<Freeing>();
    freeing->files = files;
    freeing->before = before;
    freeing->promise.start();
    m_pool.start([this, freeing] { freeSome(freeing); });
    return freeing->promise.future();
}

void JobActions::freeSome(const std::shared_ptr<Freeing> &freeing)
{
    constexpr qsizetype AtOnce = 20;
    const qsizetype end = std::min(freeing->next + AtOnce, freeing->files.size());
    FreedFiles &freed = freeing->freed;
    bool over = end == freeing->files.size();
    while (freeing->next < end && !m_ending) {
        const exports::AgedFile &file = freeing->files.at(freeing->next++);
        const Result<bool> done = freeFile(freeing->hand, file, freeing->before);
        if (done && *done) {
            ++freed.files;
            freed.bytes += file.bytes;
        }
        if (!done || *done)
            log(QStringLiteral("free"), file.jobId, done ? Result<void>() : done.error());
        if (done)
            continue;
        freed.errors << done.error().message;
        // The rest would each wait for the same timeout.
        if (done.error().kind == ErrorKind::Unreachable || done.error().kind == ErrorKind::Denied) {
            over = true;
            break;
        }
    }
    if (!over && !m_ending) {
        m_pool.start([this, freeing] { freeSome(freeing); }); // after what was asked for meanwhile
        return;
    }
    freeing->promise.addResult(freed);
    freeing->promise.finish();
}

Result<bool> JobActions::freeFile(const DiskHand &hand, const exports::AgedFile &file, const QDateTime &before)
{
    // Since it was looked at, a job may have come to name it.
    const auto unclaimed = exports::unclaimed(m_redis, {file});
    if (!unclaimed)
        return unclaimed.error();
    if (unclaimed->isEmpty())
        return false;
    return hand
        .ask([folder = m_options.exportFolder, name = file.name,
              before] { return exports::deleteAged(folder, name, before); },
             DiskPatience)
        .value_or(Error{ErrorKind::Unreachable, QStringLiteral("The export folder doesn't answer")});
}

Result<void> JobActions::removeOne(const JobRow &row)
{
    // Without an export folder here the files are for the others to delete.
    const auto deleteFile = [&folder = m_options.exportFolder](const exports::JobStatus &job) -> Result<void> {
        if (folder.isEmpty() || !exports::isFileOfJob(job.fileName, job.jobId))
            return {};
        return askDisk([folder, job] { return exports::deleteFileOf(folder, job); }, DiskPatience)
            .value_or(Error{ErrorKind::Unreachable,
                            QStringLiteral("Whether %1 is deleted isn't known: the export folder doesn't answer")
                                .arg(job.fileName)});
    };
    const auto done = exports::removeJob(m_redis, m_options.clock, row.id, deleteFile);
    if (done)
        return {};
    if (done.error().kind != ErrorKind::NotFound)
        return done.error();
    // A job of the past has no key; its file may still be there.
    exports::JobStatus past;
    past.jobId = row.id;
    past.fileName = row.fileName;
    return deleteFile(past);
}

} // namespace herdbook::jobs

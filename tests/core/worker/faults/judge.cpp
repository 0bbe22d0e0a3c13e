// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/faults/harness.h"
#include "tests/core/worker/workbench.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace herdbook::test {

namespace {

/// The fault that excuses a failure with this reason; nothing where none does.
QString excuseFor(const QString &reason)
{
    if (reason.contains(QLatin1String("PostgreSQL")))
        return QStringLiteral("postgres");
    if (reason.startsWith(QLatin1String("Can't write")))
        return QStringLiteral("disk");
    return {};
}

} // namespace

QStringList Harness::judge()
{
    QStringList wrong;
    QSet<QString> expected;
    for (const QString &id : std::as_const(m_jobs))
        judgeJob(id, wrong, expected);
    if (QSet<QString>(m_jobs.begin(), m_jobs.end()).size() != m_plan.jobs)
        wrong << QStringLiteral("not every request became a job of its own");
    const QStringList files = filesIn(m_settings);
    for (const QString &file : files) {
        if (!expected.contains(file))
            wrong << QStringLiteral("a file too many: ") + file;
    }
    const QStringList waiting =
        QDir(m_settings.exportFolder + QStringLiteral("/.herdbook/outbox")).entryList(QDir::Files | QDir::Hidden);
    if (!waiting.isEmpty())
        wrong << QStringLiteral("the outbox still holds ") + waiting.join(u' ');
    for (const QByteArray pattern : {"exports", "exports:processing:*", "exports:attempts", "exports:dead",
                                     "exports:alive:*", "exports:waiting"}) {
        if (pattern == "exports:dead" && !m_canvas.isEmpty())
            continue;
        const auto left = m_redis->command({"KEYS", pattern});
        if (!left || !left->items.empty())
            wrong << QStringLiteral("Redis still has %1").arg(QString::fromUtf8(pattern));
    }
    return wrong;
}

void Harness::judgeJob(const QString &id, QStringList &wrong, QSet<QString> &expected)
{
    const auto status = exports::JobStore(*m_redis, systemClock()).status(id);
    if (!status) {
        wrong << QStringLiteral("%1: %2").arg(id, status.error().message);
        return;
    }
    m_repeated += status->attempt > 1 ? 1 : 0;
    // All times are Redis's, whatever a worker's own clock says.
    if (status->isFinished() && (status->completedAt < status->createdAt.addSecs(-5) ||
                                 status->completedAt > QDateTime::currentDateTimeUtc().addSecs(5)))
        wrong << QStringLiteral("%1 ended at %2").arg(id, status->completedAt.toString(Qt::ISODate));
    if (m_canvas.contains(id)) {
        if (status->state != exports::JobState::Failed || !status->error.contains(QLatin1String("nothing was made")))
            wrong << QStringLiteral("%1 had a follow-up and is %2").arg(id, exports::wireName(status->state));
        return;
    }
    if (status->state == exports::JobState::Processing) {
        wrong << QStringLiteral("%1 is still %2").arg(id, status->stage);
    } else if (status->state == exports::JobState::Failed) {
        ++m_failures[status->error.section(u'/', 0, 0)];
        const QString excuse = excuseFor(status->error);
        const auto injected = m_injected.keys();
        if (excuse.isEmpty() || std::none_of(injected.begin(), injected.end(),
                                             [&](const QString &fault) { return fault.startsWith(excuse); }))
            wrong << QStringLiteral("%1 failed for no fault of ours: %2").arg(id, status->error);
    } else {
        ++m_completed;
        expected << status->fileName;
        QFile file(m_settings.exportFolder + u'/' + status->fileName);
        const bool open = file.open(QIODevice::ReadOnly);
        const QByteArray content = file.readAll();
        if (!open || content.size() != status->fileSize ||
            QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() != status->sha256.toLatin1())
            wrong << QStringLiteral("%1 is completed, but its file is not whole: %2").arg(id, status->fileName);
    }
}

QString Harness::summary() const
{
    QStringList lines{
        QStringLiteral("seed %1, %2 workers, %3 jobs: %4 completed (%5 of them after another worker's death)")
            .arg(m_plan.seed)
            .arg(m_plan.workers)
            .arg(m_jobs.size())
            .arg(m_completed)
            .arg(m_repeated)};
    for (auto at = m_injected.begin(); at != m_injected.end(); ++at)
        lines << QStringLiteral("  fault  %1 x %2").arg(at.key()).arg(at.value());
    for (auto at = m_failures.begin(); at != m_failures.end(); ++at)
        lines << QStringLiteral("  failed %1 x %2").arg(at.key()).arg(at.value());
    return lines.join(u'\n');
}

} // namespace herdbook::test

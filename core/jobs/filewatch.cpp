// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/filewatch.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace herdbook::jobs {

namespace {

constexpr int LeastPerTurn = 20;
constexpr int MostPerTurn = 500;
constexpr int MostMilliseconds = 10;
constexpr size_t AgainPerTurn = 20;
constexpr int RecheckSeconds = 5;

bool isCompleted(const TrackedJob &job)
{
    return job.facts.key == KeyFact::Readable && job.facts.status &&
           job.facts.status->state == exports::JobState::Completed;
}

} // namespace

void FileWatch::expect(TrackedJob &job)
{
    if (!isCompleted(job)) {
        job.facts.file = FileFact::None;
        return;
    }
    m_due.push_back(&job);
    m_sorted = false;
}

TrackedJobs FileWatch::look(const TrackedJobs &settled, const QDateTime &now)
{
    TrackedJobs looked;
    if (m_due.empty() && settled.empty())
        return looked;
    const bool mounted = !m_folder.isEmpty() && QFileInfo(m_folder).isDir();
    if (!std::exchange(m_sorted, true))
        std::stable_sort(m_due.begin(), m_due.end(), [](const TrackedJob *a, const TrackedJob *b) {
            return a->facts.status && b->facts.status && a->facts.status->createdAt < b->facts.status->createdAt;
        });
    QElapsedTimer timer;
    timer.start();
    for (int count = 0; !m_due.empty() && count < MostPerTurn; ++count) {
        if (count >= LeastPerTurn && timer.elapsed() >= MostMilliseconds)
            break;
        TrackedJob *job = m_due.back();
        m_due.pop_back();
        if (isCompleted(*job)) {
            lookAt(*job, mounted, now);
            looked.push_back(job);
        }
    }
    for (size_t count = 0; count < std::min(AgainPerTurn, settled.size()); ++count) {
        TrackedJob *job = settled[m_again++ % settled.size()];
        if (!isCompleted(*job) || !job->fileCheckedAt.isValid() || job->fileCheckedAt.secsTo(now) < RecheckSeconds)
            continue;
        lookAt(*job, mounted, now);
        looked.push_back(job);
    }
    return looked;
}

void FileWatch::lookAt(TrackedJob &job, bool mounted, const QDateTime &now) const
{
    job.fileCheckedAt = now;
    const QString path = job.localPath(m_folder);
    const QFileInfo info(path);
    const qint64 said = job.facts.status->fileSize;
    job.facts.fileSize = info.exists() ? info.size() : -1;
    if (!mounted || path.isEmpty())
        job.facts.file = FileFact::Unknown;
    else if (!info.isFile())
        job.facts.file = FileFact::Gone;
    else
        job.facts.file = said >= 0 && said != info.size() ? FileFact::WrongSize : FileFact::Present;
}

} // namespace herdbook::jobs

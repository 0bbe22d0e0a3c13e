// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/filewatch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <unordered_set>

namespace herdbook::jobs {

namespace {

using namespace std::chrono_literals;

constexpr size_t LeastPerTurn = 20;
constexpr size_t MostPerTurn = 500;
constexpr int MostMilliseconds = 10;
constexpr size_t AgainPerTurn = 20;
constexpr int RecheckSeconds = 5;
constexpr auto Patience = 250ms;     ///< a turn waits for the folder's answer
constexpr qint64 SilentAfter = 5000; ///< ms

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

void FileWatch::forget(const TrackedJob *job)
{
    std::erase(m_due, job);
    for (Asked &asked : m_asked) {
        if (asked.job == job)
            asked.job = nullptr;
    }
}

void FileWatch::setBack(qint64 milliseconds)
{
    m_askedAt = m_askedAt.addMSecs(-milliseconds);
    m_silentSince = m_silentSince.addMSecs(-milliseconds);
}

TrackedJobs FileWatch::look(const TrackedJobs &settled, const QDateTime &now)
{
    TrackedJobs looked;
    if (!m_hand.isBusy()) {
        take(looked, now);
        ask(settled, now);
        if (m_hand.waitIdle(Patience))
            take(looked, now);
    } else if (m_silentSince.isValid() || m_askedAt.msecsTo(now) >= SilentAfter) {
        m_silentSince = m_askedAt;
        hush(looked, settled);
    }
    return looked;
}

void FileWatch::ask(const TrackedJobs &settled, const QDateTime &now)
{
    if (std::exchange(m_silentSince, {}).isValid()) {
        // It answers again: all that counted no more.
        const std::unordered_set<const TrackedJob *> due(m_due.begin(), m_due.end());
        for (TrackedJob *job : settled) {
            if (job->facts.file == FileFact::Silent && !due.contains(job))
                m_due.push_back(job);
        }
        m_sorted = false;
    }
    if (!std::exchange(m_sorted, true))
        std::stable_sort(m_due.begin(), m_due.end(), [](const TrackedJob *a, const TrackedJob *b) {
            return a->facts.status && b->facts.status && a->facts.status->createdAt < b->facts.status->createdAt;
        });
    const auto add = [this](TrackedJob *job) { m_asked.push_back({job, job->localPath(m_folder)}); };
    while (!m_due.empty() && m_asked.size() < MostPerTurn) {
        TrackedJob *job = m_due.back();
        m_due.pop_back();
        if (isCompleted(*job))
            add(job);
    }
    const size_t first = m_asked.size();
    for (size_t count = 0; count < std::min(AgainPerTurn, settled.size()); ++count) {
        TrackedJob *job = settled[m_again++ % settled.size()];
        if (isCompleted(*job) && job->fileCheckedAt.isValid() && job->fileCheckedAt.secsTo(now) >= RecheckSeconds)
            add(job);
    }
    if (m_asked.empty())
        return;
    m_askedAt = now;
    m_answer = std::make_shared<Answer>();
    QStringList paths;
    for (const Asked &asked : m_asked)
        paths << asked.path;
    m_hand.give([answer = m_answer, folder = m_folder, paths, first] {
        answer->mounted = !folder.isEmpty() && QFileInfo(folder).isDir();
        answer->files.resize(static_cast<size_t>(paths.size()));
        QElapsedTimer timer;
        timer.start();
        for (size_t at = 0; at < answer->files.size(); ++at) {
            // What is looked at again has its turn in any case.
            if (at >= LeastPerTurn && at < first && timer.elapsed() >= MostMilliseconds)
                continue;
            const QFileInfo info(paths.at(static_cast<qsizetype>(at)));
            answer->files[at] = answer->mounted ? Seen{info.exists(), info.isFile(), info.size()} : Seen();
        }
    });
}

void FileWatch::take(TrackedJobs &looked, const QDateTime &now)
{
    if (!m_answer)
        return;
    const std::shared_ptr<Answer> answer = std::exchange(m_answer, nullptr);
    const std::vector<Asked> asked = std::exchange(m_asked, {});
    for (size_t at = asked.size(); at-- > 0;) { // so that the youngest is the last of those due again
        TrackedJob *job = asked[at].job;
        if (job == nullptr)
            continue;
        if (!answer->files[at]) {
            m_due.push_back(job);
            continue;
        }
        if (!isCompleted(*job) || job->localPath(m_folder) != asked[at].path)
            continue;
        const Seen &seen = *answer->files[at];
        const qint64 said = job->facts.status->fileSize;
        job->fileCheckedAt = now;
        job->facts.fileSize = seen.isThere ? seen.size : -1;
        if (!answer->mounted || asked[at].path.isEmpty())
            job->facts.file = FileFact::Unknown;
        else if (!seen.isFile)
            job->facts.file = FileFact::Gone;
        else
            job->facts.file = said >= 0 && said != seen.size ? FileFact::WrongSize : FileFact::Present;
        looked.push_back(job);
    }
}

void FileWatch::hush(TrackedJobs &looked, const TrackedJobs &settled)
{
    const auto say = [&looked](TrackedJob *job) {
        if (job == nullptr || !isCompleted(*job) || job->facts.file == FileFact::Silent)
            return;
        job->facts.file = FileFact::Silent;
        looked.push_back(job);
    };
    std::for_each(settled.begin(), settled.end(), say);
    std::for_each(m_due.begin(), m_due.end(), say);
    for (const Asked &asked : m_asked)
        say(asked.job);
}

std::optional<QString> FileWatch::fileOf(const QString &jobId, const QDateTime &now)
{
    if (m_folder.isEmpty())
        return QString();
    // What is asked of the files themselves is taken by look().
    if (!m_hand.waitIdle(m_silentSince.isValid() ? 0ms : Patience))
        return std::nullopt;
    const auto found = std::make_shared<QString>();
    m_askedAt = now;
    m_hand.give([found, folder = m_folder, jobId] {
        const QString stem = exports::fileStem(jobId);
        const QStringList names = QDir(folder).entryList(
            {QStringLiteral("report_%1_*.pdf").arg(stem), QStringLiteral("detections_%1_*.zip").arg(stem)}, QDir::Files,
            QDir::Time);
        const auto own =
            std::ranges::find_if(names, [&](const QString &name) { return exports::isFileOfJob(name, jobId); });
        *found = own == names.end() ? QString() : *own;
    });
    return m_hand.waitIdle(Patience) ? std::optional(*found) : std::nullopt;
}

} // namespace herdbook::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/files/filewatch.h"

#include <QDir>
#include <QElapsedTimer>

#include <unordered_set>

namespace herdbook::jobs {

namespace {

using namespace std::chrono_literals;

constexpr size_t LeastPerTurn = 20;
constexpr size_t MostPerTurn = 500;
constexpr int MostMilliseconds = 10;
constexpr size_t AgainPerTurn = 20;
constexpr int RecheckSeconds = 5;
constexpr qint64 SilentAfter = 5000; ///< ms

bool isCompleted(const TrackedJob &job)
{
    return job.facts.key == KeyFact::Readable && job.facts.status &&
           job.facts.status->state == exports::JobState::Completed;
}

} // namespace

std::optional<QStringList> FileWatch::namesOfExports(const QString &folder)
{
    // Names end with the time.
    QStringList names = QDir(folder).entryList({QStringLiteral("report_*.pdf"), QStringLiteral("detections_*.zip")},
                                               QDir::Files, QDir::Name | QDir::Reversed);
    if (names.isEmpty() &&
        exports::findFile(folder, QStringLiteral("no export"), -1).presence == exports::FilePresence::Unknown)
        return std::nullopt;
    return names;
}

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
    m_wanted.remove(QString::fromUtf8(job->id));
    for (Asked &asked : m_asked) {
        if (asked.job == job)
            asked.job = nullptr;
    }
}

void FileWatch::setBack(qint64 milliseconds)
{
    m_askedAt = m_askedAt.addMSecs(-milliseconds);
    m_silentSince = m_silentSince.addMSecs(-milliseconds);
    m_listed.begunAt = m_listed.begunAt.addMSecs(-milliseconds);
    if (m_listing)
        m_listing->begunAt = m_listing->begunAt.addMSecs(-milliseconds);
    for (QDateTime &since : m_wanted)
        since = since.addMSecs(-milliseconds);
}

TrackedJobs FileWatch::look(const TrackedJobs &settled, const QDateTime &now)
{
    TrackedJobs looked;
    if (!m_hand.isBusy()) {
        take(looked, now);
        ask(settled, now);
        if (m_hand.waitIdle(m_patience))
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
        answer->resize(static_cast<size_t>(paths.size()));
        QElapsedTimer timer;
        timer.start();
        for (size_t at = 0; at < answer->size(); ++at) {
            // What is looked at again has its turn in any case.
            if (at >= LeastPerTurn && at < first && timer.elapsed() >= MostMilliseconds)
                continue;
            const QString &path = paths.at(static_cast<qsizetype>(at));
            (*answer)[at] =
                path.isEmpty() ? exports::FoundFile() : exports::findFile(folder, path.mid(folder.size() + 1), -1);
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
        const std::optional<exports::FoundFile> &found = answer->at(at);
        if (!found) {
            m_due.push_back(job);
            continue;
        }
        if (!isCompleted(*job) || job->localPath(m_folder) != asked[at].path)
            continue;
        const qint64 said = job->facts.status->fileSize;
        job->fileCheckedAt = now;
        job->facts.fileSize = found->size;
        if (found->presence == exports::FilePresence::Unknown)
            job->facts.file = FileFact::Unknown;
        else if (found->presence == exports::FilePresence::Gone)
            job->facts.file = FileFact::Gone;
        else
            job->facts.file = said >= 0 && said != found->size ? FileFact::WrongSize : FileFact::Present;
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

/// Takes the listing that is done, and begins another where the last one is old or was begun before it was wanted.
void FileWatch::list(const QDateTime &wantedSince, const QDateTime &now)
{
    const bool mayWait = std::exchange(m_waitedAt, now) != now && !m_silentSince.isValid();
    // What is asked of the files themselves is taken by look().
    if (!m_hand.waitIdle(mayWait ? m_patience : 0ms))
        return;
    if (m_listing)
        m_listed = *std::exchange(m_listing, nullptr);
    const bool fresh = m_listed.begunAt >= wantedSince && m_listed.begunAt.secsTo(now) < RecheckSeconds;
    if (m_listed.begunAt.isValid() && fresh)
        return;
    m_askedAt = now;
    m_listing = std::make_shared<Listing>();
    m_listing->begunAt = now;
    m_hand.give([listing = m_listing, folder = m_folder, lister = m_lister] {
        const std::optional<QStringList> names = lister(folder);
        if (!names)
            return;
        listing->files.emplace();
        for (const QString &name : *names) {
            const std::optional<QString> stem = exports::stemOfFile(name);
            if (stem && !listing->files->contains(*stem))
                listing->files->insert(*stem, name);
        }
    });
    if (mayWait && m_hand.waitIdle(m_patience))
        m_listed = *std::exchange(m_listing, nullptr);
}

std::optional<QString> FileWatch::fileOf(const QString &jobId, const QDateTime &now)
{
    if (m_folder.isEmpty())
        return QString();
    if (!m_wanted.contains(jobId))
        m_wanted.insert(jobId, now);
    const QDateTime wantedSince = m_wanted.value(jobId);
    list(wantedSince, now);
    if (!m_listed.files)
        return std::nullopt;
    if (const auto own = m_listed.files->constFind(exports::fileStem(jobId)); own != m_listed.files->cend())
        return *own;
    return m_listed.begunAt >= wantedSince ? std::optional(QString()) : std::nullopt;
}

} // namespace herdbook::jobs

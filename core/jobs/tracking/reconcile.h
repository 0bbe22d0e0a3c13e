// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

#include <chrono>

namespace herdbook::jobs {

/// What the key `export_job:{id}` holds.
enum class KeyFact { Missing, Unreadable, Readable };

/// What `celery-task-meta-{id}` says.
enum class ResultFact { None, Success, Failure };

/// Everything that was read about one job, joined; reconcile() judges it.
struct JobFacts
{
    KeyFact key = KeyFact::Missing;
    std::shared_ptr<const exports::JobStatus> status; ///< set when the key is Readable
    QDateTime expiresAt;                              ///< when the key ends (or ended, as last known)
    bool neverExpires = false;
    int queuePosition = 0; ///< 1 is next; 0: not waiting
    QDateTime beginBy;     ///< waiting: until when its message holds; null: always, or not known
    bool tooLate = false;  ///< that is over, by Redis's time
    std::optional<Hand> hand;
    bool placesKnown = true;      ///< queue and hands were read to their ends: what has no place there is in none
    bool pythonAbout = false;     ///< a Python worker may be at work, which acknowledges a task before it makes it
    bool pythonUnheard = false;   ///< none was ever heard: one that sends no heartbeats isn't missed
    bool cancelRequested = false; ///< and whoever has the job heeds it
    ResultFact result = ResultFact::None;
    QString resultText; ///< file name or error, as the result tells
    FileFact file = FileFact::None;
    qint64 fileSize = -1; ///< on disk

    bool mine = false;
    bool repeatable = false;    ///< the request is known
    bool wasFinished = false;   ///< as last known before the key went
    bool redisLostData = false; ///< Redis was restarted, or dropped keys, after the key was last seen
    bool unwatched = false;     ///< the key went before this tracker looked, and by what isn't known
    /// By a worker that then had to leave it: the next takes it up whatever the time.
    bool wasBegun() const { return status && status->attempt > 0; }
    bool operator==(const JobFacts &) const = default;
};

/// A job's state and, where facts contradict, the contradiction and what mends it.
struct Verdict
{
    RowState state = RowState::Queued;
    Contradiction contradiction = Contradiction::None;
    Mending mending = Mending::None;
    bool operator==(const Verdict &) const = default;
};

/// Judges the facts. Pure: the same facts and time give the same verdict, and every combination has one.
Verdict reconcile(const JobFacts &facts, const QDateTime &now);

/// How long a contradiction must have been seen without a break before it is shown: the facts are read one after the other, so a job that
/// moves between two reads looks contradictory for a moment. A Python worker may acknowledge a task before it makes it; what no
/// Herdbook worker ever held gets longer.
std::chrono::milliseconds graceOf(Contradiction contradiction, const JobFacts &facts);

} // namespace herdbook::jobs

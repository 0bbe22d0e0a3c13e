// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/reconcile.h"

namespace herdbook::jobs {

namespace {

using exports::JobState;

/// Redis counts the hour itself; a key that goes this close to its end has expired.
constexpr int ExpirySlackSeconds = 5;

/// What a Python worker took comes back by itself if that has stopped.
bool isHeldAlive(const JobFacts &facts)
{
    return facts.hand && (facts.hand->alive || facts.hand->python);
}

bool isHeldDead(const JobFacts &facts)
{
    return facts.hand && !isHeldAlive(facts);
}

bool isTooLate(const JobFacts &facts)
{
    return facts.queuePosition > 0 && facts.tooLate && !facts.wasBegun();
}

Verdict tooLate(const JobFacts &facts)
{
    return {RowState::Queued, Contradiction::WaitedTooLong, facts.repeatable ? Mending::SubmitAgain : Mending::Remove};
}

/// That one lives can't be known of a Python worker that wrote how far it is and has never been heard.
bool mayBeAtPython(const JobFacts &facts)
{
    const exports::JobStatus &status = *facts.status;
    const bool wrote = status.worker.isEmpty() && status.attempt == 0 && status.processedCount > 0;
    return facts.pythonAbout || (facts.pythonUnheard && wrote);
}

Verdict judgeMissing(const JobFacts &facts, const QDateTime &now)
{
    if (isHeldAlive(facts))
        return {RowState::Running, Contradiction::RunningStatusExpired, Mending::RestoreStatus};
    if (isTooLate(facts))
        return tooLate(facts);
    if (facts.queuePosition > 0)
        return {RowState::Queued, Contradiction::WaitingStatusExpired, Mending::RestoreStatus};
    if (facts.hand)
        return {RowState::Running, Contradiction::HolderStopped, Mending::PutBackInQueue};
    const bool early = facts.expiresAt.isValid() && now.secsTo(facts.expiresAt) > ExpirySlackSeconds;
    if (!early)
        return {RowState::Expired, Contradiction::None, Mending::None};
    if (facts.unwatched && !facts.cancelRequested)
        return {RowState::Gone, Contradiction::None, Mending::None};
    if (facts.redisLostData || (facts.mine && !facts.wasFinished && !facts.cancelRequested))
        return {RowState::Lost, Contradiction::LostByRedis, facts.repeatable ? Mending::SubmitAgain : Mending::None};
    return {RowState::Removed, Contradiction::None, Mending::None};
}

Verdict judgeUnreadable(const JobFacts &facts)
{
    Mending mending = facts.repeatable ? Mending::RunAgain : Mending::Remove;
    if ((facts.queuePosition > 0 && !isTooLate(facts)) || isHeldAlive(facts))
        mending = Mending::RestoreStatus;
    else if (facts.hand)
        mending = Mending::PutBackInQueue;
    return {RowState::Unreadable, Contradiction::UnreadableStatus, mending};
}

Verdict judgeProcessing(const JobFacts &facts)
{
    if (facts.queuePosition > 0) {
        const RowState state = isHeldAlive(facts) ? RowState::Running : RowState::Queued;
        if (facts.hand)
            return {state, Contradiction::WaitingTwice, Mending::TakeOut};
        if (isTooLate(facts))
            return tooLate(facts);
        return {state, Contradiction::None, Mending::None};
    }
    if (isHeldAlive(facts))
        return {RowState::Running, facts.hand->alive ? Contradiction::None : Contradiction::HolderUnheard,
                Mending::None};
    if (facts.status->waitingFor == exports::WaitsForItsTime)
        return {RowState::Queued, Contradiction::None, Mending::None};
    if (facts.result == ResultFact::Success)
        return {RowState::Running, Contradiction::DoneButProcessing,
                !facts.resultText.isEmpty()      ? Mending::AcceptResult
                : facts.file == FileFact::Silent ? Mending::None
                                                 : Mending::RunAgain};
    if (facts.result == ResultFact::Failure)
        return {RowState::Running, Contradiction::FailedButProcessing, Mending::AcceptResult};
    if (facts.hand)
        return {RowState::Running, Contradiction::HolderStopped, Mending::PutBackInQueue};
    if (!facts.placesKnown)
        return {facts.status->worker.isEmpty() ? RowState::Queued : RowState::Running, Contradiction::None,
                Mending::None};
    if (mayBeAtPython(facts))
        return {RowState::Running, Contradiction::HolderUnheard, Mending::None};
    return {RowState::Running, Contradiction::NobodyHoldsIt,
            facts.repeatable ? Mending::PutBackInQueue : Mending::MarkFailed};
}

Verdict judgeFinished(const JobFacts &facts)
{
    const bool completed = facts.status->state == JobState::Completed;
    Verdict verdict{completed ? RowState::Completed : RowState::Failed, Contradiction::None, Mending::None};
    if (!completed && facts.status->cancelled)
        verdict.state = RowState::Cancelled;
    const Mending again = facts.repeatable ? Mending::RunAgain : Mending::Remove;
    // A cancelled job's message may stay: the worker that takes it drops it.
    if (facts.queuePosition > 0 && !facts.cancelRequested)
        return {verdict.state, Contradiction::FinishedButQueued, Mending::TakeOut};
    if (isHeldDead(facts))
        return {verdict.state, Contradiction::FinishedButHeld, Mending::TakeOut};
    if (completed && facts.status->fileName.isEmpty())
        return {verdict.state, Contradiction::NoFileNamed, again};
    if (completed && facts.file == FileFact::Gone)
        return {verdict.state, Contradiction::FileGone, again};
    if (completed && facts.file == FileFact::WrongSize)
        return {verdict.state, Contradiction::FileDiffers, again};
    if (facts.neverExpires)
        return {verdict.state, Contradiction::NeverExpires, Mending::SetExpiry};
    return verdict;
}

} // namespace

Verdict reconcile(const JobFacts &facts, const QDateTime &now)
{
    if (facts.key == KeyFact::Missing)
        return judgeMissing(facts, now);
    if (facts.key == KeyFact::Unreadable || !facts.status)
        return judgeUnreadable(facts);
    return facts.status->state == JobState::Processing ? judgeProcessing(facts) : judgeFinished(facts);
}

std::chrono::milliseconds graceOf(Contradiction contradiction, const JobFacts &facts)
{
    using namespace std::chrono_literals;
    switch (contradiction) {
    case Contradiction::None:
    case Contradiction::UnreadableStatus:
    case Contradiction::LostByRedis:
    case Contradiction::NoFileNamed:
    case Contradiction::NeverExpires:
        return 0ms;
    case Contradiction::NobodyHoldsIt:
        return facts.status && facts.status->worker.isEmpty() ? std::chrono::milliseconds(2min) : 3s;
    case Contradiction::HolderUnheard:
        return 2min;
    case Contradiction::HolderStopped:
    case Contradiction::FileGone:
    case Contradiction::FileDiffers:
        return 1s;
    case Contradiction::WaitingTwice:
    case Contradiction::DoneButProcessing:
    case Contradiction::FailedButProcessing:
    case Contradiction::FinishedButQueued:
    case Contradiction::FinishedButHeld:
    case Contradiction::WaitedTooLong:
    case Contradiction::WaitingStatusExpired:
    case Contradiction::RunningStatusExpired:
        break;
    }
    return 3s;
}

} // namespace herdbook::jobs

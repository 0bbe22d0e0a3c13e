// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/desk/trialwork.h"

#include <algorithm>
#include <utility>

/// What a TrialDesk does with answers: gives and takes back, saves, shares and reads again.
namespace herdbook::trial {

/// With another trial in hand, what isn't on disk would be lost: false until that was said.
bool TrialDesk::mayLeave()
{
    // A single one on its way to the disk gets there.
    if (m_unsaved.empty() || (m_unsaved.size() == 1 && !m_savingFailed) || m_unsaved.back().sequence == m_toldUnsaved)
        return true;
    m_toldUnsaved = m_unsaved.back().sequence;
    Q_EMIT sampleFailed(
        {ErrorKind::Conflict,
         tr("What was answered last isn’t saved. Save it in the review, or do the same once more to give it up.")});
    return false;
}

bool TrialDesk::answer(Answer answer, const QString &note, int milliseconds, int ignored, bool pictureFailed)
{
    if (!m_session || !m_session->current() || !isOwn())
        return false;
    save(m_session->answer(answer, note, milliseconds, m_services.clock(), ignored, pictureFailed));
    Q_EMIT pairChanged();
    return true;
}

/// Another reviewer's answers have come, or one's own of another computer: what is next may be another pair.
void TrialDesk::reread()
{
    m_journal->run(
        this,
        [record = m_record](JournalTool &tool) {
            return tool.with([&](TrialStore &store) { return readReviews(store, *record); });
        },
        [this, record = m_record](const Result<std::vector<ReviewerEvents>> &all) {
            if (record != m_record || !m_session || !all)
                return;
            std::vector<ReviewerEvents> events = *all;
            const std::size_t before = m_session->events().size();
            for (ReviewerEvents &one : events) {
                if (one.reviewer == m_reviewer && !beginsWith(one.events, m_session->events()))
                    one.events = m_session->events(); // answers given meanwhile
            }
            auto session = std::make_unique<ReviewSession>(m_record, m_reviewer, events);
            if (session->events() == m_session->events() &&
                std::ranges::equal(session->replay().given(), m_session->replay().given(), {}, &Given::event,
                                   &Given::event))
                return; // nothing new: the pair stays on screen as it is
            m_session = std::move(session);
            Q_EMIT pairChanged();
            if (m_session->events().size() > before)
                exchange(); // counts anew what is to be sent
        });
}

bool TrialDesk::undo()
{
    if (!m_session || !isOwn())
        return false;
    const std::optional<ReviewEvent> event = m_session->undo(m_services.clock());
    if (!event)
        return false;
    save(*event);
    Q_EMIT pairChanged();
    return true;
}

void TrialDesk::save(const ReviewEvent &event)
{
    m_unsaved.push_back(event);
    if (m_unsaved.size() == 1)
        saveAgain();
    Q_EMIT savingChanged();
}

void TrialDesk::saveAgain()
{
    if (m_unsaved.empty() || !m_record)
        return;
    m_journal->run(
        this,
        [trial = m_record->id, reviewer = m_reviewer, event = m_unsaved.front()](JournalTool &tool) {
            return tool.with([&](TrialStore &store) { return store.keep(trial, reviewer, event); });
        },
        [this, event = m_unsaved.front()](const Result<void> &saved) {
            // Asked twice it was told before; of a trial that was left it was remembered then.
            if (m_unsaved.empty() || !(m_unsaved.front() == event))
                return;
            m_savingFailed = !saved;
            if (!saved) {
                Q_EMIT reviewFailed(saved.error());
                Q_EMIT savingChanged();
                return;
            }
            m_unsaved.pop_front();
            saveAgain();
            if (m_unsent)
                ++*m_unsent;
            if (!m_exchangeTimer.isActive()) // who answers fast is heard all the same
                m_exchangeTimer.start(m_services.shareAfter);
            Q_EMIT savingChanged();
        });
}

void TrialDesk::exchange()
{
    if (!m_record || !m_session || m_services.readOnly || !isOwn())
        return;
    if (m_exchangesAsked++ > 0) // on a connection that is silent they would pile up
        return;
    m_database->run(
        this,
        [record = m_record, reviewer = m_reviewer](DatabaseTool &tool) {
            return exchangeShared(tool, *record, reviewer);
        },
        [this, record = m_record, before = savedEvents()](const Result<std::optional<Exchange>> &shared) {
            if (std::exchange(m_exchangesAsked, 0) > 1)
                m_exchangeTimer.start(0);
            if (record != m_record)
                return;
            const bool lasts = !shared && !shared.error().passing && shared.error().kind != ErrorKind::Unreachable;
            m_unsentWhy = lasts ? shared.error().message : QString();
            if (shared) {
                // What was saved in the meantime goes with the next exchange.
                m_unsent = *shared ? std::optional(savedEvents() - before) : std::nullopt;
                if (*shared && (*shared)->received > 0) {
                    reread();
                    Q_EMIT othersAnswered();
                }
            } else {
                // Not shared for now: everything is in the journal here, and goes out later.
                m_unsent = m_unsent.value_or(savedEvents());
                m_exchangeTimer.start(m_services.shareAgain);
                reread(); // some may have come before it failed
            }
            Q_EMIT savingChanged();
        });
}

int TrialDesk::savedEvents() const
{
    return static_cast<int>(m_session->events().size() - m_unsaved.size());
}

ReviewerEvents TrialDesk::ownEvents() const
{
    return isOwn() ? ReviewerEvents{m_reviewer, m_session->events()} : ReviewerEvents();
}

} // namespace herdbook::trial

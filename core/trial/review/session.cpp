// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/session.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

int positionOf(const Look &look)
{
    return look.plant ? -1 - static_cast<int>(look.index) : static_cast<int>(look.index);
}

} // namespace

Replay::Replay(std::shared_ptr<const TrialRecord> record)
    : m_record(std::move(record)), m_scheme(m_record->scheme()), m_looks(m_record->looks())
{
    m_progress = std::make_unique<Progress>(m_scheme, m_record->placesSeed(), m_record->pipeline, m_evaluator);
}

void Replay::rebuild()
{
    m_progress = std::make_unique<Progress>(m_scheme, m_record->placesSeed(), m_record->pipeline, m_evaluator);
    for (const Given &one : m_given)
        m_progress->give(one.look, *one.event.answer, one.reviewer);
}

void Replay::add(int reviewer, const ReviewEvent &event)
{
    const auto look = m_looks.constFind(event.item);
    if (look == m_looks.constEnd() || reviewer < 0 || reviewer > 1)
        return;
    const Final state = m_progress->mark(*look, reviewer).state;
    if (!event.answer) {
        const Given *last = undoable(reviewer);
        if (last == nullptr || last->event.item != event.item) {
            if (state == Final::Same && !look->plant) // a certificate has used it
                m_takenBack[look->index] = std::nullopt;
            return;
        }
        if (look->plant && last->event.answer == Answer::Same)
            m_corrected[look->index][reviewer] = last->event;
        m_given.erase(m_given.begin() + (last - m_given.data()));
        rebuild();
        return;
    }
    if (event.milliseconds < kLeastMilliseconds) {
        ++m_tooFast;
        return;
    }
    if (state == Final::Same || state == Final::NotSame) {
        const auto before = m_takenBack.find(look->index);
        if (state == Final::Same && !look->plant && before != m_takenBack.end()) {
            before->second = event.answer;
            if (event.answer == Answer::Same)
                m_takenBack.erase(before);
        }
        return;
    }
    Given given{reviewer, *look, event};
    given.look.again = state == Final::Awaiting;
    m_given.push_back(std::move(given));
    const std::size_t before = m_progress->announcements().size();
    m_progress->give(*look, *event.answer, reviewer);
    if (m_progress->announcements().size() > before)
        m_locked = m_given.size();
}

const Given *Replay::undoable(int reviewer) const
{
    for (std::size_t i = m_given.size(); i > m_locked; --i) {
        if (m_given[i - 1].reviewer == reviewer)
            return &m_given[i - 1];
    }
    return nullptr;
}

void replayAll(Replay &replay, const std::vector<ReviewerEvents> &all)
{
    std::vector<std::size_t> next(all.size(), 0);
    for (;;) {
        std::optional<std::size_t> earliest;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (next[i] < all[i].events.size() &&
                (!earliest || all[i].events[next[i]].at < all[*earliest].events[next[*earliest]].at))
                earliest = i;
        }
        if (!earliest)
            return;
        const ReviewerEvents &one = all[*earliest];
        replay.add(static_cast<int>(replay.record().reviewers.indexOf(one.reviewer)), one.events[next[*earliest]++]);
    }
}

std::vector<ReviewerEvents> carriedOver(const Replay &from, const TrialRecord &to)
{
    const QHash<QUuid, Look> looks = to.looks();
    std::vector<ReviewerEvents> all;
    for (const QString &reviewer : from.record().reviewers)
        all.push_back({reviewer, {}});
    const auto add = [&](int reviewer, ReviewEvent event) {
        const auto look = looks.constFind(event.item);
        if (look == looks.constEnd())
            return;
        std::vector<ReviewEvent> &events = all[static_cast<std::size_t>(reviewer)].events;
        event.sequence = static_cast<int>(events.size()) + 1;
        event.position = positionOf(*look);
        events.push_back(std::move(event));
    };
    // First, when no certificate has used them yet and they can be taken back; so early that the others stay in their order.
    for (const auto &[plant, answers] : from.corrected()) {
        for (auto [reviewer, event] : answers) {
            if (!from.given().empty())
                event.at = std::min(event.at, from.given().front().event.at);
            add(reviewer, event);
            event.answer.reset();
            add(reviewer, event);
        }
    }
    for (const Given &given : from.given())
        add(given.reviewer, given.event);
    return all;
}

ReviewSession::ReviewSession(std::shared_ptr<const TrialRecord> record, const QString &reviewer,
                             const std::vector<ReviewerEvents> &all)
    : m_replay(std::move(record))
{
    m_reviewer = std::max(0, static_cast<int>(m_replay.record().reviewers.indexOf(reviewer)));
    for (const ReviewerEvents &one : all) {
        if (one.reviewer == reviewer)
            m_events = one.events;
    }
    replayAll(m_replay, all);
    m_current = m_replay.progress().next(m_reviewer);
}

ReviewEvent ReviewSession::append(const Look &look, ReviewEvent event)
{
    event.sequence = m_events.empty() ? 1 : m_events.back().sequence + 1;
    event.item = m_replay.record().pair(look).id;
    event.plant = look.plant;
    event.position = positionOf(look);
    m_events.push_back(event);
    m_replay.add(m_reviewer, event);
    return event;
}

ReviewEvent ReviewSession::answer(Answer answer, const QString &note, int milliseconds, const QDateTime &now,
                                  int ignored, bool pictureFailed)
{
    Q_ASSERT(m_current && milliseconds >= kLeastMilliseconds);
    ReviewEvent event;
    event.answer = answer;
    event.note = note;
    event.at = now;
    event.milliseconds = milliseconds;
    event.ignored = ignored;
    event.pictureFailed = pictureFailed;
    event = append(*m_current, std::move(event));
    m_takenBack.reset();
    m_current = m_replay.progress().next(m_reviewer);
    return event;
}

std::optional<ReviewEvent> ReviewSession::undo(const QDateTime &now)
{
    const Given *last = m_replay.undoable(m_reviewer);
    if (last == nullptr)
        return std::nullopt;
    const Look look = last->look;
    m_takenBack = last->event;
    ReviewEvent event;
    event.at = now;
    event = append(look, std::move(event));
    m_current = look;
    return event;
}

} // namespace herdbook::trial

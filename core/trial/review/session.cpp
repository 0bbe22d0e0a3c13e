// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/session.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

void enact(const ReviewEvent &event, std::vector<PairState> &states)
{
    if (event.position < 0 || static_cast<std::size_t>(event.position) >= states.size())
        return;
    PairState &state = states[static_cast<std::size_t>(event.position)];
    state = event.answer ? PairState{event.answer, event.note, event.milliseconds, event.at} : PairState();
}

} // namespace

std::vector<PairState> statesAfter(const std::vector<ReviewEvent> &events, std::size_t pairs)
{
    std::vector<PairState> states(pairs);
    for (const ReviewEvent &event : events)
        enact(event, states);
    return states;
}

std::vector<std::optional<Answer>> answersIn(const std::vector<PairState> &states)
{
    std::vector<std::optional<Answer>> answers;
    answers.reserve(states.size());
    for (const PairState &state : states)
        answers.push_back(state.answer);
    return answers;
}

ReviewSession::ReviewSession(std::size_t pairs, std::vector<ReviewEvent> events)
    : m_events(std::move(events)), m_states(statesAfter(m_events, pairs))
{
    for (const ReviewEvent &event : m_events) {
        const auto position = static_cast<std::size_t>(event.position);
        std::erase(m_given, position);
        if (event.answer && position < pairs)
            m_given.push_back(position);
    }
    moveOn();
}

std::size_t ReviewSession::answered() const
{
    return m_given.size();
}

void ReviewSession::moveOn()
{
    m_position = 0;
    while (m_position < m_states.size() && m_states[m_position].answer)
        ++m_position;
}

ReviewEvent ReviewSession::append(std::optional<Answer> answer, const QString &note, int milliseconds,
                                  const QDateTime &now)
{
    const int sequence = m_events.empty() ? 1 : m_events.back().sequence + 1;
    m_events.push_back({sequence, static_cast<int>(m_position), answer, note, now, milliseconds});
    enact(m_events.back(), m_states);
    return m_events.back();
}

ReviewEvent ReviewSession::answer(Answer answer, const QString &note, int milliseconds, const QDateTime &now)
{
    Q_ASSERT(!isComplete());
    ReviewEvent event = append(answer, note, milliseconds, now);
    m_given.push_back(m_position);
    m_takenBack.reset();
    moveOn();
    return event;
}

std::optional<ReviewEvent> ReviewSession::undo(const QDateTime &now)
{
    if (m_given.empty())
        return std::nullopt;
    m_position = m_given.back();
    m_given.pop_back();
    m_takenBack = m_states[m_position];
    return append(std::nullopt, {}, 0, now);
}

std::optional<int> ReviewSession::pace() const
{
    std::vector<int> times;
    for (const PairState &state : m_states) {
        if (state.answer)
            times.push_back(state.milliseconds);
    }
    if (times.size() < 5)
        return std::nullopt;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace herdbook::trial

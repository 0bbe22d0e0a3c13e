// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/answers.h"

#include <QDateTime>
#include <QString>
#include <vector>

namespace herdbook::trial {

/// One act of a reviewer, as journals keep it. Nothing is ever changed: an answer is taken back by an event without one.
struct ReviewEvent
{
    int sequence = 0; ///< 1, 2, ... within a trial and reviewer
    int position = 0; ///< of the pair
    std::optional<Answer> answer;
    QString note;
    QDateTime at;         ///< UTC
    int milliseconds = 0; ///< from the pair's appearance to the answer
    bool operator==(const ReviewEvent &) const = default;
};

/// What holds of one pair after all events.
struct PairState
{
    std::optional<Answer> answer;
    QString note;
    int milliseconds = 0;
    QDateTime at;
};

/// The state after all events; `pairs` many.
std::vector<PairState> statesAfter(const std::vector<ReviewEvent> &events, std::size_t pairs);
std::vector<std::optional<Answer>> answersIn(const std::vector<PairState> &states);

/// One reviewer's way through the pairs of a trial: which is next, answering, taking back. Pure state; whoever calls answer() or undo()
/// saves the event it gives before going on.
class ReviewSession
{
public:
    /// Goes on where the events end.
    ReviewSession(std::size_t pairs, std::vector<ReviewEvent> events);

    /// The pair to be judged; as many as there are pairs when all have been.
    std::size_t position() const { return m_position; }
    bool isComplete() const { return m_position >= m_states.size(); }
    std::size_t answered() const;
    bool canUndo() const { return !m_given.empty(); }

    /// Judges the current pair and moves on to the next one without an answer.
    ReviewEvent answer(Answer answer, const QString &note, int milliseconds, const QDateTime &now);

    /// Takes the last answer back and returns to its pair; nothing when there is none. The answer and note that were given are in
    /// takenBack().
    std::optional<ReviewEvent> undo(const QDateTime &now);
    const std::optional<PairState> &takenBack() const { return m_takenBack; }

    const std::vector<ReviewEvent> &events() const { return m_events; }
    const std::vector<PairState> &states() const { return m_states; }

    /// Median time of an answer, milliseconds; nothing before the fifth answer. Pauses hardly move it.
    std::optional<int> pace() const;

private:
    ReviewEvent append(std::optional<Answer> answer, const QString &note, int milliseconds, const QDateTime &now);
    void moveOn();

    std::vector<ReviewEvent> m_events;
    std::vector<PairState> m_states;
    std::vector<std::size_t> m_given; ///< positions by time of their answer, latest last
    std::size_t m_position = 0;
    std::optional<PairState> m_takenBack;
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/record.h"

#include <map>
#include <memory>

namespace herdbook::trial {

/// One act of a reviewer, as journals keep it. Nothing is ever changed: an answer is taken back by an event without one.
struct ReviewEvent
{
    int sequence = 0; ///< 1, 2, ... within a trial and reviewer
    int position = 0; ///< first edition: of the pair; since then of the item, or -1 minus that of the plant
    QUuid item;       ///< the pair; null in the first edition
    bool plant = false;
    std::optional<Answer> answer;
    QString note;
    QDateTime at;               ///< UTC
    int milliseconds = 0;       ///< from when both pictures were on screen to the answer
    int ignored = 0;            ///< keys before it that came within the first second
    bool pictureFailed = false; ///< one of the two pictures couldn't be shown
    bool operator==(const ReviewEvent &) const = default;
};

/// An answer that stands: not taken back.
struct Given
{
    int reviewer = 0; ///< index into TrialRecord::reviewers
    Look look;
    ReviewEvent event;
};

/// What a reviewer's events leave standing, and what follows from it. Events are replayed, so that a reopened trial goes on bit by bit.
/// Events of strangers, of unknown pairs and answers given in under a second count for nothing but are told.
class Replay
{
public:
    explicit Replay(std::shared_ptr<const TrialRecord> record);
    Replay(const Replay &) = delete;
    Replay &operator=(const Replay &) = delete;

    void add(int reviewer, const ReviewEvent &event);

    const TrialRecord &record() const { return *m_record; }
    const Scheme &scheme() const { return m_scheme; }
    const Progress &progress() const { return *m_progress; }
    const std::vector<Given> &given() const { return m_given; }
    int looks(int reviewer) const { return m_progress->looks(reviewer); }
    /// The last answer of a reviewer that may still be taken back: none that a certificate used.
    const Given *undoable(int reviewer) const;
    /// Items called Same when a certificate used them, and then taken back or answered otherwise by a reviewer who hadn't heard of it yet,
    /// with the last answer.
    const std::map<std::size_t, std::optional<Answer>> &takenBack() const { return m_takenBack; }
    /// Known different pairs that were answered Same and that taken back: each reviewer's answer.
    const std::map<std::size_t, std::map<int, ReviewEvent>> &corrected() const { return m_corrected; }
    int tooFast() const { return m_tooFast; } ///< recorded answers of under a second
    Evaluator &evaluator() { return m_evaluator; }

private:
    void rebuild();

    std::shared_ptr<const TrialRecord> m_record;
    Scheme m_scheme;
    QHash<QUuid, Look> m_looks;
    Evaluator m_evaluator;
    std::unique_ptr<Progress> m_progress;
    std::vector<Given> m_given;
    std::map<std::size_t, std::optional<Answer>> m_takenBack;
    std::map<std::size_t, std::map<int, ReviewEvent>> m_corrected;
    std::size_t m_locked = 0; ///< of the given ones: used by a certificate
    int m_tooFast = 0;
};

/// All reviewers' events of a trial, in the order they were made.
struct ReviewerEvents
{
    QString reviewer;
    std::vector<ReviewEvent> events;
};
void replayAll(Replay &replay, const std::vector<ReviewerEvents> &all);

/// The answers that stand, as events of another trial of the same pool: those of its pairs, numbered anew. That known different pairs were
/// answered Same at first goes with them.
std::vector<ReviewerEvents> carriedOver(const Replay &from, const TrialRecord &to);

/// One reviewer's way through a trial: which pair is next, answering, taking back. Pure state; whoever calls answer() or undo() saves
/// the event it gives before going on.
class ReviewSession
{
public:
    /// Goes on where the events end. @param all events of every reviewer of the trial.
    ReviewSession(std::shared_ptr<const TrialRecord> record, const QString &reviewer,
                  const std::vector<ReviewerEvents> &all);

    /// What is to be judged now; nothing when there is nothing, or the other reviewer has to answer first.
    const std::optional<Look> &current() const { return m_current; }
    const Pair *pair() const { return m_current ? &m_replay.record().pair(*m_current) : nullptr; }
    std::vector<Look> upcoming(std::size_t most) const { return m_replay.progress().upcoming(m_reviewer, most); }
    int looks() const { return m_replay.looks(m_reviewer); }
    bool canUndo() const { return m_replay.undoable(m_reviewer) != nullptr; }

    /// Judges the current pair and moves on. @param milliseconds at least kLeastMilliseconds.
    ReviewEvent answer(Answer answer, const QString &note, int milliseconds, const QDateTime &now, int ignored = 0,
                       bool pictureFailed = false);

    /// Takes the last answer back and returns to its pair; nothing when there is none or a certificate has used it. What was given is in
    /// takenBack().
    std::optional<ReviewEvent> undo(const QDateTime &now);
    const std::optional<ReviewEvent> &takenBack() const { return m_takenBack; }

    const std::vector<ReviewEvent> &events() const { return m_events; }
    const Replay &replay() const { return m_replay; }

private:
    ReviewEvent append(const Look &look, ReviewEvent event);

    Replay m_replay;
    int m_reviewer = 0;
    std::vector<ReviewEvent> m_events;
    std::optional<Look> m_current;
    std::optional<ReviewEvent> m_takenBack;
};

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/reconcile.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::jobs;

namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);

enum class Key { Missing, MissingEarly, Unreadable, Processing, Completed, Unnamed, Failed, Cancelled };
enum class Held { Nobody, Alive, Stopped, Python };

/// Facts as terse as the tables below need them.
JobFacts facts(Key key, bool queued = false, Held held = Held::Nobody)
{
    JobFacts facts;
    facts.repeatable = true;
    facts.mine = true;
    facts.queuePosition = queued ? 3 : 0;
    facts.expiresAt = key == Key::Missing ? Now.addSecs(-1) : Now.addSecs(1800);
    if (held != Held::Nobody)
        facts.hand = Hand{QStringLiteral("barn:1:0"), held == Held::Python, held != Held::Stopped, {}};
    if (key == Key::Missing || key == Key::MissingEarly)
        return facts;
    facts.key = key == Key::Unreadable ? KeyFact::Unreadable : KeyFact::Readable;
    if (key == Key::Unreadable)
        return facts;
    exports::JobStatus status;
    status.state = key == Key::Processing                        ? exports::JobState::Processing
                   : key == Key::Failed || key == Key::Cancelled ? exports::JobState::Failed
                                                                 : exports::JobState::Completed;
    status.cancelled = key == Key::Cancelled;
    if (key == Key::Completed) {
        status.fileName = QStringLiteral("report_a.pdf");
        facts.file = FileFact::Present;
    }
    facts.status = std::make_shared<const exports::JobStatus>(status);
    return facts;
}

template<class Change>
JobFacts with(JobFacts facts, Change change)
{
    change(facts);
    return facts;
}

} // namespace

Q_DECLARE_METATYPE(herdbook::jobs::JobFacts)
Q_DECLARE_METATYPE(herdbook::jobs::RowState)
Q_DECLARE_METATYPE(herdbook::jobs::Contradiction)
Q_DECLARE_METATYPE(herdbook::jobs::Mending)

class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        using S = RowState;
        using C = Contradiction;
        using M = Mending;
        QTest::addColumn<JobFacts>("given");
        QTest::addColumn<RowState>("state");
        QTest::addColumn<Contradiction>("contradiction");
        QTest::addColumn<Mending>("mending");
        const auto row = [](const char *name, const JobFacts &given, S state, C contradiction = C::None,
                            M mending = M::None) { QTest::newRow(name) << given << state << contradiction << mending; };
        const auto notRepeatable = [](JobFacts &f) { f.repeatable = false; };

        row("waiting", facts(Key::Processing, true), S::Queued);
        row("running", facts(Key::Processing, false, Held::Alive), S::Running);
        row("running at a Python worker", facts(Key::Processing, false, Held::Python), S::Running);
        row("completed", facts(Key::Completed), S::Completed);
        row("completed, not yet acknowledged", facts(Key::Completed, false, Held::Alive), S::Completed);
        row("failed", facts(Key::Failed), S::Failed);
        row("cancelled", facts(Key::Cancelled), S::Cancelled);
        row("expired", facts(Key::Missing), S::Expired);

        row("nobody holds it", facts(Key::Processing), S::Running, C::NobodyHoldsIt, M::PutBackInQueue);
        row("nobody holds it, request unknown", with(facts(Key::Processing), notRepeatable), S::Running,
            C::NobodyHoldsIt, M::MarkFailed);
        row("holder stopped", facts(Key::Processing, false, Held::Stopped), S::Running, C::HolderStopped,
            M::PutBackInQueue);
        row("waits and runs", facts(Key::Processing, true, Held::Alive), S::Running, C::WaitingTwice, M::TakeOut);
        row("put back by hand, still in a dead hand", facts(Key::Processing, true, Held::Stopped), S::Queued,
            C::WaitingTwice, M::TakeOut);
        row("result says success",
            with(facts(Key::Processing),
                 [](JobFacts &f) {
                     f.result = ResultFact::Success;
                     f.resultText = QStringLiteral("report_a.pdf");
                 }),
            S::Running, C::DoneButProcessing, M::AcceptResult);
        row("result says success, no file",
            with(facts(Key::Processing), [](JobFacts &f) { f.result = ResultFact::Success; }), S::Running,
            C::DoneButProcessing, M::RunAgain);
        row("result says failure", with(facts(Key::Processing), [](JobFacts &f) { f.result = ResultFact::Failure; }),
            S::Running, C::FailedButProcessing, M::AcceptResult);
        row("a result doesn't count while a worker is at it",
            with(facts(Key::Processing, false, Held::Alive), [](JobFacts &f) { f.result = ResultFact::Failure; }),
            S::Running);

        const auto unheard = [](JobFacts &f) { f.hand->alive = false; };
        const auto about = [](JobFacts &f) { f.pythonAbout = true; };
        row("a Python worker took it, none is heard", with(facts(Key::Processing, false, Held::Python), unheard),
            S::Running, C::HolderUnheard);
        row("completed, a Python worker that isn't heard took it",
            with(facts(Key::Completed, false, Held::Python), unheard), S::Completed);
        row("no key, a Python worker that isn't heard took it", with(facts(Key::Missing, false, Held::Python), unheard),
            S::Running, C::RunningStatusExpired, M::RestoreStatus);
        row("perhaps a Python worker is at it", with(facts(Key::Processing), about), S::Running, C::HolderUnheard);
        row("perhaps a Python worker is at it, request unknown",
            with(with(facts(Key::Processing), about), notRepeatable), S::Running, C::HolderUnheard);

        row("completed, still waiting", facts(Key::Completed, true), S::Completed, C::FinishedButQueued, M::TakeOut);
        row("failed, still waiting", facts(Key::Failed, true), S::Failed, C::FinishedButQueued, M::TakeOut);
        row("cancelled, its message still waits",
            with(facts(Key::Cancelled, true), [](JobFacts &f) { f.cancelRequested = true; }), S::Cancelled);
        row("completed, in a dead hand", facts(Key::Completed, false, Held::Stopped), S::Completed, C::FinishedButHeld,
            M::TakeOut);
        row("file gone", with(facts(Key::Completed), [](JobFacts &f) { f.file = FileFact::Gone; }), S::Completed,
            C::FileGone, M::RunAgain);
        row("file gone, request unknown",
            with(facts(Key::Completed),
                 [](JobFacts &f) {
                     f.file = FileFact::Gone;
                     f.repeatable = false;
                 }),
            S::Completed, C::FileGone, M::Remove);
        row("folder not mounted", with(facts(Key::Completed), [](JobFacts &f) { f.file = FileFact::Unknown; }),
            S::Completed);
        row("folder doesn't answer", with(facts(Key::Completed), [](JobFacts &f) { f.file = FileFact::Silent; }),
            S::Completed);
        row("result says success, folder doesn't answer",
            with(facts(Key::Processing),
                 [](JobFacts &f) {
                     f.result = ResultFact::Success;
                     f.file = FileFact::Silent;
                 }),
            S::Running, C::DoneButProcessing);
        row("file of another size", with(facts(Key::Completed), [](JobFacts &f) { f.file = FileFact::WrongSize; }),
            S::Completed, C::FileDiffers, M::RunAgain);
        row("names no file", facts(Key::Unnamed), S::Completed, C::NoFileNamed, M::RunAgain);
        row("never expires", with(facts(Key::Completed), [](JobFacts &f) { f.neverExpires = true; }), S::Completed,
            C::NeverExpires, M::SetExpiry);

        row("unreadable", facts(Key::Unreadable), S::Unreadable, C::UnreadableStatus, M::RunAgain);
        row("unreadable, request unknown", with(facts(Key::Unreadable), notRepeatable), S::Unreadable,
            C::UnreadableStatus, M::Remove);
        row("unreadable, waiting", facts(Key::Unreadable, true), S::Unreadable, C::UnreadableStatus, M::RestoreStatus);
        row("unreadable, in a dead hand", facts(Key::Unreadable, false, Held::Stopped), S::Unreadable,
            C::UnreadableStatus, M::PutBackInQueue);

        const auto late = [](JobFacts &f) { f.tooLate = true; };
        row("waits, too late", with(facts(Key::Processing, true), late), S::Queued, C::WaitedTooLong, M::SubmitAgain);
        row("waits without its key, too late", with(facts(Key::Missing, true), late), S::Queued, C::WaitedTooLong,
            M::SubmitAgain);
        row("waits, too late, request unknown", with(with(facts(Key::Missing, true), late), notRepeatable), S::Queued,
            C::WaitedTooLong, M::Remove);
        row("unreadable, waiting, too late", with(facts(Key::Unreadable, true), late), S::Unreadable,
            C::UnreadableStatus, M::RunAgain);
        row("begun before it was too late",
            with(with(facts(Key::Processing, true), late),
                 [](JobFacts &f) {
                     exports::JobStatus status = *f.status;
                     status.attempt = 1;
                     f.status = std::make_shared<const exports::JobStatus>(status);
                 }),
            S::Queued);
        row("waits longer than its key", facts(Key::Missing, true), S::Queued, C::WaitingStatusExpired,
            M::RestoreStatus);
        row("runs longer than its key", facts(Key::Missing, false, Held::Alive), S::Running, C::RunningStatusExpired,
            M::RestoreStatus);
        row("no key, in a dead hand", facts(Key::Missing, false, Held::Stopped), S::Running, C::HolderStopped,
            M::PutBackInQueue);
        row("lost by Redis", facts(Key::MissingEarly), S::Lost, C::LostByRedis, M::SubmitAgain);
        row("finished and gone early: removed",
            with(facts(Key::MissingEarly), [](JobFacts &f) { f.wasFinished = true; }), S::Removed);
        row("finished, Redis restarted: lost",
            with(facts(Key::MissingEarly),
                 [](JobFacts &f) {
                     f.wasFinished = true;
                     f.redisLostData = true;
                 }),
            S::Lost, C::LostByRedis, M::SubmitAgain);
        row("gone while nobody looked", with(facts(Key::MissingEarly), [](JobFacts &f) { f.unwatched = true; }),
            S::Gone);
        row("cancelled and gone while nobody looked",
            with(facts(Key::MissingEarly),
                 [](JobFacts &f) {
                     f.unwatched = true;
                     f.cancelRequested = true;
                 }),
            S::Removed);
        row("cancelled and gone", with(facts(Key::MissingEarly), [](JobFacts &f) { f.cancelRequested = true; }),
            S::Removed);
        row("somebody else's, gone early", with(facts(Key::MissingEarly), [](JobFacts &f) { f.mine = false; }),
            S::Removed);
    }

    void verdicts()
    {
        QFETCH(const JobFacts, given);
        QFETCH(const RowState, state);
        QFETCH(const Contradiction, contradiction);
        QFETCH(const Mending, mending);
        const Verdict verdict = reconcile(given, Now);
        QCOMPARE(verdict.state, state);
        QCOMPARE(verdict.contradiction, contradiction);
        QCOMPARE(verdict.mending, mending);
    }

    /// All combinations: what must hold whatever the facts are.
    void everyCombinationHasASoundVerdict()
    {
        int combinations = 0;
        for (int bits = 0; bits < 8 * 2 * 4 * 3 * 6 * 64; ++bits) {
            int rest = bits;
            const auto take = [&rest](int choices) {
                const int choice = rest % choices;
                rest /= choices;
                return choice;
            };
            const auto key = static_cast<Key>(take(8));
            const bool queued = take(2) == 1;
            const auto held = static_cast<Held>(take(4));
            JobFacts given = facts(key, queued, held);
            given.result = static_cast<ResultFact>(take(3));
            given.file = static_cast<FileFact>(take(6));
            given.repeatable = take(2) == 1;
            given.mine = take(2) == 1;
            given.cancelRequested = take(2) == 1;
            given.neverExpires = take(2) == 1;
            given.wasFinished = take(2) == 1;
            given.tooLate = take(2) == 1;
            const Verdict verdict = reconcile(given, Now);
            ++combinations;

            const bool mendable = verdict.mending != Mending::None;
            QVERIFY2(!mendable || verdict.contradiction != Contradiction::None, "an action without a reason");
            // Whether there is a file is for the folder to say.
            const bool waits =
                verdict.contradiction == Contradiction::DoneButProcessing && given.file == FileFact::Silent;
            if (verdict.contradiction != Contradiction::None && verdict.contradiction != Contradiction::LostByRedis &&
                !waits)
                QVERIFY2(mendable, "a contradiction nobody can mend");
            if (!given.repeatable)
                QVERIFY(verdict.mending != Mending::SubmitAgain);
            // What no worker will make isn't said to wait on.
            if (given.tooLate && queued && held == Held::Nobody)
                QVERIFY(verdict.mending != Mending::RestoreStatus &&
                        (verdict.state != RowState::Queued || verdict.contradiction == Contradiction::WaitedTooLong));
            // What a living worker holds is never queued a second time.
            if (held == Held::Alive || held == Held::Python)
                QVERIFY(verdict.mending != Mending::PutBackInQueue);
            const bool past = verdict.state == RowState::Expired || verdict.state == RowState::Removed ||
                              verdict.state == RowState::Lost || verdict.state == RowState::Gone;
            if (past)
                QVERIFY(given.key == KeyFact::Missing && !queued && held == Held::Nobody);
            if (given.key == KeyFact::Unreadable)
                QCOMPARE(verdict.state, RowState::Unreadable);
            if (given.key == KeyFact::Readable && given.status->isFinished())
                QVERIFY(verdict.state != RowState::Queued && verdict.state != RowState::Running);
            QVERIFY(graceOf(verdict.contradiction, given).count() >= 0);
            // Nor is what a Python worker may be making.
            given.pythonAbout = true;
            if (const Mending unseen = reconcile(given, Now).mending; held != Held::Stopped)
                QVERIFY(unseen != Mending::PutBackInQueue && unseen != Mending::MarkFailed);
        }
        QCOMPARE(combinations, 73728);
    }

    void aPythonWorkerGetsMoreTime()
    {
        JobFacts given = facts(Key::Processing);
        QCOMPARE(graceOf(Contradiction::NobodyHoldsIt, given), std::chrono::milliseconds(120'000));
        exports::JobStatus status = *given.status;
        status.worker = QStringLiteral("barn:1:0");
        given.status = std::make_shared<const exports::JobStatus>(status);
        QCOMPARE(graceOf(Contradiction::NobodyHoldsIt, given), std::chrono::milliseconds(3'000));
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "test_reconcile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialwork.h"

#include "core/reid/load/databaseanalysis.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/judgedtrials.h"
#include "core/trial/review/sharedtrials.h"

#include <QRandomGenerator>
#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;

namespace {

/// A trial that is the same as one to be begun; nothing when there is none, otherwise its id. `others` counts those of the pool with answers.
std::optional<QUuid> sameTrial(const std::vector<TrialSummary> &trials, const TrialDesk::Start &start,
                               const QString &digest, QSet<QUuid> &others)
{
    std::optional<QUuid> same;
    for (const TrialSummary &trial : trials) {
        if (!same && TrialDesk::isSame(trial, start, digest))
            same = trial.id;
        if (trial.edition == 2 && trial.digest == digest && trial.answered())
            others << trial.id;
    }
    return same;
}

/// Keeps the answers of one trial as those of another one of its pool.
Result<std::vector<ReviewerEvents>> carryOver(TrialStore &store, const std::shared_ptr<const TrialRecord> &from,
                                              const TrialRecord &to)
{
    const Result<std::vector<ReviewerEvents>> all = readReviews(store, *from);
    if (!all)
        return all.error();
    Replay replay(from);
    replayAll(replay, *all);
    std::vector<ReviewerEvents> carried = carriedOver(replay, to);
    for (const ReviewerEvents &one : carried) {
        for (const ReviewEvent &event : one.events) {
            if (const Result<void> kept = store.append(to.id, one.reviewer, event); !kept)
                return kept.error();
        }
    }
    return carried;
}

/// Takes over what others have answered, after sending what `reviewer` did (nobody: only takes over). Nothing where trials aren't shared.
Result<std::optional<Others>> takeOver(Postgres &connection, TrialStore &store, const TrialRecord &record,
                                       const QString &reviewer)
{
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version < kCertificatesSince)
        return std::optional<Others>();
    Others others;
    if (!reviewer.isEmpty()) {
        const Result<Exchange> done = exchangeAnswers(connection, store, record, reviewer);
        if (!done)
            return done.error();
        others.received = done->received;
    } else if (const Result<TrialRecord> fetched = fetchTrial(connection, store, record.id); !fetched) {
        if (fetched.error().kind != ErrorKind::NotFound) // this trial was never shared
            return fetched.error();
    }
    Result<QSet<QUuid>> rivals = sharedRivals(connection, record);
    if (!rivals)
        return rivals.error();
    others.rivals = std::move(*rivals);
    return std::optional(std::move(others));
}

/// Why it isn't known that an analysis is of the data as they are now, in English, for the protocol cites it; empty: it is.
QString whyNotToday(Postgres &connection, const reid::Analysis &analysis)
{
    const Result<reid::Fingerprint> now = reid::readFingerprint(connection);
    if (!now)
        return now.error().message;
    if (now->sameData(analysis.fingerprint))
        return {};
    return QString::fromUtf8(
        now->rowVersions.empty()
            ? QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk",
                                "this role can’t see whether rows have changed since the analysis in Re-ID")
            : QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk",
                                "the data have changed since the analysis in Re-ID; analyze again"));
}

/// What the analysis says of a certified threshold.
void compare(const TrialRecord &record, const reid::Analysis &analysis, Outcome &outcome)
{
    reid::Certificate certificate;
    certificate.threshold = *outcome.certificate.threshold;
    certificate.alpha = outcome.certificate.alpha;
    const PoolState pool =
        checkPool(record, analysis.data, QString::fromStdString(analysis.source), certificate.threshold);
    certificate.newer = static_cast<std::uint64_t>(pool.newer);
    certificate.open = static_cast<std::uint64_t>(pool.open);
    const reid::Evaluation at = analysis.evaluate(certificate.threshold);
    outcome.doubt = QString::fromStdString(reid::doubt(certificate, at));
    outcome.besides = QString::fromStdString(reid::besides(certificate, at));
    // Whether the analysis was made before they were written or after.
    QSet<QUuid> written;
    for (const Change &change : planBatch(record, outcome, {}).changes)
        written << change.detection;
    outcome.others = pool.open - std::ranges::count_if(analysis.data.detections, [&](const reid::Detection &one) {
                         return !one.assigned() && one.valid && !one.duplicate && written.contains(toQUuid(one.id));
                     });
}

} // namespace

bool beginsWith(const std::vector<ReviewEvent> &all, const std::vector<ReviewEvent> &first)
{
    return first.size() <= all.size() && std::equal(first.begin(), first.end(), all.begin());
}

QDateTime madeAt(const reid::Analysis &analysis)
{
    return QDateTime::fromString(QString::fromStdString(analysis.madeAt), Qt::ISODateWithMs);
}

OpenedTrial beginTrial(DatabaseTool &tool, const std::function<TrialRecord(quint64, int)> &make, const QString &digest,
                       const TrialDesk::Start &start, const std::shared_ptr<const TrialRecord> &from)
{
    const auto failed = [](const Error &error) { return OpenedTrial{error, {}}; };
    const Result<std::vector<TrialSummary>> here = tool.journal.with([](TrialStore &store) { return store.trials(); });
    if (!here)
        return failed(here.error());
    QSet<QUuid> others;
    std::optional<QUuid> same = sameTrial(*here, start, digest, others);
    if (same) {
        const Result<LeftReport> left = takeUpLeftAnswers(tool.journal.path, *same);
        if (!left)
            return failed(left.error());
        OpenedTrial again{failed({}).record, {}, *left};
        again.record = tool.journal.with([&](TrialStore &store) { return store.load(*same); });
        if (again.record && again.record->preset == start.preset && again.record->pipeline == start.pipeline) {
            Result<std::vector<ReviewerEvents>> events =
                tool.journal.with([&](TrialStore &store) { return readReviews(store, *again.record); });
            if (!events)
                return failed(events.error());
            again.events = std::move(*events);
            return again;
        }
    }
    const Result<quint64> own = tool.journal.with(
        [&](TrialStore &store) { return store.seedOf(digest, QRandomGenerator::system()->generate64()); });
    if (!own)
        return failed(own.error());
    // Where the schema is there, all workstations draw one order and count one number. Without it this one's holds.
    quint64 seed = *own;
    const auto shared = tool.with([&](Postgres &connection) -> Result<quint64> {
        const Result<std::vector<TrialSummary>> there = sharedTrials(connection);
        if (!there)
            return there.error();
        (void)sameTrial(*there, start, digest, others);
        return sharedSeed(connection, digest, *own, start.reviewers.front());
    });
    if (!shared && shared.error().kind == ErrorKind::Cancelled) // a seed of its own would stay
        return failed(shared.error());
    if (shared && *shared != seed) {
        seed = *shared;
        if (const Result<void> kept = tool.journal.with([&](TrialStore &store) { return store.setSeed(digest, seed); });
            !kept)
            return failed(kept.error());
    }
    TrialRecord record = make(seed, 1 + static_cast<int>(others.size()));
    const Result<void> saved = tool.journal.with([&](TrialStore &store) { return store.save(record); });
    if (!saved)
        return failed(saved.error());
    if (!from)
        return OpenedTrial{std::move(record), {}};
    Result<std::vector<ReviewerEvents>> carried =
        tool.journal.with([&](TrialStore &store) { return carryOver(store, from, record); });
    return carried ? OpenedTrial{std::move(record), std::move(*carried)} : failed(carried.error());
}

OpenedTrial openTrial(JournalTool &tool, const QUuid &trial)
{
    const Result<LeftReport> left = takeUpLeftAnswers(tool.path, trial);
    if (!left)
        return OpenedTrial{left.error(), {}};
    Result<OpenedTrial> done = tool.with([&](TrialStore &store) -> Result<OpenedTrial> {
        Result<TrialRecord> record = store.load(trial);
        if (!record)
            return record.error();
        Result<std::vector<ReviewerEvents>> events = readReviews(store, *record);
        if (!events)
            return events.error();
        return OpenedTrial{std::move(record), std::move(*events), *left};
    });
    return done ? std::move(*done) : OpenedTrial{done.error(), {}};
}

Result<std::vector<TrialSummary>> listShared(DatabaseTool &tool, bool readOnly)
{
    return tool.with([&](Postgres &connection) -> Result<std::vector<TrialSummary>> {
        const Result<int> version = schemaVersion(connection);
        if (!version)
            return version.error();
        if (*version < kCertificatesSince)
            return std::vector<TrialSummary>();
        if (!readOnly) // a failure leaves them for the next time
            (void)tool.journal.with([&](TrialStore &store) { return sendLeftovers(connection, store); });
        TrialStore *here = nullptr; // without it more is fetched
        (void)tool.journal.with([&](TrialStore &store) {
            here = &store;
            return Result<void>();
        });
        return judgedSharedTrials(connection, here);
    });
}

Result<std::optional<Exchange>> exchangeShared(DatabaseTool &tool, const TrialRecord &record, const QString &reviewer)
{
    return tool.with([&](Postgres &connection) -> Result<std::optional<Exchange>> {
        const Result<int> version = schemaVersion(connection);
        if (!version)
            return version.error();
        if (*version < kCertificatesSince)
            return std::optional<Exchange>();
        return tool.journal.with([&](TrialStore &store) -> Result<std::optional<Exchange>> {
            const Result<Exchange> done = exchangeAnswers(connection, store, record, reviewer);
            return done ? Result<std::optional<Exchange>>(*done) : done.error();
        });
    });
}

Hearing hearOthers(DatabaseTool &tool, const TrialRecord &record, const QString &reviewer,
                   const std::shared_ptr<const reid::Analysis> &analysis)
{
    Hearing told{tool.with([&](Postgres &connection) {
                     return tool.journal.with(
                         [&](TrialStore &store) { return takeOver(connection, store, record, reviewer); });
                 }),
                 QString::fromUtf8(QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk", "that takes an analysis in Re-ID"))};
    if (!tool.connection || !tool.connection->isOpen())
        told.notCompared =
            told.others
                ? QString::fromUtf8(QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk", "PostgreSQL doesn’t answer"))
                : told.others.error().message;
    else if (analysis)
        told.notCompared = whyNotToday(*tool.connection, *analysis);
    return told;
}

Result<Judged> judgeTrial(JournalTool &tool, const std::shared_ptr<const TrialRecord> &record,
                          const ReviewerEvents &inHand, const std::shared_ptr<const reid::Analysis> &analysis,
                          const Heard &heard)
{
    return tool.with([&](TrialStore &store) -> Result<Judged> {
        // What is in hand may be ahead of the journal or behind it, but not beside it.
        ReviewerEvents own = inHand;
        bool behind = false;
        if (!own.reviewer.isEmpty()) {
            const Result<std::vector<ReviewEvent>> kept = store.events(record->id, own.reviewer);
            if (!kept)
                return kept.error();
            behind = kept->size() > own.events.size() && beginsWith(*kept, own.events);
            if (behind)
                own.events = *kept;
            else if (!beginsWith(own.events, *kept))
                return Error{
                    ErrorKind::Conflict,
                    TrialDesk::tr("%1 has answered in another window or on another computer; open the trial again")
                        .arg(own.reviewer)};
        }
        const Result<std::vector<ReviewerEvents>> all = readReviews(store, *record, own);
        if (!all)
            return all.error();
        const QString changed =
            analysis ? checkPool(*record, analysis->data, QString::fromStdString(analysis->source), record->candidate)
                           .changed
                     : QString();
        const Result<QSet<QUuid>> here = rivals(store, *record);
        if (!here)
            return here.error();
        auto outcome = std::make_shared<Outcome>(
            concludeTrial(record, *all, changed, static_cast<int>((*here + heard.rivals).size())));
        if (analysis && outcome->certified())
            compare(*record, *analysis, *outcome);
        outcome->notCompared = heard.notCompared;
        outcome->unheard = heard.lacking;
        outcome->unshared = heard.unshared;
        const Result<void> kept = outcome->looks > 0 ? store.saveCertificate(outcome->certificate) : Result<void>();
        return Judged{std::move(outcome), kept ? QString() : kept.error().message, behind};
    });
}

} // namespace herdbook::trial

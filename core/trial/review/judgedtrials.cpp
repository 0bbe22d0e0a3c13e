// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/judgedtrials.h"

#include "core/trial/review/outcome.h"
#include "core/trial/review/sharedanswers.h"
#include "core/trial/review/sharedtrials.h"

#include <QSet>
#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;

namespace {

KeptVerdict unjudged(CertificateRecord kept, const QString &why)
{
    kept.threshold.reset();
    kept.items = 0;
    kept.withheld = why;
    return {std::move(kept), true};
}

/// Whether it is about one trial, not the whole journal.
bool isOfOne(const Error &error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict ||
           error.kind == ErrorKind::InvalidInput;
}

template<class Load, class Answers, class Rivals>
Result<std::vector<TrialSummary>> judged(std::vector<TrialSummary> trials, const Load &load, const Answers &answersOf,
                                         const Rivals &rivalsOf)
{
    for (TrialSummary &one : trials) {
        if (!one.result || !one.result->holds())
            continue;
        Result<TrialRecord> loaded = load(one.id);
        if (!loaded && !isOfOne(loaded.error()))
            return loaded.error();
        Result<KeptVerdict> verdict = unjudged(*one.result, loaded ? QString() : loaded.error().message);
        if (loaded) {
            const auto record = std::make_shared<const TrialRecord>(std::move(*loaded));
            verdict = judgedAnew(*one.result, record, answersOf(*record), rivalsOf(*record));
        }
        if (!verdict)
            return verdict.error();
        one.result = std::move(verdict->certificate);
        one.unjudged = verdict->unjudged;
    }
    return trials;
}

} // namespace

Result<KeptVerdict> judgedAnew(const CertificateRecord &kept, const std::shared_ptr<const TrialRecord> &record,
                               const Result<std::vector<ReviewerEvents>> &answers, const Result<QSet<QUuid>> &rivals)
{
    if (!kept.holds())
        return KeptVerdict{kept};
    for (const Error *error : {answers ? nullptr : &answers.error(), rivals ? nullptr : &rivals.error()}) {
        if (error != nullptr)
            return isOfOne(*error) ? Result<KeptVerdict>(unjudged(kept, error->message)) : Result<KeptVerdict>(*error);
    }
    CertificateRecord now = concludeTrial(record, *answers, {}, static_cast<int>(rivals->size())).certificate;
    const bool stands = now.holds() && *now.threshold <= *kept.threshold;
    const bool somebodyIsMissing =
        std::ranges::any_of(*answers, [](const ReviewerEvents &one) { return one.events.empty(); });
    // Another one's may be on another computer; what the rules say of the rest isn't what they say of all.
    // Where the rules withhold it, fewer looks count by those very rules.
    const bool fewer = now.finishedAt == kept.finishedAt && now.looks < kept.looks && now.withheld.isEmpty();
    if (now.finishedAt < kept.finishedAt || fewer || (!stands && somebodyIsMissing))
        return unjudged(kept, QStringLiteral("not all of its answers are known here"));
    if (stands)
        return KeptVerdict{kept};
    now.finishedAt = kept.finishedAt; // answers that came since are still news
    return KeptVerdict{std::move(now)};
}

Result<QSet<QUuid>> rivalsAnywhere(Postgres &connection, TrialStore *store, const TrialRecord &record)
{
    Result<QSet<QUuid>> all = sharedRivals(connection, record);
    if (!all || store == nullptr)
        return all;
    const Result<QSet<QUuid>> here = rivals(*store, record);
    if (!here)
        return here.error();
    *all |= *here;
    return all;
}

Result<std::vector<TrialSummary>> judgedTrials(TrialStore &store)
{
    Result<std::vector<TrialSummary>> all = store.trials();
    if (!all)
        return all;
    return judged(
        *all, [&](const QUuid &trial) { return store.load(trial); },
        [&](const TrialRecord &record) { return readReviews(store, record); },
        [&](const TrialRecord &record) { return Result<QSet<QUuid>>(rivals(*all, record)); });
}

Result<std::vector<TrialSummary>> judgedSharedTrials(Postgres &connection, TrialStore *store)
{
    Result<std::vector<TrialSummary>> all = sharedTrials(connection);
    if (!all)
        return all;
    return judged(
        std::move(*all),
        [&](const QUuid &trial) {
            if (store != nullptr) {
                if (Result<TrialRecord> here = store->load(trial)) // a frozen trial is the same everywhere
                    return here;
            }
            return sharedTrial(connection, trial);
        },
        [&](const TrialRecord &record) { return sharedReviews(connection, record); },
        [&](const TrialRecord &record) { return rivalsAnywhere(connection, store, record); });
}

} // namespace herdbook::trial

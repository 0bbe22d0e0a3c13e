// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/outcome.h"

#include <QSet>
#include <algorithm>

namespace herdbook::trial {

namespace {

QString counted(int number, const char *one, const char *many)
{
    return QString::number(number) + u' ' + QLatin1String(number == 1 ? one : many);
}

void addDecisions(const Replay &replay, Outcome &outcome)
{
    const TrialRecord &record = replay.record();
    QSet<QUuid> seen;
    for (const Given &given : replay.given())
        seen << given.event.item;
    const auto add = [&](bool plant, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const Look look{plant, i, false};
            if (!seen.contains(record.pair(look).id))
                continue;
            const Final final = replay.progress().finalOf(look);
            const Mark &first = replay.progress().mark(look, 0);
            const Mark &second = replay.progress().mark(look, 1);
            Decision decision{look, first.answer, final};
            // Of two answers the one that decided: the one that isn't Same, or the second where it was asked.
            if (second.answer &&
                (record.pipeline == Pipeline::SecondLook || !first.answer || first.answer == Answer::Same))
                decision.answer = second.answer;
            if (final == Final::None)
                decision.lacks = Lacks::OtherReviewer;
            if (final == Final::Awaiting) {
                decision.answer.reset();
                decision.lacks = Lacks::SecondLook;
            }
            if (const auto back = replay.takenBack().find(i); !plant && back != replay.takenBack().end())
                decision = {look, back->second, Final::NotSame, back->second ? Lacks::Nothing : Lacks::NewAnswer};
            outcome.decisions.push_back(decision);
        }
    };
    add(false, record.pairs.size());
    add(true, record.plants.size());
}

void addChecks(const Replay &replay, Outcome &outcome)
{
    ReviewerChecks &checks = outcome.checks;
    std::vector<int> times;
    for (const Given &given : replay.given()) {
        checks.ignored += given.event.ignored;
        ++checks.failed.all;
        checks.failed.of += given.event.pictureFailed ? 1 : 0;
        outcome.milliseconds += given.event.milliseconds;
        times.push_back(given.event.milliseconds);
    }
    checks.tooFast = replay.tooFast();
    if (!times.empty()) {
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        checks.median = *middle;
    }
    const auto isByClocks = [&](std::size_t plant) {
        return replay.record().plants[plant].known == PlantKind::Elsewhere;
    };
    const auto &corrected = replay.corrected();
    for (const auto &[plant, answers] : corrected)
        checks.byClocks += isByClocks(plant) ? 1 : 0;
    auto left = static_cast<int>(corrected.size());
    for (const Decision &decision : outcome.decisions) {
        if (decision.lacks == Lacks::OtherReviewer)
            continue; // an unfinished pipeline has not judged the pair yet
        if (decision.look.plant) {
            ++checks.plantsSeen.all;
            const bool seen = decision.counts != Final::Same;
            const bool takenBack = corrected.contains(decision.look.index);
            checks.plantsSeen.of += seen ? 1 : 0;
            checks.corrected += seen && takenBack ? 1 : 0;
            left -= takenBack ? 1 : 0;
            checks.byClocks += !seen && !takenBack && isByClocks(decision.look.index) ? 1 : 0;
        } else {
            ++checks.cantTell.all;
            checks.awaiting += decision.counts == Final::Awaiting ? 1 : 0;
            checks.cantTell.of += decision.counts == Final::Awaiting || decision.answer == Answer::CantTell ? 1 : 0;
        }
    }
    // Whoever stops without answering them again has answered Same all the same.
    checks.plantsSeen.all += left;
    checks.plantsSeen.of += left;
    checks.corrected += left;
}

/// Why a certificate is withheld; empty: it isn't. The first reason that applies.
QString withheld(const TrialRecord &record, const Outcome &outcome, const QString &changed)
{
    const ReviewerChecks &checks = outcome.checks;
    if (!changed.isEmpty())
        return dataChanged(changed);
    if (record.kind == TrialKind::CountOnly)
        return QStringLiteral("the pool has only %1, and %2 are needed")
            .arg(counted(static_cast<int>(record.plants.size()), "known different pair", "known different pairs"))
            .arg(record.plantsNeeded);
    if (!checks.plantsOk() && checks.onlyByClocks())
        return QStringLiteral("%1 of %2 held to be different deer were answered Same; these are so only by the clocks "
                              "of two cameras and today's coordinates")
            .arg(checks.missed())
            .arg(counted(checks.plantsSeen.all, "pair", "pairs"));
    if (!checks.plantsOk())
        return QStringLiteral("%1 of %2 known to be different deer were answered Same")
            .arg(checks.missed())
            .arg(counted(checks.plantsSeen.all, "pair", "pairs"));
    // An answer that was taken back was given all the same: whoever takes back just these knows which they are.
    if (!checks.correctedOk())
        return QStringLiteral("%1 of %2 known to be different deer were answered Same, of which %3 were taken back")
            .arg(checks.missed() + checks.corrected)
            .arg(counted(checks.plantsSeen.all, "pair", "pairs"))
            .arg(checks.corrected);
    if (checks.tooFast > 0)
        return QStringLiteral("%1 given within one second").arg(counted(checks.tooFast, "answer was", "answers were"));
    if (!checks.picturesOk())
        return QStringLiteral("%1 of %2 had a picture that could not be shown")
            .arg(checks.failed.of)
            .arg(counted(checks.failed.all, "look", "looks"));
    if (!checks.cantTellOk())
        return QStringLiteral("%1 of %2 could not be told, over a fifth")
            .arg(checks.cantTell.of)
            .arg(counted(checks.cantTell.all, "pair", "pairs"));
    if (outcome.unreliable > 0 && !outcome.certificate.threshold)
        return QStringLiteral("pairs known to be different deer were answered Same after it");
    return {};
}

void addAgreement(const Replay &replay, Outcome &outcome)
{
    if (replay.record().reviewers.size() < 2)
        return;
    std::vector<std::optional<Answer>> first;
    std::vector<std::optional<Answer>> second;
    for (const Decision &decision : outcome.decisions) {
        first.push_back(replay.progress().mark(decision.look, 0).answer);
        second.push_back(replay.progress().mark(decision.look, 1).answer);
    }
    outcome.agreement = agreement(first, second);
}

void addCertificate(const Replay &replay, Outcome &outcome)
{
    const TrialRecord &record = replay.record();
    CertificateRecord &certificate = outcome.certificate;
    std::vector<std::size_t> takenBack;
    for (const auto &[item, answer] : replay.takenBack())
        takenBack.push_back(item);
    Standing standing = replay.progress().finished(takenBack);
    const auto levels = static_cast<int>(standing.certified.size());
    if (const int reliable = replay.progress().reliable().value_or(levels); reliable < levels) {
        outcome.unreliable = levels - reliable;
        standing.certified.resize(static_cast<std::size_t>(reliable));
    }
    const std::vector<Announcement> &announced = replay.progress().announcements();
    for (std::size_t i = 0; i < record.levels.size(); ++i) {
        CertificateRecord::Level level{record.levels[i].ticks, record.levels[i].items, 0, {}};
        if (i < standing.certified.size()) {
            level.looks = i < announced.size() ? announced[i].looks : outcome.looks;
            for (const Claim &claim : standing.certified[i].claims)
                level.claims.push_back(
                    {claim.group ? sexText(*claim.group) : QString(), claim.alpha, claim.counts, claim.logE()});
        }
        certificate.levels.push_back(std::move(level));
    }
    if (!standing.certified.empty()) {
        const Level &last = record.levels[standing.certified.size() - 1];
        certificate.threshold = reid::fromTicks(last.ticks);
        certificate.items = last.items;
    }
    if (standing.certified.empty() && record.kind == TrialKind::Certificate) {
        outcome.remaining = replay.progress().remaining(standing);
        outcome.enough = replay.progress().enough(standing);
    }
    outcome.lacking = standing.current;
    outcome.exhausted = standing.exhausted;
    outcome.plantsSpent = standing.plantsSpent;
}

} // namespace

QString dataChanged(const QString &changed)
{
    return QStringLiteral("the data are no longer those the trial was drawn from: %1").arg(changed);
}

bool Outcome::mayApply(const TrialRecord &record) const
{
    if (!unheard.isEmpty())
        return false;
    return certified() || (record.kind == TrialKind::ReviewAll && reviewAllDone && certificate.withheld.isEmpty());
}

Outcome concludeTrial(const std::shared_ptr<const TrialRecord> &begun, const std::vector<ReviewerEvents> &all,
                      const QString &changed, int rivals)
{
    std::shared_ptr<const TrialRecord> record = begun;
    if (rivals >= begun->ordinal) {
        auto later = std::make_shared<TrialRecord>(*begun);
        later->ordinal = rivals + 1;
        record = std::move(later);
    }
    Replay replay(record);
    replayAll(replay, all);
    Outcome outcome;
    CertificateRecord &certificate = outcome.certificate;
    certificate.trial = record->id;
    certificate.digest = record->digest;
    certificate.preset = QString::fromUtf8(name(record->preset).data());
    certificate.risk = record->riskPercent() / 100.0;
    certificate.reviewers = record->reviewers;
    certificate.assumptions = assumptions();
    outcome.looks = std::max(replay.looks(0), replay.looks(1));
    certificate.looks = outcome.looks;
    addDecisions(replay, outcome);
    addChecks(replay, outcome);
    addAgreement(replay, outcome);
    addCertificate(replay, outcome);
    certificate.withheld = withheld(*record, outcome, changed);
    if (!certificate.withheld.isEmpty()) {
        certificate.threshold.reset();
        certificate.items = 0;
    }
    const auto judged = std::count_if(outcome.decisions.begin(), outcome.decisions.end(),
                                      [](const Decision &one) { return !one.look.plant && one.counts != Final::None; });
    outcome.reviewAllDone =
        record->kind == TrialKind::ReviewAll && judged == static_cast<qsizetype>(record->pairs.size());
    for (const ReviewerEvents &one : all) {
        const auto reviewer = static_cast<int>(record->reviewers.indexOf(one.reviewer));
        if (reviewer < 0)
            continue;
        outcome.everybody.push_back({one.reviewer, replay.looks(reviewer)});
        for (const ReviewEvent &event : one.events) // one that was taken back is news as well
            certificate.finishedAt = later(certificate.finishedAt, event.at);
    }
    return outcome;
}

BatchPlan planBatch(const TrialRecord &record, const Outcome &outcome, const QString &by, ApplyCounts *counts)
{
    BatchPlan plan;
    plan.id = QUuid::createUuid();
    plan.trial = record.id;
    plan.by = by;
    plan.threshold = outcome.certificate.threshold.value_or(record.candidate);
    ApplyCounts sums;
    for (const Decision &decision : outcome.decisions) {
        if (decision.look.plant)
            continue;
        const Pair &pair = record.pair(decision.look);
        plan.sample.push_back(pair.detection);
        if (!outcome.mayApply(record) || pair.score < reid::thresholdTicks(plan.threshold))
            ++sums.under;
        else if (decision.counts == Final::Same) {
            ++sums.written;
            plan.changes.push_back({pair.detection, pair.deer});
        } else if (decision.lacks == Lacks::Nothing) {
            ++sums.others[static_cast<std::size_t>(*decision.answer)];
        } else {
            ++sums.lacking[static_cast<std::size_t>(decision.lacks)];
        }
    }
    if (counts != nullptr)
        *counts = sums;
    return plan;
}

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/knowntrials.h"

namespace herdbook::trial {

std::optional<int> KnownTrials::begun(const TrialDesk::Start &start, const Source &source) const
{
    for (const TrialSummary &trial : here) {
        if (!TrialDesk::isSame(trial, start, source.digest))
            continue;
        for (const ReviewerProgress &one : trial.progress) {
            if (one.reviewer == start.reviewers.front() && one.answered > 0)
                return one.answered;
        }
    }
    return std::nullopt;
}

Prospect::Tries KnownTrials::tries(const Source *source) const
{
    Prospect::Tries tries;
    for (const TrialSummary &trial : together(here, shared)) {
        if (trial.edition != 2 || !trial.answered())
            continue;
        const bool same = source && trial.digest == source->digest;
        ++(same ? tries.ofPool : tries.others);
        tries.failed = tries.failed || (same && trial.result && trial.result->looks > 0 &&
                                        trial.result->withheld.isEmpty() && !trial.result->threshold);
    }
    return tries;
}

} // namespace herdbook::trial

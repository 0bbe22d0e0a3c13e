// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/sample/prospect.h"

namespace herdbook::trial {

/// The trials there are, as far as they say something of the one that would begin.
struct KnownTrials
{
    std::vector<TrialSummary> here;   ///< of this workstation
    std::vector<TrialSummary> shared; ///< those in the database

    /// How far a trial of this pool has come, when it was begun before.
    std::optional<int> begun(const TrialDesk::Start &start, const Source &source) const;
    /// What was tried on this pool and on others, on all computers that share their trials.
    /// @param source null: it isn't known yet.
    Prospect::Tries tries(const Source *source) const;
};

} // namespace herdbook::trial

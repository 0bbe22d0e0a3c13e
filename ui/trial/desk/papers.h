// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/review/outcome.h"
#include "ui/trial/desk/services.h"

#include <stop_token>

namespace herdbook::trial {

/// The fingerprint of the data in words, for the protocol.
QStringList describeData(const reid::Analysis &analysis);

/// Everybody's answers from the journal, the reviewer's own first. These come as they are in hand: the last of them may still be on
/// their way to the disk. Without a single answer they are not among them, unless nobody has answered.
Result<std::vector<Reviewed>> readReviews(TrialStore &store, const TrialRecord &record, Reviewed own);

/// Makes the protocol of a trial and writes it under `path`. Takes seconds: every photo is decoded.
Result<void> writeProtocol(const QString &path, TrialStore &store, const TrialRecord &record, const Outcome &outcome,
                           const Reviewed &own, const std::optional<BatchRecord> &batch, const Services &services,
                           const std::stop_token &stop);

} // namespace herdbook::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/review/outcome.h"
#include "ui/trial/desk/services.h"

#include <stop_token>

namespace herdbook::trial {

/// The fingerprint of the data in words, for the protocol; that another threshold than the one in force assigned is among them.
QStringList describeData(const reid::Analysis &analysis, const QTimeZone &zone);

/// Makes the protocol of a trial and writes it under `path`. Takes seconds: every photo is decoded.
Result<void> writeProtocol(const QString &path, TrialStore &store, const std::shared_ptr<const TrialRecord> &record,
                           const Outcome &outcome, const Result<std::vector<BatchRecord>> &batches,
                           const Services &services, const std::stop_token &stop);

} // namespace herdbook::trial

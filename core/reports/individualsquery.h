// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/seasonquery.h"

namespace herdbook::reports {

/// The known deer seen in a period, with where and when; most detections first, then by id.
Result<std::vector<IndividualHistory>> readIndividuals(storage::Postgres &connection, const DetectionColumns &columns,
                                                       const SeasonQuestion &question);

} // namespace herdbook::reports

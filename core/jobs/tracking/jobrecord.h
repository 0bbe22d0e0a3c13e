// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

namespace herdbook::jobs {

/// A row as the history stores it, and back: what Redis alone knows (positions, hands, progress) is left out.
QJsonObject toRecord(const JobRow &row);
JobRow fromRecord(const QJsonObject &record);

/// Fills in title, period, kind and the like from a request of any producer.
void describeRequest(JobRow &row, const QJsonObject &request);

/// Lower-case text of all that a search looks through.
QString searchTextOf(const JobRow &row);

} // namespace herdbook::jobs
